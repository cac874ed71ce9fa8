import * as v from "valibot";
import { type Provenance, ProvenanceSchema } from "../../protocol/bridge.ts";

/** Key of the plugin data that marks a layer as a result of ours. */
export const PROVENANCE_KEY = "emend";

/** What can carry plugin data: every layer. */
type Marked = Pick<PluginDataMixin, "getPluginData">;

const Stored = v.pipe(v.string(), v.parseJson(), ProvenanceSchema);

/** The provenance of a result of ours; `undefined` for any other layer, and for data that is not whole. */
export function provenanceOf(node: Marked): Provenance | undefined {
  const text = node.getPluginData(PROVENANCE_KEY);
  const parsed = text === "" ? undefined : v.safeParse(Stored, text);
  return parsed?.success ? parsed.output : undefined;
}
