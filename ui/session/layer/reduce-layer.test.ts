import assert from "node:assert/strict";
import { test } from "node:test";
import { connected, digestOf, layer, ready, source, walk } from "../../testing/builders.ts";
import { initialState } from "../ui-state.ts";
import { viewOf } from "../view.ts";

test("selecting one editable layer loads it", () => {
  const { state, effects } = walk(connected(), { type: "layer.selection", layers: [layer()] });
  assert.deepEqual(effects, [{ type: "layer.load", loadId: 1, layer: { id: "1:2", name: "poster" } }]);
  assert.equal(viewOf(state).kind, "loading");
});

test("without a connection the selection waits and loads once connected", () => {
  const offline = walk(initialState("en"), { type: "shell.init", settings: {} }, { type: "layer.selection", layers: [layer()] });
  assert.deepEqual(offline.effects, []);
  const online = walk(offline.state, { type: "shell.connection", connection: { kind: "connected", port: 17321, companion: "emend" } });
  assert.deepEqual(online.effects, [
    { type: "shell.settings", settings: { port: 17321 } },
    { type: "layer.load", loadId: 1, layer: { id: "1:2", name: "poster" } },
  ]);
});

test("the same selection reported again does not load again", () => {
  const { effects } = walk(ready(), { type: "layer.selection", layers: [layer()] });
  assert.deepEqual(effects, []);
});

test("several layers, a blocked layer and our own result are not loaded", () => {
  const several = walk(connected(), { type: "layer.selection", layers: [layer(), layer({ id: "1:3" })] });
  assert.deepEqual([several.effects, viewOf(several.state).kind], [[], "several"]);
  const blocked = walk(connected(), { type: "layer.selection", layers: [layer({ blocked: "empty" })] });
  assert.deepEqual([blocked.effects, viewOf(blocked.state).kind], [[], "blocked"]);
  const ours = walk(connected(), { type: "layer.selection", layers: [layer({ provenance: "{}" })] });
  assert.deepEqual([ours.effects, viewOf(ours.state).kind], [[], "ours"]);
});

test("choosing one of several layers loads that one, and the choice survives an emptied selection", () => {
  const chosen = walk(
    connected(),
    { type: "layer.selection", layers: [layer(), layer({ id: "1:3", name: "photo" })] },
    { type: "layer.chosen", layer: { id: "1:3", name: "photo" } },
  );
  assert.deepEqual(chosen.effects, [{ type: "layer.load", loadId: 1, layer: { id: "1:3", name: "photo" } }]);
  const emptied = walk(chosen.state, { type: "layer.selection", layers: [] });
  assert.equal(emptied.state.work.kind, "loading");
});

test("what arrives for a layer left meanwhile is dropped and its picture released", () => {
  const left = walk(
    connected(),
    { type: "layer.selection", layers: [layer()] },
    { type: "layer.selection", layers: [layer({ id: "9:9" })] },
  );
  const { state, effects } = walk(left.state, { type: "layer.ready", loadId: 1, source: source({ picture: 5 }) });
  assert.deepEqual(effects, [{ type: "pictures.release", pictures: [5] }]);
  assert.equal(state.work.kind === "loading" && state.work.loadId, 2);
});

test("deselecting ends the load and releases the preview", () => {
  const { state, effects } = walk(ready(), { type: "layer.selection", layers: [] });
  assert.deepEqual(effects, [{ type: "layer.unload" }, { type: "pictures.release", pictures: [1] }]);
  assert.equal(viewOf(state).kind, "empty");
});

test("a failed load shows its error and can be repeated", () => {
  const error = { code: "image_empty", message: "Nothing to see.", retryable: false } as const;
  const failed = walk(connected(), { type: "layer.selection", layers: [layer()] }, { type: "layer.failed", loadId: 1, error });
  assert.deepEqual(viewOf(failed.state), { kind: "failed", layer: { id: "1:2", name: "poster" }, error });
  const again = walk(failed.state, { type: "layer.reload" });
  assert.deepEqual(again.effects, [{ type: "layer.load", loadId: 2, layer: { id: "1:2", name: "poster" } }]);
});

test("drafts belong to the picture: coming back to it brings them back", () => {
  const typed = walk(ready(), { type: "text.edited", index: 0, text: "¥169" }, { type: "layer.selection", layers: [] });
  const back = walk(
    typed.state,
    { type: "layer.selection", layers: [layer()] },
    { type: "layer.ready", loadId: 2, source: source({ picture: 8 }) },
  );
  assert.deepEqual(back.state.text.drafts[digestOf("a")], { 0: "¥169" });
});
