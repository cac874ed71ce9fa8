import type { FontFace, FontLibrary } from "../../ports.ts";
import type { Plane } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";
import { pairedMetrics } from "../pens.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { type InkExtent, inkOf, softIou } from "./shape.ts";

const HAN = /\p{Script=Han}/u;
export const needsHan = (text: string): boolean => HAN.test(text);

/** Faces that can set every character of the text. */
export function usableFaces(fonts: FontLibrary, text: string): readonly FontFace[] {
  const han = needsHan(text);
  return fonts.faces().filter((f) => (!han || f.scripts.includes("han")) && fonts.covers(f.id, text));
}

/** The weights worth a first look: a light, a regular, a bold and a black one where the face has them. */
export function scoutWeights(face: FontFace): readonly number[] {
  const lightest = face.weights[0];
  const heaviest = face.weights[face.weights.length - 1];
  const wanted = [300, 400, 600, 700, 900];
  const nearestStatic = (w: number) => face.weights.reduce((best, x) => (Math.abs(x - w) < Math.abs(best - w) ? x : best));
  const pick = (w: number) => (face.variable ? Math.max(lightest, Math.min(heaviest, w)) : nearestStatic(w));
  return [...new Set(wanted.map(pick))];
}

/** Neighbouring weights `step` away that the face has. */
export function weightsAround(face: FontFace, weight: number, step: number): readonly number[] {
  if (face.variable) {
    const [lo, hi] = [face.weights[0], face.weights[face.weights.length - 1]];
    return [weight - step, weight + step].filter((w) => w >= lo && w <= hi);
  }
  const sorted = [...face.weights].sort((a, b) => a - b);
  const at = sorted.indexOf(weight);
  return [sorted[at - 1], sorted[at + 1]].filter((w) => w !== undefined);
}

export interface Placed {
  readonly face: FontFace;
  readonly setting: Setting;
  readonly score: number;
}

/**
 * Sets the text in a face so that its ink fills the extent seen: size from the height, then tracking or, where the letters
 * would have to overlap, condensing. `undefined` where the face is far too wide or narrow for it.
 */
export function placeInExtent(
  ruler: Ruler,
  face: { readonly id: string; readonly weight: number; readonly italic: boolean; readonly slant: number },
  at: { readonly text: string; readonly extent: InkExtent; readonly frame: LineFrame },
): Setting | undefined {
  const { extent, frame, text } = at;
  const blank: Setting = {
    faceId: face.id,
    weight: face.weight,
    italic: face.italic,
    sizePx: 1,
    tracking: 0,
    wordGap: 0,
    condense: 1,
    slant: face.slant,
    angle: frame.angle,
    x: 0,
    y: 0,
    softness: 0,
    ...(frame.vertical ? { vertical: true } : {}),
  };
  const m = pairedMetrics(ruler, blank, text);
  const inkHeight = m.bottom - m.top;
  const inkWidth = m.right - m.left;
  if (inkHeight <= 0 || inkWidth <= 0) return undefined;
  const sizePx = (extent.v1 - extent.v0) / inkHeight;
  const letters = [...text].length;
  const wanted = (extent.u1 - extent.u0) / sizePx - Math.tan(Math.abs(face.slant)) * inkHeight;
  let tracking = letters > 1 ? (wanted - inkWidth) / (letters - 1) : 0;
  let condense = 1;
  if (tracking < -0.05 || letters === 1) {
    condense = wanted / inkWidth;
    tracking = 0;
  }
  if (condense < 0.6 || condense > 1.7 || tracking > 1.2) return undefined;
  const set = { ...blank, sizePx, tracking, condense };
  const spread = pairedMetrics(ruler, set, text);
  const inkMiddle = ((spread.left + spread.right) / 2 - spread.advance / 2) * sizePx * condense;
  const leanShift = -Math.tan(face.slant) * ((m.top + m.bottom) / 2) * sizePx;
  const u = (extent.u0 + extent.u1) / 2 - inkMiddle - leanShift;
  const v = extent.v1 - m.bottom * sizePx;
  const [cos, sin] = [Math.cos(frame.angle), Math.sin(frame.angle)];
  return { ...set, x: frame.cx + u * cos - v * sin, y: frame.cy + u * sin + v * cos };
}

/** Letters from which on a line's width tells its size better than its height does, and how far the two may then be apart. */
const LONG = 32;
const SIZES_APART = 0.07;

/**
 * A long line as it stands without tracking, its size from its width: half a pixel of height missed would else come back as tracking, and letters
 * of unlike width would drift apart by more than a stem. `undefined` where its height denies it.
 */
function untracked(ruler: Ruler, set: Setting, at: { readonly text: string; readonly extent: InkExtent }): Setting | undefined {
  if (set.condense !== 1 || set.tracking === 0) return undefined;
  const [before, after] = [pairedMetrics(ruler, set, at.text), pairedMetrics(ruler, { ...set, tracking: 0 }, at.text)];
  const grown = (before.right - before.left) / (after.right - after.left);
  if (Math.abs(grown - 1) > SIZES_APART) return undefined;
  const drop = ((before.top + before.bottom) / 2) * set.sizePx * (1 - grown);
  const middle = (m: typeof before, sizePx: number): number => ((m.left + m.right) / 2 - m.advance / 2) * sizePx;
  const aside = middle(before, set.sizePx) - middle(after, set.sizePx * grown);
  const [cos, sin] = [Math.cos(set.angle), Math.sin(set.angle)];
  return {
    ...set,
    sizePx: set.sizePx * grown,
    tracking: 0,
    x: set.x + aside * cos - drop * sin,
    y: set.y + aside * sin + drop * cos,
  };
}

interface ScoutView {
  readonly text: string;
  readonly extent: InkExtent;
  readonly frame: LineFrame;
  readonly shape: Plane;
  readonly scale: number;
  /** Blur the shape has gone through, shape pixels. */
  readonly blur: number;
}

interface Look extends ScoutView {
  /** Without tracking, where the line is long. */
  readonly natural?: boolean;
  /** Amount of ink of the shape. */
  readonly ink: number;
  readonly weight: number;
  readonly leaning: boolean;
}

interface Looked extends Placed {
  readonly natural: boolean;
  /** Its amount of ink, times that of the shape. */
  readonly heaviness: number;
}

/** `leaning`: the face's own italic where it has one, else the upright slanted. */
function look(ruler: Ruler, face: FontFace, at: Look): Looked | undefined {
  const slant = at.leaning && !face.italic ? 0.2 : 0;
  const setting = placeInExtent(ruler, { id: face.id, weight: at.weight, italic: at.leaning && face.italic, slant }, at);
  if (!setting) return undefined;
  const natural = at.natural ? untracked(ruler, setting, at) : undefined;
  return at.natural && natural === undefined ? undefined : lookAt(ruler, natural ?? setting, { ...at, face });
}

function lookAt(ruler: Ruler, setting: Setting, at: Look & { readonly face: FontFace }): Looked {
  const { face } = at;
  const { width, height } = at.shape;
  const soft = { ...setting, softness: at.blur / at.scale };
  const drawn = settingCoverage(ruler, soft, { text: at.text, target: { width, height, scale: at.scale, draft: true } });
  const strain =
    0.15 * Math.abs(Math.log(setting.condense)) + 0.1 * Math.max(0, Math.abs(setting.tracking) - 0.03) + (at.leaning ? 0.02 : 0);
  // The amount of ink tells the weight even where the letters do not lie over each other yet.
  const heaviness = (1 + inkOf(drawn)) / (1 + at.ink);
  // A Han family's Latin letters are seldom what a purely Latin line was set in.
  const foreign = face.scripts.includes("han") && !needsHan(at.text) ? 0.03 : 0;
  const score = softIou(at.shape, drawn) - strain - 0.3 * Math.abs(Math.log(heaviness)) - foreign;
  return { face, setting, score, heaviness, natural: at.natural ?? false };
}

const best = <T extends Placed>(looks: readonly (T | undefined)[]): T | undefined =>
  looks.reduce((a, b) => (b && (!a || b.score > a.score) ? b : a), undefined);

/** Ink, times that seen, from which letters are lighter than the regular weight. */
const TOO_HEAVY = 1.1;

/** A face in its regular weight, and in a light or a bold one, as its ink says; in all where it has few. */
function firstLook(ruler: Ruler, face: FontFace, at: Omit<Look, "weight" | "leaning">): Looked | undefined {
  const weights = scoutWeights(face);
  const lookAt = (weight: number) => look(ruler, face, { ...at, weight, leaning: false });
  if (weights.length <= 3) return best(weights.map(lookAt));
  const regular = weights.reduce((near, w, i) => (Math.abs(w - 400) < Math.abs(weights[near] - 400) ? i : near), 0);
  const first = lookAt(weights[regular]);
  const other = first && first.heaviness > TOO_HEAVY ? regular - 1 : regular + 2;
  return best([first, weights[other] === undefined ? undefined : lookAt(weights[other])]);
}

/** Score from which a face lies on a line so well that the line has no drift. */
const LIES_WELL = 0.57;

/** Faces that get the closer look, at every scout weight and leaning. */
const CLOSER = 22;

/**
 * First look at every face: placed by its ink box alone and compared at small size, in a middle weight; the likelier ones
 * again in all scout weights and slanted. Best first, one per face. ~0.3 ms a rendering.
 */
export function scout(ruler: Ruler, faces: readonly FontFace[], view: ScoutView): readonly Placed[] {
  const at = { ...view, ink: inkOf(view.shape) };
  const byScore = (a: Placed, b: Placed) => b.score - a.score;
  const isLooked = (p: Looked | undefined): p is Looked => p !== undefined;
  const spaced = faces.map((face) => firstLook(ruler, face, at));
  const liesWell = spaced.some((p) => p !== undefined && p.score > LIES_WELL);
  const long = !liesWell && [...view.text].length >= LONG;
  const natural = long ? faces.map((face) => firstLook(ruler, face, { ...at, natural: true })) : [];
  const first = spaced
    .map((p, i) => best([p, natural[i]]))
    .filter(isLooked)
    .sort(byScore);
  const closer = first.slice(0, CLOSER).map((p): Placed => {
    const again = { ...at, natural: p.natural };
    const rest = scoutWeights(p.face).filter((w) => w !== p.setting.weight);
    const upright = best([p, ...rest.map((weight) => look(ruler, p.face, { ...again, weight, leaning: false }))]) ?? p;
    return best([upright, look(ruler, p.face, { ...again, weight: upright.setting.weight, leaning: true })]) ?? p;
  });
  return [...closer.sort(byScore), ...first.slice(CLOSER)];
}
