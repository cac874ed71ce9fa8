import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage } from "../../raster/raster.ts";
import type { CtcRow, CtcSpot } from "./ctc.ts";
import { inkGaps } from "./ink-gaps.ts";
import { withSpaces } from "./spaces.ts";

const ALPHABET = ["", "a", " "];
const SPACE = 2;

/** A line of which only the network's traces of spaces are known: one spot every two steps. */
function line(text: string, traces: Readonly<Record<number, number>>): { readonly spots: CtcSpot[]; readonly row: CtcRow } {
  const spots = [...text].map((char, i) => ({ char, step: 2 * i, confidence: 1 }));
  const steps = 2 * spots.length;
  const data = new Float32Array(steps * ALPHABET.length);
  for (const [before, trace] of Object.entries(traces)) data[(2 * Number(before) - 1) * ALPHABET.length + SPACE] = trace;
  return { spots, row: { data, offset: 0, steps, classes: ALPHABET.length } };
}

const read = (text: string, traces: Readonly<Record<number, number>>, white?: readonly number[]): string => {
  const { spots, row } = line(text, traces);
  return withSpaces(spots, row, ALPHABET, white && (() => white))
    .map(({ char }) => char)
    .join("");
};

test("a clear peak is a space whatever the picture shows", () => {
  assert.equal(read("abcd", { 2: 0.2 }), "ab cd");
  assert.equal(read("abcd", { 2: 0.01 }), "abcd");
});

test("a trace of a peak is one where far more white stands than between the rest", () => {
  assert.equal(read("a,bc", { 2: 0.008 }, [0.1, 0.4, 0.12]), "a, bc");
  assert.equal(read("a,bc", { 2: 0.008 }, [0.1, 0.15, 0.12]), "a,bc");
  assert.equal(read("a,bc", { 2: 0.0005 }, [0.1, 0.4, 0.12]), "a,bc", "no trace");
  assert.equal(read("abcd", { 2: 0.01 }, [0.5, 0.55, 0.52]), "abcd", "tracked letters");
});

test("within a word a trace must be clearer, and what closes a word has none before it", () => {
  assert.equal(read("stage", { 4: 0.006 }, [0.2, 0.2, 0.2, 0.5]), "stage");
  assert.equal(read("goat.", { 4: 0.03 }, [0.2, 0.2, 0.2, 0.5]), "goat.");
  assert.equal(read("65L", { 2: 0.006 }, [0.1, 0.4]), "65 L");
});

test("a dot beside Han brings its own white", () => {
  assert.equal(read("早·晚市", { 1: 0.008 }, [0.5, 0.5, 0.1]), "早·晚市");
});

test("white between characters is measured by the height of the ink", () => {
  const strip = createFloatImage(60, 48);
  strip.data.fill(255);
  const bar = (from: number, to: number): void => {
    for (let y = 10; y < 38; y++) for (let x = from; x < to; x++) strip.data.fill(0, (y * 60 + x) * 3, (y * 60 + x) * 3 + 3);
  };
  bar(4, 12);
  bar(15, 23);
  bar(37, 45);
  const gaps = inkGaps(strip, [8, 19, 41])!;
  assert.ok(Math.abs(gaps[0]! - 3 / 28) < 0.02 && Math.abs(gaps[1]! - 14 / 28) < 0.03, gaps.join());
});
