import { compose, scaling } from "../../protocol/geometry.ts";
import { blurPlane } from "../raster/blur.ts";
import type { Plane } from "../raster/raster.ts";
import { stampSheet } from "./glyph-sheets.ts";
import { pairedPens } from "./pens.ts";
import { characterSettings, placedCharacters } from "./placed-characters.ts";
import { withRims } from "./rims.ts";
import type { Ruler } from "./ruler.ts";
import { EM, runOf, type Setting, settingTransform } from "./setting.ts";

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
