import assert from "node:assert/strict";
import { test } from "node:test";
import { type Affine, apply, compose, IDENTITY, invert, translation } from "../../../protocol/geometry.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { compositeDrift } from "./composite-drift.ts";
import { registerOutput } from "./register-output.ts";
import { warpOutput } from "./warp-output.ts";

const SIZE = { width: 320, height: 240 };
const WHOLE = { x: 0, y: 0, ...SIZE };
const EDIT = { x: 190, y: 60, width: 70, height: 44 };

/** Soft blobs and hard bars: structure at every scale. */
function picture(seed: number): RasterImage {
  const next = mulberry32(seed);
  const image = createRaster(SIZE.width, SIZE.height);
  const waves = Array.from({ length: 14 }, () => [next() * 0.25, next() * 0.25, next() * 6.3, next() * 18] as const);
  const bars = Array.from({ length: 12 }, () => [next() * 300, next() * 220, 6 + next() * 40, 4 + next() * 24, next() * 255] as const);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const wave = waves.reduce((sum, [u, v, phase, height]) => sum + height * Math.sin(u * x + v * y + phase), 128);
    const bar = bars.find(([bx, by, w, h]) => x >= bx && x < bx + w && y >= by && y < by + h);
    const value = bar === undefined ? wave : bar[4];
    image.data.set([value, value * 0.9 + 10, 255 - value, 255], i * 4);
  }
  return image;
}

function withEdit(source: RasterImage): RasterImage {
  const out = { ...source, data: Uint8ClampedArray.from(source.data) };
  for (let y = EDIT.y; y < EDIT.y + EDIT.height; y++) {
    for (let x = EDIT.x; x < EDIT.x + EDIT.width; x++)
      out.data.set(((x + y) >> 3) % 2 ? [230, 30, 40, 255] : [250, 240, 60, 255], (y * SIZE.width + x) * 4);
  }
  return out;
}

const ZOOM_AND_TURN: Affine = [
  [1.02, -0.012, 4.6],
  [0.012, 0.985, -7.3],
];

const PAD = 24;

/** The picture with its edge repeated around it: what an engine invents beyond the border joins on. */
function padded(image: RasterImage): RasterImage {
  const out = createRaster(SIZE.width + 2 * PAD, SIZE.height + 2 * PAD);
  for (let i = 0; i < out.width * out.height; i++) {
    const x = Math.min(SIZE.width - 1, Math.max(0, (i % out.width) - PAD));
    const y = Math.min(SIZE.height - 1, Math.max(0, Math.floor(i / out.width) - PAD));
    out.data.set(image.data.subarray((y * SIZE.width + x) * 4, (y * SIZE.width + x) * 4 + 4), i * 4);
  }
  return out;
}

/** The picture as an engine gives it back: moved, recoloured, noisy. */
function drifted(image: RasterImage, transform: Affine): RasterImage {
  const next = mulberry32(9);
  const colour = { gain: [0.95, 1.03, 1], offset: [5, -4, 3] } as const;
  const out = warpOutput(padded(image), { transform: compose(translation(PAD, PAD), invert(transform)!), colour }, WHOLE);
  for (let i = 0; i < out.data.length; i++) if (i % 4 !== 3) out.data[i] += (next() - 0.5) * 5;
  return out;
}

function medianError(found: Affine, truth: Affine): number {
  const points = Array.from({ length: 25 }, (_, i) => ({ x: ((i % 5) * SIZE.width) / 4, y: (Math.floor(i / 5) * SIZE.height) / 4 }));
  const errors = points.map((p) => {
    const [a, b] = [apply<"image">(found, p), apply<"image">(truth, p)];
    return Math.hypot(a.x - b.x, a.y - b.y);
  });
  return errors.sort((a, b) => a - b)[12];
}

const differing = (a: RasterImage, b: RasterImage, where: (i: number) => boolean): number => {
  let count = 0;
  for (let i = 0; i < a.data.length; i++) if (where(i >> 2) && a.data[i] !== b.data[i]) count++;
  return count;
};

const inEdit = (i: number, margin = 0): boolean => {
  const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
  return x >= EDIT.x - margin && y >= EDIT.y - margin && x < EDIT.x + EDIT.width + margin && y < EDIT.y + EDIT.height + margin;
};

for (const [name, transform] of [
  ["not moved at all", IDENTITY],
  ["shifted by 12 pixels", translation(-12, 11.4)],
  ["zoomed, turned and shifted", ZOOM_AND_TURN],
] as const) {
  test(`an output ${name} is registered to a tenth of a pixel, the edit notwithstanding`, () => {
    const source = picture(3);
    const found = registerOutput(source, drifted(withEdit(source), transform));
    assert.ok(found.aligned);
    assert.ok(medianError(found.transform, transform) < 0.1, `${medianError(found.transform, transform)} px`);
  });
}

test("colours come back to the source's", () => {
  const source = picture(4);
  const { colour } = registerOutput(source, drifted(source, ZOOM_AND_TURN));
  [0.95, 1.03, 1].forEach((gain, c) => {
    assert.ok(Math.abs(colour.gain[c] * gain - 1) < 0.02, `gain ${c}`);
  });
});

test("everything outside the mask is the source bit for bit, and the mask is the edit with a margin", () => {
  const source = picture(5);
  const { image, mask } = compositeDrift(source, drifted(withEdit(source), ZOOM_AND_TURN));
  assert.equal(
    differing(source, image, (i) => mask.data[i] === 0),
    0,
  );
  assert.equal(mask.data.filter((v, i) => v !== 0 && !inEdit(i, 12)).length, 0);
  assert.equal(mask.data.filter((v, i) => v === 0 && inEdit(i)).length, 0);
});

test("the edit arrives whole: inside it the result is the edited picture within resampling", () => {
  const source = picture(6);
  const wanted = withEdit(source);
  const { image } = compositeDrift(source, drifted(wanted, ZOOM_AND_TURN));
  let sum = 0;
  let count = 0;
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    if (!inEdit(i, -4)) continue;
    sum += Math.abs(image.data[i * 4 + 1] - wanted.data[i * 4 + 1]);
    count++;
  }
  assert.ok(sum / count < 14, `mean ${sum / count}`);
});

test("an output of another size is brought to the source's", () => {
  const source = picture(7);
  const { image, mask, registration } = compositeDrift(source, resizeRaster(withEdit(source), 448, 336));
  assert.ok(registration.driftPx < 0.3, `${registration.driftPx}`);
  assert.equal(
    differing(source, image, (i) => mask.data[i] === 0),
    0,
  );
  assert.ok(mask.data.some((v, i) => v !== 0 && inEdit(i)));
});

test("an output in which nothing was done changes nothing", () => {
  const source = picture(8);
  const { image, changed } = compositeDrift(source, drifted(source, ZOOM_AND_TURN));
  assert.equal(changed, 0);
  assert.deepEqual(image.data, source.data);
});

test("a region keeps changes elsewhere out", () => {
  const source = picture(9);
  const { mask } = compositeDrift(source, withEdit(source), { region: { x: 0, y: 0, width: 100, height: 240 } });
  assert.equal(mask.data.filter((v) => v !== 0).length, 0);
});

test("a flat picture is left where it is", () => {
  const flat = createRaster(SIZE.width, SIZE.height);
  flat.data.fill(200);
  const found = registerOutput(flat, withEdit(flat));
  assert.equal(found.driftPx, 0);
});
