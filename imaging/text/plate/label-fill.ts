import { worstChannel } from "../../raster/worst-channel.ts";
import type { Ground } from "./ground.ts";
import { fitPolynomial } from "./polynomial.ts";
import type { RimFill } from "./rim-fill.ts";
import { smoothFill } from "./smooth-fill.ts";

/** Pixels this near the hole show what the letters stand on, however tight the label. */
const RIM = 2;
/** Share of them on one smooth surface from which that is the label's. */
const MOST = 0.6;
/**
 * Distance to the surface, 0–255 in the worst channel, up to which a pixel lies on the label, as small letters' ringing leaves it; and how far from the hole
 * the label is learnt from, pixels.
 */
const ON_IT = 32;
const FAR = 28;
/** What rings around small letters is averaged as noise of this σ, 0–255. */
const RINGING = 1.5;

const around = (i: number, width: number): readonly number[] => [i - 1, i + 1, i - width, i + width];

/** 1 = the pixels of the surface that hang together with the hole's rim. */
function labelOn(ground: Ground, surface: Float32Array): Uint8Array {
  const { width, unknown, distance, pixels } = ground;
  const label = new Uint8Array(unknown.length);
  const queue: number[] = [];
  const reach = (i: number, within: number): void => {
    if (unknown[i] !== 0 || label[i] !== 0 || !(distance[i] <= within) || worstChannel(pixels, surface, { i, j: i }) > ON_IT) return;
    label[i] = 1;
    queue.push(i);
  };
  for (let i = 0; i < label.length; i++) reach(i, RIM);
  for (let k = 0; k < queue.length; k++) {
    for (const j of around(queue[k], width)) if (j >= 0 && j < label.length) reach(j, FAR);
  }
  return label;
}

/**
 * The smooth ground of a label, pill or button that the letters stand on, learnt from all that hangs together with the hole's rim and lies on one surface with
 * it: its gradient goes on between the letters and beyond their ends, and what lies behind the label stays out of it. `undefined` where the rim is of
 * no one surface.
 */
export function labelFill(ground: Ground): RimFill | undefined {
  const { unknown, distance, pixels } = ground;
  const rim = unknown.map((u, i) => (u === 0 && distance[i] <= RIM ? 1 : 0));
  const first = labelOn(ground, fitPolynomial(ground, rim));
  const surface = fitPolynomial(ground, first);
  const label = labelOn(ground, surface);
  const [own, all] = [rim.reduce((n, r, i) => n + (label[i] ? r : 0), 0), rim.reduce((n, r) => n + r, 0)];
  if (all === 0 || own < MOST * all) return undefined;
  let [squares, n] = [0, 0];
  for (let i = 0; i < label.length; i++) {
    if (label[i] === 0) continue;
    n += 3;
    for (let c = i * 3; c < i * 3 + 3; c++) squares += (pixels[c] - surface[c]) ** 2;
  }
  return { filled: smoothFill({ ...ground, learn: label }, RINGING), restless: Math.sqrt(squares / n) };
}
