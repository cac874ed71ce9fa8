import { luma } from "../../../raster/colour.ts";
import type { Plane, RasterImage } from "../../../raster/raster.ts";
import { sampleBox } from "../../../raster/resample.ts";
import type { TextLine } from "../../types.ts";
import { ABOVE, EM, normalised, ROWS } from "./shape-cell.ts";

/** What is cut around a line on every side, shares of its height. */
const PAD = 0.35;
/** Of Han characters: the middle lies so far over the baseline, cell pixels. */
const MIDDLE = 9;

/** A line levelled and brought to one size, `EM` pixels per em if its type has the size that was asked for; columns stay upright. */
export interface ShapeStrip {
  readonly plane: Plane;
  readonly vertical: boolean;
  /** Where the line's box begins and ends along the reading. */
  readonly from: number;
  readonly to: number;
  /** Strip pixels per image pixel. */
  readonly scale: number;
}

/** Whole pixels along the reading, to a cell's leading edge, and across it, off the line's middle. */
export interface CellPlace {
  readonly along: number;
  readonly across: number;
}

/** The lightness of a line as if its type were `sizePx` image pixels large. */
export function shapeStrip(image: RasterImage, { box, vertical }: Pick<TextLine, "box" | "vertical">, sizePx: number): ShapeStrip {
  const scale = EM / sizePx;
  const upright = vertical ? { ...box, width: box.height, height: box.width, angle: box.angle - Math.PI / 2 } : box;
  const pad = 2 * PAD * box.height;
  const [width, height] = [Math.ceil((upright.width + pad) * scale), Math.ceil((upright.height + pad) * scale)];
  const size = { width, height, supersample: Math.max(1, Math.min(4, Math.round(1 / scale))) };
  const { data } = sampleBox(image, { ...upright, width: width / scale, height: height / scale }, size);
  const plane = { width, height, data: new Float32Array(width * height) };
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = luma(data[3 * i], data[3 * i + 1], data[3 * i + 2]);
  const middle = (vertical ? height : width) / 2;
  const half = (box.width * scale) / 2;
  return { plane, vertical, from: middle - half, to: middle + half, scale };
}

/** Length of a cell along the reading. */
export const lengthOf = ({ vertical }: ShapeStrip, columns: number): number => (vertical ? EM : columns);

/** What is seen in a cell, normalised, written to `out` (`ROWS` × `columns`); the strip's edge repeats beyond it. */
export function cellAt(
  { plane, vertical }: ShapeStrip,
  columns: number,
  { along, across, out }: CellPlace & { readonly out: Float32Array },
): Float32Array {
  const { data, width, height } = plane;
  const left = vertical ? Math.round(width / 2 - columns / 2) + across : along;
  const top = vertical ? along + EM / 2 + MIDDLE - ABOVE : Math.round(height / 2) + MIDDLE + across - ABOVE;
  const within = left >= 0 && left + columns <= width;
  for (let r = 0, to = 0; r < ROWS; r++) {
    const row = Math.max(0, Math.min(height - 1, top + r)) * width;
    if (within) for (let from = row + left; from < row + left + columns; from++) out[to++] = data[from];
    else for (let c = left; c < left + columns; c++) out[to++] = data[row + Math.max(0, Math.min(width - 1, c))];
  }
  return normalised(out);
}
