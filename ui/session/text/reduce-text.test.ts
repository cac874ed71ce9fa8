import assert from "node:assert/strict";
import { test } from "node:test";
import { ready, source, walk } from "../../testing/builders.ts";
import { changesOf, draftsOf } from "./drafts.ts";

test("a row typed back to what was found is no change", () => {
  const { state } = walk(
    ready(),
    { type: "text.edited", index: 0, text: "¥169" },
    { type: "text.edited", index: 1, text: "年度热销" },
    { type: "text.edited", index: 0, text: "¥199" },
  );
  assert.deepEqual(changesOf(source(), draftsOf(state, source())), [{ index: 1, from: "新品上市", to: "年度热销" }]);
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
