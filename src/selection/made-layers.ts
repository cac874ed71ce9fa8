import type { MadeLayer } from "../../protocol/bridge.ts";
import { pageOf } from "./find-layer.ts";
import { currentProvenance } from "./own-result.ts";

/** Kinds of layers results are placed as. */
const KINDS = ["RECTANGLE", "FRAME", "COMPONENT"] as const;

/** Every result of ours in the file, page after page. Loads all pages: seconds in a large file, so only where a person asks for it. */
export async function madeLayers(): Promise<MadeLayer[]> {
  await figma.loadAllPagesAsync();
  const found = figma.root.children.flatMap((page) => page.findAllWithCriteria({ types: [...KINDS] }));
  return found.flatMap((node) => {
    const provenance = currentProvenance(node);
    if (provenance === undefined) return [];
    const { jobId, patch, sourceNode, sourceName } = provenance;
    return [{ nodeId: node.id, page: pageOf(node)?.name ?? "", jobId, patch, sourceNode, sourceName }];
  });
}
