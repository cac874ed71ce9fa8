import assert from "node:assert/strict";
import { test } from "node:test";
import { contrastOf } from "./contrast.ts";

const [W, H] = [120, 40];

/** Two letters on white, of these greys; the second may have a dark rim. */
function drawn(first: number, second: number, rim = second) {
  const pixels = (): { width: number; height: number; data: Uint8ClampedArray } => ({
    width: W,
    height: H,
    data: new Uint8ClampedArray(W * H * 4).fill(255),
  });
  const [source, clean, oldInk] = [pixels(), pixels(), { width: W, height: H, data: new Uint8Array(W * H) }];
  const box = (left: number, grey: number, edge: number): void => {
    for (let y = 8; y < 32; y++) {
      for (let x = left; x < left + 24; x++) {
        const isEdge = x < left + 4 || x >= left + 20 || y < 12 || y >= 28;
        source.data.fill(isEdge ? edge : grey, (y * W + x) * 4, (y * W + x) * 4 + 3);
        oldInk.data[y * W + x] = 255;
      }
    }
  };
  box(20, first, first);
  box(70, second, rim);
  const quad = [
    { x: 10, y: 4 },
    { x: 110, y: 4 },
    { x: 110, y: 36 },
    { x: 10, y: 36 },
  ];
  return { source, clean, oldInk, quad, original: "AB" } as unknown as Parameters<typeof contrastOf>[0];
}

test("a line stands out by its faintest letter, a letter by its outline too", () => {
  assert.ok(contrastOf(drawn(0, 0)) > 90);
  assert.ok(contrastOf(drawn(0, 250)) < 3);
  assert.ok(contrastOf(drawn(0, 255, 40)) > 60);
});
