import { PERSON_EN, PERSON_ZH } from "../../imaging/instruction/lexicon/bearers.ts";
import { isField, labelOf } from "../../imaging/instruction/lexicon/fields.ts";
import { ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../../imaging/instruction/lexicon/roles.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import {
  colouredWriting,
  crossesLines,
  FIGURES,
  folded,
  HAN,
  isForeign,
  isMisread,
  isWholeLines,
  isWriting,
  SURE_HAN,
  standsIn,
} from "./as-written.ts";
import { likeNew } from "./like-new.ts";

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

// What bears little but its text: a cup or a shirt is a thing.
const WHAT_ZH = `${ROLE_ZH}|${PERSON_ZH}|${TEXT_ZH}|[两三四]个?字|按[钮键]|招牌|[横条]幅|角标|徽章|标签|横批|上联|下联`;
const WHAT_EN = `${ROLE_EN}|${PERSON_EN}|${TEXT_EN}|buttons?|badges?|banners?|stickers?|tags?|signs?`;
/** What a text is, said by itself or beside the text: 按钮, 店名, 横批; 福字. */
const SAYS_WHAT = new RegExp(`^(?:(?:${WHAT_ZH})[上里中]?的?|(?:the )?(?:${WHAT_EN}))$`, "u");

/** Whether words before a code or a foreign name only say what that is: 目的地 NRT, 航班MU523. */
const isHanBefore = (words: string, line: string): boolean =>
  words.endsWith(line) && HAN.test(words.slice(0, -line.length).trim()) && !/\p{Script=Han}/u.test(line) && /\p{L}/u.test(line);

/** The longest whole line that words end or begin with beside what says what it is: 横批国泰民安, 立即抢购按钮. */
function lineWithin(words: string, lines: readonly string[]): string | undefined {
  const besides = (line: string): readonly string[] => [
    ...(words.endsWith(line) ? [words.slice(0, -line.length)] : []),
    ...(words.startsWith(line) ? [words.slice(line.length)] : []),
  ];
  const within = lines.filter(
    (line) => line !== "" && (besides(line).some((beside) => SAYS_WHAT.test(beside.trim())) || isHanBefore(words, line)),
  );
  return within.toSorted((a, b) => b.length - a.length)[0];
}

/** The words and the clause of the order before them, where a comma of the wording was taken for one of the order: 江南好，风景旧曾谙. */
function withBeginning(words: string, { instruction, lines }: Ground): string | undefined {
  const before = instruction.slice(0, Math.max(0, instruction.indexOf(words)));
  const clause = /(?:^|[把将])((?:(?![把将])\p{Script=Han})+[,:;!?、])$/u.exec(before)?.[1];
  const unmarked = (text: string): string => text.replaceAll(/[\p{P}\p{S}\s]/gu, "");
  if (clause === undefined) return undefined;
  return lines.some((line) => isMisread(unmarked(line), unmarked(clause + words))) ? clause + words : undefined;
}

/** The writing that words without quotes mean; `widely` where some of them may have been heard as a place. */
function writingOf(words: string, ground: Ground, widely: boolean): string | undefined {
  const { lines } = ground;
  if (isForeign(words)) return words;
  const whole = widely ? widened(words, ground) : words;
  if (lines.some((line) => standsIn(line, whole))) return whole;
  const within = lineWithin(words, lines);
  if (within !== undefined) return within;
  const begun = withBeginning(words, ground);
  if (begun !== undefined) return begun;
  const misread = lines.some((line) => isMisread(line, words));
  return misread || isWholeLines(words, lines) || crossesLines(words, lines) ? words : undefined;
}

const isQuoted = (words: string, instruction: string): boolean =>
  /["'“”‘’「」『』《》]/u.test(instruction.charAt(instruction.indexOf(words) - 1));

/** What an order calls the wording to replace, folded, where that may be no wording of the picture. */
function calledSo({ text, target }: Operation, { instruction, lines }: Ground): string | undefined {
  const from = folded(text?.from ?? target ?? "");
  if (from === "" || text?.to === undefined || SAYS_WHAT.test(from) || isQuoted(from, instruction)) return undefined;
  return text.from !== undefined && lines.some((line) => line.includes(from)) ? undefined : from;
}

/** The text of the picture that is taken for what an order calls otherwise, since the new wording is another edition of it. */
function editionOf(operation: Operation, ground: Ground): string | undefined {
  const from = calledSo(operation, ground);
  const { text } = operation;
  if (from === undefined || text?.to === undefined || writingOf(from, ground, false) !== undefined) return undefined;
  const isNamed = text.from === undefined || HAN.test(from);
  return isNamed && !ground.lines.some((line) => line.startsWith(from)) ? likeNew(text.to, ground.lines) : undefined;
}

/** The wording to replace where it was read as what the text is, or with that before it. */
function respelt(operation: Operation, ground: Ground): Operation {
  const { text, target, ...rest } = operation;
  const from = calledSo(operation, ground);
  if (from === undefined || text === undefined) return operation;
  // What a label's value is called is no part of the label, nor is the label meant then.
  const label = labelOf(from);
  if (label !== undefined && ground.lines.includes(label)) return { ...rest, target: target ?? from, text: { to: text.to } };
  const writing = writingOf(from, ground, false) ?? editionOf(operation, ground);
  if (writing === undefined) return operation;
  if (writing !== from) return { ...rest, text: { ...text, from: writing } };
  // Without quotes they may name a field as well as be its writing: that nobody quoted them stays known.
  return { ...rest, ...(isField(from) && target !== undefined && { target }), text: { ...text, from: text.from ?? target ?? from } };
}

/** A look that things and lettering alike can be given. */
type Look = Operation & Required<Pick<Operation, "style">>;
const isLook = (operation: Operation): operation is Look =>
  (operation.kind === "object.recolour" || operation.kind === "object.modify") &&
  operation.style !== undefined &&
  operation.value === undefined;

/** A name so long is hardly a thing's; shorter ones are looked for in what is written only where that costs nothing. */
const mayBeWriting = (operation: Operation): boolean => {
  const words = folded(operation.target ?? "");
  return isLook(operation) && (FIGURES.test(words) || (HAN.test(words) && [...words].length >= SURE_HAN && !words.includes("的")));
};

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
    const coloured = colouredWriting(words, ground.lines);
    if (coloured) return { ...coloured, kind: "text.replace", text: { ...coloured.text, to: value }, ...place, ...textual(operation) };
    const writing = writingOf(words, ground, where !== undefined);
    if (writing === undefined) return operation;
    const from = writing === words ? target : writing;
    return { kind: "text.replace", text: { from, to: value }, ...(writing.length > words.length ? {} : place), ...textual(operation) };
  }
  if (kind === "object.remove" && (isForeign(words) || isWholeLines(words, ground.lines)))
    return { kind: "text.remove", text: { from: target }, ...place };
  return isLook(operation) && isWriting(words, ground.lines)
    ? { kind: "text.restyle", text: { from: target }, ...place, style: operation.style }
    : operation;
}

const NEXT_TO_WHAT = new RegExp(`^(?:${WHAT_ZH}).|.(?:${WHAT_ZH})$|^(?:the )?(?:${WHAT_EN}) .`, "u");

/** A thing that might be writing, or a wording to replace that may hold what the text is. */
function isDoubtful({ kind, target, text }: Operation): boolean {
  if (kind !== "text.replace") return kind === "object.replace" || kind === "object.remove";
  if (text?.from === undefined) return target !== undefined && !SAYS_WHAT.test(folded(target));
  return NEXT_TO_WHAT.test(folded(text.from)) || HAN.test(folded(text.from));
}

/** Whether any operation can only be understood with what is written in the picture. */
export const needsGrounding = (plan: Plan): boolean =>
  plan.operations.some((operation) => isDoubtful(operation) || mayBeWriting(operation));

/** Which texts were taken for what the order calls otherwise: a guess, which a person should see. */
function takenNotes(plan: Plan, operations: readonly Operation[], ground: Ground): readonly string[] {
  return plan.operations.flatMap((asked, i) => {
    const edition = asked.kind === "text.replace" ? editionOf(asked, ground) : undefined;
    if (edition === undefined || operations[i]?.text?.from !== edition) return [];
    return [
      `“${asked.text?.from ?? asked.target}” is not written in the picture; “${edition}”, which the new text is most like, was taken for it.`,
    ];
  });
}

/**
 * The plan with things that turn out to be texts of the picture taken as such; a note tells of a text that is only like what is asked for. `texts`: what is
 * written there, line by line.
 */
export function groundPlan(plan: Plan, texts: readonly string[]): Plan {
  const ground = { instruction: folded(plan.instruction), lines: texts.map(folded) };
  const operations = plan.operations.map((operation) => grounded(operation, ground));
  const notes = takenNotes(plan, operations, ground);
  return { ...plan, operations, ...(notes.length > 0 && { notes: [...(plan.notes ?? []), ...notes] }) };
}
