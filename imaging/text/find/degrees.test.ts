import assert from "node:assert/strict";
import { test } from "node:test";
import { withOneDegree } from "./degrees.ts";

const read = (text: string): string =>
  withOneDegree([...text].map((char, step) => ({ char, step, confidence: 1 })))
    .map(({ char }) => char)
    .join("");

test("a degree read twice is said once; others stay", () => {
  assert.equal(read("40°℃以下"), "40℃以下");
  assert.equal(read("451°℉"), "451℉");
  assert.equal(read("90° 40°C"), "90° 40°C");
});
