import { find, hasLiteral, literalsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
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

/** “Sale”后面加个感叹号, "add a full stop to the tagline": quoted wording gets the mark, a part that is only named has it set beside. */
export const readPunctuation: Recogniser = (clause) => {
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
