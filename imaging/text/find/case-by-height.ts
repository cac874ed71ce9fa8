import type { FloatImage } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";
import type { CharSpot } from "../types.ts";
import { type InkRows, inkHeights } from "./ink-heights.ts";

/** Letters drawn alike small and large: only their height tells which they are. */
const ALIKE = /^[cosvwxz]$/i;
/** Letters that show how high small ones are, and how high capitals; like those drawn alike, they all stand on the baseline. */
const SMALL = /^[aemnru]$/;
const CAPITAL = /^[ABDEFGHKLMNPRTY]$/;
/** Letters with a stem as high as a capital, or little higher. */
const STEMMED = /^[bdhkl]$/;
/** Letters of both heights differ by at least this much, or the face has one height for all. */
const TWO_HEIGHTS = 1.13;
/** From here on the way from the small letters' height to the capitals' a letter is large, up to there small. */
const BETWEEN = { large: 0.68, small: 0.32 } as const;
/** The same beside letters of one height only, times that height. */
const OVER_SMALL = { large: 1.15, small: 1.09 } as const;
const UNDER_CAPITAL = { large: 0.9, small: 0.82 } as const;
/** How far a letter's foot may lie off its neighbours' and it still stands on the line, share of its height: beyond, another's descender was taken for it. */
const OFF_LINE = 0.2;
/** Neighbours on either side that tell where the line stands. */
const NEIGHBOURS = 3;
/** Heights of one kind may be so far apart, shares of their median: where they are further, letters were misread or the ground was. */
const SPREAD = 0.16;

/** How words are written: a word that would mix cases otherwise stays as it was read. */
const AS_WRITTEN = /^(\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+)$/u;

/** `undefined` for none; NaN where they disagree. */
function heightOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const middle = median(values);
  return values.every((v) => Math.abs(v - middle) <= SPREAD * middle) ? middle : Number.NaN;
}

interface Heights {
  readonly small: number | undefined;
  readonly large: number | undefined;
}

/** `true` a capital, `false` a small letter, `undefined` not to be told. */
function isCapital(height: number, { small, large }: Heights): boolean | undefined {
  const share = (value: number, limits: { readonly large: number; readonly small: number }): boolean | undefined =>
    value >= limits.large ? true : value <= limits.small ? false : undefined;
  if (small !== undefined && large !== undefined)
    return large > TWO_HEIGHTS * small ? share((height - small) / (large - small), BETWEEN) : undefined;
  if (small !== undefined) return share(height / small, OVER_SMALL);
  return large === undefined ? undefined : share(height / large, UNDER_CAPITAL);
}

const heightIn = ({ top, bottom }: InkRows): number => bottom - top;

const stands = (char: string): boolean => [ALIKE, SMALL, CAPITAL, STEMMED].some((kind) => kind.test(char));

/** The rows of letters that stand where their neighbours do, none for others: a strip may be cut askew, but not from letter to letter. */
function rowsOnLine(chars: readonly CharSpot[], rows: readonly (InkRows | undefined)[]): readonly (InkRows | undefined)[] {
  const standing = chars.flatMap(({ char }, i) => (stands(char) && rows[i] ? [i] : []));
  return rows.map((own, i) => {
    const place = standing.indexOf(i);
    if (!own || place < 0) return own;
    const near = standing.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1).map((at) => rows[at]!.bottom);
    return Math.abs(own.bottom - median(near)) <= OFF_LINE * heightIn(own) ? own : undefined;
  });
}

function heightsOf(chars: readonly CharSpot[], rows: readonly (InkRows | undefined)[]): Heights {
  const of = (kind: RegExp): number[] => chars.flatMap(({ char }, i) => (kind.test(char) && rows[i] ? [heightIn(rows[i])] : []));
  const capitals = of(CAPITAL);
  return { small: heightOf(of(SMALL)), large: heightOf(capitals.length > 0 ? capitals : of(STEMMED)) };
}

/**
 * Letters that look alike small and large take the case that their height among the others tells: the network sees each by itself, and reads "Book week" for
 * "Book Week". `at` of the characters is a share of the strip's width.
 */
export function withCaseByHeight(chars: readonly CharSpot[], strip: FloatImage): readonly CharSpot[] {
  const spots = chars.filter(({ char }) => char !== " ");
  if (!spots.some(({ char }) => ALIKE.test(char))) return chars;
  if (!spots.some(({ char }) => SMALL.test(char) || CAPITAL.test(char) || STEMMED.test(char))) return chars;
  const centres = spots.map(({ at }) => at * strip.width);
  const seen = inkHeights(strip, centres);
  if (!seen) return chars;
  const rows = rowsOnLine(spots, seen);
  const heights = heightsOf(spots, rows);
  const told = chars.map((spot) => {
    const own = ALIKE.test(spot.char) ? rows[spots.indexOf(spot)] : undefined;
    const capital = own && isCapital(heightIn(own), heights);
    if (capital === undefined) return spot;
    return { ...spot, char: capital ? spot.char.toUpperCase() : spot.char.toLowerCase() };
  });
  return asWritten(told, chars);
}

/** What was told, word by word, where the word comes out as words are written; elsewhere what was read. */
function asWritten(told: readonly CharSpot[], read: readonly CharSpot[]): readonly CharSpot[] {
  const isLetter = (spot: CharSpot | undefined): boolean => spot !== undefined && /\p{L}/u.test(spot.char);
  return told.map((_, i) => {
    let [from, to] = [i, i];
    while (isLetter(told[from - 1])) from--;
    while (isLetter(told[to + 1])) to++;
    const word = told.slice(from, to + 1).map(({ char }) => char);
    return (AS_WRITTEN.test(word.join("")) ? told : read)[i]!;
  });
}
