import * as v from "valibot";
import { type Provenance, ProvenanceSchema } from "../../protocol/bridge.ts";

/** Key of the plugin data that marks a layer as a result of ours. */
export const PROVENANCE_KEY = "emend";

const Stored = v.pipe(v.string(), v.parseJson(), ProvenanceSchema);

/** The provenance as stored with a result of ours; `undefined` for any other layer, and for data that is not whole. */
export function provenanceOf(node: Pick<PluginDataMixin, "getPluginData">): Provenance | undefined {
  const text = node.getPluginData(PROVENANCE_KEY);
  const parsed = text === "" ? undefined : v.safeParse(Stored, text);
  return parsed?.success ? parsed.output : undefined;
}

type Siblings = readonly SceneNode[];

/**
 * Whether a result beside `source` is an edit of it. A copied pair keeps the id of the source it was copied from: the copy beside it,
 * known by its name, takes that one's place.
 */
export function isResultOf(provenance: Provenance, source: SceneNode, siblings: Siblings): boolean {
  if (provenance.sourceNode === source.id) return true;
  return provenance.sourceName === source.name && siblings.every((sibling) => sibling.id !== provenance.sourceNode);
}

/** The provenance of a result, its `sourceNode` following the result into a copy. */
export function currentProvenance(node: SceneNode): Provenance | undefined {
  const provenance = provenanceOf(node);
  if (provenance === undefined || node.parent === null || !("children" in node.parent)) return provenance;
  const siblings = node.parent.children as Siblings;
  const below = siblings.slice(
    0,
    siblings.findIndex((sibling) => sibling.id === node.id),
  );
  const source = below.reverse().find((sibling) => provenanceOf(sibling) === undefined);
  return source !== undefined && isResultOf(provenance, source, siblings) ? { ...provenance, sourceNode: source.id } : provenance;
}
