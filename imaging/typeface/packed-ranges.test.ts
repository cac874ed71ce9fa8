import assert from "node:assert/strict";
import { test } from "node:test";
import { packRanges, unpackRanges } from "./packed-ranges.ts";
import { rangesOf } from "./unicode-ranges.ts";

test("packed ranges unpack to themselves", () => {
  for (const ranges of [
    new Uint32Array(),
    Uint32Array.of(0, 0),
    rangesOf([
      [32, 126],
      [0x4e00, 0x9fff],
      [0x1f600, 0x10ffff],
    ]),
  ])
    assert.deepEqual(unpackRanges(packRanges(ranges)), ranges);
});

test("an ASCII range packs into a few characters", () => {
  assert.equal(packRanges(Uint32Array.of(32, 126)), "w 2m");
});
