import type { Operation } from "../../protocol/plan.ts";

/** All that an operation says beside its wording. */
const beside = ({ text: _, style, ...rest }: Operation): string => {
  const { lines: __, ...look } = style ?? {};
  return JSON.stringify([rest, look]);
};

/** “B” below an “A” that was itself just added, in a look of which nothing else is said, stands where “A” does. */
function inItsBlock(last: Operation, operation: Operation): Operation {
  const below = operation.target !== undefined && operation.target === last.text?.to?.split("\n").at(-1) && operation.where === "bottom";
  if (!below || operation.style !== undefined) return operation;
  const { text: _, ...place } = last;
  return { ...place, text: operation.text };
}

/** “A” and “B” added at one place in one look are one text in two rows: they share an edge and stand at one leading. */
export function joinAdds(operations: readonly Operation[]): readonly Operation[] {
  const out: Operation[] = [];
  for (const said of operations) {
    const last = out[out.length - 1];
    const operation = last?.kind === "text.add" && said.kind === "text.add" ? inItsBlock(last, said) : said;
    if (last?.kind !== "text.add" || operation.kind !== "text.add" || beside(last) !== beside(operation)) {
      out.push(operation);
      continue;
    }
    const { lines: _, ...style } = last.style ?? {};
    const to = [last.text?.to, operation.text?.to].filter((t) => t !== undefined).join("\n");
    out[out.length - 1] = { ...last, text: { ...last.text, to }, ...(last.style ? { style } : {}) };
  }
  return out;
}
