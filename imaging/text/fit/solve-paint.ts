import { fromYcc, toYcc } from "../../raster/chroma.ts";
import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { solveLinear } from "../../raster/linear-system.ts";
import { type FillEvidence, type FillSample, type FillSamples, fillSamples } from "./fill-samples.ts";
import type { Paint, Ramp } from "./paint.ts";
import { shineThrough } from "./shine-through.ts";
import { translucent, translucentBy } from "./translucent.ts";

const clamp255 = (v: number): number => Math.max(0, Math.min(255, v));
const clampRgb = (c: Rgb): Rgb => [clamp255(c[0]), clamp255(c[1]), clamp255(c[2])];

/** Least-squares colours of a basis of places, and the squares they leave unexplained. */
interface Solved {
  readonly colours: readonly Rgb[];
  readonly error: number;
}

/** `basis` writes the share each colour has at a sample; `undefined` where the samples do not tell the colours apart. */
function solve(
  { samples, energy }: FillSamples,
  count: number,
  basis: (sample: FillSample, out: Float64Array) => void,
): Solved | undefined {
  const share = new Float64Array(count);
  const ycc = Array.from({ length: count }, () => [0, 0, 0]);
  const systems = [0, 1, 2].map(() => Array.from({ length: count }, () => new Float64Array(count + 1)));
  for (const sample of samples) {
    basis(sample, share);
    for (let c = 0; c < 3; c++) {
      for (let a = 0; a < count; a++) {
        if (share[a] === 0) continue;
        systems[c][a][count] += share[a] * sample.seen[c];
        for (let b = 0; b < count; b++) systems[c][a][b] += share[a] * share[b] * sample.ink[c];
      }
    }
  }
  let error = energy;
  for (let c = 0; c < 3; c++) {
    const right = systems[c].map((row) => row[count]);
    for (let a = 0; a < count; a++) systems[c][a][a] += 1e-6;
    if (!solveLinear(systems[c])) return undefined;
    for (let a = 0; a < count; a++) {
      ycc[a][c] = systems[c][a][count];
      error -= ycc[a][c] * right[a];
    }
  }
  return { colours: ycc.map((y) => clampRgb(fromYcc(y as unknown as Rgb))), error: Math.max(0, error) };
}

const solidOf = (samples: FillSamples): Solved =>
  solve(samples, 1, (_s, out) => out.fill(1)) ?? { colours: [[0, 0, 0]], error: samples.energy };

interface Ends {
  readonly u: readonly [number, number];
  readonly v: readonly [number, number];
}

/** Where a direction meets the corners of the ink's box: there a gradient of design tools begins and ends. */
function spanOf(angle: number, { u, v }: Ends): readonly [number, number] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const at = [u[0], u[1]].flatMap((x) => [x * c + v[0] * s, x * c + v[1] * s]);
  return [Math.min(...at), Math.max(...at)];
}

/** Least share of the ink that must lie at a gradient's stop for its colour to be more than a guess. */
const SUPPORT = 0.08;

interface Tried {
  readonly ramp: Ramp;
  readonly error: number;
}

/** The gradient of these knots along one direction that explains the samples best. */
function rampAlong(samples: FillSamples, at: { angle: number; ends: Ends; knots: readonly number[] }): Tried | undefined {
  const [from, to] = spanOf(at.angle, at.ends);
  const [c, s] = [Math.cos(at.angle), Math.sin(at.angle)];
  const { knots } = at;
  const support = new Float64Array(knots.length);
  const found = solve(samples, knots.length, ({ u, v, ink }, out) => {
    const t = Math.max(0, Math.min(1, (u * c + v * s - from) / (to - from || 1)));
    out.fill(0);
    let k = 1;
    while (k < knots.length - 1 && t > knots[k]) k++;
    const share = (t - knots[k - 1]) / (knots[k] - knots[k - 1]);
    out[k - 1] = 1 - share;
    out[k] = share;
    support[k - 1] += (1 - share) * ink[0];
    support[k] += share * ink[0];
  });
  const all = support.reduce((a, b) => a + b, 0);
  if (!found || (knots.length > 2 && support.some((s) => s < SUPPORT * all))) return undefined;
  const stops = found.colours.map((colour, k) => ({ at: knots[k], colour }));
  return { ramp: { kind: "linear", angle: at.angle, from, to, stops }, error: found.error };
}

const QUARTER = Math.PI / 2;

/** Direction in which the colours change most when they change evenly; `undefined` where there is none to speak of. */
function slopeOf(samples: FillSamples): number | undefined {
  const scale = Math.max(1, ...samples.samples.map((s) => Math.max(Math.abs(s.u), Math.abs(s.v))));
  const plane = solveSlopes(samples, scale);
  if (!plane) return undefined;
  let [uu, uv, vv] = [0, 0, 0];
  for (const [u, v] of plane) {
    uu += u * u;
    uv += u * v;
    vv += v * v;
  }
  if (uu + vv < 1e-6) return undefined;
  const angle = 0.5 * Math.atan2(2 * uv, uu - vv);
  return angle;
}

/** Slopes along `u` and `v` of each channel. */
function solveSlopes({ samples }: FillSamples, scale: number): readonly (readonly [number, number])[] | undefined {
  const slopes: (readonly [number, number])[] = [];
  for (let c = 0; c < 3; c++) {
    const rows = [0, 1, 2].map(() => new Float64Array(4));
    for (const s of samples) {
      const terms = [1, s.u / scale, s.v / scale];
      for (let a = 0; a < 3; a++) {
        rows[a][3] += terms[a] * s.seen[c];
        for (let b = 0; b < 3; b++) rows[a][b] += terms[a] * terms[b] * s.ink[c];
      }
    }
    if (!solveLinear(rows)) return undefined;
    slopes.push([rows[1][3], rows[2][3]]);
  }
  return slopes;
}

/** A whole turn's worth of rounding left out: angles nearer to an axis than this, radians, are the axis. */
const ON_AXIS = 0.06;
/** Most of the directions a hand would give a gradient; beside them the one the colours themselves show. */
const DIRECTIONS = [QUARTER, 0, QUARTER / 2, -QUARTER / 2];
const MIDDLES = [0.5, 0.35, 0.65];

interface Model {
  readonly paint: Paint;
  readonly error: number;
  /** Free numbers in it. */
  readonly freedoms: number;
  /** Told by more than the error. */
  readonly certain?: boolean;
}

/** Freedoms of two colours along or down the line. */
const PLAIN_RAMP = 6;

function rampModels(samples: FillSamples, ends: Ends): readonly Model[] {
  const slope = slopeOf(samples);
  const free = slope !== undefined && DIRECTIONS.every((d) => Math.abs(Math.sin(slope - d)) > ON_AXIS) ? [slope] : [];
  const angles = [...DIRECTIONS, ...free];
  const two = angles.map((angle) => ({ tried: rampAlong(samples, { angle, ends, knots: [0, 1] }), angle, freedoms: PLAIN_RAMP }));
  const three = angles.flatMap((angle) =>
    MIDDLES.map((middle) => ({
      tried: rampAlong(samples, { angle, ends, knots: [0, middle, 1] }),
      angle,
      freedoms: middle === 0.5 ? 9 : 10,
    })),
  );
  return [...two, ...three].flatMap(({ tried, angle, freedoms }) =>
    tried ? [{ paint: tried.ramp, error: tried.error, freedoms: freedoms + (angle === 0 || angle === QUARTER ? 0 : 1.5) }] : [],
  );
}

/** Largest distance between two of a paint's colours. */
function spread(paint: Paint): number {
  if (paint.kind === "solid") return 0;
  const colours = paint.kind === "linear" ? paint.stops.map((s) => s.colour) : paint.colours;
  return Math.max(...colours.flatMap((a) => colours.map((b) => rgbDistance(a, b))));
}

/** Colours that differ only by measurement are one: each joins the first group it is near to, groups take their weighted mean. */
function grouped(colours: readonly Rgb[], weights: readonly number[], alike: (colour: Rgb, full: Rgb) => boolean): readonly Rgb[] {
  const groups: { sum: [number, number, number]; weight: number }[] = [];
  const mean = (g: (typeof groups)[number]): Rgb => [g.sum[0] / g.weight, g.sum[1] / g.weight, g.sum[2] / g.weight];
  const order = colours.map((_, i) => i).sort((a, b) => weights[b] - weights[a]);
  const member = new Map<number, (typeof groups)[number]>();
  for (const i of order) {
    const w = Math.max(1e-3, weights[i]);
    const near = groups.find((g) => alike(colours[i], mean(g)));
    const group = near ?? { sum: [0, 0, 0] as [number, number, number], weight: 0 };
    if (!near) groups.push(group);
    for (let c = 0; c < 3; c++) group.sum[c] += colours[i][c] * w;
    group.weight += w;
    member.set(i, group);
  }
  return colours.map((colour, i) => {
    const group = member.get(i);
    return group ? mean(group) : colour;
  });
}

/** Distance within which two characters' colours are one: where strokes have a core, and where the ground shows through them. */
const SAME_CORE = 14;
const SAME_THIN = 36;

/** Whether a colour is the other one, or the other one thinned by the ground as it is in slight characters. */
function sameColour(core: boolean, ground: Rgb): (colour: Rgb, full: Rgb) => boolean {
  return (colour, full) => {
    if (core) return rgbDistance(colour, full) < SAME_CORE;
    const reach = [full[0] - ground[0], full[1] - ground[1], full[2] - ground[2]];
    const length = Math.max(1, reach[0] ** 2 + reach[1] ** 2 + reach[2] ** 2);
    const t = ((colour[0] - ground[0]) * reach[0] + (colour[1] - ground[1]) * reach[1] + (colour[2] - ground[2]) * reach[2]) / length;
    const share = Math.max(0.45, Math.min(1.1, t));
    return rgbDistance(colour, [ground[0] + reach[0] * share, ground[1] + reach[1] * share, ground[2] + reach[2] * share]) < SAME_THIN;
  };
}

/** Mean of what lies under the fill. */
function groundOf({ under, coverage }: FillEvidence): Rgb {
  const sum = [0, 0, 0];
  let n = 0;
  for (let i = 0; i < coverage.data.length; i++) {
    if (coverage.data[i] < 0.25) continue;
    n++;
    for (let c = 0; c < 3; c++) sum[c] += under.data[i * 3 + c];
  }
  return n === 0 ? [0, 0, 0] : [sum[0] / n, sum[1] / n, sum[2] / n];
}

/**
 * A fit that is a little off mixes ground into the fill and so pulls its colour towards it; the core colour the matte saw does
 * not suffer from that. Of the two the one further from the ground is the truer.
 */
function truer(solved: Rgb, at: { readonly seen: Rgb; readonly ground: Rgb; readonly half: boolean }): Rgb {
  if (!at.half) return rgbDistance(at.seen, at.ground) > rgbDistance(solved, at.ground) ? at.seen : solved;
  // Single pixels have the neighbours' hue in them: only their lightness counts.
  const [[y, cb, cr], [seen], [ground]] = [toYcc(solved), toYcc(at.seen), toYcc(at.ground)];
  return Math.abs(seen - ground) > Math.abs(y - ground) ? clampRgb(fromYcc([seen, cb, cr])) : solved;
}

interface PaintContext {
  readonly edges: readonly number[];
  /** Fill colours the matte saw: of the whole line and per character. */
  readonly seen: { readonly overall: Rgb; readonly cells: readonly Rgb[] };
  /** The matte saw colours vary from character to character. */
  readonly varied: boolean;
  readonly ends: Ends;
  /** What lies under the fill is known well enough, and nothing else's, for the fill's opacity to be told. */
  readonly through: boolean;
}

/** One colour that the ground shines through: on grain by how grainy the letters are, else pixel by pixel. */
function translucentModel(evidence: FillEvidence, samples: FillSamples, solid: Model): Model | undefined {
  const shine = samples.half ? undefined : shineThrough(evidence);
  const found = shine ? translucentBy(shine, samples, solid.error) : translucent(samples, solid.error);
  return (
    found && {
      paint: { kind: "solid", colour: found.colour, opacity: found.opacity },
      error: found.error,
      freedoms: 4,
      certain: shine !== undefined,
    }
  );
}

function characterModel(samples: FillSamples, at: PaintContext & { readonly ground: Rgb; readonly solid: Rgb }): Model | undefined {
  const count = at.edges.length - 1;
  if (count < 2) return undefined;
  const weights = Array.from({ length: count }, () => 0);
  for (const s of samples.samples) weights[Math.min(count - 1, s.cell)] += s.ink[0];
  const found = solve(samples, count, (s, out) => {
    out.fill(0);
    out[Math.min(count - 1, s.cell)] = 1;
  });
  if (!found) return undefined;
  const own = found.colours.map((c, i) =>
    weights[i] > 2 ? truer(c, { seen: at.seen.cells[i] ?? c, ground: at.ground, half: samples.half }) : at.solid,
  );
  const colours = grouped(own, weights, sameColour(samples.core, at.ground));
  const different = new Set(colours.map((c) => c.join())).size;
  if (different < 2) return undefined;
  // Each character chooses among the colours beside having its own.
  return {
    paint: { kind: "perCharacter", colours, edges: at.edges },
    error: found.error,
    freedoms: 3 * different + (at.varied ? 0.5 : 2) * count,
  };
}

/** Pixels beside each other err alike: so many count as one. */
const ALIKE = 8;
/** Squares per pixel and channel that rounding alone leaves. */
const ROUNDING = 0.6;

/** Bayesian information criterion: how badly a model explains the pixels, with a price on its freedoms. */
function merit({ count }: FillSamples, { error, freedoms }: Pick<Model, "error" | "freedoms">): number {
  const n = Math.max(8, (3 * count) / ALIKE);
  return n * Math.log(error / Math.max(1, 3 * count) + ROUNDING) + freedoms * Math.log(n);
}

/** Least distance between the colours of a paint that is not solid: below it nobody sees it, or the letters' rims feign it. */
const VISIBLE_CORE = 12;
const VISIBLE_THIN = 28;
/** Times as much for what is rare: more than two stops, or a slant. */
const RARE = 2;
/** Least contrast of characters that differ in colour. */
const DIFFERENT = 45;

/**
 * The paint that explains the fill best for the numbers it takes: one colour, a gradient in any direction with two or three
 * stops, a colour per character, or one colour that the ground shines through.
 */
export function solvePaint(evidence: FillEvidence, at: PaintContext): Paint {
  const samples = fillSamples(evidence, at.edges);
  const ground = groundOf(evidence);
  const solved = solidOf(samples);
  const solid = truer(solved.colours[0], { seen: at.seen.overall, ground, half: samples.half });
  const plain: Model = { paint: { kind: "solid", colour: solid }, error: solved.error, freedoms: 3 };
  const visible = samples.core ? VISIBLE_CORE : VISIBLE_THIN;
  const characters = characterModel(samples, { ...at, ground, solid });
  const clear = at.through ? translucentModel(evidence, samples, plain) : undefined;
  const models = [
    ...(clear ? [clear] : []),
    ...rampModels(samples, at.ends).filter((m) => spread(m.paint) > (m.freedoms > PLAIN_RAMP ? RARE * visible : visible)),
    ...(characters && spread(characters.paint) > DIFFERENT ? [characters] : []),
  ];
  // Grain has told by itself that the ground shines through: no plain colour stands against it.
  const start = clear?.certain ? clear : plain;
  const { paint } = models.reduce((best, m) => (merit(samples, m) < merit(samples, best) ? m : best), start);
  return samples.half ? { ...paint, half: true } : paint;
}
