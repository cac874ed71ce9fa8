import { type Affine, compose, scaling, translation } from "../../protocol/geometry.ts";
import type { GlyphRun } from "../ports.ts";
import { type Perspective, seenAt, seenFrom } from "./perspective.ts";
import type { Warp } from "./warp.ts";

/**
 * How one line is set, in pixels of its region. Enough to draw it again.
 * (`x`, `y`) is the baseline point under the middle of the advance; `angle` turns the baseline clockwise, `slant` leans the
 * letters to the right (radians), `condense` scales them along the line, `softness` is the σ of the blur the picture went through.
 */
export interface Setting {
  readonly faceId: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly sizePx: number;
  /** In em, added after every character. */
  readonly tracking: number;
  /** In em, added at every space. */
  readonly wordGap: number;
  readonly condense: number;
  readonly slant: number;
  readonly angle: number;
  readonly x: number;
  readonly y: number;
  readonly softness: number;
  /** Power of the coverage: under 1 where a rasteriser has thickened the letters' rims, over 1 where it has thinned them; absent = 1. */
  readonly rims?: number;
  /** Characters stand upright one below the other; (`x`, `y`) then is the middle of the column, `angle` its direction (π/2 downward). */
  readonly vertical?: boolean;
  /** The plane the line lies on is seen at an angle; absent = straight on. `sizePx`, `condense`, `slant`, `angle` are those of its middle. */
  readonly perspective?: Perspective;
  /** How the line bends (arcs); absent = straight. */
  readonly warp?: Warp;
}

/** Glyphs are always drawn from this em and scaled by the transform, so that no hinting or rounding depends on the size. */
export const EM = 100;

export const runOf = (setting: Setting, text: string): GlyphRun => ({
  faceId: setting.faceId,
  weight: setting.weight,
  italic: setting.italic,
  text,
  sizePx: EM,
  trackingPx: setting.tracking * EM,
  wordSpacingPx: setting.wordGap * EM,
});

/** Run space (em of `EM`, pen at 0) → region pixels. */
export function settingTransform(setting: Setting, advanceEm: number): Affine {
  const cos = Math.cos(setting.angle);
  const sin = Math.sin(setting.angle);
  const turn: Affine = [
    [cos, -sin, setting.x],
    [sin, cos, setting.y],
  ];
  const lean: Affine = [
    [1, -Math.tan(setting.slant), 0],
    [0, 1, 0],
  ];
  const scale = setting.sizePx / EM;
  const size = scaling(scale * setting.condense, scale);
  return compose(turn, compose(lean, compose(size, translation((-advanceEm / 2) * EM, 0))));
}

/** Pixels from a setting's middle along its baseline → seen there, likewise. */
export const seenAlong = ({ perspective }: Setting, u: number): number => (perspective ? seenAt(perspective, { u, v: 0 }).u : u);

/** The setting with its middle moved along its own baseline, on the same plane and the same bend. */
export function slidAlong(setting: Setting, along: number): Setting {
  const { perspective, warp, angle } = setting;
  const { u, ...seen } = perspective ? seenFrom(perspective, along, setting) : { u: along };
  return {
    ...setting,
    ...seen,
    x: setting.x + Math.cos(angle) * u,
    y: setting.y + Math.sin(angle) * u,
    ...(warp ? { warp: { ...warp, from: warp.from + along } } : {}),
  };
}
