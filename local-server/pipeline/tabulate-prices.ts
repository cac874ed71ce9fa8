import { pricesMeant } from "../../imaging/instant/targets.ts";
import { priceAnswer } from "../../imaging/text/price-table.ts";
import { priceRuleOf } from "../../imaging/text/prices.ts";
import type { FindResult } from "../../protocol/edit.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";

const isRule = ({ kind, value }: Operation): boolean => kind === "text.replace" && priceRuleOf(value) !== undefined;

/** Whether a plan holds a rule for prices, which only the picture can turn into a table. */
export const hasPriceRule = (plan: Plan): boolean => plan.operations.some(isRule);

function spotted(text: FoundText): { readonly string: string; readonly box: { readonly cx: number; readonly cy: number } } {
  const middle = (of: (p: { x: number; y: number }) => number): number => text.quad.reduce((sum, p) => sum + of(p), 0) / 4;
  return { string: text.string, box: { cx: middle((p) => p.x), cy: middle((p) => p.y) } };
}

/**
 * The plan with every rule for prices written out as the replacements it comes down to in this picture, and a note that says the
 * table with its rounding. A rule that meets no price stays as it is, with a note.
 */
export function tabulatePrices(plan: Plan, found: FindResult): Plan {
  const notes: string[] = [];
  const lines = found.texts.map(spotted);
  const operations = plan.operations.flatMap((operation): readonly Operation[] => {
    if (!isRule(operation)) return [operation];
    const rows = pricesMeant(operation, { lines, size: found });
    notes.push(rows.length > 0 ? priceAnswer(operation, rows).answer : "No price was found in this picture.");
    const { value: _, target: __, where: ___, nth: ____, ...rest } = operation;
    const written = rows.map(({ line, from, to }) => ({ ...rest, text: { from, to }, at: { x: line.box.cx, y: line.box.cy } }));
    return written.length > 0 ? written : [operation];
  });
  return operations.length > LIMITS.operations ? plan : { ...plan, operations, ...(notes.length > 0 && { notes }) };
}
