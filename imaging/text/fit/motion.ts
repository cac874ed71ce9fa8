import { BASELINE_IN_CELL } from "../column.ts";
import { pairedPens } from "../pens.ts";
import { type Perspective, STRAIGHT_ON } from "../perspective.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";

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

/** Points of the drawn line, seen from the setting's middle in the line's own axes (along, across), pixels; neighbours in turn. */
export interface Points {
  /** How many are in use. */
  count: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** How far points move per unit of one freedom, same axes. */
export interface Move {
  readonly along: Float64Array;
  readonly across: Float64Array;
}

/** Writes each freedom's move of the points, in the freedoms' order. */
export type Motion = (points: Points, moves: readonly Move[]) => void;

/** Points looked at together. */
export const MOST_POINTS = 512;

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

/** What the freedoms need to know of the line. */
interface Line extends Steps, Perspective {
  readonly vertical: boolean;
  readonly em: number;
  readonly lean: number;
  /** From a column's middle to the baseline of its characters. */
  readonly drop: number;
}

/** Points as they lie on the flat line, before it is seen at an angle; `foot` is where the letters' lean leads down to the baseline. */
interface Flat extends Points {
  readonly depth: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly foot: Float64Array;
  readonly char: Int32Array;
}

const newRow = (): Float64Array => new Float64Array(MOST_POINTS);
/** Where points are laid flat: slopes are asked for hundreds of times while a line is fitted. */
const room = { depth: newRow(), u: newRow(), v: newRow(), foot: newRow(), char: new Int32Array(MOST_POINTS) };

function laidFlat({ count, a, b }: Points, { along, across, lean, ends }: Line): Flat {
  const { depth, u, v, foot, char } = room;
  const last = ends.length - 1;
  let at = 0;
  for (let i = 0; i < count; i++) {
    depth[i] = Math.max(0.2, 1 - along * a[i] - across * b[i]);
    u[i] = a[i] / depth[i];
    v[i] = b[i] / depth[i];
    foot[i] = u[i] + lean * v[i];
    while (at > 0 && foot[i] <= ends[at - 1]) at--;
    while (at < last && foot[i] > ends[at]) at++;
    char[i] = at;
  }
  return { count, a, b, ...room };
}

type Mover = (flat: Flat, line: Line, move: Move) => void;

/** A row times a number, and a number for each character. */
function scaled(count: number, { row, by, to }: { row: Float64Array; by: number; to: Float64Array }): void {
  for (let i = 0; i < count; i++) to[i] = row[i] * by;
}
function perChar({ count, char }: Flat, { of, by, to }: { of: Float64Array; by: number; to: Float64Array }): void {
  for (let i = 0; i < count; i++) to[i] = of[char[i]] * by;
}

/** Moves of the line as a whole, as it is seen. */
const AS_SEEN: Partial<Record<Freedom, Mover>> = {
  x: ({ count }, _, { along }) => along.fill(1, 0, count),
  y: ({ count }, _, { across }) => across.fill(1, 0, count),
  angle: ({ count, a, b }, _, { along, across }) => {
    scaled(count, { row: b, by: -1, to: along });
    scaled(count, { row: a, by: 1, to: across });
  },
};

/** Moves within the flat line. */
const WITHIN: Partial<Record<Freedom, Mover>> = {
  size: ({ count, u, v }, _, { along, across }) => {
    scaled(count, { row: u, by: 1, to: along });
    scaled(count, { row: v, by: 1, to: across });
  },
  tracking: (flat, { tracking, em }, { along }) => perChar(flat, { of: tracking, by: em, to: along }),
  wordGap: (flat, { gaps, em }, { along }) => perChar(flat, { of: gaps, by: em, to: along }),
  condense: ({ count, foot }, _, { along }) => scaled(count, { row: foot, by: 1, to: along }),
  slant: ({ count, v }, { lean }, { along }) => scaled(count, { row: v, by: -(1 + lean * lean), to: along }),
};

/** In a column letters stand upright: what widens or leans them moves them across it. */
const IN_COLUMN: Partial<Record<Freedom, Mover>> = {
  condense: (flat, { middles }, { along, across }) => {
    perChar(flat, { of: middles, by: 1, to: along });
    scaled(flat.count, { row: flat.v, by: 1, to: across });
  },
  slant: ({ count, u, char }, { middles, drop }, { across }) => {
    for (let i = 0; i < count; i++) across[i] = u[i] - middles[char[i]] - drop;
  },
};

/** How much nearer the plane comes at a point, per unit of its own freedoms. */
const NEARER: Partial<Record<Freedom, "u" | "v">> = { foreshorten: "u", fan: "v" };

/** From lengths on the flat line to those seen there. */
function seen({ count, a, b, depth }: Flat, { along, across }: Move, nearerAt: (i: number) => number): void {
  for (let i = 0; i < count; i++) {
    const nearer = nearerAt(i);
    along[i] = (along[i] - a[i] * nearer) * depth[i];
    across[i] = (across[i] - b[i] * nearer) * depth[i];
  }
}

function writeMove(freedom: Freedom, flat: Flat, { line, move }: { readonly line: Line; readonly move: Move }): void {
  const { along, across, vertical } = line;
  move.along.fill(0, 0, flat.count);
  move.across.fill(0, 0, flat.count);
  const nearer = NEARER[freedom];
  if (AS_SEEN[freedom]) AS_SEEN[freedom](flat, line, move);
  else if (nearer) seen(flat, move, (i) => flat[nearer][i]);
  else {
    ((vertical && IN_COLUMN[freedom]) || WITHIN[freedom])?.(flat, line, move);
    if (along !== 0 || across !== 0) seen(flat, move, (i) => along * move.along[i] + across * move.across[i]);
  }
}

/** The motion of a setting that does not bend. Nothing is allocated for the points. */
export function motionOf(ruler: Ruler, setting: Setting, at: { readonly text: string; readonly freedoms: readonly Freedom[] }): Motion {
  const { vertical = false } = setting;
  const line: Line = {
    ...stepsOf(pairedPens(ruler, setting, at.text), at.text),
    ...(setting.perspective ?? STRAIGHT_ON),
    vertical,
    em: setting.sizePx * setting.condense,
    lean: vertical ? 0 : Math.tan(setting.slant),
    drop: BASELINE_IN_CELL * setting.sizePx,
  };
  return (points, moves) => {
    const flat = laidFlat(points, line);
    for (const [f, freedom] of at.freedoms.entries()) writeMove(freedom, flat, { line, move: moves[f] });
  };
}
