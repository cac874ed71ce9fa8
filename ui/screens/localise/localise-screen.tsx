import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { LocaleTableScreen } from "./locale-table-screen.tsx";
import { TableIntake } from "./table-intake.tsx";

/** One picture in many languages: first a table, then its markets. */
export function LocaliseScreen({ source }: { readonly source: Source }) {
  const { table } = usePanel().state.localise;
  return table ? <LocaleTableScreen source={source} table={table} /> : <TableIntake source={source} />;
}
