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

/** A freedom within the line by what it does there: `COLUMN` more where characters stand below each other. */
const [ALONG, ACROSS, TURN, SIZE, TRACKING, GAP, CONDENSE, SLANT, FORESHORTEN, FAN] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const COLUMN = 16;
const CODES: Readonly<Record<Freedom, number>> = {
  x: ALONG,
  y: ACROSS,
  angle: TURN,
  size: SIZE,
  tracking: TRACKING,
  wordGap: GAP,
  condense: CONDENSE,
  slant: SLANT,
  foreshorten: FORESHORTEN,
  fan: FAN,
};

/** In a column letters stand upright: what widens or leans them moves them across it. */
const codeOf = (freedom: Freedom, vertical: boolean): number =>
  vertical && (freedom === "condense" || freedom === "slant") ? CODES[freedom] + COLUMN : CODES[freedom];

/** The motion of a setting that does not bend. Called per pixel: nothing is allocated, neighbouring points are asked for in turn. */
export function motionOf(ruler: Ruler, setting: Setting, at: { readonly text: string; readonly freedoms: readonly Freedom[] }): Motion {
  const { along, across } = setting.perspective ?? STRAIGHT_ON;
  const { ends, middles, tracking, gaps } = stepsOf(pairedPens(ruler, setting, at.text), at.text);
  const codes = Uint8Array.from(at.freedoms, (freedom) => codeOf(freedom, setting.vertical ?? false));
  const em = setting.sizePx * setting.condense;
  const drop = BASELINE_IN_CELL * setting.sizePx;
  const lean = setting.vertical ? 0 : Math.tan(setting.slant);
  const last = ends.length - 1;
  let char = 0;
  return (a, b, out) => {
    const depth = Math.max(0.2, 1 - along * a - across * b);
    const u = a / depth;
    const v = b / depth;
    const foot = u + lean * v;
    while (char > 0 && foot <= ends[char - 1]) char--;
    while (char < last && foot > ends[char]) char++;
    for (let f = 0; f < codes.length; f++) {
      const code = codes[f];
      if (code <= TURN) {
        out[2 * f] = code === ALONG ? 1 : code === TURN ? -b : 0;
        out[2 * f + 1] = code === ACROSS ? 1 : code === TURN ? a : 0;
        continue;
      }
      // What the flat line does there, before it is seen at an angle.
      let du = 0;
      let dv = 0;
      let nearer = 0;
      if (code === FORESHORTEN) nearer = u;
      else if (code === FAN) nearer = v;
      else {
        if (code === SIZE || code === CONDENSE + COLUMN) dv = v;
        if (code === SIZE) du = u;
        else if (code === TRACKING) du = tracking[char] * em;
        else if (code === GAP) du = gaps[char] * em;
        else if (code === CONDENSE) du = foot;
        else if (code === SLANT) du = -v * (1 + lean * lean);
        else if (code === CONDENSE + COLUMN) du = middles[char];
        else dv = u - middles[char] - drop;
        nearer = along * du + across * dv;
      }
      // Seen lengths per flat ones there.
      out[2 * f] = (du - a * nearer) * depth;
      out[2 * f + 1] = (dv - b * nearer) * depth;
    }
  };
}
