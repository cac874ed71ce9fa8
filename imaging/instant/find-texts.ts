import type { FoundText } from "../../protocol/text-style.ts";
import { formatHex } from "../raster/colour.ts";
import type { RasterImage } from "../raster/raster.ts";
import { paragraphsOf } from "../text/find/paragraphs.ts";
import { struckThrough } from "../text/find/struck.ts";
import type { TextLine } from "../text/types.ts";
import { inkColours } from "./ink-colours.ts";
import { type LineReader, linesOf } from "./lines-of.ts";

const round = (value: number): number => Math.round(value * 100) / 100;

/** The cheap part of a line's style: its colour(s), size and angle, without looking for the font. */
function glance(image: RasterImage, line: TextLine, lines: readonly TextLine[]): FoundText["style"] {
  const { overall, cells } = inkColours(image, line, lines);
  return {
    sizePx: round(line.box.height * 0.8),
    angle: Math.round(line.box.angle * 1e4) / 1e4,
    fill: cells ? { kind: "perCharacter", colours: cells.map(formatHex) } : { kind: "solid", colour: formatHex(overall) },
  };
}

/** Which of a text with figures is struck through: an old price, mostly. */
function struckPart(image: RasterImage, line: TextLine): Pick<FoundText, "struck"> {
  const struck = /\d/.test(line.string) ? struckThrough(image, line) : undefined;
  return struck ? { struck: [...struck] } : {};
}

/** Every text of a picture with its place, sureness and the style that can be told at a glance. Throws the signal's reason. */
export async function findTexts(image: RasterImage, reader: LineReader, signal: AbortSignal): Promise<readonly FoundText[]> {
  const lines = await linesOf(image, reader, signal);
  const paragraphs = paragraphsOf(lines);
  return lines.map((line) => ({
    string: line.string,
    quad: line.quad.map((p) => ({ x: round(p.x), y: round(p.y) })) as unknown as FoundText["quad"],
    confidence: Math.round(line.confidence * 1000) / 1000,
    paragraph: paragraphs.findIndex((paragraph) => paragraph.includes(line)),
    style: glance(image, line, lines),
    ...struckPart(image, line),
  }));
}
