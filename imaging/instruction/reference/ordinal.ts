import { find, type Phrase, trimmed } from "../phrase/phrase.ts";

const DIGITS_ZH = "一二三四五六七八九十";
const WORDS_EN = ["first", "second", "third", "fourth", "fifth", "sixth"];
const COUNT_ZH = "(?:这|那)?(?:(?<last>最后)一?|(?<back>倒数)?第(?<n>[一二三四五六七八九十]|[1-9]\\d?))(?:个|处|条|次|段|张|行)(?:出现)?";
const COUNT_EN = "(?:the )?(?:(?<last>last|final)|(?<n>first|second|third|fourth|fifth|sixth|[1-9]\\d?(?:st|nd|rd|th)))\\s+";
const ZH = new RegExp(`^${COUNT_ZH}的?(?=.)`, "du");
const EN = new RegExp(`^${COUNT_EN}(?:(?:one|occurrence|instance|appearance|copy) of\\s+)?(?=.)`, "du");
/** The ordinal by itself: 第三个, "the last one". */
const ALONE = [new RegExp(`^${COUNT_ZH}$`, "du"), new RegExp(`^${COUNT_EN}one$`, "du")] as const;

function numberOf(word: string): number {
  const zh = DIGITS_ZH.indexOf(word);
  const en = WORDS_EN.indexOf(word);
  return zh >= 0 ? zh + 1 : en >= 0 ? en + 1 : Number.parseInt(word, 10);
}

interface Ordinal {
  /** Negative counts from the end. */
  readonly nth: number;
  /** What it counts; empty where it stands by itself. */
  readonly rest: Phrase;
}

function ordinalBy(phrase: Phrase, [zh, en]: readonly [RegExp, RegExp]): Ordinal | undefined {
  const whole = trimmed(phrase);
  const found = find(whole, zh) ?? find(whole, en);
  if (found === undefined) return undefined;
  const count = found.of("n");
  if (count === undefined) return { nth: -1, rest: trimmed(found.after) };
  const nth = numberOf(count.key);
  return { nth: /^.{0,2}倒数/.test(whole.key) ? -nth : nth, rest: trimmed(found.after) };
}

/** An ordinal at the head of a phrase and what it counts: 第二个¥199 → 2, "the last 'Sale'" → −1, 倒数第二处 → −2. */
export const ordinalIn = (phrase: Phrase): Ordinal | undefined => ordinalBy(phrase, [ZH, EN]);

/** A phrase that is an ordinal and nothing else: 第三个, "the last one". */
export const ordinalAlone = (phrase: Phrase): number | undefined => ordinalBy(phrase, ALONE)?.nth;
