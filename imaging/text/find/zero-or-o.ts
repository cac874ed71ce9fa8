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

/** A doubtful zero in a word that is letters otherwise is the letter, small or large as those are. */
export function withLetterO(spots: readonly CtcSpot[]): readonly CtcSpot[] {
  return spots.map((spot, i) => {
    if (spot.char !== "0" || spot.confidence >= SURE) return spot;
    const word = wordAround(spots, i);
    const letters = word.filter(isLetter).map(({ char }) => char);
    const figures = word.some((s) => isDigit(s) && s.char !== "0");
    if (figures || letters.length < LETTERS) return spot;
    return { ...spot, char: letters.some((char) => char >= "a") ? "o" : "O" };
  });
}
