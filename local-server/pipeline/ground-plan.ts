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

/**
 * What a thing named without quotes is may only be seen in the picture: where its name is written there, it is the writing that
 * is meant. Replacing takes words within a line; removing, which could as well mean the thing beside its name, a whole line only.
 */
function grounded(operation: Operation, lines: readonly string[]): Operation {
  const { kind, target, value, where } = operation;
  if (target === undefined || target.trim() === "") return operation;
  const words = folded(target);
  const place = where === undefined ? {} : { where };
  if (kind === "object.replace" && typeof value === "string" && lines.some((line) => standsIn(line, words))) {
    return { kind: "text.replace", text: { from: target, to: value }, ...place, ...textual(operation) };
  }
  if (kind === "object.remove" && lines.includes(words)) return { kind: "text.remove", text: { from: target }, ...place };
  return operation;
}

/** Operations whose target might be writing. */
export const needsGrounding = (plan: Plan): boolean =>
  plan.operations.some(({ kind }) => kind === "object.replace" || kind === "object.remove");

/** The plan with things that turn out to be texts of the picture taken as such. `texts`: what is written there, line by line. */
export function groundPlan(plan: Plan, texts: readonly string[]): Plan {
  const lines = texts.map(folded);
  return { ...plan, operations: plan.operations.map((operation) => grounded(operation, lines)) };
}
