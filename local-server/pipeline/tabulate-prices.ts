import type { Boxed as Placed } from "../../imaging/instant/priced-amounts.ts";
import { pricedThing } from "../../imaging/instant/priced-thing.ts";
import { pricesMeant } from "../../imaging/instant/targets.ts";
import { leftNotes, priceAnswer } from "../../imaging/text/price-table.ts";
import { priceRuleOf } from "../../imaging/text/prices.ts";
import type { FindResult } from "../../protocol/edit.ts";
import { boundsOf, type Quad } from "../../protocol/geometry.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";

const isRule = ({ kind, value }: Operation): boolean => kind === "text.replace" && priceRuleOf(value) !== undefined;

/** Whether a plan holds a rule for prices, which only the picture can turn into a table. */
export const hasPriceRule = (plan: Plan): boolean => plan.operations.some(isRule);

function noPrice({ target }: Operation): string {
  const thing = pricedThing(target);
  return thing === undefined ? "No price was found in this picture." : `No price of “${thing}” was found in this picture.`;
}

interface Boxed extends Placed, Pick<FoundText, "struck"> {}

function boxed({ string, quad, struck }: FoundText): Boxed {
  const { x, y, width, height } = boundsOf<"image">(quad as Quad<"image">);
  return { string, struck, box: { cx: x + width / 2, cy: y + height / 2, width, height, angle: 0 } };
}

/**
 * The plan with every rule for prices written out as the replacements it comes down to in this picture, and a note that says the
 * table with its rounding. A rule that meets no price stays as it is, with a note.
 */
export function tabulatePrices(plan: Plan, found: FindResult): Plan {
  const notes: string[] = [];
  const lines = found.texts.map(boxed);
  const operations = plan.operations.flatMap((operation): readonly Operation[] => {
    if (!isRule(operation)) return [operation];
    const table = pricesMeant(operation, { lines, size: found, struckIn: (line) => line.struck });
    const { rows } = table;
    notes.push(rows.length > 0 ? priceAnswer(operation, table).answer : noPrice(operation), ...leftNotes(table));
    const { value: _, target: __, where: ___, nth: ____, ...rest } = operation;
    const written = rows.map(({ line, from, to }) => ({ ...rest, text: { from, to }, at: { x: line.box.cx, y: line.box.cy } }));
    return written.length > 0 ? written : [operation];
  });
  return operations.length > LIMITS.operations ? plan : { ...plan, operations, ...(notes.length > 0 && { notes }) };
}
