import { DEED_EN, DEED_PARTICLES } from "../../lexicon/deeds-en.ts";
import { DEED_ZH } from "../../lexicon/deeds-zh.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

/** “the shirt looks wrinkled, please iron it”: what is wrong names the thing, the order behind it says what to do. */
export const COMPLAINTS_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?<x>(?:the|this|that|these|those|his|her|my|our) [a-z'-]+(?: [a-z'-]+){0,2}?) (?:is|are|looks?|seems?|feels?|got|has got|have got) [^,.;!?\\uE100-\\uE1FF]{2,30}?\\s*[,;.]\\s*(?:so |please |pls |just |can you |could you |then )*(?<v>(?:${DEED_EN.simple}|${DEED_EN.placing})(?: (?:${DEED_PARTICLES}))?) (?:it|them)(?: (?<p>${DEED_PARTICLES}))?${END_EN}`,
    "$<v> $<p> $<x>",
    / (?:it|them)\b/u,
  ),
];
export const COMPLAINTS_ZH: readonly Recasting[] = [
  // 窗帘颜色太深，换浅米色
  rule(
    `${BEGIN_ZH}(?!把|将|给|让|如果|要是|若)(?<x>[^,。;!?太很\\uE100-\\uE1FF]{1,8}?)(?:的)?(?:颜色|色彩|色)?(?:太|有点|有些|过于|偏)[深浅暗亮艳淡素花土老旧重]+(?:了|的)?\\s*[,。;]\\s*(?:麻烦|请|帮我|帮忙|给我|就)*(?:换|改|用|变)(?:成|为|个|一?个)?(?<c>${COLOUR})(?:的)?(?:吧)?${END_ZH}`,
    "把$<x>改成$<c>",
    /[太有过偏].*[换改用变]/u,
  ),
  rule(
    `${BEGIN_ZH}(?!把|将|给|让|如果|要是|若|图|画面|整体)(?<x>[^,。;!?太很\\uE100-\\uE1FF]{1,6}?)(?:太|有点|有些|很|过于|站得|摆得|放得)[^,。;!?\\uE100-\\uE1FF]{1,8}?(?:了|的)?\\s*[,。;]\\s*(?:麻烦|请|帮我|帮忙|给我|就|都|再|(?:把|将|给)(?:它|他|她)们?)*(?<v>[挪移搬](?:动)?(?:到|去|至|[往向])[^,。;]{1,8}?)(?:去|来)?${END_ZH}`,
    "把$<x>$<v>",
    /[挪移搬]/u,
  ),
  rule(
    `${BEGIN_ZH}(?!把|将|给|让|如果|要是|若)(?<x>[^,。;!?太很\\uE100-\\uE1FF]{1,6}?)(?:太|有点|有些|很|是|好像|看着|看起来|都|还)[^,。;!?\\uE100-\\uE1FF]{1,8}?(?:了|的)?\\s*[,。;]\\s*(?:麻烦|请|帮我|帮忙|给我|就|都|(?:把|将|给)(?:它|他|她)们?)*(?<v>${DEED_ZH})(?:它|他|她)?们?${END_ZH}`,
    "把$<x>$<v>",
  ),
];
