import { COLOUR } from "../../style/colour.ts";
import { Q, type Recasting, rule } from "../recasting.ts";

const ADD = "\\b(?<v>add|put|place|insert|create|draw|include) (?:an? |one )?(?:small |big |round(?:ed)? )*";
const NOUN = "(?:badge|label|tag|sticker|banner|pill|button|box|bar)";
const SAYING = "(?:saying|that (?:says|reads)|which says|reading|with|containing)(?: the)?";
const WORDS = "(?:text|letters|lettering|words?|wording|copy)";
const BEARS = /badge|label|tag|sticker|banner|pill|button|box|bar/u;

/** Wording named by the plate it is to stand on: "add a red badge with white text 'NEW'". */
export const PLATES_SAID_EN: readonly Recasting[] = [
  rule(`${ADD}(?<g>${COLOUR}) ${NOUN},? ${SAYING} (?<l>${COLOUR}) ${WORDS},?:? (?<q>${Q})`, "$<v> $<q> in $<l> on a $<g> badge", BEARS),
  rule(
    `${ADD}(?<g>${COLOUR}) ${NOUN},?(?: ${SAYING})?(?: ${WORDS})?,?:? (?<q>${Q})(?:,? in (?<l>${COLOUR})(?: ${WORDS})?)`,
    "$<v> $<q> in $<l> on a $<g> badge",
    BEARS,
  ),
  rule(`${ADD}(?<g>${COLOUR}) ${NOUN},?(?: ${SAYING})?(?: ${WORDS})?,?:? (?<q>${Q})`, "$<v> $<q> on a $<g> badge", BEARS),
  rule(`${ADD}${NOUN},? ${SAYING} ${WORDS},?:? (?<q>${Q})`, "$<v> $<q>", BEARS),
];

/** 加一个红色角标，写“新品”. */
export const PLATES_SAID_ZH: readonly Recasting[] = [
  rule(
    `(?<v>添加|加上|加|放|贴)(?:上|一?[个枚块])*(?<g>${COLOUR})的?(?:小|圆角)?(?:角标|标签|徽章|色块|贴纸|横条|按钮),?\\s*(?:上面?|里面?)?(?:写着?|写上|内容[是为]?|文字[是为]?)?:?\\s*(?<q>${Q})`,
    "$<v>$<q>，$<g>底",
    /角标|标签|徽章|色块|贴纸|横条|按钮/u,
  ),
];
