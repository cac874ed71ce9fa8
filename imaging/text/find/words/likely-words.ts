import type { CtcRow, CtcSpot } from "../ctc.ts";
import { isCommonWord } from "./common-words.ts";

/** A letter less sure than this may be another … */
const DOUBT = 0.92;
/** … that the network gives at least this, so that a name it reads clearly stays a name. */
const LEAST = 0.08;
/** Shorter words differ from too many others by one letter. */
const SHORTEST = 4;

const isLetter = (char: string): boolean => /^[A-Za-z]$/.test(char);
const isWritten = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

interface Other {
  readonly char: string;
  readonly likely: number;
}

/** The letters the network gives a share of a spot's place, in the case that was read there. */
function othersAt({ data, offset, classes, steps }: CtcRow, { step, char }: CtcSpot, alphabet: readonly string[]): readonly Other[] {
  const shares = new Map<string, number>();
  const start = offset + Math.min(steps - 1, Math.round(step)) * classes;
  for (let c = 1; c < classes; c++) {
    const letter = alphabet[c] ?? "";
    if (data[start + c]! < LEAST / 4 || !isLetter(letter)) continue;
    const cased = char === char.toUpperCase() ? letter.toUpperCase() : letter.toLowerCase();
    shares.set(cased, (shares.get(cased) ?? 0) + data[start + c]!);
  }
  return [...shares].flatMap(([letter, likely]) => (letter !== char && likely >= LEAST ? [{ char: letter, likely }] : []));
}

/** Where the words of Latin letters begin and end. */
function wordsIn(spots: readonly CtcSpot[]): readonly (readonly [number, number])[] {
  const words: [number, number][] = [];
  for (let from = 0; from < spots.length; from++) {
    if (!isWritten(spots[from]!.char) || isWritten(spots[from - 1]?.char)) continue;
    let to = from;
    while (isWritten(spots[to]?.char)) to++;
    if (to - from >= SHORTEST && spots.slice(from, to).every(({ char }) => isLetter(char))) words.push([from, to]);
  }
  return words;
}

/**
 * A word that is none, where one letter in doubt read as the network's next choice would make it a common English one, is read so: joined and brush faces have
 * letters that only the word tells. Never more than one letter, and never one the network did not see there.
 */
export function withLikelyWords(spots: readonly CtcSpot[], row: CtcRow, alphabet: readonly string[]): readonly CtcSpot[] {
  const read = [...spots];
  for (const [from, to] of wordsIn(spots)) {
    const word = spots.slice(from, to).map(({ char }) => char.toLowerCase());
    if (isCommonWord(word.join("")) || spots.slice(from, to).every(({ confidence }) => confidence >= DOUBT)) continue;
    const turns = word.flatMap((_, i) => {
      const spot = spots[from + i]!;
      const others = spot.confidence < DOUBT ? othersAt(row, spot, alphabet) : [];
      return others
        .filter(({ char }) => isCommonWord(word.with(i, char.toLowerCase()).join("")))
        .map((other) => ({ ...other, at: from + i }));
    });
    const [best] = turns.sort((a, b) => b.likely - a.likely);
    if (best) read[best.at] = { ...spots[best.at]!, char: best.char };
  }
  return read;
}
