import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../test/fixtures/text-line.ts";
import { outermost } from "./outermost.ts";

const at = (cx: number, cy: number, width = 120) => textLine("Buy now", { cx, cy, width, height: 40 });
const lineOf = <T>(line: T): T => line;

test("the one farthest to a side is meant, whatever part of the picture it lies in", () => {
  const [a, b, c] = [at(500, 500), at(700, 500), at(700, 800)];
  assert.equal(outermost([a, b, c], "left", lineOf), a);
  assert.equal(outermost([a, b, c], "bottom", lineOf), c);
  assert.equal(outermost([a, b, c], "bottom-right", lineOf), undefined, "b lies as far to the right");
});

test("of those that lie one below the other none is the left one, be it a little", () => {
  assert.equal(outermost([at(500, 100), at(510, 300, 140)], "left", lineOf), undefined);
  assert.equal(outermost([at(500, 100), at(900, 100)], "center", lineOf), undefined);
});
