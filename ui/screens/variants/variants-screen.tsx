import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { VariantCompare } from "./variant-compare.tsx";
import { VariantsFormScreen } from "./variants-form.tsx";

/** Several results of one source: first what makes them differ, then side by side. */
export function VariantsScreen({ source }: { readonly source: Source }) {
  const { set } = usePanel().state.variants;
  return set ? <VariantCompare set={set} /> : <VariantsFormScreen source={source} />;
}
