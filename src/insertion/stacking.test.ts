import assert from "node:assert/strict";
import { test } from "node:test";
import { childIndexAbove } from "./stacking.ts";

const provenance = (sourceNode: string): string =>
  JSON.stringify({
    version: 1,
    jobId: "j",
    sourceNode,
    sourceName: "Poster",
    source: "",
    patch: "",
    instruction: "",
    engine: "",
    confidence: 1,
    outsideChanged: 0,
    seed: 0,
    createdAt: "",
  });
const layer = (id: string, of?: string) => ({
  id,
  name: id === "source" ? "Poster" : id,
  getPluginData: () => (of === undefined ? "" : provenance(of)),
});

function index(ids: readonly ReturnType<typeof layer>[], parent: object = {}): number {
  const node = ids.find((l) => l.id === "source");
  return childIndexAbove({ node, parent: { children: ids, ...parent }, reason: "none" } as never, node as never);
}

test("a result goes directly above its source", () => {
  assert.equal(index([layer("below"), layer("source"), layer("above")]), 2);
});

test("a later result goes above the earlier ones of the same source, so that it shows", () => {
  assert.equal(index([layer("source"), layer("first", "source"), layer("second", "source"), layer("above")]), 3);
});

test("results of other sources are no stack of this one", () => {
  assert.equal(index([layer("source"), layer("other", "neighbour"), layer("neighbour")]), 1);
});

test("results copied along with their source are a stack of the copy", () => {
  assert.equal(index([layer("source"), layer("copied", "original elsewhere")]), 2);
});

test("where the first child is drawn on top, above means before", () => {
  const reversed = { layoutMode: "VERTICAL", itemReverseZIndex: true };
  assert.equal(index([layer("top"), layer("source"), layer("below")], reversed), 1);
  assert.equal(index([layer("top"), layer("earlier", "source"), layer("source")], reversed), 1);
});

test("the reversed order is a matter of rows and columns alone", () => {
  assert.equal(index([layer("source"), layer("x")], { layoutMode: "NONE", itemReverseZIndex: true }), 1);
});
