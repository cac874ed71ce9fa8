import type { Rgb } from "../raster/colour.ts";
import type { RasterImage } from "../raster/raster.ts";
import { lineFrame } from "../text/frame.ts";
import { extractMatte } from "../text/matte/matte.ts";
import { cutRegion } from "../text/region.ts";
import type { TextLine } from "../text/types.ts";

/** The colours of a line's letters as they are seen before any font is known, 0–255. */
export interface InkColours {
  readonly overall: Rgb;
  /** Of each character that is no space; set where they differ. */
  readonly cells?: readonly Rgb[];
}

/** A glance at a line's letters: 10 to 60 ms. */
export function inkColours(image: RasterImage, line: TextLine, lines: readonly TextLine[]): InkColours {
  const region = cutRegion(image, line, { others: lines });
  const { colours, perCharacter } = extractMatte(region, lineFrame(line.box, region.rect), line.chars);
  return { overall: colours.overall, ...(perCharacter && { cells: colours.cells }) };
}
