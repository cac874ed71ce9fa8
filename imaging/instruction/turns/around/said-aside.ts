import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const NOUN =
  "(?:(?![a-z]+n't\\b|(?:is|are|was|were|looks?|feels?|has|have|needs?|should|must|can|and|or|that|which)\\b)[a-z'-]+ ){0,3}?[a-z'-]+";

/** Orders in words that are mostly used for others: a pair that trades places, pulling up, cropping out, what takes a place. */
export const SAID_ASIDE_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}(?:swap|switch|exchange) the two (?<x>(?!prices?|dates?|names?|words?|titles?|numbers?)[a-z]+(?: [a-z]+){0,4}?)(?: around| over)?${END_EN}`,
    "swap the first of the two $<x> and the second of the two $<x>",
    / the two /u,
  ),
  rule(
    `${BEGIN_TALK_EN}add (?:some |a bit of |a little |slight )?(?:gaussian )?blur to (?<x>${THE} ${NOUN})${END_EN}`,
    "blur $<x>",
    /blur/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:add|put|give) (?:some |a bit of |a little |slight )?(?<b>(?:motion|radial|zoom|lens) blur) (?:to|on) (?<x>${THE} [a-z'-]+)${END_EN}`,
    "make $<x> show $<b>",
    /blur/u,
  ),
  rule(
    "\\b(?:take|knock|shave) off (?<n>[$€£¥]?\\d[\\d.]*(?: ?(?:%|percent|dollars?|euros?|pounds?|yuan))?) (?:from|of) (?=(?:each|every|all|the)\\b)",
    "take $<n> off ",
    / off /u,
  ),
  rule(
    `\\bfill (?<x>the (?:empty|bare|blank) (?!space|areas?|canvas|sides?|gaps?|room|rest|part|edges?|margins?)${NOUN}) with (?<y>${WORDS_EN}{3,30}?)${END_EN}`,
    "add $<y> to $<x>",
    /fill/u,
  ),
  rule(
    `(?<x>\\b(?:the |our )?(?:${ROLE_EN})) (?:should|must|needs? to|has to|ought to) be (?:set |written )?(?:in )?(?=(?:all[- ]?)?(?:caps|capitals|upper ?case|lower ?case|title case|small caps|italics?)\\b)`,
    "make $<x> ",
    /cap|case|italic/u,
  ),
  rule(`\\bpull (?<x>${THE} ${NOUN}) (?=(?:up|down|back|forward|over|onto|toward|towards|closer)\\b)`, "move $<x> ", /pull/u),
  rule(
    `\\bcrop (?:out|away|off) (?=${THE} (?!top|bottom|left|right|edges?|sides?|borders?|half|third|upper|lower|rest|outer|extra|empty|background))`,
    "remove ",
    /crop/u,
  ),
  rule(
    `(?:${THE} [a-z]+(?: [a-z]+)? )?(?:wants?|needs?|would like) (?<x>${THE} ${NOUN}) (?:gone|removed|out|deleted),? and (?<b>${Q}) (?:in its place|there|instead)`,
    "change $<x> to $<b>",
    /gone|removed|out|deleted/u,
  ),
  rule(
    `\\b(?:remove|delete|take out|drop) (?<x>${THE} ${NOUN}|${Q}),? and (?:put|write|use|place) (?<b>${Q}) (?:in its place|there|instead)`,
    "change $<x> to $<b>",
    /place|there|instead/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:only |just )?change (?:only |just )?(?<x>${THE} ${NOUN})\\s*[:,-]+\\s*(?<b>[a-z][a-z ]{2,28}?) (?:instead of|rather than|not) [a-z ]{2,20}?${END_EN}`,
    "change $<x> to $<b>",
    /instead|rather|not/u,
  ),
];

/** The same in Chinese. */
export const SAID_ASIDE_ZH: readonly Recasting[] = [
  rule("^(?:你好|您好|请问)?[,!]?(?:我)?(?:想|要)?(?:请)?(?:问|请教|咨询)(?:一?下)(?:你|您)?[,:]?\\s*", "", /问|请教|咨询/u),
  rule(
    `(?:把|将)?(?<p>[^,。;]{0,8}?)(?:这|那)?两(?<c>[张个只件把瓶辆幅])(?<x>(?!字|词)\\p{Script=Han}{1,4}?)(?:互相)?(?:互换|对调|交换|调换)(?:一?下)?(?:位置)?${END_ZH}`,
    "把$<p>第一$<c>$<x>和$<p>第二$<c>$<x>对调位置",
    /互换|对调|交换|调换/u,
  ),
  rule("(?:的?颜色)?反白(?:显示|处理)?(?=\\s*(?:$|[,。;!]))", "改成白色", /反白/u),
  rule("(?:的?颜色)?反黑(?:显示|处理)?(?=\\s*(?:$|[,。;!]))", "改成黑色", /反黑/u),
  // 天空灰蒙蒙的，换成晴天
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>\\p{Script=Han}{1,6}?)\\p{Script=Han}(?<r>\\p{Script=Han})\\k<r>的?,\\s*(?:请|麻烦|帮我|就|给我)*(?=(?:换|改|变)成)`,
    "把$<x>",
  ),
  rule("(?<=(?:肤色|皮肤|脸色?|人脸)[^。;]{0,10}?)(?:调|变|弄|修)白(?=一?[点些])", "调亮", /白/u),
  rule("(?:改|换|变|做|弄)(?:成|为)烫金(?:的)?(?:效果|工艺|字|质感|色)?", "变成渐变金色", /烫金/u),
  rule("(?:改|换|变|做|弄)(?:成|为)烫银(?:的)?(?:效果|工艺|字|质感|色)?", "变成渐变银色", /烫银/u),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[\\p{Script=Han}a-z]{1,8}?)(?:再|要|稍微)*(?:放|摆|挪|移|拿)(?:得)?(?:再)?(?:低|矮)(?=一?[点些])`,
    "把$<x>往下移",
    /[低矮]/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[\\p{Script=Han}a-z]{1,8}?)(?:再|要|稍微)*(?:放|摆|挪|移|拿)(?:得)?(?:再)?高(?=一?[点些])`,
    "把$<x>往上移",
    /高/u,
  ),
  rule(
    `${BEGIN_ZH}(?:只|仅)(?:需要?)?(?:改|换|动|更新|调整?)(?:一下)?(?:${ROLE_ZH}|房价|票价|\\p{Script=Han}{1,4}),\\s*(?=[^,。;]{1,20}(?:改|换|变)(?:成|为))`,
    "",
    /[只仅]/u,
  ),
];
