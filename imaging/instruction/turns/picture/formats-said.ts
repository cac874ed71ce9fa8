import { END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

/** A clause's own beginning: behind a space a time may stand, 14:00 改成 15:30. */
const BEGIN_ZH = "(?<=(?:^|[,。;!])\\s*)";
const SHAPE = "(?:\\d{3,5}\\s*[*x×]\\s*\\d{3,5}(?:px)?|(?:[1-59]|16|21)\\s*[:比]\\s*(?:[1-59]|16)(?!\\d))";
const NOT_CUT_ZH = "(?![^。;]*(?:不|别|无需|不用)(?:要|能|许)?(?:裁|切))";
const WHAT_ZH = "(?:(?:这|整)?张?(?:主图|头图|首图|封面图?|配图|详情图|图片?|照片|画面|海报|banner|尺寸|比例|画幅|它))?";
const FOR_ZH =
  "(?:小红书|抖音|快手|视频号|朋友圈|公众号(?:封面|头图|首图)|b站|ppt|头像|手机壁纸|电脑壁纸|instagram|ig|tiktok|youtube|ins)(?:笔记|封面|主图|快拍|stor(?:y|ies)|限动|限时动态)?";

/** The shape the picture is to have, named by its numbers or by where it goes. */
export const FORMATS_SAID_ZH: readonly Recasting[] = [
  rule(`(?:限时动态|限动|快拍)(?:尺寸|比例|大小|格式|版)?\\s*(?=\\d)`, ""),
  rule(`(?:限时动态|限动|快拍)(?=尺寸|比例|大小|格式|版|${END_ZH})`, "instagram story "),
  rule(
    `${BEGIN_ZH}(?<!(?:补|扩|延)[^。;]*)(?:我|我们|给我)?${WHAT_ZH}(?:的?(?:尺寸|比例|大小))?(?:要|需要|得是?|来|出|给|想要|做|改|换|调|弄|裁)(?:成|为|到|一?[张个])?\\s*(?:${FOR_ZH}|横版|竖版|横图|竖图|方图|横的|竖的)?(?:的|用的)?(?:尺寸|比例|大小)?\\s*(?<r>${SHAPE})(?:的|比例|尺寸|大小|格式|版)*(?:图|图片)?${END_ZH}${NOT_CUT_ZH}`,
    "裁成$<r>",
    /\d\s*[:*x×比]\s*\d/u,
  ),
  rule(
    `${BEGIN_ZH}(?:我|我们|给我)?${WHAT_ZH}(?:的?(?:尺寸|比例|大小))?(?:要|需要|做|改|换|调整?|弄|裁|出)(?:成|为|到|一?[张个])?(?:适合)?(?<f>instagram story|${FOR_ZH})\\s*(?:用)?的?(?:尺寸|比例|大小|格式|版式?)${END_ZH}${NOT_CUT_ZH}`,
    "裁成$<f>",
    /尺寸|比例|大小|格式|版/u,
  ),
  rule(`(?<=[上下左右](?:面|边|方|侧)?|[顶底]部|四周)(?:再)?多?留(?:一?[点些]|出)空(?=${END_ZH})`, "多留点空间"),
  rule(`(?<=[往向朝]里移一?点)[点些]`, ""),
  rule(
    `(?<x>[\\p{Script=Han}a-z]{1,8}?(?<!太|有点|有些))\\s?(?:太|有点|有些)?(?:离|贴|靠)(?:着)?(?:画面|图片)?(?:的)?边缘?(?:太近|太紧|太贴)?了?,\\s*(?=[往向朝])`,
    "$<x>",
  ),
];

const FORMAT_EN =
  "(?:an? )?(?:(?:instagram|ig|insta|facebook|fb|tiktok|youtube|snapchat|linkedin) (?:stor(?:y|ies)|reels?|posts?|feed|thumbnail|shorts)|stor(?:y|ies)|reels?|square|\\d{1,4} ?[:x×] ?\\d{1,4}|\\d{3,4} by \\d{3,4})";
const THIS = "(?:this|it|that|the (?:image|picture|photo|poster|file|banner))";

export const FORMATS_SAID_EN: readonly Recasting[] = [
  // "a white border 20px wide": its width behind it
  rule(`(?<=\\b(?:border|frame)),? (?<n>\\d+[ -]?(?:px|pixels?)) (?:wide|thick)${END_EN}`, ", $<n>", /wide|thick/u),
  rule(
    `^(?:hey |hi |also |please |pls )*(?:(?:can|could) (?:you|i|we) (?:please |pls )?(?:get|have|do|make|resize|format) ${THIS}|(?:i |we )?(?:need|want) ${THIS}|(?:make|get|have|resize|reformat|adapt|fit|format|convert|turn|export|crop) ${THIS})(?: to)?(?: (?:work|fit|look right|formatted|resized|cropped|sized|done|be))?(?: ?(?:as|for|in|into|to|on))? (?<f>${FORMAT_EN})(?: (?:format|size|crop|ratio|dimensions|version))?(?: (?:for|on) [a-z ]{2,20}?)?${END_EN}(?![^.;]*(?:don't|do not|without|no) (?:crop|cut))`,
    "crop to $<f>",
    /\d ?[:x×] ?\d|stor(?:y|ies)|reel|post|feed|short|thumbnail| by \d/u,
  ),
  rule(
    `^(?:please )?(?:gimme|give (?:me|us)|can (?:i|we) (?:get|have)|(?:i|we) (?:need|want)|make|do) (?<f>${FORMAT_EN}) (?:version|crop|cut|format|one)(?: (?:for|on) [a-z ]{2,20}?)?${END_EN}`,
    "crop to $<f>",
    /version|crop|cut|format|one/u,
  ),
  rule("(?<=\\bcrop to (?:an? )?)(?:insta |ig )?stor(?:y|ies)\\b", "instagram story"),
  rule("(?<=(?:^|[,;.]) ?)(?:like|say|maybe|about|around|roughly|approx\\.?) (?=\\d+ ?(?:px|%|pixels?|pt)\\b)", ""),
];
