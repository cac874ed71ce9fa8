import { LIMITS } from "../../protocol/limits.ts";
import type { Operation, Plan, StyleWish } from "../../protocol/plan.ts";
import { clarify } from "./clarify.ts";
import { clausesOf } from "./phrase/clauses.ts";
import { isBlank, joined, type Phrase, phraseOf, wordsOf } from "./phrase/phrase.ts";
import { plain } from "./phrase/polite.ts";
import { readClause } from "./read-clause.ts";
import { type Doubt, operation, type Reading } from "./reading.ts";
import { emptyFields } from "./recognise/template.ts";

interface Draft {
  readonly operations: Operation[];
  /** A place said before the operation it belongs to. */
  pending: Extract<Reading, { does: "place" }> | undefined;
  /** The clause of the last operation when a following piece may belong to its unquoted words. */
  open: Phrase | undefined;
  openCount: number;
  doubt: { readonly reason: Doubt; readonly words: string } | undefined;
  kept: boolean;
}

const TAKES_STYLE: ReadonlySet<Operation["kind"]> = new Set([
  "text.replace",
  "text.add",
  "text.restyle",
  "object.replace",
  "object.modify",
  "object.recolour",
  "object.add",
  "border.add",
]);

const withStyle = (op: Operation, style: StyleWish): Operation => ({ ...op, style: { ...op.style, ...style } });

function takeStyle(draft: Draft, reading: Extract<Reading, { does: "style" }>, clause: Phrase): void {
  const last = draft.operations.length - 1;
  const before = draft.operations[last];
  if (before !== undefined && TAKES_STYLE.has(before.kind)) {
    const shared = /都|全部|\b(?:all|both|them)\b/.test(clause.key);
    for (let i = shared ? 0 : last; i <= last; i++) {
      const op = draft.operations[i];
      if (op !== undefined && TAKES_STYLE.has(op.kind)) draft.operations[i] = withStyle(op, reading.style);
    }
  } else if (reading.bare) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  else draft.operations.push(operation("text.restyle", { target: reading.target, style: reading.style }));
}

function takePlace(draft: Draft, reading: Extract<Reading, { does: "place" }>): void {
  const last = draft.operations.length - 1;
  const before = draft.operations[last];
  if (before === undefined) draft.pending = reading;
  else if (before.kind.endsWith(".add"))
    draft.operations[last] = { ...before, where: reading.where, ...(reading.value === undefined ? {} : { value: reading.value }) };
  else
    draft.operations.push(
      operation("object.move", {
        target: before.text?.to ?? before.text?.from ?? before.target,
        where: reading.where,
        value: reading.value,
      }),
    );
}

function takeOperations(draft: Draft, operations: readonly Operation[]): void {
  const { pending } = draft;
  draft.operations.push(
    ...operations.map((op) => (pending === undefined || op.where !== undefined ? op : { ...op, where: pending.where })),
  );
  draft.pending = undefined;
}

function take(draft: Draft, reading: Reading, clause: Phrase): void {
  const count = draft.operations.length;
  if (reading.does === "operate") takeOperations(draft, reading.operations);
  else if (reading.does === "style") takeStyle(draft, reading, clause);
  else if (reading.does === "place") takePlace(draft, reading);
  else if (reading.does === "keep") draft.kept = true;
  else draft.doubt ??= { reason: reading.doubt, words: wordsOf(clause) };
  draft.open = reading.does === "operate" && reading.open === true ? clause : undefined;
  draft.openCount = draft.operations.length - count;
}

const meansSomething = (reading: Reading | undefined): reading is Reading => reading !== undefined && reading.does !== "doubt";

/** An unquoted new wording may hold the comma that split it: "change the heading to Hello, World". */
function continueOpen(draft: Draft, clause: Phrase): boolean {
  if (draft.open === undefined) return false;
  const whole = joined(draft.open, clause);
  const reading = readClause(whole, undefined);
  if (reading?.does !== "operate") return false;
  draft.operations.splice(draft.operations.length - draft.openCount);
  take(draft, reading, whole);
  return true;
}

function readAll(clauses: readonly Phrase[]): Draft {
  const draft: Draft = { operations: [], pending: undefined, open: undefined, openCount: 0, doubt: undefined, kept: false };
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i];
    const next = clauses[i + 1];
    if (clause === undefined || isBlank(plain(clause))) continue;
    const reading = readClause(clause, draft.operations.at(-1));
    if (meansSomething(reading)) {
      take(draft, reading, clause);
      continue;
    }
    const pair = next === undefined ? undefined : joined(clause, next);
    const together = pair === undefined ? undefined : readClause(pair, draft.operations.at(-1));
    if (pair !== undefined && meansSomething(together) && together.does === "operate") {
      take(draft, together, pair);
      i++;
    } else if (reading !== undefined) take(draft, reading, clause);
    else if (!continueOpen(draft, clause)) draft.doubt ??= { reason: "unclear", words: wordsOf(clause) };
  }
  return draft;
}

function fits(op: Operation): boolean {
  return [op.target, op.text?.from, op.text?.to, op.value].every((words) => typeof words !== "string" || words.length <= 500);
}

function questionOf(instruction: string, draft: Draft): string | undefined {
  const { doubt, operations, kept } = draft;
  if (operations.length > LIMITS.operations || !operations.every(fits)) return clarify(instruction, "too_long");
  if (doubt !== undefined)
    return clarify(instruction, operations.length > 0 && doubt.reason === "unclear" ? "rest" : doubt.reason, doubt.words);
  return operations.length > 0 ? undefined : clarify(instruction, kept ? "what_to_keep" : "unclear", instruction);
}

function understand(instruction: string): Plan {
  const sentence = phraseOf(instruction);
  const fields = emptyFields(sentence);
  if (fields.length > 0) return { instruction, operations: [], clarify: clarify(instruction, "fields", fields.join(", ")) };
  const draft = readAll(clausesOf(sentence));
  const question = questionOf(instruction, draft);
  const doable = draft.operations.length <= LIMITS.operations && draft.operations.every(fits);
  return { instruction, operations: doable ? draft.operations : [], ...(question === undefined ? {} : { clarify: question }) };
}

/**
 * Understands an instruction in Chinese (simplified or traditional), English or a mixture, as operations in the order said.
 * Total and pure: any string gives a plan. What is not understood is asked back in `clarify`, in the language of the instruction:
 * with no operations where nothing is clear, beside the operations where only a part of the instruction is not.
 * The rules, with examples, are in docs/INSTRUCTIONS.md.
 */
export function planInstruction(instruction: string): Plan {
  if (instruction.length > LIMITS.instructionChars) return { instruction, operations: [], clarify: clarify(instruction, "too_long") };
  return instruction.trim() === "" ? { instruction, operations: [], clarify: clarify(instruction, "empty") } : understand(instruction);
}
