import { boundsOf, intersect, type OrientedBox, quadOf } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { inkStrip } from "./ink-strip.ts";
import type { ReadOptions } from "./read-line.ts";
import { lineOfReading, recogniseStrips } from "./recognise-strips.ts";

type Box = OrientedBox<"image">;

/** Boxes sharing more than this of the smaller are of one text. */
const SAME = 0.5;
/** Lines seen by their ink alone are believed from this sureness on, with none of their characters less sure than the other. */
const SURE = 0.9;
const LEAST = 0.5;
/** A box that reaches so much beyond lines that are known may hold more of them. */
const LONGER = 1.12;

/** Whether two boxes hold the same text: most of the smaller one's bounds is common to both. */
export function isSameText(a: Box, b: Box): boolean {
  const [p, q] = [boundsOf(quadOf(a)), boundsOf(quadOf(b))];
  const common = intersect(p, q);
  return common.width * common.height > SAME * Math.max(1, Math.min(p.width * p.height, q.width * q.height));
}

const LETTERS = /[\p{L}\p{N}]/gu;
const lettersIn = (lines: readonly Pick<TextLine, "string">[]): number =>
  lines.reduce((sum, { string }) => sum + (string.match(LETTERS)?.length ?? 0), 0);

/** What the box's ink alone says, where it says several characters surely. */
async function readByInk(image: RasterImage, box: Box, { ocr, signal }: ReadOptions): Promise<TextLine | undefined> {
  const [reading] = await recogniseStrips([inkStrip(image, box)], ocr, signal);
  const { confidence, chars } = reading!;
  const isClear = confidence >= SURE && lettersIn([reading!]) > 1 && chars.every((spot) => spot.char === " " || spot.confidence >= LEAST);
  return isClear ? lineOfReading(box, reading!) : undefined;
}

/**
 * The lines with those in boxes that only a view of the picture by its hues shows: new ones, and ones of which no more than pieces were surely read. One
 * recognition for each box that may be either.
 */
export async function withHidden(
  image: RasterImage,
  lines: readonly TextLine[],
  { boxes, isSure, ...read }: ReadOptions & { readonly boxes: readonly Box[]; readonly isSure: (line: TextLine) => boolean },
): Promise<readonly TextLine[]> {
  let all = lines;
  for (const box of boxes.filter(({ width, height }) => width > height)) {
    const known = all.filter((line) => isSameText(line.box, box));
    const sure = known.filter(isSure);
    const length = sure.reduce((sum, line) => sum + line.box.width, 0);
    if (box.width < LONGER * length || sure.some(({ vertical }) => vertical)) continue;
    const line = await readByInk(image, box, read);
    if (line && lettersIn([line]) > lettersIn(sure)) all = [...all.filter((other) => !known.includes(other)), line];
  }
  return all;
}
