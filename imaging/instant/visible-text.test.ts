import assert from "node:assert/strict";
import { test } from "node:test";
import { visibleText, visibly } from "./visible-text.ts";

test("what comes along with pasted text and cannot be seen goes; what can be seen stays", () => {
  assert.equal(visibleText("\ufeffFree\u200b\u00a0gift\u00ad\u202e!\u0000"), "Free gift!");
  assert.equal(visibleText("one\r\ntwo\u2028three\tfour"), "one\ntwo\nthree four");
  assert.equal(visibleText("满300　减50 – “ok”…"), "满300　减50 – “ok”…");
  assert.equal(visibleText("می\u200cخواهم"), "می\u200cخواهم", "parts letters that would join");
});

test("both wordings of an operation are cleaned, the rest is as it was", () => {
  const operation = { kind: "text.replace", text: { from: "Sale\u200b", to: "O\u00adffer" }, nth: 2 } as const;
  assert.deepEqual(visibly(operation), { kind: "text.replace", text: { from: "Sale", to: "Offer" }, nth: 2 });
  assert.deepEqual(visibly({ kind: "text.remove", target: "logo" }), { kind: "text.remove", target: "logo" });
});
