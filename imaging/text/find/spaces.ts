import { type CtcRow, type CtcSpot, peakBetween } from "./ctc.ts";

/**
 * PP-OCR rarely lets a space win a time step, but its probability still peaks where one is. Least peaks that make a space, measured on
 * 510 rendered lines in 85 families (spaces found of those there, wrong ones of the neighbours that touch):
 * - Latin line: 593 of 594, 1 of 2798 (and ≥ 0.085 on real 10-pixel text);
 * - Latin pair in a line with Han: 116 of 129, 1 of 750;
 * - Han pair: 70 of 82, 2 of 1109; Han beside Latin: half of 124, 3 of 354. There a wide gap makes a weak peak enough.
 * Where so much more white stands between two characters than between most of the line, a trace is enough: on 260 lines in 18 faces and three kinds
 * Latin before or behind a comma 48 of 51 (24 by peaks alone), Han beside Latin 99 of 116 (50), Han pairs 85 of 99 (80); 4 wrong of 1457.
 */
const PEAK = { latin: 0.04, latinAmongHan: 0.02, han: 0.015, mixed: 0.04, inGap: 0.003, inWhite: 0.0025, inWord: 0.012 } as const;
/** White beyond the line's usual, shares of its ink's height, and of that usual white where letters are tracked. */
const WHITE = { more: 0.13, times: 1.5 } as const;
/** The line's usual white is that of this share of its pairs: spaces themselves are fewer than the rest. */
const USUAL = 0.4;
/** A gap is wide from this many times the usual distance of two Han characters on. */
const WIDE_GAP = 1.22;

const SPACE = " ";
const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);
/** Full-width marks bring their own white. */
const isWideMark = (char: string): boolean =>
  /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffe6]/u.test(char);

/** A mark between words; beside Han it may bring its own white. */
const isDot = (char: string): boolean => /[·•・|]/u.test(char);
const besideHan = (a: string, b: string): boolean => (isDot(a) && isHan(b)) || (isHan(a) && isDot(b));

/** What closes a word stands close to it. */
const closes = (char: string): boolean => /[.,;:!?%°)\]]/u.test(char);
const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);
const inWord = (a: string, b: string): boolean => /^[a-z]{2}$/iu.test(a + b);
/** The least trace of a space that much white makes one. */
const leastTrace = (a: string, b: string): number =>
  closes(b) || besideHan(a, b) || !(isLetter(a) || isLetter(b)) ? Number.POSITIVE_INFINITY : inWord(a, b) ? PEAK.inWord : PEAK.inWhite;

/** White between the steps of a line's characters, as `inkGaps` tells it. */
export type WhiteBetween = (steps: readonly number[]) => readonly number[] | undefined;

/** For every spot whether much more white than usual stands before it. Looked at once and only where a peak leaves it open. */
function whiteBefore(inked: readonly CtcSpot[], between: WhiteBetween | undefined): (i: number) => boolean {
  let known: readonly number[] | undefined;
  let usual = Number.POSITIVE_INFINITY;
  return (i) => {
    if (known === undefined) {
      known = between?.(inked.map(({ step }) => step)) ?? [];
      const sorted = [...known].sort((a, b) => a - b);
      usual = sorted[Math.floor(USUAL * (sorted.length - 1))] ?? usual;
    }
    return (known[i - 1] ?? 0) > Math.max(usual + WHITE.more, usual * WHITE.times);
  };
}

/**
 * The spots with the missing spaces put in: `step` half-way, `confidence` the space's own probability. Leading and trailing ones go. `between` tells what
 * the picture shows between them.
 */
export function withSpaces(spots: readonly CtcSpot[], row: CtcRow, alphabet: readonly string[], between?: WhiteBetween): CtcSpot[] {
  const index = alphabet.lastIndexOf(SPACE);
  const inked = trimmed(spots);
  const pitch = hanPitch(inked);
  const isWhite = whiteBefore(inked, between);
  return inked.flatMap((spot, i) => {
    const before = inked[i - 1];
    if (index < 0 || before === undefined || before.char === SPACE || spot.char === SPACE) return [spot];
    if (isWideMark(before.char) || isWideMark(spot.char) || /[.,]/.test(spot.char)) return [spot];
    const confidence = peakBetween(row, index, [before.step, spot.step]);
    const traced = confidence >= leastTrace(before.char, spot.char);
    const parted = confidence >= leastPeak(before, spot, pitch) || (traced && isWhite(i));
    return parted ? [{ char: SPACE, step: (before.step + spot.step) / 2, confidence }, spot] : [spot];
  });
}

/** `pitch` is 0 in a line without two Han characters side by side. */
function leastPeak(a: CtcSpot, b: CtcSpot, pitch: number): number {
  const han = Number(isHan(a.char)) + Number(isHan(b.char));
  if (han === 0) return pitch > 0 ? PEAK.latinAmongHan : PEAK.latin;
  if (pitch > 0 && b.step - a.step > WIDE_GAP * pitch) return PEAK.inGap;
  return han === 2 ? PEAK.han : PEAK.mixed;
}

function trimmed(spots: readonly CtcSpot[]): readonly CtcSpot[] {
  const first = spots.findIndex((s) => s.char !== SPACE);
  const last = spots.findLastIndex((s) => s.char !== SPACE);
  return first < 0 ? [] : spots.slice(first, last + 1);
}

/** Median distance of neighbouring Han characters, time steps. */
function hanPitch(spots: readonly CtcSpot[]): number {
  const distances = spots
    .slice(1)
    .flatMap((spot, i) => (isHan(spot.char) && isHan(spots[i].char) ? [spot.step - spots[i].step] : []))
    .sort((a, b) => a - b);
  return distances[Math.floor((distances.length - 1) / 2)] ?? 0;
}
