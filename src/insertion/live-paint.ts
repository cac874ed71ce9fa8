import type { Fill, TextStyle } from "../../protocol/text-style.ts";

const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;

/** `#rrggbb` as Figma's colour, 0–1. */
export const rgbOf = (hex: string): RGB => ({ r: channel(hex, 1), g: channel(hex, 3), b: channel(hex, 5) });

/** The colour most characters have; one text node takes one fill here. */
export function commonest(colours: readonly string[]): string {
  const count = (colour: string): number => colours.filter((c) => c === colour).length;
  return colours.reduce((best, colour) => (count(colour) > count(best) ? colour : best), colours[0] ?? "#000000");
}

/** Along the reading direction, or top to bottom; unit square to gradient space as Figma has it. */
const ALONG: Transform = [
  [1, 0, 0],
  [0, 1, 0],
];
const DOWN: Transform = [
  [0, 1, 0],
  [-1, 0, 1],
];

/** A fitted fill as the paint of a text node. */
export function livePaint(fill: Fill): Paint {
  switch (fill.kind) {
    case "solid":
      return { type: "SOLID", color: rgbOf(fill.colour) };
    case "perCharacter":
      return { type: "SOLID", color: rgbOf(commonest(fill.colours)) };
    case "linear":
      return {
        type: "GRADIENT_LINEAR",
        gradientTransform: Math.abs(fill.angle) > Math.PI / 4 ? DOWN : ALONG,
        gradientStops: fill.stops.map(({ offset, colour }) => ({ position: offset, color: { ...rgbOf(colour), a: 1 } })),
      };
  }
}

/** The fitted shadow in canvas units; Figma's radius is twice the deviation a blur of this width has. */
export function liveShadow({ shadow }: TextStyle, unitsPerPx: number): DropShadowEffect[] {
  if (!shadow) return [];
  const one: DropShadowEffect = {
    type: "DROP_SHADOW",
    color: { ...rgbOf(shadow.colour), a: Math.min(1, Math.max(0, shadow.opacity)) },
    offset: { x: shadow.dx * unitsPerPx, y: shadow.dy * unitsPerPx },
    radius: Math.max(0, shadow.blurPx * unitsPerPx),
    visible: true,
    blendMode: "NORMAL",
  };
  return Array.from({ length: shadow.times ?? 1 }, () => ({ ...one }));
}
