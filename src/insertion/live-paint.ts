import type { Point } from "../../protocol/geometry.ts";
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

/** Where a text's baseline lies in its node: what a gradient's span is measured from. Canvas units. */
export interface BaselinePlace {
  readonly width: number;
  readonly height: number;
  /** Middle of the baseline, from the node's top-left corner. */
  readonly middle: Point<"canvas">;
  readonly unitsPerPx: number;
}

/** Unit square of the node to gradient space, for a gradient that runs over its span at its angle whatever the node's box. */
function spanned(fill: Extract<Fill, { kind: "linear" }>, [from, to]: readonly [number, number], at: BaselinePlace): Transform {
  const [c, s] = [Math.cos(fill.angle), Math.sin(fill.angle)];
  const start = { x: at.middle.x + c * from * at.unitsPerPx, y: at.middle.y + s * from * at.unitsPerPx };
  const length = Math.max(1e-3, (to - from) * at.unitsPerPx);
  const [x, y] = [c / length, s / length];
  return [
    [x * at.width, y * at.height, -(start.x * x + start.y * y)],
    [-y * at.width, x * at.height, 0.5 + start.x * y - start.y * x],
  ];
}

/** A fitted fill as the paint of a text node; without `place` a gradient runs over the node's whole box. */
export function livePaint(fill: Fill, place?: BaselinePlace): Paint {
  switch (fill.kind) {
    case "solid":
      return { type: "SOLID", color: rgbOf(fill.colour) };
    case "perCharacter":
      return { type: "SOLID", color: rgbOf(commonest(fill.colours)) };
    case "linear":
      return {
        type: "GRADIENT_LINEAR",
        gradientTransform: fill.span && place ? spanned(fill, fill.span, place) : Math.abs(fill.angle) > Math.PI / 4 ? DOWN : ALONG,
        gradientStops: fill.stops.map(({ offset, colour }) => ({ position: offset, color: { ...rgbOf(colour), a: 1 } })),
      };
  }
}

/** The fitted shadow in canvas units, once for each of its copies; Figma's radius is twice the blur's σ, as CSS has it. */
export function liveShadow({ shadow }: TextStyle, unitsPerPx: number): DropShadowEffect[] {
  if (!shadow) return [];
  const one: DropShadowEffect = {
    type: "DROP_SHADOW",
    color: { ...rgbOf(shadow.colour), a: Math.min(1, Math.max(0, shadow.opacity)) },
    offset: { x: shadow.dx * unitsPerPx, y: shadow.dy * unitsPerPx },
    radius: Math.max(0, 2 * shadow.blurPx * unitsPerPx),
    visible: true,
    blendMode: "NORMAL",
  };
  return Array.from({ length: shadow.times ?? 1 }, () => ({ ...one }));
}
