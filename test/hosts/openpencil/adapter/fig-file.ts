import type { Engine, EngineGraph } from "./engine.ts";
import { localMatrix, toEngineMatrix } from "./place.ts";

const PLACED_BY: readonly string[] = ["x", "y", "rotation", "flipX", "flipY"];

/**
 * Writes the graph as the bytes of a `.fig`. The engine turns nodes about their centre, but its writer of 0.14.0 derives a turned node's
 * matrix otherwise, so that it would lie elsewhere after opening; it writes a matrix found in `source.fig.rawTransform` as it is, so each
 * node's own matrix is put there.
 */
export async function saveFig(engine: Engine, graph: EngineGraph): Promise<Uint8Array<ArrayBuffer>> {
  for (const node of graph.nodes.values()) {
    if (node.type === "CANVAS" || node.type === "DOCUMENT") continue;
    const editedFields = node.source.editedFields.filter((field) => !PLACED_BY.includes(field));
    node.source = { ...node.source, editedFields, fig: { ...node.source.fig, rawTransform: toEngineMatrix(localMatrix(node)) } };
  }
  return new Uint8Array(await engine.exportFigFile(graph));
}

export const openFig = (engine: Engine, bytes: Uint8Array<ArrayBuffer>): Promise<EngineGraph> =>
  engine.parseFigFile(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
