import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { inkOf } from "./ink-heights.ts";
import type { ReadOptions } from "./read-line.ts";
import { lineOfReading, recogniseStrips } from "./recognise-strips.ts";
import { LINE_HEIGHT, lineStrip } from "./recogniser-input.ts";

type Box = OrientedBox<"image">;

/** What may stand before a figure and be too thin or small for the detector: without it the figure means something else. */
const SIGN = /^[-−–+±~¥$€£]$/u;
/** How far before the line it is looked for, shares of the line's height. */
const REACH = 0.45;
/** The sign must be read this surely. */
const SURE = 0.85;

/** The first number of a string. */
const figures = (string: string): string | undefined => /\d[\d.,]*/.exec(string)?.[0];

/** The box with more before its first character. */
function longer(box: Box): Box {
  const more = REACH * box.height;
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  return { ...box, cx: box.cx - (c * more) / 2, cy: box.cy - (s * more) / 2, width: box.width + more };
}

/** Whether something stands before the line that does not go on beyond the strip, as a picture or another word would. */
function isInkBefore(strip: FloatImage): boolean {
  const ink = inkOf(strip);
  if (!ink) return false;
  const zone = Math.round(REACH * LINE_HEIGHT);
  const isFilled = (x: number): boolean => {
    for (let y = 0; y < strip.height; y++) if (ink[y * strip.width + x] !== 0) return true;
    return false;
  };
  return !isFilled(0) && Array.from({ length: zone }, (_, x) => x).some(isFilled);
}

/** A line that begins with a figure, with the sign before it where one stands there. One recognition where there is ink, none otherwise. */
export async function withSignBefore(image: RasterImage, line: TextLine, { ocr, signal }: ReadOptions): Promise<TextLine> {
  if (line.vertical || !/^\d/.test(line.string)) return line;
  const box = longer(line.box);
  const strip = lineStrip(image, box);
  if (!isInkBefore(strip)) return line;
  const [reading] = await recogniseStrips([strip], ocr, signal);
  const [sign] = reading!.chars;
  const reads = sign && SIGN.test(sign.char) && sign.confidence >= SURE && figures(reading!.string) === figures(line.string);
  return reads ? { ...line, ...lineOfReading(box, reading!) } : line;
}
