import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../../raster/random.ts";
import { createFloatImage, createMask, type FloatImage } from "../../raster/raster.ts";
import { findCircles } from "./find-circles.ts";
import { groundOf } from "./ground.ts";
import { restorePlate } from "./restore-plate.ts";

const [W, H] = [320, 170];

/** Bold strokes with gaps between them, as letters leave. */
const MASK = createMask(W, H);
for (let i = 0; i < W * H; i++) {
  const [x, y] = [i % W, Math.floor(i / W)];
  if (x >= 50 && x < 270 && y >= 70 && y < 110 && (x % 34 < 22 || Math.abs(y - 90) < 6)) MASK.data[i] = 255;
}

type Paint = (x: number, y: number) => number;

function painted(paint: Paint, sigma = 0): FloatImage {
  const random = mulberry32(3);
  const out = createFloatImage(W, H);
  for (let i = 0; i < W * H; i++) {
    const grain = sigma * Math.sqrt(6) * (random() + random() - 1);
    for (let c = 0; c < 3; c++) out.data[i * 3 + c] = Math.round(paint(i % W, Math.floor(i / W)) + 20 * c + grain);
  }
  return out;
}

const region = (truth: FloatImage) => ({
  rect: { x: 0, y: 0, width: W, height: H },
  pixels: { ...truth, data: truth.data.map((v, i) => (MASK.data[Math.floor(i / 3)] ? 5 : v)) },
  foreign: createMask(W, H),
});

/** How much of a disc covers a pixel, its edge a pixel soft. */
const disc = (x: number, y: number, [cx, cy, r]: readonly [number, number, number]): number =>
  Math.min(1, Math.max(0, r - Math.hypot(x - cx, y - cy) + 0.5));

/** Two badges over each other on ground that shades two ways, which no one profile explains. */
const badges: Paint = (x, y) => 60 + x / 6 + y / 5 + 70 * disc(x, y, [120, 60, 44]) + 40 * disc(x, y, [185, 105, 50]);

async function missed(paint: Paint, sigma = 0): Promise<number> {
  const plate = await restorePlate(region(painted(paint, sigma)), MASK, { seed: 1 });
  const truth = painted(paint);
  let [sum, n] = [0, 0];
  for (let i = 0; i < W * H * 3; i++) {
    if (MASK.data[Math.floor(i / 3)] === 0) continue;
    sum += (plate.pixels.data[i] - truth.data[i]) ** 2;
    n++;
  }
  return Math.sqrt(sum / n);
}

test("the rims of badges go on round under the letters", async () => {
  const off = await missed(badges);
  assert.ok(off < 2.2, `${off}`);
});

test("the rims of discs of light go on under the letters of a grainy picture", async () => {
  const off = await missed((x, y) => 60 + x / 6 + y / 5 + 25 * disc(x, y, [120, 60, 44]) + 18 * disc(x, y, [185, 105, 50]), 2.3);
  assert.ok(off < 3, `${off}`);
});

test("only circles are found: no straight edges, no grain, no circle half of whose rim is elsewhere", () => {
  const circlesOf = (paint: Paint, sigma = 0) => {
    const ground = groundOf(region(painted(paint, sigma)), MASK, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground");
    return findCircles(ground, sigma);
  };
  const [first, second] = [...circlesOf(badges)].sort((a, b) => a.cx - b.cx);
  assert.ok(Math.hypot(first.cx - 120, first.cy - 60, first.r - 44) < 0.7, JSON.stringify(first));
  assert.ok(Math.hypot(second.cx - 185, second.cy - 105, second.r - 50) < 0.7, JSON.stringify(second));
  assert.deepEqual(
    circlesOf((x, y) => (x + y / 3 < 160 ? 40 : 200)),
    [],
  );
  assert.deepEqual(
    circlesOf(() => 120, 8),
    [],
  );
  assert.deepEqual(
    circlesOf((x, y) => 60 + 120 * (y > 88 ? Math.min(1, y - 88) * (x > 150 ? 1 : 0) : disc(x, y, [150, 90, 60]))),
    [],
  );
});
