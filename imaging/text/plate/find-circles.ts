import { solveLinear } from "../../raster/linear-system.ts";
import { mulberry32 } from "../../raster/random.ts";
import { type Circle, type Fitted, type Scene, SEEN, witnessed } from "./circle-seen.ts";
import { type Contour, contourOf } from "./contour.ts";
import type { Ground } from "./ground.ts";

/** Pairs of points drawn for each circle that is looked for, and how many of the best are looked at closely. */
const DRAWS = 2500;
const FINALISTS = 6;
/** A drawn circle is judged by so many of the points, about. */
const JUDGES = 500;
/** With more edge points than this share of the known pixels a ground is texture, in which anything lies on circles. */
const TEXTURE = 0.04;
/** Most circles taken off one ground, and how often what most points lie on may be no such circle. */
const MOST = { circles: 6, misses: 3 } as const;
/** Radii, pixels, the greatest as a multiple of the ground's diagonal. */
const RADIUS = { least: 8, diagonals: 3 } as const;
/** Points of a circle lie this near to it, pixels: when drawn by two of them, and once it is fitted. */
const NEAR = { drawn: 2.5, fitted: 1.2 } as const;
/** Two points further apart than this many radii face each other: any two edges of a stripe do. */
const APART = 1.5;
/** Cosine between a point's slope and the way to the centre. */
const ALIGNED = 0.92;

const greatest = ({ width, height }: Ground): number => RADIUS.diagonals * Math.hypot(width, height);

/** The circle through two points that rises along the first one's slope; `undefined` where the second one's slope says otherwise. */
function throughTwo({ x, y, nx, ny }: Contour, [a, b]: readonly [number, number], most: number): Circle | undefined {
  const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
  const towards = 2 * (nx[a] * dx + ny[a] * dy);
  if (Math.abs(towards) < 1e-3) return undefined;
  const r = (dx * dx + dy * dy) / towards;
  if (Math.abs(r) < RADIUS.least || Math.abs(r) > most || dx * dx + dy * dy > (APART * r) ** 2) return undefined;
  const [cx, cy] = [x[a] + r * nx[a], y[a] + r * ny[a]];
  const along = ((cx - x[b]) * nx[b] + (cy - y[b]) * ny[b]) / r;
  return along < ALIGNED ? undefined : { cx, cy, r: Math.abs(r) };
}

/** Points near a circle that rise towards its centre, or all away from it, whichever are more. */
function inliers({ x, y, nx, ny }: Contour, { cx, cy, r }: Circle, near: number): number[] {
  const [inwards, outwards]: [number[], number[]] = [[], []];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [cx - x[i], cy - y[i]];
    const squared = dx * dx + dy * dy;
    if (squared < (r - near) * (r - near) || squared > (r + near) * (r + near)) continue;
    const along = (dx * nx[i] + dy * ny[i]) / Math.sqrt(squared);
    if (along > ALIGNED) inwards.push(i);
    else if (along < -ALIGNED) outwards.push(i);
  }
  return inwards.length >= outwards.length ? inwards : outwards;
}

/** How many of every `stride`th points lie near a circle and face its centre or away from it. */
function support({ x, y, nx, ny }: Contour, { cx, cy, r }: Circle, stride: number): number {
  const [least, most] = [(r - NEAR.drawn) ** 2, (r + NEAR.drawn) ** 2];
  let count = 0;
  for (let i = 0; i < x.length; i += stride) {
    const [dx, dy] = [cx - x[i], cy - y[i]];
    const squared = dx * dx + dy * dy;
    if (squared < least || squared > most) continue;
    if ((dx * nx[i] + dy * ny[i]) ** 2 > ALIGNED * ALIGNED * squared) count++;
  }
  return count;
}

/** The circle nearest to the points, by one step of Gauss and Newton from where it is. */
function nearer({ x, y }: Contour, points: readonly number[], { cx, cy, r }: Circle): Circle | undefined {
  const rows = Array.from({ length: 3 }, () => new Float64Array(4));
  for (const i of points) {
    const [dx, dy] = [x[i] - cx, y[i] - cy];
    const distance = Math.max(1e-6, Math.hypot(dx, dy));
    const terms = [dx / distance, dy / distance, 1];
    for (let p = 0; p < 3; p++) {
      for (let q = 0; q < 3; q++) rows[p][q] += terms[p] * terms[q];
      rows[p][3] += terms[p] * (distance - r);
    }
  }
  if (points.length < 3 || !solveLinear(rows)) return undefined;
  return { cx: cx + rows[0][3], cy: cy + rows[1][3], r: r + rows[2][3] };
}

/** A drawn circle moved onto its points. */
function settled(contour: Contour, drawn: Circle): Fitted | undefined {
  let circle: Circle | undefined = drawn;
  for (const near of [NEAR.drawn, NEAR.drawn, 2, NEAR.fitted, NEAR.fitted, NEAR.fitted]) {
    circle = nearer(contour, inliers(contour, circle, near), circle);
    if (circle === undefined || !(circle.r > RADIUS.least)) return undefined;
  }
  return { circle, points: inliers(contour, circle, NEAR.fitted) };
}

/** Circles through pairs of points, those most others lie on first. */
function drawnCircles({ ground, contour }: Scene, random: () => number): readonly Circle[] {
  const most = greatest(ground);
  const n = contour.x.length;
  const stride = Math.max(1, Math.round(n / JUDGES));
  const best: { circle: Circle; count: number }[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const circle = throughTwo(contour, [Math.floor(random() * n), Math.floor(random() * n)], most);
    if (circle === undefined) continue;
    const count = support(contour, circle, stride);
    if (count * stride < SEEN.pixels || (best.length === FINALISTS && count <= best[FINALISTS - 1].count)) continue;
    best.push({ circle, count });
    best.sort((a, b) => b.count - a.count);
    best.length = Math.min(best.length, FINALISTS);
  }
  return best.map(({ circle }) => circle);
}

const without = ({ x, y, nx, ny }: Contour, points: ReadonlySet<number>): Contour => {
  const left = (from: Float32Array) => from.filter((_, i) => !points.has(i));
  return { x: left(x), y: left(y), nx: left(nx), ny: left(ny) };
};

/**
 * Round edges that run under the hole: every circle whose visible part is an edge nearly all along (RANSAC over the ground's edge points, each pair with its
 * slopes making one circle). Deterministic.
 */
export function findCircles(ground: Ground, noise: number): readonly Circle[] {
  const random = mulberry32(1);
  let contour = contourOf(ground, noise);
  if (contour.x.length > TEXTURE * ground.learn.reduce((n: number, l) => n + l, 0)) return [];
  const circles: Circle[] = [];
  for (let misses = 0; circles.length < MOST.circles && misses < MOST.misses && contour.x.length >= SEEN.pixels; ) {
    const scene = { ground, contour };
    const found = drawnCircles(scene, random)
      .map((drawn) => settled(contour, drawn))
      .filter((fitted) => fitted !== undefined)
      .map((fitted) =>
        fitted.circle.r > greatest(ground) ? { ...fitted, seen: fitted.points.length, isWhole: false } : witnessed(scene, fitted),
      );
    if (found.length === 0) break;
    const whole = found.filter(({ isWhole }) => isWhole);
    const best = (whole.length > 0 ? whole : found).reduce((a, b) => (b.seen > a.seen ? b : a));
    if (best.isWhole) circles.push(best.circle);
    else misses++;
    contour = without(contour, new Set(inliers(contour, best.circle, NEAR.drawn)));
  }
  return circles;
}
