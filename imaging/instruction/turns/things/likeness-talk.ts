import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const NOUN = "[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}?";
const SLIGHTLY = "(?:an? (?:bit|little|touch|tad)|slightly|somewhat)";

/** Which of two: the noun is said once. */
const ONES: readonly Recasting[] = [
  rule(
    `\\b(?<a>first|top|left|upper|lower|bottom|right|front|back|old|big|small) (?<n>(?!one\\b)[a-z]+) (?<m>[^.;,]{1,30}?)(?<s>,? and |, )(?<d>the )?(?<o>first|second|third|other|last|top|left|upper|lower|bottom|right|front|back|new|big|small) one\\b`,
    "$<a> $<n> $<m>$<s>$<d>$<o> $<n>",
    / one\b/u,
  ),
  rule(
    `\\b(?:use|put|have|try|show) (?<b>an? (?:[a-z-]+ ){1,2}?(?<n>[a-z]+)) (?:instead|in place) of the (?<a>[a-z-]+(?: [a-z-]+)?) one\\b`,
    "replace the $<a> $<n> with $<b>",
    / one\b/u,
  ),
];

/** The same colour in whichever words: one order of likeness. */
const SAME: readonly Recasting[] = [
  rule(
    `\\b(?:match|adapt) the (?<x>${NOUN})(?:'s)? colou?r (?:to|with) (?:that of |the colou?r of )?(?=(?:the|our|this) )`,
    "make the $<x> the same colour as ",
  ),
  rule(
    `\\b(?:match|adapt) (?<x>${THE} ${NOUN}) to (?:the colou?r of )?(?<y>${THE} ${NOUN})(?:'s)?(?: colou?r)${END_EN}`,
    "make $<x> the same colour as $<y>",
  ),
  rule(
    `\\b(?:(?:re)?colou?r|paint|tint|dye) (?<x>${THE} ${NOUN}) (?:in )?(?:exactly )?(?:the same|like|to match)(?: as)? (?=(?:the|our|this) )`,
    "make $<x> the same colour as ",
  ),
  rule(`\\bmake (?<x>${THE} ${NOUN}) (?:in )?the colou?r of (?=(?:the|our|this) )`, "make $<x> the same colour as "),
  rule(
    `\\b(?:make|have) (?<x>${THE} ${NOUN}) (?:in )?the same (?:${COLOUR}) as (?=(?:the|our|this) )`,
    "make $<x> the same colour as ",
    /the same/u,
  ),
  rule(
    `\\b(?:make|have) (?<x>${THE} ${NOUN}) match (?<y>${THE} [a-z]+(?: [a-z]+)?)(?:'s)? colou?r${END_EN}`,
    "make $<x> the same colour as $<y>",
  ),
  rule(
    `\\bgive (?<x>${THE} [a-z]+(?: [a-z]+)?) (?<y>${THE} [a-z]+(?: [a-z]+)?)'s (?<p>colou?r|font|size)${END_EN}`,
    "make $<x> the same $<p> as $<y>",
  ),
  rule(
    `\\buse the same (?<p>colou?r|font|size|weight|style) (?:for|on) (?<x>${THE} ${NOUN}) as (?:for |on |in )?(?=(?:the|our|this) )`,
    "make $<x> the same $<p> as ",
  ),
];
const WAS = "(?!它|那[个行]|这[个行]|原|之前|以前|现在|旁边|周围|其[他它余]|别的|上面|下面)";
const LIKE_ZH = "(?:一样|相同|一致|统一|同色|保持一致|保持统一)的?";
const SAME_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:请)?(?:把|将|让)?(?<x>[^,。;\\s]{1,10}?)(?:的?颜色|(?<=背景|底|字)色)(?:要|也|都)?(?:换成|改成|变成|改为|换为|调成|调得|设成|做成)?(?:和|跟|与|同)(?<y>${WAS}[^,。;\\s]{1,10}?)的?(?:颜色|色)?${LIKE_ZH}(?:颜色|${COLOUR})?${END_ZH}`,
    "把$<x>的颜色改成和$<y>一样",
    /色.*(?:一样|相同|一致|统一|同色)/u,
  ),
  rule(
    `${BEGIN_ZH}(?:请)?(?:把|将|让)?(?<x>[^,。;\\s]{1,10}?)的?(?<p>字体|字号|大小)(?:要|也|都)?(?:换成|改成|变成|改为|换为|调成|调得|设成|做成)?(?:和|跟|与|同)(?<y>${WAS}[^,。;\\s]{1,10}?)的?(?:字体|字号|大小)?${LIKE_ZH}(?:字体|字号|大小)?${END_ZH}`,
    "把$<x>的$<p>改成和$<y>一样",
    /(?:字体|字号|大小).*(?:一样|相同|一致|统一)/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将|让)(?<x>[^,。;\\s和跟与]{1,8}?)(?:和|跟|与)(?<y>[^,。;\\s]{1,8}?)(?:用|变|变成|换|换成|改成|是)?(?:一个|同一个|同样的?|一样的?|相同的?)颜色${END_ZH}`,
    "把$<x>的颜色改成和$<y>一样",
    /颜色/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>${ROLE_ZH})(?:和|跟|与)(?<y>[^,。;\\s]{1,8}?)(?:用|使用|变成|换成|改成)(?:一个|同一个|同样的?|一样的?|相同的?)(?<p>颜色|字体|字号|大小)${END_ZH}`,
    "把$<x>的$<p>改成和$<y>一样",
    /颜色|字体|字号|大小/u,
  ),
];

/** What is to be one colour and not another. */
const NOT_THIS: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:can|could|should|may|i'?d like|i would like|i want|we want|we'?d like) (?<x>${THE} ${NOUN}) (?:to )?(?:be )?(?:in )?(?<c>${COLOUR}),? (?:instead of|rather than|not|and not) (?:the )?(?:${COLOUR})\\s*(?=$|[,.;!?])`,
    "make $<x> $<c>",
    / (?:instead of|rather than|not) /u,
  ),
];
const NOT_THIS_ZH: readonly Recasting[] = [
  rule(
    `(?<=[\\uE100-\\uE1FF][^,。;]{0,12},)\\s*(?:不要|不用|别用|别)(?:${COLOUR})的?了?,(?=(?:而是|我?想?要|用|改成|换成|改为|换为|改用)${COLOUR})`,
    "",
    /不|别/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?!如果|要是|若|假如|假使|倘若|万一|只要)(?<x>${Q}(?:这?[一二两三四几]?个?字)?|[^,。;\\s\\uE100-\\uE1FF]{1,8}?)(?:的颜色)?(?:不要|不用|别用|别|不是|不想要)(?:${COLOUR})的?了?,?(?:而是?|我?想?要|用|改成|换成|是|改用)+(?<c>${COLOUR})的?${END_ZH}`,
    "把$<x>改成$<c>",
    /不|别/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>(?!不|别|要)[^,。;\\s\\uE100-\\uE1FF]{1,8}?)(?:要|想要|用)(?<c>${COLOUR})的?,?(?:不要|别用|不用|而不是|别)(?:${COLOUR})的?${END_ZH}`,
    "把$<x>改成$<c>",
    /不|别/u,
  ),
  rule(
    `^不[是要](?:${COLOUR})的?,(?:是|要|我要|用)(?<c>${COLOUR})的?\\s*[:,]\\s*(?:把|将)?(?<x>[^,。;\\s]{1,8}?)(?:换|改)(?:一?下|过来)${END_ZH}`,
    "把$<x>改成$<c>",
    /^不/u,
  ),
];

const WISHED_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?<x>[^,。;\\s\\uE100-\\uE1FF我]{1,8}?)我们?(?:想要|要|希望是?|想用)(?<c>${COLOUR})的?${END_ZH}`,
    "把$<x>改成$<c>",
    /我/u,
  ),
  rule(`${BEGIN_ZH}我们?(?:想要|想让|希望|要)(?<x>[^,。;\\s\\uE100-\\uE1FF]{1,8}?)是(?<c>${COLOUR})的?${END_ZH}`, "把$<x>改成$<c>", /我/u),
];

/** Larger and smaller with the degree behind the thing. */
const SIZED: readonly Recasting[] = [
  rule(
    `\\b(?:shrink|scale down|reduce) (?<x>${THE} (?!brightness|contrast|saturation|exposure|sharpness|warmth|noise|grain|highlights|shadows|price|glare|spacing)${WORDS_EN}{2,24}?) ${SLIGHTLY}${END_EN}`,
    "make $<x> slightly smaller",
  ),
  rule(
    `\\b(?:enlarge|scale up|blow up|bump up|grow|increase) (?<x>${THE} (?!brightness|contrast|saturation|exposure|sharpness|warmth|noise|grain|highlights|shadows|price|spacing)${WORDS_EN}{2,24}?) ${SLIGHTLY}${END_EN}`,
    "make $<x> slightly bigger",
  ),
  rule(
    `\\bmake (?:the )?(?<x>${ROLE_EN}|text) (?:font|typeface) (?=an? (?:script|serif|sans|rounded|handwritten|condensed|display|monospace))`,
    "change the font of the $<x> to ",
    / (?:font|typeface) /u,
  ),
  rule(
    `(?<=\\b(?:font|typeface)\\b[^,.;]*? (?:to|into)) an? (?<f>[a-z-]+(?: (?!one|font)[a-z-]+)?)(?: (?:one|font|typeface|face))?${END_EN}`,
    " $<f>",
    /\b(?:font|typeface)\b.* an? /u,
  ),
];
const SIZED_ZH: readonly Recasting[] = [
  rule("字[级級]", "字号"),
  rule(`(?<=字号|字体大小|文字大小|大小|尺寸)(?:都|再)?(?:翻|增加|加大|变大|变成)(?:一|两|2)?(?:倍|番)${END_ZH}`, "放大一倍"),
];

export const LIKENESS_TALK_EN: readonly Recasting[] = [...ONES, ...SAME, ...NOT_THIS, ...SIZED];
export const LIKENESS_TALK_ZH: readonly Recasting[] = [...SAME_ZH, ...NOT_THIS_ZH, ...WISHED_ZH, ...SIZED_ZH];
