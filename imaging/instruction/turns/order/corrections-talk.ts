import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const DAY =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|tonight|noon|midnight)";
const FIGURE =
  "[$€£¥]?\\d(?:[\\d.,:/-]*\\d)?(?: ?(?:am|pm|%|k|o'clock|euros?|dollars?|pounds?|people|persons|seats|places|days|hours|th|st|nd|rd))?";
const NAME = "[a-z][a-z.'-]*(?: [a-z][a-z.'-]*){0,2}";

/** What is wrong and what is right, told as a fact rather than ordered: "the sale ends on Sunday, not Saturday". */
export const CORRECTIONS_EN: readonly Recasting[] = [
  // "…, make it red, no, keep the original colour"
  rule(
    `,? (?:and )?(?:(?:make|turn|set|colou?r|paint) (?:it|them) )?(?:in )?(?:${COLOUR})\\s*[,.;–—-]+\\s*(?:oh |ah |hmm |uh )?(?:no|nope|wait|actually|no wait|wait no|scratch that|never ?mind|sorry)\\b(?:,? (?:no|wait|actually|scratch that|sorry|just))*,? (?:keep|leave) (?=(?:the|its) (?:original |old |same |current |present |existing )?colou?r)`,
    ", keep ",
    /(?:keep|leave) (?:the|its)/u,
  ),
  // Dots and slashes of a date end no clause.
  rule(
    "(?<![\\w.,])(?<b>\\d[\\d.]*\\.) (?<v>instead of|rather than) (?<a>\\d[\\d.]*\\.)(?=\\s*(?:$|[,;!?]))",
    "“$<b>” $<v> “$<a>”",
    /[.] (?:instead of|rather than)/u,
  ),
  rule(
    `^(?:can|could|should|shouldn't|would|may) (?:the |our |this )?(?<x>${ROLE_EN}) (?:be|read|say|show) (?<b>${Q}) (?:instead of|rather than) (?<a>${Q})\\s*\\??$`,
    "change the $<x> from $<a> to $<b>",
  ),
  rule(
    `^(?!.*\\b(?:change|make|move|put|keep|remove|add|use|replace)\\b)[^,;.\\uE100-\\uE1FF]*?\\b(?<b>${DAY}|${FIGURE}),? (?:and )?not (?:on |at |by |in )?(?<a>${DAY}|${FIGURE})(?: any ?more| any longer)?\\s*[.!]?$`,
    "change “$<a>” to “$<b>”",
    / not /u,
  ),
  rule(
    `^[^,;\\uE100-\\uE1FF]{2,40}? (?:is|are|name is|name's) (?:actually |really )?(?:spell?ed|spelt|written|called|named) (?<b>${Q}|${NAME}),? (?:and )?not (?<a>${Q}|${NAME})\\s*[.!]?$`,
    "change “$<a>” to “$<b>”",
    / not /u,
  ),
  rule(
    `^[^:()\\uE100-\\uE1FF]{2,24}\\s*:\\s*(?:now )?(?:(?:it'?s|it is) )?(?:now )?(?<b>[^()\\uE100-\\uE1FF]{1,40}?)\\s*[(,]\\s*(?:it )?(?:was|were|formerly|previously|used to be|currently|not|instead of)\\s+(?<a>[^()\\uE100-\\uE1FF]{1,40}?)\\s*[)]?\\s*[.!]?$`,
    "change “$<a>” to “$<b>”",
    /[(,] ?(?:it )?(?:was|were|formerly|previously|used|currently|not|instead)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:fix|change|update|correct|edit|check) (?:the |our |that )?(?<x>${ROLE_EN})\\s*[,;:.-]+\\s*(?:its|it's|it is|it should be|it should read|should be|make it|now it's|it's now|new one is|the new one is) (?:now )?(?:on |at )?(?<b>${Q}|[^,;\\uE100-\\uE1FF]*?\\d[^,;\\uE100-\\uE1FF]*?)(?: now)?\\s*[.!]?$`,
    "change the $<x> to “$<b>”",
  ),
];

const WRONG = "(?:(?:那个|这个)?[\\p{Script=Han}]{0,6}(?:写错|打错|印错|弄错|错)了?(?:字)?[,。:]\\s*)?";
const BIT = "(?!什么|不|我|你|他|为了|因为|所有|只)[^,。;!?\\s\\uE100-\\uE1FF][^,。;!?\\uE100-\\uE1FF]{0,14}?";
const NO_STYLE = `(?!${COLOUR}|粗|斜|大|小|左|右|居中|全部|一个)`;

export const CORRECTIONS_ZH: readonly Recasting[] = [
  // …，字体变成红色，不，保持原来的颜色: what is taken back at once was never asked.
  rule(
    `(?:,|并且?|同时)\\s*(?:把|将)?(?:字体|文字|字)?的?(?:颜色)?(?:变|改|换|调|设|用|做|标)(?:成|为)?(?:${COLOUR})[,。;!…\\s]*(?:啊|哦|呃|额|嗯)?[,\\s]*(?:不|不对|不了|不用了?|不是|算了|等等|等下|还是)+[,。…\\s]*(?:还是)?(?=(?:保持|保留|维持|用|沿用)原来?的?(?:颜色|色))`,
    "，",
    /原来?的?(?:颜色|色)/u,
  ),
  rule(
    `${BEGIN_ZH}${WRONG}(?<x>[\\p{Script=Han}]{0,6})(?:不是|不叫)${NO_STYLE}(?<a>${BIT}(?<!的)),\\s*(?:而)?(?:应该|应)?(?:是|叫)${NO_STYLE}(?<b>${BIT}(?<!的))${END_ZH}`,
    "“$<a>”改成“$<b>”",
    /不[是叫].*,\s*(?:而|应该|应)?[是叫]/u,
  ),
  rule(
    `${BEGIN_ZH}${WRONG}(?:[\\p{Script=Han}]{0,4}(?:应该|应)?)是(?=[^,。;]*\\d[^,。;]*不是)(?<b>${BIT}),?\\s*(?:而)?不是(?<a>${BIT})${END_ZH}`,
    "“$<a>”改成“$<b>”",
    /是[^,。;]*\d[^,。;]*不是/u,
  ),
  rule(
    `${BEGIN_ZH}(?<v>(?:统一|全部|都|一律)?(?:涨价?|降价?|加价|减价|上调|下调|打)[^,。;]{0,4}\\d[^,。;]{0,4}|打[一二三四五六七八九]{1,2}折),\\s*(?:所有|全部|全)的?价(?:格|钱|位)?(?:都)?${END_ZH}`,
    "所有价格$<v>",
    /价/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>${ROLE_ZH})太[^,。;]{1,4}?了?,\\s*(?:请|麻烦)?(?:给我)?(?:换|改|用|换成|改成|改用|调成)(?<s>粗|斜|细|大|小|${COLOUR})`,
    "$<x>改成$<s>",
    /太/u,
  ),
];
