import type { Point, Rect } from "../../protocol/geometry.ts";
import { cropRaster, growRect } from "../raster/crop.ts";
import type { RasterImage } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";
import { type LineReader, linesOf } from "./lines-of.ts";

/** A line at the edge of a cut is read badly: this share of the shorter side is looked at beyond it. */
const MARGIN = 0.35;

const moved = (line: TextLine, dx: number, dy: number): TextLine => {
  const shift = (p: Point<"image">): Point<"image"> => ({ x: p.x + dx, y: p.y + dy });
  const [a, b, c, d] = line.quad;
  return { ...line, box: { ...line.box, cx: line.box.cx + dx, cy: line.box.cy + dy }, quad: [shift(a), shift(b), shift(c), shift(d)] };
};

const middleIn = ({ box }: TextLine, { x, y, width, height }: Rect<"image">): boolean =>
  box.cx >= x && box.cx <= x + width && box.cy >= y && box.cy <= y + height;

/** The lines whose middle lies in `area`, read from a cut around it: small print that the whole picture hides is found there. */
export async function linesIn(
  image: RasterImage,
  area: Rect<"image">,
  at: { readonly reader: LineReader; readonly signal: AbortSignal },
): Promise<readonly TextLine[]> {
  const [x, y] = [Math.max(0, Math.floor(area.x)), Math.max(0, Math.floor(area.y))];
  const right = Math.min(image.width, Math.ceil(area.x + area.width));
  const bottom = Math.min(image.height, Math.ceil(area.y + area.height));
  if (right <= x || bottom <= y) return [];
  const margin = Math.ceil(MARGIN * Math.min(right - x, bottom - y));
  const cut = growRect({ x, y, width: right - x, height: bottom - y }, margin, image);
  const lines = await linesOf(cropRaster(image, cut), at.reader, at.signal);
  return lines.map((line) => moved(line, cut.x, cut.y)).filter((line) => middleIn(line, area));
}

/** A place a person pointed at: an area they drew, or a point with some room around it. */
export interface Pointed {
  readonly area: Rect<"image">;
  readonly at?: Point<"image">;
}

/** Whether a line's box, turned as it is, holds a point. */
function holds({ box }: TextLine, { x, y }: Point<"image">): boolean {
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  const [dx, dy] = [x - box.cx, y - box.cy];
  return Math.abs(dx * c + dy * s) <= box.width / 2 && Math.abs(dy * c - dx * s) <= box.height / 2;
}

/** `lines` with those of every place a person pointed at where nothing had been found. */
export async function withPointed(
  image: RasterImage,
  lines: readonly TextLine[],
  at: { readonly places: readonly Pointed[]; readonly reader: LineReader; readonly signal: AbortSignal },
): Promise<readonly TextLine[]> {
  const all = [...lines];
  for (const { area, at: point } of at.places) {
    if (all.some((line) => (point ? holds(line, point) : middleIn(line, area)))) continue;
    const found = await linesIn(image, area, at);
    all.push(...found.filter((line) => !all.some((known) => holds(known, { x: line.box.cx, y: line.box.cy }))));
  }
  return all;
}
