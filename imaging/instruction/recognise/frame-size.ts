import type { Operation } from "../../../protocol/plan.ts";
import { find, isBlank, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Recogniser } from "../reading.ts";
import { directionIn, placeIn } from "../reference/place.ts";
import { wholeStyle } from "../style/style-words.ts";

const RATIO = /(\d{1,5}(?:\.\d+)?)\s*(?::|比|\/|\bby\b(?=\s*\d))\s*(\d{1,5}(?:\.\d+)?)/;
const PIXELS = /(\d{2,5})\s*(?:px)?\s*[x×*]\s*(\d{2,5})/;
const SQUARE = /正方形|方形|方图|[裁切剪](?:一下)?[成为](?:一?个)?正?方的?$|\bsquare\b/;
/** To a width or a height, not by one: "to 1920px wide", 到1080px高. */
const LENGTH = /(?:\bto |到|成|为|至)\s*(\d{3,5})\s*(?:px|像素|pixels?)\s*(wide|width|tall|high|height|宽|高)/;
/** 高度增加到2000px, "height to 2000px": the side is said before. */
const SIDE_TO =
  /(?<z>[宽高])度?(?:再)?(?:增加|扩大|扩展|延长|加大|加|拉|改|调|设|扩)?(?:大|高|宽|长)?(?:到|成|为|至)\s*(?<a>\d{3,5})\s*(?:px|像素)|\b(?<e>width|height) to (?<b>\d{3,5})\s*(?:px|pixels?)/;
const AMOUNT = /(\d+(?:\.\d+)?)\s*(%|percent|px|像素|pixels?)/;

const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/一半|二分之一|\bhalf\b/, 50],
  [/三分之一|\b(?:a|one|left|right|top|bottom) third\b/, 33.3],
  [/四分之一|\bquarter\b/, 25],
  [/五分之一|\bfifth\b/, 20],
];

/** Formats people name by where the picture goes. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/(?:instagram|ig|facebook|fb) ?(?:story|stories|reels?)|reels|tiktok|snapchat|shorts|抖音|快手|视频号|手机壁纸|phone wallpaper/, "9:16"],
  [/(?:instagram|ig)(?: feed| post| portrait)|小红书笔记?/, "4:5"],
  [/小红书|rednote/, "3:4"],
  [/youtube|thumbnail|b站|横屏视频|ppt|幻灯片|presentation|desktop wallpaper|电脑壁纸/, "16:9"],
  [/公众号(?:封面|头图|首图)/, "900x383"],
  [/instagram|头像|avatar|profile (?:picture|photo)|主图|朋友圈|album cover/, "1:1"],
];

/** Paper and print formats, upright: width to height. */
const PAPERS: readonly (readonly [RegExp, width: number, height: number])[] = [
  [/\ba3\b/, 297, 420],
  [/\ba4\b/, 210, 297],
  [/\ba5\b/, 148, 210],
  [/\ba6\b/, 105, 148],
  [/\bb5\b/, 176, 250],
  [/\b(?:us )?letter(?: size| format| paper)?\b/, 17, 22],
  [/一寸|1寸/, 25, 35],
  [/[二两2]寸/, 35, 49],
  [/名片|\bbusiness card\b/, 54, 90],
  [/明信片|\bpostcard\b/, 100, 148],
];
const LYING = /横|\blandscape\b|\bhorizontal\b|名片|business card|明信片|postcard/;
const STANDING = /竖|纵|\bportrait\b|\bvertical\b|\bupright\b/;

function paperIn(key: string): string | undefined {
  const [, width, height] = PAPERS.find(([says]) => says.test(key)) ?? [];
  if (width === undefined || height === undefined) return undefined;
  return LYING.test(key) && !STANDING.test(key) ? `${height}:${width}` : `${width}:${height}`;
}

/** The shape or amount a clause about the frame asks for: "16:9", "1080x1080", 20 (percent), "200px". */
function measureIn(key: string): string | number | undefined {
  const pixels = PIXELS.exec(key);
  if (pixels !== null) return `${pixels[1]}x${pixels[2]}`;
  const ratio = RATIO.exec(key);
  // Two numbers of pixels are a size: "1080 by 1350".
  if (ratio !== null) return `${ratio[1]}${Number(ratio[1]) >= 100 && Number(ratio[2]) >= 100 ? "x" : ":"}${ratio[2]}`;
  const length = LENGTH.exec(key);
  if (length !== null) return `${length[1]}px ${/[宽w]/.test(length[2] ?? "") ? "wide" : "tall"}`;
  const { z, a, e, b } = SIDE_TO.exec(key)?.groups ?? {};
  if (a !== undefined || b !== undefined) return `${a ?? b}px ${z === "宽" || e === "width" ? "wide" : "tall"}`;
  const amount = AMOUNT.exec(key);
  if (amount !== null) return amount[2] === "%" || amount[2] === "percent" ? Number(amount[1]) : `${amount[1]}px`;
  const fraction = FRACTIONS.find(([says]) => says.test(key));
  if (fraction !== undefined) return fraction[1];
  if (SQUARE.test(key)) return "1:1";
  return paperIn(key) ?? PLACES.find(([says]) => says.test(key))?.[1];
}

const CROP =
  /裁剪|剪(?=成|为|掉|去|到)|切成|裁切|裁掉|裁(?=[到个下]|一下)|裁成|裁为|裁去|剪裁|截取|切掉|\bcrop(?:ped|ping)?\b|\btrim\b(?! (?:the |his |her |their |my )?(?:[a-z]+ )?(?:hedges?|bush(?:es)?|beard|hair|grass|lawn|trees?|nails|fringe|bangs|moustache|branches|plants?|fur|wick|stems?|leaves)\b)|\bcut off\b/d;
const EXTEND =
  /^(?:再)?(?:[往向朝]?[左右上下](?:[边面侧方]|半边)?|四周|两边|上下|左右|周围)(?:再|都|各|稍微|往外|向外)*(?:扩|延)(?:展|伸)?(?:出去?|宽|大|长)?(?:一?[点些]|一点点|一截|一块)$|画布(?:改|变|调|设)|(?:画布|画面)的?[高宽]度?(?:再)?(?:增加|扩大|加|延长|拉|扩)|\bincrease (?:the )?(?:canvas|image|picture) (?:width|height)\b|\bincrease the (?:width|height) of the (?:canvas|image|picture)\b|\bmake (?:the |this )?canvas\b|扩展|扩图|扩(?=成|到|为|大?\d)|外扩|扩大画布|扩充|画布(?:扩大|加大|加宽|加高)|延展|拓展|(?:画面|画布|图片|图像|背景).{0,6}延伸|延伸.{0,3}(?:画面|画布|图片|背景)|[向往朝].{1,3}延伸|\boutpaint\w*\b|\buncrop\b|\bexpand (?:(?:it|outwards?|to)\b|(?:by )?\d+ ?(?:%|px|percent))|\b(?:make|get) (?:the |this )?(?:image|picture|photo|canvas) (?:wider|taller)\b|\b(?:extend|expand|widen|enlarg)(?:e|ing)? (?:the |this )?(?:canvas|image|picture|photo|frame|background|scene|artboard)\b|(?<!上方?|下方?|左侧?|右侧?|边)留白(?!处|区|部分|的?(?:地方|位置|区域))|留白\s*\d+\s*(?:px|像素|%)|(?:各|分别|都)?留出?\d+\s*(?:%|px|像素)的?(?:空白|空间|边距|余地|空隙|白边?(?=$)|空(?=$))|留出?\s*\d+\s*(?:px|像素|%)(?:给|放|写)|留出?(?:[二三四五]分之一|一半)的?(?:空白|空间|余地|位置|地方)|(?:加|增加|添加|扩|补)\s*\d+\s*(?:%|px|像素)的?(?:空白|留白|空间|余地|画布)|\bextend(?:ing)? (?:it |out )?(?:to |on |at |by )?(?:the )?(?:left|right|top|bottom|\d)|\badd (?:an? )?\d+ ?(?:%|px|pixels?|percent)(?: of)? (?:(?:extra|empty|blank|white|more) )?(?:padding|space|whitespace|margin|room|canvas)\b(?=.*\b(?:sides?|round|around|edges?|top|bottom|left|right|image|picture|photo|canvas)\b|$)|\badd (?:some |more |extra |empty |blank )*(?:padding|whitespace|white space|breathing room|empty space|room|space)\b(?! between)|(?:多)?留(?:点|一些|些|出)?(?:更多)?(?:空白|空间|余地)/d;

function subjectOf(clause: Phrase, verb: RegExp): string | undefined {
  const after = find(clause, verb)?.after;
  const words =
    after === undefined || isBlank(after)
      ? ""
      : wordsOf(after).replace(
          /^(?:the |to |in |on |around |tightly |closely |tighter |closer |tight |just |only |close |一下|图片|成|为|到|出|掉|只剩下?|只留下?|仅剩|仅保留|只保留|只要|保留|out |down )+/i,
          "",
        );
  return /^(?:image|picture|photo|图|画面|it|[横竖方](?:版|图|屏|的|幅|式|构图)?|)$/i.test(words) ? undefined : words;
}

/** "crop to the top two thirds", 只保留上面三分之二: the part kept, so the other side goes by the rest. */
const KEEPS =
  /^(?:crop|trim|cut) (?:it |the (?:image|picture|photo) )?(?:down )?to (?:only )?the (?<s>top|bottom|left|right|upper|lower) (?<n>half|third|quarter|two[- ]thirds|three[- ]quarters|\d+(?:\.\d+)?\s*%)$|^(?:裁剪?|剪裁?|切)?(?:到|成|得)?(?:只|仅)?(?:保留|留下?|要|剩下?)(?:图片的?)?(?<z>上|下|左|右)(?:面|边|方|侧|部|半部分?)?的?(?<m>一半|半(?:边|部分?|张)|三分之一|三分之二|四分之一|四分之三|\d+(?:\.\d+)?%)(?:的?(?:部分|内容|画面))?$/d;
const KEPT_SHARE: Readonly<Record<string, number>> = {
  half: 50,
  third: 33.3,
  quarter: 25,
  "two thirds": 66.7,
  "two-thirds": 66.7,
  "three quarters": 75,
  "three-quarters": 75,
  一半: 50,
  半边: 50,
  半部: 50,
  半部分: 50,
  半张: 50,
  三分之一: 33.3,
  三分之二: 66.7,
  四分之一: 25,
  四分之三: 75,
};
const OTHER_SIDE: Readonly<Record<string, Side>> = {
  top: "bottom",
  upper: "bottom",
  上: "bottom",
  bottom: "top",
  lower: "top",
  下: "top",
  left: "right",
  左: "right",
  right: "left",
  右: "left",
};

function cropKeeping(clause: Phrase): Operation | undefined {
  const found = find(clause, KEEPS);
  const [side, share] = [(found?.of("s") ?? found?.of("z"))?.key, (found?.of("n") ?? found?.of("m"))?.key];
  if (side === undefined || share === undefined) return undefined;
  const kept = KEPT_SHARE[share] ?? Number.parseFloat(share);
  return operation("crop", { value: Math.round(10 * (100 - kept)) / 10, where: OTHER_SIDE[side] });
}

/** "make it a square", 做成竖版9:16, "4:5 please": a shape for the whole picture without a verb of cutting. */
const SHAPED =
  /^(?:(?:把|将|让|给)?(?:(?:这|整|本)张)?(?:整体|图|图片|图像|照片|画面|尺寸|比例|画幅|海报|它)?(?:的)?(?:尺寸|比例|画幅|大小)?\s*(?:调整|调|改|换|变|做|弄|设置?|转|resize|crop)?\s*(?:成|为|到))?(?:一?[张个])?(?:横版|竖版|横图|竖图|方形|正方形|方图|横屏|竖屏|的|\s)*(?:\d{1,4}\s*(?::|比|[x×*])\s*\d{1,4}|[ab][3-6](?:纸|幅面)?)?(?:横版|竖版|横图|竖图|方形|正方形|方图|横屏|竖屏|的|比例|尺寸|画幅|大小|px|像素|\s)*$|^(?:(?:make|turn|get|set|change|convert|resize|format) (?:it|this|the (?:image|picture|photo|aspect ratio|ratio|format|size))?\s*(?:in)?(?:to )?(?:be )?)?(?:an? )?(?:square|portrait|landscape|vertical|horizontal|[ab][3-6]|\d{1,4}\s*(?::|x|×|by)\s*\d{1,4})(?:[ -](?:size|sized|square|format|\d{1,2}:\d{1,2}|image|picture|crop|ratio|aspect ratio|portrait|landscape|version|pixels|px))*(?: for [a-z ]{2,24})?$/;

/** 上下不够的地方用原背景补: the shape is to be reached by adding, not by cutting. */
const FILLS =
  /(?:不够|不足|空(?:出来?|白|余)?|缺|多出来?)的?(?:地方|部分|区域|位置|画面)?.{0,14}(?:补|填|延|扩|生成|接)|^(?:把|将|让)?(?:背景|底色|画面|天空|墙面|(?:左右|上下)?两[边侧端]|上下|左右|四周|空白(?:处|部分)?).{0,6}(?:延伸|延续|延展|补全|补齐|补上|补出来?|扩出来?)(?:就好|就行|即可|开|出去|一下)?$|^(?:extend|extending|fill|filling|continue|continuing|carry|carrying)\b.*\b(?:background|sides?|edges?|gaps?|rest|top|bottom|wall|sky|space|on)\b|\b(?:by|and) extending\b/u;

const SHAPE = "\\d{1,4} ?[:x×比] ?\\d{1,4}";
const SEVERAL_SHAPES = new RegExp(`${SHAPE}\\s*(?:,|and|&|和|与|、|以及|及)\\s*${SHAPE}`, "u");
/** What a cut to a shape is to hold: "to a square around the dog's face". */
const FOCUS = [
  /\b(?:around|(?:focus(?:ed|ing)?|cent(?:er|re)(?:d|ing)?|zoom(?:ed|ing)?(?: in)?) (?:on|around)) (?:the |his |her |their |this |that )?(?<t>(?!cent|middle|edges?|image|picture|photo|it\b)[a-z][a-z' ]{2,30})$/du,
  /\b(?:with|so(?: that)?) (?:only |just )?(?:the |his |her |our |my )?(?<t>[a-z][a-z' ]{2,30}?) (?:is |are |stays? |remains? |can be )?(?:only |just |fully |still )?(?:cent(?:er|re)d|visible|seen|shown|whole|left|in (?:the )?(?:middle|cent(?:er|re)|frame|view|shot|focus))$/du,
  /\b(?:to|so(?: that)? it) (?:only |just )?(?:shows?|includes?|keeps?|contains?) (?:only |just )?(?:the |his |her |our |my )?(?<t>[a-z][a-z' ]{2,30})$/du,
  /(?:围绕着?|对准|聚焦|以)(?<t>[\p{Script=Han}a-z]{1,8}?)(?:为(?:中心|主体|主)|来)?(?:裁|剪|切|$)/du,
] as const;
const focusOf = (clause: Phrase): Phrase | undefined =>
  FOCUS.reduce<Phrase | undefined>((found, pattern) => found ?? find(clause, pattern)?.of("t"), undefined);

/** 标题不能被裁掉: what a crop must spare. */
const NOT_CUT =
  /(?:不能|不要|别|不可以?|不许|避免|千万别)(?:把.{1,8})?(?:被)?(?:裁|切|剪)|\b(?:don't|do not|never|without) (?:crop|cut|trim)|\b(?:must|should) not be (?:cropped|cut)/;
/** A shape that is no rectangle. */
const ROUND = /圆形|[裁切剪](?:一下)?[成为](?:一?个)?圆的?$|椭圆|心形|三角形|星形|\b(?:circle|circular|round|oval|heart|triangle|star)\b/;

/** 只要上半身, behind a crop that says no more. */
const ONLY =
  /^(?:就|只|仅)(?:要|留下?|剩下?|保留)(?<t>[^,]{1,12})$|^(?:just |only )?(?:keep|leave) (?:just |only )?(?:the |his |her )?(?<t>[a-z ]{2,30})$/du;

/** 裁成横版: a crop whose measure follows. */
const isBareCrop = (before: Operation | undefined): before is Operation =>
  before?.kind === "crop" && (before.value ?? before.where ?? before.sides ?? before.target) === undefined;

export const readCrop: Recogniser = (clause, before) => {
  if (before?.kind === "crop" && typeof before.value === "string" && FILLS.test(clause.key))
    return { does: "instead", operations: [operation("canvas.extend", { value: before.value })] };
  if (NOT_CUT.test(clause.key)) return { does: "keep" };
  const keeping = cropKeeping(clause);
  if (keeping !== undefined)
    return before?.kind === "crop" || before?.kind === "text.remove" ? { does: "instead", operations: [keeping] } : operate(keeping);
  const shape = SHAPED.test(clause.key) ? measureIn(clause.key) : undefined;
  if (typeof shape === "string" && isBareCrop(before)) return { does: "instead", operations: [{ ...before, value: shape }] };
  if (typeof shape === "string" && before?.kind !== "crop" && before?.kind !== "canvas.extend")
    return operate(operation("crop", { value: shape }));
  const only = isBareCrop(before) ? find(clause, ONLY)?.of("t") : undefined;
  if (before !== undefined && only !== undefined) return { does: "instead", operations: [{ ...before, target: wordsOf(only) }] };
  if (!CROP.test(clause.key)) return undefined;
  if (ROUND.test(clause.key)) return doubt("round");
  // Two shapes at once are two pictures.
  if (SEVERAL_SHAPES.test(clause.key)) return doubt("variants");
  const value = measureIn(clause.key);
  const where = placeIn(clause)?.where;
  const focus = focusOf(clause);
  const target =
    focus !== undefined
      ? wordsOf(focus)
      : value === undefined && where === undefined && sidesNamed(clause) === undefined
        ? subjectOf(clause, CROP)
        : undefined;
  const sides = sidesOf(clause);
  if (value !== undefined && isBareCrop(before)) return { does: "instead", operations: [{ ...before, value }] };
  // What falls outside, or how close: the crop before says it all.
  if (before?.kind === "crop" && value === undefined && where === undefined && sides === undefined) return { does: "keep" };
  return operate(operation("crop", { value, where: sides === undefined ? where : undefined, sides, target }));
};

type Side = NonNullable<Operation["sides"]>[number];
const SIDES: readonly (readonly [RegExp, readonly Side[]])[] = [
  [/上下左右|四周|四边|每边/, []],
  [/左右(?!移)|两[侧边]|\bleft and right\b|\b(?:both|either) sides?\b/, ["left", "right"]],
  [/上下(?!移)|\btop and bottom\b/, ["top", "bottom"]],
];

/** The sides a clause names together; empty where it means all four. */
const sidesNamed = (clause: Phrase): readonly Side[] | undefined => SIDES.find(([says]) => says.test(clause.key))?.[1];

export function sidesOf(clause: Phrase): Side[] | undefined {
  const sides = sidesNamed(clause);
  return sides === undefined || sides.length === 0 ? undefined : [...sides];
}

const UP_DOWN: Readonly<Record<string, "top" | "bottom">> = { up: "top", down: "bottom" };

function extension(clause: Phrase): Operation {
  const value = measureIn(clause.key);
  const sides = sidesNamed(clause);
  if (sides === undefined)
    return operation("canvas.extend", {
      value,
      where: directionIn(clause)?.where ?? UP_DOWN[/\b(?:up|down)(?=$| by\b| \d)/.exec(clause.key)?.[0] ?? ""],
    });
  return operation("canvas.extend", { value, sides: sides.length === 0 ? undefined : [...sides] });
}

const MORE_OF = /\b(?:with|showing|to (?:show|reveal|include)) (?:some )?(?:more (?:of )?)?(?:the )?(?<x>(?!more\b)[a-z]+(?: [a-z]+)?)$/du;

/** The extension before, its sides left out where the clause behind it names its own. */
const sideless = (before: Operation, named: Operation): Operation => {
  const { where: _where, sides: _sides, ...rest } = before;
  return named.where === undefined && named.sides === undefined ? { ...before, ...named } : { ...rest, ...named };
};

/** "左右各加15%" behind an extension without an amount says how far. */
const AMOUNT_CLAUSE =
  /^(?:四周|每边|各边|上下左右|左右|上下|两[侧边]|左[侧边]?|右[侧边]?|上[方边面]?|下[方边面]?|[\s各都分别再加扩展留出增多]|by|on|to|the|each|every|all|both|sides?|left|right|top|bottom|and|of|it)*\d+(?:\.\d+)?\s*(?:%|percent|px|像素|pixels?)(?:\s|on|to|the|each|every|all|both|sides?|left|right|top|bottom|and|of|it)*$/;

/** 图片改成9:16，上下扩展: the shape is reached by adding, not by cutting. */
const reachesShape = (clause: Phrase, before: Operation | undefined): boolean =>
  before?.kind === "crop" &&
  before.target === undefined &&
  /^\d+:\d+$/.test(String(before.value)) &&
  EXTEND.test(clause.key) &&
  measureIn(clause.key) === undefined;

export const readExtend: Recogniser = (clause, before) => {
  if (before?.kind === "canvas.extend" && before.value === undefined && (AMOUNT_CLAUSE.test(clause.key) || EXTEND.test(clause.key)))
    return { does: "instead", operations: [sideless(before, extension(clause))] };
  if (reachesShape(clause, before)) return { does: "instead", operations: [{ ...extension(clause), value: before?.value }] };
  if (!EXTEND.test(clause.key) || (/留白/.test(clause.key) && before?.kind.endsWith(".add") === true)) return undefined;
  const shown = find(clause, MORE_OF)?.of("x");
  if (shown === undefined) return operate(extension(clause));
  const style = wholeStyle(shown);
  return operate({ ...extension(clause), ...(style === undefined ? { target: wordsOf(shown) } : { style }) });
};
