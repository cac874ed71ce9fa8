import { BEARER_EN } from "../lexicon/bearers.ts";
import { ROLE_EN } from "../lexicon/roles.ts";
import { ADVERB_ZH, ARROW, CHANGE_EN, CHANGE_ZH, SWAP_EN } from "../lexicon/verbs.ts";
import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, type Phrase, part, trimmed } from "../phrase/phrase.ts";
import { COLOUR } from "../style/colour.ts";

/** A sentence that makes one thing another. `swap` puts something in its place, `alter` changes it, `arrow` is notation: A → B. */
export interface ChangeFrame {
  readonly verb: "swap" | "alter" | "translate" | "arrow" | "elided";
  readonly subject: Phrase;
  readonly result: Phrase;
}

type Pattern = readonly [ChangeFrame["verb"], RegExp];

const TAKE = "(?:把|将|让|使|给|对|为|请把)?";
const SUBJECT_ZH = `^${TAKE}(?:(?:修改|更改|替换|更换|选中|找到)(?!成|为))?(?<s>.*?)(?:里的文字)?${ADVERB_ZH}`;

const ZH: readonly Pattern[] = [
  ["alter", /^(?:把|将|给)?(?<s>.+?)换一?[个种]颜色[,\s]*(?:要|想要|换成|改成|变成|变|成|为)?(?<r>.+)$/du],
  ["swap", /^(?:请)?(?:用|以|拿(?!铁))(?<r>.+?)(?:来|去)?(?:替换|代替|取代|替代|换掉|换下|覆盖|换)(?:掉|了)?(?<s>.+)$/du],
  ["swap", /^(?:把|将)?(?<s>.+?)(?:用|以)(?<r>.+?)(?:来)?(?:替换|代替|取代|替代|换掉)(?:掉)?$/du],
  ["translate", new RegExp(`${SUBJECT_ZH}${CHANGE_ZH.translate}:?(?<r>.*)$`, "du")],
  ["swap", new RegExp(`${SUBJECT_ZH}${CHANGE_ZH.swap}:?(?<r>.*)$`, "du")],
  ["alter", new RegExp(`${SUBJECT_ZH}(?:${CHANGE_ZH.alter}):?(?<r>.*)$`, "du")],
  ["translate", /^(?:翻译|译)(?<s>.+?)(?:为|成|→)(?<r>.*)$/du],
  ["swap", /^(?:替换|更换|换)(?!个|一)(?<s>.+?)(?:为|成|→)(?<r>.*)$/du],
  ["alter", /^(?:修改|更改|更新|变更|调整|设置|改|让|使)(?<s>.+?)(?:为|成|是|→)(?<r>.*)$/du],
  ["alter", new RegExp(`^(?:把|将)(?<s>.+?)(?:替换|换|改|变|写|替)\\s*(?<r>${QUOTED}.*)$`, "du")],
  ["alter", new RegExp(`^(?<s>[^${QUOTED}]{0,8}${QUOTED})\\s*(?:替换|换|改|变|写|替)\\s*(?<r>${QUOTED}.*)$`, "du")],
  ["alter", /^(?<s>.+?)(?:应该|应当|应|需要|要)(?:是|叫|写|显示|为|作|改)(?<r>.+)$/du],
];

const TO = `(?:\\bw\\/(?=\\s)|\\bso (?:that )?it (?:reads|says)\\b|\\bto (?:say|read|be|show)\\b|\\binto\\b|(?<!\\b(?:next|close|near|due|opposite) )\\bto\\b|\\bas\\b|\\bwith\\b|\\bby\\b(?![^,.;]* (?:to|into) )|${ARROW}|=)`;
const EN: readonly Pattern[] = [
  ["swap", /^substitute\s+(?<r>.+?)\s+for\s+(?<s>.+)$/du],
  ["swap", /^substitute\s+(?<s>.+?)\s+(?:with|by)\s+(?<r>.+)$/du],
  [
    "swap",
    /^(?:.*\b(?:should|must|to) (?:say|read|be)|use|put|write|have|show|make it(?: say| read)?|say|read)\s+(?<r>.+?)\s+(?:instead of|in place of|rather than|where it says)\s+(?<s>.+)$/du,
  ],
  [
    "swap",
    /^(?:instead of|in place of|where it says|where it reads)\s+(?<s>.+?)\s*,?\s*(?:use|write|put|say|have|make it(?: say| read)?|it should (?:say|read|be)|show)\s+(?<r>.+)$/du,
  ],
  ["swap", new RegExp(`^(?:${SWAP_EN})\\s+(?<s>.+?)\\s*(?:\\bwith\\b|\\bw\\/(?=\\s)|${ARROW})\\s*(?<r>.*)$`, "du")],
  [
    "swap",
    new RegExp(`^(?:${SWAP_EN})\\s+(?<s>.+?)\\s*(?:\\bby\\b(?![^,.;]* (?:for|to|into) )|\\bfor\\b|\\bto\\b|\\binto\\b)\\s*(?<r>.*)$`, "du"),
  ],
  [
    "alter",
    new RegExp(
      `^(?:make|turn|paint|colou?r|dye|tint)\\s+(?<s>.*${COLOUR}.+?)(?<!\\b(?:and|or|with|in|an?|to|into|of))\\s+(?<r>${COLOUR})$`,
      "du",
    ),
  ],
  ["alter", /^use\s+(?<r>.+?)\s+(?:for|on|in)\s+(?<s>the\s.+|all\s.+|\w+)$/du],
  ["translate", new RegExp(`^translate\\s+(?<s>.+?)\\s+(?:${TO}|\\bin\\b)\\s*(?<r>.*)$`, "du")],
  [
    "alter",
    new RegExp(`^make\\s+(?<s>(?:the |our |my )?(?:[a-z]+ )?(?:${ROLE_EN}))\\s+(?<r>${QUOTED}|[$£€¥]?\\d[\\d.,:/-]*(?:\\s?[ap]m)?)$`, "du"),
  ],
  ["alter", /^(?:make|have|let|get(?! rid\b)|want)\s+(?<s>.+?)\s+(?:to )?(?:say|read|become|be|into|display|to)\s+(?<r>.+)$/du],
  ["alter", new RegExp(`^(?:${CHANGE_EN})\\s+(?<s>(?!.*(?:typo|spelling|mistake|error))[^${QUOTED}:]+?)\\s*:\\s*(?<r>${QUOTED}.*)$`, "du")],
  ["alter", /^(?:could|can|should|would|may) (?<s>the .+?) be (?:in )?(?<r>.+?)(?: (?:instead of|rather than) .+)?$/du],
  [
    "alter",
    /^(?:i )?(?:need|want|would like|'d like|have|get|require)\s+(?<s>.+?)\s+(?:to be )?(?:changed|updated|replaced|set|switched|swapped|corrected|amended|modified|turned)\s+(?:in)?(?:to|with|by|for)\s+(?<r>.+)$/du,
  ],
  ["alter", new RegExp(`^(?:please )?(?!turn\\s.+\\s${COLOUR}\\s+with\\s)(?:${CHANGE_EN})\\s+(?<s>.+?)\\s*(?:${TO})\\s*(?<r>.*)$`, "du")],
  [
    "alter",
    /^(?!(?:she|he|they|we|you)\b)(?<s>.+?)\s+(?:should|must|shall|needs? to|has to|have to|will|ought to)\s+(?:now )?(?:be changed (?:in)?to|be replaced (?:with|by)|become|be|read|say|change to|display|show|turn into)\s+(?<r>.+)$/du,
  ],
];

/** Without a verb: notation, or a verb said once for several pairs. */
const BARE: readonly Pattern[] = [
  ["arrow", new RegExp(`^(?:把|将|change |replace )?(?<s>.+?)\\s*${ARROW}\\s*(?<r>.+)$`, "du")],
  [
    "elided",
    new RegExp(
      `^(?<s>(?:the )?(?:[^${QUOTED}]*)${QUOTED}.*?)\\s+(?:becomes?|turns? into|to|into|with|by|:|=)\\s+(?<r>.*${QUOTED}.*)$`,
      "du",
    ),
  ],
  ["elided", new RegExp(`^(?<s>(?:the )?(?:${ROLE_EN})\\s+from\\s+.+?)\\s+(?:to|into)\\s+(?<r>.+)$`, "du")],
  ["elided", new RegExp(`^(?<s>(?:the )?(?:${ROLE_EN}))\\s+(?:to|as|with)\\s+(?<r>.+)$`, "du")],
  [
    "elided",
    new RegExp(
      `^(?<s>(?:the )?(?:(?:main|top|bottom|left|right|small|big|sale|price|cta) )?(?:${BEARER_EN}|count ?down(?: timer)?|timer))\\s+(?:to|as)\\s+(?<r>${QUOTED}.*)$`,
      "du",
    ),
  ],
  ["elided", /^(?<s>.+?)\s+(?:becomes?|turns? into|turns|goes)\s+(?<r>.+)$/du],
  ["elided", /^(?<s>[$€£¥]?\d[\d.,]*%?)\s+(?:to|with|into)\s+(?<r>[$€£¥]?\d[\d.,]*%?)$/du],
  [
    "elided",
    /^(?!.*(?:加|写|添|插入|放|\b(?:add|write|put|insert|place|make|give|let|stick)\b))(?<s>[^:]{1,30}?)\s*(?<!\d):\s*(?<r>.+)$/du,
  ],
];

/** "change Welcome to Paris to Welcome to London": of several unquoted "to" the middle one is the connector. */
function balanced(frame: ChangeFrame): ChangeFrame {
  const { subject, result } = frame;
  if (hasLiteral(subject) || hasLiteral(result) || frame.verb !== "alter") return frame;
  const tail = [...result.key.matchAll(/\sto\s/g)];
  if (tail.length === 0 || tail.length % 2 !== 0 || /^(?:the|a|an|this|all)\s/.test(subject.key) || /gradient/.test(result.key))
    return frame;
  const middle = tail[tail.length / 2 - 1];
  if (middle === undefined) return frame;
  const sentenceEnd = result.start - subject.start + middle.index;
  const whole = { ...subject, end: result.end, key: subject.sentence.key.slice(subject.start, result.end) };
  return { ...frame, subject: trimmed(part(whole, 0, sentenceEnd)), result: trimmed(part(result, middle.index + middle[0].length)) };
}

/** "a gradient from red to yellow" and "a red to yellow gradient" have a "to" of their own. */
const splitsGradient = (subject: Phrase, result: Phrase): boolean =>
  /\bgradient (?:from|between)\b/.test(subject.key) ||
  (/\b(?:top|bottom|left|right)-?$/.test(subject.key) && /^-?(?:the )?(?:top|bottom|left|right)\b.*\bgradient\b/.test(result.key)) ||
  (/\bgradient$/.test(result.key) && new RegExp(`${COLOUR}$`, "u").test(subject.key));

function match(clause: Phrase, patterns: readonly Pattern[]): ChangeFrame | undefined {
  for (const [verb, pattern] of patterns) {
    const found = find(clause, pattern);
    const result = found?.of("r");
    const subject = found?.of("s");
    if (subject === undefined || result === undefined || splitsGradient(subject, result)) continue;
    return balanced({ verb, subject, result });
  }
  return undefined;
}

/** The change frame a clause has, verbs of either language first, verbless notation last. */
export function changeFrame(clause: Phrase): ChangeFrame | undefined {
  return match(clause, ZH) ?? match(clause, EN) ?? match(clause, BARE);
}
