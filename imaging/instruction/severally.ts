import type { Operation } from "../../protocol/plan.ts";
import { assembled, type Span } from "./phrase/assembled.ts";
import { isBlank, type Phrase, part, trimmed } from "./phrase/phrase.ts";
import { operation, type Reading } from "./reading.ts";
import { eachCounted, partsOf, SEVERAL } from "./reference/parts.ts";
import { placeIn } from "./reference/place.ts";

/** What is done to several things is done to each. */
const TO_EACH: ReadonlySet<Operation["kind"]> = new Set([
  "object.remove",
  "object.recolour",
  "object.modify",
  "object.replace",
  "object.move",
  "object.add",
  "image.add",
  "text.remove",
  "text.restyle",
  "tone.adjust",
]);

/** Where an operation's words stand in a clause, spaces aside: they may have been written in quotes there. */
function spanOf(clause: Phrase, words: string): Span | undefined {
  let text = "";
  const at: number[] = [];
  for (let i = 0; i < clause.key.length; i++) {
    const sign = clause.sentence.literals.get(clause.start + i) ?? clause.sentence.raw[clause.start + i] ?? "";
    for (const unit of sign.replace(/\s+/g, "")) {
      for (let n = 0; n < unit.length; n++) at.push(i);
      text += unit;
    }
  }
  const sought = words.replace(/\s+/g, "");
  const found = text.indexOf(sought);
  const [from, to] = [at[found], at[found + sought.length - 1]];
  return found < 0 || sought === "" || from === undefined || to === undefined ? undefined : [clause.start + from, clause.start + to + 1];
}

const ARTICLE = /\b(?:an?|the|some|another)\s+$/;
const DETERMINED = /^(?:an?|the|some|another|two|three|\d+)\s/;

type Read = (clause: Phrase) => Reading | undefined;

/** All the lettering, as one of several things wished to look so. */
const styled = (one: Reading | undefined): readonly Operation[] =>
  one?.does === "style" && one.target !== undefined ? [operation("text.restyle", { target: one.target, style: one.style })] : [];

/** A list in whose clause each thing stood in turn; `undefined` where it is none or a part of it means nothing there. */
function eachInTurn(clause: Phrase, { kind, target = "" }: Operation, read: Read): Operation[] | undefined {
  const span = spanOf(clause, target);
  if (span === undefined) return undefined;
  const [from, to] = [span[0] - clause.start, span[1] - clause.start];
  const list = part(clause, from, to);
  if (kind.endsWith(".add") && !eachCounted(list) && kind !== "image.add") return undefined;
  const parts = partsOf(list);
  if (parts.length < 2) return undefined;
  // 把左边的杯子和右边的碗: the place before the list is the first thing's.
  const lead = placeIn(part(clause, 0, from));
  const own = lead !== undefined && isBlank(lead.after) ? lead.before.end : span[0];
  const article = ARTICLE.exec(clause.key.slice(0, from))?.[0].length ?? 0;
  const readings = parts.map((spans) => {
    const one = trimmed(assembled(clause, spans));
    const start = placeIn(one) !== undefined ? own : DETERMINED.test(one.key) ? span[0] - article : span[0];
    return read(assembled(clause, [[clause.start, start], ...spans, [span[1], clause.end]]));
  });
  const operations = readings.flatMap((one) => (one?.does === "operate" ? one.operations : styled(one)));
  if (operations.length !== parts.length) return undefined;
  // "make the background softer and blurrier": two wishes about one thing, which is said once.
  const [first] = operations;
  return operations.map((op) =>
    kind === "tone.adjust" && op.kind === kind && op.target === undefined && first?.target !== undefined
      ? { ...op, target: first.target }
      : op,
  );
}

/** A reading whose one operation names several things, as one operation for each: "remove the bin and the cyclist". */
export function severally(clause: Phrase, reading: Reading, read: Read): Reading {
  if (reading.does !== "operate" || reading.operations.length !== 1) return reading;
  const [only] = reading.operations;
  if (only?.target === undefined || !TO_EACH.has(only.kind) || only.text !== undefined || !SEVERAL.test(only.target)) return reading;
  const operations = eachInTurn(clause, only, read);
  return operations === undefined ? reading : { does: "operate", operations };
}
