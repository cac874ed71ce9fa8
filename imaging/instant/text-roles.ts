import type { TextLine } from "../text/types.ts";
import { NAMED_DATE } from "./labelled-value.ts";
import { PLATED } from "./on-plate.ts";
import { isPricedBeside } from "./priced-amounts.ts";

type Lines = readonly TextLine[];

interface Role {
  readonly says: RegExp;
  /** `near` are the lines where the person pointed, in reading order; `all` the picture's. */
  readonly pick: (near: Lines, all: Lines) => Lines;
}

const bySize = (lines: Lines): Lines => [...lines].sort((a, b) => b.box.height - a.box.height);
const reading = (pattern: RegExp) => (near: Lines) => near.filter((line) => pattern.test(line.string));
const DATED = /\d{1,4}\s*[./年月-]\s*\d{1,2}/;
const HAN = /\p{Script=Han}/u;
/** Lines below this share of the largest are small print. */
const SMALL = 0.6;

const isPriced = (line: TextLine, all: Lines): boolean => /[¥￥$€£]\s*\d|\d\s*元/.test(line.string) || isPricedBeside(line, all);
/** All lines with a price, in the order given. */
export const pricedLines = (lines: Lines): Lines => lines.filter((line) => isPriced(line, lines));

const ROLES: readonly Role[] = [
  { says: /副标题|副標題|subtitle|sub-?headline|sub-?heading|tagline/i, pick: (near) => bySize(near).slice(1, 2) },
  {
    says: /标题|標題|title|headline|heading|最大的|大字|(?:biggest|largest) (?:text|words?|letters?)/i,
    pick: (near) => bySize(near).slice(0, 1),
  },
  { says: /最小的|(?:smallest) (?:text|words?|print)/i, pick: (near) => bySize(near).slice(-1) },
  {
    says: /小字|(?:small|fine) (?:print|text)/i,
    pick: (near, all) => near.filter((line) => line.box.height < SMALL * (bySize(all)[0]?.box.height ?? 0)),
  },
  {
    says: /价格|價格|价钱|價錢|售价|售價|price/i,
    pick: (near, all) => bySize(near.filter((l) => isPriced(l, all))).slice(0, 1),
  },
  { says: /日期|时间|時間|date/i, pick: (near) => near.filter((l) => DATED.test(l.string) || NAMED_DATE.test(l.string)).slice(0, 1) },
  {
    says: /折扣|\bdiscount\b/i,
    pick: (near) => bySize(near.filter((l) => /\d\s*[%％折]/.test(l.string))).slice(0, 1),
  },
  { says: /电话|電話|手机号|手機號|号码|號碼|phone/i, pick: (near) => near.filter((l) => /(\d[\s-]?){7,}/.test(l.string)).slice(0, 1) },
  { says: /网址|網址|链接|website|web ?address|\burl\b/i, pick: reading(/www\.|https?:|\.(?:com|cn|net|org|io|co|shop|de|jp)\b/i) },
  { says: /邮箱|郵箱|e-?mail/i, pick: reading(/\S\s?@\s?\S/) },
  { says: /\bquot(?:e|ation)\b|引文|引语|引言|金句/i, pick: reading(/^["“'‘「『].*["”'’」』]$/) },
  { says: /英文|英语|英語|english/i, pick: (near) => near.filter((l) => /\p{Script=Latin}{2}/u.test(l.string) && !HAN.test(l.string)) },
  { says: /中文|汉字|漢字|chinese/i, pick: reading(HAN) },
  // Which lines a button or a label bears is told by their ground, not by being text.
  { says: new RegExp(`^(?!.*(?:${PLATED})).*(?:文字|文案|\\btext\\b)`, "i"), pick: (near) => near },
];

const NUMBERS = "一二三四五六七八九十";
const COUNTED_ZH = /第([一二三四五六七八九十]|\d{1,2})[行段句列]|([首末]|最后一|最後一)[行段句列]/;
const COUNTED_EN =
  /\b(?:(first|top)|second|third|fourth|fifth|(\d{1,2})(?:st|nd|rd|th)|(last|bottom|final)) (?:line|row|paragraph|sentence)/i;
const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** 第二行, "the last line" → place among the lines from 0, negative from the end. */
function countedLine(target: string): number | undefined {
  const [zh, number, end] = COUNTED_ZH.exec(target) ?? [];
  if (zh !== undefined) return number === undefined ? (end === "首" ? 0 : -1) : Math.max(NUMBERS.indexOf(number), Number(number) - 1 || -1);
  const [en, first, nth, last] = COUNTED_EN.exec(target.toLowerCase()) ?? [];
  if (en === undefined) return undefined;
  if (first !== undefined) return 0;
  return last === undefined ? (nth === undefined ? ORDINALS.findIndex((word) => en.startsWith(word)) : Number(nth) - 1) : -1;
}

const EXCEPT = [
  /^除了?(?<kept>.+?)(?:以外|之外|外)?的?(?:所有|全部|其他|其它|其余)?的?(?:文字|文案|文本|字)/u,
  /^(?:all |any |the |other )*(?:text|words?|writing)s? (?:except(?: for)?|but|other than|apart from|besides) (?:the )?(?<kept>.+)$/iu,
];

/**
 * The lines a text's part in the picture names: the title, the second line, the small print, all text but the title.
 * `undefined` where it names no part at all; empty where nothing in the picture plays it.
 */
export function linesInRole(target: string, near: Lines, all: Lines = near): Lines | undefined {
  for (const pattern of EXCEPT) {
    const kept = pattern.exec(target)?.groups?.kept;
    if (kept === undefined) continue;
    const stay = linesInRole(kept, near, all) ?? near.filter((line) => line.string.includes(kept.replace(/^[“"'「]|[”"'」]$/g, "")));
    // What is to stay must be known before the rest may go.
    return stay.length === 0 ? [] : near.filter((line) => !stay.includes(line));
  }
  const counted = countedLine(target);
  if (counted !== undefined) return near.slice(counted).slice(0, 1);
  return ROLES.find(({ says }) => says.test(target))?.pick(near, all);
}
