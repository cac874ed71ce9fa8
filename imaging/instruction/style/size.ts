import type { StyleWish } from "../../../protocol/plan.ts";

type SizeWish = Pick<StyleWish, "size" | "sizeFactor" | "sizeBy">;
type Rule = readonly [RegExp, (groups: readonly string[]) => SizeWish];

const NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  八: 8,
  十: 10,
  半: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
};
const N = "(\\d{1,5}(?:\\.\\d{1,3})?|[一两二三四五六八十]|two|three|four|five|ten)";
const num = (text = ""): number => NUMBERS[text] ?? Number(text);
const factor = (sizeFactor: number): SizeWish => ({ sizeFactor: Math.round(Math.min(20, Math.max(0.05, sizeFactor)) * 1000) / 1000 });
const size = (text = ""): SizeWish => ({ size: Math.min(4096, Math.max(1, num(text))) });
/** "放大一倍" adds once the size; "放大三倍" is said for three times the size. */
const times = (text = ""): number => (num(text) === 1 ? 2 : num(text));

const GROW_ZH = "(?:放大|增大|加大|变大|调大|扩大|大)";
const SHRINK_ZH = "(?:缩小|减小|变小|调小|缩放|小)";
const BIGGER = "(?:bigger|larger|greater|enlarged)";
const ABOUT = "(?:字号|字体|大小|尺寸|文字|了|到|为|成|至|\\s|改|调|设|整|置)*";

const PX = "(\\d{1,3}(?:\\.\\d{1,2})?)\\s*(?:px|像素|pt|磅|points?|pixels?)(?![a-z])";
const SIZED = "(?:字号|字体大小|文字大小|字体|大小|\\b(?:font |text |type )?size\\b)\\s*(?:再|要|都|的|\\s)*";
const SIZE_EN = "(?: the| its| their)?(?: font| text| type)?(?: size| it| them)?";
const GROW_EN = `\\b(?:enlarge|increase|grow|raise|bump|scale up|${BIGGER})\\b`;
const SHRINK_EN = "\\b(?:shrink|reduce|decrease|lower|drop|scale down|smaller)\\b";
const by = (sign: 1 | -1, text = ""): SizeWish => ({ sizeBy: sign * Math.min(500, num(text)) });
/** So much larger or smaller than it is: “4px larger”, 字号加大6像素, "font size +4px". */
const STEPS: readonly Rule[] = [
  [new RegExp(`${PX}\\s*(?:${BIGGER}|taller)\\b`, "u"), (g) => by(1, g[1])],
  [new RegExp(`${PX}\\s*(?:smaller|shorter)\\b`, "u"), (g) => by(-1, g[1])],
  [new RegExp(`(?:${SIZED}(?:\\+|增加?|加)|(?:${SIZED})?(?:放大|增大|加大|变大|调大|(?<!大)大))了?\\s*${PX}`, "u"), (g) => by(1, g[1])],
  [new RegExp(`(?:${SIZED}(?:[-−]|减少?|降低?)|(?:${SIZED})?(?:缩小|减小|变小|调小|(?<!大)小))了?\\s*${PX}`, "u"), (g) => by(-1, g[1])],
  [new RegExp(`(?:${GROW_EN}${SIZE_EN}|(?=\\s*by )(?<=${GROW_EN}.*))\\s*\\bby ${PX}`, "u"), (g) => by(1, g[1])],
  [new RegExp(`(?:${SHRINK_EN}${SIZE_EN}|(?=\\s*by )(?<=${SHRINK_EN}.*))\\s*\\bby ${PX}`, "u"), (g) => by(-1, g[1])],
];

/** Bigger and smaller, from the most to the least definite wording. */
const RULES: readonly Rule[] = [
  ...STEPS,
  [/(?:放大|缩小|缩放|加大|减小|调大|调小)(?:到|至|为|成)\s*(\d{1,5}(?:\.\d{1,3})?)\s*(?:px|像素|pt|磅)/u, (g) => size(g[1])],
  [
    /(?:字号|字体大小|文字大小|字体|大小|字)(?:再|要|都)?(?:放大|缩小|加大|增大|减小|调大|调小)(?:到|至|为|成)\s*(\d{1,5}(?:\.\d{1,3})?)(?![\d.]*\s*[%倍x×])(?![\d.])\s*(?:px|像素|号字?|pt|磅|点)?/u,
    (g) => size(g[1]),
  ],
  [
    /(?:字号|字体大小|文字大小|大小|\b(?:font |text )?size\b)(?:\s|改|调|设|整|置|更|成|为|到|至|是|:|=|\b(?:to|of|is|at|as|it)\b)*(\d{1,5}(?:\.\d{1,3})?)(?![\d.]*\s*[%倍x×])(?![\d.])\s*(?:px|像素|号字?|pt|磅|点|points?|pixels?)?/u,
    (g) => size(g[1]),
  ],
  [
    /\b(?:shrink|enlarge|scale|resize|reduce|increase|bump|bring|take|drop|blow)(?: (?:it|them|that|this))?(?: (?:up|down))? to (\d{1,5}(?:\.\d{1,3})?)\s*(?:px|pt|points?|pixels?)\b/u,
    (g) => size(g[1]),
  ],
  [/(\d{1,5}(?:\.\d{1,3})?)\s*(?:px|像素|号字?|pt|磅|points?|pixels?)(?![a-z])(?:大小|高|\s*(?:font|text|tall|high))?/u, (g) => size(g[1])],
  [
    new RegExp(`(?:放大|缩小|缩放|调整|缩|放|调|改|设)${ABOUT}(?:到|至|为|成)\\s*(?:原来的?)?\\s*(\\d{1,5}(?:\\.\\d{1,3})?)%`, "u"),
    (g) => factor(num(g[1]) / 100),
  ],
  [new RegExp(`(?:放大|扩大|增大|调)(?:到|至|为)\\s*(?:原来的?)?\\s*${N}\\s*倍大?`, "u"), (g) => factor(num(g[1]))],
  [new RegExp(`${GROW_ZH}${ABOUT}(\\d{1,5}(?:\\.\\d{1,3})?)%`, "u"), (g) => factor(1 + num(g[1]) / 100)],
  [new RegExp(`${SHRINK_ZH}${ABOUT}(\\d{1,5}(?:\\.\\d{1,3})?)%`, "u"), (g) => factor(1 - num(g[1]) / 100)],
  [new RegExp(`(?:字号|大小|尺寸)?${GROW_ZH}${ABOUT}${N}\\s*倍`, "u"), (g) => factor(times(g[1]))],
  [new RegExp(`${N}\\s*倍大小?`, "u"), (g) => factor(num(g[1]))],
  [/(?:缩小|减小|小)(?:了|到|为)?(?:一半|一倍|1倍|50%)|减半|一半大小?/u, () => factor(0.5)],
  [new RegExp(`缩小(?:到|至)?${N}倍`, "u"), (g) => factor(1 / times(g[1]))],
  [new RegExp(`(\\d{1,5}(?:\\.\\d{1,3})?)\\s?(?:%|percent) ${BIGGER}`, "u"), (g) => factor(1 + num(g[1]) / 100)],
  [/(\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent) smaller/u, (g) => factor(1 - num(g[1]) / 100)],
  [
    new RegExp(
      `\\b(?:enlarge|increase|grow|scale up|upscale|${BIGGER})\\b(?: the| its| their)?(?: font| text)?(?: size| it| them)? by (\\d{1,5}(?:\\.\\d{1,3})?)\\s?(?:%|percent)`,
      "u",
    ),
    (g) => factor(1 + num(g[1]) / 100),
  ],
  [
    /\b(?:shrink|reduce|decrease|scale down|smaller)\b(?: the| its| their)?(?: font| text)?(?: size| it| them)? by (\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent)/u,
    (g) => factor(1 - num(g[1]) / 100),
  ],
  [
    /(?:\b(?:at|to) )?(\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent) of (?:its|the|their) (?:(?:current|original|present|existing|actual) )?size/u,
    (g) => factor(num(g[1]) / 100),
  ],
  [
    /\b(?:scale|resize|shrink|enlarge|reduce|size|blow)(?: (?:it|them|this|that))?(?: (?:up|down))? to (\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent)(?! (?:opacity|opaque|transparent))/u,
    (g) => factor(num(g[1]) / 100),
  ],
  [
    /(?<=\b(?:scale|resize|shrink|enlarge|reduce|increase|blow up)\b.*)\bto (\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent)(?! (?:opacity|opaque|transparent))/u,
    (g) => factor(num(g[1]) / 100),
  ],
  [
    /(?<=\b(?:reduce|decrease|shrink|scale down|lower|cut|down)\b.*)\bby (\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent)/u,
    (g) => factor(1 - num(g[1]) / 100),
  ],
  [/\bby (\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent)\s*(?:bigger|larger)?/u, (g) => factor(1 + num(g[1]) / 100)],
  [
    new RegExp(`\\b${N}\\s?(?:times|x|×) (?:as (?:big|large)|${BIGGER}|the size)(?: as (?:it is|now|before))?`, "u"),
    (g) => factor(num(g[1])),
  ],
  [/\b(?:twice|double)\b(?: as (?:big|large)| (?:the|its|in) size| the (?:font|text) size| bigger)?|\btwice the size\b/u, () => factor(2)],
  [/\btriple\b(?: (?:the|its|in) size)?|\bthree times (?:as big|bigger)/u, () => factor(3)],
  [new RegExp(`(?<=${GROW_EN}.*)\\bby (?:a )?half\\b|\\bhalf as (?:big|large) again\\b`, "u"), () => factor(1.5)],
  [
    /\b(?:(?:shrink|scale|reduce|cut|resize|size)(?: (?:it|them|this|that))?(?: down)? )?(?:to |by |in )?half\b(?: (?:of )?(?:the|its) size| as (?:big|large)| size)?|\bhalve\b(?: (?:the|its) size)?/u,
    () => factor(0.5),
  ],
  [
    /\b(?:huge|giant|enormous|massive|gigantic)\b(?=[\s,]+(?:[a-z]+ ){0,2}(?:letters|lettering|text|font|type|capitals|caps)\b)|(?:超|巨|特)大(?:号|字)?/u,
    () => factor(1.5),
  ],
  [/(?:更?大很多|更?大得多|大不少|\bmuch (?:bigger|larger)\b|\ba lot (?:bigger|larger)\b)/u, () => factor(1.5)],
  [/(?:更?小很多|更?小得多|\bmuch smaller\b|\ba lot smaller\b)/u, () => factor(0.65)],
  [/(?:放|增|加|调|变|改|再)*大(?:了)?(?:一|两|三|几|[1-3])个?(?:字?号|圈|级|码|档)/u, () => factor(1.15)],
  [/(?:缩|减|调|变|改|再)*小(?:了)?(?:一|两|三|几|[1-3])个?(?:字?号|圈|级|码|档)/u, () => factor(0.87)],
  [/\b(?:(?:a|one|two|three|a (?:few|couple of)) (?:sizes?|notch(?:es)?|points?) (?:bigger|larger|up))\b/u, () => factor(1.15)],
  [/\b(?:(?:a|one|two|three|a (?:few|couple of)) (?:sizes?|notch(?:es)?|points?) (?:smaller|down))\b/u, () => factor(0.87)],
  [
    /(?:(?:放|加|变|调|再|稍微|略微|更)*大(?:一点点?|一些|些|点)|稍大|略大|(?:\b(?:slightly|a bit|a little|somewhat) )(?:bigger|larger)\b)/u,
    () => factor(1.15),
  ],
  [
    /(?:(?:缩|变|调|再|稍微|略微|更)*小(?:一点点?|一些|些|点)|稍小|略小|(?:\b(?:slightly|a bit|a little|somewhat) )smaller\b)/u,
    () => factor(0.87),
  ],
  [
    /(?<!\bthe )\b(?:small|tiny|little)\b(?=[\s,]*(?:and\s+)?(?:letters|lettering|text|font|type|print(?! (?:[a-z]|-))|caps)\b)|(?:^|[\s,的])(?:小号?|小小)的?(?=\s*(?:文字|字)$)/u,
    () => factor(0.8),
  ],
  [/(?:^\s*(?:in |and )?(?:small|tiny|小号字?|小字)(?: (?:letters|text|font|type|size|print))?\s*(?:and\s*)?$)/u, () => factor(0.8)],
  [
    /放大|增大|加大|变大|调大|更大|(?:^|[,，\s])字?要大(?=$|[,，])|\b(?:even )?(?:bigger|larger)\b|\benlarge\b|\bscale up\b|\bincrease (?:the |its )?(?:font |text )?size(?: of)?\b|\bbig\b|\blarge\b/u,
    () => factor(1.25),
  ],
  [
    /缩小|减小|变小|调小|更小|\b(?:even )?smaller\b|\bshrink\b|\bscale down\b|\b(?:reduce|decrease) (?:the |its )?(?:font |text )?size(?: of)?\b/u,
    () => factor(0.8),
  ],
];

/** A wish about size in a folded text and the stretch that says so; the first rule that speaks decides. */
export function sizeIn(key: string): { readonly wish: SizeWish; readonly index: number; readonly length: number } | undefined {
  for (const [pattern, wish] of RULES) {
    const hit = pattern.exec(key);
    if (hit !== null) return { wish: wish(hit), index: hit.index, length: hit[0].length };
  }
  return undefined;
}
