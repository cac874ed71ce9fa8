import * as v from "valibot";
import type { Operation } from "../../protocol/plan.ts";
import { parseJson } from "../remote/parse-json.ts";
import { PhrasedSchema } from "./plan-request.ts";

const Completion = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.nullish(v.string()) }) })), v.minLength(1)),
});

export interface Phrased {
  readonly operations: readonly Operation[];
  readonly question?: string | undefined;
}

/** The JSON object in an answer that may have thoughts before it and fences around it. */
function objectIn(content: string): unknown {
  const spoken = content.replace(/<think>[\s\S]*?<\/think>/g, "");
  const [from, to] = [spoken.indexOf("{"), spoken.lastIndexOf("}")];
  return from < 0 || to < from ? undefined : parseJson(new TextEncoder().encode(spoken.slice(from, to + 1)));
}

const folded = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** Whether every string that is or shall be in the picture comes from the person: a model's own words must never reach a picture. */
function isSaid({ text }: Operation, instruction: string): boolean {
  const said = folded(instruction);
  return [text?.from, text?.to].every((words) => words === undefined || said.includes(folded(words)));
}

/** A model's answer, if it fits the schema and invents no string; else nothing. */
export function readPlan(bytes: Uint8Array, instruction: string): Phrased | undefined {
  const completion = v.safeParse(Completion, parseJson(bytes));
  const content = completion.success ? completion.output.choices[0]!.message.content : undefined;
  const phrased = v.safeParse(PhrasedSchema, objectIn(content ?? ""));
  if (!phrased.success) return undefined;
  const { operations, question } = phrased.output;
  if (!operations.every((operation) => isSaid(operation, instruction))) return undefined;
  return operations.length > 0 || question !== undefined ? { operations, question } : undefined;
}
