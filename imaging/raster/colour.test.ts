import assert from "node:assert/strict";
import { test } from "node:test";
import { contrastRatio, formatHex, fromOklab, linearToSrgb, medianColour, parseHex, srgbToLinear, toCielab, toOklab } from "./colour.ts";
import { deltaE2000, deltaE2000Lab } from "./delta-e.ts";

const near = (a: number, b: number, tolerance: number) => assert.ok(Math.abs(a - b) <= tolerance, `${a} for ${b}`);

test("sRGB and linear light are inverse; middle grey 188 is half the light", () => {
  for (let v = 0; v < 256; v++) near(linearToSrgb(srgbToLinear(v)), v, 1e-9);
  near(srgbToLinear(187.516), 0.5, 1e-4);
});

test("white is L 1 in OKLab and L 100 in CIELAB, without chroma", () => {
  const ok = toOklab([255, 255, 255]);
  near(ok[0], 1, 1e-4);
  near(Math.hypot(ok[1], ok[2]), 0, 1e-4);
  const cie = toCielab([255, 255, 255]);
  near(cie[0], 100, 1e-3);
  near(Math.hypot(cie[1], cie[2]), 0, 0.02);
});

test("OKLab of pure red is Ottosson's, and goes back", () => {
  const red = toOklab([255, 0, 0]);
  near(red[0], 0.628, 1e-3);
  near(red[1], 0.2249, 1e-3);
  near(red[2], 0.1258, 1e-3);
  for (const c of [
    [255, 0, 0],
    [12, 200, 99],
    [1, 2, 3],
  ] as const) {
    fromOklab(toOklab(c)).forEach((v, i) => {
      near(v, c[i], 0.02);
    });
  }
});

// Rows of the test data published with Sharma, Wu & Dalal (2005).
const SHARMA = [
  [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425],
  [50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0],
  [50, 2.5, 0, 50, 0, -2.5, 4.3065],
  [50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195],
  [50, 2.5, 0, 73, 25, -18, 27.1492],
  [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
  [22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373],
  [90.8027, -2.0831, 1.441, 91.1528, -1.6435, 0.0447, 1.4441],
] as const;

test("ΔE2000 gives the published values", () => {
  for (const [L1, a1, b1, L2, a2, b2, expected] of SHARMA) near(deltaE2000Lab([L1, a1, b1], [L2, a2, b2]), expected, 1e-4);
});

test("ΔE2000 is zero on itself and symmetric", () => {
  near(deltaE2000([200, 10, 30], [200, 10, 30]), 0, 0);
  near(deltaE2000([200, 10, 30], [20, 110, 30]), deltaE2000([20, 110, 30], [200, 10, 30]), 1e-9);
});

test("hex colours parse and format; others are refused", () => {
  assert.deepEqual(parseHex("#F0a"), [255, 0, 170]);
  assert.deepEqual(parseHex("12ab3C"), [18, 171, 60]);
  assert.equal(parseHex("#12345"), undefined);
  assert.equal(parseHex("red"), undefined);
  assert.equal(formatHex([255, -4, 170.6]), "#ff00ab");
  assert.equal(formatHex(parseHex("#0d2e7f")!), "#0d2e7f");
});

test("the median colour ignores a minority of outliers", () => {
  const pixels = [10, 20, 30, 11, 21, 31, 12, 22, 32, 255, 255, 255, 10, 20, 30];
  assert.deepEqual(medianColour(pixels), [11, 21, 31]);
  assert.deepEqual(
    medianColour(pixels, (i) => i === 3),
    [255, 255, 255],
  );
  assert.equal(
    medianColour(pixels, () => false),
    undefined,
  );
});

test("contrast is 21 between black and white, 1 between a colour and itself, and the same either way", () => {
  assert.ok(Math.abs(contrastRatio([0, 0, 0], [255, 255, 255]) - 21) < 1e-9);
  assert.equal(contrastRatio([200, 16, 46], [200, 16, 46]), 1);
  assert.equal(contrastRatio([10, 90, 200], [250, 240, 200]), contrastRatio([250, 240, 200], [10, 90, 200]));
});
