import { ALL_OF_THEM } from "../../../protocol/plan.ts";
import { REMOVE_EN, REMOVE_ZH } from "../lexicon/verbs.ts";
import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, literalsOf, type Phrase } from "../phrase/phrase.ts";
import { operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

/** Marks people name instead of typing them: how each is said, and the mark in either script. */
const MARKS: readonly (readonly [says: RegExp, latin: string, chinese: string])[] = [
  [/感叹号|叹号|exclamation/, "!", "！"],
  [/问号|question mark/, "?", "？"],
  [/句号|full stop|period/, ".", "。"],
  [/省略号|ellipsis/, "…", "……"],
  [/逗号|comma/, ",", "，"],
  [/冒号|colon/, ":", "："],
  [/星号|asterisk|\bstar\b/, "*", "*"],
  [/加号|plus sign/, "+", "+"],
  [/百分号|percent sign/, "%", "%"],
  [/撇号|apostrophe/, "'", "’"],
  [/连字符|短横线|hyphen/, "-", "-"],
  [/破折号|dash/, "—", "——"],
  [/空格|space/, " ", "\u3000"],
  [/引号|quotation mark|quote/, '"“”', "「」"],
  [/书名号/, "《", "》"],
  [/括号|bracket|parenthes/, "()", "（）"],
];
const NAME_ZH = "(?<m>感叹号|叹号|问号|句号|省略号|逗号|冒号|星号|加号|百分号)";
const NAME_EN = "(?<m>exclamation (?:mark|point)|question mark|full stop|period|ellipsis|comma|colon|asterisk|plus sign|percent sign)";

const FRAMES = [
  new RegExp(
    `^(?:在|给)?(?<s>.+?)(?:的?(?<e>后面?|末尾|结尾|最后|前面?|开头))?(?:再)?(?:加上?|补上?|添加|添上?)(?:一?个)?${NAME_ZH}$`,
    "du",
  ),
  new RegExp(
    `^(?:add|put|insert) (?:an? |the )?${NAME_EN} (?<e>(?:at|to) the (?:end|start|beginning) of|in front of|after|before|behind|to)\\s+(?<s>.+)$`,
    "du",
  ),
];

const GONE_ZH = "(?<m>感叹号|叹号|问号|句号|省略号|逗号|冒号|星号|加号|百分号|撇号|连字符|短横线|破折号|空格|引号|书名号|括号)";
const GONE_EN =
  "(?<m>exclamation (?:mark|point)|question mark|full stop|period|ellipsis|comma|colon|asterisk|plus sign|percent sign|apostrophe|hyphen|dash|space|quotation mark|bracket|parenthes[ie]s)";
const TAKEN_OUT = [
  new RegExp(
    `^(?:把|将)?(?<s>.*${QUOTED})\\s*(?:里面?|中间?|后面?|末尾|最后|前面?|结尾|两边|两侧|外面|前后)?的?(?:那)?(?:个|所有)?${GONE_ZH}(?:都|全)?(?:${REMOVE_ZH})(?:吧|了)?$`,
    "du",
  ),
  new RegExp(
    `^(?:${REMOVE_ZH})(?<s>.*${QUOTED})\\s*(?:里面?|中间?|后面?|末尾|最后|前面?|结尾|两边|两侧|外面|前后)?的?(?:那)?(?:个|所有)?${GONE_ZH}$`,
    "du",
  ),
  new RegExp(
    `^(?:${REMOVE_EN}) (?:the |that |an? |all (?:the )?)?(?:last |final |first )?${GONE_EN}s? (?:in|from|of|after|before|inside|around|at the (?:end|start) of|between) (?<s>.*${QUOTED})$`,
    "du",
  ),
];

const BEHIND = /后面?|末尾|最后|结尾|\bafter\b|\bat the end\b/u;
const AROUND = /两[边侧]|外面|前后|\baround\b/u;

/** “Wow”后面的感叹号: the wording with the mark that stands beside it in the picture. */
function markBeside({ key }: Phrase, wording: string, [latin, chinese]: readonly [string, string]): string | undefined {
  const marks = /\p{Script=Han}/u.test(wording) && chinese !== "" ? chinese : latin;
  if (BEHIND.test(key)) return wording + marks.charAt(0);
  const pair = marks.length === 3 ? marks.slice(1) : marks;
  return AROUND.test(key) && pair.length === 2 ? pair.charAt(0) + wording + pair.charAt(1) : undefined;
}

/** “CD's”里的撇号去掉: the quoted wording without the mark. */
function withoutMark(clause: Phrase): Reading | undefined {
  for (const pattern of TAKEN_OUT) {
    const found = find(clause, pattern);
    const [, latin = "", chinese = ""] = MARKS.find(([says]) => says.test(found?.of("m")?.key ?? "")) ?? [];
    const [from] = found === undefined ? [] : literalsOf(clause);
    if (from === undefined || latin === "") continue;
    const marks = `${latin}${chinese}${latin === "'" ? "‘" : ""}`;
    const to = [...from].filter((char) => !marks.includes(char)).join("");
    const beside = to === from ? markBeside(clause, from, [latin, chinese]) : undefined;
    if (beside !== undefined) return operate(operation("text.replace", { text: { from: beside, to: from } }));
    if (to !== from && to.trim() !== "") return operate(operation("text.replace", { text: { from, to } }));
  }
  return undefined;
}

/** 给标题加双引号, "put the title in quotes": marks that stand on both sides. */
const PAIRED: readonly (readonly [says: RegExp, open: string, close: string])[] = [
  [/书名号/, "《", "》"],
  [/括号|bracket|parenthes/, "（", "）"],
  [/单引号|single quot/, "‘", "’"],
  [/引号|quot/, "“", "”"],
];
const ENCLOSED = [
  /^(?:在|给|把|将|为)?(?<s>.+?)(?:的?(?:两边|前后|两侧|外面))?(?:都)?(?:加上?|补上?|添加|打上?|用|套上?|括上?)(?:一?[个对])?(?<m>双?引号|单引号|书名号|圆?括号)(?:括起来|引起来|起来|括住|括上)?$/du,
  /^(?:put|set|place|wrap|enclose) (?<s>.+?) (?:in|into|inside|within|with) (?<m>(?:double |single )?(?:quotes|quotation marks|quote marks)|brackets|parentheses)$/du,
  /^(?:add|put) (?<m>(?:double |single )?(?:quotes|quotation marks|quote marks)|brackets|parentheses) (?:around|to) (?<s>.+)$/du,
];

function enclosed(clause: Phrase): Reading | undefined {
  for (const pattern of ENCLOSED) {
    const found = find(clause, pattern);
    const [subject, name] = [found?.of("s"), found?.of("m")?.key ?? ""];
    const pair = PAIRED.find(([says]) => says.test(name));
    if (subject === undefined || pair === undefined) continue;
    const latin = !/\p{Script=Han}/u.test(clause.key) && /bracket|parenthes/.test(name);
    const [open, close] = latin ? ["(", ")"] : [pair[1], pair[2]];
    const { kind, strings, target } = readReference(subject);
    const [from] = strings;
    if (kind !== "text") continue;
    if (from !== undefined) return operate(operation("text.replace", { target, text: { from, to: open + from + close } }));
    return operate(
      operation("text.add", { target, text: { to: open }, where: "left" }),
      operation("text.add", { target, text: { to: close }, where: "right" }),
    );
  }
  return undefined;
}

const TRADED = [
  new RegExp(
    `^(?:把|将)?(?<all>所有的?|全部的?)?(?<a>${GONE_ZH.slice(5, -1)})(?:都|全部|统一)*(?:替换|换|改)(?:成|为)(?<b>${GONE_ZH.slice(5, -1)})$`,
    "du",
  ),
  new RegExp(
    `^(?:replace|change|swap|turn) (?<all>all (?:the )?|every |each |the )?(?<a>${GONE_EN.slice(5, -1)})s? (?:with|to|into|by|for) (?:an? )?(?<b>${GONE_EN.slice(5, -1)})s?$`,
    "du",
  ),
];

/** 感叹号换成句号: marks named, not typed. */
function traded(clause: Phrase): Reading | undefined {
  for (const pattern of TRADED) {
    const found = find(clause, pattern);
    const [a, b] = ["a", "b"].map((name) => MARKS.find(([says]) => says.test(found?.of(name)?.key ?? "\0")));
    if (a === undefined || b === undefined || found === undefined) continue;
    const at = /\p{Script=Han}/u.test(clause.key) ? 2 : 1;
    return operate(operation("text.replace", { text: { from: a[at], to: b[at] }, value: ALL_OF_THEM }));
  }
  return undefined;
}

/** “Sale”后面加个感叹号, "add a full stop to the tagline": quoted wording gets the mark, a part that is only named has it set beside. */
export const readPunctuation: Recogniser = (clause) => {
  const done = withoutMark(clause) ?? traded(clause) ?? enclosed(clause);
  if (done !== undefined) return done;
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const [subject, name] = [found?.of("s"), found?.of("m")];
    const mark = MARKS.find(([says]) => says.test(name?.key ?? ""));
    if (subject === undefined || mark === undefined) continue;
    const first = /前|开头|before|front|start|beginning/.test(found?.of("e")?.key ?? "");
    const [from] = hasLiteral(subject) ? literalsOf(subject) : [];
    const sign = /\p{Script=Han}/u.test(from ?? clause.key) ? mark[2] : mark[1];
    if (from !== undefined) return operate(operation("text.replace", { text: { from, to: first ? sign + from : from + sign } }));
    const { kind, target } = readReference(subject);
    if (kind === "text") return operate(operation("text.add", { target, text: { to: sign }, where: first ? "left" : "right" }));
  }
  return undefined;
};
