import { type Affine, compose, scaling } from "../../../protocol/geometry.ts";
import { type Bend, bendAt, scaleBend } from "./bend.ts";
import type { ColourMatch } from "./match-colour.ts";

/** How an output lies on its source: where each source pixel is found in the output, and what its colours must become. */
export interface Placing {
  /** Source pixels → output pixels. */
  readonly transform: Affine;
  /** Where an affine map is not enough; added to it. */
  readonly bend?: Bend;
  readonly colour: ColourMatch;
}

/** Where in the output a place of the source is found; (0.5, 0.5) is the centre of the first pixel on both. */
export function placeIn(
  { transform: [[a, c, e], [b, d, f]], bend }: Placing,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  const by = bend === undefined ? { x: 0, y: 0 } : bendAt(bend, x, y);
  return { x: a * x + c * y + e + by.x, y: b * x + d * y + f + by.y };
}

/** The placing of the same pictures at other sizes: the source `sx`, `sy` times as large, the output `ox`, `oy` times. */
export function scalePlacing<P extends Placing>(placing: P, by: { sx: number; sy: number; ox: number; oy: number }): P {
  const { sx, sy, ox, oy } = by;
  return {
    ...placing,
    transform: compose(scaling(ox, oy), compose(placing.transform, scaling(1 / sx, 1 / sy))),
    ...(placing.bend && { bend: scaleBend(placing.bend, by) }),
  };
}
