import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import type { Cut } from "./doubtful-parts.ts";

/** Every so many-th pixel is looked at. */
const STEP = 3;
/** How strongly a floor reflects. Things that are the same above and below lie above it. */
const STRENGTH = { least: 0.1, most: 0.75 };
/** How much of what is below the line its mirror image explains, 0–1. */
const EXPLAINED = 0.93;
/** A lesser share of the subject below the line does not matter. */
const LEAST_SHARE = 0.03;

/** What differs from the ground, thinned out: `[H, W, 3]`, and which pixels the subject holds. */
interface Standing {
  readonly width: number;
  readonly off: Float32Array;
  readonly held: Uint8Array;
  readonly area: number;
  readonly top: number;
  readonly foot: number;
}

function standing({ edge, lab, grown }: Cut): Standing {
  const [width, height] = [Math.floor(lab.width / STEP), Math.floor(lab.height / STEP)];
  const [off, held, ground] = [new Float32Array(width * height * 3), new Uint8Array(width * height), new Float32Array(3)];
  const groundAt = stretchedSampler(grown.field, lab);
  let [area, top, foot] = [0, height, 0];
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) * STEP + 1, Math.floor(i / width) * STEP + 1];
    const at = y * lab.width + x;
    groundAt(x, y, ground);
    for (let c = 0; c < 3; c++) off[i * 3 + c] = lab.data[at * 3 + c] - ground[c];
    if (edge.data[at] <= 0) continue;
    held[i] = 1;
    area++;
    const row = Math.floor(i / width);
    [top, foot] = [Math.min(top, row), Math.max(foot, row)];
  }
  return { width, off, held, area, top, foot };
}

/** Whether everything of the subject below a row is what stands above it, upside down and weaker. */
function isMirror({ width, off, held, area, foot }: Standing, line: number): boolean {
  let [both, above, below, share] = [0, 0, 0, 0];
  for (let y = line; y <= foot; y++) {
    for (let x = 0; x < width; x++) {
      const [i, k] = [y * width + x, (2 * line - 1 - y) * width + x];
      if (held[i] === 0 && held[k] === 0) continue;
      share += held[i];
      for (let c = 0; c < 3; c++) {
        both += off[i * 3 + c] * off[k * 3 + c];
        above += off[k * 3 + c] ** 2;
        below += off[i * 3 + c] ** 2;
      }
    }
  }
  const strength = both / Math.max(1e-6, above);
  return (
    share > LEAST_SHARE * area &&
    strength > STRENGTH.least &&
    strength < STRENGTH.most &&
    both ** 2 > EXPLAINED * Math.max(1e-6, above * below)
  );
}

/** Whether the lower part of what was taken for the subject is its reflection in the floor. About 5 ms. */
export function mirroredBelow(cut: Cut): boolean {
  const found = standing(cut);
  for (let line = Math.ceil((found.top + found.foot) / 2); line <= found.foot - 3; line++) if (isMirror(found, line)) return true;
  return false;
}
