import assert from "node:assert/strict";
import { test } from "node:test";
import { emendError } from "../../protocol/errors.ts";
import { remedyOf, textsThere } from "./remedy.ts";

test("each kind of failure is met with the button that helps", () => {
  const remedies = (
    ["unauthorized", "companion_unreachable", "blob_missing", "engine_failed", "image_too_large", "rate_limited"] as const
  ).map((code) => remedyOf(emendError(code, "")));
  assert.deepEqual(remedies, ["pair", "reconnect", "reload", "retry", "dismiss", "retry"]);
});

test("the texts that are there are offered once each, whichever way they are listed", () => {
  const error = emendError("text_not_found", "", { details: { texts: ["A", { string: "B" }, "A", 7, "", { name: "C" }] } });
  assert.deepEqual(textsThere(error), ["A", "B"]);
  assert.equal(remedyOf(error), "texts");
});

test("without texts to offer there is nothing to pick", () => {
  assert.equal(remedyOf(emendError("text_not_found", "", { details: { texts: "many" } })), "dismiss");
});
