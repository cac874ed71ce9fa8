import { type Lab, parseHex, toOklab } from "./colour.ts";

/** Chroma from which a named colour has a hue, OKLab. */
export const COLOURED = 0.04;

/** How well a colour is what another one's name means, 0–1: hue and strength for colours, lightness for greys. OKLab, `hex` as `#rrggbb`. */
export function likeNamed([lightness, x, y]: Lab, hex: string): number {
  const [l, a, b] = toOklab(parseHex(hex) ?? [0, 0, 0]);
  const [named, own] = [Math.hypot(a, b), Math.hypot(x, y)];
  if (named < COLOURED) return own > 1.5 * COLOURED ? 0 : Math.max(0, 1 - Math.abs(lightness - l) / 0.45);
  if (own < 0.6 * COLOURED) return 0;
  return Math.max(0, (x * a + y * b) / (own * named)) ** 2 * Math.min(1, own / (0.8 * named));
}
