import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask, type Mask } from "../../raster/raster.ts";
import { lineFrame } from "../frame.ts";
import { withSwashes } from "./swashes.ts";

const [W, H] = [160, 80];
const FRAME = lineFrame({ cx: 90, cy: 40, width: 80, height: 30, angle: 0 }, { x: 0, y: 0, width: W, height: H });
/** Ink is looked for from x = 46 to 134, y = 22 to 58. */
const NEAR = Uint8Array.from(FRAME.u, (u, i) => (Math.abs(u) < 44 && Math.abs(FRAME.v[i]) < 18 ? 1 : 0));

interface Stroke {
  readonly rect: readonly [x: number, y: number, w: number, h: number];
  /** Grey level on a ground of 220; the letters are 20. */
  readonly level?: number;
}
const LETTERS: readonly Stroke[] = [{ rect: [50, 38, 60, 5] }, { rect: [60, 26, 5, 28] }, { rect: [100, 26, 5, 28] }];

/** What is found of a picture with these strokes, and which pixels they cover. */
function found(strokes: readonly Stroke[]) {
  const [image, drawn] = [createFloatImage(W, H), createMask(W, H)];
  image.data.fill(220);
  for (const { rect, level = 20 } of strokes) {
    const [x, y, w, h] = rect;
    for (let j = y; j < y + h; j++) {
      drawn.data.fill(255, j * W + x, j * W + x + w);
      image.data.fill(level, (j * W + x) * 3, (j * W + x + w) * 3);
    }
  }
  const off = Float32Array.from(drawn.data, (_, i) => Math.sqrt(3) * (220 - image.data[i * 3]));
  const ink: Mask = { ...drawn, data: drawn.data.map((v, i) => (NEAR[i] === 0 ? 0 : v)) };
  const swung = withSwashes(ink, { image, off, near: NEAR, foreign: createMask(W, H), frame: FRAME });
  return { swung: swung.data, ink: ink.data, drawn: drawn.data };
}

test("a stroke that swings out of the box in the letters' colour is theirs", () => {
  const { swung, drawn, ink } = found([...LETTERS, { rect: [28, 38, 30, 5] }, { rect: [28, 20, 5, 20] }]);
  assert.deepEqual(swung, drawn);
  assert.notDeepEqual(ink, drawn);
});

test("a rule through the picture, a blot as thick as no stroke and a shadow's fainter edge are not", () => {
  for (const other of [{ rect: [0, 38, 60, 5] }, { rect: [28, 30, 20, 20] }, { rect: [28, 38, 30, 5], level: 120 }] as const) {
    const { swung, ink } = found([other, ...LETTERS]);
    assert.deepEqual(swung, ink, `${other.rect}`);
  }
});

test("letters that keep to their box stay as they are", () => {
  const { swung, ink } = found(LETTERS);
  assert.deepEqual(swung, ink);
});
