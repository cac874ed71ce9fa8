import { LEAD_WORD, PRICE_NOUN_EN, PRICE_NOUN_ZH } from "../../lexicon/price-words.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, type Recasting, rule } from "../recasting.ts";

const THE = "(?:the |our |my |this |that |all |every |each )*";
const AMOUNT =
  "(?:(?:us|hk|nt|s|a|c)?[$¥€£]\\s?\\d[\\d.,]*\\d|(?:us|hk|nt|s|a|c)?[$¥€£]\\s?\\d|\\d[\\d.,]*\\d|\\d)(?:k|(?: ?(?:euros?|dollars?|pounds?|yuan|rmb|usd|eur|gbp|pence))?(?:\\s?\\/\\s?[a-z]+| (?:per|a|an) [a-z]+)?)?(?!\\s?(?:%|px|pt|percent|times|x\\b))";
const PRICED = `(?<x>${THE}(?:${LEAD_WORD} ){0,2}?(?:prices?|${PRICE_NOUN_EN})(?: (?:of|for) (?:the |an? )?[a-z]+(?: [a-z]+)?)?)`;

/** An amount of money that is said to be another: "raise the fare to $3", "the fee is now £45", "room rate from $120 to $135". */
export const PRICE_TALK_EN: readonly Recasting[] = [
  rule(
    `\\b(?:raise|lower|bump|bring|put|drop|increase|reduce|cut|hike|push|move|take|knock|mark|lift|set|up) ${PRICED}(?: (?:up|down))? (?:to|at) (?<b>${AMOUNT})${END_EN}`,
    "change $<x> to $<b>",
    / (?:to|at) /u,
  ),
  rule(
    `${BEGIN_EN}${PRICED} (?:goes|go|went|comes|has gone|have gone|is going|are going|(?:should|must|needs? to|has to) (?:go|come|be)|drops|rises|increases|is|are|gets)(?: now)?(?: (?:up|down|raised|lowered|reduced|cut|increased))?(?: now)?(?: to| at)? (?<b>${AMOUNT})(?: now)?${END_EN}(?!,? (?:not|instead|rather)\\b)`,
    "change $<x> to $<b>",
  ),
  // "change all prices to 20% off", "all prices 20% off": a rule, no wording.
  rule(
    `\\b(?:change|set|bring|put|update|switch|turn|take) (?=(?:all|every|each)\\b|[^.;,]*?\\bprices\\b)${PRICED} (?:to|at|into) (?:a )?(?<b>\\d{1,2}(?:\\.\\d)?)\\s?(?:%|percent) (?:off|discount|reduction|less)${END_EN}`,
    "reduce $<x> by $<b>%",
    /% ?(?:off|disc|red|less)|percent/u,
  ),
  rule(
    `${BEGIN_EN}${PRICED},? (?:are |get |at |now )*(?<b>\\d{1,2}(?:\\.\\d)?)\\s?(?:%|percent) (?:off|less)${END_EN}`,
    "reduce $<x> by $<b>%",
    /% ?(?:off|less)|percent/u,
  ),
  rule(`${BEGIN_EN}${PRICED} up(?: by)? (?=\\d[\\d.]* ?(?:%|percent))`, "raise $<x> by "),
  rule(`${BEGIN_EN}${PRICED} down(?: by)? (?=\\d[\\d.]* ?(?:%|percent))`, "reduce $<x> by "),
  rule(
    `\\bmake ${THE}(?<x>[a-z]+(?: [a-z]+)?) (?<b>[$¥€£]\\s?\\d[\\d.,]*) (?:instead of|rather than|not|in place of) (?<a>[$¥€£]\\s?\\d[\\d.,]*)${END_EN}`,
    "change the $<x> $<a> to $<b>",
  ),
];

/** The same in Chinese: 定价提高到128, 把票价压到80. */
export const PRICE_TALK_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?<p>(?:把|将)?[^,。;\\uE100-\\uE1FF]{0,8}?(?:价格?|${PRICE_NOUN_ZH}|(?:price|fee|rate|fare)s?)[^,。;\\uE100-\\uE1FF]{0,12}?)\\s*(?:再|都|统一|一律)?(?:提高|抬高|上调|下调|降低|调高|调低|上涨|下降|涨价|降价|升高|升|压低?|拉低|拉高|减少|增加|上浮|下浮|打折)(?:到|至|成|为)\\s*(?=[$¥€£]?\\d)`,
    "$<p>改成",
    /[到至成为]\s*[$¥€£]?\d/u,
  ),
];
