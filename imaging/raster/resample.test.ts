import assert from "node:assert/strict";
import { test } from "node:test";
import type { Quad } from "../../protocol/geometry.ts";
import { cropFloat } from "./crop.ts";
import { invertHomography, project, rectToQuad } from "./homography.ts";
import { mulberry32 } from "./random.ts";
import { createRaster, type RasterImage } from "./raster.ts";
import { resizeRaster, sampleBox, sampleHomography } from "./resample.ts";

const noise = (width: number, height: number): RasterImage => {
  const image = createRaster(width, height);
  const next = mulberry32(4);
  for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? 255 : next() * 256;
  return image;
};
const ramp = (width: number, height: number): RasterImage => {
  const image = createRaster(width, height);
  for (let i = 0; i < width * height; i++) image.data.set([(i % width) * 4, Math.floor(i / width) * 4, 90, 255], i * 4);
  return image;
};

test("the same size copies bit for bit", () => {
  const image = noise(9, 7);
  assert.deepEqual(resizeRaster(image, 9, 7).data, image.data);
});

test("halving averages the four pixels", () => {
  const image = noise(8, 6);
  const half = resizeRaster(image, 4, 3);
  const px = (x: number, y: number) => image.data[(y * 8 + x) * 4];
  const mean = (px(2, 2) + px(3, 2) + px(2, 3) + px(3, 3)) / 4;
  assert.ok(Math.abs(half.data[(1 * 4 + 1) * 4] - mean) <= 0.5);
});

test("shrinking by a fraction keeps the mean", () => {
  const image = noise(50, 30);
  const mean = (r: RasterImage) => r.data.reduce((a, v) => a + v, 0) / r.data.length;
  assert.ok(Math.abs(mean(resizeRaster(image, 17, 11)) - mean(image)) < 0.3);
});

test("enlarging a ramp gives a ramp", () => {
  const big = resizeRaster(ramp(20, 10), 40, 10);
  for (let x = 2; x < 38; x++) assert.ok(Math.abs(big.data[x * 4] - ((x + 0.5) / 2 - 0.5) * 4) <= 0.5);
});

test("transparent pixels lend no colour", () => {
  const image = createRaster(2, 1);
  image.data.set([200, 100, 50, 255, 0, 255, 0, 0]);
  assert.deepEqual([...resizeRaster(image, 1, 1).data], [200, 100, 50, 128]);
});

test("an upright box at its own size is the plain cut", () => {
  const image = noise(20, 16);
  const box = { cx: 9, cy: 7.5, width: 8, height: 5, angle: 0 };
  const cut = cropFloat(image, { x: 5, y: 5, width: 8, height: 5 });
  sampleBox(image, box, { width: 8, height: 5 }).data.forEach((v, i) => {
    assert.ok(Math.abs(v - cut.data[i]) < 1e-3);
  });
});

test("an upright cut is that of samples placed one by one, beyond the border too", () => {
  const image = noise(40, 30);
  for (const [width, height, supersample] of [
    [13, 9, 3],
    [60, 50, 1],
    [7, 40, 2],
  ] as const) {
    const box = { cx: 3.3, cy: 24.7, width: 31.9, height: 22.2, angle: 0 };
    const [upright, turned] = [0, 2 * Math.PI].map((angle) => sampleBox(image, { ...box, angle }, { width, height, supersample }));
    const off = Math.max(...upright!.data.map((v, i) => Math.abs(v - turned!.data[i]!)));
    assert.ok(off < 1e-3, `${width} × ${height}: ${off}`);
  }
});

test("a box turned by a right angle reads downwards", () => {
  const cut = sampleBox(
    ramp(40, 40),
    { cx: 20, cy: 20, width: 10, height: 4, angle: Math.PI / 2 },
    { width: 10, height: 4, supersample: 2 },
  );
  for (let x = 1; x < 10; x++) assert.ok(Math.abs(cut.data[x * 3 + 1] - cut.data[(x - 1) * 3 + 1] - 4) < 1e-3);
});

const QUAD: Quad<"image"> = [
  { x: 3, y: 4 },
  { x: 25, y: 2 },
  { x: 28, y: 19 },
  { x: 5, y: 15 },
];

test("a homography takes corners to corners, and its inverse back", () => {
  const map = rectToQuad({ width: 12, height: 8 }, QUAD)!;
  const corners = [
    [0, 0],
    [12, 0],
    [12, 8],
    [0, 8],
  ];
  const inverse = invertHomography(map)!;
  corners.forEach(([x, y], i) => {
    const p = project(map, x, y);
    assert.ok(Math.hypot(p.x - QUAD[i].x, p.y - QUAD[i].y) < 1e-9);
    const back = project(inverse, p.x, p.y);
    assert.ok(Math.hypot(back.x - x, back.y - y) < 1e-9);
  });
});

test("three corners on a line have no homography", () => {
  const flat: Quad<"image"> = [QUAD[0], { x: 13, y: 4 }, { x: 23, y: 4 }, { x: 33, y: 4 }];
  assert.equal(rectToQuad({ width: 1, height: 1 }, flat), undefined);
});

test("sampling through the map of an upright rectangle is the plain cut", () => {
  const image = noise(20, 16);
  const quad: Quad<"image"> = [
    { x: 5, y: 5 },
    { x: 13, y: 5 },
    { x: 13, y: 10 },
    { x: 5, y: 10 },
  ];
  const out = sampleHomography(image, rectToQuad({ width: 8, height: 5 }, quad)!, { width: 8, height: 5 });
  const cut = cropFloat(image, { x: 5, y: 5, width: 8, height: 5 });
  out.data.forEach((v, i) => {
    assert.ok(Math.abs(v - cut.data[i]) < 1e-3);
  });
});
