import assert from "node:assert/strict";
import { test } from "node:test";
import { blurPlane } from "../../raster/blur.ts";
import { dilate } from "../../raster/dilate.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createFloatImage, createMask, type FloatImage, type Mask } from "../../raster/raster.ts";
import type { LineRegion, Plate } from "../types.ts";
import { restorePlate } from "./restore-plate.ts";

const [W, H] = [200, 90];
type Paint = (x: number, y: number) => number;

function image(...channels: [Paint, Paint, Paint]): FloatImage {
  const out = createFloatImage(W, H);
  for (let i = 0; i < W * H * 3; i++) out.data[i] = Math.round(channels[i % 3](Math.floor(i / 3) % W, Math.floor(i / 3 / W)));
  return out;
}

/** Strokes 7 px wide: an upright every 24 px and a bar through them. */
function glyphs(): Mask {
  const mask = createMask(W, H);
  for (let y = 28; y < 62; y++) {
    for (let x = 40; x < 160; x++) if (x % 24 < 7 || Math.abs(y - 45) < 3) mask.data[y * W + x] = 255;
  }
  return mask;
}

const INK = glyphs();
const MASK = dilate(INK, 2);

/** The ground with white strokes on it. */
function lettered(ground: FloatImage): LineRegion {
  const pixels: FloatImage = { ...ground, data: ground.data.map((v, i) => (INK.data[Math.floor(i / 3)] ? 255 : v)) };
  return { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
}

const restore = (ground: FloatImage): Promise<Plate> => restorePlate(lettered(ground), MASK, { seed: 1 });

function rmsInMask(plate: Plate, truth: FloatImage): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < truth.data.length; i++) {
    if (!MASK.data[Math.floor(i / 3)]) continue;
    sum += (plate.pixels.data[i] - truth.data[i]) ** 2;
    n++;
  }
  return Math.sqrt(sum / n);
}

const noise = (seed: number): Paint => {
  const next = mulberry32(seed);
  return () => next() - 0.5;
};
const PANEL = image(
  (x) => (x < 101 ? 60 : 240),
  (x) => (x < 101 ? 64 : 120),
  (x) => (x < 101 ? 90 : 30),
);
const GRADIENT = image(
  (x, y) => 40 + x / 2 + y / 4,
  (x) => 200 - x / 3,
  (_, y) => 90 + y / 2,
);

test("a flat ground comes back exactly", async () => {
  const ground = image(
    () => 29,
    () => 53,
    () => 87,
  );
  const plate = await restore(ground);
  assert.equal(plate.method, "flat");
  assert.deepEqual(plate.pixels.data, ground.data);
});

test("a gradient comes back within half a step", async () => {
  const plate = await restore(GRADIENT);
  assert.equal(plate.method, "smooth");
  assert.ok(rmsInMask(plate, GRADIENT) < 0.5, `${rmsInMask(plate, GRADIENT)}`);
});

test("the edge of two panels stays straight and sharp behind the text", async () => {
  const plate = await restore(PANEL);
  assert.ok(rmsInMask(plate, PANEL) < 3, `${plate.method} ${rmsInMask(plate, PANEL)}`);
});

test("a thin rule goes on behind the text", async () => {
  const rule: Paint = (_, y) => (y >= 50 && y < 54 ? 40 : 220);
  const ground = image(rule, rule, () => 180);
  assert.ok(rmsInMask(await restore(ground), ground) < 8);
});

test("slanted stripes go on behind the text", async () => {
  const stripe: Paint = (x, y) => ((((x + y * 2) % 40) + 40) % 40 < 20 ? 60 : 210);
  const ground = image(stripe, stripe, stripe);
  assert.ok(rmsInMask(await restore(ground), ground) < 16); // a blur is off by 60
});

/** Grey grain, evenly between its extremes. */
function grainOver(tone: Paint, extremes: number): FloatImage {
  const n = noise(4);
  let value = 0;
  const grey: Paint = () => value;
  const first: Paint = (x, y) => {
    value = tone(x, y) + 2 * extremes * n(x, y);
    return value;
  };
  return image(first, grey, grey);
}

test("busy noise stays as busy as around it", async () => {
  const { textureRatio } = await restore(grainOver(() => 128, 75));
  assert.ok(textureRatio > 0.8 && textureRatio < 1.25, `${textureRatio}`);
});

test("faint grain is laid a quarter weaker than it is, what anyone would miss in full", async () => {
  const tone: Paint = (x, y) => 90 + x / 3 + 20 * Math.sin(y / 40);
  const faint = await restore(grainOver(tone, 4));
  assert.ok(faint.textureRatio > 0.65 && faint.textureRatio < 0.85, `${faint.textureRatio}`);
  const plain = await restore(grainOver(tone, 12));
  assert.ok(plain.textureRatio > 0.9, `${plain.textureRatio}`);
  const [sigma, off] = [8 / Math.sqrt(12), rmsInMask(faint, grainOver(tone, 4))];
  assert.ok(off < 1.35 * sigma, `${off} for grain of ${sigma}`);
});

test("the plate equals the source outside the mask, bit for bit, on every kind of ground", async () => {
  const [a, b, c] = [noise(1), noise(2), noise(3)];
  const busy = image(
    (x, y) => 128 + 90 * a(x, y),
    (x, y) => 128 + 90 * b(x, y),
    (x, y) => 128 + 90 * c(x, y),
  );
  for (const ground of [PANEL, GRADIENT, busy]) {
    const region = lettered(ground);
    const before = Float32Array.from(region.pixels.data);
    const { pixels } = await restorePlate(region, MASK, { seed: 3 });
    assert.ok(pixels.data.every((v, i) => MASK.data[Math.floor(i / 3)] !== 0 || Object.is(v, before[i])));
    assert.deepEqual(region.pixels.data, before);
  }
});

test("the same seed gives the same plate", async () => {
  const [a, b] = [await restore(PANEL), await restore(PANEL)];
  assert.deepEqual(a.pixels.data, b.pixels.data);
});

test("other text next to the mask lends no colour and stays", async () => {
  const ground = image(
    () => 200,
    () => 205,
    () => 210,
  );
  const region = lettered(ground);
  for (let y = 66; y < 80; y++) {
    for (let x = 40; x < 160; x++) {
      region.foreign.data[y * W + x] = 255;
      if (x % 9 < 4) region.pixels.data.fill(0, (y * W + x) * 3, (y * W + x) * 3 + 3);
    }
  }
  const { pixels } = await restorePlate(region, MASK, { seed: 1 });
  assert.ok(pixels.data.every((v, i) => MASK.data[Math.floor(i / 3)] === 0 || Math.abs(v - ground.data[i]) < 1));
  assert.equal(pixels.data[(70 * W + 45) * 3], region.pixels.data[(70 * W + 45) * 3]);
});

test("an icon beside the text does not pull a flat ground", async () => {
  const paint: Paint = (x, y) => (Math.hypot(x - 20, y - 45) < 12 ? 30 : 180);
  const ground = image(paint, paint, paint);
  assert.ok(rmsInMask(await restore(ground), ground) < 1);
});

test("an empty mask leaves the region as it is; a full one does not break", async () => {
  const region = lettered(GRADIENT);
  const none = await restorePlate(region, createMask(W, H), { seed: 1 });
  assert.deepEqual(none.pixels.data, region.pixels.data);
  const full = createMask(W, H);
  full.data.fill(255);
  const all = await restorePlate(region, full, { seed: 1 });
  assert.ok(all.pixels.data.every((v) => v >= 0 && v <= 255));
});

test("an aborted signal stops it with its reason", async () => {
  const reason = new Error("stopped");
  await assert.rejects(restorePlate(lettered(PANEL), MASK, { seed: 1, signal: AbortSignal.abort(reason) }), reason);
});

test("dots that a wide hole covers whole, its rim running between them, come back", async () => {
  const dot = (x: number, y: number): number => (Math.hypot((x % 20) - 10, (y % 18) - 9) < 5 ? 90 : 235);
  const ground = image(dot, (x, y) => dot(x, y) - 20, dot);
  const mask = createMask(W, H);
  for (let y = 35; y < 73; y++) mask.data.fill(255, y * W + 80, y * W + 120);
  const pixels: FloatImage = { ...ground, data: ground.data.map((v, i) => (mask.data[Math.floor(i / 3)] ? 12 : v)) };
  const plate = await restorePlate({ rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) }, mask, { seed: 1 });
  assert.equal(plate.method, "lattice");
  assert.ok(plate.pixels.data.every((v, i) => Math.abs(v - ground.data[i]) < 1));
});

test("a label hardly larger than its letters stays whole though the guard leaves only what is beyond it to learn from", async () => {
  const inLabel = (x: number, y: number): boolean => x >= 36 && x < 170 && y >= 23 && y < 67;
  // Compression rings around the letters, and the label goes from rose to violet.
  const ring = noise(5);
  const label = image(
    (x, y) => (inLabel(x, y) ? 240 - x / 2 + 6 * ring(x, y) : 250),
    (x, y) => (inLabel(x, y) ? 30 + 6 * ring(x, y) : 248),
    (x, y) => (inLabel(x, y) ? 180 + x / 4 + 6 * ring(x, y) : 252),
  );
  const plate = await restore(label);
  assert.ok(rmsInMask(plate, label) < 8, `${rmsInMask(plate, label)}`);
  assert.ok(plate.seam < 0.03, `${plate.seam}`);
});

test("mottle of two colours equally bright stays as lively as around it", async () => {
  const n = noise(6);
  // Red and green take turns so that the luma stays the same.
  const swing = Float32Array.from({ length: W * H }, () => 60 * n(0, 0));
  const ground = image(
    (x, y) => 120 + swing[y * W + x],
    (x, y) => 120 - 0.297 * swing[y * W + x],
    () => 90,
  );
  const { pixels } = await restore(ground);
  const spread = (image: FloatImage): number => {
    const reds = Array.from({ length: W * H }, (_, i) => image.data[i * 3] - 120).filter((_, i) => MASK.data[i] !== 0);
    return Math.sqrt(reds.reduce((sum, v) => sum + v * v, 0) / reds.length);
  };
  assert.ok(spread(pixels) > 0.7 * spread(ground), `${spread(pixels)} of ${spread(ground)}`);
});

test("under wide letters a stone's soft mottle is as lively as around them", async () => {
  const [width, height] = [320, 220];
  const n = noise(8);
  const stone = blurPlane({ width, height, data: Float32Array.from({ length: width * height }, () => 60 * n(0, 0)) }, 2).data;
  const pixels = createFloatImage(width, height);
  pixels.data.forEach((_, k) => {
    pixels.data[k] = [110, 100, 90][k % 3] + stone[Math.floor(k / 3)];
  });
  const mask = createMask(width, height);
  for (let y = 86; y < 134; y++) mask.data.fill(255, y * width + 100, y * width + 220);
  const plate = await restorePlate({ rect: { x: 0, y: 0, width, height }, pixels, foreign: createMask(width, height) }, mask, { seed: 1 });
  const spread = (of: FloatImage): number => {
    const values = Array.from({ length: width * height }, (_, i) => of.data[i * 3] - 110).filter((_, i) => mask.data[i] !== 0);
    return Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
  };
  assert.ok(spread(plate.pixels) > 0.7 * spread(pixels), `${spread(plate.pixels)} of ${spread(pixels)}, ${plate.method}`);
});
