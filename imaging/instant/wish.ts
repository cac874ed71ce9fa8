import type { StyleWish } from "../../protocol/plan.ts";
import { joinsLetters } from "../../protocol/writing.ts";
import type { FontFace, FontLibrary } from "../ports.ts";
import { fromOklab, parseHex, type Rgb, toOklab } from "../raster/colour.ts";
import { usableFaces } from "../text/fit/candidates.ts";
import type { Outline } from "../text/fit/outline.ts";
import { type Ends, type Paint, rampOver, stretched } from "../text/fit/paint.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import type { Setting } from "../text/setting.ts";
import { askedFont, fontWarning } from "./asked-font.ts";
import { areGuessed, carriedColours } from "./carried-colours.ts";

const BLACK: Rgb = [0, 0, 0];
const rgb = (hex: string): Rgb => parseHex(hex) ?? BLACK;

/** What is wished of letters: what the plan's style says, and how much darker or lighter than they are. */
export type LetterWish = StyleWish & {
  /** −1 (black) to 1 (white), a share of the way there in lightness. */
  readonly shade?: number | undefined;
};

/** Whether a wish touches how letters look, so that kept ones must be drawn anew too. */
export const changesLook = (wish: LetterWish | undefined): boolean =>
  wish !== undefined && Object.entries(wish).some(([key, value]) => key !== "align" && key !== "lines" && value !== undefined);

/** The nearest weight the face has. */
export function nearestWeight(face: FontFace, weight: number): number {
  if (face.variable) return Math.max(face.weights[0], Math.min(face.weights[face.weights.length - 1], weight));
  return face.weights.reduce((best, w) => (Math.abs(w - weight) < Math.abs(best - weight) ? w : best), face.weights[0]);
}

const FALLBACK_GROUPS: readonly (readonly string[])[] = [
  ["grotesque", "geometric", "humanist", "condensed", "rounded", "display", "mono"],
  ["serif", "slab"],
  ["script", "handwriting", "brush"],
];

/** A face that has the characters, of the same kind as the one that lacks them. */
function standIn(fonts: FontLibrary, like: FontFace, text: string): FontFace | undefined {
  const able = usableFaces(fonts, text);
  const group = FALLBACK_GROUPS.find((g) => g.includes(like.category)) ?? [];
  return able.find((f) => f.category === like.category) ?? able.find((f) => group.includes(f.category)) ?? able[0];
}

export interface Restyled {
  readonly setting: Setting;
  readonly outline: Outline | undefined;
  readonly warnings: readonly string[];
  /** The letters are of another face or look than before. */
  readonly fresh: boolean;
}

/** The setting a wish and the new string ask for, before it is placed. `undefined` where no face can set the string. */
export function restyle(
  fonts: FontLibrary,
  at: { setting: Setting; face: FontFace; outline: Outline | undefined; text: string; wish: StyleWish | undefined },
): Restyled | undefined {
  const { wish, text } = at;
  const warnings: string[] = [];
  const asked = askedFont(usableFaces(fonts, text), wish?.font);
  const about = wish?.font === undefined ? undefined : fontWarning(wish.font, asked);
  if (about !== undefined) warnings.push(about);
  let face = asked?.face ?? at.face;
  if (!fonts.covers(face.id, text)) {
    const other = standIn(fonts, face, text);
    if (!other) return undefined;
    warnings.push(`${face.family} has no letters for “${text}”; ${other.family} stands in.`);
    face = other;
  }
  const italic = (wish?.italic ?? at.setting.italic) && face.italic;
  const slant = wish?.italic === true && !face.italic ? 0.2 : wish?.italic === false ? 0 : at.setting.slant;
  const factor = wish?.sizeFactor ?? 1;
  const sizePx = wish?.size ?? Math.max(1, at.setting.sizePx * factor + (wish?.sizeBy ?? 0));
  const same = face.id === at.face.id;
  const setting: Setting = {
    ...at.setting,
    faceId: face.id,
    weight: nearestWeight(face, wish?.weight ?? at.setting.weight),
    italic,
    slant,
    sizePx,
    condense: same ? at.setting.condense : 1,
    tracking: joinsLetters(text)
      ? 0
      : trackingFor(same ? at.setting.tracking : Math.max(0, Math.min(0.1, at.setting.tracking)), wish, sizePx),
  };
  return { setting, outline: outlineFor(at.outline, wish, sizePx), warnings, fresh: !same || changesLook(wish) };
}

/** Tracking in em: as wished in pixels, or the present one and what is wished beside it. */
function trackingFor(present: number, wish: StyleWish | undefined, sizePx: number): number {
  return wish?.trackingPx === undefined ? present + (wish?.tracking ?? 0) : wish.trackingPx / sizePx;
}

/** The outline wished, or the present one; a wished width of 0 takes it away. */
export function outlineFor(present: Outline | undefined, wish: StyleWish | undefined, sizePx: number): Outline | undefined {
  if (!wish?.outline) return present;
  const widthPx = wish.outline.widthPx ?? Math.max(1.5, sizePx * 0.05);
  return widthPx > 0 ? { colour: rgb(wish.outline.colour), widthPx } : undefined;
}

/** The shadow wished, or the present one: a new one is dark unless a colour is said, soft, a little to the lower right, in proportion to the type. */
export function shadowFor(present: Shadow | undefined, wish: StyleWish | undefined, sizePx: number): Shadow | undefined {
  if (wish?.shadow === false) return undefined;
  const colour = wish?.shadowColour === undefined ? undefined : rgb(wish.shadowColour);
  if (!wish?.shadow || present) return present && colour ? { ...present, colour } : present;
  return { dx: 0.04 * sizePx, dy: 0.05 * sizePx, blurPx: 0.035 * sizePx, colour: colour ?? BLACK, opacity: colour ? 0.6 : 0.4 };
}

/** How far a shadow reaches beyond its letters, pixels. */
export const shadowReach = (shadow: Shadow | undefined): number =>
  shadow ? Math.max(Math.abs(shadow.dx), Math.abs(shadow.dy)) + 3 * shadow.blurPx : 0;

interface Repainting {
  readonly wish: LetterWish | undefined;
  readonly before: string;
  readonly after: string;
  readonly edges: readonly number[];
  readonly ends: Ends;
  /** Ink of the original along the line, in the paint's own frame. */
  readonly span: readonly [number, number];
}

/** The paint for the new string: as wished, or the original's carried over character by character; as clear as it was, and kept as it was. */
export function repaint(paint: Paint, at: Repainting): Paint {
  const { opacity, half } = paint;
  const fresh = shaded(recoloured(paint, at), at.wish?.shade);
  if (opacity === undefined && !half) return fresh;
  return { ...fresh, ...(opacity === undefined ? {} : { opacity }), ...(half ? { half } : {}) };
}

/** A colour on its way to black or to white, its hue kept. */
function shadedColour(colour: Rgb, shade: number): Rgb {
  const [L, a, b] = toOklab(colour);
  const light = shade < 0 ? L * (1 + shade) : L + (1 - L) * shade;
  // Less room for colour at the ends: chroma goes with what is left of it.
  const room = shade < 0 ? 1 + shade : 1 - shade;
  return fromOklab([light, a * room, b * room]).map((v) => Math.max(0, Math.min(255, Math.round(v)))) as unknown as Rgb;
}

function shaded(paint: Paint, shade: number | undefined): Paint {
  if (shade === undefined) return paint;
  if (paint.kind === "solid") return { ...paint, colour: shadedColour(paint.colour, shade) };
  if (paint.kind === "perCharacter") return { ...paint, colours: paint.colours.map((one) => shadedColour(one, shade)) };
  return { ...paint, stops: paint.stops.map((stop) => ({ ...stop, colour: shadedColour(stop.colour, shade) })) };
}

/** `ends`: ink across the line. */
function recoloured(paint: Paint, at: Repainting): Paint {
  const { wish } = at;
  if (wish?.gradient && wish.gradient.length >= 2) return rampOver(at.ends, wish.gradient.map(rgb), wish.gradientAngle);
  if (wish?.colour) return { kind: "solid", colour: rgb(wish.colour) };
  if (paint.kind === "linear") return stretched(paint, at.span, at.ends.u);
  return paint.kind === "perCharacter" ? { kind: "perCharacter", colours: carriedColours(paint.colours, at), edges: at.edges } : paint;
}

/** Whether nothing shows which colours the new letters have, where the letters differ in colour. */
export function isGuessed(paint: Paint, at: Pick<Repainting, "before" | "after" | "wish">): boolean {
  return paint.kind === "perCharacter" && !at.wish?.colour && !at.wish?.gradient && areGuessed(paint.colours, at);
}

/** Character cells of a string set at these pen positions, spaces left out; as `cellEdges`. */
export function edgesOf(text: string, pens: readonly number[]): readonly number[] {
  const centres = [...text].map((char, i) => ({ char, at: (pens[i] + pens[i + 1]) / 2 })).filter((c) => c.char.trim() !== "");
  const inner = centres.slice(1).map((c, i) => (centres[i].at + c.at) / 2);
  return [-Infinity, ...inner, Infinity];
}
