import { BEGIN_TALK_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

const SHAPE = "(?:square|1:1|\\d{1,2}\\s?:\\s?\\d{1,2}|\\d{3,4}\\s?(?:x|by|×)\\s?\\d{3,4})";
const UNCUT =
  "(?:without (?:any )?(?:cropping|cutting|trimming)(?: (?:anything|it|any of it|the [a-z]+))?(?: off)?|(?:don't|do not|never) (?:crop|cut|trim)(?: (?:anything|it|any of it|the [a-z]+))?(?: off)?|no cropping|not cropped|with nothing (?:cut|cropped)(?: off)?|so nothing is (?:cut|cropped)(?: off)?)";
const FILLED = "(?:,? (?:and |just |but )*(?:extend|fill|continue|expand)(?:ing)? [^.;]*?(?:background|sides?|edges?|rest|gaps?|space))?";

/** A shape that is to be reached without losing anything: the picture grows instead of being cut. */
export const UNCUT_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_TALK_EN}(?:resize|make|fit|turn|set|change|convert|get|scale|adapt|reformat|format)(?: (?:it|this|the (?:image|picture|photo|poster|size|format|canvas|banner|ratio|aspect ratio)))?(?: size)? ?(?:(?:in)?to )?(?:be )?(?:an? )?(?<r>${SHAPE})(?: ?px| pixels)?(?: (?:image|square|format|canvas))?\\s*[,;]? (?:but |and |please )*${UNCUT}${FILLED}`,
    "extend the canvas to $<r>",
    /(?:crop|cut|trim)/u,
  ),
];

const SHAPE_ZH = "(?:正方形|方形|方图|\\d{1,2}\\s?:\\s?\\d{1,2}|\\d{3,4}\\s?[x×*]\\s?\\d{3,4})";

export const UNCUT_ZH: readonly Recasting[] = [
  rule(
    `(?:把|将)?(?:这张?)?(?:图片?|照片|海报|画面|尺寸|比例|画布|大小|它)*\\s*(?:改|调整?|变|做|弄|适配|缩放?|转)(?:成|为|到)\\s*(?<r>${SHAPE_ZH})(?:的?(?:尺寸|比例|大小|像素|px|图))*\\s*,\\s*(?:但是?|并且?)?(?:都|内容|画面)?(?:不要|别|不能|不|不可以?|无需|不用)(?:被|再)?(?:裁切?|裁剪|剪裁?|切|裁掉)(?:掉)?(?:任何)?(?:的?(?:内容|画面|东西|图|部分))?(?:,?\\s*(?:请|可以|直接|两边|四周|上下)*(?:补|扩|延伸|延展|填充)(?:充|全|展|齐)?(?:一下)?(?:背景|底色|画面)?)?${END_ZH}`,
    "扩展成$<r>",
    /裁|剪|切/u,
  ),
];
