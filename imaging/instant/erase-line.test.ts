import assert from "node:assert/strict";
import { test } from "node:test";
import { isTold } from "./erase-line.ts";

const onRough = (similarity: number, method: "patch" | "edges" | "smooth") =>
  isTold({ similarity, matte: { background: "clusters" }, plate: { method } });

test("letters half recognised pass where the ground goes on, and not where it was pieced together from patches", () => {
  assert.equal(onRough(0.66, "edges"), true);
  assert.equal(onRough(0.66, "patch"), false);
  assert.equal(onRough(0.72, "patch"), true);
  assert.equal(onRough(0.55, "edges"), false);
});

test("on an even ground whatever stands out is ink, recognised or not", () => {
  assert.equal(isTold({ similarity: 0.4, matte: { background: "smooth" }, plate: { method: "patch" } }), true);
  assert.equal(isTold({ similarity: 0.3, matte: { background: "smooth" }, plate: { method: "smooth" } }), false);
});
