import { END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

const SHAPE = "(?:square|1:1|\\d{1,2}\\s?:\\s?\\d{1,2}|\\d{3,4}\\s?(?:x|by)\\s?\\d{3,4}|portrait|landscape)";
/** Two words at most; whether it is a colour is asked of the clause it becomes. */
const HUE = "(?:plain |solid |pure )?(?<c>#[\\da-f]{3,6}|(?:(?:light|dark|pale|off) )?[a-z]+)";
const BARS = "(?:bars?|sides?|padding|margins?|edges|space|canvas|background|fill)";
const MADE =
  "(?:make|turn|extend|expand|pad|put|set|change|convert|get|resize|bring) (?:it|this|the (?:image|picture|photo|canvas|poster))?(?: (?:out|in|on|up))?\\s?(?:to|into|a|on)?(?: an?)? ?";

/** A canvas that is to gain a colour's bars, said in one breath: "extend to 16:9 with white bars", 补白边成1:1. */
export const FILLS_EN: readonly Recasting[] = [
  rule(
    `\\b(?:add|put|with|give (?:it|this)) (?:thin |thick |wide )*(?<c>black|white|gr[ae]y) (?:letterbox )?(?:bars|strips|bands) (?:at|on|to|along) (?:the )?(?<s>top and bottom|left and right)(?: edges?)?${END_EN}`,
    "extend the canvas at the $<s>, $<c>",
    /bars|strips|bands/u,
  ),
  rule(
    `\\b(?:add|put|give (?:it|this)) (?:black )?(?:letterbox(?:ing)?|cinema|cinematic)(?: black)? (?:bars|strips|bands)${END_EN}`,
    "extend the canvas at the top and bottom, black",
    /bars|strips|bands/u,
  ),
  rule(
    `(?<o>${MADE}${SHAPE})(?: (?:image|picture|shape|format|canvas))?,?\\s(?:with|by adding|using|and add) ${HUE} ${BARS}(?: (?:on|at|around|to) [a-z ]{2,24})?${END_EN}`,
    "$<o>, fill the sides with $<c>",
    / (?:with|by adding|using|and add) /u,
  ),
  rule(
    `(?<o>${MADE}${SHAPE}),? (?:and |then )+(?:pad|fill)(?: in| out)? (?:the |both |all )?(?:sides?|rest|gaps?|edges|margins?|(?:empty |extra |new )?(?:space|areas?)) (?:with|in) ${HUE}${END_EN}`,
    "$<o>, fill the sides with $<c>",
    /(?:pad|fill)/u,
  ),
];

export const FILLS_ZH: readonly Recasting[] = [
  rule(
    `(?<=^|[,。;]\\s?|图片?|画面|照片|给)(?:在|的)?(?<s>上下|左右)(?:两[边侧]|各|都|分别|再)*(?:加|留|补)(?:上|一?[条道圈])?\\s*(?:的)?(?<n>\\d+\\s*(?:px|像素|%))?的?(?<c>[黑白灰])色?的?(?:边条?|条|边框)(?:${END_ZH}|(?=(?:做|变|弄)成))`,
    "画布$<s>扩展$<n>,$<c>色，",
    /[边条]/u,
  ),
  rule(
    `(?:补|加|添加|留|填)(?:上)?(?<c>[黑白灰红蓝绿黄])(?:色)?的?(?:边|底边|色块)(?:,)?(?:补|做|扩|变|改|调|凑)?(?:成|到|为)\\s*(?<r>1:1|\\d{1,2}:\\d{1,2}|正方形|方图)(?:的?(?:图|画布|比例))?${END_ZH}`,
    "扩展成$<r>,两边填$<c>色",
    /[边块]/u,
  ),
];
