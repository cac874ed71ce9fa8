import assert from "node:assert/strict";
import { test } from "node:test";
import { type CtcRow, decodeCtc } from "../ctc.ts";
import { isCommonWord } from "./common-words.ts";
import { withLikelyWords } from "./likely-words.ts";

const ALPHABET = ["", ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];

/** Each letter's shares, as "C66L21": C at 0.66, L at 0.21; letters alone are sure. */
function read(...letters: readonly string[]): string {
  const classes = ALPHABET.length;
  const data = new Float32Array(letters.length * 2 * classes);
  letters.forEach((shares, i) => {
    data[(2 * i + 1) * classes] = 1;
    const told = [...shares.matchAll(/([A-Za-z])(\d\d)/g)];
    if (told.length === 0) data[2 * i * classes + ALPHABET.indexOf(shares)] = 0.99;
    for (const [, char, share] of told) data[2 * i * classes + ALPHABET.indexOf(char!)] = Number(share) / 100;
  });
  const row: CtcRow = { data, offset: 0, steps: letters.length * 2, classes };
  return withLikelyWords(decodeCtc(row, ALPHABET), row, ALPHABET)
    .map(({ char }) => char)
    .join("");
}

test("a letter in doubt is the one that makes a common word, if the network saw it there", () => {
  assert.equal(read("C66L21", ..."earn"), "Learn");
  assert.equal(read("m", "a89o10", ..."rning"), "morning");
});

test("two shapes of one letter count together", () => {
  assert.equal(read("C60L05l05", ..."earn"), "Learn");
});

test("names, sure letters, words that are some already, and what only another letter would mend stay as read", () => {
  assert.equal(read("K66J30", ..."orvik"), "Korvik");
  assert.equal(read("C95L04", ..."earn"), "Cearn");
  assert.equal(read("l", "o80i15", ..."ve"), "love");
  assert.equal(read("C66L05", ..."earn"), "Cearn");
  assert.equal(read("C66L21", ..."ea", "m80r15", "n"), "Ceamn");
  assert.equal(read("C66L21", ..."earn2"), "Cearn2");
});

test("common words and their plurals are known, rare and short ones are not", () => {
  for (const word of ["abandon", "garden", "gardens", "service", "youth"]) assert.equal(isCommonWord(word), true, word);
  for (const word of ["qzzz", "cat", "gardensz"]) assert.equal(isCommonWord(word), false, word);
});
