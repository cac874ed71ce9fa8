import { STRAIGHT_ON } from "../perspective.ts";
import { BASELINE_IN_CELL, pairedPens, type Ruler, type Setting } from "../setting.ts";

/** The quantities a line is fitted by; `foreshorten` and `fan` are the plane's perspective along and across. */
export const FREEDOMS = ["x", "y", "size", "tracking", "wordGap", "angle", "slant", "condense", "foreshorten", "fan"] as const;
export type Freedom = (typeof FREEDOMS)[number];

/** A setting moved by `amount` along one freedom; amounts are natural: pixels, logarithm of size, em, radians, perspective per pixel. */
export function moved(setting: Setting, freedom: Freedom, amount: number): Setting {
  const seen = setting.perspective ?? STRAIGHT_ON;
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
    case "foreshorten":
      return { ...setting, perspective: { ...seen, along: seen.along + amount } };
    case "fan":
      return { ...setting, perspective: { ...seen, across: seen.across + amount } };
  }
}

/**
 * How far a point of the drawn line moves per unit of each freedom, in the line's own axes (along, across), pixels. `a`, `b`: where
 * the point is seen from the setting's middle, same axes. Written to `out` as pairs in the freedoms' order.
 */
export type Motion = (a: number, b: number, out: Float64Array) => void;

/** Characters of the line: where each ends and has its middle, and how many steps of tracking and of word gap it is from the line's middle. */
interface Steps {
  readonly ends: Float64Array;
  readonly middles: Float64Array;
  readonly tracking: Float64Array;
  readonly gaps: Float64Array;
}

function stepsOf(pens: readonly number[], text: string): Steps {
  const chars = [...text];
  const spaces = chars.filter((c) => c === " ").length;
  let passed = 0;
  const gaps = chars.map((c) => (c === " " ? passed++ : passed) - spaces / 2);
  return {
    ends: Float64Array.from(pens.slice(1)),
    middles: Float64Array.from(chars, (_, i) => (pens[i] + pens[i + 1]) / 2),
    tracking: Float64Array.from(chars, (_, i) => i - (chars.length - 1) / 2),
    gaps: Float64Array.from(gaps),
  };
}

function charAt({ ends }: Steps, u: number): number {
  let k = 0;
  while (k < ends.length - 1 && u > ends[k]) k++;
  return k;
}

/** Writes the flat line's motion at (`u`, `v`) per unit of a freedom to `out`. */
type FlatMotion = (
  freedom: Freedom,
  at: { readonly u: number; readonly v: number; readonly char: number },
  out: { u: number; v: number },
) => void;

function inLine(setting: Setting, steps: Steps): FlatMotion {
  const em = setting.sizePx * setting.condense;
  const lean = Math.tan(setting.slant);
  return (freedom, { u, v, char }, out) => {
    out.v = freedom === "size" ? v : 0;
    if (freedom === "size") out.u = u;
    else if (freedom === "tracking") out.u = steps.tracking[char] * em;
    else if (freedom === "wordGap") out.u = steps.gaps[char] * em;
    else if (freedom === "condense") out.u = u + lean * v;
    else out.u = -v * (1 + lean * lean);
  };
}

/** In a column letters stand upright: what widens or leans them moves them across it. */
function inColumn(setting: Setting, steps: Steps): FlatMotion {
  const em = setting.sizePx * setting.condense;
  const drop = BASELINE_IN_CELL * setting.sizePx;
  return (freedom, { u, v, char }, out) => {
    out.v = freedom === "slant" ? u - steps.middles[char] - drop : freedom === "tracking" || freedom === "wordGap" ? 0 : v;
    if (freedom === "size") out.u = u;
    else if (freedom === "tracking") out.u = steps.tracking[char] * em;
    else if (freedom === "wordGap") out.u = steps.gaps[char] * em;
    else out.u = freedom === "condense" ? steps.middles[char] : 0;
  };
}

/** The motion of a setting that does not bend. Called per pixel: nothing is allocated. */
export function motionOf(ruler: Ruler, setting: Setting, at: { readonly text: string; readonly freedoms: readonly Freedom[] }): Motion {
  const { freedoms } = at;
  const { along, across } = setting.perspective ?? STRAIGHT_ON;
  const steps = stepsOf(pairedPens(ruler, setting, at.text), at.text);
  const flat = (setting.vertical ? inColumn : inLine)(setting, steps);
  const lean = setting.vertical ? 0 : Math.tan(setting.slant);
  const point = { u: 0, v: 0, char: 0 };
  const step = { u: 0, v: 0 };
  const seen = (freedom: Freedom, a: number, b: number): void => {
    if (freedom === "x" || freedom === "y") {
      step.u = freedom === "x" ? 1 : 0;
      step.v = 1 - step.u;
    } else if (freedom === "angle") {
      step.u = -b;
      step.v = a;
    } else {
      // Seen lengths per flat ones there.
      const depth = Math.max(0.2, 1 - along * a - across * b);
      let nearer = freedom === "foreshorten" ? point.u : point.v;
      step.u = 0;
      step.v = 0;
      if (freedom !== "foreshorten" && freedom !== "fan") {
        flat(freedom, point, step);
        nearer = along * step.u + across * step.v;
      }
      step.u = (step.u - a * nearer) * depth;
      step.v = (step.v - b * nearer) * depth;
    }
  };
  return (a, b, out) => {
    const depth = Math.max(0.2, 1 - along * a - across * b);
    point.u = a / depth;
    point.v = b / depth;
    point.char = charAt(steps, point.u + lean * point.v);
    for (let f = 0; f < freedoms.length; f++) {
      seen(freedoms[f], a, b);
      out[2 * f] = step.u;
      out[2 * f + 1] = step.v;
    }
  };
}
