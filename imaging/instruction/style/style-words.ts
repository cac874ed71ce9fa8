import type { StyleWish } from "../../../protocol/plan.ts";
import { COLOURED_THINGS, SHADING_THINGS } from "../lexicon/colours.ts";
import { FONT_EN, FONT_ZH } from "../lexicon/fonts.ts";
import { ATTRIBUTE_EN, ATTRIBUTE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import type { Phrase } from "../phrase/phrase.ts";
import { COLOUR, colourOf, coloursIn } from "./colour.ts";
import { gradientIn, SAYS_GRADIENT } from "./gradient.ts";
import { gradientWayIn } from "./gradient-way.ts";
import { LINES } from "./line-count.ts";
import { sizeIn } from "./size.ts";

/** What a phrase says about style, and its folded text with every such word blanked out (same length). */
export interface StyleReading {
  readonly style: StyleWish;
  readonly rest: string;
}

interface Scan {
  key: string;
  style: StyleWish;
}

type Rule = readonly [RegExp, (groups: readonly string[], key: string) => StyleWish];

function blank(scan: Scan, index: number, length: number): void {
  scan.key = `${scan.key.slice(0, index)}${" ".repeat(length)}${scan.key.slice(index + length)}`;
}

const NOT =
  "(?:去掉|去除|取消|删除|删掉|移除|不要|不加|无|没有|\\bwithout(?: an?| the)?|\\bno|\\bremove(?: the)?|\\bdrop the|\\bdelete the|\\bnot)";
const OUTLINE_NOUN = "(?:外?描边|字框|外框线|勾边|轮廓线?|外轮廓|\\boutlines?\\b|\\bstrokes?\\b|\\boutlined\\b)";
const SHADOW_NOUN = "(?:阴影|投影|影子|\\b(?:drop[- ])?shadows?\\b)";
const ADD = "(?:外加|另加|加上?|添加|增加|带有?|配上?|有|\\bwith(?: an?)?|\\badd(?: an?| the)?|\\ban?\\b)?\\s*(?:一[个层道圈]|个)?\\s*";

function outline(groups: readonly string[]): StyleWish {
  const width = Number(groups[1] ?? groups[3] ?? groups[4] ?? groups[6]);
  return { outline: { colour: colourOf(groups[2] ?? groups[5] ?? "") ?? "#000000", ...(width > 0 ? { widthPx: width } : {}) } };
}

function shadow([said = ""]: readonly string[]): StyleWish {
  const [shadowColour] = coloursIn(said.replace(/\b(?:soft|subtle|gentle|faint)\b/g, ""));
  return { shadow: true, ...(shadowColour === undefined ? {} : { shadowColour }) };
}

/** Effects around the letters come first: their colours are not the letters' colour. */
const EFFECTS: readonly Rule[] = [
  [new RegExp(`${NOT}(?:掉|了|\\s|the){0,2}${OUTLINE_NOUN}`, "u"), () => ({ outline: { colour: "#000000", widthPx: 0 } })],
  [
    new RegExp(
      `${ADD}(?:(?:深|暗)色的?|\\bdark )?(?:(\\d{1,3})\\s*(?:px|像素|pixels?)?[- 的]*)?(?:(?:粗|细|thin |thick |(?:深|暗)色的?|dark )?(${COLOUR})[ 的]*)?(?:(\\d{1,3})\\s*(?:px|像素)[- 的]*)?${OUTLINE_NOUN}(?:(?:\\s+of|\\s+at|\\s+that is|,)?\\s*(\\d{1,3})\\s*(?:px|像素|pixels?)(?:\\s*(?:wide|thick|in width)\\b)?)?(?:(?:(?:改|换|变|设|为|用|成|颜色|\\s|\\bin\\b|\\bof\\b|\\bto\\b)+|(?=${COLOUR}\\s*$))(${COLOUR})(?:\\s*[,、]?\\s*(\\d{1,3})\\s*(?:px|像素|pixels?))?)?`,
      "u",
    ),
    outline,
  ],
  [
    new RegExp(
      `(?:描|勾|镶)(?:上|个|一[圈道条层])?\\s*(?:(\\d{1,3})\\s*(?:px|像素)的?)?(${COLOUR})的?边(?!框)(?:\\s*(\\d{1,3})\\s*(?:px|像素))?`,
      "u",
    ),
    outline,
  ],
  [new RegExp(`${NOT}(?:掉|了|\\s|the){0,2}${SHADOW_NOUN}`, "u"), () => ({ shadow: false })],
  [
    new RegExp(
      `${ADD}(?:(?:${COLOUR}(?:的)?|soft|subtle|light|dark|black|gr[ae]y|natural|realistic|faint|gentle|柔和|自然|真实|轻微|微弱|黑色|淡淡|浅浅|一点点?|些)的?\\s*){0,3}${SHADOW_NOUN}(?:效果)?(?:(?:\\s|的|颜色|为|是|用|:|\\bin\\b|\\bof\\b|\\bcolou?r\\b)+(?:${COLOUR})(?!的?字))?`,
      "u",
    ),
    shadow,
  ],
];

const CSS_WEIGHT = /(?:字重|粗细|\bweight\b)(?:\s|改|调|设|整|置|成|为|到|至|是|:|=|\b(?:to|of|is|at)\b)*([1-9]\d{0,2}|1000)(?!\d)/u;
const NAMED_WEIGHT =
  /(?:字重|粗细|\bweight\b)(?:\s|改|换|调|设|用|整|置|成|为|到|是|:|=|\b(?:to|of|is|at)\b)*(thin|extra[- ]?light|light|regular|normal|medium|semi[- ]?bold|demi[- ]?bold|extra[- ]?bold|bold|heavy|black)(?![a-z])/u;
const WEIGHT_NAMES: Readonly<Record<string, number>> = {
  thin: 100,
  extralight: 200,
  light: 300,
  regular: 400,
  normal: 400,
  medium: 500,
  semibold: 600,
  demibold: 600,
  bold: 700,
  extrabold: 800,
  heavy: 900,
  black: 900,
};
/** The CSS weight of a name of one ("medium", "semi-bold"). */
export const namedWeight = (name: string): number | undefined => WEIGHT_NAMES[name.replace(/[- ]/g, "")];
const weight = (value: number) => (): StyleWish => ({ weight: value });
/** "light 字重", "in light italic": the name before its word. */
const WEIGHT_BEFORE =
  /\b(thin|extra[- ]?light|light|regular|normal|medium|semi[- ]?bold|demi[- ]?bold|extra[- ]?bold|bold|heavy|black)\s*的?(?:字重|粗细)|\b(thin|light|medium)(?= italics?\b)/u;
const WEIGHTS: readonly Rule[] = [
  [WEIGHT_BEFORE, (g) => ({ weight: namedWeight(g[1] ?? g[2] ?? "") ?? 400 })],
  [NAMED_WEIGHT, (g) => ({ weight: namedWeight(g[1] ?? "") ?? 400 })],
  [CSS_WEIGHT, (g) => ({ weight: Number(g[1]) })],
  [new RegExp(`${NOT}(?: the)?\\s*(?:加粗|粗体|\\bbold\\b)|不(?:要|用|再)?加粗|\\bunbold\\b`, "u"), weight(400)],
  [/特粗体?|超粗体?|极粗|\bheavy\b/u, weight(900)],
  [/\b(?:extra|ultra)[- ]?bold\b/u, weight(800)],
  [/半粗体?|中粗体?|\b(?:semi|demi)[- ]?bold\b/u, weight(600)],
  [
    /(?:字重|粗细)(?:再|要)?(?:调|改|变|弄|设)?(?:粗|重)(?:一?[点些])?|(?:改|变|调|设)?(?:加粗|加黑|粗体字?|粗字|变粗|更粗|粗一[点些]|粗大)(?:一[点些]|显示)?|\b(?:bold(?:ed|face|er)?|thicker)\b/u,
    weight(700),
  ],
  [
    /中等(?:粗细|字重)|(?:字重|粗细)(?:用|为|改成?|设为)?中等|中黑体?|\bmedium(?:[- ]weight)?\b(?! (?:(?:sea |spring |slate |violet )?(?:green|blue|purple|orchid|gr[ae]y|red|brown|pink|turquoise|aquamarine)|size))/u,
    weight(500),
  ],
  [/极细体?|\bhairline\b|\bextra[- ]?light\b/u, weight(200)],
  [
    /\b(?:a (?:bit|little) |slightly )?(?:lighter|thinner) (?:in )?(?:font )?weight\b|(?:字重|粗细)(?:再|要)?(?:调|改|变|弄|设)?(?:细|轻)(?:一?[点些])?|细体字?|变细|更细|细一[点些]|细字|\blight[- ]?weight\b|(?<=用\s*)light\b|\blight(?= font| type| weight)|\bthin(?:ner)?\b/u,
    weight(300),
  ],
  [/常规字?[体重]?|正常(?:粗细|字重)|\bregular(?: weight)?\b|\bnormal weight\b/u, weight(400)],
  [/\bblack weight\b/u, weight(900)],
];

const align = (value: "left" | "center" | "right") => (): StyleWish => ({ align: value });
const SHAPES: readonly Rule[] = [
  [new RegExp(`${NOT}(?: the)?\\s*(?:斜体|倾斜|\\bitalics?\\b)`, "u"), () => ({ italic: false })],
  [
    /斜体字?|倾斜(?:\s*\d+\s*(?:度|°))?|\bitalici[sz]ed?\b|\bitalics?\b|(?:\b(?:slightly|a (?:bit|little)) )?\b(?:slanted|tilted|leaning)\b|\boblique\b/u,
    () => ({ italic: true }),
  ],
  [
    /(?:靠|居)左(?:对齐|显示|排列)?|向左对齐|左对齐|\bleft\s*对齐|\bleft[- ]?align(?:ed|ment)?\b|\balign(?:ed|ment)?(?: it| them)?(?: to)?(?: the)? left(?: edge| side| margin)?\b|\bflush left\b/u,
    align("left"),
  ],
  [
    /(?:靠|居)右(?:对齐|显示|排列)?|向右对齐|右对齐|\bright\s*对齐|\bright[- ]?align(?:ed|ment)?\b|\balign(?:ed|ment)?(?: it| them)?(?: to)?(?: the)? right(?: edge| side| margin)?\b|\bflush right\b/u,
    align("right"),
  ],
  [
    /(?:水平|左右)?(?:居中|置中|居中间)(?:对齐|显示|排列|放置|排版)?|中间对齐|\bcenter\s*(?:对齐|一下|显示)|\b(?:align(?:ed|ment)?(?: it| them)?(?: to| in)?(?: the)? )?(?:in the )?cent(?:er|re)(?!(?<=\bin the cent(?:er|re)) [a-z]{3})(?:ed|d|ing|line)?(?:[- ]?align(?:ed|ment)?)?(?: horizontally)?\b|\bmiddle[- ]align(?:ed)?\b/u,
    align("center"),
  ],
];

/** 品牌红#E60012: the number is the colour, the name before it only a name. */
const NAMED_HEX: Rule = [
  new RegExp(
    `(?:变|改|换|涂|染|用|带|以)?(?:品牌|企业|公司|主题|官方|专属|\\bbrand )?(?:${COLOUR})?\\s*[(:]?\\s*(#[0-9a-f]{6}|#[0-9a-f]{3})(?![0-9a-z])\\)?`,
    "u",
  ),
  (g) => ({ colour: colourOf(g[1] ?? "") ?? "#000000" }),
];
/** More prominent: what a designer does first, larger and bolder. */
const PROMINENT: Rule = [
  /(?:更|再|变得?)?(?:加)?(?:醒目|显眼|突出|抢眼)(?:一[点些]|些|点)?|\b(?:more (?:prominent|visible)|stand out(?: more)?|eye-catching)\b/u,
  () => ({ sizeFactor: 1.15, weight: 700 }),
];
const COLOUR_RULE: Rule = [
  new RegExp(`(?:变|改|换|涂|染|用|带|以|标|刷|漆)?${COLOUR}`, "u"),
  (g) => {
    const colour = colourOf(new RegExp(COLOUR, "u").exec(g[0] ?? "")?.[0] ?? "");
    return colour === undefined ? {} : { colour };
  },
];
const FONT_RULES: readonly RegExp[] = [
  new RegExp(`(?<font>${FONT_ZH})(?:字体|字)?`, "u"),
  new RegExp(
    `(?:\\b(?:in|to|into|font|typeface|using|with|use|family|as|is)\\b|字体|[为成用是:]|^)\\s*(?:the )?(?<font>${FONT_EN})(?: font| typeface)?(?![a-z0-9])`,
    "u",
  ),
  /\bin (?:an? )?(?:(?:playful|elegant|bold|nice|loopy|fancy|flowing|clean|modern|simple|thin|casual|classic|pretty|loose|neat) ){0,2}(?<font>cursive|script|calligraphy|handwriting|monospace|sans[- ]serif|serif|slab serif)(?! font| typeface)\b/u,
  new RegExp(`\\b(?<font>${FONT_EN})(?: font| typeface)`, "u"),
];

function apply(scan: Scan, rules: readonly Rule[]): void {
  for (const [pattern, wish] of rules) {
    const hit = pattern.exec(scan.key);
    if (hit === null) continue;
    scan.style = { ...wish(hit, scan.key), ...scan.style };
    blank(scan, hit.index, hit[0].length);
  }
}

/** As `apply`, but only the first rule that speaks. */
const applyFirst = (scan: Scan, rules: readonly Rule[]): void =>
  apply(scan, rules.filter(([pattern]) => pattern.test(scan.key)).slice(0, 1));

function takeGradient(scan: Scan): void {
  if (!SAYS_GRADIENT.test(scan.key)) return;
  const before = scan.key;
  // 白色从左到右渐变到红色: which way it runs may stand between its colours.
  const way = gradientWayIn(scan.key);
  if (way !== undefined) blank(scan, way.index, way.length);
  const found = gradientIn(scan.key);
  if (found === undefined) {
    scan.key = before;
    return;
  }
  scan.style = { ...scan.style, gradient: found.stops, ...(way === undefined ? {} : { gradientAngle: way.angle }) };
  blank(scan, found.index, found.length);
}

function takeSize(scan: Scan): void {
  const found = sizeIn(scan.key);
  if (found === undefined) return;
  scan.style = { ...scan.style, ...found.wish };
  blank(scan, found.index, found.length);
}

function takeFont(scan: Scan, phrase: Phrase): void {
  for (const pattern of FONT_RULES) {
    const hit = new RegExp(pattern.source, "du").exec(scan.key);
    const at = hit?.indices?.groups?.font;
    if (hit === null || at === undefined) continue;
    const font = phrase.sentence.raw.slice(phrase.start + at[0], phrase.start + at[1]);
    scan.style = { ...scan.style, font };
    blank(scan, hit.index, hit[0].length);
    return;
  }
}

const SPACING =
  /(?:字符|文字)?(?:字间距|字距|字符间距|文字间距|字母间距)|\b(?:letter|character)[- ]?spacing\b|\btracking\b|\bkerning\b|\btracked (?:out|in|wider)\b|\bletter[- ]?spaced\b|\b(?:letters )?spaced out\b|\bspace between (?:the )?(?:letters|characters)\b/u;
const TIGHTER = /小|紧|减|缩|窄|\b(?:tight(?:er|en)?|less|reduce|decrease|smaller|narrower)\b/u;
/** What is called small and is not to be made so. */
const SMALL_ROLE = /小字|小标题|\bsmall (?:print|text|type|letters)\b/gu;
const LITTLE_SPACE = /一点|一些|点|稍|略|\b(?:slightly|a (?:bit|little|touch|tad))\b/u;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** "tracking +50": a bare number behind the word. */
const UNITS =
  /^(?:\s|改|调|设|整|置|成|为|到|至|是|:|=|加|\b(?:to|of|by|at)\b)*([-+−]?)\s?(\d{1,3}(?:\.\d+)?)(?![\d.]|\s*(?:倍|x|times|%|px|像素|pt|点))/u;

/** A wish in image pixels, in design programs' thousandths of an em (which nobody counts below ten), in percent of an em, or only wider and tighter. */
function spacingWish(key: string, behind: string): StyleWish {
  const em = /([-+]?(?:\d+(?:\.\d+)?|\.\d+))\s*em\b/u.exec(key)?.[1];
  if (em !== undefined) return { tracking: within(Number(em), -0.5, 2) };
  const px = /([-+]?\d+(?:\.\d+)?)\s*(?:px|像素|pt|点)/u.exec(key);
  if (px !== null) return { trackingPx: within(Number(px[1]), -100, 500) };
  const [, minus = "", number] = UNITS.exec(behind) ?? [];
  const units = number === undefined ? undefined : Number(number) * (/[-−]/.test(minus) ? -1 : 1);
  if (units !== undefined) return Math.abs(units) < 10 ? { trackingPx: units } : { tracking: within(units / 1000, -0.5, 2) };
  const percent = /(\d+(?:\.\d+)?)\s*%/u.exec(key);
  const step = percent === null ? (LITTLE_SPACE.test(key) ? 0.05 : 0.1) : Number(percent[1]) / 100;
  return { tracking: within((TIGHTER.test(key.replace(SMALL_ROLE, "")) ? -1 : 1) * step, -0.5, 2) };
}

/** Space between the letters; the words of degree around it belong to it and not to the letters' size. */
function takeSpacing(scan: Scan): void {
  const hit = SPACING.exec(scan.key);
  if (hit === null) return;
  const px = /([-+]?\d+(?:\.\d+)?)\s*(?:px|像素|pt|点)/u.exec(scan.key);
  scan.style = { ...scan.style, ...spacingWish(scan.key, scan.key.slice(hit.index + hit[0].length)) };
  const around = new RegExp(
    `(?:${SPACING.source})(?:的|改|调|设|整|置|成|为|到|至|是|更|加|再|变|拉|增|减|缩|放|大|小|宽|窄|紧|松|开|收|压|密|疏|一点|一些|些|点|稍|略|微|px|像素|pt|em\\b|\\b(?:to|of|by|is|a|bit|little|wider|tighter|more|less|slightly|bigger|smaller|larger|loose|looser|wide|tight|and)\\b|[\\d.%\\s+:=−-])*`,
    "u",
  ).exec(scan.key);
  const lead =
    /(?:加大|增大|增加|减小|缩小|减少|拉大|调大|调小|放宽|收紧|加宽|\b(?:increase|decrease|reduce|widen|tighten|loosen|more|less|set|adjust)\b)\s*(?:the )?(?=\s*$)/u.exec(
      scan.key.slice(0, hit.index),
    );
  const from = lead === null ? hit.index : lead.index;
  if (px !== null) blank(scan, px.index, px[0].length);
  blank(scan, from, hit.index + (around?.[0].length ?? hit[0].length) - from);
}

const HUE_EN = "(?:red|orange|yellow|green|blue|purple|pink|brown|gr[ae]y|white|black|gold|silver)";
/** "make the lemon yellow", "the rose bigger": the thing, which for the reading of style is so many dots. */
const THE_THING = new RegExp(
  `(?<=\\b(?:the|this|that|my|our|his|her) )(?:${[...COLOURED_THINGS].join("|")})(?= (?:to|into|bigger|smaller|larger|taller|twice|half|slightly|a (?:bit|little)|much|\\d|on|in the|at|from|behind|under|next)\\b)|(?<=\\b(?:make|turn|paint|colou?r|dye|recolou?r|want) (?:the|this|that|my|our|his|her|its|their) )(?:${[...COLOURED_THINGS, ...SHADING_THINGS].join("|")})(?= (?:(?:bright|dark|light|deep|pale) )?${HUE_EN}$)`,
  "gu",
);

/** Reads every style word of a phrase. What is left over stands in `rest`; `saysNothing(rest)` tells whether it matters. */
export function readStyle(phrase: Phrase): StyleReading {
  const hidden = phrase.key.replace(THE_THING, (thing) => ".".repeat(thing.length));
  const { style, rest } = styleOf(hidden === phrase.key ? phrase : { ...phrase, key: hidden });
  return { style, rest: rest.replace(/\.+/g, (dots, at: number) => (hidden[at] === "." ? phrase.key.slice(at, at + dots.length) : dots)) };
}

function styleOf(phrase: Phrase): StyleReading {
  const scan: Scan = { key: phrase.key, style: {} };
  takeSpacing(scan);
  apply(scan, EFFECTS);
  takeGradient(scan);
  takeFont(scan, phrase);
  apply(scan, [PROMINENT]);
  apply(scan, WEIGHTS);
  apply(scan, SHAPES);
  applyFirst(scan, LINES);
  if (scan.style.gradient === undefined) apply(scan, /#[0-9a-f]{3}/.test(scan.key) ? [NAMED_HEX] : [COLOUR_RULE]);
  takeSize(scan);
  return { style: scan.style, rest: scan.key };
}

const FILLER = new RegExp(
  [
    `(?:${ATTRIBUTE_ZH}|${TEXT_ZH})`,
    "(?:颜色)?填充(?:颜色|成|为)?|稍微|稍稍|略微|略为|比较|尽量|尽可能|适当地?|改变成?|变更?为|变得?成?|改用|改[成为]?|更换为|换[成为]?|设置?[成为]?|调整?[到至成为]?|采用|使用|并且?|同时|而且|全部|整体|统一|显示|展示|呈现?|效果|样式|处理|金属|哑光|亮面|一些|一点|一下|让|把|将|使|它们?|其|这些|也|再|都|以|要|的|为|成|用|和|与|及|新|后|是|、|并|且|更|在|有|带|上|加|放|给|状|版本|版|款|色|点|些|了",
    `\\b(?:${ATTRIBUTE_EN}|${TEXT_EN})\\b`,
    "\\b(?:the|an?|its?|them|this|that|these|those|all|both|every|make|tint|set|turns?|change[sd]?|go(?:es)?|to|into|in|be|is|are|as|with|using|use|and|of|should|becomes?|became|display(?:ed)?|show(?:n)?|style[ds]?|also|more|new|same|instead|ones?|type|now|please|metallic|matte|glossy|shiny|soft|subtle|smooth|gentle|look|so|horizontally|by|put|keep|then|on|have|has|give|it'?s|even|bit|little|touch|slightly|much|lot|coloured|colored|pure|fill(?:ed)?)\\b",
    "[\\s,.;:!?'\"。、~…()\\[\\]+&-]",
  ].join("|"),
  "gu",
);

/** What kind of gradient it is to be. The light engines draw straight ones; it is no other wish. */
const GRADIENT_KIND = /由[内外][到至向][内外]|线性|径向|放射|的?方向|\b(?:linear|radial|running|going|direction|from top|from left)\b/gu;

/** Whether what remains beside the style words is only grammar and words for type itself (字体, font, it, make …). */
export const saysNothing = (rest: string): boolean => rest.replace(FILLER, "") === "";

/** The style a phrase as a whole asks for, or undefined where it says anything else besides. */
export function wholeStyle(phrase: Phrase): StyleWish | undefined {
  const { style, rest: all } = readStyle(phrase);
  const rest = style.gradient === undefined ? all : all.replace(GRADIENT_KIND, "");
  return Object.keys(style).length > 0 && saysNothing(rest) ? style : undefined;
}

/** Only which way a gradient runs: 从左到右, "running top to bottom". */
export function wholeGradientWay({ key }: Phrase): StyleWish | undefined {
  const way = gradientWayIn(key);
  if (way === undefined) return undefined;
  const rest = key.slice(0, way.index) + key.slice(way.index + way.length);
  return saysNothing(rest.replace(GRADIENT_KIND, "").replace(/渐变|\bgradient\b/u, "")) ? { gradientAngle: way.angle } : undefined;
}
