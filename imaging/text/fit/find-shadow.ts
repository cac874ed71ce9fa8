import { blurPlane } from "../../raster/blur.ts";
import type { Rgb } from "../../raster/colour.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import { type Lack, type Scaled, settledShadow } from "./settle-shadow.ts";
import type { Shadow } from "./shadow.ts";
import { shrinkPlane } from "./shape.ts";

interface Evidence {
  readonly image: FloatImage;
  /** The background as it is without letters and shadow. */
  readonly ground: FloatImage;
  /** 255 = other lines. */
  readonly foreign: Mask;
  /** Coverage of fill and outline together. */
  readonly ink: Plane;
  readonly sizePx: number;
  readonly noise: number;
  /** A hard shadow seen already: how many pixels off the letters, and the colour of those, so that their rims tell of it too. */
  readonly cast?: { readonly dx: number; readonly dy: number; readonly inkColour: Rgb } | undefined;
  /** The shadow found before, where the letters have been moved since: it is only made exact. */
  readonly before?: Shadow | undefined;
}

/** Coverage from which a letter hides what lies below too well for it to be told. */
const HIDDEN = 0.8;

/** As `lackOf` for a shadow that hardly shows beside its letters: their rims are asked too, as far as they let it through. */
function lackAtRims({ image, ground, foreign, ink, sizePx }: Evidence, inkColour: Rgb): Lack {
  const { width, height } = ink;
  const hard: Mask = { width, height, data: Uint8Array.from(ink.data, (a) => (a > 0.03 ? 255 : 0)) };
  const distance = distanceToMask(hard);
  const channels = [0, 1, 2].map(() => createPlane(width, height));
  const seen = createPlane(width, height);
  for (let i = 0; i < ink.data.length; i++) {
    const through = 1 - ink.data[i];
    if (foreign.data[i] !== 0 || through < 1 - HIDDEN || distance[i] > 0.5 * sizePx) continue;
    seen.data[i] = 1;
    for (let c = 0; c < 3; c++) {
      const without = ground.data[i * 3 + c] * through + inkColour[c] * ink.data[i];
      channels[c].data[i] = (without - image.data[i * 3 + c]) / Math.sqrt(through);
    }
  }
  return { channels, seen, through: { width, height, data: ink.data.map((a) => Math.sqrt(1 - a)) } };
}

function lackOf({ image, ground, foreign, ink, sizePx, cast }: Evidence): Lack {
  const { width, height } = ink;
  const hard: Mask = { width, height, data: Uint8Array.from(ink.data, (a) => (a > 0.03 ? 255 : 0)) };
  const distance = distanceToMask(hard);
  const least = cast ? 1 : 1.5;
  const channels = [0, 1, 2].map(() => createPlane(width, height));
  const seen = createPlane(width, height);
  for (let i = 0; i < ink.data.length; i++) {
    if (foreign.data[i] !== 0 || distance[i] < least || distance[i] > 0.5 * sizePx) continue;
    seen.data[i] = 1;
    for (let c = 0; c < 3; c++) channels[c].data[i] = ground.data[i * 3 + c] - image.data[i * 3 + c];
  }
  return { channels, seen };
}

export interface Match {
  readonly dx: number;
  readonly dy: number;
  readonly blur: number;
  /** Strength per channel. */
  readonly strength: Rgb;
  /** Share of the lack it explains. */
  readonly share: number;
}

function matchAt(soft: Plane, lack: Lack, at: { dx: number; dy: number; total: number }): { strength: Rgb; share: number } {
  const { width, height } = soft;
  let own = 0;
  const cross = [0, 0, 0];
  for (let y = Math.max(0, at.dy); y < Math.min(height, height + at.dy); y++) {
    for (let x = Math.max(0, at.dx); x < Math.min(width, width + at.dx); x++) {
      const i = y * width + x;
      if (lack.seen.data[i] < 0.5) continue;
      const s = soft.data[(y - at.dy) * width + x - at.dx];
      if (s < 0.01) continue;
      own += s * s;
      for (let c = 0; c < 3; c++) cross[c] += s * lack.channels[c].data[i];
    }
  }
  if (own < 1) return { strength: [0, 0, 0], share: 0 };
  const explained = (cross[0] ** 2 + cross[1] ** 2 + cross[2] ** 2) / own;
  return { strength: [cross[0] / own, cross[1] / own, cross[2] / own], share: explained / at.total };
}

/** Heights the letters are searched at, rough then fine. */
const ROUGH_EM = 26;
const FINE_EM = 72;
const BLURS = [0.6, 1.2, 2, 3.2, 5];
/** How far a shadow may lie from its letters at the rough height, and from the rough answer at the fine one, pixels. */
const REACH = 6;
const FINE_REACH = 3;

interface Range {
  readonly blurs: readonly number[];
  readonly dx: number;
  readonly dy: number;
  readonly reach: number;
}

export function search(ink: Plane, lack: Lack, range: Range): Match | undefined {
  const total = lack.channels.reduce((sum, p) => sum + p.data.reduce((a, v) => a + v * v, 0), 0);
  let best: Match | undefined;
  for (const blur of range.blurs) {
    const soft = blurPlane(ink, blur);
    for (let dy = range.dy - range.reach; dy <= range.dy + range.reach; dy++) {
      for (let dx = range.dx - range.reach; dx <= range.dx + range.reach; dx++) {
        const found = matchAt(soft, lack, { dx, dy, total });
        if (found.share > (best?.share ?? 0)) best = { dx, dy, blur, ...found };
      }
    }
  }
  return best;
}

/** Both at a height of `em` pixels, or as they are where that is smaller. */
function scaled(evidence: Evidence, lack: Lack, em: number): Scaled {
  const scale = Math.min(1, em / evidence.sizePx);
  const seen = shrinkPlane(lack.seen, scale);
  // What letters hide was nothing: without it the mean of what is seen stays.
  const whole = (p: Plane): Plane => ({ ...p, data: p.data.map((v, i) => (seen.data[i] > 0.5 ? v / seen.data[i] : 0)) });
  const channels = lack.channels.map((p) => (scale < 1 ? whole(shrinkPlane(p, scale)) : p));
  return { ink: shrinkPlane(evidence.ink, scale), lack: { channels, seen }, scale };
}

function meanSeen(plate: FloatImage, seen: Plane): Rgb {
  const sum = [0, 0, 0];
  let n = 0;
  for (let i = 0; i < seen.data.length; i++) {
    if (seen.data[i] < 0.5) continue;
    n++;
    for (let c = 0; c < 3; c++) sum[c] += plate.data[i * 3 + c];
  }
  return [sum[0] / Math.max(1, n), sum[1] / Math.max(1, n), sum[2] / Math.max(1, n)];
}

/** Share of what is lacking around the letters that a shadow must explain to be believed, and its least strength over the noise. */
const BELIEVED = 0.45;

/** Spread of a ground, 0–255, from which its own ups and downs can be as strong as a shadow. */
const UNEVEN = 3;
/** Wider than this σ, em, is the ground's doing; of what is left a shadow must explain so much. */
const GROUND_EM = 0.35;
const EXPLAINS = 0.3;

/** A plane less its own surroundings' mean, where it is seen. */
function detrended(plane: Plane, seen: Plane, sigma: number): Float32Array {
  const sum = blurPlane({ ...plane, data: plane.data.map((v, i) => (seen.data[i] >= 0.5 ? v : 0)) }, sigma).data;
  const mass = blurPlane({ ...seen, data: seen.data.map((s) => (s >= 0.5 ? 1 : 0)) }, sigma).data;
  return plane.data.map((v, i) => (seen.data[i] >= 0.5 ? v - sum[i] / Math.max(1e-3, mass[i]) : 0));
}

/** Whether it is the letters' shape that explains what is lacking: an uneven ground lacks something wherever the letters' neighbourhood does. */
function followsLetters({ ink, lack, scale }: Scaled, { dx, dy, blur, strength }: Match, sizePx: number): boolean {
  const soft = blurPlane(ink, blur);
  const moved = createPlane(ink.width, ink.height);
  for (let y = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++) {
      const [fx, fy] = [x - dx, y - dy];
      if (fx >= 0 && fy >= 0 && fx < ink.width && fy < ink.height) moved.data[y * ink.width + x] = soft.data[fy * ink.width + fx];
    }
  }
  const sigma = GROUND_EM * sizePx * scale;
  const model = detrended(moved, lack.seen, sigma);
  const own = model.reduce((sum, v) => sum + v * v, 0);
  let [explained, all] = [0, 0];
  for (const [c, channel] of lack.channels.entries()) {
    const left = detrended(channel, lack.seen, sigma);
    const cross = left.reduce((sum, v, i) => sum + v * model[i], 0);
    if (cross * strength[c] > 0) explained += (cross * cross) / Math.max(1e-6, own);
    all += left.reduce((sum, v) => sum + v * v, 0);
  }
  return explained > EXPLAINS * all;
}

/** Blurs tried for a shadow whose place is known, shares of the size. */
const CAST_BLURS = [0.004, 0.012, 0.02, 0.03, 0.045, 0.065];

/** The shadow that was seen, its place and blur made exact. */
function castShadow(evidence: Evidence, lack: Lack, cast: NonNullable<Evidence["cast"]>): Shadow | undefined {
  const fine = scaled(evidence, lack, FINE_EM);
  const blurs = CAST_BLURS.map((b) => Math.max(0.25, b * evidence.sizePx * fine.scale));
  const found = search(fine.ink, fine.lack, {
    blurs,
    dx: Math.round(cast.dx * fine.scale),
    dy: Math.round(cast.dy * fine.scale),
    reach: 2,
  });
  if (!found || (evidence.noise > UNEVEN && !followsLetters(fine, found, evidence.sizePx))) return undefined;
  return settledShadow(atRims(evidence, fine), found, meanSeen(evidence.ground, lack.seen));
}

/** A hard shadow is looked for at the letters' rims too, where nothing had to be made smaller. */
const atRims = (evidence: Evidence, fine: Scaled): Scaled =>
  evidence.cast && fine.scale === 1 ? { ...fine, lack: lackAtRims(evidence, evidence.cast.inkColour) } : fine;

function again(evidence: Evidence, lack: Lack, { dx, dy, blurPx }: Shadow): Shadow {
  const fine = scaled(evidence, lack, FINE_EM);
  const start = { dx: dx * fine.scale, dy: dy * fine.scale, blur: blurPx * fine.scale };
  return settledShadow(atRims(evidence, fine), start, meanSeen(evidence.ground, lack.seen));
}

/**
 * Looks for a shadow or glow: a moved, blurred copy of the letters that explains what their surroundings lack against the
 * ground. `undefined` where nothing of the kind is seen. ~20–60 ms, ~200 ms where there is one.
 */
export function findShadow(evidence: Evidence): Shadow | undefined {
  const lack = lackOf(evidence);
  if (evidence.before) return again(evidence, lack, evidence.before);
  if (evidence.cast) return castShadow(evidence, lack, evidence.cast);
  const rough = scaled(evidence, lack, ROUGH_EM);
  const first = search(rough.ink, rough.lack, { blurs: BLURS, dx: 0, dy: 0, reach: REACH });
  if (!first || first.share < BELIEVED || Math.hypot(...first.strength) < 14 + 3 * evidence.noise) return undefined;
  if (evidence.noise > UNEVEN && !followsLetters(rough, first, evidence.sizePx)) return undefined;
  const fine = scaled(evidence, lack, FINE_EM);
  const k = fine.scale / rough.scale;
  const around = { dx: Math.round(first.dx * k), dy: Math.round(first.dy * k), reach: FINE_REACH };
  const found = search(fine.ink, fine.lack, { blurs: [0.6, 0.8, 1, 1.25].map((f) => first.blur * k * f), ...around }) ?? first;
  return settledShadow(fine, found, meanSeen(evidence.ground, lack.seen));
}
