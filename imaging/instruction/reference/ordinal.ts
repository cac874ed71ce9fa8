import { find, type Phrase, trimmed } from "../phrase/phrase.ts";

const DIGITS_ZH = "一二三四五六七八九十";
const WORDS_EN = ["first", "second", "third", "fourth", "fifth", "sixth"];
const ZH =
  /^(?:这|那)?(?:(?<last>最后)一?|(?<back>倒数)?第(?<n>[一二三四五六七八九十]|[1-9]\d?))(?:个|处|条|次|段|张|行)(?:出现)?的?(?=.)/du;
const EN =
  /^(?:the )?(?:(?<last>last|final)|(?<n>first|second|third|fourth|fifth|sixth|[1-9]\d?(?:st|nd|rd|th)))\s+(?:(?:one|occurrence|instance|appearance|copy) of\s+)?(?=.)/du;

function numberOf(word: string): number {
  const zh = DIGITS_ZH.indexOf(word);
  const en = WORDS_EN.indexOf(word);
  return zh >= 0 ? zh + 1 : en >= 0 ? en + 1 : Number.parseInt(word, 10);
}

/** An ordinal at the head of a phrase and what it counts: 第二个¥199 → 2, "the last 'Sale'" → −1, 倒数第二处 → −2. */
export function ordinalIn(phrase: Phrase): { readonly nth: number; readonly rest: Phrase } | undefined {
  const whole = trimmed(phrase);
  const found = find(whole, ZH) ?? find(whole, EN);
  if (found === undefined) return undefined;
  const count = found.of("n");
  if (count === undefined) return { nth: -1, rest: trimmed(found.after) };
  const nth = numberOf(count.key);
  return { nth: /^.{0,2}倒数/.test(whole.key) ? -nth : nth, rest: trimmed(found.after) };
}
