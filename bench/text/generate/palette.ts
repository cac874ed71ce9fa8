import { luma } from "../../../imaging/raster/colour.ts";
import type { Colour, GroundKind } from "./poster-spec.ts";
import type { Random } from "./random.ts";

function hsl(h: number, s: number, l: number): Colour {
  const a = s * Math.min(l, 1 - l);
  const channel = (n: number): number => {
    const k = (n + h / 30) % 12;
    return Math.round(255 * (l - a * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

const lumaOf = (c: Colour): number => luma(c[0], c[1], c[2]);
const apart = (colour: Colour, others: readonly Colour[]): number => Math.min(...others.map((o) => Math.abs(lumaOf(o) - lumaOf(colour))));

/** Colours of one ground, near in lightness so that one ink reads on all of it; three of them. */
export function groundColours(random: Random, kind: GroundKind): readonly Colour[] {
  const dark = random.chance(0.5);
  const hue = random.between(0, 360);
  const lightness = (): number => (dark ? random.between(0.08, 0.36) : random.between(0.74, 0.97));
  const turn = kind === "flat" ? 0 : random.between(10, 120);
  if (kind === "wood")
    return [hsl(random.between(20, 34), 0.45, dark ? 0.18 : 0.6), hsl(random.between(24, 40), 0.42, dark ? 0.36 : 0.82), hsl(30, 0.4, 0.5)];
  return [0, 1, 2].map((i) => hsl((hue + i * turn) % 360, random.between(0.1, 0.75), lightness()));
}

/** An ink that reads on all the colours: the first of some at random that stands off far enough, else black or white. */
export function inkOn(random: Random, grounds: readonly Colour[], least = 95): Colour {
  for (let i = 0; i < 40; i++) {
    const colour = random.chance(0.35)
      ? hsl(0, 0, random.chance(0.5) ? random.between(0, 0.15) : random.between(0.9, 1))
      : hsl(random.between(0, 360), random.between(0.4, 1), random.between(0.1, 0.95));
    if (apart(colour, grounds) >= least) return colour;
  }
  const black: Colour = [0, 0, 0];
  const white: Colour = [255, 255, 255];
  return apart(white, grounds) > apart(black, grounds) ? white : black;
}

/** Inks of different hue, each readable on all the grounds. */
export const inksOn = (random: Random, grounds: readonly Colour[], count: number): readonly Colour[] =>
  Array.from({ length: count }, () => inkOn(random, grounds, 75));
