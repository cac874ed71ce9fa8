import assert from "node:assert/strict";
import { test } from "node:test";
import { keptCharacters, settleShift, stillStretches } from "./keep.ts";

const keptAs = (a: string, b: string): string =>
  keptCharacters(a, b)
    .map(([i]) => [...a][i])
    .join("");
/** Pen positions of characters of these widths, the first at `from`. */
const pens = (from: number, widths: readonly number[]): readonly number[] =>
  widths.reduce((at, w) => [...at, at[at.length - 1] + w], [from]);

test("kept characters are a longest common subsequence, in order and of equal characters", () => {
  assert.equal(keptAs("¥199", "¥169"), "¥19");
  assert.equal(keptAs("新品上市", "新品热卖"), "新品");
  assert.equal(keptAs("abc", "xyz"), "");
  const pairs = keptCharacters("2024 SALE", "2025 SALE!");
  assert.equal(pairs.length, 8);
  assert.ok(pairs.every(([i, j], k) => "2024 SALE"[i] === "2025 SALE!"[j] && (k === 0 || (i > pairs[k - 1][0] && j > pairs[k - 1][1]))));
});

test("the line is shifted so that most kept characters stand still, within the slack", () => {
  const pairs = [
    [0, 0],
    [2, 2],
    [3, 3],
  ] as const;
  const at = { before: pens(0, [10, 10, 10, 10]), after: pens(-1, [10, 12, 10, 10]) };
  // Two kept characters agree on a shift of −1, one on +1.
  assert.ok(Math.abs(settleShift(pairs, at, 3) + 1) < 1e-9);
  assert.equal(settleShift(pairs, at, 0.5), 0);
  assert.equal(settleShift([], at, 3), 0);
});

test("a letter that two words share by chance moves nothing", () => {
  const at = { before: pens(0, [10, 10, 10, 10]), after: pens(-1, [10, 12, 10, 10, 10]) };
  assert.equal(settleShift([[2, 2]], at, 3), 0);
});

const open: { readonly inkAt: (u: number) => number; readonly sizePx: number } = { inkAt: () => 0, sizePx: 40 };
const still = (before: string, after: string, widths: readonly [readonly number[], readonly number[]], at = open) =>
  stillStretches(keptCharacters(before, after), { before: pens(0, widths[0]), after: pens(0, widths[1]) }, at);

test("what neither changes nor moves is left alone, to the ends of the line where it is there", () => {
  assert.deepEqual(
    still("¥199", "¥169", [
      [10, 10, 10, 10],
      [10, 10, 10, 10],
    ]),
    [
      { from: -Infinity, to: 20 },
      { from: 30, to: Infinity },
    ],
  );
});

test("what moved is not left alone, though its character is the same", () => {
  assert.deepEqual(
    still("abc", "axc", [
      [10, 10, 10],
      [10, 14, 10],
    ]),
    [{ from: -Infinity, to: 10 }],
  );
});

test("a stretch ends where neither line has ink, or is not kept at all", () => {
  const inked = (...spans: readonly (readonly [number, number])[]) => ({
    sizePx: 40,
    inkAt: (u: number) => (spans.some(([a, b]) => u > a && u < b) ? 5 : 0),
  });
  const equal: [number[], number[]] = [
    [10, 10, 10],
    [10, 10, 10],
  ];
  assert.deepEqual(still("abc", "abd", equal, inked([17, 22.4])), [{ from: -Infinity, to: 22.5 }]);
  assert.deepEqual(still("abc", "abd", equal, inked([5, 40])), []);
});
