import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { OcrModels } from "../../ports.ts";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import type { TypeAtHand } from "./by-shape/glyph-cells.ts";
import { readByShape } from "./by-shape/read-by-shape.ts";
import { hueView } from "./colour-views.ts";
import { withCutEnds } from "./cut-ends.ts";
import { hasDetail } from "./detail.ts";
import { detectorInput } from "./detector-input.ts";
import { boxesOfMap } from "./detector-map.ts";
import { isSameText, withHidden } from "./hidden-lines.ts";
import { agreedAgain, lookAgain } from "./look-again.ts";
import { isCut, type Look, type LookOptions, looksFor } from "./looks.ts";
import { opaque } from "./opaque.ts";
import { inReadingOrder } from "./paragraphs.ts";
import { type ReadOptions, readLines } from "./read-line.ts";
import { joinOnBaseline } from "./same-baseline.ts";
import { withSignBefore } from "./sign-before.ts";
import { withSmallSign } from "./small-sign.ts";

type Box = OrientedBox<"image">;

export interface FindOptions extends LookOptions {
  readonly signal?: AbortSignal | undefined;
  /** Lines below this mean confidence are dropped (0–1). */
  readonly minConfidence?: number;
  /** Faces by which lines that the reader is in doubt about are read a second time. */
  readonly type?: TypeAtHand | undefined;
}

const MIN_CONFIDENCE = 0.65;
/** Below this not even a piece of a line (0–1). */
const LEAST_PIECE = 0.3;
/** Size at which hues are looked at, times that of the first look: boxes are all that is wanted. */
const HUES = 0.75;
/** A single character has no neighbours to confirm it, and cannot fill a long box. */
const MIN_ALONE = 0.8;
const LONGEST_ALONE = 2.2;

/**
 * Every line of text in the picture, in reading order (top to bottom, left to right). Pictures without text give none.
 * Boxes and positions are in pixels of `image`. Cost at 1024² on two threads: ≈ 0.35 s with ten lines; pictures beyond
 * 1790 px are looked at again in tiles. Rejects with the signal's reason when aborted.
 */
export async function findText(image: RasterImage, ocr: OcrModels, options: FindOptions = {}): Promise<TextLine[]> {
  const picture = opaque(image);
  const read: ReadOptions = { ocr, signal: options.signal };
  const boxes: Box[] = [];
  const looks = looksFor(picture, options);
  for (const look of looks.filter(({ whole, part }) => whole || hasDetail(picture, part))) {
    const seen = await detect(picture, look, read);
    boxes.push(...seen.filter((box) => !boxes.some((known) => isSameText(box, known))));
  }
  const isSure = (line: TextLine): boolean => isText(line, options.minConfidence ?? MIN_CONFIDENCE);
  const lines = (await readLines(picture, boxes, read)).filter((line) => isSure(line) || isPiece(line));
  const hues = hueView(picture);
  const [whole] = looks;
  const hidden = hues ? await detect(hues, { ...whole!, scale: HUES * whole!.scale }, read) : [];
  const joined = await joinPieces(picture, await withHidden(picture, lines, { ...read, boxes: hidden, isSure }), { ...read, isSure });
  const again: TextLine[] = [];
  for (const line of joined)
    again.push(await settled(picture, line, { ...read, isSure, others: joined, busy: hues !== undefined, type: options.type }));
  const apart: TextLine[] = [];
  for (const line of again.filter(isSure)) apart.push(...(await withSmallSign(picture, line, { ...read, others: again })));
  return inReadingOrder(apart);
}

/** The line with what others than the first look have to say where that was in doubt; of one hardly read, faces of the library or looks that agree. */
async function settled(image: RasterImage, line: TextLine, { type, isSure, others, busy, ...read }: SettleOptions): Promise<TextLine> {
  const entire = (known: TextLine) => withCutEnds(image, known, { ...read, others, busy });
  const whole = isSure(line) ? await entire(await withSignBefore(image, line, read)) : line;
  const again = isSure(line) ? await lookAgain(image, whole, read) : line;
  const seen = again.string === whole.string ? again : await entire(again);
  const shaped = type && (await readByShape(image, seen, { ...type, signal: read.signal }));
  return shaped ?? (isSure(line) ? seen : ((await agreedAgain(image, line, read)) ?? line));
}

interface JoinOptions extends ReadOptions {
  readonly isSure: (line: TextLine) => boolean;
}

interface SettleOptions extends JoinOptions, Pick<FindOptions, "type"> {
  readonly others: readonly TextLine[];
  /** Lights and shadows of the picture hide letters. */
  readonly busy: boolean;
}

async function detect(image: RasterImage, look: Look, { ocr, signal }: ReadOptions): Promise<Box[]> {
  const { tensor, scaleX, scaleY } = detectorInput(image, look.part, look.scale);
  const { data, dims } = await ocr.detect(tensor, signal);
  const boxes = boxesOfMap({ width: dims[3], height: dims[2], data }).map(({ box }) => ({
    cx: box.cx * scaleX + look.part.x,
    cy: box.cy * scaleY + look.part.y,
    width: box.width * scaleX,
    height: box.height * scaleY,
    angle: box.angle,
  }));
  return boxes.filter((box) => !isCut(box, look, image));
}

function isText({ string, confidence, box }: TextLine, least: number): boolean {
  if (!/[\p{L}\p{N}\p{Sc}]/u.test(string)) return false;
  if ([...string].length > 1) return confidence >= least;
  return confidence >= Math.max(least, MIN_ALONE) && box.width < LONGEST_ALONE * box.height;
}

const lettersIn = (string: string): number => string.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** A word that is hard to read by itself may be read well beside its neighbours; a single sign is as likely an icon. */
const isPiece = ({ string, confidence }: TextLine): boolean => confidence >= LEAST_PIECE && lettersIn(string) >= 2;

/** Joins neighbours on one baseline while the joined reading is as sure as the pieces and loses nothing. */
async function joinPieces(image: RasterImage, found: readonly TextLine[], read: JoinOptions): Promise<TextLine[]> {
  const lines = [...found];
  const refused = new Set<string>();
  for (;;) {
    const pair = nextPair(lines, { refused, isSure: read.isSure });
    if (pair === undefined) return lines;
    const { a, b, box } = pair;
    const [joined] = await readLines(image, [box], read);
    if (isAsGood(joined, { a, b, isSure: read.isSure })) {
      lines.splice(lines.indexOf(a), 1);
      lines.splice(lines.indexOf(b), 1, joined);
    } else refused.add(keyOf(a, b));
  }
}

function nextPair(
  lines: readonly TextLine[],
  { refused, isSure }: Pick<JoinOptions, "isSure"> & { readonly refused: ReadonlySet<string> },
): { a: TextLine; b: TextLine; box: Box } | undefined {
  for (const [i, a] of lines.entries()) {
    for (const b of lines.slice(i + 1)) {
      const box =
        a.vertical || b.vertical || refused.has(keyOf(a, b)) || !(isSure(a) || isSure(b))
          ? undefined
          : joinOnBaseline(a.box, b.box, { spread: Math.min(spreadOf(a), spreadOf(b)), lowWord: hasLowWord(a, b) });
      if (box !== undefined) return { a, b, box };
    }
  }
  return undefined;
}

/** Distance of characters usual in untracked type, shares of the line's height. */
const USUAL_PITCH = { han: 1.05, other: 0.7 } as const;

/** By how much a line's letters stand apart beyond the usual, pixels; 0 where too few tell. */
function spreadOf({ chars, box, string }: TextLine): number {
  const steps = chars.slice(1).flatMap(({ char, at }, i) => (char === " " || chars[i]!.char === " " ? [] : [at - chars[i]!.at]));
  if (steps.length < 2) return 0;
  const usual = /\p{Script=Han}/u.test(string) ? USUAL_PITCH.han : USUAL_PITCH.other;
  return Math.max(0, steps.reduce((sum, step) => sum + step, 0) / steps.length - usual * box.height);
}

/** Words in which no letter has a stem or a descender. */
const LOW_WORD = /^[acemnorsuvwxz]+$/;

/** Whether of two pieces in Latin letters the lower one is such a word. */
function hasLowWord(a: TextLine, b: TextLine): boolean {
  const [low, high] = a.box.height < b.box.height ? [a, b] : [b, a];
  return LOW_WORD.test(low.string) && /\p{Script=Latin}{2}/u.test(high.string);
}

const keyOf = (a: TextLine, b: TextLine): string => [a, b].map(({ box }) => `${box.cx},${box.cy}`).join(" ");

/** So much less sure may the joined reading be. */
const WORSE = 0.05;
/** How many characters of two pieces may be the same ones: where their boxes overlap, each holds them. */
function readTwice(a: TextLine, b: TextLine): number {
  const apart = Math.hypot(b.box.cx - a.box.cx, b.box.cy - a.box.cy);
  const common = (a.box.width + b.box.width) / 2 - apart;
  const pitch = Math.min(...[a, b].map((line) => line.box.width / Math.max(1, inkLength(line))));
  return common > 0 ? Math.ceil(common / pitch) : 0;
}

const inkLength = (line: TextLine): number => line.chars.filter((c) => c.char !== " ").length;

/** A reading of both that is as sure as they are and loses nothing; where one of them was hardly read, it must hold the other and add to it. */
function isAsGood(
  joined: TextLine,
  { a, b, isSure }: Pick<JoinOptions, "isSure"> & { readonly a: TextLine; readonly b: TextLine },
): boolean {
  const known = isSure(a) ? (isSure(b) ? undefined : a) : b;
  if (known === undefined) {
    const least = inkLength(a) + inkLength(b) - 1 - readTwice(a, b);
    return joined.confidence >= Math.min(a.confidence, b.confidence) - WORSE && inkLength(joined) >= least;
  }
  const [whole, part] = [joined.string.replace(/\s/g, ""), known.string.replace(/\s/g, "")];
  const adds = lettersIn(whole.replace(part, "")) >= 2;
  return joined.confidence >= known.confidence - WORSE && adds && (whole.startsWith(part) || whole.endsWith(part));
}
