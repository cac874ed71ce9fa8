import type { OrientedBox } from "../../../protocol/geometry.ts";
import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";

/** Free ground above and below a line's box, across its direction, pixels. */
export interface Headroom {
  readonly above: number;
  readonly below: number;
}

/** Colour of a small piece of ground and how much it varies, 0–255. */
interface Swatch {
  readonly mean: readonly [number, number, number];
  readonly spread: number;
}

/** Kept free before whatever ends the room, and length of the pieces of ground compared, shares of the box's height. */
const MARGIN = 0.3;
const PIECE = 0.5;
/** Colours so far apart (0–255) at one step, or in all, are another ground; so much more variation is a thing standing there. */
const EDGE = 22;
const DRIFT = 64;
const BUSIER = 30;

/** A stretch along the line, pixels from the box's middle. */
export type Span = readonly [from: number, to: number];

/** The pieces of ground along a span at `v` across from the box's middle, each `tall` pixels high; `undefined` where one leaves the picture. */
function swatches(image: RasterImage, box: OrientedBox<"image">, at: { span: Span; v: number; tall: number }): Swatch[] | undefined {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const count = Math.max(1, Math.round((at.span[1] - at.span[0]) / (PIECE * box.height)));
  const long = (at.span[1] - at.span[0]) / count;
  const out: Swatch[] = [];
  for (let k = 0; k < count; k++) {
    const [sum, n] = [[0, 0, 0, 0], 36];
    for (let s = 0; s < n; s++) {
      const u = at.span[0] + (k + ((s % 6) + 0.5) / 6) * long;
      const v = at.v + ((Math.floor(s / 6) + 0.5) / 6 - 0.5) * at.tall;
      const [x, y] = [Math.floor(box.cx + u * cos - v * sin), Math.floor(box.cy + u * sin + v * cos)];
      if (x < 0 || y < 0 || x >= image.width || y >= image.height) return undefined;
      const i = (y * image.width + x) * 4;
      for (let c = 0; c < 3; c++) sum[c] += image.data[i + c] / n;
      sum[3] += (image.data[i] ** 2 + image.data[i + 1] ** 2 + image.data[i + 2] ** 2) / n;
    }
    const spread = Math.sqrt(Math.max(0, sum[3] - sum[0] ** 2 - sum[1] ** 2 - sum[2] ** 2));
    out.push({ mean: [sum[0], sum[1], sum[2]], spread });
  }
  return out;
}

const apart = (a: Swatch, b: Swatch): number => Math.hypot(a.mean[0] - b.mean[0], a.mean[1] - b.mean[1], a.mean[2] - b.mean[2]);

/** Whether the ground goes on: as it was a step before, not far from the line's own, and no busier. */
const goesOn = (here: readonly Swatch[], before: readonly Swatch[], own: readonly Swatch[]): boolean =>
  here.every((h, k) => {
    const slack = 1.5 * own[k].spread;
    return (
      apart(h, before[k]) <= EDGE + slack &&
      apart(h, own[k]) <= DRIFT + slack &&
      h.spread <= Math.max(own[k].spread, before[k].spread) + BUSIER
    );
  });

/** Whether a line's box reaches into a stretch at `v`. */
function standsAt(line: TextLine, box: OrientedBox<"image">, { span, v }: { span: Span; v: number }): boolean {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const places = line.quad.map(({ x, y }) => ({
    u: (x - box.cx) * cos + (y - box.cy) * sin,
    v: -(x - box.cx) * sin + (y - box.cy) * cos,
  }));
  const [us, vs] = [places.map((p) => p.u), places.map((p) => p.v)];
  return Math.min(...us) < span[1] && Math.max(...us) > span[0] && Math.min(...vs) <= v && Math.max(...vs) >= v;
}

function walk(
  image: RasterImage,
  box: OrientedBox<"image">,
  at: { side: 1 | -1; span: Span; others: readonly TextLine[]; most: number },
): number {
  const step = Math.max(1, box.height / 12);
  const tall = Math.max(2, 2 * step);
  const own = swatches(image, box, { span: at.span, v: 0, tall: 0.8 * box.height });
  if (own === undefined) return 0;
  let before = own;
  for (let d = 0; d < at.most; d += step) {
    const v = at.side * (box.height / 2 + d);
    const here = swatches(image, box, { span: at.span, v, tall });
    const free = here !== undefined && goesOn(here, before, own) && !at.others.some((o) => standsAt(o, box, { span: at.span, v }));
    if (!free) return Math.max(0, d - MARGIN * box.height);
    before = here;
  }
  return at.most;
}

/**
 * How far above and below a line other rows may stand over `span` before they meet other text, the picture's edge, another ground or a thing on it.
 * `image` must show the ground where the line stands: its text taken away. Looks no further than `most` pixels.
 */
export function headroom(
  image: RasterImage,
  box: OrientedBox<"image">,
  at: { readonly span: Span; readonly others: readonly TextLine[]; readonly most: number },
): Headroom {
  return { above: walk(image, box, { ...at, side: -1 }), below: walk(image, box, { ...at, side: 1 }) };
}
