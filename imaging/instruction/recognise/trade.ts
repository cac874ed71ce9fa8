import { find, hasLiteral, isBlank, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const FRAMES = [
  /^(?:swap|switch|exchange|trade)\s+(?:the )?(?:positions?|places?|locations?) of\s+(?<a>.+?)\s+and\s+(?<b>.+)$/du,
  /^(?:swap|switch|exchange)\s+(?<a>(?!.*\s(?:for|with|into)\s).+?)\s+and\s+(?<b>.+?)(?:\s+(?:around|over|places|positions))?$/du,
  /^(?:把|将)?(?<a>.+?)(?:的位置)?(?:和|与|跟)(?<b>.+?)的?(?:位置|顺序|价格|价钱)?(?:互相|相互)?(?:交换|互换|对调|调换|换)(?:一?下|过来)?(?:位置|顺序)?$/du,
  /^(?:交换|互换|对调|调换)(?:一?下)?(?<a>.+?)(?:和|与|跟|、)(?<b>.+?)(?:的位置)?$/du,
];

/** "swap the two mugs", 对调两把椅子的位置: a pair under one name. */
const PAIR =
  /^(?:swap|switch|exchange|trade|interchange)\s+(?:the )?(?:positions?|places?|locations?|order) of (?:the |these |those |both )?(?<a>(?:two|2|both) [a-z ]+|[a-z]+s)(?: around| over)?$|^(?:swap|switch|exchange|interchange)\s+(?:the |these |those )?(?<b>(?:two|2|both) [a-z ]+?)(?: around| over| places| positions)*$|^(?:交换|互换|对调|调换)(?:一?下)?(?:这|那)?(?<c>[两二俩](?:[个只张把条盏位件]|边的?)\p{Script=Han}{1,6}?)的?(?:位置|顺序)?$|^(?:把|将)?(?:这|那)?(?<d>[两二俩](?:[个只张把条盏位件]|边的?)\p{Script=Han}{1,6}?)的?(?:位置|顺序)?(?:互相|相互)?(?:交换|互换|对调|调换|换)(?:一?下|过来)?(?:位置|顺序)?$/du;

function pairIn(clause: Phrase): ReturnType<Recogniser> {
  const found = /swap|switch|exchange|trade|change|换|对调/.test(clause.key) ? find(clause, PAIR) : undefined;
  const pair = found?.of("a") ?? found?.of("b") ?? found?.of("c") ?? found?.of("d");
  if (pair === undefined || readReference(pair).kind !== "object") return undefined;
  return operate(operation("object.move", { target: wordsOf(pair), value: found?.of("c") || found?.of("d") ? "互换位置" : "swap places" }));
}

/** An amount at the end of what is named: it is what trades places, not the thing it stands on. */
const AMOUNT = /(?<![:：/.-]|\d)[$¥€£￥]?\d[\d.,]*\s?(?:元|块|%|折)?$/u;

/** 拿铁 28: the amount of something in a Chinese sentence. */
const NAMED_AMOUNT = /\p{Script=Han}\s*[$¥€£￥]?\d[\d.,]*\s?(?:元|块|%|折)?$/u;

/** Where the pair stands: "… around in the timetable", "… on the poster". */
const STANDS = /\s+(?:around |over )?(?:in|on) (?:the|this|our) [a-z]+(?: [a-z]+)?$/u;
/** What each of them is said to be: the words Breakfast, the dates 12 May. */
const KIND =
  /^(?:the )?(?:words?|texts?|labels?|names?|dates?|days?|times?|titles?|prices?|headings?|captions?|numbers?)\s+(?!of\b|in\b|on\b|for\b|at\b)(?=\S)/u;
/** 这两档, 两节课: how many they are. */
const COUNTED_ZH =
  /(?:这|那)?[两俩二](?:个|节|档|行|栏|列|项|门|处|段|句|条|张|款|天|周)?(?:字|课|词|文字|单词|价格|日期|选项|标签|标题|内容|部分)?$/u;
/** 周三的, 左边的: where each of them stands. */
const PLACE_ZH =
  /^(?:\p{Script=Han}{1,4}(?:边|侧|面|角|上|下|里)|周[一二三四五六日天]|星期[一二三四五六日天]|第[一二三四五六\d]+[行栏列个])的\s*(?=\S)/u;

/** "the prices of the latte and the mocha": wording that is not given. */
const VALUES_OF = /^(?:the )?(?:prices|dates|times|names|numbers|titles|labels) (?:of|for|on) /u;

/** A side as lettering, where it can be nothing else. */
function wordingOf(side: Phrase): string | undefined {
  const named = without(side, KIND);
  const bare = without(without(without(named, STANDS), COUNTED_ZH), PLACE_ZH);
  const { kind, strings } = readReference(bare);
  if (kind === "text" && strings[0] === wordsOf(bare)) return strings[0];
  // Said to be words, or counted as such.
  return named.key !== side.key || /字$|词$/u.test(COUNTED_ZH.exec(side.key)?.[0] ?? "") ? wordsOf(bare) : undefined;
}

/** "the words Breakfast and Lunch", 早餐和晚餐两个字: what one side is said to be, the other is too. */
function wordings(a: Phrase, b: Phrase): readonly [string, string] | undefined {
  const [left, right] = [wordingOf(a), wordingOf(b)];
  if (left === undefined && right === undefined) return undefined;
  const both = left !== undefined && right !== undefined;
  const said = both || KIND.test(a.key) || /字$|词$/u.test(COUNTED_ZH.exec(b.key)?.[0] ?? "");
  const plain = (side: Phrase): string => wordsOf(without(without(without(side, STANDS), COUNTED_ZH), PLACE_ZH));
  return said ? [left ?? plain(a), right ?? plain(b)] : undefined;
}

/** Two things take each other's place: each is moved to where the other is. Quoted wording is traded by `readChange`. */
export const readTrade: Recogniser = (clause) => {
  if (hasLiteral(clause)) return undefined;
  const pair = pairIn(clause);
  if (pair !== undefined) return pair;
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const [first, second] = [found?.of("a"), found?.of("b")].flatMap((side) => (side === undefined || isBlank(side) ? [] : [side]));
    if (first === undefined || second === undefined) continue;
    if (VALUES_OF.test(first.key)) return doubt("which_text");
    const texts = wordings(first, second);
    const named = [first, second].every((side) => NAMED_AMOUNT.test(side.key));
    const amounts = (named ? undefined : texts) ?? [first, second].map((side) => AMOUNT.exec(wordsOf(side))?.[0]);
    const [left, right] = amounts;
    if (left !== undefined && right !== undefined)
      return operate(...[left, right].map((from, i) => operation("text.replace", { text: { from, to: i === 0 ? right : left } })));
    const things = [first, second].map((side) => readReference(side).target ?? wordsOf(side));
    // The left chair and the right chair: of two of a kind the side says which.
    const [a, b] = things[0] === things[1] ? [first, second].map((side) => wordsOf(without(side, /^(?:把|将|the )/))) : things;
    if (a !== undefined && b !== undefined)
      return operate(operation("object.move", { target: a, value: b }), operation("object.move", { target: b, value: a }));
  }
  return undefined;
};
