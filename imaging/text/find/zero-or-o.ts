import type { CtcSpot } from "./ctc.ts";

/** A zero read more surely than this is one. */
const SURE = 0.9;
/** Letters a word must have for a zero in it to be a slip. */
const LETTERS = 3;

const isLetter = ({ char }: CtcSpot): boolean => /^[A-Za-z]$/.test(char);
const isDigit = ({ char }: CtcSpot): boolean => /^\d$/.test(char);

/** The word around a spot: letters and digits without anything between. */
function wordAround(spots: readonly CtcSpot[], at: number): readonly CtcSpot[] {
  const joins = (spot: CtcSpot | undefined): boolean => spot !== undefined && (isLetter(spot) || isDigit(spot));
  let [from, to] = [at, at];
  while (joins(spots[from - 1])) from--;
  while (joins(spots[to + 1])) to++;
  return spots.slice(from, to + 1);
}

/** What a doubtful letter O is: a zero behind figures in a word without other letters (10O). */
function zeroFor(spot: CtcSpot, word: readonly CtcSpot[]): CtcSpot {
  const isBehind = isDigit(word[0]!) && word.some((s) => isDigit(s) && s.char !== "0");
  return isBehind && word.filter(isLetter).every(({ char }) => /o/i.test(char)) ? { ...spot, char: "0" } : spot;
}

/** What a doubtful zero is: in a word that is letters otherwise the letter, small or large as those are. */
function letterFor(spot: CtcSpot, word: readonly CtcSpot[]): CtcSpot {
  const letters = word.filter(isLetter).map(({ char }) => char);
  const figures = word.some((s) => isDigit(s) && s.char !== "0");
  if (figures || letters.length < LETTERS) return spot;
  return { ...spot, char: letters.some((char) => char >= "a") ? "o" : "O" };
}

/** Zeros and letters O, where the reader was in doubt, as the word around them has it. */
export function withZeroOrO(spots: readonly CtcSpot[]): readonly CtcSpot[] {
  return spots.map((spot, i) => {
    if (!/^[0Oo]$/.test(spot.char) || spot.confidence >= SURE) return spot;
    return (spot.char === "0" ? letterFor : zeroFor)(spot, wordAround(spots, i));
  });
}
