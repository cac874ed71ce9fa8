import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const LOOK = "(?:look|feel|vibe|style|aesthetic|mood)";

/** A decade's look is no amount of a tone. */
export const OUTCOMES_SAID_EN: readonly Recasting[] = [
  rule(
    `\\bgive (?:it|this|the (?:picture|photo|image|poster|whole thing)) (?:an? |the |that )?(?<x>(?:19|20)?\\d0'?s\\b${WORDS_EN}*?\\b${LOOK}\\b${WORDS_EN}*?)${END_EN}`,
    "make it look like $<x>",
    /\d0'?s\b/u,
  ),
];

/** 抠成透明底, 描上2px的白边, 偏cool一点 */
export const OUTCOMES_SAID_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:这张?)?(?:图片?|照片|它|产品图?|主图)?(?:给我)?[抠扣](?:成|为|出)(?:一?[张个])?透明(?:的)?(?:底|背景|png|图|图片)*${END_ZH}`,
    "去掉背景",
    /透明/u,
  ),
  rule(
    `(?:把|将|给)?(?<q>${Q})(?:描|勾|加)(?:上|了|一?[个圈层道条])*\\s*(?<w>\\d+\\s?(?:px|像素)的?)?(?<c>${COLOUR})的?边(?:缘|线)?${END_ZH}`,
    "给$<q>加上$<w>$<c>描边",
    /边/u,
  ),
  rule("偏\\s?cool(?=一?[点些]|$|[,。;])", "偏冷", /cool/u),
  rule("偏\\s?warm(?=一?[点些]|$|[,。;])", "偏暖", /warm/u),
];
