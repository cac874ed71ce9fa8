import type { StyleWish } from "../../../protocol/plan.ts";
import { COPY_ZH } from "../lexicon/copy-words.ts";
import { LANGUAGES, ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, isBlank, literalsOf, type Phrase, part, trimmed, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { ordinalAlone } from "../reference/ordinal.ts";
import { placeIn } from "../reference/place.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { isTextLike } from "../reference/text-like.ts";
import { COLOUR, colourOf, coloursIn } from "../style/colour.ts";
import { plainGround } from "../style/plain-ground.ts";
import { namedWeight, readStyle, wholeStyle } from "../style/style-words.ts";
import { asWording, BEARER } from "./as-wording.ts";
import { fromFace, namedFace } from "./face.ts";
import { type ChangeFrame, changeFrame } from "./frames.ts";
import { ARTICLE, inItsPlace, inItsWording, OWN_PICTURE } from "./in-its-place.ts";
import { itsWording } from "./its-wording.ts";
import { labelled } from "./labelled.ts";
import { type Look, lookOf, lookReading } from "./look.ts";
import {
  ALIKE,
  COLOUR_AND_MORE,
  COMPARED,
  CUT,
  DYED,
  EARLIER_ONE,
  FRUIT,
  kindOfColour,
  LIKE_ITSELF,
  MADE_OF,
  NO_COLOUR,
  NOT_SAID,
  OF_ITS_KIND,
  OF_THE_SCENE,
  POINTED_AT,
  QUALITY_OF,
  SCENE,
  SET_AS,
  SOME_DIGITS,
} from "./result-words.ts";
import { toQuoted, toWording } from "./to-wording.ts";
import { priceOfThing, valueAlone } from "./value-alone.ts";
import { styleBeside, styleReading, textOperations } from "./wish.ts";

const LANGUAGE = new RegExp(`^(?:${LANGUAGES})(?:版本?)?$`, "u");
/** Results of 改成 that describe the thing anew and do not name another: 条纹款, 皮质的, "with stripes". */
const ATTRIBUTE =
  /^(?:半?透明|磨砂|哑光)$|(?:款式?|[短长卷直]发|色|纹|质|质地|材质|样式|图案|造型|形状|状|的|版本?|发型|姿势|表情|装饰|圆角|直角|方角|风格?)$|大小|带|^(?:朝|面向|面朝|指向|对着)|^(?:with|without|more|less|made of|look)\b|^(?:much |a (?:bit|little) |slightly )?(?:bluer|greener|redder|whiter|yellower|pinker|shinier|rounder|wider|taller|shorter|longer|thicker|fluffier|cleaner|clearer|fuller|curlier|straighter|darker|lighter|brighter)$|\b(?:version|pattern|style|texture|material|striped|wooden|leather|metallic)$|-(?:colou?red|shaped|style|themed|looking|sized|toned)$/u;

const clauseKey = ({ subject, result }: ChangeFrame): string => subject.sentence.key.slice(subject.start, result.end);

/** "a metal one": what the thing is to be like, and that it is the same kind of thing. */
function anotherOfIt(frame: ChangeFrame, { target = "", where }: Reference): Reading | undefined {
  const like = find(frame.result, /^an? (?<l>[a-z-]+(?: [a-z-]+)?) one$/du)?.of("l");
  const noun = /[a-z]+$/i.exec(target)?.[0];
  if (like === undefined || noun === undefined) return undefined;
  if (frame.verb !== "swap") return operate(operation("object.modify", { target, where, value: wordsOf(like) }));
  return operate(operation("object.replace", { target, where, value: `${wordsOf(like)} ${noun}` }));
}

function toThing(frame: ChangeFrame, reference: Reference): Reading {
  const another = anotherOfIt(frame, reference);
  if (another !== undefined) return another;
  const value = wordsOf(without(frame.result, ARTICLE));
  const { target, where } = reference;
  const modify =
    MADE_OF.test(frame.result.key) ||
    LIKE_ITSELF.test(frame.result.key) ||
    CUT.test(clauseKey(frame)) ||
    OF_ITS_KIND.test(frame.result.key) ||
    (frame.verb !== "swap" && COLOUR_AND_MORE.test(frame.result.key)) ||
    (frame.verb !== "swap" &&
      (ATTRIBUTE.test(frame.result.key) || reference.attribute || QUALITY_OF.test(frame.subject.key) || DYED.test(clauseKey(frame))));
  return { does: "operate", operations: [operation(modify ? "object.modify" : "object.replace", { target, where, value })], open: true };
}

function toGround(frame: ChangeFrame, reference: Reference): Reading {
  const { key } = frame.result;
  if (/^(?:变?为?透明的?|transparent|none|nothing|空)(?:背景|底)?\s?(?:png)?(?:格式|图片?)?$/.test(key))
    return operate(operation("background.remove"));
  const bare = without(
    without(frame.result, /(?<=.)的?(?:纯色|单色)$/),
    /的?(?:背景|底|底色|底图|底的?图片?|底照片?|\s+background|\s+backdrop|\s+bg|\s+one)$/,
  );
  const { style } = readStyle(bare);
  const plain = plainGround(without(bare, ARTICLE));
  const coloured = Object.keys(style).length > 0;
  if (plain !== undefined || (coloured && (reference.attribute || /^(?:solid|plain|纯)/.test(key))))
    return operate(operation("background.recolour", { style: plain ?? style }));
  const graded = lookOf(bare);
  if (graded?.kind === "tone.adjust") return operate(operation("tone.adjust", { target: reference.target ?? "背景", value: graded.value }));
  // 科技感的蓝色渐变: the colours are said, whatever else it is called.
  if (style.gradient !== undefined && /(?:渐变色?|gradient)$/.test(bare.key))
    return operate(operation("background.recolour", { style: { gradient: style.gradient } }));
  const words = without(without(bare, /^for\s+/), ARTICLE);
  const named = without(words, /^(?:be|of)\s+/);
  return { does: "operate", operations: [operation("background.replace", { value: wordsOf(named) })], open: true };
}

/** An article, in small letters, stands before a thing. */
const A_THING = /^(?:an?|another|some) /;

/** Wording no person would call a thing: digits, prices, copy. */
const surelyWording = (phrase: Phrase): boolean =>
  isTextLike(phrase) &&
  !A_THING.test(wordsOf(phrase)) &&
  (/\d|[$¥€£%]/.test(phrase.key.replace(/#[0-9a-f]{3,6}\b/g, "")) || COPY_ZH.test(phrase.key));

/** A colour's name as new wording: 把'红色'改成蓝色 speaks of the word, as does "change SILVER to GOLD". */
function isWordForWord(reference: Reference, result: Phrase): boolean {
  const [first] = reference.strings;
  if (first === undefined || reference.attribute || colourOf(result.key) === undefined) return false;
  // “咖啡”改成绿色: a drink is no word for a colour.
  const alike = /色$/u.test(first) === /色$/u.test(result.key) || !/\p{Script=Han}/u.test(first);
  return (alike && colourOf(first.toLowerCase()) !== undefined) || (/^\p{Lu}{2,}$/u.test(wordsOf(result)) && !/\p{Ll}/u.test(first));
}

/** 字号改为72: the number takes its unit from the property named. */
function attributeStyle({ subject, result }: ChangeFrame, reference: Reference): StyleWish | undefined {
  const spacing = /^(\d+(?:\.\d+)?)\s*(?:px|像素|pt)?$/.exec(result.key);
  if (spacing !== null && /字间?距|spacing|tracking/.test(subject.key)) return { trackingPx: Number(spacing[1]) };
  const named = reference.attribute && /字重|粗细|weight/.test(subject.key) ? namedWeight(result.key) : undefined;
  if (named !== undefined) return { weight: named };
  const times = /^(?:原来?的?|现在的?)?\s*(\d{1,2}(?:\.\d+)?)\s?(?:倍大?|x|×|times)$/.exec(result.key)?.[1];
  if (times !== undefined && /字号|大小|尺寸|size/.test(subject.key)) return { sizeFactor: Math.min(20, Math.max(0.05, Number(times))) };
  const number = /^\d+(?:\.\d+)?$/.test(result.key) ? Number(result.key) : undefined;
  if (!reference.attribute || number === undefined) return undefined;
  if (/字号|大小|尺寸|size/.test(subject.key) && number >= 1 && number <= 4096) return { size: number };
  return /字重|粗细|weight/.test(subject.key) && number >= 1 && number <= 1000 ? { weight: number } : undefined;
}

/** 红底白字: the colour behind the letters and their own. */
const ON_GROUND = new RegExp(`^(?<g>${COLOUR})(?:的)?底(?:的|,|配)?(?<l>${COLOUR})(?:的)?字$`, "du");

function onGround(result: Phrase, reference: Reference): Reading | undefined {
  const found = find(result, ON_GROUND);
  const [ground, letters] = [colourOf(found?.of("g")?.key ?? ""), colourOf(found?.of("l")?.key ?? "")];
  if (ground === undefined || letters === undefined) return undefined;
  const { strings, target } = reference;
  const behind = operation("object.recolour", { target: `${strings[0] ?? target ?? ""}底色`, style: { colour: ground } });
  const type = styleReading(reference, { colour: letters }, "");
  return type.does === "operate" ? operate(...type.operations, behind) : type;
}

function toWords(frame: ChangeFrame, reference: Reference, look: Look | undefined): Reading {
  const { result, subject, verb } = frame;
  const inverse = reference.kind === "text" ? onGround(result, reference) : undefined;
  if (inverse !== undefined) return inverse;
  const bare = reference.kind === "none" || reference.kind === "picture";
  if ((OF_THE_SCENE.test(subject.key) && !/\d/.test(result.key)) || (bare && SCENE.test(result.key)))
    return operate(operation("style.transfer", { value: wordsOf(result) }));
  if (
    look === undefined &&
    NO_COLOUR.test(result.key) &&
    !/渐变|彩虹(?!屁)/.test(result.key) &&
    coloursIn(result.key).length === 0 &&
    verb !== "translate" &&
    reference.kind !== "picture"
  )
    return doubt("to_what");
  const style =
    isWordForWord(reference, result) || (reference.kind === "object" && FRUIT.test(result.key))
      ? undefined
      : (attributeStyle(frame, reference) ?? wholeStyle(result) ?? kindOfColour(result));
  const comparative = COMPARED.test(result.key) ? readStyle(result).style : {};
  if (Object.keys(comparative).length > 0) return styleReading(reference, comparative, wordsOf(result));
  if (OF_TWO_COLOURS.test(result.key) && new Set(coloursIn(result.key)).size > 1) return doubt("two_colours");
  if (reference.kind === "background") return toGround(frame, reference);
  if (reference.kind === "none" && /^(?:.*色|纯)?(?:白|黑|红|蓝|灰|绿)?底(?:的?图片?|照片?)?$|背景图?$|\bbackground$/.test(result.key))
    return toGround(frame, reference);
  if (style !== undefined) return styleReading(reference, style, wordsOf(result));
  if (look !== undefined && (reference.kind !== "text" || reference.strings.length === 0)) return lookReading(look, reference);
  const face = namedFace(frame, reference);
  if (face !== undefined) return face;
  const price = priceOfThing(frame, reference);
  if (price !== undefined) return price;
  if ((hasLiteral(subject) || reference.kind === "text") && verb !== "translate" && SET_AS.test(result.key))
    return operate(...textOperations("text.restyle", reference).map((op) => ({ ...op, value: wordsOf(result) })));
  if (verb === "translate" || (verb === "arrow" && !(reference.kind === "object" && A_THING.test(wordsOf(result)))))
    return toWording(frame, asWording(reference, subject));
  switch (reference.kind) {
    case "text":
      // A phone is a number or a thing; in whose place "an iPhone" is to stand, it is the thing.
      return /\bphone$/i.test(reference.target ?? "") && reference.strings.length === 0 && /^an? (?!new number)/.test(result.key)
        ? toThing(frame, { ...reference, kind: "object" })
        : toWording(frame, reference);
    case "object":
      return surelyWording(result) && (verb !== "swap" || COPY_ZH.test(result.key))
        ? toWording(frame, asWording(reference, subject))
        : toThing(frame, reference);
    case "colour":
      return toThing(frame, { ...reference, kind: "object" });
    default:
      // 换成我选的png: one's own picture, in the place of what is drawn around or marked.
      return reference.kind === "none" && OWN_PICTURE.test(result.key)
        ? operate(operation("object.replace", { where: reference.where, value: wordsOf(result) }))
        : doubt(isTextLike(result) ? "which_text" : "to_what");
  }
}

/** "the car from red to black": the colour it has now. */
const FROM_COLOUR = new RegExp(`(?:\\s+from\\s+|(?:从|由)\\s*)${COLOUR}$`, "u");

/** 红色的蓝色字: no letters are both. */
const OF_TWO_COLOURS = new RegExp(`^(?:(?:${COLOUR})(?:的|\\s)*){2,}(?:(?:文?字|字体)|(?:text|letters|lettering|type))$`, "u");

/** "swap 'A' and 'B'": each takes the other's place. */
const EXCHANGE = new RegExp(
  `^(?:(?:swap|switch|exchange)\\s+(?:the (?:words|texts?|positions? of)\\s+)?${QUOTED}\\s+and\\s+${QUOTED}(?: around| over)?|(?:交换|互换|对调|调换)\\s*${QUOTED}\\s*(?:和|与|跟|、)\\s*${QUOTED}(?:的位置)?|(?:把|将)?(?:[\\p{Script=Han}]{1,6})?\\s*${QUOTED}\\s*(?:和|与|跟)\\s*${QUOTED}\\s*(?:这|那)?(?:[两二俩]个?(?:字|词|数字?|处|地方|价格|文字)?)?(?:的位置)?(?:交换|互换|对调|调换|换|调)(?:一?下|位置|过来)*)$`,
  "u",
);

/** "the button text from Sign up to Get started": what it reads now stands between. */
const FROM_WORDING = new RegExp(`^(?<s>(?:the |this |our )?(?:[a-z]+ ){0,2}(?:${ROLE_EN}|${TEXT_EN}))\\s+from\\s+(?<f>.+)$`, "du");

/** 嘉宾名字从李雯改成张可欣: the same in Chinese. */
const FROM_WORDING_ZH = new RegExp(`^(?:把|将)?(?<s>[^从由]{0,10}(?:${ROLE_ZH}|${TEXT_ZH}))(?:从|由)(?<f>.+)$`, "du");

/** 第三个改成“¥129” after 第二个“¥199”改成…: the same wording, another of its places. */
const COUNTED_PART = /^第[一二三四五六七八九十\d]个(.+)$/u;

function sameAgain(frame: ChangeFrame, before: Parameters<Recogniser>[1]): Reading | undefined {
  const from = before?.kind === "text.replace" ? before.text?.from : undefined;
  const nth = from === undefined ? undefined : ordinalAlone(frame.subject);
  const counted = before?.kind === "text.replace" ? COUNTED_PART.exec(before.target ?? "")?.[1] : undefined;
  if (counted !== undefined && nth === undefined && ordinalAlone(frame.subject) !== undefined) {
    const to = hasLiteral(frame.result) ? literalsOf(frame.result)[0] : wordsOf(frame.result);
    return operate(operation("text.replace", { target: wordsOf(frame.subject) + counted, text: { to: to ?? "" } }));
  }
  if (nth === undefined || !hasLiteral(frame.result)) return undefined;
  return operate(
    operation("text.replace", { text: { from, to: literalsOf(frame.result)[0] ?? "" }, nth, style: styleBeside(frame.result) }),
  );
}

/** 左边的杯子改成红色，右边的改成蓝色: the same kind of thing in another place. */
function otherPlace(reference: Reference, before: Parameters<Recogniser>[1], key: string): Reference | undefined {
  const from = /也|\b(?:too|as well|also)\b/u.test(key) ? before?.text?.from : undefined;
  if (reference.kind === "none" && reference.where !== undefined && before?.where !== undefined && from !== undefined)
    return { ...reference, kind: "text", strings: [from] };
  if (reference.kind !== "none" || reference.where === undefined || before?.where === undefined || before.target === undefined)
    return undefined;
  return { ...reference, kind: before.kind.startsWith("text.") ? "text" : "object", target: before.target };
}

/** "the year from 2024 to 2025 in the footer": behind figures, where they stand. */
const FIGURES_IN = /^[$€£¥]?\d[\d.,:%/-]*(?:\s?[a-z]{1,3})?\s+(?<p>(?:in|on|at|under|below|above|next to) (?:the|our|this) [a-z -]+)$/du;

function inPart(reading: Reading | undefined, said: Phrase): Reading | undefined {
  if (reading?.does !== "operate") return reading;
  const place = placeIn(said);
  const where = place !== undefined && isBlank(place.before) && isBlank(place.after) ? place.where : undefined;
  const operations = reading.operations.map((op) =>
    where === undefined ? { ...op, target: op.target === undefined ? wordsOf(said) : `${op.target} ${wordsOf(said)}` } : { ...op, where },
  );
  return { ...reading, operations, open: false };
}

/** Two quoted strings joined by "and" want two results or share one; a place beside the whole applies to both. */
export const readChange: Recogniser = (clause, before) => {
  const trade = EXCHANGE.test(clause.key) ? literalsOf(clause) : [];
  if (trade.length === 2) return operate(...trade.map((from, i) => operation("text.replace", { text: { from, to: trade[1 - i] } })));
  const frame = changeFrame(clause);
  if (frame === undefined) return undefined;
  const figures = hasLiteral(frame.result) ? undefined : find(frame.result, FIGURES_IN)?.of("p");
  if (figures !== undefined) return inPart(readChange(trimmed(part(clause, 0, figures.start - clause.start)), before), figures);
  const named = find(frame.subject, FROM_WORDING) ?? find(frame.subject, FROM_WORDING_ZH);
  const now = hasLiteral(frame.subject) ? undefined : named?.of("f");
  const face = now === undefined || hasLiteral(frame.result) ? undefined : fromFace(now, named?.of("s") ?? frame.subject, frame.result);
  if (face !== undefined) return face;
  if (now !== undefined && named !== undefined && colourOf(now.key) === undefined && !/\d/.test(now.key)) {
    const target = readReference(named.of("s") ?? frame.subject).target;
    const to = hasLiteral(frame.result) ? (literalsOf(frame.result)[0] ?? "") : wordsOf(frame.result);
    if (to !== "") return operate(operation("text.replace", { target, text: { from: wordsOf(now), to } }));
  }
  const again = sameAgain(frame, before);
  if (again !== undefined) return again;
  const pair = labelled(frame);
  if (pair !== undefined) return pair;
  const amount = valueAlone(frame);
  if (amount !== undefined) return amount;
  const reference = itsWording(readReference(without(frame.subject, FROM_COLOUR)), frame);
  const other = otherPlace(reference, before, clauseKey(frame));
  if (other !== undefined) return hasLiteral(frame.result) ? toQuoted(frame, other) : toWords(frame, other, lookOf(frame.result));
  if (frame.verb === "elided" && reference.kind === "object" && wholeStyle(frame.result) === undefined && !hasLiteral(frame.subject))
    if (!hasLiteral(frame.result) || !BEARER.test(reference.target?.toLowerCase() ?? "")) return undefined;
  // “translate it into something cool”: no wording is given.
  if (frame.verb === "translate" && !hasLiteral(frame.result) && /^(?:something|anything|another|a different)\b/.test(frame.result.key))
    return doubt("wording");
  if (frame.verb === "translate" && LANGUAGE.test(frame.result.key)) return doubt("wording");
  // 简体全部转成繁体: what the translation reads is not said.
  if (
    LANGUAGE.test(frame.result.key) &&
    (reference.kind === "text" || LANGUAGE.test(frame.subject.key.replace(/全部|都|的?(?:字|文字)/gu, ""))) &&
    frame.verb !== "arrow"
  )
    return doubt("wording");
  if (POINTED_AT.test(frame.result.key) && reference.kind !== "text" && reference.kind !== "none") return doubt("to_what");
  if (ALIKE.test(frame.result.key) || (!hasLiteral(frame.result) && NOT_SAID.test(frame.result.key))) return doubt("to_what");
  if (!hasLiteral(frame.subject) && SOME_DIGITS.test(frame.subject.key)) return doubt("which_text");
  if (isBlank(frame.result) || EARLIER_ONE.test(frame.result.key)) return doubt("to_what");
  // 不要这个背景了，换成海边: what takes the place of the ground that goes.
  if (reference.kind === "none" && before?.kind === "background.remove" && !hasLiteral(frame.result)) return toGround(frame, reference);
  const instead = reference.kind === "none" && !hasLiteral(frame.result) ? inItsPlace(frame, before) : undefined;
  if (instead !== undefined) return instead;
  const reworded = reference.kind === "none" && hasLiteral(frame.result) ? inItsWording(frame, before, reference.where) : undefined;
  if (reworded !== undefined) return reworded;
  // "Delete the badge and change it to 'New'": what is gone cannot read anything.
  if (
    hasLiteral(frame.result) &&
    before?.kind === "object.remove" &&
    /^(?:change|turn|rename|set|make) (?:it|them)\b|^(?:把|将)(?:它们?|其)改/.test(clause.key)
  )
    return doubt("contradiction");
  if (hasLiteral(frame.result) && reference.kind === "none" && before?.kind.endsWith(".remove") === true)
    return operate(
      operation("text.add", {
        text: { to: literalsOf(frame.result)[0] ?? "" },
        where: reference.where ?? before.where,
        style: styleBeside(frame.result),
      }),
    );
  if (hasLiteral(frame.result)) return toQuoted(frame, reference);
  return toWords(frame, reference, lookOf(frame.result));
};

/** Verbless order to translate: "translate the title into French" is caught above; 翻译成英文 names no text at all. */
export const readTranslation: Recogniser = (clause) =>
  /^(?:翻译|译|translate|localis|localiz)/.test(clause.key) && !hasLiteral(clause) ? doubt("wording") : undefined;
