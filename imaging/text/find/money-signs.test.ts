import assert from "node:assert/strict";
import { test } from "node:test";
import { type CtcRow, decodeCtc } from "./ctc.ts";
import { withMoneySigns } from "./money-signs.ts";

const ALPHABET = ["", "2", "5", "E", "∈", "f", "W"];

/** One step per entry: the likeliest class, or a blank that lets something through. */
function rowOf(steps: readonly Readonly<Record<string, number>>[]): CtcRow {
  const classes = ALPHABET.length;
  const data = new Float32Array(steps.length * classes);
  steps.forEach((step, s) => {
    for (const [char, share] of Object.entries(step)) data[s * classes + ALPHABET.indexOf(char)] = share;
    data[s * classes] = 1 - Object.values(step).reduce((sum, v) => sum + v, 0);
  });
  return { data, offset: 0, steps: steps.length, classes };
}
const read = (...steps: readonly Readonly<Record<string, number>>[]): string => {
  const row = rowOf(steps);
  return withMoneySigns(decodeCtc(row, ALPHABET), row, ALPHABET)
    .map((s) => s.char)
    .join("");
};

test("a blank that lets E and ∈ through before an amount is a euro, one that lets f through a pound", () => {
  assert.equal(read({}, { E: 0.03, "∈": 0.02 }, {}, {}, { 2: 1 }, {}, { 5: 1 }), "€25");
  assert.equal(read({}, { f: 0.2 }, {}, {}, { 2: 1 }, {}, { 5: 1 }), "£25");
});

test("behind an amount too", () => {
  assert.equal(read({}, { 2: 1 }, {}, { 5: 1 }, {}, {}, { E: 0.1 }, {}), "25€");
});

test("bare ground, an unknown sign and letters stay as they are read", () => {
  assert.equal(read({}, { E: 0.004 }, {}, {}, { 2: 1 }), "2");
  assert.equal(read({}, { W: 0.2, E: 0.02 }, {}, {}, { 2: 1 }), "2");
  assert.equal(read({}, { E: 0.1 }, {}, {}, { W: 1 }), "W");
});

test("an unsure f before digits is a pound, a sure one an f-stop", () => {
  assert.equal(read({ f: 0.6 }, {}, { 2: 1 }), "£2");
  assert.equal(read({ f: 0.97 }, {}, { 2: 1 }), "f2");
});
