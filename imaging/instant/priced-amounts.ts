import type { OrientedBox } from "../../protocol/geometry.ts";
import { endsInSign, isBareAmount, startsWithUnit } from "../text/prices.ts";

/** A text with its box. */
export interface Boxed {
  readonly string: string;
  readonly box: OrientedBox<"image">;
}

/** How far a small ¥ or 元 may stand from its large amount, in heights of the amount. */
const APART = 0.6;

/** Whether an amount stands by itself in its line while its currency is set beside it, smaller or in another colour: ¥ 168 元. */
export function isPricedBeside(line: Boxed, lines: readonly Boxed[]): boolean {
  if (!isBareAmount(line.string)) return false;
  const { cx, cy, width, height, angle } = line.box;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return lines.some((other) => {
    const [dx, dy] = [other.box.cx - cx, other.box.cy - cy];
    const [along, across] = [dx * c + dy * s, dy * c - dx * s];
    const gap = Math.abs(along) - (width + other.box.width) / 2;
    if (other === line || Math.abs(across) > 0.6 * height || gap > APART * height || gap < -0.5 * height) return false;
    return along > 0 ? startsWithUnit(other.string) : endsInSign(other.string);
  });
}
