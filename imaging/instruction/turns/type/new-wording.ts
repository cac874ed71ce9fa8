import { type Recasting, rule } from "../recasting.ts";

const ADDED = "(?:添加|增加|加|写|放|贴|打|印|补|标|盖|做)(?:上|个|一个|一枚|一行|一句|上一个|上一行|一?张)?";
const COLOURED = "(?<c>(?:一个|一枚|一张)?[红黄蓝绿黑白金橙紫粉灰银]色?的?(?:圆形|小|大)?的?)?";
const PLATE = "(?:角标|徽章|标签|贴纸|吊牌|印章|badge|tag|sticker|label)";

/** Latin wording that is to be written, unquoted in a Chinese order: 加个 Coming Soon 的字样, 放一个红色的 Hot 角标. */
export const NEW_WORDING_ZH: readonly Recasting[] = [
  rule(
    `(?<v>${ADDED})\\s*${COLOURED}\\s*(?<w>[a-z][a-z\\d .&'’+%-]{0,30}?[!?]?|-?\\d{1,3}% ?(?:off)?)\\s*的?(?<n>字样|几个字|[两三四五六]个字|标语|slogan|文字|字|${PLATE})(?=\\s*(?:$|[,。;!]|在|到))`,
    "$<v>$<c>“$<w>”$<n>",
  ),
];
