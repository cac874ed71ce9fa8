import type { OrientedBox, Point } from "../../../protocol/geometry.ts";
import { type FlatPoint, type Perspective, seenAt, unseenAt } from "../perspective.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";

/** The flat surface one line is written on: `u` along its baseline and `v` across, pixels from the line's middle on the baseline. */
export interface LinePlane {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  /** Lean of the letters to the right, radians. */
  readonly slant: number;
  readonly perspective?: Perspective | undefined;
  /** The line's own ends. */
  readonly ends: readonly [number, number];
  /** How high over the baseline the letters' middle lies, pixels. */
  readonly rise: number;
}

/** The plane of a line of which only its box is known. */
export const planeOfBox = ({ cx, cy, width, angle }: OrientedBox<"image">): LinePlane => ({
  x: cx,
  y: cy,
  angle,
  slant: 0,
  ends: [-width / 2, width / 2],
  rise: 0,
});

/** Ink ends relative to a setting's middle, pixels along the line. */
export function inkEnds(ruler: Ruler, setting: Setting, text: string): readonly [number, number] {
  const m = ruler.metrics(setting, text);
  const scale = setting.sizePx * setting.condense;
  return [(m.left - m.advance / 2) * scale, (m.right - m.advance / 2) * scale];
}

/** Height of letters' middle over the baseline, em. */
const RISE_EM = 0.36;

/** The plane of a line as it was set, in the setting's own pixels. */
export const planeOfSetting = (ruler: Ruler, setting: Setting, text: string): LinePlane => ({
  x: setting.x,
  y: setting.y,
  angle: setting.angle,
  slant: setting.vertical ? 0 : setting.slant,
  perspective: setting.perspective,
  ends: inkEnds(ruler, setting, text),
  rise: setting.vertical ? 0 : RISE_EM * setting.sizePx,
});

export function toFlat(plane: LinePlane, p: Point<"image">): FlatPoint {
  const [cos, sin] = [Math.cos(plane.angle), Math.sin(plane.angle)];
  const [dx, dy] = [p.x - plane.x, p.y - plane.y];
  const seen = { u: dx * cos + dy * sin, v: -dx * sin + dy * cos };
  return plane.perspective ? unseenAt(plane.perspective, seen) : seen;
}

export function toImage(plane: LinePlane, flat: FlatPoint): Point<"image"> {
  const { u, v } = plane.perspective ? seenAt(plane.perspective, flat) : flat;
  const [cos, sin] = [Math.cos(plane.angle), Math.sin(plane.angle)];
  return { x: plane.x + u * cos - v * sin, y: plane.y + u * sin + v * cos };
}
