import { MEASURE_ZH } from "../lexicon/verbs.ts";
import { assembled, type Span } from "../phrase/assembled.ts";
import { QUOTED } from "../phrase/fold.ts";
import { type Phrase, part, trimmed, wordsOf } from "../phrase/phrase.ts";
import { COLOUR } from "../style/colour.ts";
import { placeIn } from "./place.ts";

/** What stands between the things of a list. */
const BETWEEN =
  /,?\s*(?:\b(?:and also|and|plus|as well as|along with|together with)\b|以及|还有|外加|连同|(?<![柔暖温平缓饱总调祥谦附])和(?![平谐服尚风牛田解气善蔼睦弦声纸])|(?<![参给赠])与(?!众|时|其|会)|(?<![高低平脚鞋粗细后坡厚])跟(?![鞋踪随着])|(?<![普涉埃])及(?![格时其])|(?<=\s)[&+](?=\s)|(?<=\p{Script=Han}\s?)[&+](?=\s?[\p{Script=Han}a-z])|(?<=[a-z]{2} ?|\p{Script=Han} ?)\/(?= ?(?:[a-z]{2}|\p{Script=Han}))|、)\s*|\s*,\s*/gu;
export const SEVERAL = /\band\b|\bplus\b|\bas well as\b|\balong with\b|\btogether with\b|以及|还有|外加|连同|和|与|跟|及|[&+、,/]/;

/** Names and sayings of which "and" is a part. */
const ONE_NAME =
  /\b(?:salt (?:and|&) pepper|bread and butter|fish and chips|mac(?:aroni)? and cheese|rock (?:and|&|n) roll|terms (?:and|&) conditions|arts? (?:and|&) crafts?|peanut butter and jelly|cup and saucer|mortar and pestle|pros and cons|before and after|stars and stripes|lost and found|health and safety|gin and tonic|drag and drop|kith and kin|ins and outs|bed and breakfast|bells and whistles|hide and seek|up and down|left and right|top and bottom|back and forth|now and then)\b|前后对比|中和/;
/** What lies between things, is shared by them or is left out belongs to them together. */
const TOGETHER =
  /\bbetween\b|\bversus\b|\bvs\b|\bexcept\b|\bother than\b|\bapart from\b|\bbesides\b|\beverything (?:but|else)\b|\bbut not\b|之间|中间|间距|间隔|除了|以外|之外|的(?:距离|间隔|关系|顺序|先后|比例|位置|对比|交界|边界|连接处)$|对调|互换|交换/u;
const PREPOSITION = /\b(?:with|of|holding|carrying|wearing|made|that|who|which|in|on|at|for|from|under|near|behind|by)\b/;
const BINDING = /\b(?:with|of|holding|carrying|wearing|made|that|who|which)\b/;
const DETERMINED = /^(?:the|that|this|those|these|all|any|every|each|both|my|our|your|her|his|their|its)\b/;
const ARTICLED = /^(?:an?|some|one|two|three|\d+)\b/;
const LONE_ADJECTIVE = new RegExp(
  `^(?:(?:the|all|any|an?|my|our) )*(?:${COLOUR}|big|large|small|tiny|little|old|new|ugly|dirty|messy|young|tall|short|long|wide|thin|thick|bright|dark|light|soft|warm|cool|blurry|plain|simple|clean|broken|torn|wet|dry|round|square|wooden|metal)$|^${COLOUR}的?$|^(?:[大小新旧老高矮长短胖瘦黑白红黄蓝绿])$`,
  "u",
);
/** 戴着帽子和墨镜的女人: what stands before 的 says which. */
const CLAUSE_ZH = /[戴穿拿抱带有印写画装举背牵骑坐站拎提挂放着]/;
const LOCATIVE =
  /(?:[上下左右前后里内中外旁]|[上下左右前后里外旁]?[边面侧方头]|角|旁|处|部|顶|底|间|央|里面|上面)$|色$|[红黄蓝绿黑白灰紫橙粉棕]$|[大小]$/;

interface Cut {
  readonly parts: readonly Phrase[];
  readonly han: boolean;
}

function cut(phrase: Phrase): Cut | undefined {
  const parts: Phrase[] = [];
  let from = 0;
  for (const hit of phrase.key.matchAll(BETWEEN)) {
    parts.push(trimmed(part(phrase, from, hit.index)));
    from = hit.index + hit[0].length;
  }
  parts.push(trimmed(part(phrase, from)));
  const given = parts.filter(({ key }) => key !== "");
  return given.length < 2 ? undefined : { parts: given, han: /\p{Script=Han}/u.test(phrase.key) };
}

/** "Salt and Pepper", set like a name. */
const setAsName = (words: string): boolean => /\p{Lu}\p{Ll}+ (?:and|&) \p{Lu}\p{Ll}/u.test(words) && !/\b(?:the|a|an) /i.test(words);

function belongTogether({ parts, han }: Cut): boolean {
  const [first, ...others] = parts;
  if (first === undefined || parts.slice(0, -1).some(({ key }) => LONE_ADJECTIVE.test(key))) return true;
  if (han) {
    const last = others.at(-1)?.key ?? "";
    const of = /^(.+)的.+$/u.exec(last)?.[1];
    if (of === undefined || first.key.includes("的") || (LOCATIVE.test(of) && of.length <= 5)) return false;
    return CLAUSE_ZH.test(first.key) || !CLAUSE_ZH.test(of);
  }
  return others.some(({ key }) => {
    if (BINDING.test(first.key)) return !DETERMINED.test(key);
    return PREPOSITION.test(first.key) && DETERMINED.test(first.key) && !DETERMINED.test(key) && !ARTICLED.test(key);
  });
}

const spanOf = ({ start, end }: Phrase): Span => [start, end];

/** 桌上的杯子和书: where the first stands, the others stand too. */
const SHARED_PLACE = /^.*(?:[上下里内中外旁]|[左右上下前后里外旁][边面侧方]|[左右][上下]角|[上下左右]角|里面|上面)的(?=[^的]+$)/u;
/** "the wires and poles from the sky": said once behind the last. */
const SHARED_TAIL = /\s(?:from|in|on|off|at)\s(?:the|her|his|this|my|our|their)\s[a-z]+(?: [a-z]+)?$/;

function prefixOf({ parts, han }: Cut): Span | undefined {
  const [first, ...others] = parts;
  const shared =
    han && first !== undefined && others.every(({ key }) => !key.includes("的") && !key.includes(QUOTED))
      ? SHARED_PLACE.exec(first.key)
      : null;
  return shared === null || first === undefined ? undefined : [first.start, first.start + shared[0].length];
}

function tailOf({ parts, han }: Cut): Span | undefined {
  const last = parts.at(-1);
  if (han || last === undefined || DETERMINED.test(last.key) || ARTICLED.test(last.key)) return undefined;
  if (parts.slice(0, -1).some(({ key }) => PREPOSITION.test(key))) return undefined;
  const tail = SHARED_TAIL.exec(last.key);
  return tail === null ? undefined : [last.start + tail.index, last.end];
}

/** “NEW”和“SALE”角标, the "NEW" and "SALE" badges, 左边和右边的杯子: what they are is said once behind the last. */
function headOf(one: Phrase, last: Phrase): Span | undefined {
  const quote = last.key.indexOf(QUOTED);
  if (one.key.endsWith(QUOTED) && quote >= 0) return [last.start + quote + 1, last.end];
  const place = placeIn(one);
  if (place === undefined || trimmed(place.before).key.replace(/^the$/, "") !== "" || trimmed(place.after).key !== "") return undefined;
  const of = placeIn(last);
  return of === undefined || trimmed(of.after).key === ""
    ? undefined
    : [of.after.start - (/的$/u.test(last.sentence.key.slice(last.start, of.after.start)) ? 1 : 0), last.end];
}

/** "the blue one": the noun of the first. */
function ofOne(one: Phrase, first: Phrase): readonly Span[] | undefined {
  const hit = /\bone(?=$|\s(?:in|on|at|with)\b)/.exec(one.key);
  const noun = /[a-z]+(?=$|\s(?:in|on|at|with)\b)/.exec(first.key);
  if (hit === null || noun === null || one === first) return undefined;
  const from = first.start + noun.index;
  return [
    [one.start, one.start + hit.index],
    [from, from + noun[0].length],
    [one.start + hit.index + hit[0].length, one.end],
  ];
}

/**
 * The things a noun phrase lists, each with what it shares with the others (桌上的杯子和书, "wires and poles from the sky"); one where it
 * lists nothing, as in names ("Salt and Pepper") and in descriptions ("a man with a hat and a bag").
 */
export function partsOf(phrase: Phrase): readonly (readonly Span[])[] {
  const whole = [[spanOf(phrase)]];
  if (!SEVERAL.test(phrase.key) || ONE_NAME.test(phrase.key) || TOGETHER.test(phrase.key) || setAsName(wordsOf(phrase))) return whole;
  const list = cut(phrase);
  if (list === undefined || belongTogether(list) || list.parts.length > 12) return whole;
  const { parts } = list;
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.every(({ key }) => key === QUOTED)) return whole;
  const [prefix, tail] = [prefixOf(list), tailOf(list)];
  return parts.map((one) => {
    const again = ofOne(one, first);
    if (again !== undefined) return again;
    const head = one === last ? undefined : headOf(one, last);
    const before = prefix === undefined || one === first ? [] : [prefix];
    const behind = head ?? (one === last ? undefined : tail);
    return [...before, spanOf(one), ...(behind === undefined ? [] : [behind])];
  });
}

/** The same as phrases, each a sentence of its own. */
export const listed = (phrase: Phrase): readonly Phrase[] => {
  const parts = partsOf(phrase);
  return parts.length < 2 ? [phrase] : parts.map((spans) => trimmed(assembled(phrase, spans)));
};

/** 一只猫和一只狗, "a cat and a dog": new things, each counted. */
export const eachCounted = (phrase: Phrase): boolean => {
  const list = cut(phrase);
  const counted = new RegExp(`^(?:一?${MEASURE_ZH}|[一二两三四五六七八九十几\\d])`, "u");
  return list?.parts.slice(1).every(({ key }) => (list.han ? counted.test(key) : ARTICLED.test(key) || DETERMINED.test(key))) === true;
};
