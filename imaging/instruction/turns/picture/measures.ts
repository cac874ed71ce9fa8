import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_EN, WORDS_ZH } from "../recasting.ts";

/** Shares in words, as the percent they are. */
const SHARES_ZH = [
  ["三分之一", "33%"],
  ["三分之二", "67%"],
  ["四分之一", "25%"],
  ["四分之三", "75%"],
  ["五分之一", "20%"],
  ["十分之一", "10%"],
] as const;
const SHARES_EN = [
  ["(?:a|one) third", "33%"],
  ["two[- ]thirds", "67%"],
  ["(?:a|one) quarter", "25%"],
  ["three[- ]quarters", "75%"],
  ["(?:a|one) fifth", "20%"],
  ["(?:a|one) tenth", "10%"],
] as const;

const FIRST = "first|1st|top|left";
const SECOND = "second|2nd|bottom|other|last|right";
const AMOUNT = `(?:${Q}|[$£€¥]\\s?\\d[\\d.,]*|\\d[\\d.,:/]*(?: ?(?:am|pm|%|k|元|块))?)`;
const PART = `(?:${ROLE_EN})`;

/** Numbers, shares and counts in other words. */
export const MEASURES_EN: readonly Recasting[] = [
  ...SHARES_EN.map(([said, share]) =>
    rule(
      `(?<!\\b(?:outpaint|extend|expand|crop|cut|trim)\\b[^.;]*)(?<=\\b(?:by|to) )${said}(?=$|[ ,.;])(?! of the (?:picture|image))`,
      share,
      /third|quarter|fifth|tenth/u,
    ),
  ),
  rule(
    "(?<=\\b(?:border|frame|outline|edge)\\b[^.;]*?\\d(?:\\.\\d+)?\\s?%),? of (?:the )?(?:(?:image|picture|photo|canvas|page|poster|total)(?:'s)? )?(?:width|height|size|image|picture)(?: wide)?",
    "",
  ),
  rule("^border (?=\\d)", "add a border "),
  rule(
    `\\b(?:increase|bump|raise|push|up) (?:up )?(?:the )?(?:font |text |type )?size(?: of (?<x>the [a-z]+))?(?: up)? by \\d{1,2}${END_EN}`,
    "make $<x> text a bit bigger",
  ),
  rule(
    `\\b(?:reduce|decrease|drop|lower) (?:the )?(?:font |text |type )?size(?: of (?<x>the [a-z]+))?(?: down)? by \\d{1,2}${END_EN}`,
    "make $<x> text a bit smaller",
  ),
  rule(
    `^(?:please )?(?:make |set |change |turn |update )?(?:the )?(?<o>${FIRST}) (?<x>${PART}) (?:should (?:be|say|read) |to |is |at |be |reads? |says? |= ?|: ?)*(?<a>${AMOUNT})\\s*(?:,|;|and|,? and|,? then)+ ?(?:the )?(?<p>${SECOND}) (?:one |${PART} )?(?:should (?:be|say|read) |to |is |at |be |= ?|: ?)*(?<b>${AMOUNT})(?=$|[,.;!])`,
    "change the $<o> $<x> to $<a>, change the $<p> $<x> to $<b>",
  ),
];

export const MEASURES_ZH: readonly Recasting[] = [
  ...SHARES_ZH.map(([said, share]) =>
    rule(`(?<=(?:缩小?|放大?|调[大小]|减小|加大|增大|变[大小]|改)(?:了|到|成|为|至)?\\s?(?:原来的?|现在的?)?)${said}`, share),
  ),
  rule(
    "(?<=(?:边框?|框|描边)[^。;]{0,12}?)(?:宽度?|粗细|粗)?\\s*(?:是|为|占|约)?\\s*(?:图片?|画面|整图|画布|照片)的?(?:宽度?|宽)?的?\\s*(?<n>\\d+(?:\\.\\d+)?%)(?:宽)?",
    "宽$<n>",
    /(?:图|画面|画布|照片)[^。;]{0,6}\d%/u,
  ),
  rule(`(?:字号|字体大小)\\s*(?:再)?(?:加大|调大|放大|增大)\\s*(?:[一两二三\\d]{1,2})\\s*(?:px|pt|号|点|级)${END_ZH}`, "字号大一点"),
  rule(
    `${BEGIN_ZH}(?<x>第[一二三四五六\\d]个(?:${ROLE_ZH}))(?:写|标|用)?(?:是|为|:|要)?\\s*(?=(?:[¥￥$]\\s?)?\\d[\\d.,]*\\s?(?:元|块|折)?${END_ZH}|${Q}${END_ZH})`,
    "$<x>改成",
  ),
  rule("透明度(?:调|降|减|改)*(?:低|少|小)?(?:到|为|成)?(?:一半|50%)", "透明度50%"),
  rule("(?<=[大小粗细深浅亮暗高低远近])些许", "一点"),
  rule("(?:那么|这么)(?=一点|一丢丢|一些)", ""),
  rule("一点一点(?=$|[,。;])", "一点"),
];

const NOUN_EN = "(?:the |our |this |that |her |his )?(?:[a-z'-]+ ){0,2}?[a-z'-]+(?<!\\b(?:should|must|needs?|to|be|is|are|want|with))";
const REST_EN = "(?:the )?(?:rest|others|other (?:text|words|ones)|remaining (?:text|words))|(?:everything|all the text|all) else";
const LETTERS = "(?:text|letters|lettering|type|copy|wording|words|label)";

/** Colours of two things, of all but one, and from one into another. */
export const PAINTED_EN: readonly Recasting[] = [
  rule(
    `\\b(?:an? )?(?:fade|fading|ombr[eé]|blend|transition)(?: effect)? from (?=${COLOUR} (?:in)?to ${COLOUR})`,
    "a gradient from ",
    /from .* (?:in)?to /u,
  ),
  rule(
    `\\b(?:apply|add|use|put|give) (?:an? |the )?(?<g>(?:[a-z]+ )?${COLOUR}(?:[ -]*(?:to|and|-|–)[ -]*${COLOUR})+ gradient|gradient (?:from|of) ${COLOUR} (?:to|and) ${COLOUR}|${COLOUR} gradient)(?: fill| colou?r| effect)? (?:to|on|onto|over|for|in) (?<x>(?:the|our|this|my|all) ${WORDS_EN}{2,24}?|${Q})${END_EN}`,
    "make $<x> a $<g>",
    /gradient/u,
  ),
  rule(
    `^(?!(?:make|turn|change|recolou?r|paint|set) )(?<x>${NOUN_EN}) (?:in )?(?<c>${COLOUR}),? (?:with|w\\/|and) (?:the )?(?<d>${COLOUR}) ${LETTERS}(?: on it)?${END_EN}`,
    "make $<x> $<c>, make the text on $<x> $<d>",
    / (?:text|letters|lettering|type|copy|wording|words|label)/u,
  ),
  rule(
    `^(?:make|turn|set|colou?r|paint) (?:the words? )?(?<x>${Q}|[a-z0-9%][a-z0-9% ]{1,24}?) (?<c>${COLOUR})\\s*(?:,|and|,? and|but|with)+ (?:make |leave |set )?(?:${REST_EN}) (?:of (?:it|the text|them) )?(?:in |to |as )?(?<d>${COLOUR})${END_EN}`,
    "make $<x> $<c>, make all the text except $<x> $<d>",
    /rest|other|else|remaining/u,
  ),
  rule(
    `\\b(?:make|turn|set) (?<t>all (?:of )?(?:the )?${LETTERS}) (?<c>${COLOUR}),? (?:except|apart from|other than|but)(?: for)? (?<x>(?:the |our )?[a-z ]{2,24}?),? (?:which (?:should|must) (?:be|stay)|(?:that|which) (?:is|goes|becomes)|in|which goes) (?<d>${COLOUR})${END_EN}`,
    "make $<t> except $<x> $<c>, make $<x> $<d>",
    /except|apart|other|but/u,
  ),
  rule(
    `^all (?:of )?(?:the )?(?<t>${LETTERS}) (?:in |to )?(?<c>${COLOUR}),? (?<e>(?:except|apart from|other than|but)(?: for)? ${WORDS_EN}+?)${END_EN}`,
    "make all the $<t> $<e> $<c>",
    /except|apart|other|but/u,
  ),
];

const PLAIN_COLOUR = "(?<c>[红橙黄绿青蓝紫粉棕灰])色?";
export const PAINTED_ZH: readonly Recasting[] = [
  rule(`(?<=[降减调设拉压]?[到为至成])零(?=$|[,。;!])`, "0", /零/u),
  // 渐变灰（上浅下深）
  rule(`渐变的?${PLAIN_COLOUR}(?=$|[,。;!(])`, "$<c>色渐变", /渐变/u),
  rule(
    `${PLAIN_COLOUR}的?渐变\\s*[(,]?\\s*(?:上浅下深|(?:从上[到往]下)?由浅[到入]深|(?:从上[到往]下)?从浅到深)\\)?${END_ZH}`,
    "从浅$<c>色到深$<c>色的渐变",
    /浅.?[下到入]?深/u,
  ),
  rule(
    `${PLAIN_COLOUR}的?渐变\\s*[(,]?\\s*(?:上深下浅|(?:从上[到往]下)?由深[到入]浅|(?:从上[到往]下)?从深到浅)\\)?${END_ZH}`,
    "从深$<c>色到浅$<c>色的渐变",
    /深.?[下到入]?浅/u,
  ),
  rule(
    `(?<w>(?:从|由|自)[上下左右][边面]?(?:到|往|至|向|而)[上下左右][边面]?,?)?(?:由|从)?(?<a>${COLOUR})(?:渐变(?:到|至|成|为|过渡到)(?<b>${COLOUR})|变(?<c>${COLOUR})的?渐变)`,
    "改成$<w>$<a>到$<b>$<c>的渐变",
    /渐变/u,
  ),
  rule(`(?<=改成|换成|变成|做成)改成`, ""),
  rule(
    `${BEGIN_ZH}除了?(?<x>${WORDS_ZH}{1,10}?)(?:是|用|为|改成?|保持)(?<c>${COLOUR})(?:以外|之外|外)?,\\s*(?:其[他它余]|剩下|别)的?(?:所有)?的?(?:文字|字|文案)?(?:都|全部|全|统一)*(?:用|改成?|换成?|变成?|是|为)?(?<d>${COLOUR})${END_ZH}`,
    "把$<x>改成$<c>，把除了$<x>以外的所有文字改成$<d>",
    /除/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>${Q}|(?!除)${WORDS_ZH}{1,10}?)(?:用|改成?|换成?|变成?|是|为|做成)?(?<c>${COLOUR}),\\s*(?:其[他它余]|剩下|别)的?(?:所有)?的?(?:文字|字|文案)?(?:都|全部|全|统一)*(?:用|改成?|换成?|变成?|是|为|做成)?(?<d>${COLOUR})${END_ZH}`,
    "把$<x>改成$<c>，把除了$<x>以外的所有文字改成$<d>",
    /(?:其[他它余]|剩下|别)/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?:所有|全部)的?(?<t>文字|字|文案)(?<v>[^,。;]{1,12}),\\s*(?:除了?)?(?<x>${WORDS_ZH}{1,8}?)(?:除外|不算|例外|以外|之外)${END_ZH}`,
    "把除了$<x>以外的所有$<t>$<v>",
  ),
];
