import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlane, createRaster, type RasterImage } from "../../raster/raster.ts";
import { isGap } from "./doubtful-parts.ts";
import { separate } from "./separate.ts";

const SIZE = 240;

/** A shaded red ball before grey; `light` is what falls on the ground at a pixel, 0–1. */
function ball(light: (x: number, y: number) => number): RasterImage {
  const image = createRaster(SIZE, SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const on = Math.min(1, Math.max(0, 50 - Math.hypot(x - 110, y - 110)));
    const shade = 1.15 - (x + y) / 600;
    for (let c = 0; c < 3; c++)
      image.data[i * 4 + c] = on * [200, 50, 60][c]! * shade + (1 - on) * [215, 216, 220][c]! * light(x, y) + ((i * 7) % 3) - 1;
    image.data[i * 4 + 3] = 255;
  }
  return image;
}

test("the deep core of a soft contact shadow belongs to the ground", () => {
  const parts = separate(ball((x, y) => 1 - 0.5 * Math.exp(-(((x - 110) / 70) ** 2) - ((y - 168) / 16) ** 2)));
  assert.ok(parts.ok);
  assert.ok((parts.value.alpha.data[172 * SIZE + 110] ?? 1) < 0.1, "the shadow below the ball");
  assert.ok((parts.value.alpha.data[110 * SIZE + 110] ?? 0) > 0.95, "the ball");
});

test("a hard shadow taken for the subject is said", () => {
  const parts = separate(ball((x, y) => (Math.hypot(x - 150, y - 130) < 50 ? 0.55 : 1)));
  assert.ok(parts.ok);
  assert.match(parts.value.reasons.join(), /hard shadow/);
  const without = separate(ball(() => 1));
  assert.ok(without.ok && without.value.reasons.length === 0);
});

test("what lies between things along the frame is a gap, a thing is none", () => {
  const signed = (inside: (x: number, y: number) => number) => {
    const plane = createPlane(SIZE, SIZE);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = inside(i % SIZE, Math.floor(i / SIZE));
    return plane;
  };
  const corners = [
    [0, 0],
    [SIZE, 0],
    [0, SIZE],
    [SIZE, SIZE],
  ] as const;
  assert.ok(isGap(signed((x, y) => Math.min(...corners.map(([cx, cy]) => Math.hypot(x - cx, y - cy) - 0.48 * SIZE)))));
  assert.ok(!isGap(signed((x, y) => 70 - Math.hypot(x - 120, y - 120))));
  assert.ok(!isGap(signed((x, y) => 50 - Math.max(Math.abs(x - 120), Math.abs(y - 120)))));
});
