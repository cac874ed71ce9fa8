const DIGITS = "一二三四五六七八九";
/** 三 → 3, nothing → 0. */
export const digit = (char: string): number => (char === "" ? 0 : DIGITS.indexOf(char) + 1);

/** 八 → 8, 八五 and 八点五 → 8.5, 85 → 8.5: tenths of the price that remain. Undefined for what is no discount. */
export function tenths(words: string): number | undefined {
  const written = /^[\d.]+$/.test(words);
  const [whole, part] = written ? [] : words.replace("点", "");
  const number = written ? Number(words) : digit(whole ?? "") + (part === undefined ? 0 : digit(part) / 10);
  const fold = number >= 10 && number < 100 ? number / 10 : number;
  return fold > 0 && fold < 10 ? fold : undefined;
}
