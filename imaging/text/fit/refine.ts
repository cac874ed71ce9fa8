import { solveLinear } from "../../raster/linear-system.ts";
import type { Plane } from "../../raster/raster.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { type Freedom, motionOf, moved } from "./motion.ts";
import { normalEquations } from "./normal-equations.ts";
import { inkOf, squaredError } from "./shape.ts";

export interface FitTarget {
  readonly text: string;
  /** Coverage seen in the picture, at `scale`. */
  readonly shape: Plane;
  /** Region pixels → shape pixels. */
  readonly scale: number;
  /** Blur added to both shape and rendering while searching, shape pixels; smooths the way to the optimum. */
  readonly extraBlur?: number;
  /** Quick drawings will do: while searching, not for the last word. */
  readonly draft?: boolean;
}

/** How strongly a freedom is held at its resting value, as squared error per unit² relative to the ink's amount. */
const HOLD: Readonly<Record<Freedom, number>> = {
  x: 0,
  y: 0,
  size: 0,
  tracking: 0.6,
  wordGap: 0.1,
  angle: 4,
  slant: 1.5,
  condense: 0.9,
  foreshorten: 0,
  fan: 0,
};
/** Tracking, em, that is meant: nothing draws it back to none. */
const MEANT = 0.15;

const resting = (setting: Setting, freedom: Freedom, start: Setting): number => {
  if (freedom === "tracking") return Math.abs(setting.tracking) < MEANT ? setting.tracking : 0;
  if (freedom === "wordGap") return setting.wordGap;
  if (freedom === "slant") return setting.slant - start.slant;
  if (freedom === "condense") return Math.log(setting.condense);
  return freedom === "angle" ? setting.angle - start.angle : 0;
};

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
  return settingCoverage(ruler, blurred, {
    text: target.text,
    target: { width, height, scale: target.scale, draft: target.draft ?? false },
  });
};

function cost(problem: Problem, setting: Setting, drawn: Plane): number {
  let sum = squaredError(problem.target.shape, drawn) / problem.ink;
  for (const f of problem.freedoms) sum += HOLD[f] * resting(setting, f, problem.start) ** 2;
  return sum;
}

interface Normal {
  readonly hessian: readonly Float64Array[];
  readonly gradient: Float64Array;
}

/** The normal equations per unit of ink, with what holds the freedoms at rest. */
function linearised(problem: Problem, setting: Setting, drawn: Plane): Normal {
  const { freedoms, ink, start, ruler, target } = problem;
  const motion = motionOf(ruler, setting, { text: target.text, freedoms });
  const { products, gradient } = normalEquations({ seen: target.shape, drawn, scale: target.scale }, setting, {
    motion,
    count: freedoms.length,
  });
  const n = freedoms.length;
  const hessian = Array.from({ length: n }, () => new Float64Array(n));
  for (let a = 0; a < n; a++) {
    const hold = HOLD[freedoms[a]];
    gradient[a] = gradient[a] / ink + hold * resting(setting, freedoms[a], start);
    for (let b = 0; b <= a; b++) hessian[a][b] = hessian[b][a] = products[a * n + b] / ink;
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
 * Moves a setting until its rendering lies best over the shape: Levenberg–Marquardt on the difference of coverages.
 * Each round costs one rendering, more where a step overshoots. Beyond the error `hopeless` after the first round it stops.
 */
export function refine(
  ruler: Ruler,
  start: Setting,
  at: { readonly target: FitTarget; readonly freedoms: readonly Freedom[]; readonly rounds: number; readonly hopeless?: number },
): Refined {
  const ink = Math.max(1, inkOf(at.target.shape));
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
    if (!better || (round === 0 && least > (at.hopeless ?? Number.POSITIVE_INFINITY))) break;
  }
  return { setting, error: squaredError(at.target.shape, drawn) / ink };
}
