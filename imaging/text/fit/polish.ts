import type { FontFace } from "../../ports.ts";
import { toYcc } from "../../raster/chroma.ts";
import type { Rgb } from "../../raster/colour.ts";
import { dilate } from "../../raster/dilate.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { finish } from "./finish.ts";
import { overlap } from "./overlap.ts";
import type { FitTarget } from "./refine.ts";
import { cropToInk, inkExtent, shrinkPlane } from "./shape.ts";

/** What is known of a line once its effects are. */
export interface PolishEvidence {
  readonly image: FloatImage;
  /** Ground with shadow and outline, all that lies under the fill. */
  readonly under: FloatImage;
  /** The fill as drawn so far. */
  readonly coverage: Plane;
  readonly colourAt: (i: number) => Rgb;
  readonly foreign: Mask;
  readonly frame: LineFrame;
}

/** Colour differences count less than lightness: files keep them coarsely. */
const HUE = 0.3;
/** Squared distance of fill and what is under it, below which a pixel cannot tell one from the other. */
const TOO_ALIKE = 30 ** 2;
/** How far beyond the drawn fill it may really reach, pixels. */
const REACH = 3;

/** Soft coverage of the fill by what lies under it, pixel by pixel; as drawn where the two cannot be told apart. */
export function fillOver({ image, under, coverage, colourAt, foreign }: PolishEvidence): Plane {
  const { width, height } = coverage;
  const hard = maskWhere(coverage, (i) => coverage.data[i] > 0.3);
  const near = dilate(hard, REACH);
  const out = createPlane(width, height);
  const ycc = (data: Float32Array, i: number): Rgb => toYcc([data[i * 3], data[i * 3 + 1], data[i * 3 + 2]]);
  for (let i = 0; i < out.data.length; i++) {
    if (near.data[i] === 0 || foreign.data[i] !== 0) continue;
    const [fill, below, seen] = [toYcc(colourAt(i)), ycc(under.data, i), ycc(image.data, i)];
    let [along, length] = [0, 0];
    for (let c = 0; c < 3; c++) {
      const weight = c === 0 ? 1 : HUE;
      along += weight * (seen[c] - below[c]) * (fill[c] - below[c]);
      length += weight * (fill[c] - below[c]) ** 2;
    }
    out.data[i] = length < TOO_ALIKE ? coverage.data[i] : Math.max(0, Math.min(1, along / length));
  }
  return out;
}

const FINISH_HEIGHT = 90;
/** Gain in overlap for which a setting is changed. */
const GAIN = 0.01;

/**
 * The setting that suits the fill now that shadow, glow and outline are known and no longer mistaken for it; the same where that
 * gains nothing. ~0.1–0.3 s.
 */
export function polished(
  ruler: Ruler,
  start: { readonly face: FontFace; readonly setting: Setting },
  at: PolishEvidence & { readonly text: string },
): { readonly setting: Setting; readonly similarity: number } {
  const shape = fillOver(at);
  const extent = inkExtent(shape, at.frame);
  if (!extent) return { setting: start.setting, similarity: 0 };
  const inkHeight = extent.v1 - extent.v0;
  const cut = cropToInk(shape, 4 + 0.4 * inkHeight);
  const scale = Math.min(1, FINISH_HEIGHT / Math.max(1, inkHeight));
  const target: FitTarget = { text: at.text, shape: shrinkPlane(cut.plane, scale), scale };
  const local: Setting = { ...start.setting, x: start.setting.x - cut.x, y: start.setting.y - cut.y };
  const before = overlap(ruler, local, target);
  const { setting } = finish(ruler, { face: start.face, setting: local, error: Number.POSITIVE_INFINITY }, target);
  const after = overlap(ruler, setting, target);
  if (after < before + GAIN) return { setting: start.setting, similarity: before };
  return { setting: { ...setting, x: setting.x + cut.x, y: setting.y + cut.y }, similarity: after };
}
