import { type Affine, compose, scaling, translation } from "../../protocol/geometry.ts";
import type { GlyphRun, RunMetrics, TypeRenderer } from "../ports.ts";
import { blurPlane } from "../raster/blur.ts";
import type { Plane } from "../raster/raster.ts";
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
  /** Characters stand upright one below the other; (`x`, `y`) then is the middle of the column, `angle` its direction (π/2 downward). */
  readonly vertical?: boolean;
  /** How the line bends (perspective, arcs); absent = straight. */
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

/** Measures text; the same run is measured once. Lengths in em; the tracking after the last character is left out. */
export interface Ruler {
  readonly type: TypeRenderer;
  metrics(setting: Setting, text: string): RunMetrics;
}

const spacesIn = (text: string): number => text.split(" ").length - 1;

export function createRuler(type: TypeRenderer): Ruler {
  const known = new Map<string, RunMetrics>();
  const plain = (run: GlyphRun): RunMetrics => {
    const key = `${run.faceId}|${run.weight}|${run.italic}|${run.text}`;
    const found = known.get(key);
    if (found) return found;
    const made = type.measure({ ...run, trackingPx: 0, wordSpacingPx: 0 });
    known.set(key, made);
    return made;
  };
  return {
    type,
    metrics(setting, text) {
      if (setting.vertical) return columnMetrics(setting, text, (char) => plain(runOf(setting, char)));
      const m = plain(runOf(setting, text));
      const spread = setting.tracking * Math.max(0, [...text].length - 1) + setting.wordGap * spacesIn(text);
      return {
        advance: m.advance / EM + spread,
        left: m.left / EM,
        right: m.right / EM + spread,
        top: m.top / EM,
        bottom: m.bottom / EM,
      };
    },
  };
}

/** Top of the em box above the baseline, in em, as Han glyphs sit in it. */
const EM_TOP = 0.88;

/** A column's metrics along its own direction: `left`…`right` run down the column, `top`…`bottom` across it from its middle. */
function columnMetrics(setting: Setting, text: string, glyph: (char: string) => RunMetrics): RunMetrics {
  const chars = [...text];
  const advance = chars.length + setting.tracking * Math.max(0, chars.length - 1);
  if (chars.length === 0) return { advance: 0, left: 0, right: 0, top: 0, bottom: 0 };
  const first = glyph(chars[0]);
  const last = glyph(chars[chars.length - 1]);
  const half = Math.max(...chars.map(glyph).map((m) => (m.right - m.left) / EM / 2));
  return { advance, left: first.top / EM + EM_TOP, right: advance - 1 + last.bottom / EM + EM_TOP, top: -half, bottom: half };
}

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
  /** A quick look with edges off by up to a quarter pixel. */
  readonly draft?: boolean;
}

/** Coverage `[H, W]` 0–1 of `text` so set, blurred by the setting's softness. Warped lines are drawn character by character. */
export function settingCoverage(ruler: Ruler, setting: Setting, at: { readonly text: string; readonly target: CoverageTarget }): Plane {
  const { target, text } = at;
  const scale = target.scale ?? 1;
  const data = new Float32Array(target.width * target.height);
  const pieces = setting.warp || setting.vertical ? characterSettings(ruler, setting, text) : [{ text, setting }];
  for (const piece of pieces) drawInto(data, ruler, { ...piece, target });
  const plane = { width: target.width, height: target.height, data };
  const sigma = setting.softness * scale;
  return sigma > 0.15 ? blurPlane(plane, sigma) : plane;
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
    draft: target.draft ?? false,
  });
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) data[i] = Math.max(data[i], bytes[i] / 255);
}

/** Each character that is not a space with a setting of its own, at its place in the line and bent as the line's warp says. */
export function characterSettings(
  ruler: Ruler,
  line: Setting,
  text: string,
): readonly { readonly text: string; readonly setting: Setting; readonly u: number }[] {
  const pens = penPositions(ruler, line, text);
  const { warp, vertical, ...straight } = line;
  return [...text].flatMap((char, i) => {
    if (char.trim() === "") return [];
    const advance = (vertical ? 1 : ruler.metrics(straight, char).advance) * line.sizePx * line.condense;
    const u = pens[i] + advance / 2;
    const w = warp ? warpAt(warp, u) : undefined;
    const along = u + (w?.along ?? 0) * line.sizePx;
    const across = (w?.across ?? 0) * line.sizePx;
    const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
    // In a column the glyph's em box is centred on the line: its baseline lies below that middle, along the column.
    const drop = vertical ? (EM_TOP - 0.5) * line.sizePx : 0;
    const setting: Setting = {
      ...straight,
      x: line.x + (along + drop) * cos - across * sin,
      y: line.y + (along + drop) * sin + across * cos,
      sizePx: line.sizePx * Math.exp(w?.size ?? 0),
      condense: line.condense * Math.exp(w?.condense ?? 0),
      slant: line.slant + (w?.slant ?? 0),
      angle: line.angle + (w?.turn ?? 0) - (vertical ? Math.PI / 2 : 0),
    };
    return [{ text: char, setting, u }];
  });
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
