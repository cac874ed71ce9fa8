import assert from "node:assert/strict";
import { test } from "node:test";
import { withZeroOrO } from "./zero-or-o.ts";

const read = (text: string, zero: number): string =>
  withZeroOrO([...text].map((char, step) => ({ char, step, confidence: /[0Oo]/.test(char) ? zero : 1 })))
    .map(({ char }) => char)
    .join("");

test("a doubtful zero among letters is the letter, in their case", () => {
  assert.equal(read("Hell0", 0.8), "Hello");
  assert.equal(read("S0LD", 0.6), "SOLD");
  assert.equal(read("STUDI0", 0.6), "STUDIO");
});

test("a zero read surely, among figures or beside few letters stays one", () => {
  assert.equal(read("Hell0", 0.95), "Hell0");
  assert.equal(read("Model30", 0.5), "Model30");
  assert.equal(read("A0", 0.5), "A0");
  assert.equal(read("¥1,099", 0.5), "¥1,099");
  assert.equal(read("TEL 400", 0.5), "TEL 400");
});

test("a doubtful letter behind figures is a zero; read surely, beside letters or before figures it stays", () => {
  assert.equal(read("10O CUPS", 0.6), "100 CUPS");
  assert.equal(read("2O25", 0.6), "2025");
  assert.equal(read("10O", 0.95), "10O");
  assert.equal(read("H2O", 0.6), "H2O");
  assert.equal(read("O2", 0.6), "O2");
});
