import { closestSpan } from "./closest-span.ts";
import { type FoldedChar, foldedText, looselyFolded } from "./fold.ts";
import type { TextLine } from "./types.ts";

/** A stretch of one line: characters `from` … `to` (exclusive) of `line.chars`. */
export interface MatchedSpan {
  readonly line: TextLine;
  readonly from: number;
  readonly to: number;
}

/** Where a wanted string stands: one span, or one per line where it runs over several, in reading order. */
export interface TextMatch {
  readonly spans: readonly MatchedSpan[];
  /** 1 = as written (but for width and white space), 0.99 = other case or look-alikes, lower by each slip of the reader. */
  readonly similarity: number;
  /** The match is the whole of its lines, not a part. */
  readonly whole: boolean;
}

/** Characters of the wanted string that one misread character is forgiven for; Han characters carry more and are misread more. */
const LETTERS_PER_SLIP = 5;
const HAN_PER_SLIP = 3;
/** Lines one wanted string may run over, and runs tried at most: crowded pictures have endless ways through them. */
const MOST_LINES = 8;
const MOST_RUNS = 4000;
/** The similarity of what is written in another case or with look-alikes. */
export const OTHER_CASE = 0.99;

/**
 * Finds `wanted` among the lines the way a person would: widths (￥/¥, Ａ/A), white space, quotes and dashes do not count; case and
 * look-alikes only when nothing matches exactly; then reader's slips, one in five letters or three Han characters, never on digits. It
 * may be part of a line or run over neighbouring ones. All equally good places come back (whole lines before whole words before parts
 * of words), so that the caller can ask which is meant; an empty list where the string is not there.
 */
export const matchText = (lines: readonly TextLine[], wanted: string): TextMatch[] => matched(lines, wanted, preferredOf);

/** The same where every place is meant: whole lines and whole words alike, parts of words only where there is nothing else. */
export const matchEvery = (lines: readonly TextLine[], wanted: string): TextMatch[] => matched(lines, wanted, wordsOrParts);

type Choice = (best: readonly TextMatch[]) => readonly TextMatch[];

function matched(lines: readonly TextLine[], wanted: string, choice: Choice): TextMatch[] {
  for (const { fold, similarity } of [
    { fold: foldedText, similarity: 1 },
    { fold: looselyFolded, similarity: OTHER_CASE },
  ]) {
    const exact = placesOf(lines, fold(wanted), { fold, similarity, slips: 0, choice });
    if (exact.length > 0) return exact;
  }
  const target = looselyFolded(wanted);
  const slips = Math.floor(target.length / (/\p{Script=Han}/u.test(wanted) ? HAN_PER_SLIP : LETTERS_PER_SLIP));
  return slips === 0 ? [] : placesOf(lines, target, { fold: looselyFolded, similarity: OTHER_CASE, slips, choice });
}

interface Rule {
  readonly fold: (text: string) => FoldedChar[];
  readonly similarity: number;
  readonly slips: number;
  /** Which of the most similar places count. */
  readonly choice: Choice;
}

/** Best places in single lines; only where there is none, over runs of neighbouring lines. */
function placesOf(lines: readonly TextLine[], target: readonly FoldedChar[], rule: Rule): TextMatch[] {
  if (target.length === 0) return [];
  const best = (places: readonly TextMatch[]): TextMatch[] => [...rule.choice(mostSimilar(places))];
  const single = best(lines.flatMap((line) => placesIn([line], target, rule)));
  return single.length > 0 ? single : best(runsOf(lines, target.length + rule.slips).flatMap((run) => placesIn(run, target, rule)));
}

function mostSimilar(matches: readonly TextMatch[]): TextMatch[] {
  const top = Math.max(...matches.map((m) => m.similarity));
  return matches.filter((m) => m.similarity > top - 1e-9);
}

/** Whole lines if there are any, else whole words, else all. */
function preferredOf(best: readonly TextMatch[]): readonly TextMatch[] {
  const whole = best.filter((m) => m.whole);
  return whole.length > 0 ? whole : wordsOrParts(best);
}

function wordsOrParts(best: readonly TextMatch[]): readonly TextMatch[] {
  const words = best.filter(isBounded);
  return words.length > 0 ? words : best;
}

/** Whether the match begins and ends where words do ("art" in "art fair", not in "start"). */
function isBounded({ spans }: TextMatch): boolean {
  const [first] = spans;
  const last = spans[spans.length - 1];
  const joins = (a: string | undefined, b: string | undefined): boolean => /^[a-z\d]{2}$/iu.test(`${a ?? " "}${b ?? " "}`);
  return (
    !joins(first.line.chars[first.from - 1]?.char, first.line.chars[first.from]?.char) &&
    !joins(last.line.chars[last.to - 1]?.char, last.line.chars[last.to]?.char)
  );
}

interface Place {
  readonly line: number;
  readonly char: number;
}

/** Every place in the lines, read one after the other, at which the target stands with the fewest slips. */
function placesIn(run: readonly TextLine[], target: readonly FoldedChar[], { fold, similarity, slips }: Rule): TextMatch[] {
  const places: Place[] = [];
  const letters: string[] = [];
  run.forEach((line, l) => {
    line.chars.forEach((spot, c) => {
      for (const { char } of fold(spot.char)) {
        letters.push(char);
        places.push({ line: l, char: c });
      }
    });
  });
  const wanted = target.map((t) => t.char);
  return closestSpan(letters, wanted, slips)
    .map(({ from, to, distance }) => ({
      spans: spansOf(run, places.slice(from, to)),
      similarity: similarity * (1 - distance / wanted.length),
      whole: from === 0 && to === letters.length,
    }))
    .filter(({ spans }) => spans.length === run.length);
}

function spansOf(run: readonly TextLine[], places: readonly Place[]): MatchedSpan[] {
  return run.flatMap((line, l) => {
    const here = places.filter((p) => p.line === l).map((p) => p.char);
    return here.length === 0 ? [] : [{ line, from: Math.min(...here), to: Math.max(...here) + 1 }];
  });
}

/** Runs of 2 to 8 lines that a reader would take one after the other, as far as a string of `length` characters can reach over them. */
function runsOf(lines: readonly TextLine[], length: number): TextLine[][] {
  const runs: TextLine[][] = [];
  const grow = (run: readonly TextLine[]): void => {
    if (run.length > 1) runs.push([...run]);
    const inner = run.slice(1).reduce((sum, line) => sum + line.string.replaceAll(" ", "").length, 0);
    if (run.length === MOST_LINES || inner >= length) return;
    const last = run[run.length - 1];
    for (const next of lines) if (runs.length < MOST_RUNS && !run.includes(next) && follows(last, next)) grow([...run, next]);
  };
  for (const line of lines) grow([line]);
  return runs;
}

/**
 * Whether `b` is read right after `a`: on its right in the same row, of any size (a small ¥ before a large price), or right below it
 * (for columns: on either side) and of a like size.
 */
function follows(a: TextLine, b: TextLine): boolean {
  if (a.vertical !== b.vertical) return false;
  const [c, s] = [Math.cos(a.box.angle), Math.sin(a.box.angle)];
  const [dx, dy] = [b.box.cx - a.box.cx, b.box.cy - a.box.cy];
  const [du, dv] = [dx * c + dy * s, dy * c - dx * s];
  const low = Math.min(a.box.height, b.box.height);
  const high = Math.max(a.box.height, b.box.height);
  const apart = Math.abs(du) - (a.box.width + b.box.width) / 2;
  const beside = du > 0 && Math.abs(dv) < Math.max(0.8 * low, 0.5 * high) && apart > -0.5 * low && apart < Math.max(2 * low, high);
  const across = a.vertical ? Math.abs(dv) : dv;
  const below = across > 0.3 * low && across < 2.5 * high && apart < low && high < 2 * low;
  return beside || below;
}
