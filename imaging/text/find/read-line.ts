import { type OrientedBox, quadOf } from "../../../protocol/geometry.ts";
import type { OcrModels } from "../../ports.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { cellCounts, columnProfile, cutColumn } from "./cut-column.ts";
import { opaque } from "./opaque.ts";
import { type Reading, recogniseStrips } from "./recognise-strips.ts";
import { joinStrips, lineStrip } from "./recogniser-input.ts";

type Box = OrientedBox<"image">;

/** One way of looking at a box: its strip, the box whose width runs along the reading, and what that was worth. */
interface Look {
  readonly box: Box;
  readonly vertical: boolean;
  readonly strip: FloatImage;
  /** Characters expected at least; fewer lower the score. */
  readonly expected: number;
  /** How much ink the cuts between stacked cells go through, 0–1: right cuts pass between characters. */
  readonly crossing: number;
}

/** From this height over width on a box is taken for a column, and read in every way a column can be. */
const COLUMN = 1.5;
/** Below this a level line is looked at upside down as well; the other reading must be this sure, and long enough not to be chance. */
const DOUBT = 0.7;
const FLIP = { gain: 0.15, confidence: 0.8, length: 3 } as const;

export interface ReadOptions {
  readonly ocr: OcrModels;
  readonly signal?: AbortSignal | undefined;
}

/** Reads each box in the way it is best read: level, upside down, turned by a quarter, or stacked characters. Order kept. */
export async function readLines(image: RasterImage, boxes: readonly Box[], options: ReadOptions): Promise<TextLine[]> {
  const sets = boxes.map((box) => (box.height > COLUMN * box.width ? columnLooks(image, box) : [levelLook(image, box)]));
  const level = await readSets(sets, options);
  const doubtful = level.filter(({ look, reading }) => reading.confidence < DOUBT && !look.vertical);
  const flipped = await readSets(
    doubtful.map(({ look }) => [flippedLook(image, look.box)]),
    options,
  );
  return level.map((seen) => {
    const other = flipped[doubtful.indexOf(seen)];
    return lineOf(other !== undefined && isClearlyBetter(other, seen) ? other : seen);
  });
}

function isClearlyBetter(flipped: Seen, level: Seen): boolean {
  const { confidence, string } = flipped.reading;
  return confidence > level.reading.confidence + FLIP.gain && confidence >= FLIP.confidence && string.length >= FLIP.length;
}

/** Reads one known line again, in the reading direction its box gives: the read-back of a result. */
export async function recogniseAt(image: RasterImage, at: Pick<TextLine, "box" | "vertical">, options: ReadOptions): Promise<TextLine> {
  const picture = opaque(image);
  const looks = at.vertical ? stackedLooks(picture, turned(at.box, -Math.PI / 2)) : [levelLook(picture, at.box)];
  const [best] = await readSets([looks], options);
  return lineOf(best);
}

interface Seen {
  readonly look: Look;
  readonly reading: Reading;
}

/** Reads all looks of all sets in few runs and keeps the best of each set (none may be empty). */
async function readSets(sets: readonly (readonly Look[])[], { ocr, signal }: ReadOptions): Promise<Seen[]> {
  const all = sets.flat();
  const readings = await recogniseStrips(
    all.map((look) => look.strip),
    ocr,
    signal,
  );
  let next = 0;
  return sets.map((looks) => {
    const seen = looks.map((look) => ({ look, reading: readings[next++] }));
    return seen.reduce((best, s) => (scoreOf(s) > scoreOf(best) ? s : best), seen[0]);
  });
}

/**
 * The reader was trained on turned columns too, so stacked Han characters read well from the side; standing upright is what they
 * mostly do, and a line truly lying on its side reads badly stacked.
 */
const LYING_HAN = 0.8;

function scoreOf({ look, reading }: Seen): number {
  const inked = reading.chars.filter((c) => c.char !== " ").length;
  const lying = !look.vertical && look.expected > 1 && /\p{Script=Han}/u.test(reading.string) ? LYING_HAN : 1;
  return reading.confidence * Math.min(1, inked / look.expected) * (1 - look.crossing / 2) * lying;
}

const turned = (box: Box, by: number): Box => ({ ...box, width: box.height, height: box.width, angle: box.angle + by });

const levelLook = (image: RasterImage, box: Box): Look => ({
  box,
  vertical: false,
  strip: lineStrip(image, box),
  expected: 1,
  crossing: 0,
});

const flippedLook = (image: RasterImage, box: Box): Look => levelLook(image, { ...box, angle: box.angle + Math.PI });

/** A column may be one tall character, a line turned either way, or characters below each other. */
function columnLooks(image: RasterImage, box: Box): Look[] {
  const along = box.height / box.width;
  const quarter = [Math.PI / 2, -Math.PI / 2].map((by) => ({ ...levelLook(image, turned(box, by)), expected: Math.max(2, along) }));
  return [{ ...levelLook(image, box), expected: along > 2 ? 2 : 1 }, ...quarter, ...stackedLooks(image, box)];
}

/** The column cut into 2 … n cells, laid side by side as a level line. */
function stackedLooks(image: RasterImage, box: Box): Look[] {
  const profile = columnProfile(image, box);
  return cellCounts(box).map((n) => {
    const { cells, crossing } = cutColumn(profile, box, n);
    const strip = joinStrips(cells.map((cell) => lineStrip(image, cell)));
    return { box: turned(box, Math.PI / 2), vertical: true, strip, expected: n, crossing };
  });
}

function lineOf({ look: { box, vertical }, reading: { string, confidence, chars } }: Seen): TextLine {
  return { string, box, quad: quadOf(box), confidence, vertical, chars: chars.map((c) => ({ ...c, at: c.at * box.width })) };
}
