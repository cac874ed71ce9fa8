import { LIMITS } from "../../protocol/limits.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import { clarify } from "./clarify.ts";
import { readCommaList } from "./comma-list.ts";
import { type Draft, emptyDraft } from "./draft.ts";
import { wordingsWherever } from "./everywhere.ts";
import { refusedBy, speaksOfNothing } from "./guards.ts";
import { impossible } from "./impossible.ts";
import { takeOfTwo } from "./of-two.ts";
import { unbracketed } from "./phrase/brackets.ts";
import { clausesOf } from "./phrase/clauses.ts";
import { fold } from "./phrase/fold.ts";
import { asWritten, type Written } from "./phrase/latin-runs.ts";
import { listedThings } from "./phrase/listed-things.ts";
import { listsInStep } from "./phrase/lists-in-step.ts";
import { inOneLanguage } from "./phrase/one-language.ts";
import { pairsApart } from "./phrase/pairs.ts";
import { isBlank, joined, type Phrase, phraseOf, wordsOf } from "./phrase/phrase.ts";
import { plain } from "./phrase/polite.ts";
import { respelt } from "./phrase/respelt.ts";
import { rowsSaid } from "./phrase/rows-said.ts";
import { typeUnspaced } from "./phrase/type-unspaced.ts";
import { workedOut } from "./phrase/worked-out.ts";
import { readClause } from "./read-clause.ts";
import { doubt, type Reading } from "./reading.ts";
import { recast } from "./recast.ts";
import { exceptedIn, saysRest } from "./recognise/except.ts";
import { emptyFields } from "./recognise/template.ts";
import { meant, saysMeant } from "./second-thoughts.ts";
import { spacedApart } from "./spaced.ts";
import { take } from "./take.ts";

/** A translation without its wording stands by itself, whatever follows. */
const asksForWording = (reading: Reading | undefined): reading is Reading => reading?.does === "doubt" && reading.doubt === "wording";
const meansSomething = (reading: Reading | undefined): reading is Reading => reading !== undefined && reading.does !== "doubt";

/** An unquoted new wording may hold the comma that split it: "change the heading to Hello, World". */
function continueOpen(draft: Draft, clause: Phrase): boolean {
  if (draft.open === undefined || /[.?!。;\n]/.test(clause.sentence.key.slice(draft.open.end, clause.start))) return false;
  const whole = joined(draft.open, clause);
  const reading = readClause(whole, undefined);
  // Read together it must still be that order, not a tone heard in its last words.
  if (reading?.does !== "operate" || reading.operations[0]?.kind === "tone.adjust") return false;
  draft.operations.splice(draft.operations.length - draft.openCount);
  take(draft, reading, whole);
  return true;
}

/** A place, or the half of a list, said before the order it belongs to. */
const LEADS_ON =
  /\uE000|^(?:on|in|at|under|above|below|for|to|from|with|and|change|update|edit|fix|在|从|对|为|给|把|将|修改|更改|更新|变更|调整)/;

/** 「早鸟优惠」要改: announced, but not how. */
const TO_BE_CHANGED = /(?:要|需要|得)(?:改|换)$|(?:改|换)一?下$/;

/** An order that names what it is about needs nothing of what stands before it. */
function standsAlone(clause: Phrase): boolean {
  const reading = readClause(clause, undefined);
  if (reading?.does !== "operate") return false;
  return reading.operations.every(
    (op) => op.text?.from !== undefined || (op.target !== undefined && !op.kind.endsWith(".add")) || op.kind.startsWith("background."),
  );
}

/** A deed and what is done to it: more than the beginning of a clause or a place. */
const WHOLE_ORDER =
  /(?:把|将)\S.*(?:[删去移加改换调放裁写]|掉)|^(?:请|再)?(?:删除|去掉|移除|添加|加上|裁掉).{2,}|\b(?:remove|delete|erase|move|add|change|replace|make|crop) (?:the|an?|all|every|my|our|this|that) /u;

/** Whether two clauses read as one give no more than the second does alone: the order in the first was not understood. */
function addsNothing(together: Reading, clause: Phrase, next: Phrase | undefined, draft: Draft): boolean {
  const alone = next === undefined || !WHOLE_ORDER.test(clause.key) ? undefined : readClause(next, draft.operations.at(-1));
  return alone?.does === "operate" && JSON.stringify(alone) === JSON.stringify(together);
}

/** 除了左上角的贴纸，其他都删掉: the order first, then what it leaves out. */
function exceptionsBehind(clauses: readonly Phrase[]): readonly Phrase[] {
  const [first, next, ...rest] = clauses;
  if (first === undefined || next === undefined || !saysRest(next) || exceptedIn(first) === undefined) return clauses;
  return readClause(next, undefined)?.does === "operate" ? [next, first, ...rest] : clauses;
}

function readAll(clauses: readonly Phrase[], after: readonly Operation[]): Draft {
  const draft = emptyDraft();
  draft.operations.push(...after);
  draft.earlier = after.length;
  for (let i = 0; i < clauses.length; i++) {
    const said = clauses[i];
    const next = clauses[i + 1];
    if (said === undefined || isBlank(plain(said))) continue;
    if (saysMeant(said) && draft.taken === undefined && draft.operations.length > draft.earlier) draft.taken = draft.operations.pop();
    const clause = draft.taken === undefined ? said : meant(said);
    if (takeOfTwo(draft, clause)) continue;
    const list = readCommaList(clauses, i, draft.operations.at(-1));
    if (list !== undefined) {
      take(draft, list.reading, list.whole);
      i = list.last;
      continue;
    }
    const reading = readClause(clause, draft.operations.at(-1)) ?? (draft.taken === undefined ? undefined : doubt("unclear"));
    if (meansSomething(reading) || asksForWording(reading)) {
      take(draft, reading, clause);
      continue;
    }
    const pair =
      next === undefined ||
      readClause(next, undefined)?.does === "keep" ||
      ((!LEADS_ON.test(clause.key) || TO_BE_CHANGED.test(clause.key)) && standsAlone(next))
        ? undefined
        : joined(clause, next);
    const together = pair === undefined ? undefined : readClause(pair, draft.operations.at(-1));
    if (pair !== undefined && meansSomething(together) && together.does === "operate" && !addsNothing(together, clause, next, draft)) {
      take(draft, together, pair);
      i++;
    } else if (reading !== undefined) take(draft, reading, clause);
    else if (!continueOpen(draft, clause)) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  }
  return draft;
}

/** Beside a question, a style that names no text would fall on all of it: what it was meant for is what is asked. */
const hangsInTheAir = ({ kind, target, text, where, nth }: Operation): boolean =>
  kind === "text.restyle" && target === undefined && text === undefined && where === undefined && nth === undefined;

function fits(op: Operation): boolean {
  return [op.target, op.text?.from, op.text?.to, op.value].every((words) => typeof words !== "string" || words.length <= 500);
}

function questionOf(instruction: string, draft: Draft): string | undefined {
  const { doubt, operations, kept } = draft;
  if (operations.length > LIMITS.operations || !operations.every(fits)) return clarify(instruction, "too_long");
  if (doubt !== undefined)
    return clarify(instruction, operations.length > 0 && doubt.reason === "unclear" ? "rest" : doubt.reason, doubt.words);
  return operations.length > 0
    ? undefined
    : clarify(instruction, kept && draft.remark === undefined ? "what_to_keep" : "unclear", instruction);
}

/** The whole order may hang on it: "if the price is below 100", 如果价格低于100. */
const CONDITION =
  /^(?:only )?(?:if|unless|when|whenever|in case)\b|^(?:如果|要是|假如|若是?|除非|只有|当|否则|不然|没有?)|的话|^(?:otherwise|else|or else)\b| if .+ (?:is|are|has|looks) /i;

/** What "it" is where nothing says so: the last edit, an area drawn, or nothing known. */
type It = "last edit" | "area" | "unknown";

/** The plan with names as they were written, where they were read as their Chinese words. */
function named(plan: Plan, after: readonly Operation[], written: Written): Plan {
  if (written.size === 0) return plan;
  const words = (said: string): string => asWritten(said, written, plan.instruction);
  const operations = plan.operations.map((op) =>
    after.includes(op)
      ? op
      : {
          ...op,
          ...(op.target !== undefined && { target: words(op.target) }),
          ...(op.text?.from !== undefined && { text: { ...op.text, from: words(op.text.from) } }),
          ...(typeof op.value === "string" && { value: words(op.value) }),
        },
  );
  return { ...plan, operations };
}

/** A Chinese comma between figures parts two clauses (…改成5566，199元改为269元); only a plain one parts thousands. */
const commasApart = (instruction: string): string => instruction.replace(/(?<=\d)，(?=\d)/gu, "， ");

function understand(instruction: string, after: readonly Operation[], it?: It): Plan {
  const written: Written = new Map();
  const plain = typeUnspaced(inOneLanguage(respelt(commasApart(instruction)), written));
  return named(understandPlain(instruction, plain, after, it ?? (after.length > 0 ? "last edit" : "unknown")), after, written);
}

/** `plain` is the instruction with the words of its orders in one language. */
function understandPlain(instruction: string, plain: string, after: readonly Operation[], it: It): Plan {
  const sentence = phraseOf(recast(workedOut(listedThings(listsInStep(pairsApart(rowsSaid(unbracketed(plain))))))));
  const fields = emptyFields(sentence);
  if (fields.length > 0) return { instruction, operations: [], clarify: clarify(instruction, "fields", fields.join(", ")) };
  const read = readAll(exceptionsBehind(clausesOf(sentence).flatMap(spacedApart)), after);
  const aloft = read.doubt !== undefined && it === "unknown";
  const draft = aloft ? { ...read, operations: read.operations.filter((op) => !hangsInTheAir(op)) } : read;
  const question = questionOf(instruction, draft);
  // Only what earlier rounds asked is left: nothing of this one was understood.
  const nothingNew = after.length > 0 && draft.operations.length === after.length && draft.operations.every((op, i) => op === after[i]);
  if (nothingNew) return { instruction, operations: [], clarify: question ?? clarify(instruction, "unclear", instruction) };
  const cannotBe = impossible(instruction, draft.operations);
  if (cannotBe !== undefined) return { instruction, operations: [], clarify: clarify(instruction, cannotBe.reason, cannotBe.words) };
  const refused = refusedBy(sentence.key, draft.operations.slice(after.length));
  if (refused !== undefined) return { instruction, operations: [], clarify: clarify(instruction, refused.reason, refused.words) };
  if (it === "unknown" && speaksOfNothing(fold(instruction), draft.operations))
    return { instruction, operations: [], clarify: clarify(instruction, "unclear", instruction) };
  // What hangs on a condition that was not understood is not done.
  if (draft.doubt?.reason === "unclear" && CONDITION.test(draft.doubt.words))
    return { instruction, operations: [], clarify: clarify(instruction, "unclear", draft.doubt.words) };
  // A moving picture was wanted: what is to move in it is no edit of this one.
  if (draft.doubt?.reason === "no_video") return { instruction, operations: [], clarify: question ?? "" };
  // Opposite orders: carrying out either would be a guess.
  if (draft.doubt?.reason === "contradiction") return { instruction, operations: [], clarify: question ?? "" };
  const doable = draft.operations.length <= LIMITS.operations && draft.operations.every(fits);
  const said = phraseOf(instruction).key;
  const operations = doable ? [...wordingsWherever(said, draft.operations, after)] : [];
  return { instruction, operations, ...(question === undefined ? {} : { clarify: question }) };
}

/**
 * Understands an instruction in Chinese (simplified or traditional), English or a mixture, as operations in the order said.
 * Total and pure: any string gives a plan. What is not understood is asked back in `clarify`, in the language of the instruction:
 * with no operations where nothing is clear, beside the operations where only a part of the instruction is not.
 * `after` holds the operations of earlier rounds on the same picture: "make it larger" speaks of the last of them, and the plan
 * holds them all, so that every round starts from the untouched source. The rules, with examples, are in docs/INSTRUCTIONS.md.
 */
export function planInstruction(instruction: string, after: readonly Operation[] = []): Plan {
  if (instruction.length > LIMITS.instructionChars) return { instruction, operations: [], clarify: clarify(instruction, "too_long") };
  return instruction.trim() === ""
    ? { instruction, operations: [], clarify: clarify(instruction, "empty") }
    : understand(instruction, after);
}

/** The same where an area is drawn on the picture: "make it bigger" speaks of what is in it. */
export const planOverArea = (instruction: string): Plan =>
  instruction.length > LIMITS.instructionChars || instruction.trim() === ""
    ? planInstruction(instruction)
    : understand(instruction, [], "area");
