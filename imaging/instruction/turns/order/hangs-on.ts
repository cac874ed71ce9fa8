import { DEED_ZH } from "../../lexicon/deeds-zh.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";
import { IF_ZH } from "../shared-words.ts";

const IF_EN = "(?:only )?(?:if|when|whenever|where|wherever|in case|provided(?: that)?|as long as|should)";
const BEARER_EN = "(?:it|that|(?:the|this|our|its|any) [a-z]+(?: [a-z]+){0,3}?)(?: (?:still|currently|already|now))*";
const SAYS_EN = "(?:says?|reads?|states?|is showing)(?: still)?";
const WORDING_EN = `(?<a>${Q}|[^,;.!?\\uE100-\\uE1FF]{1,30}?)`;
const NEW_EN = `(?<b>${Q}|[^,;.!?\\uE100-\\uE1FF]{1,40}?)`;
const TO_EN =
  "(?:(?:change|update|switch|correct|edit|turn) (?:it|that|this) (?:in)?to|(?:replace|swap) (?:it|that|this) (?:with|by|for)|make (?:it|that|this) (?:say |read )?|it should (?:now )?(?:say|read)|(?:write|put))";
/** “make it bigger”, “make it red” is said of the wording itself. */
const LOOK_EN = `(?:${COLOUR}|bold|italic|bigger|smaller|larger|lighter|darker|thinner|thicker)`;
const THEN_EN = "\\s*,?\\s+(?:then |please |pls |just )*";

/** What an order hangs on names what it is about: “if it still says 2024, make it 2025”. Asked before all other rules. */
export const HANGS_ON_EN: readonly Recasting[] = [
  rule(
    `\\b${IF_EN} ${BEARER_EN} ${SAYS_EN} ${WORDING_EN}${THEN_EN}make (?:it|that) (?<c>${LOOK_EN})${END_EN}`,
    "make “$<a>” $<c>",
    / (?:say|read|state)s? /u,
  ),
  rule(
    `\\b${IF_EN} ${BEARER_EN} ${SAYS_EN} ${WORDING_EN}${THEN_EN}${TO_EN} ?${NEW_EN}(?: instead)?${END_EN}`,
    "replace “$<a>” with “$<b>”",
    / (?:say|read|state)s? /u,
  ),
  rule(
    `${BEGIN_EN}${TO_EN} ?${NEW_EN}(?: instead)? if ${BEARER_EN} ${SAYS_EN} ${WORDING_EN}${END_EN}`,
    "replace “$<a>” with “$<b>”",
    / if /u,
  ),
  rule(
    `\\bshould ${BEARER_EN} (?:say|read|show) ${WORDING_EN}${THEN_EN}${TO_EN} ?${NEW_EN}(?: instead)?${END_EN}`,
    "replace “$<a>” with “$<b>”",
    /\bshould /u,
  ),
  rule(
    `\\b${IF_EN} ${BEARER_EN} ${SAYS_EN} ${WORDING_EN}${THEN_EN}(?:remove|delete|erase|take) (?:it|that)(?: out| away| off)?${END_EN}`,
    "remove “$<a>”",
    / (?:say|read|state)s? /u,
  ),
  rule(
    `\\bunless (?<x>(?:the|our|this|his|her) [a-z]+(?: [a-z]+){0,2}?) (?:is|are) (?:already )?${COLOUR}${THEN_EN}make (?:it|them) (?=${COLOUR})`,
    "make $<x> ",
    /\bunless /u,
  ),
  rule(
    `${BEGIN_EN}make (?<x>(?:the|our|this|his|her) [a-z]+(?: [a-z]+){0,2}?) (?<c>${COLOUR}),? unless (?:it|they) (?:is|are)(?:n't)? [^,.;]{2,24}${END_EN}`,
    "make $<x> $<c>",
    /\bunless /u,
  ),
  rule(
    `\\b(?:if|when|whenever|in case) (?:there(?:'s| is| are)|you (?:see|find)|(?:the |this )?(?:image|picture|photo) (?:has|shows|contains)) (?:an? |any |some )?(?<x>[a-z]+(?: [a-z]+){0,2}?)(?: (?:in|on) (?:the |this )?(?:image|picture|photo|it|shot|background))?${THEN_EN}(?<v>[a-z]+(?: (?:out|up|off|over))?) (?:their|its|his|her) (?<n>[a-z]+(?: [a-z]+)?)${END_EN}`,
    "$<v> the $<n> of the $<x>",
    / (?:their|its|his|her) /u,
  ),
  rule(
    `\\b(?:if|when|in case) (?<x>(?:the|this|his|her|our) [a-z]+(?: [a-z]+)?) (?:is|are|looks?|seems?|feels?) (?![^,]*\\b(?:below|under|above|over|than|least|most)\\b[^,]*\\d)[^,.;\\uE100-\\uE1FF]{2,24}?\\s*,\\s*(?:then |please |just )*(?<v>(?:put|add|place|lay|set) [^,.;\\uE100-\\uE1FF]{2,30}?) (?:on|onto|to) (?:it|them)${END_EN}`,
    "$<v> on $<x>",
    /\b(?:if|when|in case) /u,
  ),
];

const BEARER_ZH = "(?:[^,。;!?还写是\\uE100-\\uE1FF]{0,8}?)(?:还|仍然?|依然|现在|目前|上面|里面|上|里)*";
const SAYS_ZH = "(?:写(?:着|的是|的|成了?)|显示(?:的是|着|为)?|标(?:着|的是))(?:还是|是)?";
/** Behind a mere 是 only what no look or state can be: figures, or what is quoted. */
const FIGURE_ZH = `(?<a>${Q}|[¥$€£]?\\d[^,。;!?的\\uE100-\\uE1FF]{0,12}?)`;
const WORDING_ZH = `(?<a>${Q}|[^,。;!?\\uE100-\\uE1FF]{1,14}?)`;
const SO_ZH = "(?:的话)?\\s*[,:]?\\s*(?:就|那就?|请|麻烦|帮我|直接|(?:把|将|给)(?:它|其|这个|那个))*";
const TO_ZH = "(?:改|换|替换|更新|更改|修改|变)(?:成|为|到)";
const NEW_ZH = `(?<b>${Q}|[^,。;!?\\uE100-\\uE1FF]{1,20}?)`;
const THING_ZH = "(?<x>[^,。;!?还没不太有\\uE100-\\uE1FF]{1,8}?)";

export const HANGS_ON_ZH: readonly Recasting[] = [
  rule(`${BEGIN_ZH}${IF_ZH}${BEARER_ZH}${SAYS_ZH}${WORDING_ZH}${SO_ZH}${TO_ZH}\\s*${NEW_ZH}${END_ZH}`, "把“$<a>”改成“$<b>”"),
  rule(
    `${BEGIN_ZH}(?:${IF_ZH}${BEARER_ZH}|[^,。;!?把将\\uE100-\\uE1FF]{0,6}?${IF_ZH}(?:还|仍|现在|上面)*)(?<!不)是\\s*${FIGURE_ZH}${SO_ZH}${TO_ZH}\\s*${NEW_ZH}${END_ZH}`,
    "把“$<a>”改成“$<b>”",
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)[^,。;!?\\uE100-\\uE1FF]{1,8}?${TO_ZH}\\s*${NEW_ZH}\\s*,\\s*${IF_ZH}${BEARER_ZH}(?:${SAYS_ZH}|(?<!不)是)\\s*${FIGURE_ZH}(?:的话)?${END_ZH}`,
    "把“$<a>”改成“$<b>”",
  ),
  rule(`${BEGIN_ZH}${IF_ZH}${BEARER_ZH}${SAYS_ZH}${WORDING_ZH}${SO_ZH}(?:删除?掉?|去掉|移除|抹掉|擦掉)${END_ZH}`, "删除“$<a>”"),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;!?把将\\uE100-\\uE1FF]{1,8}?)${IF_ZH}(?:还|仍|现在)*有(?<y>[^,。;!?\\d\\uE100-\\uE1FF]{1,8}?)${SO_ZH}(?<v>删除?掉?|去掉|移除|抹掉|擦掉)${END_ZH}`,
    "把$<x>上的$<y>$<v>",
  ),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;!?把将\\uE100-\\uE1FF]{1,8}?)${IF_ZH}(?:还|仍|现在)*是[^,。;!?\\d\\uE100-\\uE1FF]{1,8}?${SO_ZH}(?<v>删除?掉?|去掉|移除|抹掉|擦掉)${END_ZH}`,
    "把$<x>$<v>",
  ),
  rule(
    `${BEGIN_ZH}${IF_ZH}${THING_ZH}里?(?:还|现在|都)*(?:没有?|不|太|有点|空着|是|闭|张|睁|开着|关着|歪|乱|皱|脏|破|湿)[^,。;!?\\d\\uE100-\\uE1FF]{0,6}?(?:的话)?(?=[,就])${SO_ZH}(?:让|叫)?(?:它|他|她)?们?(?:都|全部)?(?<v>${DEED_ZH})${END_ZH}`,
    "把$<x>$<v>",
  ),
  rule(
    `${BEGIN_ZH}(?:${IF_ZH})?(?:背景)?不是[白黑蓝红灰纯]+色?(?:底色?|背景)(?:的话)?,?(?:就|请|都)*(?:换|改)(?:成|为)(?<c>${COLOUR}?[白黑蓝红灰]?)(?:色)?(?:底色?|背景)${END_ZH}`,
    "背景换成$<c>色",
    /底|背景/u,
  ),
  // 除了人物，其余都变成黑白; 英文除外
  rule(
    `${BEGIN_ZH}除了?(?<x>[^,。;!?\\uE100-\\uE1FF]{1,10}?)(?:以外|之外|外)?\\s*,\\s*(?:图|画面|海报)?[上里中]?的?(?:所有|全部)?的?(?:字号|字体大小|文字|文案|文本|字)(?:都|全部|统一|统统)+(?=加|变|调|放|缩|改|减|删|去|换|用)`,
    "除了$<x>以外的所有文字",
  ),
  rule(
    `${BEGIN_ZH}(?:所有)?(?:字体|文字|字)(?:统一|都|全部)*(?<v>(?:换|改)(?:成|为)[^,。;!?\\uE100-\\uE1FF]{1,10}?)\\s*,\\s*(?<x>[^,。;!?\\uE100-\\uE1FF]{1,8}?)除外${END_ZH}`,
    "除了$<x>以外的所有文字$<v>",
  ),
];
