import { boxMean } from "../../raster/box-mean.ts";
import type { Rgb } from "../../raster/colour.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import { type Shadow, shadowCoverage, shadowShare } from "./shadow.ts";
import { shrinkPlane } from "./shape.ts";

/** A line on a ground that nothing foretells. */
export interface Veiled {
  readonly image: FloatImage;
  /** 255 = other lines and things. */
  readonly foreign: Mask;
  /** Coverage of fill and outline together. */
  readonly ink: Plane;
  readonly sizePx: number;
}

/** What a shadow or glow is but for its colour; pixels of the region. */
export type Form = Pick<Shadow, "dx" | "dy" | "blurPx" | "opacity"> & { readonly times: number };

/** The letters' surroundings made smaller: means of what is seen of them. */
export interface Surroundings {
  readonly ink: Plane;
  /** Share of a pixel that is seen. */
  readonly seen: Plane;
  readonly channels: readonly Plane[];
  readonly scale: number;
  /** Half the side of the squares within which the ground is one colour and its detail. */
  readonly radius: number;
}

/** Nearer to the letters than this, pixels, their own antialiasing is seen; and coverage from which a pixel is letter. */
const BESIDE = 1.5;
const INK = 0.03;

/** The surroundings at a height of `em` pixels, or as they are where that is smaller. */
export function surroundingsOf({ image, foreign, ink, sizePx }: Veiled, em: number, squareEm: number): Surroundings {
  const { width, height } = ink;
  const scale = Math.min(1, em / sizePx);
  const distance = distanceToMask(maskWhere(ink, (i) => ink.data[i] > INK));
  const open = createPlane(width, height);
  for (let i = 0; i < open.data.length; i++) open.data[i] = foreign.data[i] === 0 && distance[i] >= BESIDE ? 1 : 0;
  const seen = shrinkPlane(open, scale);
  const channels = [0, 1, 2].map((c) => {
    const sums = shrinkPlane({ width, height, data: open.data.map((o, i) => o * image.data[i * 3 + c]) }, scale);
    return { ...sums, data: sums.data.map((v, i) => (seen.data[i] > 0 ? v / seen.data[i] : 0)) };
  });
  return { ink: shrinkPlane(ink, scale), seen, channels, scale, radius: Math.max(2, Math.round(squareEm * scale * sizePx)) };
}

export interface Explained {
  readonly form: Form;
  readonly colour: Rgb;
  /** Logarithm of what is left unexplained of the ground's detail, per pixel: the lower the likelier. */
  readonly left: number;
}

/** Variance of rounding and compression, of the ground's detail: they are there however dense a veil is. */
const ROUNDING = 0.02;
/** A veil that hides all leaves nothing to be told. */
const DENSEST = 0.995;
const LEAST_MASS = 1e-4;

/** What a veil does at each pixel, and how much each says of it. */
interface Cast {
  readonly share: Float32Array;
  /** The veil less what the ground's mean takes of it: what its colour is multiplied by. */
  readonly own: Float32Array;
  readonly mass: Plane;
  readonly weight: Float32Array;
  /** Seen pixels, and the sum of the logarithms of their spreads. */
  readonly count: number;
  readonly logs: number;
}

/** The blurred copy drawn last of each of the letters: forms that differ in density alone are tried one after the other. */
const lastSoft = new WeakMap<Plane, { readonly key: string; readonly data: Float32Array }>();

function softOf({ ink, scale }: Surroundings, { dx, dy, blurPx }: Form): Float32Array {
  const key = `${dx} ${dy} ${blurPx}`;
  const last = lastSoft.get(ink);
  if (last?.key === key) return last.data;
  const { data } = shadowCoverage(ink, { dx: dx * scale, dy: dy * scale, blurPx: blurPx * scale });
  lastSoft.set(ink, { key, data });
  return data;
}

/** Share of the ground that a veil of this form hides. */
const sharesOf = (view: Surroundings, form: Form): Float32Array =>
  softOf(view, form).map((soft) => Math.min(DENSEST, shadowShare(form, soft)));

function castOf({ seen, radius }: Surroundings, share: Float32Array): Cast {
  const part = (of: (share: number) => number): Plane => ({ ...seen, data: share.map((e, i) => seen.data[i] * (1 - e) * of(e)) });
  const mass = boxMean(
    part((e) => 1 - e),
    radius,
  );
  const veil = boxMean(
    part((e) => e),
    radius,
  ).data;
  const [own, weight] = [new Float32Array(share.length), new Float32Array(share.length)];
  let [count, logs] = [0, 0];
  for (let i = 0; i < share.length; i++) {
    if (seen.data[i] === 0) continue;
    const spread = (1 - share[i]) ** 2 + ROUNDING;
    own[i] = share[i] - ((1 - share[i]) * veil[i]) / Math.max(LEAST_MASS, mass.data[i]);
    weight[i] = seen.data[i] / spread;
    count += seen.data[i];
    logs += seen.data[i] * Math.log(spread);
  }
  return { share, own, mass, weight, count, logs };
}

const clamp = (v: number): number => Math.max(0, Math.min(255, v));

/** The colour that suits a veil in one channel, and the squares it leaves. */
function channelOf({ data }: Plane, { seen, radius }: Surroundings, cast: Cast): { colour: number; left: number } {
  const { share, own, mass, weight } = cast;
  const mean = boxMean({ ...seen, data: data.map((v, i) => v * seen.data[i] * (1 - share[i])) }, radius).data;
  let [cross, all, squares] = [0, 0, 1e-6];
  for (let i = 0; i < data.length; i++) {
    if (weight[i] === 0) continue;
    const off = data[i] - ((1 - share[i]) * mean[i]) / Math.max(LEAST_MASS, mass.data[i]);
    cross += weight[i] * off * own[i];
    all += weight[i] * off * off;
    squares += weight[i] * own[i] * own[i];
  }
  const colour = clamp(cross / squares);
  return { colour, left: all - 2 * colour * cross + colour * colour * squares };
}

/**
 * How likely the surroundings are under something of one colour that hides such shares of them: the ground is one colour within a square and detail about it,
 * whose contrast is taken down (least squares in that one colour; the ground's colours fall out).
 */
function explainedAs(view: Surroundings, share: Float32Array): Omit<Explained, "form"> {
  const cast = castOf(view, share);
  const channels = view.channels.map((channel) => channelOf(channel, view, cast));
  const left = channels.reduce((sum, channel) => sum + channel.left, 0);
  const count = Math.max(1, cast.count);
  const colour = channels.map((channel) => channel.colour) as unknown as Rgb;
  return { colour, left: Math.log(Math.max(1e-6, left / count)) + cast.logs / count };
}

/** How likely the surroundings are under a veil of this form. ~2 ms on 230×60. */
export const explainedBy = (view: Surroundings, form: Form): Explained => ({ form, ...explainedAs(view, sharesOf(view, form)) });

/** The same of letters that have an outline instead: the least that one of these widths leaves, pixels of the region. */
export function leftByOutline(view: Surroundings, widthsPx: readonly number[]): number {
  const { ink, scale } = view;
  const distance = distanceToMask(maskWhere(ink, (i) => ink.data[i] > 0.5));
  const left = (px: number): number =>
    explainedAs(
      view,
      Float32Array.from(distance, (d) => Math.max(0, Math.min(DENSEST, px * scale + 1 - d))),
    ).left;
  return Math.min(...widthsPx.map(left));
}
