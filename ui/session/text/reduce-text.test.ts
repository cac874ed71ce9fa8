import assert from "node:assert/strict";
import { test } from "node:test";
import { ready, source, walk } from "../../testing/builders.ts";
import { changesOf, draftsOf, marksOf } from "./drafts.ts";

test("a row typed back to what was found is no change", () => {
  const { state } = walk(
    ready(),
    { type: "text.edited", index: 0, text: "¥169" },
    { type: "text.edited", index: 1, text: "年度热销" },
    { type: "text.edited", index: 0, text: "¥199" },
  );
  assert.deepEqual(changesOf(source(), draftsOf(state, source())), [
    { index: 1, from: "新品上市", to: "年度热销", live: false, drawn: false },
  ]);
});

test("a space typed at the end is kept in the field but is no change", () => {
  const { state } = walk(ready(), { type: "text.edited", index: 0, text: "¥199 " });
  assert.deepEqual(draftsOf(state, source()), { 0: "¥199 " });
  assert.deepEqual(changesOf(source(), draftsOf(state, source())), []);
});

test("reverting clears every row", () => {
  const { state } = walk(ready(), { type: "text.edited", index: 0, text: "¥169" }, { type: "text.reverted" });
  assert.deepEqual(draftsOf(state, source()), {});
});

const now = (state: ReturnType<typeof ready>) => (state.work.kind === "ready" ? state.work.source : assert.fail("no source"));

test("a box drawn on the preview is a row of its own, read at once, and takes the reading but not its box", () => {
  const drawn = walk(
    ready(),
    { type: "text.drawing", on: true },
    { type: "text.box.added", rect: { x: 20, y: 200, width: 100, height: 30 } },
  );
  const region = { x: 20, y: 200, width: 100, height: 30 };
  assert.deepEqual(drawn.effects, [{ type: "text.read", sha256: source().sha256, index: 2, region, delayMs: 0 }]);
  const found = { ...source().texts[0]!, string: "50 % off" };
  const { state } = walk(drawn.state, { type: "text.was.read", sha256: source().sha256, index: 2, texts: [found] });
  assert.deepEqual([now(state).texts[2]?.string, now(state).texts[2]?.quad[0]], ["50 % off", { x: 20, y: 200 }]);
  assert.deepEqual([state.text.reading, state.text.drawing, state.text.boxed], [[], false, 2]);
});

test("a slip of the pointer draws no box, one beyond the edge is cut to the picture", () => {
  const slip = walk(ready(), { type: "text.drawing", on: true }, { type: "text.box.added", rect: { x: 20, y: 20, width: 2, height: 30 } });
  assert.deepEqual([now(slip.state).texts.length, slip.effects], [2, []]);
  const wide = walk(ready(), { type: "text.box.changed", index: 0, rect: { x: 250, y: -10, width: 100, height: 30 } });
  assert.deepEqual(now(wide.state).texts[0]?.quad[2], { x: 300, y: 20 });
});

test("a row taken out takes its wording and marks along, and those behind it move up", () => {
  const { state } = walk(
    ready(),
    { type: "text.edited", index: 1, text: "年度热销" },
    { type: "text.live", index: 1, on: true },
    { type: "text.box.removed", index: 0 },
  );
  assert.deepEqual(
    now(state).texts.map((t) => t.string),
    ["新品上市"],
  );
  assert.deepEqual([draftsOf(state, source()), marksOf(state, source()).live], [{ 0: "年度热销" }, [0]]);
});

test("a reading for a picture left meanwhile changes nothing", () => {
  const before = ready();
  const { state } = walk(before, { type: "text.was.read", sha256: "f".repeat(64), index: 0, texts: [source().texts[1]!] });
  assert.equal(state, before);
});
