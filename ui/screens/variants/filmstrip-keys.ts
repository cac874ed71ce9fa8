import type { VariantsEvent } from "../../session/variants/variants-event.ts";
import type { VariantSet } from "../../session/variants/variants-state.ts";

export interface FilmKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key means on the filmstrip: arrows choose, Enter keeps, Escape or Delete discards, Tab shows before or after. Shift+Tab is left alone,
 * so that the keyboard gets out.
 */
export function filmstripEvent({ key, shiftKey, ctrlKey, metaKey }: FilmKey, set: VariantSet): VariantsEvent | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (key === "ArrowRight") return { type: "variants.moved", by: 1 };
  if (key === "ArrowLeft") return { type: "variants.moved", by: -1 };
  if (set.picked === undefined) return undefined;
  if (key === "Enter") return { type: "variants.kept", key: set.picked };
  if (key === "Escape" || key === "Delete") return { type: "variants.retired", key: set.picked };
  return key === "Tab" && !shiftKey ? { type: "variants.compared", shown: !set.shown } : undefined;
}
