import assert from "node:assert/strict";
import { test } from "node:test";
import type { GlyphRun } from "../../imaging/ports.ts";
import { type Affine, compose, scaling, translation } from "../../protocol/geometry.ts";
import { createFontLibrary } from "./font-library.ts";
import { createTypeRenderer } from "./type-renderer.ts";

const type = createTypeRenderer(createFontLibrary().typesetting);
const RUN: GlyphRun = { faceId: "poppins", weight: 500, text: "Hag 169", sizePx: 24, trackingPx: 0 };
const SIZE = { width: 140, height: 40 };

const draw = (run: GlyphRun, transform: Affine, size = SIZE, strokePx = 0) => type.coverage(run, { ...size, transform, strokePx });

function centroid(coverage: Uint8Array, width: number): { x: number; y: number; mass: number } {
  let [x, y, mass] = [0, 0, 0];
  coverage.forEach((v, i) => {
    x += v * (i % width);
    y += v * Math.floor(i / width);
    mass += v;
  });
  return { x: x / mass, y: y / mass, mass: mass / 255 };
}

/** Drawn twelve times larger, where Skia fills exact outlines, and averaged down. */
function reference(run: GlyphRun, transform: Affine): Float32Array {
  const k = 12;
  const large = draw(run, compose(scaling(k, k), transform), { width: SIZE.width * k, height: SIZE.height * k });
  const out = new Float32Array(SIZE.width * SIZE.height);
  large.forEach((v, i) => {
    out[Math.floor(Math.floor(i / (SIZE.width * k)) / k) * SIZE.width + Math.floor((i % (SIZE.width * k)) / k)] += v / (k * k);
  });
  return out;
}

test("coverage is that of the outline, at any sub-pixel place", () => {
  for (const [dx, dy] of [
    [0.1, 0.35],
    [0.6, 0.8],
    [0.37, 0.13],
  ]) {
    const at = translation(5 + dx, 28 + dy);
    const [drawn, exact] = [draw(RUN, at), reference(RUN, at)];
    const common = drawn.reduce((sum, v, i) => sum + Math.min(v, exact[i]), 0);
    const either = drawn.reduce((sum, v, i) => sum + Math.max(v, exact[i]), 0);
    assert.ok(common / either > 0.93, `soft IoU ${common / either} at ${dx}, ${dy}`);
  }
});

test("a sub-pixel move of the run moves its ink as far, both ways", () => {
  const still = centroid(draw(RUN, translation(5, 28)), SIZE.width);
  for (const move of [0.25, 0.5, 0.75]) {
    const moved = centroid(draw(RUN, translation(5 + move, 28 + move)), SIZE.width);
    assert.ok(Math.abs(moved.x - still.x - move) < 0.1, `x by ${moved.x - still.x}, wanted ${move}`);
    assert.ok(Math.abs(moved.y - still.y - move) < 0.1, `y by ${moved.y - still.y}, wanted ${move}`);
  }
});

test("scale in the transform and scale in the font size are the same", () => {
  const [sized, scaled] = [
    draw({ ...RUN, sizePx: 24, trackingPx: 1 }, translation(5, 28)),
    draw({ ...RUN, sizePx: 240, trackingPx: 10 }, [
      [0.1, 0, 5],
      [0, 0.1, 28],
    ]),
  ];
  assert.ok(Math.max(...sized.map((v, i) => Math.abs(v - scaled[i]))) < 40);
  assert.ok(Math.abs(centroid(sized, SIZE.width).mass / centroid(scaled, SIZE.width).mass - 1) < 0.01);
});

test("the measured box bounds the ink to a pixel", () => {
  const m = type.measure(RUN);
  const coverage = draw(RUN, translation(5, 28));
  const inked = [...coverage.keys()].filter((i) => coverage[i] > 24);
  const xs = inked.map((i) => i % SIZE.width);
  const ys = inked.map((i) => Math.floor(i / SIZE.width));
  assert.ok(Math.abs(Math.min(...xs) - (5 + m.left)) <= 1.2);
  assert.ok(Math.abs(Math.max(...xs) + 1 - (5 + m.right)) <= 1.2);
  assert.ok(Math.abs(Math.min(...ys) - (28 + m.top)) <= 1.2);
  assert.ok(Math.abs(Math.max(...ys) + 1 - (28 + m.bottom)) <= 1.2);
});

test("measures grow with the size, and tracking is added after every character", () => {
  const [one, two] = [type.measure(RUN), type.measure({ ...RUN, sizePx: 48 })];
  assert.ok(Math.abs(two.advance / one.advance - 2) < 1e-3);
  const tracked = type.measure({ ...RUN, trackingPx: 3 });
  assert.ok(Math.abs(tracked.advance - one.advance - 3 * RUN.text.length) < 0.05);
});

test("joined letters set apart are measured as they are drawn apart", () => {
  const run: GlyphRun = { faceId: "lobster", weight: 400, text: "public holidays", sizePx: 40, trackingPx: 2 };
  const size = { width: 420, height: 70 };
  const coverage = draw(run, translation(10, 48), size);
  const last = Math.max(...[...coverage.keys()].filter((i) => coverage[i]! > 8).map((i) => i % size.width));
  assert.ok(Math.abs(last + 1 - (10 + type.measure(run).right)) <= 1.2);
});

test("a quarter turn keeps the ink", () => {
  const level = centroid(draw(RUN, translation(5, 28)), SIZE.width);
  const upright: Affine = [
    [0, -1, 12],
    [1, 0, 5],
  ];
  const turned = centroid(draw(RUN, upright, { width: 40, height: 140 }), 40);
  assert.ok(Math.abs(turned.mass / level.mass - 1) < 0.02);
});

test("a stroke widens the shape by half its width on each side", () => {
  const bar: GlyphRun = { ...RUN, text: "l" };
  const columns = (coverage: Uint8Array): number => {
    const row = coverage.subarray(SIZE.width * 20, SIZE.width * 21);
    return row.reduce((sum, v) => sum + v, 0) / 255;
  };
  const [plain, stroked] = [draw(bar, translation(20, 28)), draw(bar, translation(20, 28), SIZE, 6)].map(columns);
  assert.ok(Math.abs(stroked - plain - 6) < 0.3, `${plain} → ${stroked}`);
});

test("ink outside the target is cut, and a run wholly outside leaves it empty", () => {
  assert.ok(draw(RUN, translation(-30, 28)).some((v) => v > 0));
  assert.ok(draw(RUN, translation(5, 500)).every((v) => v === 0));
});

test("the ink box measured is the box of what is drawn, to 0.6 % of an em", () => {
  const size = { width: 1600, height: 560 };
  for (const run of [
    { ...RUN, faceId: "playfair-display", text: "Harbour", sizePx: 360 },
    { ...RUN, faceId: "noto-sans-sc", text: "街角市", sizePx: 360 },
  ]) {
    const coverage = draw(run, translation(100, 400), size);
    const box = { left: Infinity, right: 0, top: Infinity, bottom: 0 };
    coverage.forEach((v, i) => {
      if (v < 128) return;
      const [x, y] = [i % size.width, Math.floor(i / size.width)];
      box.left = Math.min(box.left, x - 100);
      box.right = Math.max(box.right, x + 1 - 100);
      box.top = Math.min(box.top, y - 400);
      box.bottom = Math.max(box.bottom, y + 1 - 400);
    });
    const measured = type.measure(run);
    for (const side of ["left", "right", "top", "bottom"] as const) {
      assert.ok(Math.abs(measured[side] - box[side]) < 0.006 * run.sizePx, `${run.text} ${side}: ${measured[side]}, drawn ${box[side]}`);
    }
  }
});

test("letters stand as close to a space as their type has them, with word spacing or without", () => {
  const run: GlyphRun = { faceId: "playfair-display", weight: 500, text: "y a", sizePx: 100, trackingPx: 0 };
  const apart = ["y", " ", "a"].reduce((sum, text) => sum + type.measure({ ...run, text }).advance, 0);
  assert.ok(apart - type.measure(run).advance > 1.5, `${type.measure(run).advance} of ${apart}`);
  const lastInk = (wordSpacingPx: number): number => {
    const size = { width: 200, height: 160 };
    const coverage = draw({ ...run, wordSpacingPx }, translation(10, 110), size);
    return Math.max(...[...coverage.keys()].filter((i) => coverage[i]! > 100).map((i) => i % size.width));
  };
  assert.ok(Math.abs(lastInk(4) - lastInk(0) - 4) <= 1, `${lastInk(0)}, ${lastInk(4)}`);
});

test("a line written from right to left ends at its left, signs and all", () => {
  const wide = { width: 200, height: 60 };
  const coverage = draw({ ...RUN, faceId: "rubik", text: "שלם!", sizePx: 36 }, translation(10, 42), wide);
  const inked = Array.from({ length: wide.width }, (_, x) => coverage.some((v, i) => i % wide.width === x && v > 100));
  const strokes = inked.flatMap((is, x) => (is && !inked[x - 1] ? [inked.indexOf(false, x) - x] : []));
  // The exclamation mark is the narrowest of all, and stands first from the left.
  assert.equal(Math.min(...strokes), strokes[0], strokes.join(" "));
});
