/** A turn of phrase over folded text, and the plain order it stands for. */
export interface Recasting {
  readonly says: RegExp;
  /** `$<name>` are words kept as written. */
  readonly order: string;
  /** Found wherever `says` is, and asked first: a pattern that spells out every colour takes some 50 ms to compile. */
  readonly near?: RegExp | undefined;
}

/** Stands for one quoted string, see `recast.ts`. */
export const Q = "[\\uE100-\\uE1FF]";

/** Where an order begins and ends, and a sign inside one: over folded text, quotes standing as `Q`. */
export const BEGIN_ZH = "(?<![^,。;!\\s])";
export const END_ZH = "(?=$|[。;!]|(?<!\\d),|,(?!\\d))";
export const WORDS_ZH = "[^,。;\\uE100-\\uE1FF]";
/** English: behind a mark or "and"; and where a word of politeness or of order may stand before it too. */
export const BEGIN_EN = "(?:^|(?<=[.;,!?\\n]\\s?|\\band\\s))";
export const BEGIN_TALK_EN = "(?:^|(?<=[.;,!?\\n]\\s?|\\b(?:and|please|pls|just|so|then)\\s))";
export const WORDS_EN = "[^,.;!?\\uE100-\\uE1FF]";
/** No comma or point of a number ends an order: "12 to 1,357". */
export const END_EN = "(?=\\s*(?:$|[;!?]|(?<!\\d)[,.]|[,.](?!\\d)|\\b(?:and|but|please|pls)\\b))";

export const rule = (says: string, order: string, near?: RegExp): Recasting => ({ says: new RegExp(says, "dgu"), order, near });
