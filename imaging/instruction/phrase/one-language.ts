import { runsInChinese, type Written } from "./latin-runs.ts";
import { marked, unmarked } from "./marked.ts";

/** English verbs of orders that stand in Chinese sentences, each under the Chinese one it stands for. */
const VERBS: readonly (readonly [zh: string, en: string])[] = [
  ["扩展", "extend|expand|outpaint"],
  ["删除", "remove|delete|erase"],
  ["移动", "move"],
  ["添加", "add|insert"],
  ["放", "place|put"],
  ["替换", "replace|swap"],
  ["修改", "change|update|modify|edit|rename"],
  ["转换", "convert|turn"],
  ["裁剪", "crop"],
  ["翻译", "translate"],
  ["调整", "adjust|resize"],
  ["设置", "set"],
  ["旋转", "rotate"],
  ["放大", "enlarge|scale up|zoom in"],
  ["缩小", "shrink|scale down"],
  ["虚化", "blur"],
  ["锐化", "sharpen"],
  ["调亮", "brighten"],
  ["调暗", "darken"],
  ["提高", "increase|boost|raise"],
  ["降低", "decrease|reduce|lower"],
  ["加粗", "bold"],
  ["居中", "center|centre"],
  ["隐藏", "hide"],
  ["应用", "apply"],
];
const ZH_OF = new Map(VERBS.flatMap(([zh, en]) => en.split("|").map((word) => [word, zh] as const)));
const VERB = [...ZH_OF.keys()].sort((a, b) => b.length - a.length).join("|");
const chinese = (verb: string): string => ZH_OF.get(verb.toLowerCase()) ?? verb;

/** A verb is one where a result follows it: "extend 到", "remove 掉", not 把 Remove 改成 Delete. */
const RESULT = "(?:成|为|到|至|掉|走|去(?!除)|出去|一下|上去|上(?![面方边部角下])|下来|进|了|即可|就(?:[行好]|可以))";
const BEFORE_RESULT = new RegExp(`(?<![\\w-])(?<v>${VERB})\\s*(?=${RESULT})`, "iu");
/** … or an amount, or nothing more, behind a thing that 把 names. */
const BEHIND_THING = new RegExp(
  `(?<s>(?:把|将|將)(?:(?![改换換变變成为為]).)+?\\s*)(?<![\\w-]|\\b(?:top|bottom|upper|lower|left|right|the|in|at)\\s+)(?<v>${VERB})\\s*(?=$|[\\d多少]|[一两兩]?[点點些倍]|吧|一[点點些])`,
  "u",
);
/** "translate 标题成英文": the verb said first, its result in Chinese. */
const SAID_FIRST = new RegExp(
  `^(?<l>\\s*(?:请|請|帮我|幫我|麻烦|麻煩|再|并|please|pls)?\\s*)(?<v>${VERB})\\s+(?<x>(?:(?![改换換变變把将將]|\\b(?:to|into|with|from|and)\\b).)+?)\\s*(?<r>成|为|為|到)(?!\\s*$)`,
  "iu",
);

/** "delete左下角的水印": nothing stands between a verb and its Chinese object. */
const JOINED_FIRST = new RegExp(
  `^(?<l>\\s*(?:请|請|再|并|please |pls )?)(?<v>${VERB})(?=\\p{Script=Han}(?!.*\\b(?:to|into|with|from)\\b))(?!${RESULT})`,
  "iu",
);
/** "… into English and 加粗": English joins what Chinese goes on with. */
const AND_ORDER = /\s+(?:and|then)\s+(?=(?:加粗|放大|缩小|居中|[左右]对齐|[左右]對齊|[改换換删刪变變调調移裁把将將]|去掉))/giu;
/** An order said in English with one Chinese particle: "delete 掉 all the people". */
const PARTICLE = new RegExp(`^(?<v>\\s*(?:please |pls )?(?:${VERB}))\\s*(?:掉|了|一下)\\s*(?=[^\\p{Script=Han}]*$)`, "iu");
/** "整张图 apply 一个": what is counted behind it is its object. */
const BEFORE_COUNT = /(?<=\p{Script=Han}\s*(?:[a-z]+)?)\s*\b(add|insert|apply|put|place)\s*(?=[一两兩][个個层層张張只隻圈条條行句])/giu;
/** "put a plant 在沙发旁边" */
const PUT_IN =
  /^(\s*(?:请|請|帮我|幫我|再|please )?\s*)(?:add|put|place|insert)\s+(?:an? |some |the )?([a-z][a-z -]*?)\s*(?=在.*(?:[上里中边邊侧側面方旁处處]|旁边|旁邊)$)/iu;
/** "make the sky 更蓝一点" */
const MAKE_MORE = /^(\s*)make (?:the |this |her |his )?([a-z][a-z -]*?)\s*(?=更\p{Script=Han})/iu;

/** Nouns of type that Chinese forms go by, where Chinese stands on their other side. */
const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/\s*\b(?:line[ -](?:spacing|height)|leading)\b\s*/giu, "行距"],
  [/\s*\b(?:letter[ -]spacing|tracking)\b\s*/giu, "字间距"],
  [/(?<=[这這整][张張幅])\s*(?:photo|picture|pic|image)\b\s*/giu, "图"],
  [/(?<=[的上里中行裡])\s*(?:texts?|wording|copy)\b(?=\s*(?:$|\p{Script=Han}))(?!\s*(?:框|box))/giu, "文字"],
];
const nounsIn = (clause: string): string => NOUNS.reduce((now, [says, zh]) => now.replace(says, zh), clause);

const SIDES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:top|upper)[ -]?left\b|\bleft[ -]top\b/giu, "左上"],
  [/\b(?:top|upper)[ -]?right\b|\bright[ -]top\b/giu, "右上"],
  [/\b(?:bottom|lower)[ -]?left\b|\bleft[ -]bottom\b/giu, "左下"],
  [/\b(?:bottom|lower)[ -]?right\b|\bright[ -]bottom\b/giu, "右下"],
  [/\b(?:top|upper)\b/giu, "上"],
  [/\b(?:bottom|lower)\b/giu, "下"],
  [/\bleft\b/giu, "左"],
  [/\bright\b/giu, "右"],
];
const SIDE = "(?:(?:top|upper|bottom|lower)[ -]?(?:left|right)|(?:left|right)[ -](?:top|bottom)|top|upper|bottom|lower|left|right)";
/** A side is one before 边 or behind 往: "left 边", "往 right 移动", not 把 Left 改成 Right. */
const SIDED = new RegExp(
  `(?<![\\w-])${SIDE}\\s*(?=[边邊侧側方角](?!的?框)|对齐|對齊)|[往向朝靠]\\s*${SIDE}(?![\\w-])\\s*(?=$|\\p{Script=Han}|\\d)`,
  "giu",
);
const sideIn = (words: string): string => SIDES.reduce((now, [says, zh]) => now.replace(says, zh), words).replace(/\s+/g, "");

const BECOMES_TO = /(?<=[改换換变變译譯转轉])\s*\b(?:in)?to\b\s*/giu;
/** "and make it 白色" says no more than 变成白色. */
const MADE_SO = /(?:\s*\b(?:and|then))*\s*\b(?:make|turn|set) (?:it|them)\s+(?=\S*色)/giu;
/** "leather 的": 的 behind a Latin word is no part of it where nothing follows. */
const TRAILING_DE = /(?<=[成为為]\s*[a-z][a-z -]*[a-z])\s*的\s*$/giu;
const UP_TO = /(?<=放大|缩小|縮小|移动|移動|调整|調整|扩展|擴展|延伸|裁剪|提高|降低|调|調|移|[减減增]小?|扩|擴)\s*\bto\b\s*/giu;

/** "图里 any 猫": asked in Chinese but for the word that asks. */
const ANY_IN = /^(\s*(?:请问)?(?:这一?[张幅]?)?(?:图片?|照片|画面|海报|圖片?)[里中上裡]?面?)\s*有?\s*any\s+/iu;

function inChinese(clause: string): string {
  if (!/[a-z]{2}/i.test(clause) || !/\p{Script=Han}/u.test(clause)) return clause;
  return nounsIn(clause)
    .replace(ANY_IN, "$1有没有")
    .replace(AND_ORDER, "，")
    .replace(/(?<=(?:^|[\s,])(?:让|讓)) +(?=[a-z])/giu, "")
    .replace(PARTICLE, "$1 ")
    .replace(PUT_IN, "$1加$2")
    .replace(MAKE_MORE, "$1让$2")
    .replace(BEFORE_COUNT, (verb) => chinese(verb.trim()))
    .replace(JOINED_FIRST, (_all, lead: string, verb: string) => `${lead}${chinese(verb)}`)
    .replace(SAID_FIRST, (_all, lead: string, verb: string, thing: string, result: string) => `${lead}把${thing}${chinese(verb)}${result}`)
    .replace(BEFORE_RESULT, (_all, verb: string) => chinese(verb))
    .replace(/(?<=虚化|锐化|调亮|调暗|加粗|居中|放大|缩小)[掉了](?=\s*$)/gu, "")
    .replace(/(?<=(?:删除|移动|替换|修改|添加|裁剪))一下(?=\s*[^\s])/gu, "")
    .replace(BEHIND_THING, (_all, thing: string, verb: string) => `${thing}${chinese(verb)}`)
    .replace(SIDED, sideIn)
    .replace(MADE_SO, (hit) => (hit.trimStart() === hit ? "变成" : "，变成"))
    .replace(TRAILING_DE, "")
    .replace(BECOMES_TO, "成")
    .replace(UP_TO, "到");
}

/**
 * English verbs, sides, properties and colours inside a Chinese clause in their Chinese words, so that one language's forms read it:
 * 把画布 extend 到 9:16, 把 title 的 font size 调大. Names and wording stay: a word is translated only where its neighbours show what part
 * it plays, and none in quotes. `written` learns what names were put into Chinese.
 */
export function inOneLanguage(instruction: string, written: Written = new Map()): string {
  if (!/[a-z]{2}/i.test(instruction) || !/\p{Script=Han}/u.test(instruction)) return instruction;
  const { text, quotes } = marked(instruction);
  const words = text.replace(/[^,，。;；!！?？\n]+/gu, (clause) => runsInChinese(inChinese(clause), written));
  return words === text ? instruction : unmarked({ text: words, quotes });
}
