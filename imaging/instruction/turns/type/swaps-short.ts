import { COPY_ZH, PROMOTION_ZH } from "../../lexicon/copy-words.ts";
import { ROLE_EN, ROLE_ZH, TEXT_ZH } from "../../lexicon/roles.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";
import { NO_STYLE, TO } from "../shared-words.ts";

const VERB = "(?:change|replace|swap|update|switch|correct|edit|set|turn|modify|amend)";
const W = "[^,.;:!?\\n\\uE100-\\uE1FF]";
const NO_THING = "(?!(?:the|our|my|her|his|this|that|all|every|it|them|to|with)\\b)";
const WORD = "[\\w'’-]+";
const ERR = "(?:misspel(?:t|led)|(?:spel(?:t|led)|written|typed) (?:wrong(?:ly)?|incorrectly)|a typo|wrong|incorrect)";

/** Two wordings of which only one is quoted, and words that are misspelt. */
export const SWAPS_SHORT_EN: readonly Recasting[] = [
  rule(
    `\\b(?<v>${VERB}) (?<a>${Q}) (?<t>${TO}) (?<b>${Q})(?:,? and|,|;) (?!(?:${ROLE_EN}|move|make|put|keep|add|remove|delete|bring|shift|align|cent(?:er|re)|bump|nudge|rotate)\\b)${NO_THING}(?<c>${W}{1,24}?) \\k<t> ${NO_STYLE}(?<d>${W}{1,24}?)${END_EN}`,
    "$<v> $<a> $<t> $<b>, $<v> “$<c>” $<t> “$<d>”",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:there(?:'s| is) a )?(?:typo|misspelling|spelling(?: mistake| error)?)(?: alert| here)?\\s*[:,-]+\\s*(?:it says |says )?(?<a>${Q}|${WORD}) (?:should (?:be|read|say)|must be|is (?:really|meant to be)|->|=>|→|to|instead of) (?<b>${Q}|${WORD})${END_EN}`,
    "change “$<a>” to “$<b>”",
    /typo|spelling/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:it'?s|it is|that'?s|it should be|should be) (?:spel(?:t|led)|written) (?<b>${Q}|${WORD}),? (?:and )?not (?<a>${Q}|${WORD})${END_EN}`,
    "change “$<a>” to “$<b>”",
    / not /u,
  ),
  ...[`you (?:misspelled|misspelt) (?<a>${Q}|${WORD})`, `(?:the word )?(?<a>${Q}|${WORD}) is ${ERR}`].map((found) =>
    rule(
      `${BEGIN_TALK_EN}${found}\\s*[,.;-]+\\s*(?:it )?(?:should (?:be|read|say)|is|it'?s|the correct (?:spelling|word) is|correct(?: it)? to|change (?:it )?to) (?<b>${Q}|${WORD})${END_EN}`,
      "change “$<a>” to “$<b>”",
      /spel|typo|wrong|incorrect/u,
    ),
  ),
  rule(
    `\\bwhat(?:'s| is) (?:written|printed|shown|there) (?:(?:in|at|on) )?(?:the )?(?<p>top left|top right|bottom left|bottom right|top|bottom|left|right)(?: corner)?\\s*(?:->|=>|→|to|should (?:be|read|say)|becomes?|with)\\s*(?=${Q})`,
    "change the text in the $<p> to ",
    /what/u,
  ),
];

const HAN = "\\p{Script=Han}";
const COPY = `(?=${HAN}{0,8}(?:${COPY_ZH.source}|${PROMOTION_ZH.source.replaceAll("^", "").replaceAll("$", "")}))`;
/** Nothing that goes on with 改 or 换, and nothing that leads up to it. */
const NEW = "(?![成为作做到至一下个掉了过动回名叫用写口变大小粗细长短高低亮暗深浅])";
const NOT_BEFORE = "(?<![修更要再没想需请帮我来去就先别不得该能必须统一都全部可以])";
const OLD = `(?!把|将|请|帮|我|别|不|只|${ROLE_ZH}|(?:${TEXT_ZH})(?:改|换)|背景|底色|颜色)`;

/** 感恩节改圣诞节: the verb without its particle, between two wordings of a kind. */
export const SWAPS_SHORT_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:把|将)?${OLD}${COPY}(?<a>${HAN}{1,8}?)${NOT_BEFORE}[改换]${NEW}${COPY}(?<b>${HAN}{1,8})${END_ZH}`,
    "把“$<a>”改成“$<b>”",
    /[改换]/u,
  ),
  // 正文把黑色的字改成…: where, said before the thing.
  rule(
    `${BEGIN_ZH}(?<r>${ROLE_ZH})(?:里面?|中|上)?[把将](?<x>[^,。;\\uE100-\\uE1FF]{1,8}?的(?:字|文字))(?=[改换变调放缩加设])`,
    "把$<r>里$<x>",
    /[把将]/u,
  ),
  rule(`${BEGIN_ZH}(?:更换|修改|调整|改|换)(?:一下)?(?:字体|颜色|字号)\\s*:\\s*(?=(?:${ROLE_ZH})(?:用|改|换|为|是|:))`, "", /:/u),
  // 字间距大一点，标题的
  rule(
    `${BEGIN_ZH}(?<w>(?:字间距|字距|行距|行间距|字号|字体|颜色)[^,。;\\uE100-\\uE1FF]{1,8}?),\\s*(?<x>${ROLE_ZH})的(?:那个)?${END_ZH}`,
    "$<x>$<w>",
    /,/u,
  ),
  // 往上挪一点 离产品远点: why it is to be moved.
  rule(`(?<=[移挪][^,。;]{0,8}?)[\\s,]+(?:离|跟|和)[^,。;\\s]{1,8}?(?:远|开|拉开(?:距离)?)(?:一?[点些])?${END_ZH}`, "", /[离跟和]/u),
];
