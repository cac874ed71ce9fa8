import { type OrientedBox, quadOf } from "../../../protocol/geometry.ts";
import { type Component, labelComponents } from "../../raster/components.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { sampleBox } from "../../raster/resample.ts";
import type { TextLine } from "../types.ts";
import { inkOf } from "./ink-heights.ts";
import type { ReadOptions } from "./read-line.ts";
import { lineOfReading, recogniseStrips } from "./recognise-strips.ts";
import { lineStrip } from "./recogniser-input.ts";

type Box = OrientedBox<"image">;

/** How far before the line a small sign may begin, shares of the line's height. */
const REACH = 0.7;
/** The line is looked at no larger than this, pixels high. */
const LOOKED = 128;
/** Figures are of one height: less than this share of it is no figure of the line's, less than that a speck. */
const FIGURE = 0.75;
const SPECK = 0.2;
/** The sign's ink ends no further before the first figure than this, shares of the figures' height. */
const APART = 0.3;
/** Rooms around the sign's ink with which it is read, shares of its height: narrow signs read better tight, wide ones with air. */
const ROOMS = [0.4, 0.1] as const;
/** Signs that stand small before a price; the place speaks for one, so that a weak reading will do. */
const MONEY = /^[¥￥$€£]$/u;
const SURE = 0.3;

/** Along the line from the middle of the looked-at box, and across it, image pixels. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** The part of a box that an extent about its middle is. */
function partOf(box: Box, { from, to, top, bottom }: Extent): Box {
  const [u, v] = [(from + to) / 2, (top + bottom) / 2];
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  return { ...box, cx: box.cx + u * c - v * s, cy: box.cy + u * s + v * c, width: to - from, height: bottom - top };
}

/** The box with more before its first character. */
function longer(box: Box): Box {
  const more = REACH * box.height;
  return partOf(box, { from: -box.width / 2 - more, to: box.width / 2, top: -box.height / 2, bottom: box.height / 2 });
}

const endOf = ({ x, width }: Component): number => x + width;

/** What stands smaller just before the first figure, and where that begins; in pixels of the mask. */
function smallBefore(
  all: readonly Component[],
  rows: number,
): { readonly small: readonly Component[]; readonly figures: number } | undefined {
  // What comes in from above or below is a panel's edge.
  const components = all.filter(({ y, height }) => y > 0 && y + height < rows);
  const tall = Math.max(0, ...components.map(({ height }) => height));
  const figures = Math.min(...components.filter(({ height }) => height >= FIGURE * tall).map(({ x }) => x));
  const small = components.filter((one) => one.cx < figures && endOf(one) <= figures + 1 && one.height >= SPECK * tall);
  const isNear = small.some((one) => endOf(one) > figures - APART * tall);
  // What touches the end goes on beyond: another text or a picture.
  return isNear && small.every(({ x }) => x > 0) ? { small, figures } : undefined;
}

/** The line's own stretch and that of a sign set smaller before its figures, where one is drawn there. */
function partedAt(image: RasterImage, line: TextLine): { readonly signs: readonly Box[]; readonly rest: Box } | undefined {
  const box = longer(line.box);
  const scale = Math.min(1, LOOKED / box.height);
  const [width, height] = [Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale))];
  const ink = inkOf(sampleBox(image, box, { width, height, supersample: Math.min(4, Math.round(1 / scale)) }));
  const before = ink && smallBefore(labelComponents({ width, height, data: ink }).components, height);
  if (before === undefined) return undefined;
  const along = (x: number): number => (x / width - 0.5) * box.width;
  const across = (y: number): number => (y / height - 0.5) * box.height;
  const [top, bottom] = [Math.min(...before.small.map(({ y }) => y)), Math.max(...before.small.map(({ y, height: h }) => y + h))];
  const [from, to] = [Math.min(...before.small.map(({ x }) => x)), Math.max(...before.small.map(endOf))];
  const cut = along((to + before.figures) / 2);
  // Where the reader saw the first figure in it, it is one: old-style figures are of many heights.
  if (along(width) - line.box.width + line.chars[0]!.at < cut) return undefined;
  const looks = ROOMS.map((room) => room * (across(bottom) - across(top)));
  return {
    signs: looks.map((room) => partOf(box, { from: along(from) - room, to: cut, top: across(top) - room, bottom: across(bottom) + room })),
    rest: partOf(box, {
      from: Math.max(cut, along(width) - line.box.width),
      to: along(width),
      top: -box.height / 2,
      bottom: box.height / 2,
    }),
  };
}

/** The line in a box that ends where its own does. */
function within(line: TextLine, box: Box): TextLine {
  const less = line.box.width - box.width;
  return less <= 0
    ? line
    : { ...line, box, quad: quadOf(box), chars: line.chars.map((spot) => ({ ...spot, at: Math.max(0, spot.at - less) })) };
}

/**
 * A line that begins with a figure, without a sign set smaller before it (¥ before a large price) that its box took in but the reader did not see; the
 * sign is a line of its own, before it, where it is read as money. One recognition where there is such a sign, none otherwise.
 */
export async function withSmallSign(
  image: RasterImage,
  line: TextLine,
  { ocr, signal, others }: ReadOptions & { readonly others: readonly TextLine[] },
): Promise<readonly TextLine[]> {
  if (line.vertical || !/^\d/.test(line.string)) return [line];
  const parted = partedAt(image, line);
  const [sign] = parted?.signs ?? [];
  if (parted === undefined || sign === undefined || others.some((other) => other !== line && isIn(sign, other.box))) return [line];
  const strips = parted.signs.map((box) => lineStrip(image, box));
  const readings = await recogniseStrips(strips, ocr, signal);
  const seen = readings.findIndex(({ string, confidence }) => MONEY.test(string) && confidence >= SURE);
  const own = within(line, parted.rest);
  return seen < 0 ? [own] : [lineOfReading(parted.signs[seen]!, readings[seen]!), own];
}

/** Whether the middle of one box lies in another. */
function isIn(a: Box, b: Box): boolean {
  const [c, s] = [Math.cos(b.angle), Math.sin(b.angle)];
  const [dx, dy] = [a.cx - b.cx, a.cy - b.cy];
  return Math.abs(dx * c + dy * s) < b.width / 2 && Math.abs(dy * c - dx * s) < b.height / 2;
}
