import { ROLE_ZH } from "../../lexicon/roles.ts";
import { BEGIN_ZH, END_EN, type Recasting, rule } from "../recasting.ts";

const TENTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九"].map((sign, i) =>
  rule(
    `(?<=(?:缩小?|放大?|调[大小]|减小?|加大|变[大小]|调整?|改|降|压)(?:到|成|为|至)\\s?(?:原来的?|现在的?)?)${sign}成(?![\\p{Script=Han}]*色)`,
    `${i + 1}0%`,
    /成/u,
  ),
);

/** What is said first is why: 标题太抢眼了，缩小到八成; and what an order is to fill or to hide. */
export const REASONS_FIRST_ZH: readonly Recasting[] = [
  ...TENTHS,
  rule(
    `${BEGIN_ZH}(?:觉得|感觉|认为|嫌|[^,。;]{0,6}(?:觉得|嫌|感觉))?(?<t>${ROLE_ZH}|logo|文字|字)(?:太|有点|有些|过于|不够)[^,。;\\d]{1,5}(?:了|的)?,\\s*(?:想要?|希望|麻烦|请|就|帮我|帮忙|能不能|可以|把它?|给它?|再)*(?=[大小粗细高亮][一两]?[点号些倍]|缩小|放大|加粗|改[成为小大细粗]|换成|换为|调|变|移|居中|删|去掉)`,
    "$<t>",
    /太|有点|有些|过于|不够/u,
  ),
  rule("(?<=(?:^|[,。;\\s]|然后|再|并且?)颜色)(?:从|由)[^,。;]{1,5}?(?=(?:换|改|变|调)(?:成|为|到))", "", /从|由/u),
  rule(
    `${BEGIN_ZH}(?:给|把|将|帮)[^,。;]{1,12}?换(?:上|成|为)?(?:一?[个张])\\s*(?<x>(?!纯色|简|干净)[^,。;]{1,12}?)的?背景(?=\\s*(?:图|$|[,。;!]))`,
    "背景换成$<x>",
    /背景/u,
  ),
  rule(`(?<=背景)(?:再)?(?:做|加|用|弄|进行)(?:成|个|一下|一点|点)?\\s*(?:blur|模糊|虚化)(?:的)?(?:处理|效果)?`, "虚化", /blur|模糊|虚化/u),
  rule(
    `${BEGIN_ZH}(?:(?:dark|light) ?mode|深色模式|暗黑模式|夜间模式|浅色模式)\\s*(?:的)?(?:版本?)?(?:出|做|来|要|给我?)(?:一?[个版份张])?(?:版本)?[,:]\\s*(?=\\S)`,
    "",
    /mode|模式/u,
  ),
];

export const REASONS_FIRST_EN: readonly Recasting[] = [
  rule(
    `(?<=[a-z]) (?:so as )?to (?:fill|close|cover|take up|use) (?:up |in )?the (?:gap|space|void|hole|rest|empty [a-z]+|blank [a-z]+|free [a-z]+)${END_EN}`,
    "",
    / to /u,
  ),
  rule(
    "\\b(?:fix|recover|rescue|restore|bring back|save) the (?:blown[- ]?out|over-?exposed|burnt[- ]out|clipped|washed[- ]out) (?<x>highlights|sky|window|windows|background|whites|clouds|areas?)(?: if you can| if possible)?",
    "reduce the highlights of the $<x>",
    /blown|exposed|burnt|clipped|washed/u,
  ),
];
