import { distanceInsideMask } from "../../raster/distance.ts";
import type { Mask } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import { cellOf, type LineFrame } from "../frame.ts";

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Least (`sign` 1) or greatest (−1) value within `r` along rows, then columns. */
function extreme(plane: Grey, r: number, sign: 1 | -1): Grey {
  const { width, height } = plane;
  const pass = (from: Float32Array, at: { lines: number; length: number; line: number; step: number }): Float32Array => {
    const to = new Float32Array(from.length);
    for (let l = 0; l < at.lines; l++) {
      for (let k = 0; k < at.length; k++) {
        let best = Infinity;
        for (let j = Math.max(0, k - r); j <= Math.min(at.length - 1, k + r); j++) {
          const v = sign * from[l * at.line + j * at.step];
          if (v < best) best = v;
        }
        to[l * at.line + k * at.step] = sign * best;
      }
    }
    return to;
  };
  const rows = pass(plane.data, { lines: height, length: width, line: width, step: 1 });
  return { width, height, data: pass(rows, { lines: width, length: height, line: 1, step: width }) };
}

/** Stroke half-width, of the line's height, that opening must outdo. */
const STROKE = 0.085;
/** Between these shares of the strongest ink a pixel well inside it is neither letter nor ground. */
const FAINT = [0.25, 0.75] as const;
/** Share of such pixels from which the ink is believed to have a halo. */
const HALOED = 0.3;
/** Height above its surroundings, of what is usual for strokes, from which a pixel is stroke. */
const STROKE_LEVEL = 0.5;

/**
 * Narrows ink to its strokes where a glow or a soft shadow surrounds them: strokes are narrow and stand out from what is just around
 * them, a halo is broad (white top-hat). `off`: difference from the even ground. `undefined` where the ink has no halo.
 */
export function haloedFill(
  ink: Mask,
  at: { readonly off: Float32Array; readonly frame: LineFrame; readonly edges: readonly number[] },
): Mask | undefined {
  const { off, frame, edges } = at;
  const inward = distanceInsideMask(ink);
  const inside: number[] = [];
  for (let i = 0; i < inward.length; i++) if (inward[i] >= 2) inside.push(i);
  if (inside.length < 60) return undefined;
  const strong = quantile(
    inside.map((i) => off[i]),
    0.95,
  );
  const faint = inside.filter((i) => off[i] > FAINT[0] * strong && off[i] < FAINT[1] * strong).length / inside.length;
  if (faint < HALOED) return undefined;
  const { width, height } = ink;
  const r = Math.max(2, Math.ceil(STROKE * 2 * frame.halfV));
  const open = extreme(extreme({ width, height, data: off }, r, 1), r, -1);
  const above = Float32Array.from(off, (v, i) => v - open.data[i]);
  const usual = quantile(
    inside.map((i) => above[i]),
    0.92,
  );
  if (usual < 24) return undefined;
  const data = Uint8Array.from(ink.data, (m, i) => (m !== 0 && above[i] > STROKE_LEVEL * usual ? 255 : 0));
  return holds({ ...ink, data }, { ink, frame, edges }) ? { ...ink, data } : undefined;
}

/** Strokes run through the characters and are a fair part of the ink. */
function holds(fill: Mask, at: { ink: Mask; frame: LineFrame; edges: readonly number[] }): boolean {
  const cells = new Set<number>();
  let [own, all, low, high] = [0, 0, Infinity, -Infinity];
  for (let i = 0; i < fill.data.length; i++) {
    if (at.ink.data[i] !== 0) all++;
    if (fill.data[i] === 0) continue;
    own++;
    cells.add(cellOf(at.edges, at.frame.u[i]));
    low = Math.min(low, at.frame.v[i]);
    high = Math.max(high, at.frame.v[i]);
  }
  return own > 0.1 * all && cells.size / (at.edges.length - 1) > 0.7 && high - low > at.frame.halfV;
}
