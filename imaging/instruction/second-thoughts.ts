import type { Operation } from "../../protocol/plan.ts";
import { literalsOf, type Phrase, without, wordsOf } from "./phrase/phrase.ts";
import { plain } from "./phrase/polite.ts";
import { operation, type Reading } from "./reading.ts";
import { kindFor } from "./recognise/likewise.ts";
import { readReference } from "./reference/reference.ts";
import { withStyle } from "./takes-style.ts";

/** Before what is meant instead: "I mean the dog", 还是左对齐. */
const MEANT =
  /^(?:(?:no|wait|actually|oh|sorry|hmm|rather|instead)[, ]+)*(?:i (?:actually )?(?:mean(?:t)?|want(?:ed)?)|make (?:it|that)(?: the| an?| to)(?= )|make it(?= )|(?:let's )?(?:go|stick) with|it's|use|rather)\s+(?=\S)|^(?:我(?:是)?(?:想)?(?:说|指)的?(?:是)?|应该(?:是|要)?|还是|是(?![否不])|要不(?:然)?|那就|不如|,)+(?=.)/u;
/** These take back by themselves what was just ordered. */
const MEANT_INSTEAD = /^(?:i (?:actually )?mean(?:t)?|make that(?= (?:an?|the|in|to) | \uE000))\s+(?=\S)|^我(?:是)?(?:想)?(?:说|指)的?是/u;

/** The clause without the words that only say it is a second thought. */
export const meant = (clause: Phrase): Phrase => without(plain(clause), MEANT);
export const saysMeant = ({ key }: Phrase): boolean => MEANT_INSTEAD.test(key);

const SHAPE = /^\d+(?:\.\d+)?\s*[:x×]\s*\d+(?:\.\d+)?$/;
/** What is put in a thing's place is what was named last. */
const NAMES_RESULT: ReadonlySet<Operation["kind"]> = new Set(["object.replace", "background.replace", "style.transfer"]);

/** "the cat – wait, I mean the dog", 换成玫瑰，不对，百合: another thing for the same order. */
function ofAnother(taken: Operation, clause: Phrase): Operation | undefined {
  const said = meant(clause);
  const words = wordsOf(said);
  if (words === "" || words.length > 30) return undefined;
  if (SHAPE.test(said.key)) return taken.kind === "crop" || taken.kind === "canvas.extend" ? { ...taken, value: words } : undefined;
  const reference = readReference(said);
  const { kind, target, strings, where } = reference;
  const [from] = strings;
  if (taken.kind === "text.replace" && taken.text?.to !== undefined && from === undefined)
    return { ...taken, text: { ...taken.text, to: words } };
  if (kind !== "text" && kind !== "object") return undefined;
  if (NAMES_RESULT.has(taken.kind)) return { ...taken, value: words };
  const { target: _other, where: _there, text: _wording, ...rest } = taken;
  if (taken.kind === "object.add" && target !== undefined) return { ...taken, target };
  const same = taken.kind === "object.move" ? taken.kind : kindFor(taken, reference);
  if (same === undefined) return undefined;
  const stays = taken.kind === "object.move" ? taken.where : where;
  return operation(same, {
    ...rest,
    target: taken.kind === "object.move" ? (from ?? target) : target,
    where: stays,
    text: from === undefined || taken.kind === "object.move" ? undefined : { from },
  });
}

/** "make the headline red – no wait, navy": what is said anew is said of what was taken back. */
export function saidAnew(taken: Operation | undefined, reading: Reading, clause: Phrase): Reading {
  if (taken === undefined) return reading;
  const [wording, ...others] = literalsOf(clause);
  // …, no, to "C1": another new wording of the same.
  if (reading.does === "doubt" && wording !== undefined && others.length === 0 && taken.kind === "text.replace")
    return { does: "operate", operations: [{ ...taken, text: { ...taken.text, to: wording } }] };
  if (reading.does === "style" && reading.target === undefined && taken.style !== undefined)
    return { does: "operate", operations: [withStyle(taken, reading.style)] };
  if (reading.does === "place" && taken.where !== undefined)
    return {
      does: "operate",
      operations: [{ ...taken, where: reading.where, ...(reading.value !== undefined && { value: reading.value }) }],
    };
  if (reading.does === "doubt" && others.length === 0) {
    const another = ofAnother(taken, clause);
    if (another !== undefined) return { does: "operate", operations: [another] };
  }
  if (reading.does !== "operate" || reading.operations.length !== 1) return reading;
  const operations = reading.operations.map((op) => {
    if (op.target !== undefined || op.text?.from !== undefined || op.kind.split(".")[0] !== taken.kind.split(".")[0]) return op;
    const { target, where, text } = taken;
    return operation(op.kind, {
      target,
      where,
      ...op,
      text: op.text && { ...(text?.from === undefined ? {} : { from: text.from }), ...op.text },
    });
  });
  return { ...reading, operations };
}
