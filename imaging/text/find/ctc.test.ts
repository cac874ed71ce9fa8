import assert from "node:assert/strict";
import { test } from "node:test";
import { type CtcRow, decodeCtc, peakBetween } from "./ctc.ts";
import { withSpaces } from "./spaces.ts";

const ALPHABET = ["", "a", "b", "优", "惠", " "];

/** A row from one list per step: `[class, probability]`, what is left goes to the blank; a third number is the space's probability. */
function row(steps: readonly (readonly [number, number, number?])[]): CtcRow {
  const data = new Float32Array(steps.length * ALPHABET.length);
  steps.forEach(([index, p, space = 0], t) => {
    data[t * ALPHABET.length] = 1 - p - space;
    data[t * ALPHABET.length + 5] += space;
    data[t * ALPHABET.length + index] += p;
  });
  return { data, offset: 0, steps: steps.length, classes: ALPHABET.length };
}
const BLANK = [0, 0] as const;
const textOf = (spots: readonly { char: string }[]) => spots.map((s) => s.char).join("");

test("runs of a class are one character, a blank between makes two", () => {
  const spots = decodeCtc(row([[1, 0.9], [1, 0.7], BLANK, [1, 0.8], [2, 0.6]]), ALPHABET);
  assert.equal(textOf(spots), "aab");
  assert.deepEqual(
    spots.map((s) => s.step),
    [0.5, 3, 4],
  );
  assert.deepEqual(
    spots.map((s) => Math.round(s.confidence * 10)),
    [9, 8, 6],
  );
});

test("a second row of a batch is read from its offset", () => {
  const both = row([BLANK, BLANK, [2, 0.9], BLANK]);
  assert.equal(textOf(decodeCtc({ ...both, offset: 2 * ALPHABET.length, steps: 2 }, ALPHABET)), "b");
});

test("the peak is looked for strictly between two steps", () => {
  const r = row([
    [1, 0.6, 0.3],
    [0, 0, 0.1],
    [0, 0, 0.2],
    [2, 0.6, 0.4],
  ]);
  assert.ok(Math.abs(peakBetween(r, 5, [0, 3]) - 0.2) < 1e-6);
  assert.equal(peakBetween(r, 5, [0, 1]), 0);
});

test("a space too weak to win a step is put in where its probability peaks between Latin letters", () => {
  const parted = row([[1, 0.9], BLANK, [0, 0, 0.15], BLANK, [2, 0.9], BLANK, [0, 0, 0.02], [1, 0.9]]);
  const spots = withSpaces(decodeCtc(parted, ALPHABET), parted, ALPHABET);
  assert.equal(textOf(spots), "a ba");
  assert.equal(spots[1].step, 2);
});

test("between Han characters a weaker peak is a space already, and a still weaker one where the gap is wide", () => {
  const han = (peak: number, blanks: number) => [...Array.from({ length: blanks }, (_, i) => [0, 0, i === 0 ? peak : 0] as const)];
  const line = row([
    [3, 0.9],
    ...han(0.02, 2),
    [4, 0.9],
    ...han(0.005, 2),
    [3, 0.9],
    ...han(0.005, 3),
    [4, 0.9],
    ...han(0.001, 3),
    [3, 0.9],
  ]);
  assert.equal(textOf(withSpaces(decodeCtc(line, ALPHABET), line, ALPHABET)), "优 惠优 惠优");
});

test("in a line with Han a Latin pair is parted by a weaker peak than in a Latin one", () => {
  const pair = [
    [1, 0.9],
    [0, 0, 0.03],
    [2, 0.9],
  ] as const;
  const latin = row(pair);
  const mixed = row([[3, 0.9], BLANK, [4, 0.9], BLANK, ...pair]);
  assert.equal(textOf(withSpaces(decodeCtc(latin, ALPHABET), latin, ALPHABET)), "ab");
  assert.equal(textOf(withSpaces(decodeCtc(mixed, ALPHABET), mixed, ALPHABET)), "优惠a b");
});

test("no space is put beside a full-width mark", () => {
  const marked = row([
    [3, 0.9],
    [0, 0, 0.3],
    [2, 0.9],
  ]);
  const alphabet = ALPHABET.with(2, "：");
  assert.equal(textOf(withSpaces(decodeCtc(marked, alphabet), marked, alphabet)), "优：");
});

test("spaces the network gave are kept inside the line and dropped at its ends", () => {
  const spaced = row([[5, 0.9], BLANK, [1, 0.9], [5, 0.9], [2, 0.9], [5, 0.9]]);
  assert.equal(textOf(withSpaces(decodeCtc(spaced, ALPHABET), spaced, ALPHABET)), "a b");
});
