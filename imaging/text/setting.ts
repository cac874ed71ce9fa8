import { type Affine, compose, scaling, translation } from "../../protocol/geometry.ts";
import type { GlyphRun, RunMetrics, TypeRenderer } from "../ports.ts";
import { blurPlane } from "../raster/blur.ts";
import type { Plane } from "../raster/raster.ts";
import { BASELINE_IN_CELL, columnForm, columnMetrics } from "./column.ts";
import { createGlyphSheets, type GlyphSheets, stampSheet } from "./glyph-sheets.ts";
import { nearPoint, type Perspective, seenAt, seenFrom } from "./perspective.ts";
import { remember } from "./remember.ts";
import { withRims } from "./rims.ts";
import { type Warp, warpAt } from "./warp.ts";

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
const EM = 100;

export const runOf = (setting: Setting, text: string): GlyphRun => ({
  faceId: setting.faceId,
  weight: setting.weight,
  italic: setting.italic,
  text,
  sizePx: EM,
  trackingPx: setting.tracking * EM,
  wordSpacingPx: setting.wordGap * EM,
});

/** Tracking, em, up to which letters set one by one are taken to be tied as in untracked type: so much is an accident of the measurement. */
const TIED = 0.012;

/** Whether letters stand as type that is tracked has them: a run drawn whole is untied by any tracking. */
const isSpaced = ({ tracking, perspective, warp }: Setting): boolean => Math.abs(tracking) > (perspective || warp ? TIED : 0);

/** Measures text; the same run is measured once. Lengths in em; the tracking after the last character is left out. */
export interface Ruler {
  readonly type: TypeRenderer;
  readonly sheets: GlyphSheets;
  metrics(setting: Setting, text: string): RunMetrics;
  /** How much closer than their advances two characters stand, em. */
  kerning(setting: Setting, pair: string): number;
}

export const spacesIn = (text: string): number => text.split(" ").length - 1;

/** Runs and pairs remembered: some hundred fits' worth. */
const KEPT_RUNS = 40_000;

/** The renderer's ruler: one each, so that what one line has measured serves the next. Fonts must have been prepared for what is measured. */
export function rulerOf(type: TypeRenderer): Ruler {
  const before = rulers.get(type);
  if (before) return before;
  const made = createRuler(type);
  rulers.set(type, made);
  return made;
}
const rulers = new WeakMap<TypeRenderer, Ruler>();

/** A run's letters without what spacing adds; spaced letters are not tied to each other, which can make them wider. */
function lettersOf(type: TypeRenderer, run: GlyphRun, spaced: boolean): RunMetrics {
  const m = type.measure({ ...run, trackingPx: spaced ? 1 : 0, wordSpacingPx: 0 });
  if (!spaced) return m;
  const count = [...run.text].length;
  return { ...m, advance: m.advance - count, right: m.right - Math.max(0, count - 1) };
}

export function createRuler(type: TypeRenderer): Ruler {
  const runs = remember<RunMetrics>(KEPT_RUNS);
  const pairs = remember<number>(KEPT_RUNS);
  const plain = (setting: Setting, text: string): RunMetrics => {
    const [run, spaced] = [runOf(setting, text), isSpaced(setting)];
    return runs(`${run.faceId}|${run.weight}|${run.italic}|${spaced}|${run.text}`, () => lettersOf(type, run, spaced));
  };
  return {
    type,
    sheets: createGlyphSheets(type),
    kerning: (setting, pair) =>
      pairs(`${setting.faceId}|${setting.italic}|${isSpaced(setting)}|${pair}`, () => {
        const apart = [...pair].reduce((sum, c) => sum + plain(setting, c).advance, 0);
        return (plain(setting, pair).advance - apart) / EM;
      }),
    metrics(setting, text) {
      const chars = [...text];
      if (setting.vertical) {
        const own = chars.map((char) => inEm(plain(setting, char)));
        return columnMetrics(setting.tracking, chars, own);
      }
      const m = inEm(plain(setting, text));
      const spread = setting.tracking * Math.max(0, chars.length - 1) + setting.wordGap * spacesIn(text);
      return { ...m, advance: m.advance + spread, right: m.right + spread };
    },
  };
}

const inEm = (m: RunMetrics): RunMetrics => ({
  advance: m.advance / EM,
  left: m.left / EM,
  right: m.right / EM,
  top: m.top / EM,
  bottom: m.bottom / EM,
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

export interface CoverageTarget {
  readonly width: number;
  readonly height: number;
  /** Region pixels → target pixels, for fitting at reduced size. */
  readonly scale?: number;
  /** Width of a stroke centred on the outline, region pixels. */
  readonly strokePx?: number;
  /** A quick look: sampled from glyphs drawn once, edges a little soft; strokes are left out. */
  readonly draft?: boolean;
}

/** σ below which a blur does not show, target pixels, and the largest drawing kept room for. */
const LEAST_BLUR = 0.15;
const MOST_BOARD = 1 << 20;

/** What is blurred afterwards is drawn here: a fit draws hundreds of times. */
let board = new Float32Array(0);

function cleared(length: number): Float32Array {
  if (board.length < length) board = new Float32Array(length);
  return board.subarray(0, length).fill(0);
}

/** Coverage `[H, W]` 0–1 of `text` so set, blurred by the setting's softness. Lines that bend or run away are drawn character by character. */
export function settingCoverage(ruler: Ruler, setting: Setting, at: { readonly text: string; readonly target: CoverageTarget }): Plane {
  const { target, text } = at;
  const scale = target.scale ?? 1;
  const sigma = setting.softness * scale;
  const isBlurred = sigma > LEAST_BLUR;
  const size = target.width * target.height;
  const data = isBlurred && size <= MOST_BOARD ? cleared(size) : new Float32Array(size);
  if (target.draft) sketchInto({ width: target.width, height: target.height, data }, ruler, { text, setting, scale });
  const pieces = target.draft
    ? []
    : setting.warp || setting.vertical || setting.perspective
      ? characterSettings(ruler, setting, text)
      : [{ text, setting }];
  for (const piece of pieces) drawInto(data, ruler, { ...piece, target });
  const plane = { width: target.width, height: target.height, data };
  const soft = isBlurred ? blurPlane(plane, sigma) : plane;
  return setting.rims === undefined ? soft : withRims(soft, setting.rims);
}

function drawInto(data: Float32Array, ruler: Ruler, at: { text: string; setting: Setting; target: CoverageTarget }): void {
  const { text, setting, target } = at;
  const scale = target.scale ?? 1;
  const transform = compose(scaling(scale, scale), settingTransform(setting, ruler.metrics(setting, text).advance));
  const strokePx = target.strokePx ? (target.strokePx * EM) / setting.sizePx : 0;
  const bytes = ruler.type.coverage(runOf(setting, text), {
    width: target.width,
    height: target.height,
    transform,
    strokePx,
  });
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) data[i] = Math.max(data[i], bytes[i] / 255);
}

/** Draws the line's characters from their sheets. */
function sketchInto(out: Plane, ruler: Ruler, at: { text: string; setting: Setting; scale: number }): void {
  const { setting: line, text, scale } = at;
  for (const { text: char, setting } of placedCharacters(ruler, line, { text, pens: pairedPens(ruler, line, text) })) {
    const { faceId, weight, italic } = setting;
    const sheet = ruler.sheets.sheet({ faceId, weight, italic, char }, setting.sizePx * scale);
    const transform = compose(scaling(scale, scale), settingTransform(setting, ruler.metrics(setting, char).advance));
    stampSheet(out, sheet, compose(transform, scaling(EM, EM)));
  }
}

/** Height of a line's middle over its baseline, em: where a character's own perspective is taken. */
const MIDDLE_EM = 0.36;

/** A character's setting where the line's plane is seen at an angle: exact at the character's middle, straight within it. */
function seenCharacter(setting: Setting, at: { readonly line: Setting; readonly perspective: Perspective; readonly u: number }): Setting {
  const { line, perspective } = at;
  const rise = MIDDLE_EM * line.sizePx;
  const near = nearPoint(perspective, { u: at.u + Math.tan(line.slant) * rise, v: -rise }, line);
  // From the middle back down to the baseline, as that step is seen there.
  const down = MIDDLE_EM * near.sizePx;
  const back = -Math.tan(near.slant) * down;
  const [cos, sin] = [Math.cos(near.turn), Math.sin(near.turn)];
  const [u, v] = [near.u + back * cos - down * sin, near.v + back * sin + down * cos];
  const [c, s] = [Math.cos(line.angle), Math.sin(line.angle)];
  const { sizePx, condense, slant, turn } = near;
  return { ...setting, x: line.x + u * c - v * s, y: line.y + u * s + v * c, sizePx, condense, slant, angle: line.angle + turn };
}

/** One character of a line, with a setting of its own and its middle's place along the flat line. */
export interface PlacedCharacter {
  readonly text: string;
  readonly setting: Setting;
  readonly u: number;
}

/** In a column the glyph's em box is centred on the line: where its baseline's middle lies from there, pixels along and across it, and how it is turned against it. */
function inColumn(ruler: Ruler, straight: Setting, char: string): { readonly turn: number; readonly x: number; readonly y: number } {
  const { isTurned, dx, dy } = columnForm(char, ruler.metrics(straight, char));
  if (isTurned) return { turn: 0, x: 0, y: BASELINE_IN_CELL * straight.sizePx };
  return { turn: -Math.PI / 2, x: (BASELINE_IN_CELL + dy) * straight.sizePx, y: -dx * straight.sizePx };
}

/** Each character that is not a space with a setting of its own, at its place in the line and bent as the line's warp says. */
export const characterSettings = (ruler: Ruler, line: Setting, text: string): readonly PlacedCharacter[] =>
  placedCharacters(ruler, line, { text, pens: penPositions(ruler, line, text) });

function placedCharacters(
  ruler: Ruler,
  line: Setting,
  { text, pens }: { readonly text: string; readonly pens: readonly number[] },
): readonly PlacedCharacter[] {
  const { warp, vertical, perspective, ...straight } = line;
  return [...text].flatMap((char, i) => {
    if (char.trim() === "") return [];
    const advance = (vertical ? 1 : ruler.metrics(straight, char).advance) * line.sizePx * line.condense;
    const u = pens[i] + advance / 2;
    const w = warp ? warpAt(warp, u) : undefined;
    const along = u + (w?.along ?? 0) * line.sizePx;
    const across = (w?.across ?? 0) * line.sizePx;
    const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
    const { turn, x, y } = vertical ? inColumn(ruler, straight, char) : { turn: 0, x: 0, y: 0 };
    const setting: Setting = {
      ...straight,
      x: line.x + (along + x) * cos - (across + y) * sin,
      y: line.y + (along + x) * sin + (across + y) * cos,
      sizePx: line.sizePx * Math.exp(w?.size ?? 0),
      condense: line.condense * Math.exp(w?.condense ?? 0),
      slant: line.slant + (w?.slant ?? 0),
      angle: line.angle + (w?.turn ?? 0) + turn,
    };
    return [{ text: char, setting: perspective ? seenCharacter(setting, { line, perspective, u }) : setting, u }];
  });
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

/**
 * Where each character's pen position lies along the line, in pixels from the setting's middle; one more than characters.
 * A character begins its own advance before the end of the string up to it: so it stands where kerning has drawn it.
 */
export function penPositions(ruler: Ruler, setting: Setting, text: string): readonly number[] {
  const chars = [...text];
  const scale = setting.sizePx * setting.condense;
  const advance = (part: string): number => ruler.metrics(setting, part).advance;
  const total = advance(text);
  const starts = chars.map((char, i) => advance(chars.slice(0, i + 1).join("")) - advance(char));
  return [...starts, total].map((start) => (start - total / 2) * scale);
}

const KERNED = /[\p{Script=Latin}\p{N}\p{P} ]/u;

/** As `penPositions`, from characters and pairs measured once per face: a line of many faces' weights costs next to nothing. */
export function pairedPens(ruler: Ruler, setting: Setting, text: string): readonly number[] {
  const chars = [...text];
  const pens = [0];
  for (let i = 0; i < chars.length; i++) {
    const [char, next] = [chars[i], chars[i + 1]];
    // A space measures its word gap with it.
    const own = setting.vertical ? 1 : ruler.metrics(setting, char).advance;
    const pair =
      next !== undefined && !setting.vertical && KERNED.test(char) && KERNED.test(next) ? ruler.kerning(setting, char + next) : 0;
    const spread = next === undefined ? 0 : setting.tracking;
    pens.push(pens[i] + own + pair + spread);
  }
  const half = pens[chars.length] / 2;
  return pens.map((p) => (p - half) * setting.sizePx * setting.condense);
}

/** As `Ruler.metrics` of a line, from its characters as `pairedPens` sets them. */
export function pairedMetrics(ruler: Ruler, setting: Setting, text: string): RunMetrics {
  if (setting.vertical) return ruler.metrics(setting, text);
  const pens = pairedPens(ruler, { ...setting, sizePx: 1, condense: 1 }, text);
  const own = [...text].map((char) => ruler.metrics(setting, char));
  return {
    advance: pens[own.length] - pens[0],
    left: own[0]?.left ?? 0,
    right: (pens[own.length - 1] ?? 0) - pens[0] + (own[own.length - 1]?.right ?? 0),
    top: Math.min(...own.map((m) => m.top)),
    bottom: Math.max(...own.map((m) => m.bottom)),
  };
}
