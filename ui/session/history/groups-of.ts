import type { MadeLayer } from "../../../protocol/bridge.ts";
import type { HistoryEntry } from "../../../protocol/history.ts";
import type { HistoryState } from "./history-state.ts";

export interface VersionGroup {
  /** A layer of the file that shows one of them; `undefined` where the list is not of the file. */
  readonly layer: MadeLayer | undefined;
  readonly entries: readonly HistoryEntry[];
}

/** The versions as they are listed: one after another, or those of the file by the layer they were made from. */
export function groupsOf({ shelf, entries, made = [] }: HistoryState): readonly VersionGroup[] {
  if (shelf !== "file") return [{ layer: undefined, entries }];
  const layers = new Map(made.map((layer) => [`${layer.jobId} ${layer.patch}`, layer]));
  const groups = new Map<string, { readonly layer: MadeLayer; readonly entries: HistoryEntry[] }>();
  for (const entry of entries) {
    const layer = layers.get(`${entry.jobId} ${entry.result.patch.sha256}`);
    if (!layer) continue;
    const group = groups.get(layer.sourceNode) ?? { layer, entries: [] };
    group.entries.push(entry);
    groups.set(layer.sourceNode, group);
  }
  return [...groups.values()];
}
