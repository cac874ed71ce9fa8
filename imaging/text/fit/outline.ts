import type { Rgb } from "../../raster/colour.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { FloatImage, Mask, Plane } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";
import type { LineFrame } from "../frame.ts";

export interface Outline {
  readonly colour: Rgb;
  /** Visible band outside the fill, pixels. */
  readonly widthPx: number;
}

interface Bands {
  readonly distance: Float32Array;
  /** Pixel indices by whole distance from the fill: `bands[k]` lies k−½…k+½ away. */
  readonly bands: readonly number[][];
}

function bandsAround(fill: Plane, at: { foreign: Mask; reach: number }): Bands {
  const hard = maskWhere(fill, (i) => fill.data[i] > 0.5);
  const distance = distanceToMask(hard);
  const bands: number[][] = Array.from({ length: at.reach + 1 }, () => []);
  for (let i = 0; i < distance.length; i++) {
    const k = Math.round(distance[i]);
    if (distance[i] > 0 && k <= at.reach && at.foreign.data[i] === 0) bands[k].push(i);
  }
  return { distance, bands };
}

const medianColour = (image: FloatImage, set: readonly number[]): Rgb => {
  const channel = (c: number) => median(set.map((i) => image.data[i * 3 + c]));
  return [channel(0), channel(1), channel(2)];
};

const apart = (image: FloatImage, i: number, c: Rgb): number =>
  Math.sqrt((image.data[i * 3] - c[0]) ** 2 + (image.data[i * 3 + 1] - c[1]) ** 2 + (image.data[i * 3 + 2] - c[2]) ** 2);

const alike = (image: FloatImage, set: readonly number[], c: Rgb): number =>
  set.filter((i) => apart(image, i, c) < 42).length / Math.max(1, set.length);

/** Distance at which the band stops having the colour, between whole pixels by linear interpolation; 0 where it never had it. */
function bandWidth(shares: readonly number[]): number {
  for (let k = 2; k < shares.length; k++) {
    if (shares[k] >= 0.5) continue;
    const before = shares[k - 1];
    return k - 1 + (before - 0.5) / Math.max(0.05, before - shares[k]);
  }
  return 0;
}

/** Share of the pixels all round the letters that an outline loses within two pixels before and after its end; a panel ends here and there. */
const LOST_AT_THE_END = 0.65;
const endsAtOnce = (shares: readonly number[], widthPx: number): boolean =>
  shares[Math.max(2, Math.floor(widthPx) - 2)] - shares[Math.ceil(widthPx) + END] > LOST_AT_THE_END;
/** So far beyond its end an outline is still looked at, pixels. */
const END = 2;

/** Pixels clear of the band that lie within its bounds along and across the line: beside and between letters, and in the corners. */
function besideBand({ distance }: Bands, { frame, foreign, widthPx }: { frame: LineFrame; foreign: Mask; widthPx: number }): number[] {
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < distance.length; i++) {
    if (distance[i] > widthPx - 1) continue;
    [u0, u1] = [Math.min(u0, frame.u[i]), Math.max(u1, frame.u[i])];
    [v0, v1] = [Math.min(v0, frame.v[i]), Math.max(v1, frame.v[i])];
  }
  const inside = (i: number): boolean => frame.u[i] > u0 && frame.u[i] < u1 && frame.v[i] > v0 && frame.v[i] < v1;
  const set: number[] = [];
  for (let i = 0; i < distance.length; i++) if (distance[i] > widthPx + 1 && foreign.data[i] === 0 && inside(i)) set.push(i);
  return set;
}

/**
 * Reads an outline off the picture: going outward from the fill, the colour is the same all round for a while and then
 * stops everywhere at the same distance. A panel behind the line is told apart because it does not follow the letters.
 * `undefined` where there is none or it is thinner than about 1.5 px.
 */
export function findOutline(
  image: FloatImage,
  fill: Plane,
  at: { readonly frame: LineFrame; readonly foreign: Mask; readonly sizePx: number; readonly fillColour: Rgb },
): Outline | undefined {
  const widest = Math.max(6, Math.round(at.sizePx * 0.3));
  const around = bandsAround(fill, { foreign: at.foreign, reach: widest + END });
  const { distance, bands } = around;
  const inner = [...bands[2], ...(at.sizePx > 40 ? bands[3] : [])];
  if (inner.length < 20) return undefined;
  const colour = medianColour(image, inner);
  if (Math.hypot(colour[0] - at.fillColour[0], colour[1] - at.fillColour[1], colour[2] - at.fillColour[2]) < 40) return undefined;
  const shares = bands.map((band) => alike(image, band, colour));
  if ((shares[2] ?? 0) < 0.6) return undefined;
  const widthPx = bandWidth(shares);
  if (widthPx < 1.5 || widthPx > widest || !endsAtOnce(shares, widthPx)) return undefined;
  const beyond = (from: number, to: number) => {
    const set: number[] = [];
    for (let i = 0; i < distance.length; i++) {
      if (distance[i] > from && distance[i] <= to && at.foreign.data[i] === 0) set.push(i);
    }
    return set;
  };
  // Sharp end, and the colour is not simply that of the background further out.
  const after = beyond(widthPx + 1.5, widthPx + 4);
  if (after.length < 20 || alike(image, after, colour) > 0.35) return undefined;
  const betweenLetters = after.filter((i) => Math.abs(at.frame.v[i]) < at.sizePx * 0.3);
  if (betweenLetters.length >= 20 && alike(image, betweenLetters, colour) > 0.5) return undefined;
  const beside = besideBand(around, { ...at, widthPx });
  if (beside.length >= 20 && alike(image, beside, colour) > 0.5) return undefined;
  const unmixed = beyond(1.2, widthPx - 0.3);
  return { colour: unmixed.length >= 20 ? medianColour(image, unmixed) : colour, widthPx };
}
