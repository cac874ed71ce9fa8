import assert from "node:assert/strict";
import { test } from "node:test";
import { blurPlane } from "../../raster/blur.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createPlane, type Plane } from "../../raster/raster.ts";
import { lineFrame } from "../frame.ts";
import { edgeSteepness, inkExtent, shrinkPlane, softIou, squaredError } from "./shape.ts";

const [W, H] = [80, 50];
const total = (p: Plane): number => p.data.reduce((a, b) => a + b, 0);

const block = (x: number, y: number, w: number, h: number): Plane => {
  const out = createPlane(W, H);
  for (let j = y; j < y + h; j++) out.data.fill(1, j * W + x, j * W + x + w);
  return out;
};
const noise = (): Plane => {
  const random = mulberry32(6);
  return { ...createPlane(W, H), data: Float32Array.from({ length: W * H }, () => random()) };
};

test("shrinking keeps the amount of ink, at whole and odd scales", () => {
  for (const scale of [0.5, 0.25, 0.37]) {
    const small = shrinkPlane(noise(), scale);
    assert.equal(small.width, Math.ceil(W * scale));
    assert.ok(Math.abs(total(small) / scale ** 2 / total(noise()) - 1) < 0.01, `${scale}`);
  }
  const same = noise();
  assert.equal(shrinkPlane(same, 1), same);
});

test("shrinking puts ink where it was", () => {
  const small = shrinkPlane(block(20, 10, 8, 4), 0.5);
  assert.equal(small.data[6 * 40 + 12], 1);
  assert.equal(small.data[6 * 40 + 9], 0);
  assert.equal(total(small), 8);
});

test("overlap is 1 for the same, 0 for apart, and the shared part else", () => {
  const a = block(10, 10, 20, 10);
  assert.equal(softIou(a, a), 1);
  assert.equal(softIou(a, block(40, 10, 20, 10)), 0);
  assert.ok(Math.abs(softIou(a, block(20, 10, 20, 10)) - 1 / 3) < 1e-6);
  assert.equal(softIou(createPlane(W, H), createPlane(W, H)), 0);
  assert.equal(squaredError(a, a), 0);
  assert.equal(squaredError(a, block(20, 10, 20, 10)), 200);
});

test("the extent of ink is its box along the line's own axes", () => {
  const level = lineFrame({ cx: 40, cy: 25, width: 60, height: 20, angle: 0 }, { x: 0, y: 0, width: W, height: H });
  assert.deepEqual(inkExtent(block(20, 15, 30, 10), level), { u0: -20, u1: 10, v0: -10, v1: 0 });
  const upright = lineFrame({ cx: 40, cy: 25, width: 60, height: 20, angle: Math.PI / 2 }, { x: 0, y: 0, width: W, height: H });
  const turned = inkExtent(block(20, 15, 30, 10), upright);
  assert.ok(turned && Math.abs(turned.u1 - turned.u0 - 10) < 1e-3 && Math.abs(turned.v1 - turned.v0 - 30) < 1e-3);
});

test("a stray speck does not set the extent and too little ink has none", () => {
  const frame = lineFrame({ cx: 40, cy: 25, width: 60, height: 20, angle: 0 }, { x: 0, y: 0, width: W, height: H });
  const speckled = block(20, 10, 40, 30);
  speckled.data[0] = 1;
  assert.deepEqual(inkExtent(speckled, frame), { u0: -20, u1: 20, v0: -15, v1: 15 });
  assert.equal(inkExtent(block(4, 4, 2, 3), frame), undefined);
});

test("a hard edge is as steep as can be, and the steepness falls with every blur", () => {
  const shapes = [block(20, 10, 40, 30), ...[0.5, 1, 2, 3].map((sigma) => blurPlane(block(20, 10, 40, 30), sigma))];
  const steepness = shapes.map(edgeSteepness);
  assert.equal(steepness[0], 0.5);
  assert.ok(
    steepness.every((s, i) => i === 0 || s < steepness[i - 1] - 0.02),
    `${steepness}`,
  );
  // A blurred edge rises by the normal density at its middle.
  assert.ok(Math.abs(steepness[4] - 1 / (3 * Math.sqrt(2 * Math.PI))) < 0.03, `${steepness[4]}`);
});

test("a long line's only descender counts to its height, a speck does not", () => {
  const [width, height] = [900, 80];
  const fill = createPlane(width, height);
  const paint = (x: number, y: number, w: number, h: number): void => {
    for (let j = y; j < y + h; j++) fill.data.fill(1, j * width + x, j * width + x + w);
  };
  for (let x = 20; x < 880; x += 24) paint(x, 20, 12, 30);
  paint(404, 50, 6, 10);
  paint(700, 74, 2, 1);
  const extent = inkExtent(fill, lineFrame({ cx: 450, cy: 40, width, height, angle: 0 }, { x: 0, y: 0, width, height }));
  assert.ok(extent && Math.abs(extent.v1 - 20) <= 1.5 && Math.abs(extent.v0 + 20) <= 1, `${extent?.v0} … ${extent?.v1}`);
});
