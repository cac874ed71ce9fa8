import type { EditRequest } from "../../../protocol/edit.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { shorten } from "../job/wish.ts";
import type { Source } from "../layer/layer-state.ts";
import { pointOf, rivalsOf } from "../text/rivals.ts";
import type { VariantsForm } from "./variants-state.ts";

export interface VariantWish {
  readonly request: EditRequest;
  readonly label: string;
}

/** Lines that say something, each once. */
const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((l) => l.trim())
      .filter((l) => l !== ""),
  ),
];

function textOperation(source: Source, row: number, change: Pick<Operation, "kind" | "style"> & { readonly to?: string }): Operation {
  const from = source.texts[row]?.string ?? "";
  const at = rivalsOf(source, row).length > 0 ? { at: pointOf(source, row) } : {};
  const { to, ...rest } = change;
  return { ...rest, text: { from, ...(to !== undefined && { to }) }, ...at };
}

/** One wish for each variant, in order; empty where nothing is asked for yet. */
export function variantWishes(source: Source, form: VariantsForm): readonly VariantWish[] {
  const base = { source: source.sha256 };
  const row = source.texts[form.row] ? form.row : 0;
  switch (form.mode) {
    case "texts":
      if (!source.texts[row]) return [];
      return linesOf(form.texts).map((to) => ({
        request: { ...base, operations: [textOperation(source, row, { kind: "text.replace", to })] },
        label: shorten(to),
      }));
    case "colours":
      if (!source.texts[row]) return [];
      return [...new Set(form.colours)].map((colour) => ({
        request: { ...base, operations: [textOperation(source, row, { kind: "text.restyle", style: { colour } })] },
        label: colour,
      }));
    case "instructions":
      return linesOf(form.instructions).map((instruction) => ({ request: { ...base, instruction }, label: shorten(instruction) }));
    case "seeds": {
      const instruction = form.instruction.trim();
      if (instruction === "") return [];
      return Array.from({ length: form.count }, (_, i) => ({ request: { ...base, instruction, seed: i + 1 }, label: `#${i + 1}` }));
    }
  }
}
