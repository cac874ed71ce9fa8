import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, type Mask } from "../../raster/raster.ts";
import { lineFrame } from "../frame.ts";
import { withoutIntruders } from "./intruders.ts";

const [W, H] = [120, 60];
/** Box 80 × 30 in the middle; ink may be 5 px further out. */
const FRAME = lineFrame({ cx: 60, cy: 30, width: 80, height: 30, angle: 0 }, { x: 0, y: 0, width: W, height: H });
const NEAR = Uint8Array.from(FRAME.u, (u, i) => (Math.abs(u) < 45 && Math.abs(FRAME.v[i]) < 20 ? 1 : 0));

const pieces = (...rects: readonly (readonly [x: number, y: number, w: number, h: number])[]): Mask => {
  const mask = createMask(W, H);
  for (const [x, y, w, h] of rects) for (let j = y; j < y + h; j++) mask.data.fill(255, j * W + x, j * W + x + w);
  return mask;
};
const LETTER = [40, 18, 8, 24] as const;
const OTHER = [60, 20, 10, 20] as const;

test("letters within the zone stay", () => {
  const ink = pieces(LETTER, OTHER);
  assert.deepEqual(withoutIntruders(ink, FRAME, NEAR).data, ink.data);
});

test("a rule along the box's rim and another line's tails go, letters stay", () => {
  const rule = [15, 11, 90, 3] as const;
  const tail = [75, 45, 4, 5] as const;
  const kept = withoutIntruders(pieces(LETTER, OTHER, rule, tail), FRAME, NEAR);
  assert.deepEqual(kept.data, pieces(LETTER, OTHER).data);
});

test("the tip of an icon that reaches in at the end goes", () => {
  const kept = withoutIntruders(pieces(LETTER, [15, 28, 6, 6]), FRAME, NEAR);
  assert.deepEqual(kept.data, pieces(LETTER).data);
});

test("a tall letter that touches the zone's end stays", () => {
  const tall = [15, 16, 8, 28] as const;
  assert.deepEqual(withoutIntruders(pieces(tall), FRAME, NEAR).data, pieces(tall).data);
});

test("a dot inside the zone stays however slight", () => {
  const dot = [50, 16, 3, 3] as const;
  assert.deepEqual(withoutIntruders(pieces(LETTER, dot), FRAME, NEAR).data, pieces(LETTER, dot).data);
});
