import { COLOUR } from "../../style/colour.ts";
import { type Recasting, rule } from "../recasting.ts";

const SIDE_ZH = "(?:[左右][上下]角?|[上下左右顶底](?:[边面方侧部端]|(?=\\S))|[左右上下]半(?:边|部分?)?)";
const HUE = `(?:${COLOUR}|[红橙黄绿青蓝紫粉棕灰白黑金银])`;
const of = (side: string, colour: string): string => `(?<${side}>${SIDE_ZH})(?:是|用|为|的)*\\s*(?<${colour}>${HUE})`;
const SIDES_ZH = `(?:从|由)?${of("s", "a")}[,、\\s]*(?:逐渐|慢慢|再)?(?:渐变|过渡)?(?:到|往|至|变成?)?${of("t", "b")}`;

/** A colour at each side of a gradient, whichever is said first: 上白下蓝的渐变, 渐变，左上是黄色，右下是橙色. Which way it runs is part of the wish. */
export const SIDED_GRADIENTS_ZH: readonly Recasting[] = [
  // 从中心白到边缘蓝: no engine draws it round, its colours are kept.
  rule(
    `(?:从|由)?(?:中[心间央]|里面|内[部侧])(?:是|为|用|的)*(?<a>${HUE})[,、\\s]*(?:逐渐|慢慢)?(?:渐变|过渡)?(?:到|往|至|向)?(?:边缘|四周|外[围部侧面])(?:是|为|用|的)*(?<b>${HUE})的?(?:径向|放射状?)?渐变色?`,
    "从$<a>到$<b>的渐变",
    /[中内里].*[边四外].*渐变/u,
  ),
  rule("(?<![使采])(?:用|走)一?个?(?=[^,，。;]{0,4}渐变色?\\s*[,:，]?\\s*(?:从|由)?[上下左右顶底])", "改成", /[用走].*渐变/u),
  rule(
    `(?:个)?(?:对角线?|斜向|线性|上下|左右)?渐变色?(?:效果|的)?\\s*[,:，]?\\s*${SIDES_ZH}`,
    "从$<s>到$<t>$<a>到$<b>的渐变",
    /渐变.*[上下左右顶底]/u,
  ),
  rule(`${SIDES_ZH}的?(?:线性)?渐变色?(?:效果)?`, "从$<s>到$<t>$<a>到$<b>的渐变", /[上下左右顶底].*渐变/u),
];

const SIDE_EN = "(?:(?:top|bottom|upper|lower) (?:left|right)|top|bottom|left|right)";
const at = (side: string): string => ` (?:at|on|in|from) the (?<${side}>${SIDE_EN})(?: (?:edge|side|corner))?`;

const first = (side: string, colour: string): string =>
  `(?:(?:at|on|from) )?(?:the )?(?<${side}>${SIDE_EN})(?: (?:edge|side|corner))?(?: is| in|:| =)? \\(?(?<${colour}>${COLOUR})\\)?`;

export const SIDED_GRADIENTS_EN: readonly Recasting[] = [
  rule(
    `gradient(?<g> background| backdrop| bg)?[,:]? (?:(?:going|running|fading|from|of|with|in) )*${first("s", "a")}(?:,? (?:and|to|(?:in)?to|fading to)|,) ${first("t", "b")}`,
    "$<s> to $<t> gradient$<g> from $<a> to $<b>",
    /gradient.* (?:top|bottom|left|right|upper|lower)/u,
  ),
  rule(
    `(?:linear |diagonal |vertical |horizontal )?gradient[,:]? (?:(?:going|running|fading|from|of|with|in) )*(?<a>${COLOUR})${at("s")},? (?:(?:fading|going|running|in)?to|and|into|fading to) (?<b>${COLOUR})${at("t")}`,
    "$<s> to $<t> gradient from $<a> to $<b>",
    /gradient.* the /u,
  ),
  rule(
    `(?<a>${COLOUR})${at("s")},? (?:(?:fading |going |running )?(?:in)?to|and) (?<b>${COLOUR})${at("t")},? (?:as )?(?:an? )?gradient`,
    "$<s> to $<t> gradient from $<a> to $<b>",
    / the .*gradient/u,
  ),
];
