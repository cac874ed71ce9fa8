import type { Rgb } from "../../raster/colour.ts";
import { cellOf } from "../frame.ts";

/** A colour on the way of a gradient; `at` is 0 at its start and 1 at its end. */
export interface Stop {
  readonly at: number;
  readonly colour: Rgb;
}

/** A straight gradient over a line: `angle` in radians from the line's `u` towards its `v`; `from`, `to` in pixels off its centre. */
export interface Ramp {
  readonly kind: "linear";
  readonly angle: number;
  readonly from: number;
  readonly to: number;
  /** In order, two at least. */
  readonly stops: readonly Stop[];
}

/**
 * The fill's colour as a function of place, and how much of it covers what lies under it: `opacity` 0–1, 1 unless said. `half`: it was read off a
 * picture that keeps colour at half size.
 */
export type Paint = { readonly opacity?: number; readonly half?: boolean } & (
  | { readonly kind: "solid"; readonly colour: Rgb }
  | Ramp
  /** One colour per character that is not a space. `edges` as in `cellEdges`. */
  | { readonly kind: "perCharacter"; readonly colours: readonly Rgb[]; readonly edges: readonly number[] }
);

/** Stops of these colours at even distances. */
export const evenStops = (colours: readonly Rgb[]): readonly Stop[] =>
  colours.map((colour, k) => ({ at: colours.length > 1 ? k / (colours.length - 1) : 0, colour }));

/** What a paint shall reach over, pixels: the nearest and farthest along the line and across it. */
export interface Ends {
  readonly u: readonly [number, number];
  readonly v: readonly [number, number];
}

/** A gradient from corner to corner of what it shall reach over; `degrees` clockwise from left to right, 90 unless said. */
export function rampOver({ u, v }: Ends, colours: readonly Rgb[], degrees = 90): Ramp {
  const angle = (degrees * Math.PI) / 180;
  const reach = u.flatMap((x) => v.map((y) => x * Math.cos(angle) + y * Math.sin(angle)));
  return { kind: "linear", angle, from: Math.min(...reach), to: Math.max(...reach), stops: evenStops(colours) };
}

const mixed = (a: Rgb, b: Rgb, t: number): Rgb => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

/** How far along a gradient a place of the line is, 0–1. */
export function alongRamp({ angle, from, to }: Pick<Ramp, "angle" | "from" | "to">, u: number, v: number): number {
  const t = (u * Math.cos(angle) + v * Math.sin(angle) - from) / (to - from || 1);
  return Math.max(0, Math.min(1, t));
}

function stopColour(stops: readonly Stop[], t: number): Rgb {
  for (let k = 1; k < stops.length; k++) {
    const [a, b] = [stops[k - 1], stops[k]];
    if (t <= b.at || k === stops.length - 1) return mixed(a.colour, b.colour, Math.max(0, Math.min(1, (t - a.at) / (b.at - a.at || 1))));
  }
  return stops[0].colour;
}

/** The paint's colour at a place of the line. */
export function paintAt(paint: Paint, u: number, v: number): Rgb {
  if (paint.kind === "solid") return paint.colour;
  if (paint.kind === "perCharacter") return paint.colours[Math.min(paint.colours.length - 1, cellOf(paint.edges, u))];
  return stopColour(paint.stops, alongRamp(paint, u, v));
}

/** The gradient carried to ink that runs from and to other places along the line; across it nothing moves. */
export function stretched(ramp: Ramp, before: readonly [number, number], after: readonly [number, number]): Ramp {
  const k = (before[1] - before[0]) / Math.max(1e-6, after[1] - after[0]);
  const [x, y] = [Math.cos(ramp.angle) * k, Math.sin(ramp.angle)];
  const length = Math.hypot(x, y);
  if (!(k > 0) || length < 1e-6) return ramp;
  // u before = before[0] + (u − after[0])·k
  const offset = Math.cos(ramp.angle) * (before[0] - after[0] * k);
  return { ...ramp, angle: Math.atan2(y, x), from: (ramp.from - offset) / length, to: (ramp.to - offset) / length };
}
