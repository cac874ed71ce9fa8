import { boundsOf, intersect, type OrientedBox, quadOf } from "../../protocol/geometry.ts";
import type { RasterImage } from "../raster/raster.ts";
import { lengthened, type Room } from "../text/find/cut-ends.ts";
import { inkStrip } from "../text/find/ink-strip.ts";
import type { ReadOptions } from "../text/find/read-line.ts";
import { lineOfReading, recogniseStrips } from "../text/find/recognise-strips.ts";
import { lineStrip } from "../text/find/recogniser-input.ts";
import { looselyFolded } from "../text/fold.ts";
import type { TextLine } from "../text/types.ts";

type Box = OrientedBox<"image">;

/** A part of a wording tells where the rest must stand from so many of its characters on, Han characters counting double, and such a share of it. */
const LEAST_LETTERS = 2;
const LEAST_SHARE = 0.25;
/** How far the characters not seen reach, times as many steps of those that are, and by how much of the line's height more: letters differ in width. */
const REACHES = [1, 1.18, 1.35] as const;
const BESIDE = 0.2;
const HALF = 0.5;
/** Shares of the box's height looked at: where a photograph changes, boxes are taller or lower than their letters. */
const HEIGHTS = [1, 0.8, 1.25] as const;
/** Lines looked about, and the share of what is looked at that must lie in the picture. */
const LINES = 2;
const LEAST_SEEN = 0.8;

/** What a line and a wording have in common: from which character of each on, and how many. */
interface Common {
  readonly inLine: number;
  readonly inName: number;
  readonly count: number;
}

/** The longest stretch that stands in both. */
function longestCommon(line: readonly string[], name: readonly string[]): Common {
  let best: Common = { inLine: 0, inName: 0, count: 0 };
  for (let inLine = 0; inLine < line.length; inLine++) {
    for (let inName = 0; inName < name.length; inName++) {
      let count = 0;
      while (line[inLine + count] !== undefined && line[inLine + count] === name[inName + count]) count++;
      if (count > best.count) best = { inLine, inName, count };
    }
  }
  return best;
}

const weightOf = (chars: readonly string[]): number => chars.reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);

const foldedChars = (text: string): readonly string[] => looselyFolded(text).map(({ char }) => char);

/** A level line that says a part of a wording but not all. */
interface Part extends Common {
  readonly line: TextLine;
  /** Where each folded character of the line stands. */
  readonly places: readonly number[];
  readonly wanted: readonly string[];
}

function partOf(line: TextLine, wanted: readonly string[]): Part | undefined {
  const spots = line.chars.flatMap(({ char, at }) => foldedChars(char).map((folded) => ({ folded, at })));
  const written = spots.map(({ folded }) => folded);
  const common = longestCommon(written, wanted);
  const weight = weightOf(wanted.slice(common.inName, common.inName + common.count));
  const tells = common.count < wanted.length && weight >= LEAST_LETTERS && weight >= LEAST_SHARE * weightOf(wanted);
  return tells && !line.vertical ? { line, places: spots.map(({ at }) => at), wanted, ...common } : undefined;
}

/** By how much the line's ends must move out for it to hold the whole wording. */
function roomFor({ line: { box }, places, wanted, inLine, inName, count }: Part, reach: number): Room {
  const [first, last] = [places[inLine]!, places[inLine + count - 1]!];
  const step = count > 1 ? (last - first) / (count - 1) : box.width / places.length;
  const room = (missing: number, seen: number): number =>
    missing === 0 ? 0 : Math.max(0, reach * step * (missing + HALF) + BESIDE * box.height - seen);
  return { before: room(inName, first), behind: room(wanted.length - inName - count, box.width - last) };
}

function liesIn(box: Box, { width, height }: RasterImage): boolean {
  const bounds = boundsOf(quadOf(box));
  const seen = intersect(bounds, { x: 0, y: 0, width, height });
  return seen.width * seen.height > LEAST_SEEN * bounds.width * bounds.height;
}

/** What the first of the boxes says in which one look or another reads just the wording. */
async function readPart(image: RasterImage, part: Part, { ocr, signal }: ReadOptions): Promise<TextLine | undefined> {
  const reached = REACHES.map((reach) => lengthened(part.line.box, roomFor(part, reach)));
  const boxes = reached.flatMap((box) => HEIGHTS.map((share) => ({ ...box, height: share * box.height })));
  for (const box of boxes.filter((b) => liesIn(b, image))) {
    const readings = await recogniseStrips([lineStrip(image, box), inkStrip(image, box)], ocr, signal);
    const said = readings.filter(({ string }) => foldedChars(string).join("") === part.wanted.join(""));
    const [surest] = said.toSorted((a, b) => b.confidence - a.confidence);
    if (surest) return lineOfReading(box, surest);
  }
  return undefined;
}

/**
 * The line that says the whole of a wording, read where its rest must stand about the lines that hold most of it: photographs hide beginnings and ends of lines
 * from the detector. `undefined` where no look says just that. Eighteen recognitions a line at most, of two lines.
 */
export async function reachName(
  image: RasterImage,
  { lines, name }: { readonly lines: readonly TextLine[]; readonly name: string },
  read: ReadOptions,
): Promise<TextLine | undefined> {
  const wanted = foldedChars(name);
  const parts = lines.flatMap((line) => partOf(line, wanted) ?? []).toSorted((a, b) => b.count - a.count);
  for (const part of parts.slice(0, LINES)) {
    const whole = await readPart(image, part, read);
    if (whole) return whole;
  }
  return undefined;
}
