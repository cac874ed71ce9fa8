import type { Operation } from "../../protocol/plan.ts";
import { QUOTED } from "./phrase/fold.ts";
import type { Phrase } from "./phrase/phrase.ts";

/** “满300减50”里的300, "in “…”": the first part was named as one of a whole. */
const PART_OF = new RegExp(
  `${QUOTED}\\s*(?:这[句行]话?|文案)?(?:里|中|内)|\\b(?:in|inside|within) (?:the (?:text |line |words )?)?${QUOTED}`,
  "u",
);

/** 把“满300减50”里的300改成400，50改成80: another part of the wording just changed, not a wording of its own. */
export function withinSame(before: Operation | undefined, operations: readonly Operation[], clause: Phrase): Operation | undefined {
  const [op, ...others] = operations;
  const { from, to } = before?.kind === "text.replace" ? (before.text ?? {}) : {};
  const part = op?.kind === "text.replace" && op.target === undefined && op.where === undefined ? op.text : undefined;
  if (before === undefined || from === undefined || to === undefined || part?.from === undefined || part.to === undefined) return undefined;
  if (others.length > 0 || from === part.from || !from.includes(part.from) || !to.includes(part.from)) return undefined;
  return PART_OF.test(clause.sentence.key) ? { ...before, text: { from, to: to.replace(part.from, part.to) } } : undefined;
}
