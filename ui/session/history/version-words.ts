import type { HistoryEntry } from "../../../protocol/history.ts";
import type { Operation } from "../../../protocol/plan.ts";

/** What an operation does in signs that need no language; empty where only its kind says it. */
function wordsOf({ text, target, value }: Operation): string {
  if (text?.from !== undefined && text.to !== undefined) return `${text.from} → ${text.to}`;
  return text?.to ?? text?.from ?? target ?? (value === undefined ? "" : String(value));
}

/** What was asked for: the instruction, or else the operations in short; empty where both say nothing. */
export function versionWords({ recipe, result }: HistoryEntry): string {
  const said = recipe?.instruction ?? result.plan.instruction;
  if (said) return said;
  return result.plan.operations
    .map(wordsOf)
    .filter((w) => w !== "")
    .join(", ");
}
