import { type Rgb, rgbDistance } from "../raster/colour.ts";
import { median } from "../raster/statistics.ts";
import { keptEnds } from "../text/kept-ends.ts";

/** Letters of one colour differ by no more than this in the picture, 0–255: small ones are all antialiasing. */
const ALIKE = 60;
/** Letters a run of one colour has on average, from which colours were given to parts rather than to letters in turn. */
const LETTERS_A_RUN = 2;
/** Light and wear change one colour along a line by less than this share of how far its colours lie apart. */
const WORN = 0.5;

const letters = (text: string): string => [...text].filter((c) => c.trim() !== "").join("");

const middleOf = (colours: readonly Rgb[]): Rgb => [0, 1, 2].map((c) => median(colours.map((rgb) => rgb[c]))) as unknown as Rgb;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** The colour of each word, where every word has one and they are not all the same; `undefined` otherwise. */
function wordColours(colours: readonly Rgb[], text: string): readonly Rgb[] | undefined {
  let from = 0;
  const words = wordsOf(text).map((word) => {
    const own = colours.slice(from, from + [...word].length);
    from += own.length;
    const colour = middleOf(own);
    return own.every((one) => rgbDistance(one, colour) < ALIKE) ? colour : undefined;
  });
  const all = words.filter((colour) => colour !== undefined);
  const differ = all.some((colour) => rgbDistance(colour, all[0]) >= ALIKE);
  return words.length > 1 && all.length === words.length && differ ? all : undefined;
}

/** How far colours lie apart that are two: where every one is near one of the two that differ most, they are those two, shaded; of more, each is its own. */
function apartIn(colours: readonly Rgb[]): number {
  const pairs = colours.flatMap((one) => colours.map((other) => ({ one, other, far: rgbDistance(one, other) })));
  const { one, other, far } = pairs.reduce((most, pair) => (pair.far > most.far ? pair : most));
  const areTwo = colours.every((colour) => Math.min(rgbDistance(colour, one), rgbDistance(colour, other)) < WORN * far);
  return areTwo ? Math.max(ALIKE, WORN * far) : ALIKE;
}

/** Whether colours stand in runs of several letters, as where a part of a name is set in another. */
function inRuns(colours: readonly Rgb[]): boolean {
  if (colours.length === 0) return false;
  const apart = apartIn(colours);
  const starts = colours.filter((colour, i) => i === 0 || rgbDistance(colour, colours[i - 1]) >= apart).length;
  return starts > 1 && colours.length >= LETTERS_A_RUN * starts;
}

interface Parts {
  /** Colours of the old parts: words or letters. */
  readonly colours: readonly Rgb[];
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  /** The new parts between those that stay take the colours of what stood there in proportion, else in turn, over again where they are more. */
  readonly spread: boolean;
}

/** A colour for each new part; what stands before and behind the changed ones keeps its own. */
function carried({ colours, old, fresh, spread }: Parts): readonly Rgb[] {
  const { head, tail } = keptEnds(old, fresh);
  const replaced = colours.slice(head, colours.length - tail);
  const source = replaced.length > 0 ? replaced : [colours[Math.max(0, head - 1)]];
  const count = fresh.length - head - tail;
  return fresh.map((_, j) => {
    if (j < head) return colours[j];
    const fromEnd = fresh.length - j;
    if (fromEnd <= tail) return colours[colours.length - fromEnd];
    const at = spread ? Math.floor(((j - head + 0.5) / count) * source.length) : (j - head) % source.length;
    return source[at];
  });
}

interface Change {
  readonly before: string;
  readonly after: string;
}

function partsOf(colours: readonly Rgb[], { before, after }: Change): Parts & { readonly byWord: boolean } {
  const byWord = wordColours(colours, before);
  if (byWord !== undefined) return { colours: byWord, old: wordsOf(before), fresh: wordsOf(after), spread: true, byWord: true };
  return { colours, old: [...letters(before)], fresh: [...letters(after)], spread: inRuns(colours), byWord: false };
}

/** Every word in the colour of its middle letter. */
function wholeWords(colours: readonly Rgb[], text: string): readonly Rgb[] {
  let from = 0;
  return wordsOf(text).flatMap((word) => {
    const length = [...word].length;
    const middle = colours[from + (length >> 1)];
    from += length;
    return Array.from({ length }, () => middle);
  });
}

/**
 * Colours for the letters of a new string whose original has letters of several. Where whole words were coloured, whole words are again, where parts of a word
 * were, parts in proportion, or where the new string has several words, its words; letters that were coloured one by one pass theirs on in turn.
 */
export function carriedColours(colours: readonly Rgb[], change: Change): readonly Rgb[] {
  const parts = partsOf(colours, change);
  const fresh = carried(parts);
  if (parts.byWord) return wordsOf(change.after).flatMap((word, k) => [...word].map(() => fresh[k]));
  const became = parts.spread && wordsOf(change.before).length === 1 && wordsOf(change.after).length > 1;
  return became ? wholeWords(fresh, change.after) : fresh;
}

/** Whether nothing shows which colours the new letters have: parts were added, or words of several colours became fewer or more. */
export function areGuessed(colours: readonly Rgb[], change: Change): boolean {
  const parts = partsOf(colours, change);
  const { head, tail } = keptEnds(parts.old, parts.fresh);
  const replaced = parts.colours.slice(head, parts.colours.length - tail);
  const { spread, fresh, old } = parts;
  const isOther = (colour: Rgb): boolean => (spread ? rgbDistance(colour, replaced[0]) >= ALIKE : String(colour) !== String(replaced[0]));
  const isUneven = spread ? fresh.length !== old.length : fresh.length > old.length;
  return isUneven && (replaced.length === 0 || replaced.some(isOther));
}
