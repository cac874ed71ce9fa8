import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../../raster/random.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { findQrCodes } from "./find-qr.ts";

/** A code's look: three finder squares and random modules, 25 across, on a picture of grey noise. */
function withCode(module: number, drawn = true): RasterImage {
  const image = createRaster(320, 240);
  const random = mulberry32(5);
  for (let i = 0; i < 320 * 240; i++) image.data.set([150 + 60 * random(), 150, 140, 255], i * 4);
  const bits = Array.from({ length: 625 }, () => random() < 0.5);
  const finder = (x: number, y: number): boolean | undefined => {
    const [u, v] = [Math.min(x, 24 - x), y < 12 || x < 12 ? Math.min(y, 24 - y) : 99];
    if (u > 7 || v > 7) return undefined;
    const ring = Math.max(Math.abs(u - 3), Math.abs(v - 3));
    return ring === 3 || ring < 2;
  };
  for (let y = 0; drawn && y < 29 * module; y++) {
    for (let x = 0; x < 29 * module; x++) {
      const [u, v] = [Math.floor(x / module) - 2, Math.floor(y / module) - 2];
      const inside = u >= 0 && v >= 0 && u < 25 && v < 25;
      const dark = inside && (finder(u, v) ?? bits[v * 25 + u]);
      image.data.fill(dark ? 20 : 250, ((y + 30) * 320 + x + 140) * 4, ((y + 30) * 320 + x + 140) * 4 + 3);
    }
  }
  return image;
}

test("a QR code is found where it stands, whatever its size", () => {
  for (const module of [3, 5]) {
    const [found, ...more] = findQrCodes(withCode(module));
    assert.ok(found, `module ${module}`);
    assert.equal(more.length, 0);
    assert.ok(Math.abs(found.x - 140 - 2 * module) < 2 * module && Math.abs(found.width - 25 * module) < 2 * module, JSON.stringify(found));
  }
});

test("without a code nothing is found", () => assert.deepEqual(findQrCodes(withCode(4, false)), []));
