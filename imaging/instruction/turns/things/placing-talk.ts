import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

const AMOUNT = "\\d+(?:\\.\\d+)?\\s*(?:px|像素|%)";
const MARK_EN = "(?:logo|badge|qr ?code|watermark|sticker|stamp|seal|icon|button)";
const MARK_ZH = "(?:logo|标志|徽标|商标|二维码|水印|贴纸|角标|徽章|图标|按钮|印章)";
const CORNER_EN = "(?:(?:top|bottom|upper|lower)[ -]?(?:left|right|cent(?:er|re)|middle)(?: corner)?|(?:dead )?cent(?:er|re))";
const CORNER_ZH = "(?:[左右][上下]角?|[上下][左右]角?|正中间?|中间|顶部|底部)";
const LOOKS_EN = `(?:(?:thin|thick|bold|wide|narrow|neon|dashed|dotted|double|double[- ]line|polaroid|polaroid[- ]style|rounded|simple|fine|heavy|${COLOUR}|\\d+ ?px)[, ]+)+`;

/** "use the attached photo as a sticker in the corner" */
const USED_AS = rule(
  "\\buse (?<x>(?:the |my |our |this |that )?(?:attached|uploaded|supplied|provided|enclosed|reference|own)? ?(?:[a-z]+ ){0,2}?(?:photo|picture|image|logo|png|file|graphic|design|artwork|drawing|icon|badge|pattern)(?: (?:that )?i (?:attached|uploaded|sent))?) as (?:an? |the |our )?(?:small |little |big )?(?:sticker|logo|watermark|badge|icon|overlay|stamp|seal|decal)\\b",
  "add $<x>",
  / as /u,
);

/** How far from the edge, said before what is put there. */
const MARGINS_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?<p>在?(?:图片?|画面|照片)?的?${CORNER_ZH})的?\\s*(?:距离?|离)(?:画面|图片)?(?:边缘|边框|边|四边|页边)距?\\s*(?<n>${AMOUNT})\\s*(?:的?(?:地方|位置|处))?\\s*,?\\s*(?<v>(?:添?加|写|放|贴)[^,。;]+)`,
    "$<p>$<v>，边距$<n>",
    /距|离/u,
  ),
  rule(
    `${BEGIN_ZH}在?(?:距离?|离)(?:画面|图片)?(?<s>[左右])(?:边缘?|侧)?\\s*(?<n>${AMOUNT})\\s*(?:的?(?:地方|位置|处))?\\s*,?\\s*(?<v>(?:添?加|写|放|贴)[^,。;]+)`,
    "在$<s>边$<v>，边距$<n>",
    /距|离/u,
  ),
  rule(
    `${BEGIN_ZH}在?(?:距离?|离)(?:画面|图片)?(?<s>[顶底])(?:边缘?|部|端)?\\s*(?<n>${AMOUNT})\\s*(?:的?(?:地方|位置|处))?\\s*,?\\s*(?<v>(?:添?加|写|放|贴)[^,。;]+)`,
    "在$<s>部$<v>，边距$<n>",
    /距|离/u,
  ),
];

/** How large and how faint a picture of one's own is put there. */
const MARKS_EN: readonly Recasting[] = [
  rule(
    `^(?:please )?(?:watermark|brand|stamp|sign) (?:it|this|the (?:image|picture|photo)) with (?=(?:the|our|my) (?:[a-z]+ )?${MARK_EN}\\b)`,
    "add ",
    / with /u,
  ),
  rule(
    `\\b(?:put|place|overlay|lay|stamp|apply) (?<x>(?:the|our|my|an?) (?:[a-z]+ )?(?:logo|watermark|sticker|badge))(?: (?:over|on|onto|on top of|across) (?:the |this |my )?(?:whole |entire )?(?:photo|image|picture|it))? (?:at|with) (?:an? )?(?<n>\\d+ ?%) (?:opacity|transparency|opaque)`,
    "add $<x>, $<n> opacity",
    /opa|transparency/u,
  ),
  rule(
    `^(?:the |our |my )?(?<x>${MARK_EN}|${ROLE_EN})(?: to| in| at)?(?: the)? (?<p>${CORNER_EN})(?: please| pls)?(?=\\s*(?:$|[,.!]))`,
    "put the $<x> in the $<p>",
    /left|right|cent|middle/u,
  ),
];
const MARKS_ZH: readonly Recasting[] = [
  rule(
    `^(?<x>(?:我们?的?|公司的?|品牌)?(?:${MARK_ZH}))\\s+(?:加|放|贴|摆)(?:到|在|上)?(?<p>${CORNER_ZH})(?=\\s*(?:$|[,。;!]))`,
    "在$<p>加$<x>",
  ),
  rule(`^(?<x>${MARK_ZH}|${ROLE_ZH})\\s+(?<p>${CORNER_ZH})[。!]?$`, "把$<x>放到$<p>"),
  rule(`^(?<x>${MARK_ZH}|${ROLE_ZH})\\s+(?<p>[左右][上下])[。!]?$`, "把$<x>放到$<p>角"),
];

/** A frame named and nothing else. */
const FRAMES_EN: readonly Recasting[] = [
  rule(
    `^(?:please )?(?:an? )?(?<x>${LOOKS_EN}(?:border|frame))(?: around (?:it|the (?:image|picture|photo)))?(?<n>,? (?:about )?\\d+ ?(?:px|%)(?: wide| thick)?)?(?: (?:all )?(?:a?round(?: it)?|(?:on )?all (?:four )?sides))?(?: please| pls| thanks)?[.!]?$`,
    "add a $<x>$<n>",
    /border|frame/u,
  ),
  rule(
    `${BEGIN_EN}(?:please )?(?:add |give it |with )?(?:some )?rounded corners (?:with|and|plus|\\+) an? (?<b>[^.;,]*?(?:border|frame))${END_EN}`,
    "add a rounded $<b>",
  ),
];
const FRAMES_ZH: readonly Recasting[] = [
  // 做个圆角黑边
  rule(
    `${BEGIN_ZH}(?:帮我|给我)?(?:做|弄|搞|来|整|要)(?:一?[个圈条道层]|上)(?=[^,。;]{0,8}(?:边框|相框|画框|[白黑红蓝灰金银]边|[粗细]边)${END_ZH})`,
    "加一个",
    /[边框]/u,
  ),
  rule(`^加粗(?:一?点|一?些)?的(?=[^,。;]{0,8}边框)`, "加一个粗的"),
];

/** How much larger, said behind the thing: 放大logo 1.5倍. And a thing that is to stand in the middle: logo居中. */
const SIZED_ZH: readonly Recasting[] = [
  rule(
    `(?:^|(?<=[,。;]\\s?))(?:请)?(?<v>放大|缩小)(?<x>(?![到至为成了一两\\s])[^,。;\\d]{1,12}?)\\s*(?<n>\\d+(?:\\.\\d+)?\\s*(?:倍|%)|一倍|两倍|一半)${END_ZH}`,
    "把$<x>$<v>$<n>",
    /放大|缩小/u,
  ),
  rule(
    `^(?<x>(?:${MARK_ZH})|产品|商品|主体|人物|模特|人像|瓶子|杯子|包|鞋子?|车|图标)(?:要|请|放|摆|整体|再)*(?:水平|左右|上下|垂直)?(?:居中|置中)(?:一下|显示|放置|摆放|对齐|放)?[。!]?$`,
    "把$<x>移到中间",
    /[居置]中/u,
  ),
];

export const PLACING_TALK_EN: readonly Recasting[] = [USED_AS, ...MARKS_EN, ...FRAMES_EN];
export const PLACING_TALK_ZH: readonly Recasting[] = [...MARGINS_ZH, ...SIZED_ZH, ...MARKS_ZH, ...FRAMES_ZH];
