import type { StyleWish } from "../../../protocol/plan.ts";
import { COPY_EN } from "../lexicon/copy-words.ts";
import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import { ADD_EN, ADD_ZH, ONE_ZH } from "../lexicon/verbs.ts";
import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, isBlank, literalsOf, type Phrase, part, trimmed, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { placeIn } from "../reference/place.ts";
import { readReference } from "../reference/reference.ts";
import { isTextLike } from "../reference/text-like.ts";
import { coloursIn } from "../style/colour.ts";
import { wholeMargin, withMargin } from "../style/margin.ts";
import { type PlateSaid, plateIn, plateStyle } from "../style/plate.ts";
import { readStyle, wholeStyle } from "../style/style-words.ts";
import { anchorOf, besideWhat, betweenWhat, sideOf, standsAt } from "./beside.ts";
import { AROUND_PICTURE, ARTICLE, addBorder, BORDER, framedThing, PART_FRAMED } from "./borders.ts";
import { OWN_PICTURE } from "./in-its-place.ts";
import { styleReading } from "./wish.ts";

interface AddFrame {
  readonly thing: Phrase;
  readonly ground?: Phrase;
}

/** What no picture can be given as a thing: "give it some breathing room", "add more punch". */
const NO_SUCH_THING =
  /^(?:a (?:bit|little|touch|hint|lot) (?:more |of )?|some |more |extra |breathing |a |an |of )*(?:room|air|pop|punch|oomph|love|character|personality|presence|polish|wow(?: factor)?|magic|space|breath|spacing|justice|attention|thought)$/;

const ZH = [
  new RegExp(`^(?:${ADD_ZH})\\s*(?:${ONE_ZH})?(?<t>[^${QUOTED}]+?)在(?<p>[^${QUOTED}]+?(?:上|里|中|旁边|下面?|前面?|后面?|边))$`, "du"),
  new RegExp(`^(?:添加|加上?|add)\\s*(?:一[个层道圈])?\\s*(?<t>[^${QUOTED}]+?)\\s*(?:给|到)\\s*(?<p>[^${QUOTED}]+)$`, "du"),
  new RegExp(
    `^(?:${ADD_ZH}|(?:add|put|insert|write)\\b)\\s*(?<t>[^${QUOTED}]*${QUOTED}.*?)\\s*(?:在|到|于)(?<p>.+?(?:上方|下方|上面|下面|上边|下边|旁边|[左右][侧边方]))$`,
    "du",
  ),
  /^(?<t>(?:边框|相框|画框|外框)\s*(?:要|用|是|为|:|\s)*(?:.*(?:px|像素|色|#[0-9a-f]{3,6}).*))$/du,
  /^(?:用|以)(?<t>.+?(?:线|边|色))(?:描|勾|加|围|画)一?[个圈]?边框?$/du,
  new RegExp(`^(?:把|将)(?<t>.+?)(?:${ADD_ZH})(?:到|在|进|于|至)(?<p>.+)$`, "du"),
  // 将“买一送一”加上黑色外框: what is put around or on it, not one thing put in another.
  new RegExp(
    `^(?:把|将)(?<p>[^,]+?)(?:再|都|也|统一|各)*(?:加上?|添加|配上?|套上?|描上?)(?:一?[个圈层道条])?(?<t>[^${QUOTED},加]*(?:框线?|描边|阴影|投影|图案|花纹|底纹|条纹))$`,
    "du",
  ),
  new RegExp(
    `^(?:在|于|给|为|往|向|对|让)?(?<p>(?!把|将).*?)(?:(?<![左右])上|里|中|处|内)?(?:再|都|也|统一|各)*(?:${ADD_ZH}|(?<=\\p{Script=Han}\\s?)(?:add|put)\\b\\s*)(?:了|到)?(?:${ONE_ZH})?(?<t>.+)$`,
    "du",
  ),
];
const RELATION_EN =
  "(?:directly |right |just )?(?:below|under|underneath|beneath|above|over|beside|next to|before|after|in front of|behind|(?:to|on) the (?:left|right)(?: side| hand side)? of)";
const EN = [
  new RegExp(
    `^(?:${ADD_EN})\\s+(?<t>[^${QUOTED}]*${QUOTED}.*?)\\s+(?<p>${RELATION_EN}\\s+(?:(?:the|this|that|our|my|its)\\s+[a-z ]+?|it|them))(?:\\s+(?:in|as|with)\\s.*)?$`,
    "du",
  ),
  new RegExp(
    `^(?:${ADD_EN})\\s+[^${QUOTED}]*?(?<p>${RELATION_EN}\\s+(?:[^${QUOTED}]+?|(?:the (?:word |text |line )?)?\\s*${QUOTED}))\\s*(?:saying|that (?:says|reads)|reading|:)\\s*(?<t>${QUOTED}.*)$`,
    "du",
  ),
  new RegExp(
    `^(?:${ADD_EN})\\s+(?<t>[^${QUOTED}]*${QUOTED}.*?)\\s+(?<p>(?:directly |right |just )?(?:below|under|underneath|above|over|next to|beside|after|before|behind)\\s+.*${QUOTED}.*)$`,
    "du",
  ),
  new RegExp(`^(?<t>.*${QUOTED}.*?)\\s+(?:written|printed|placed|shown|added|displayed)\\b(?<p>.*)$`, "du"),
  /^(?:frame|surround|border|outline)\s+(?<p>.+?)\s+(?:with|in|by)\s+(?<t>.+)$/du,
  /^give\s+(?<p>.+?)\s+(?<t>(?:an?|some|more)\s.+)$/du,
  /^give\s+(?<p>(?:the|this|that|my|our|his|her) \w+|him|her|them|it)\s+(?<t>\w+(?: \w+)?)$/du,
  /^(?:put|place|add|insert|paste|include)\s+(?<t>(?:(?!\s(?:on|in|at|onto|by)\s).)+?)\s+(?<p>(?:to|on|at) the (?:left|right)(?: side)? of\s+.+)$/du,
  /^(?:put|place|add|insert|paste|include)\s+(?<t>.+?)\s+(?<p>(?:(?:on )?(?:either|each|both) sides? of|around|over|above|under|underneath|below|beneath|behind|after|before|next to|beside|near|between|against|inside|on top of|in front of)\s+.+)$/du,
  new RegExp(`^(?:${ADD_EN})\\s+(?<t>[^${QUOTED}]+?)\\s+to\\s+(?<p>[^${QUOTED}]*${QUOTED}[^${QUOTED}]*)$`, "du"),
  new RegExp(`^(?:${ADD_EN})\\s+(?<t>.+?)\\s+(?:to|on|onto|into|in|at|for|over|with)\\s+(?<p>.+)$`, "du"),
  new RegExp(`^(?:${ADD_EN})\\s+(?<t>.+)$`, "du"),
];

const PICTURE_THING =
  /^(?:.*的)?(?:[这那一]?[张个枚幅])?(?:公司|品牌|我们的|店铺|\p{Script=Han}{1,3}[店家厂校院社馆局方]|[a-z\d]{2,8}\s?)?(?:认证|质检|环保|安全|有机)?(?:logos?图?标?|徽标|[校院店会班队]徽|(?<=我们的?|公司|品牌)吉祥物|标志|二维码(?:图片)?|条形码|浮?水印图?|贴纸|图标|图片|照片|(?:产品|商品|实拍|细节|效果|宣传)图|(?:商标|标识)图?)$|^(?:our|my) mascot$|\b(?:logo|(?:brand|company|corporate|studio|school|team|club)(?: ?mark| emblem| crest| symbol)|logomark|wordmark|qr ?code|bar ?code|watermark|sticker|icon|image|picture|photo|badge|png|jpe?g|svg|layer)s?(?: \([^)]*\))?$/u;
const VARIANT = /(?:选项|款式?|版本?|配色|颜色|色)$/;
const TEXT_LEAD = new RegExp(
  `^(?:(?:一?(?:行|段|句|个|些|串))?(?:(?:英文|中文|英语)的?(?:话|${TEXT_ZH}|${ROLE_ZH})|英文|中文|英语|话|${TEXT_ZH}|${ROLE_ZH})(?:是|为|叫|:|\\s)*|(?:the |an? |some |today's )?(?:${TEXT_EN}|${ROLE_EN})(?:\\s+(?:saying|that says|reading|which says|of))?[:\\s]+)(?!\\s*(?:按钮|标签|角标|徽章|贴纸|图标|(?:button|badge|sticker|icon|tag)s?\\b))`,
  "u",
);

/** A piece of text whose place is said before its wording: add a subtitle under the title saying "…". */
const SAYING = new RegExp(
  `(?:saying|that (?:says|reads)|reading|which says|with the (?:text|words)|内容为?|写着|写上|为|是|:)\\s*:?\\s*${QUOTED}\\s*(?:$|,|(?:in|as|with|set|at)\\s(?!.*${QUOTED}))`,
  "u",
);

function frameOf(clause: Phrase): AddFrame | undefined {
  for (const pattern of [...ZH, ...EN]) {
    const found = find(clause, pattern);
    const thing = found?.of("t");
    const ground = found?.of("p");
    if (thing !== undefined && !isBlank(thing) && !/^[上下了着进入去到]$/.test(thing.key))
      return ground === undefined || isBlank(ground) ? { thing } : { thing, ground };
  }
  return undefined;
}

const SMALL_TYPE =
  /小号|小的(?!.{0,4}[图贴])|小号?字(?!体|幕|母|符)|\bsmall (?:\w+ )?caps\b|\bsmall (?:\w+ )?(?:letters|lettering|text|type|print|font)\b/;

/** The clause without the place it names, for reading style words that would otherwise be taken from "in the center". */
function styleAround(clause: Phrase): StyleWish | undefined {
  const place = placeIn(clause);
  const sides = place === undefined ? [clause] : [place.before, place.after];
  const style = Object.assign({}, ...sides.map((side) => readStyle(trimmed(side)).style)) as StyleWish;
  if (style.size === undefined && style.sizeFactor === undefined && SMALL_TYPE.test(clause.key)) style.sizeFactor = 0.8;
  return Object.keys(style).length === 0 ? undefined : style;
}

/** The style wished around unquoted wording, none of it read from the wording itself: 西洋菜南街88号 is no size. */
function styleBeside(clause: Phrase, words: Phrase | undefined): StyleWish | undefined {
  if (words === undefined) return styleAround(clause);
  const sides = [part(clause, 0, words.start - clause.start), part(clause, words.end - clause.start)];
  const style = Object.assign({}, ...sides.map((side) => styleAround(side))) as StyleWish;
  return Object.keys(style).length === 0 ? undefined : style;
}

/** 在白色墙上加上“欢迎”: the colour of the ground is no wish for the letters. */
function styleOffGround(clause: Phrase, words: Phrase | undefined, { ground }: Partial<AddFrame> = {}): StyleWish | undefined {
  const style = styleBeside(clause, words);
  if (style?.colour === undefined || words !== undefined || ground === undefined || hasLiteral(ground)) return style;
  const bearer = without(ground, /\s+(?:in|with|using)\s.*$/);
  const isThing = /^(?:the|our|my|this|that)\s|\p{Script=Han}/u.test(bearer.key) && readReference(bearer).kind === "object";
  if (!isThing || !coloursIn(bearer.key).includes(style.colour) || styleBeside(clause, bearer)?.colour !== undefined) return style;
  const { colour: _ofGround, ...others } = style;
  return Object.keys(others).length === 0 ? undefined : others;
}

/** Type that is to stand in capitals is written in them. */
const CAPITALS =
  /\b(?:all[- ]?caps|(?:grey|gray|small|white|black|bold|in|tiny|red|gold) caps|capitals|upper ?case)\b|(?:全部?|都)?大写(?:字母)?/;

/** What is made to carry wording. */
const PLATE = /(?:按钮|标签|吊牌|招牌|横幅|牌子?|徽章|卡片|贴纸|角标|气泡|button|badge|tag|banner|label|sign|card)$/;

/** The thing new lettering is to stand on: on the lid, 在瓶盖上. */
function bearerOf({ ground }: AddFrame): string | undefined {
  if (ground === undefined || hasLiteral(ground)) return undefined;
  const { key } = ground.sentence;
  const given = /给\s*$/.test(key.slice(0, ground.start)) && PLATE.test(ground.key);
  if (!given && !/\bon(?:to)?\s+$/.test(key.slice(0, ground.start)) && !/^\s*上/.test(key.slice(ground.end))) return undefined;
  const { kind, target, where } = readReference(without(ground, /\s+(?:in|with|using)\s.*$/));
  return kind === "object" && where === undefined ? target : undefined;
}

function addText(clause: Phrase, texts: readonly string[], frame?: AddFrame, words?: Phrase): Reading {
  const target = anchorOf(frame?.ground);
  const beside = target !== undefined || (frame?.ground !== undefined && besideWhat(frame.ground) !== undefined);
  const where = beside ? sideOf(frame?.ground) : placeIn(clause)?.where;
  const plate = plateIn(clause);
  const style = onItsPlate(plate === undefined ? styleOffGround(clause, words, frame) : styleBeside(clause, words), plate);
  const bearer = beside || plate !== undefined || where !== undefined || frame === undefined ? undefined : bearerOf(frame);
  const cased = CAPITALS.test(clause.key) ? texts.map((to) => to.toUpperCase()) : texts;
  const value =
    target === undefined || frame?.ground === undefined || betweenWhat(frame.ground) === undefined ? undefined : wordsOf(frame.ground);
  const operations = cased.map((to) => operation("text.add", { target: target ?? bearer, text: { to }, where, style, value }));
  return { does: "operate", operations, ...(plate?.bar === false ? { doubt: "plate" as const } : {}) };
}

/** A colour said of the plate is not that of the letters. */
function onItsPlate(style: StyleWish | undefined, said: PlateSaid | undefined): StyleWish | undefined {
  if (said === undefined) return style;
  const { colour: _ofEither, ...others } = style ?? {};
  return { ...others, ...plateStyle(said) };
}

const ofThing = (frame: AddFrame): Phrase => {
  const place = placeIn(frame.thing);
  const side = place === undefined ? frame.thing : isBlank(place.before) ? place.after : place.before;
  return trimmed(without(without(without(trimmed(side), /^(?:的|了)/), ARTICLE), /\s+(?:to|on|in|at)$|\s*在$/));
};

/** How large a picture is to be added: "at 15% width", 宽度占10%. A share of the picture's width. */
const SHARE = /(\d+(?:\.\d+)?)\s*% (?:of the )?(?:width|wide|image|picture)|(?:宽度?|大小)(?:占|为)?(?:图片|画面)?的?(\d+(?:\.\d+)?)%/;

function shareIn(key: string): StyleWish | undefined {
  const hit = SHARE.exec(key);
  return hit === null ? undefined : { sizeFactor: Math.min(1, Math.max(0.005, Number(hit[1] ?? hit[2]) / 100)) };
}

/** What lies in or on a surface makes it another surface: 碎花图案, "polka dots". */
const PATTERN =
  /(?:图案|花纹|条纹|格纹|格子纹?|碎花|波点|印花|纹理|暗纹|刺绣|亮片)$|\b(?:patterns?|stripes?|polka dots?|floral print|prints?|checks|plaid|tartan|embroidery|sequins|texture)$/;
/** How large an unquoted wording is to stand: 大的 Sold Out, "a big SOLD OUT". */
const SIZE_LEAD =
  /^(?:(?:超|巨|很)?[大小](?:大|小)?(?:号)?的|醒目的)\s*(?=[a-z])|^(?:(?:very )?(?:big|large|huge|giant|bold|small|tiny)(?: (?:red|white|black|yellow|gold|blue))?)\s+/;

/** Beside lettering: 标题下面, "above the quote". */
const SIDE_OF =
  /[左右上下旁](?:边|侧|面|方)?$|^(?:directly |right |just )?(?:below|under|underneath|beneath|above|over|beside|next to|behind|around)\b/;

/** 书的右边, 餐桌中央: a spot of another thing, not of the picture. */
const SPOT_OF = /(?:[左右上下旁](?:边|侧|面|方)?|正中|中[央间心]|[左右][上下]角|[顶底][部端]|角落?|边缘|尽头)$/u;

/** What is laid under lettering: 价格加个黄色底. */
const UNDERLAY = /(?:底色?|底框|底板|色块|色底|高亮|荧光)$|\b(?:highlight|background|plate|box|band|bar|bubble|pill|strip|panel|underlay)$/;

/** 加点东西, "add something": what, is for the person to say. */
const ANYTHING =
  /^(?:一?[点些个段行句])?(?:东西|元素|内容|装饰|什么|文字|文本|文案|字)$|^(?:some |an? |the |more )?(?:text|words|copy|lettering|line of text)$|^(?:something|anything|some (?:things?|stuff|elements?)|things|stuff)$/;

/** Small letters after a count or given to a thing name a thing themselves: 加一个 red bow, 给 T-shirt 加上 stripes; wording is written, or set. */
const COUNTED = new RegExp(`(?:${ADD_ZH})\\s*(?:了|上)?\\s*(?:${ONE_ZH})\\s*(?=[a-z])`, "u");
/** 右上角加个hot: what a badge says. */
const BADGE_WORD = /^(?:hot|new|free|vip|best|best ?seller|limited|top|hit|promo|deals?|bogo|xmas|trending|exclusive)$/;

function isLatinThing(clause: Phrase, frame: AddFrame): boolean {
  const words = wordsOf(ofThing(frame));
  if (!/^[a-z][a-z -]*$/.test(words) || COPY_EN.test(words) || /[行句段]\s*[a-z]/.test(clause.key)) return false;
  return PATTERN.test(words) || COUNTED.test(clause.key) || (frame.ground !== undefined && readReference(frame.ground).kind === "object");
}

/** "add a subtitle", 加个标题: its wording is for the person to say. */
const WORDLESS =
  /^(?:an? |the |some )?(?:sub-?)?(?:title|headline|heading|caption|tag-?line|slogan|sub-?title|price|date|text)s?$|^(?:一?[个行句段条])?(?:主|副|大|小)?(?:标题|口号|标语|广告语|价格|日期|文案)$/u;

function addThing(clause: Phrase, frame: AddFrame): Reading {
  if (ANYTHING.test(frame.thing.key) || WORDLESS.test(frame.thing.key)) return doubt("to_what");
  if (NO_SUCH_THING.test(frame.thing.key)) return doubt("unclear");
  const where = placeIn(clause)?.where;
  const thing = ofThing(frame);
  const ground = frame.ground === undefined ? undefined : readReference(frame.ground);
  if (PICTURE_THING.test(thing.key) || OWN_PICTURE.test(thing.key))
    return operate(
      operation("image.add", {
        target: wordsOf(thing),
        where,
        style: shareIn(clause.key),
        value: standsAt(frame.ground, clause),
      }),
    );
  // 增加黑色和灰色选项: each is a picture of its own.
  if (VARIANT.test(thing.key) && ground?.kind === "object" && new Set(coloursIn(thing.key)).size > 1) return doubt("variants");
  if (VARIANT.test(thing.key) && ground?.kind === "object" && coloursIn(thing.key).length > 0)
    return operate(operation("object.recolour", { target: ground.target, where, style: { colour: coloursIn(thing.key)[0] } }));
  if (ground?.kind === "object" && PATTERN.test(thing.key) && !/[左右上下旁](?:边|侧|面|方)$/.test(frame.ground?.key ?? ""))
    return operate(operation("object.modify", { target: ground.target, value: wordsOf(thing) }));
  const beside = frame.ground !== undefined && SPOT_OF.test(frame.ground.key) && ground?.target !== undefined;
  const value =
    ground?.kind === "object" || ground?.kind === "colour" || ground?.kind === "background"
      ? beside && frame.ground !== undefined
        ? wordsOf(frame.ground)
        : ground.target
      : ground?.kind === "text" && UNDERLAY.test(thing.key)
        ? (ground.strings[0] ?? ground.target)
        : ground?.kind === "text" && frame.ground !== undefined && !hasLiteral(frame.ground) && SIDE_OF.test(frame.ground.key)
          ? wordsOf(frame.ground)
          : undefined;
  return {
    does: "operate",
    operations: [operation("object.add", { target: wordsOf(thing), where: beside ? undefined : where, value })],
    open: true,
  };
}

/** logo放中间偏上: what is put there stands in front, a place behind. Only a picture of one's own is added so; a thing is moved. */
const namedFirst = ({ ground }: AddFrame): AddFrame | undefined =>
  ground !== undefined && (PICTURE_THING.test(ground.key) || OWN_PICTURE.test(ground.key)) ? { thing: ground } : undefined;

/** Said of type just named, a frame in a colour is the letters' outline. */
const LETTER_RIM = /(?:外框|边框|框线|框|边)$/;

function rimOf(colour: string, { key }: Phrase): NonNullable<StyleWish["outline"]> {
  const width = /(\d+(?:\.\d+)?)\s*(?:px|像素|pixels?)/.exec(key)?.[1];
  return { colour, ...(width === undefined ? {} : { widthPx: Number(width) }) };
}

/** Effects are added to type, everything else to the picture: wording, a border, a picture of its own, a thing. */
/** 草莓多加几颗: more of what is there. */
const MORE = /[^,]多[加来放](?:一?[点些]|几\S)$/;

export const readAdd: Recogniser = (clause, before) => {
  if (MORE.test(clause.key) && !hasLiteral(clause)) return undefined;
  const said = frameOf(clause);
  const frame = said === undefined || !isBlank(ofThing(said)) ? said : namedFirst(said);
  if (frame === undefined) return undefined;
  const rim = before?.kind.startsWith("text.") === true && LETTER_RIM.test(frame.thing.key) ? coloursIn(frame.thing.key)[0] : undefined;
  if (rim !== undefined) return { does: "style", style: { outline: rimOf(rim, frame.thing) }, bare: false };
  if (frame.ground !== undefined && !hasLiteral(frame.thing)) {
    const style = wholeStyle(part(clause, frame.thing.start - clause.start, frame.thing.end - clause.start));
    const bearer = readReference(
      without(frame.ground, /^(?:under(?:neath)?|below|behind|around|to|on|beneath|after|before|in)\s+(?:the (?:whole|entire) )?/),
    );
    if (style !== undefined && style.colour === undefined && (bearer.kind === "text" || bearer.kind === "object"))
      return styleReading(bearer, style, wordsOf(frame.thing));
  }
  // 给logo加5%的margin: a margin by itself is no thing.
  const margins = wholeMargin(ofThing(frame).key);
  if (margins !== undefined && frame.ground !== undefined && PICTURE_THING.test(frame.ground.key)) {
    const mark = operation("image.add", { target: wordsOf(frame.ground), where: placeIn(clause)?.where });
    return operate(withMargin(mark, margins) ?? mark);
  }
  if (BORDER.test(frame.thing.key) && !hasLiteral(frame.thing) && frame.ground !== undefined && PART_FRAMED.test(frame.ground.sentence.key))
    return framedThing(readReference(without(frame.ground, /^around\s+/)), frame.thing);
  if (
    /^(?:border|边框|frame (?:it|this|the))/.test(clause.key) ||
    (/^(?:border|边框|相框)/.test(frame.thing.key) && !hasLiteral(frame.thing))
  )
    return addBorder(clause);
  const framed = frame.ground === undefined || hasLiteral(frame.thing) ? undefined : readReference(frame.ground);
  const [edge] = coloursIn(frame.thing.key);
  if (framed?.kind === "text" && edge !== undefined && LETTER_RIM.test(frame.thing.key))
    return styleReading(framed, { outline: rimOf(edge, frame.thing) });
  if ((BORDER.test(frame.thing.key) || AROUND_PICTURE.test(clause.key)) && !hasLiteral(frame.thing)) return addBorder(clause);
  if (!hasLiteral(frame.thing) && SAYING.test(clause.key)) return addText(clause, literalsOf(clause));
  if (hasLiteral(frame.thing)) {
    const after = trimmed(part(frame.thing, frame.thing.key.lastIndexOf(QUOTED) + 1)).key;
    if (/^(?:的)?(?:logo|标志|标识|图片|图标)$|^(?:logo|icon|image)\b/.test(after))
      return operate(operation("image.add", { target: wordsOf(ofThing(frame)), where: placeIn(clause)?.where }));
    return addText(clause, literalsOf(frame.thing), frame);
  }
  const named = without(ofThing(frame), TEXT_LEAD);
  const sized = without(ofThing(frame), SIZE_LEAD);
  if (sized.key !== ofThing(frame).key && isTextLike(sized) && !PICTURE_THING.test(sized.key))
    return addText(clause, [wordsOf(sized)], frame);
  const written = /^(?:.*?)(?:写上?|写入|题上|印上|打上|标注)|^(?:write|type|print)\b/.test(clause.key);
  if (named.key !== ofThing(frame).key && !isBlank(named)) return addText(clause, [wordsOf(named)], frame, named);
  const badge = (frame.ground === undefined || readReference(frame.ground).kind === "none") && BADGE_WORD.test(ofThing(frame).key);
  if ((written || badge || (isTextLike(ofThing(frame)) && !isLatinThing(clause, frame))) && !PICTURE_THING.test(ofThing(frame).key))
    return addText(clause, [wordsOf(ofThing(frame))], frame);
  return addThing(clause, frame);
};
