import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import { QUOTED } from "../phrase/fold.ts";
import { literalsOf, type Phrase, wordsOf } from "../phrase/phrase.ts";

/** All lettering but one: the whole is the target, whether what stays is quoted or not. */
export const ALL_BUT = new RegExp(
  `^(?:除了?.+?(?:以外|之外|外)的?(?:所有|全部|其他|其它|其余)?的?(?:文字|文案|文本|字)|(?:all |any |the |other |every |each |(?:pieces?|bits?|lines?) of )*(?:${ROLE_EN}|texts?|words|lettering|copy|writing|type) (?:except(?: for)?|but|other than|apart from|besides) .+)$`,
  "u",
);

/** “合计”右边的金额, "the number under 'Total'": the quoted words only say which. */
export const BESIDE_TEXT = new RegExp(
  `^${QUOTED}\\s*(?:的)?(?:后面?|前面?|旁边|下面|下方|上面|上方|左边|右边|底下)的?(?:那[行个串])?(?:${ROLE_ZH}|${TEXT_ZH})$|^(?:the )?(?:${ROLE_EN}|${TEXT_EN}|figure|digits|value)\\s+(?:(?:directly |right |just )?(?:below|under|underneath|beneath|above|over|beside|next to|after|before|behind|to the (?:left|right) of))\\s+(?:the (?:words? |text |label )?)?\\s*${QUOTED}$`,
  "u",
);

/** “特价”旁边的“￥39.9”, "the “$9” next to “Sale”": the one only says which the other is. */
export const NEXT_TO_QUOTED = new RegExp(
  `^${QUOTED}\\s*(?:的)?(?:后面?|前面?|旁边?|下面|下方|上面|上方|左边|右边|底下)的?(?:那个)?\\s*${QUOTED}$`,
  "u",
);
const NEXT_TO_QUOTED_EN = new RegExp(
  `^(?:the )?\\s*${QUOTED}\\s+(?:(?:that is |right |just |directly )?(?:below|under|underneath|beneath|above|over|beside|next to|after|before|behind))\\s+(?:the )?\\s*${QUOTED}$`,
  "u",
);

export function nextToQuoted(phrase: Phrase): { readonly wording: string; readonly beside: string } | undefined {
  const zh = NEXT_TO_QUOTED.test(phrase.key);
  const [wording] = zh || NEXT_TO_QUOTED_EN.test(phrase.key) ? literalsOf(phrase).slice(zh ? 1 : 0) : [];
  if (wording === undefined) return undefined;
  const beside = wordsOf(phrase)
    .replace(wording, "")
    .replace(/的(?:那个)?\s*$/u, "")
    .replace(/^the\s+/i, "");
  return { wording, beside: beside.trim() };
}

/** The same of things: “buttons except the left one”. */
export const THINGS_BUT =
  /^(?!everything|all\b|anything|things)[a-z]+(?: [a-z]+)? (?:except(?: for)?|other than|apart from) (?:the |those |that |this |our )[a-z ]+$/u;
