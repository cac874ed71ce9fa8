import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../raster/random.ts";
import { createMask, createRaster, type Mask, type RasterImage } from "../raster/raster.ts";
import { changedShare } from "./changed-share.ts";
import { colourConsistency } from "./colour-consistency.ts";
import { outsideIdentity } from "./outside-identity.ts";
import { seam } from "./seam.ts";

const [W, H] = [60, 40];
const MASK: Mask = createMask(W, H);
for (let y = 10; y < 30; y++) MASK.data.fill(255, y * W + 15, y * W + 45);

function picture(value: (x: number, y: number, inside: boolean) => number): RasterImage {
  const image = createRaster(W, H);
  for (let i = 0; i < W * H; i++) {
    const v = value(i % W, Math.floor(i / W), MASK.data[i] !== 0);
    image.data.set([v, v, v, 255], i * 4);
  }
  return image;
}

test("a picture without a seam scores 1, whatever its texture", () => {
  const next = mulberry32(2);
  for (const image of [picture(() => 80), picture((x, y) => 2 * x + y), picture(() => 100 + next() * 80)]) {
    const { ratio, excess } = seam(image, MASK);
    assert.ok(Math.abs(ratio - 1) < 0.1, `ratio ${ratio}`);
    assert.ok(excess < 4);
  }
});

test("a step of 20 on a flat ground is a seam of 20", () => {
  assert.deepEqual(
    seam(
      picture((_x, _y, inside) => (inside ? 100 : 80)),
      MASK,
    ),
    { ratio: 21, excess: 20 },
  );
});

test("texture hides what would show on a flat ground", () => {
  const next = mulberry32(2);
  const busy = picture((_x, _y, inside) => 100 + next() * 80 + (inside ? 10 : 0));
  const flat = picture((_x, _y, inside) => 100 + (inside ? 10 : 0));
  assert.ok(seam(busy, MASK).ratio < 1.3);
  assert.ok(seam(flat, MASK).ratio > 8);
});

test("an empty or a full mask has no edge", () => {
  const full = createMask(W, H);
  full.data.fill(255);
  for (const mask of [createMask(W, H), full])
    assert.deepEqual(
      seam(
        picture((x) => x),
        mask,
      ),
      { ratio: 1, excess: 0 },
    );
});

test("colour across the edge is ΔE2000 of the medians and ignores a minority", () => {
  assert.equal(
    colourConsistency(
      picture(() => 120),
      MASK,
    ),
    0,
  );
  assert.equal(
    colourConsistency(
      picture((x, _y, inside) => (inside && x % 4 === 0 ? 0 : 120)),
      MASK,
    ),
    0,
  );
  assert.ok(
    colourConsistency(
      picture((_x, _y, inside) => (inside ? 160 : 120)),
      MASK,
    ) > 10,
  );
});

test("outside identity counts only pixels outside the mask", () => {
  const source = picture(() => 50);
  const edited = picture((_x, _y, inside) => (inside ? 200 : 50));
  assert.deepEqual(outsideIdentity(source, edited, MASK), { pixels: W * H - 600, changed: 0, maxDiff: 0 });
  edited.data[0] += 7;
  assert.deepEqual(outsideIdentity(source, edited, MASK), { pixels: W * H - 600, changed: 1, maxDiff: 7 });
});

test("the changed share counts what can be seen inside the mask", () => {
  const source = picture(() => 50);
  assert.equal(changedShare(source, source, MASK), 0);
  assert.equal(
    changedShare(
      source,
      picture(() => 54),
      MASK,
    ),
    0,
  );
  assert.equal(
    changedShare(
      source,
      picture((x) => (x < 30 ? 90 : 50)),
      MASK,
    ),
    0.5,
  );
});
