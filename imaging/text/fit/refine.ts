import { solveLinear } from "../../raster/linear-system.ts";
import type { Plane } from "../../raster/raster.ts";
import { type Ruler, type Setting, settingCoverage } from "../setting.ts";
import { squaredError } from "./shape.ts";

/** The quantities a line is fitted by. */
export const FREEDOMS = ["x", "y", "size", "tracking", "wordGap", "angle", "slant", "condense"] as const;
export type Freedom = (typeof FREEDOMS)[number];

export interface FitTarget {
  readonly text: string;
  /** Coverage seen in the picture, at `scale`. */
  readonly shape: Plane;
  /** Region pixels → shape pixels. */
  readonly scale: number;
  /** Blur added to both shape and rendering while searching, shape pixels; smooths the way to the optimum. */
  readonly extraBlur?: number;
}

/** A setting moved by `amount` along one freedom; amounts are natural: pixels, logarithm of size, em, radians. */
export function moved(setting: Setting, freedom: Freedom, amount: number): Setting {
  switch (freedom) {
    case "x":
      return { ...setting, x: setting.x + Math.cos(setting.angle) * amount, y: setting.y + Math.sin(setting.angle) * amount };
    case "y":
      return { ...setting, x: setting.x - Math.sin(setting.angle) * amount, y: setting.y + Math.cos(setting.angle) * amount };
    case "size":
      return { ...setting, sizePx: setting.sizePx * Math.exp(amount) };
    case "tracking":
      return { ...setting, tracking: setting.tracking + amount };
    case "wordGap":
      return { ...setting, wordGap: setting.wordGap + amount };
    case "angle":
      return { ...setting, angle: setting.angle + amount };
    case "slant":
      return { ...setting, slant: setting.slant + amount };
    case "condense":
      return { ...setting, condense: setting.condense * Math.exp(amount) };
  }
}

/** How strongly a freedom is held at its resting value, as squared error per unit² relative to the ink's amount. */
const HOLD: Readonly<Record<Freedom, number>> = { x: 0, y: 0, size: 0, tracking: 0.6, wordGap: 0.1, angle: 4, slant: 1.5, condense: 0.9 };
const resting = (setting: Setting, freedom: Freedom, start: Setting): number => {
  if (freedom === "tracking") return setting.tracking;
  if (freedom === "wordGap") return setting.wordGap;
  if (freedom === "slant") return setting.slant - start.slant;
  if (freedom === "condense") return Math.log(setting.condense);
  return freedom === "angle" ? setting.angle - start.angle : 0;
};

/** Step that moves the glyphs' edges by about half a shape pixel. */
function probe(freedom: Freedom, at: { setting: Setting; reach: number; scale: number; letters: number }): number {
  const half = 0.5 / at.scale;
  switch (freedom) {
    case "x":
    case "y":
      return half;
    case "size":
    case "condense":
    case "angle":
      return Math.min(0.05, half / Math.max(4, at.reach));
    case "tracking":
      return Math.min(0.05, half / (at.setting.sizePx * Math.max(1, at.letters / 2)));
    case "wordGap":
      return Math.min(0.1, half / at.setting.sizePx);
    case "slant":
      return Math.min(0.08, half / Math.max(2, at.setting.sizePx * 0.6));
  }
}

/** Solves the symmetric damped system by elimination; `undefined` where it is singular. */
function solveDamped(hessian: readonly Float64Array[], gradient: Float64Array, damping: number): Float64Array | undefined {
  const n = gradient.length;
  const rows = hessian.map((row, r) => {
    const copy = new Float64Array(n + 1);
    copy.set(row);
    copy[r] += damping * Math.max(1e-9, row[r]);
    copy[n] = -gradient[r];
    return copy;
  });
  return solveLinear(rows) ? Float64Array.from(rows, (row) => row[n]) : undefined;
}

export interface Refined {
  readonly setting: Setting;
  /** Squared error of coverage per unit of ink: 0 = the same. */
  readonly error: number;
}

interface Problem {
  readonly ruler: Ruler;
  readonly target: FitTarget;
  readonly freedoms: readonly Freedom[];
  readonly ink: number;
  readonly start: Setting;
}

const draw = ({ ruler, target }: Problem, setting: Setting): Plane => {
  const blurred = { ...setting, softness: Math.hypot(setting.softness, (target.extraBlur ?? 0) / target.scale) };
  const { width, height } = target.shape;
  return settingCoverage(ruler, blurred, { text: target.text, target: { width, height, scale: target.scale } });
};

function cost(problem: Problem, setting: Setting, drawn: Plane): number {
  let sum = squaredError(problem.target.shape, drawn) / problem.ink;
  for (const f of problem.freedoms) sum += HOLD[f] * resting(setting, f, problem.start) ** 2;
  return sum;
}

function linearised(problem: Problem, setting: Setting, drawn: Plane): { hessian: Float64Array[]; gradient: Float64Array } {
  const { freedoms, target, ink, start } = problem;
  const letters = [...target.text].length;
  const reach = (problem.ruler.metrics(setting, target.text).advance * setting.sizePx * setting.condense) / 2;
  const steps = freedoms.map((f) => probe(f, { setting, reach, scale: target.scale, letters }));
  const slopes = freedoms.map((f, k) => {
    const ahead = draw(problem, moved(setting, f, steps[k]));
    const slope = new Float32Array(drawn.data.length);
    for (let i = 0; i < slope.length; i++) slope[i] = (ahead.data[i] - drawn.data[i]) / steps[k];
    return slope;
  });
  const n = freedoms.length;
  const hessian = Array.from({ length: n }, () => new Float64Array(n));
  const gradient = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    for (let b = a; b < n; b++) {
      let sum = 0;
      for (let i = 0; i < drawn.data.length; i++) sum += slopes[a][i] * slopes[b][i];
      hessian[a][b] = hessian[b][a] = sum / ink;
    }
    let g = 0;
    for (let i = 0; i < drawn.data.length; i++) g += slopes[a][i] * (drawn.data[i] - target.shape.data[i]);
    const hold = HOLD[freedoms[a]];
    gradient[a] = g / ink + hold * resting(setting, freedoms[a], start);
    hessian[a][a] += hold;
  }
  return { hessian, gradient };
}

const WITHIN: Partial<Record<Freedom, readonly [number, number]>> = {
  tracking: [-0.12, 1.2],
  slant: [-0.35, 0.5],
  condense: [-0.45, 0.45],
};
function allowed(setting: Setting): boolean {
  const inRange = (f: Freedom, value: number) => {
    const range = WITHIN[f];
    return !range || (value >= range[0] && value <= range[1]);
  };
  return (
    inRange("tracking", setting.tracking) &&
    inRange("wordGap", setting.wordGap) &&
    inRange("slant", setting.slant) &&
    inRange("condense", Math.log(setting.condense))
  );
}

/**
 * Moves a setting until its rendering lies best over the shape: Levenberg–Marquardt on the difference of coverages with
 * numerical slopes. Each round draws the line once per freedom; ~`rounds` × (freedoms + 1) renderings.
 */
export function refine(
  ruler: Ruler,
  start: Setting,
  at: { readonly target: FitTarget; readonly freedoms: readonly Freedom[]; readonly rounds: number },
): Refined {
  const ink = Math.max(
    1,
    at.target.shape.data.reduce((a, b) => a + b, 0),
  );
  const problem: Problem = { ruler, target: at.target, freedoms: at.freedoms, ink, start };
  let setting = start;
  let drawn = draw(problem, setting);
  let least = cost(problem, setting, drawn);
  let damping = 0.02;
  for (let round = 0; round < at.rounds; round++) {
    const { hessian, gradient } = linearised(problem, setting, drawn);
    let better = false;
    for (let attempt = 0; attempt < 4 && !better; attempt++) {
      const step = solveDamped(hessian, gradient, damping);
      damping *= 5;
      if (!step) continue;
      const next = at.freedoms.reduce((s, f, k) => moved(s, f, step[k]), setting);
      if (!allowed(next)) continue;
      const picture = draw(problem, next);
      const value = cost(problem, next, picture);
      if (value >= least) continue;
      better = true;
      const gain = least - value;
      [setting, drawn, least] = [next, picture, value];
      damping = Math.max(1e-4, damping / 50);
      if (gain < 1e-5 * least) return { setting, error: squaredError(at.target.shape, drawn) / ink };
    }
    if (!better) break;
  }
  return { setting, error: squaredError(at.target.shape, drawn) / ink };
}
