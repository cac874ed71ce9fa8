import { PERSON_EN, PERSON_ZH } from "../../imaging/instruction/lexicon/bearers.ts";
import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../../imaging/instruction/lexicon/roles.ts";
import { editDistance } from "../../imaging/quality/read-back.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";

/** Widths, case and runs of white space do not count. */
const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char) && !/\p{Script=Han}/u.test(char);

/** Whether the words stand in the line by themselves, not inside a longer word; Han has no word ends. */
function standsIn(line: string, words: string): boolean {
  const at = line.indexOf(words);
  return at >= 0 && !(isWord(line[at - 1]) && isWord(words[0])) && !(isWord(line[at + words.length]) && isWord(words[words.length - 1]));
}

const textual = ({ style }: Operation) => (style === undefined ? {} : { style });

/** What an order says, and what is written in the picture, both folded. */
interface Ground {
  readonly instruction: string;
  readonly lines: readonly string[];
}

/** The words and what of the order stands right beside them, as far as one line has it all: 体育 of 体育中心改为…, whose 中心 was heard as a place. */
function widened(words: string, { instruction, lines }: Ground): string {
  let best = words;
  for (let at = instruction.indexOf(words); at >= 0; at = instruction.indexOf(words, at + 1)) {
    for (let end = at + words.length + 1; end <= instruction.length; end++) {
      const more = instruction.slice(at, end);
      if (!lines.some((line) => line.includes(more))) break;
      if (more.length > best.length && lines.some((line) => standsIn(line, more))) best = more.trimEnd();
    }
  }
  return best;
}

const HAN = /^\p{Script=Han}+$/u;
// What bears little but its text: a cup or a shirt is a thing.
const WHAT_ZH = `${ROLE_ZH}|${PERSON_ZH}|${TEXT_ZH}|[两三四]个?字|按[钮键]|招牌|[横条]幅|角标|徽章|标签|横批|上联|下联`;
const WHAT_EN = `${ROLE_EN}|${PERSON_EN}|${TEXT_EN}|buttons?|badges?|banners?|stickers?|tags?|signs?`;
/** What a text is, said by itself or beside the text: 按钮, 店名, 横批; 福字. */
const SAYS_WHAT = new RegExp(`^(?:(?:${WHAT_ZH})[上里中]?的?|(?:the )?(?:${WHAT_EN}))$`, "u");

/** The longest whole line that words end or begin with beside what says what it is: 横批国泰民安, 立即抢购按钮. */
function lineWithin(words: string, lines: readonly string[]): string | undefined {
  const besides = (line: string): readonly string[] => [
    ...(words.endsWith(line) ? [words.slice(0, -line.length)] : []),
    ...(words.startsWith(line) ? [words.slice(line.length)] : []),
  ];
  const within = lines.filter((line) => line !== "" && besides(line).some((beside) => SAYS_WHAT.test(beside.trim())));
  return within.toSorted((a, b) => b.length - a.length)[0];
}

/** Letters of a line that one misread letter is forgiven for; shorter ones are other words. */
const LETTERS_PER_SLIP = { han: 4, other: 6 } as const;

/** Whether a whole line is these words but for what a reader confuses. */
function isMisread(line: string, words: string): boolean {
  const per = HAN.test(words) ? LETTERS_PER_SLIP.han : LETTERS_PER_SLIP.other;
  return editDistance(line.replaceAll(" ", ""), words.replaceAll(" ", "")) <= Math.floor(words.length / per);
}

/** Whether words run over whole lines, one after the other, however they are spaced: 100 CUPS of “100” and “CUPS”. */
function runsOver(words: string, lines: readonly string[]): boolean {
  return lines.some((line) => line !== "" && words.startsWith(line) && (words === line || runsOver(words.slice(line.length), lines)));
}

/** The writing that words without quotes mean; `widely` where some of them may have been heard as a place. */
function writingOf(words: string, ground: Ground, widely: boolean): string | undefined {
  const { lines } = ground;
  const whole = widely ? widened(words, ground) : words;
  if (lines.some((line) => standsIn(line, whole))) return whole;
  const within = lineWithin(words, lines);
  if (within !== undefined) return within;
  const tight = lines.map((line) => line.replaceAll(" ", ""));
  return runsOver(words.replaceAll(" ", ""), tight) || lines.some((line) => isMisread(line, words)) ? words : undefined;
}

const isQuoted = (words: string, instruction: string): boolean =>
  /["'“”‘’「」『』《》]/u.test(instruction.charAt(instruction.indexOf(words) - 1));

/** The wording to replace where it was read as what the text is, or with that before it. */
function respelt(operation: Operation, ground: Ground): Operation {
  const { text, target, ...rest } = operation;
  const from = folded(text?.from ?? target ?? "");
  if (from === "" || text?.to === undefined || SAYS_WHAT.test(from) || isQuoted(from, ground.instruction)) return operation;
  if (text.from !== undefined && ground.lines.some((line) => line.includes(from))) return operation;
  const writing = writingOf(from, ground, false);
  if (writing === undefined) return operation;
  return { ...rest, text: { ...text, from: writing === from ? (text.from ?? target ?? from) : writing } };
}

/**
 * What a thing named without quotes is may only be seen in the picture: where its name is written there, it is the writing that
 * is meant. Replacing takes words within a line; removing, which could as well mean the thing beside its name, a whole line only.
 */
function grounded(operation: Operation, ground: Ground): Operation {
  const { kind, target, value, where } = operation;
  if (kind === "text.replace") return respelt(operation, ground);
  if (target === undefined || target.trim() === "") return operation;
  const words = folded(target);
  const place = where === undefined ? {} : { where };
  if (kind === "object.replace" && typeof value === "string") {
    const writing = writingOf(words, ground, where !== undefined);
    if (writing === undefined) return operation;
    const from = writing === words ? target : writing;
    return { kind: "text.replace", text: { from, to: value }, ...(writing.length > words.length ? {} : place), ...textual(operation) };
  }
  if (kind === "object.remove" && ground.lines.includes(words)) return { kind: "text.remove", text: { from: target }, ...place };
  return operation;
}

const NEXT_TO_WHAT = new RegExp(`^(?:${WHAT_ZH}).|.(?:${WHAT_ZH})$|^(?:the )?(?:${WHAT_EN}) .`, "u");

/** Operations whose target might be writing, and wordings to replace that may hold what the text is. */
export const needsGrounding = (plan: Plan): boolean =>
  plan.operations.some(({ kind, target, text }) =>
    kind === "text.replace"
      ? text?.from === undefined
        ? target !== undefined && !SAYS_WHAT.test(folded(target))
        : NEXT_TO_WHAT.test(folded(text.from))
      : kind === "object.replace" || kind === "object.remove",
  );

/** The plan with things that turn out to be texts of the picture taken as such. `texts`: what is written there, line by line. */
export function groundPlan(plan: Plan, texts: readonly string[]): Plan {
  const ground = { instruction: folded(plan.instruction), lines: texts.map(folded) };
  return { ...plan, operations: plan.operations.map((operation) => grounded(operation, ground)) };
}
