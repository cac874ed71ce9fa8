import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";

/** Free length beyond each end of a line along its direction, pixels. */
export interface Room {
  readonly before: number;
  readonly after: number;
}

interface Strip {
  readonly mean: readonly [number, number, number];
  readonly spread: number;
  readonly pixels: readonly (readonly number[])[];
}

/** Mean colour across the line's height at `u` from the box's centre; `undefined` where it leaves the picture. */
function stripAt(image: RasterImage, box: OrientedBox<"image">, u: number): Strip | undefined {
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const sum = [0, 0, 0, 0];
  const pixels: (readonly number[])[] = [];
  const rows = 9;
  for (let k = 0; k < rows; k++) {
    const v = (k / (rows - 1) - 0.5) * box.height * 0.8;
    const x = Math.floor(box.cx + u * cos - v * sin);
    const y = Math.floor(box.cy + u * sin + v * cos);
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return undefined;
    const i = (y * image.width + x) * 4;
    pixels.push([...image.data.subarray(i, i + 3)]);
    for (let c = 0; c < 3; c++) sum[c] += image.data[i + c];
    sum[3] += image.data[i] ** 2 + image.data[i + 1] ** 2 + image.data[i + 2] ** 2;
  }
  const mean = [sum[0] / rows, sum[1] / rows, sum[2] / rows] as const;
  const variance = sum[3] / rows - mean[0] ** 2 - mean[1] ** 2 - mean[2] ** 2;
  return { mean, spread: Math.sqrt(Math.max(0, variance)), pixels };
}

/** Whether a point of the picture lies in a line's box. */
export const coversPoint = (line: TextLine, x: number, y: number): boolean => {
  const cos = Math.cos(line.box.angle);
  const sin = Math.sin(line.box.angle);
  const dx = x - line.box.cx;
  const dy = y - line.box.cy;
  return Math.abs(dx * cos + dy * sin) < line.box.width / 2 && Math.abs(-dx * sin + dy * cos) < line.box.height / 2;
};

/** Where the line's own ground is looked at, heights from its middle: close enough to be within a button's rim. */
const GROUND_AT = 0.58;
const GROUND_SAMPLES = 48;
/** Distance of colours that are one, and the share of a strip that must be known ground. */
const KNOWN = { distance: 26, share: 0.85 } as const;

/** Colours right above and below the line where no other stands: stripes and textures that run under it go on beside it. */
function groundColours(image: RasterImage, { box }: TextLine, others: readonly TextLine[]): readonly (readonly number[])[] {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const found: (readonly number[])[] = [];
  for (const v of [-GROUND_AT * box.height, GROUND_AT * box.height]) {
    for (let k = 0; k < GROUND_SAMPLES; k++) {
      const u = ((k + 0.5) / GROUND_SAMPLES - 0.5) * box.width;
      const [x, y] = [Math.floor(box.cx + u * cos - v * sin), Math.floor(box.cy + u * sin + v * cos)];
      if (x < 0 || y < 0 || x >= image.width || y >= image.height || others.some((o) => coversPoint(o, x, y))) continue;
      const i = (y * image.width + x) * 4;
      found.push([...image.data.subarray(i, i + 3)]);
    }
  }
  return found;
}

const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Share of the ground under a line, at either extreme, that says nothing of what it stands on. */
const STRAY = 0.1;

/** How far the colours that a line stands across lie from the one beside its end: a change no greater is none that it keeps clear of. */
function crossedBy(ground: readonly (readonly number[])[], beside: Strip): number {
  const all = ground.map((colour) => apart(colour, beside.mean)).sort((a, b) => a - b);
  return all[Math.floor((1 - STRAY) * all.length)] ?? 0;
}

const isKnown = ({ pixels }: Strip, ground: readonly (readonly number[])[]): boolean => {
  const known = pixels.filter((p) => ground.some((g) => apart(p, g) < KNOWN.distance));
  return known.length >= KNOWN.share * pixels.length;
};

/** Kept free at the picture's edge, of its shorter side. */
const EDGE_MARGIN = 0.05;

/** Walks outward from one end until another line, the picture's margin or a change of background. */
function walk(image: RasterImage, line: TextLine, at: { side: 1 | -1; others: readonly TextLine[] }): number {
  const { box } = line;
  const edge = box.width / 2;
  // The line's own shadow or glow may reach over its end; a little further out the ground shows.
  const start = stripAt(image, box, at.side * (edge + 0.3 * box.height)) ?? stripAt(image, box, at.side * edge);
  if (!start) return 0;
  const step = Math.max(1, box.height / 16);
  const margin = 0.35 * box.height;
  const toEdge = Math.max(margin, EDGE_MARGIN * Math.min(image.width, image.height));
  const ground = groundColours(image, line, at.others);
  const crossed = crossedBy(ground, start);
  const tolerance = Math.max(22 + 1.5 * start.spread, crossed);
  const busiest = Math.max(start.spread + 30, crossed / 2);
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  let d = 0;
  for (; d < Math.hypot(image.width, image.height); d += step) {
    const u = at.side * (edge + d);
    const here = stripAt(image, box, u);
    if (!here) return Math.max(0, d - toEdge);
    const own = d < 0.3 * box.height;
    if (own) continue;
    const far = apart(here.mean, start.mean) > tolerance;
    if ((far || here.spread > busiest) && !isKnown(here, ground)) break;
    if (at.others.some((o) => coversPoint(o, box.cx + u * cos, box.cy + u * sin))) break;
  }
  return Math.max(0, d - margin);
}

/** How far a line may grow to each side before it meets other text, the picture's edge or a different background. */
export function roomAround(image: RasterImage, line: TextLine, all: readonly TextLine[]): Room {
  const others = all.filter((o) => o !== line);
  return { before: walk(image, line, { side: -1, others }), after: walk(image, line, { side: 1, others }) };
}
