import { withBlocking } from "./blocking.ts";
import type { Lattice, Step } from "./find-lattice.ts";
import type { Ground } from "./ground.ts";
import { membrane } from "./membrane.ts";
import { weightedBlur } from "./smooth-fill.ts";

/** Places of the pattern a pixel is taken from: the nearest so many that are known. */
const SOURCES = 6;
/** Known pixels this near the hole show how the light there differs from where the pattern is taken; averaged over so much, pixels. */
const RIM = 14;
const LIGHT_SIGMA = 5;

/** All steps of the lattice within the ground, nearest first, without standing still. */
function stepsOf({ u, v }: Lattice, { width, height }: Ground): readonly Step[] {
  const most = Math.hypot(width, height);
  const [nu, nv] = [u, v].map((s) => Math.min(60, Math.ceil(most / Math.hypot(s.dx, s.dy))));
  const steps: Step[] = [];
  for (let i = -nu; i <= nu; i++) {
    for (let j = -nv; j <= nv; j++) {
      const step = { dx: i * u.dx + j * v.dx, dy: i * u.dy + j * v.dy };
      if ((i !== 0 || j !== 0) && Math.abs(step.dx) < width && Math.abs(step.dy) < height) steps.push(step);
    }
  }
  return steps.sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
}

/** Adds the colour at (x, y), between pixels, where all around it is known. */
function sampleInto({ width, height, pixels, learn }: Ground, sum: Float64Array, { dx: x, dy: y }: Step): boolean {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const [right, down] = [fx > 0 ? 1 : 0, fy > 0 ? width : 0];
  if (x0 < 0 || y0 < 0 || x0 + right >= width || y0 + (down ? 1 : 0) >= height) return false;
  const at = y0 * width + x0;
  if (!(learn[at] && learn[at + right] && learn[at + down] && learn[at + right + down])) return false;
  for (let c = 0; c < 3; c++) {
    const top = pixels[at * 3 + c] * (1 - fx) + pixels[(at + right) * 3 + c] * fx;
    sum[c] += top * (1 - fy) + (pixels[(at + down) * 3 + c] * (1 - fx) + pixels[(at + right + down) * 3 + c] * fx) * fy;
  }
  return true;
}

/** What the pattern says of every pixel; 0 in `said` where it is known nowhere. */
function predicted(ground: Ground, lattice: Lattice): { values: Float32Array; said: Uint8Array } {
  const { width, hole } = ground;
  const steps = stepsOf(lattice, ground);
  const values = Float32Array.from(ground.pixels);
  const said = new Uint8Array(hole.length);
  const sum = new Float64Array(3);
  for (let i = 0; i < hole.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    sum.fill(0);
    let n = 0;
    for (let s = 0; s < steps.length && n < SOURCES; s++) {
      if (sampleInto(ground, sum, { dx: x + steps[s].dx, dy: y + steps[s].dy })) n++;
    }
    if (n === 0) continue;
    said[i] = 1;
    for (let c = 0; c < 3; c++) values[i * 3 + c] = sum[c] / n;
  }
  return { values, said };
}

/**
 * Fills by the nearest places where the pattern is the same, and carries over how the light at the hole's rim differs from there. A new `[H, W, 3]`,
 * meant for the hole; `undefined` where part of the hole has no known place on the lattice.
 */
export function latticeFill(ground: Ground, lattice: Lattice): Float32Array | undefined {
  const { width, height, pixels, hole, learn, distance, guard } = ground;
  const { values, said } = predicted(ground, lattice);
  if (hole.some((h, i) => h === 1 && said[i] === 0)) return undefined;
  const rim = said.map((s, i) => (s && learn[i] && distance[i] <= guard + RIM ? 1 : 0));
  const light = weightedBlur(
    values.map((v, i) => pixels[i] - v),
    rim,
    { width, height, sigma: LIGHT_SIGMA },
  );
  for (let i = 0; i < rim.length; i++) if (!rim[i]) light.fill(0, i * 3, i * 3 + 3);
  const unknown = said.map((s, i) => (s && !rim[i] && distance[i] <= guard + RIM ? 1 : 0));
  const film = membrane({ width, height, values: light, unknown });
  const blocked = withBlocking(ground, values);
  return blocked.map((v, i) => v + (hole[Math.floor(i / 3)] ? film[i] : 0));
}
