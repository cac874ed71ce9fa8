import { THE } from "../../lexicon/determiners.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule, WORDS_EN } from "../recasting.ts";
import { GROUND } from "../shared-words.ts";

const GONE_ZH = "(?:去掉|拿掉|删掉|删除|移除|抹掉|擦掉|p掉|清除|去除)";
const GROUND_ZH = "(?:地面|背景|天空|墙面?|画面|草地|水面|海面|边缘|桌面|纹理|光影|路面)";
const TWO_ZH = "两[个只把张瓶杯台辆位条件盆朵盏]";

/** What goes, and how the hole is to be closed. */
const GOING_EN: readonly Recasting[] = [
  rule(
    `\\bcut out (?<x>${THE} ${WORDS_EN}{2,36}?)(?:,| and|, and|, but| but) (?:keep|keeping|leave|leaving) (?:the rest|everything else|all else|the others?)[^.;]*`,
    "remove $<x>",
  ),
  // Cut out for another ground, or for none.
  rule(`\\bcut out ${THE} ${WORDS_EN}{2,36}?,? and (?=(?:drop|remove|delete|lose|get rid of|take away|erase) (?:the |its )?${GROUND})`, ""),
  rule(
    `\\bcut out ${THE} ${WORDS_EN}{2,36}?,? and (?:put|place|set) (?:it|them) (?:on|onto|against|over) (?<g>${WORDS_EN}+?) ${GROUND}\\b`,
    "make the background $<g>",
  ),
];
const GOING_ZH: readonly Recasting[] = [
  // What it is made of now is no part of its name.
  rule(
    `(?<=(?:把|将)[^,。;由从]{1,10}?)的?(?:由|从)[\\p{Script=Han}]{1,5}?(?:材质|材料|款式?|色)?(?=(?:换|改|变)(?:成|为))`,
    "",
    /[由从]/u,
  ),
  rule(`(?<=${GONE_ZH}[^,。;\\s]{0,10})\\s+(?=${GROUND_ZH}(?:要|也|得|都)?(?:自然|补|干净|延|衔接|还原|修|填))`, "，"),
  rule("从?(?<s>[左右])(?:边|侧|手边)?(?:开始)?(?:往[左右])?(?:数|起)(?:过[来去])?的?(?=第[一二三四五六七八九十\\d])", "$<s>数"),
];

/** What a thing is to be like. */
const BEING_EN: readonly Recasting[] = [
  rule(
    `\\bgive (?<x>${THE} [a-z]+(?: [a-z]+)?) (?<y>(?:(?:longer|shorter|curlier|straighter|bigger|fuller|thicker|smoother|whiter|brighter|darker|lighter|curly|straight|long|short|${COLOUR}) )+(?:hair|eyes|lashes|sleeves|nails|legs|lips|skin|beard|eyebrows|teeth|fur|ears|tail|leaves|wings))${END_EN}`,
    "make $<x> have $<y>",
    /give .*(?:hair|eyes|lashes|sleeves|nails|legs|lips|skin|beard|eyebrows|teeth|fur|ears|tail|leaves|wings)/u,
  ),
  rule(
    `\\bgive (?:him|her|them) (?<a>longer|shorter|curlier|straighter|bigger|fuller|thicker|smoother|whiter|brighter|darker|lighter|curly|straight|long|short) (?<n>hair|eyes|lashes|sleeves|nails|legs|lips|skin|beard|eyebrows|teeth)${END_EN}`,
    "make the $<n> $<a>",
  ),
  rule(
    "\\badd (?:an? |some )?(?:soft |subtle |slight |natural |gentle )?shadow(?:s)? on the (?:floor|ground|table|surface|wall)\\b",
    "add a shadow to the subject",
  ),
];
const BEING_ZH: readonly Recasting[] = [
  rule("(?<=(?:让|使|把)(?!图|画面|整体|它|照片|海报)[^,。;]{1,8}?)(?:看起来|看上去|看着|显得)(?:要)?(?=更[^,。;]{1,4}?一?[点些])", ""),
  rule(
    `${BEGIN_ZH}(?:请)?在(?:地上|地面上?|桌上|桌面上?|台面上?)(?:加|投|做|补)(?:上|一?[个点层道片])*(?:柔和的?|淡淡的?|自然的?)?(?:阴影|影子|投影)${END_ZH}`,
    "给主体加阴影",
  ),
];

/** Two of a kind trade places. */
const TRADED_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}(?:请)?(?:把|将|让)?(?:左右|这|那)?(?:${TWO_ZH})(?<n>[^,。;和与跟\\s]{1,6}?)的?(?:位置)?(?:互相|相互)?(?:对调|互换|交换|调换|换个?位置|换一?下位置|调个位置)(?:位置|一下)*${END_ZH}`,
    "把左边的$<n>和右边的$<n>互换位置",
    /[调换]/u,
  ),
];
const TRADED_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:please )?(?:swap|switch|exchange) (?<a>the (?:left|right|top|bottom|first|upper|lower) [a-z]+) (?:with|for) (?<b>the (?:left|right|top|bottom|second|last|upper|lower) [a-z]+)${END_EN}`,
    "swap $<a> and $<b>",
  ),
];

/** Where the subject is to be shown, and where nothing is to be left around it. */
const SET_EN: readonly Recasting[] = [
  rule(
    `^(?:please )?(?:put|place|show) (?:it|this) (?:on|in|against|at|by) (?=(?:an? |some )(?!(?:[a-z]+ )?(?:frame|box|circle|corner|badge|grid|bigger|different|line|square|rectangle|pill|banner|button|${COLOUR})\\b))(?<r>${WORDS_EN}{3,40}?)${END_EN}`,
    "set the scene on $<r>",
    /(?:put|place|show) (?:it|this) /u,
  ),
  rule(
    `^(?:i |we )?(?:need|want|would like|'d like|would love)(?: to have)? an? (?!(?:transparent|clear|new|different|nicer|better|plain|clean|see-through)\\b)(?<r>${WORDS_EN}{3,24}?) (?:background|backdrop)${END_EN}`,
    "use a $<r> background",
    / (?:background|backdrop)/u,
  ),
  rule(
    "^(?:(?:please )?(?:(?:i|we) (?:need|want|would like|'d like) (?:it|this|that)|(?:give|send|export|save)(?: (?:it|this|that))?(?: to (?:me|us))?|make (?:it|this))(?: as| to| be| into)?(?: an?)? transparent (?:png|file|image|cut ?out)|(?:i|we) (?:need|want|would like|'d like) (?:it|this|that|the [a-z]+) without (?:an? |the |any )?(?:background|backdrop|bg))(?: please| pls| thanks)?[.!]?$",
    "remove the background",
  ),
  rule(
    `(?<=\\b(?:turn|change|make|swap|replace|set) (?:the|this|that) )(?:${COLOUR}|dark|light|plain|busy|old|existing|current) (?=(?:background|backdrop|bg) (?:in)?to\\b)`,
    "",
    /(?:background|backdrop|bg) (?:in)?to\b/u,
  ),
];
const SET_ZH: readonly Recasting[] = [
  rule(
    "^(?:请|麻烦|帮我|给我|我们?)*(?:想要|要|需要|想用|来个?|做成|弄成|变成|导出|存成|保存为)(?:一?[张个份])?透明(?:底|背景)的?\\s*(?:png|图片?|素材)?(?:格式)?[。!]?$",
    "去掉背景",
  ),
  rule(
    `^(?:我们?)(?:想要|要|想用|需要|想换成?)(?:一?[个张种])?(?<r>(?!透明|纯|新|别|干净|白|没有)[^,。;\\s]{1,12}?)的?背景${END_ZH}`,
    "把背景换成$<r>",
    /背景/u,
  ),
  rule(`${BEGIN_ZH}(?:把|将)?[白黑红蓝灰绿黄紫粉]底(?:换|改|变)(?:成|为)(?=[白黑红蓝灰绿黄紫粉]底)`, "把背景换成"),
];

export const DEEDS_TALK_EN: readonly Recasting[] = [...GOING_EN, ...BEING_EN, ...TRADED_EN, ...SET_EN];
export const DEEDS_TALK_ZH: readonly Recasting[] = [...GOING_ZH, ...BEING_ZH, ...TRADED_ZH, ...SET_ZH];
