import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import type { FloatImage, Plane } from "../../raster/raster.ts";
import { cellOf, type LineFrame } from "../frame.ts";

/** The fill's colour as a function of place. */
export type Paint =
  | { readonly kind: "solid"; readonly colour: Rgb }
  /** Linear along the direction `axis` of the line's frame, from `from` to `to` in pixels off its centre. */
  | {
      readonly kind: "linear";
      readonly axis: "u" | "v";
      readonly from: number;
      readonly to: number;
      readonly start: Rgb;
      readonly end: Rgb;
    }
  /** As `linear` with several evenly spaced colours. */
  | { readonly kind: "stops"; readonly axis: "u" | "v"; readonly from: number; readonly to: number; readonly stops: readonly Rgb[] }
  /** One colour per character that is not a space. `edges` as in `cellEdges`. */
  | { readonly kind: "perCharacter"; readonly colours: readonly Rgb[]; readonly edges: readonly number[] };

const clamp255 = (v: number): number => Math.max(0, Math.min(255, v));
const clampRgb = (c: Rgb): Rgb => [clamp255(c[0]), clamp255(c[1]), clamp255(c[2])];

const along = (ramp: { readonly axis: "u" | "v"; readonly from: number; readonly to: number }, u: number, v: number): number =>
  Math.max(0, Math.min(1, ((ramp.axis === "u" ? u : v) - ramp.from) / (ramp.to - ramp.from || 1)));
const mixed = (a: Rgb, b: Rgb, t: number): Rgb => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

/** The paint's colour at a place of the line. */
export function paintAt(paint: Paint, u: number, v: number): Rgb {
  switch (paint.kind) {
    case "solid":
      return paint.colour;
    case "perCharacter":
      return paint.colours[Math.min(paint.colours.length - 1, cellOf(paint.edges, u))];
    case "linear":
      return mixed(paint.start, paint.end, along(paint, u, v));
    case "stops": {
      const at = along(paint, u, v) * (paint.stops.length - 1);
      const k = Math.min(paint.stops.length - 2, Math.floor(at));
      return mixed(paint.stops[k], paint.stops[k + 1], at - k);
    }
  }
}

interface Evidence {
  readonly image: FloatImage;
  /** What lies under the fill: plate, or outline over plate. */
  readonly under: FloatImage;
  readonly coverage: Plane;
  readonly frame: LineFrame;
}

/** Least-squares colour of the pixels chosen: image = under·(1−a) + colour·a. */
function solidOver({ image, under, coverage }: Evidence, chosen: (i: number) => boolean): { colour: Rgb; error: number; weight: number } {
  const sum = [0, 0, 0];
  let weight = 0;
  for (let i = 0; i < coverage.data.length; i++) {
    const a = coverage.data[i];
    if (a < 0.25 || !chosen(i)) continue;
    weight += a * a;
    for (let c = 0; c < 3; c++) sum[c] += a * (image.data[i * 3 + c] - under.data[i * 3 + c] * (1 - a));
  }
  const colour = clampRgb(weight > 0 ? [sum[0] / weight, sum[1] / weight, sum[2] / weight] : [0, 0, 0]);
  let error = 0;
  for (let i = 0; i < coverage.data.length; i++) {
    const a = coverage.data[i];
    if (a < 0.25 || !chosen(i)) continue;
    for (let c = 0; c < 3; c++) error += (image.data[i * 3 + c] - under.data[i * 3 + c] * (1 - a) - colour[c] * a) ** 2;
  }
  return { colour, error, weight };
}

/** Least-squares colour running linearly along one axis between the ink's ends. */
function linearOver(evidence: Evidence, axis: "u" | "v", ends: { from: number; to: number }): { paint: Paint; error: number } {
  const { image, under, coverage, frame } = evidence;
  const at = axis === "u" ? frame.u : frame.v;
  const s = { ss: 0, st: 0, tt: 0 };
  const right = [0, 1, 2].map(() => [0, 0]);
  const place = (i: number) => Math.max(0, Math.min(1, (at[i] - ends.from) / (ends.to - ends.from || 1)));
  for (let i = 0; i < coverage.data.length; i++) {
    const a = coverage.data[i];
    if (a < 0.25) continue;
    const t = place(i);
    const [p, q] = [a * (1 - t), a * t];
    s.ss += p * p;
    s.st += p * q;
    s.tt += q * q;
    for (let c = 0; c < 3; c++) {
      const rest = image.data[i * 3 + c] - under.data[i * 3 + c] * (1 - a);
      right[c][0] += p * rest;
      right[c][1] += q * rest;
    }
  }
  const det = s.ss * s.tt - s.st * s.st || 1;
  const start = clampRgb(right.map(([p, q]) => (p * s.tt - q * s.st) / det) as unknown as Rgb);
  const end = clampRgb(right.map(([p, q]) => (q * s.ss - p * s.st) / det) as unknown as Rgb);
  const paint: Paint = { kind: "linear", axis, ...ends, start, end };
  let error = 0;
  for (let i = 0; i < coverage.data.length; i++) {
    const a = coverage.data[i];
    if (a < 0.25) continue;
    const colour = paintAt(paint, frame.u[i], frame.v[i]);
    for (let c = 0; c < 3; c++) error += (image.data[i * 3 + c] - under.data[i * 3 + c] * (1 - a) - colour[c] * a) ** 2;
  }
  return { paint, error };
}

/**
 * A fit that is a little off mixes ground into the fill and so pulls its colour towards it; the core colour the matte saw does
 * not suffer from that. Of the two the one further from the ground is the truer.
 */
function truer(solved: Rgb, seen: Rgb, ground: Rgb): Rgb {
  return rgbDistance(seen, ground) > rgbDistance(solved, ground) ? seen : solved;
}

/** Mean of what lies under the fill. */
function groundOf({ under, coverage }: Evidence): Rgb {
  const sum = [0, 0, 0];
  let n = 0;
  for (let i = 0; i < coverage.data.length; i++) {
    if (coverage.data[i] < 0.25) continue;
    n++;
    for (let c = 0; c < 3; c++) sum[c] += under.data[i * 3 + c];
  }
  return n === 0 ? [0, 0, 0] : [sum[0] / n, sum[1] / n, sum[2] / n];
}

function perCharacter(
  evidence: Evidence,
  edges: readonly number[],
): { paint: Extract<Paint, { kind: "perCharacter" }>; error: number; contrast: number; weights: readonly number[] } {
  const cells = edges.length - 1;
  const found = Array.from({ length: cells }, (_, c) => solidOver(evidence, (i) => cellOf(edges, evidence.frame.u[i]) === c));
  const overall = solidOver(evidence, () => true).colour;
  const colours = found.map((f) => (f.weight > 2 ? f.colour : overall));
  const contrast = Math.max(...colours.map((c) => Math.hypot(c[0] - overall[0], c[1] - overall[1], c[2] - overall[2])));
  return {
    paint: { kind: "perCharacter", colours, edges },
    error: found.reduce((a, f) => a + f.error, 0),
    contrast,
    weights: found.map((f) => f.weight),
  };
}

/** Colours that differ only by measurement are one: each joins the first group it is near to, groups take their weighted mean. */
function grouped(colours: readonly Rgb[], weights: readonly number[], ground: Rgb): readonly Rgb[] {
  const groups: { sum: [number, number, number]; weight: number }[] = [];
  const mean = (g: (typeof groups)[number]): Rgb => [g.sum[0] / g.weight, g.sum[1] / g.weight, g.sum[2] / g.weight];
  const order = colours.map((_, i) => i).sort((a, b) => weights[b] - weights[a]);
  const member = new Map<number, (typeof groups)[number]>();
  for (const i of order) {
    const w = Math.max(1e-3, weights[i]);
    const near = groups.find((g) => isWashed(colours[i], mean(g), ground));
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
/** Whether a colour is the other one, or the other one thinned by the ground as it is in slight characters. */
function isWashed(colour: Rgb, full: Rgb, ground: Rgb): boolean {
  const reach = [full[0] - ground[0], full[1] - ground[1], full[2] - ground[2]];
  const length = Math.max(1, reach[0] ** 2 + reach[1] ** 2 + reach[2] ** 2);
  const t = ((colour[0] - ground[0]) * reach[0] + (colour[1] - ground[1]) * reach[1] + (colour[2] - ground[2]) * reach[2]) / length;
  const share = Math.max(0.45, Math.min(1.1, t));
  return rgbDistance(colour, [ground[0] + reach[0] * share, ground[1] + reach[1] * share, ground[2] + reach[2] * share]) < 36;
}

/**
 * The simplest paint that explains the fill: solid, unless a gradient or a colour per character explains clearly more.
 * `edges` are the character cells of the original line.
 */
export function solvePaint(
  evidence: Evidence,
  at: {
    readonly edges: readonly number[];
    /** Fill colours the matte saw: of the whole line and per character. */
    readonly seen: { readonly overall: Rgb; readonly cells: readonly Rgb[] };
    /** The matte saw colours vary from character to character. */
    readonly varied: boolean;
    readonly ends: { readonly u: readonly [number, number]; readonly v: readonly [number, number] };
  },
): Paint {
  const solid = solidOver(evidence, () => true);
  const share = (error: number) => error / Math.max(1, solid.error);
  const meanError = Math.sqrt(solid.error / Math.max(1, solid.weight * 3));
  const ground = groundOf(evidence);
  const plain: Paint = { kind: "solid", colour: truer(solid.colour, at.seen.overall, ground) };
  if (meanError < 5) return plain;
  const lines = (["v", "u"] as const).map((axis) => {
    const [from, to] = at.ends[axis];
    return linearOver(evidence, axis, { from, to });
  });
  const line = lines.reduce((best, l) => (l.error < best.error ? l : best));
  const cells = at.edges.length > 2 ? perCharacter(evidence, at.edges) : undefined;
  const clearly = at.varied ? 0.93 : 0.45;
  if (cells && cells.contrast > 45 && share(cells.error) < clearly && cells.error < (at.varied ? 1.05 : 0.6) * line.error) {
    return {
      ...cells.paint,
      colours: grouped(
        cells.paint.colours.map((c, i) => truer(c, at.seen.cells[i] ?? c, ground)),
        cells.weights,
        ground,
      ),
    };
  }
  if (share(line.error) < 0.55 && spread(line.paint) > 24) return line.paint;
  return plain;
}

const spread = (paint: Paint): number =>
  paint.kind === "linear" ? Math.hypot(paint.end[0] - paint.start[0], paint.end[1] - paint.start[1], paint.end[2] - paint.start[2]) : 0;
