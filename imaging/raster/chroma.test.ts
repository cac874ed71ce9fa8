import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { fromYcc, throughHalfSize, toYcc } from "./chroma.ts";
import type { Rgb } from "./colour.ts";

test("luma and colour differences come back as the colour they were", () => {
  for (const colour of [
    [12, 36, 157],
    [255, 0, 40],
  ] as Rgb[]) {
    fromYcc(toYcc(colour)).forEach((v, c) => {
      assert.ok(Math.abs(v - colour[c]) < 0.6, `${v} ${colour[c]}`);
    });
  }
});

test("a plane through half size is what a JPEG of full quality makes of colour", async () => {
  const [width, height] = [48, 32];
  const at = (x: number, y: number): Rgb => ((x * 7 + y * 3) % 11 < 3 ? [40, 90, 220] : [90, 90, 90]);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set(at(i % width, Math.floor(i / width)), i * 3);
  const file = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 100, chromaSubsampling: "4:2:0" })
    .toBuffer();
  const back = await sharp(file).raw().toBuffer();
  const blue = (data: ArrayLike<number>) => ({
    width,
    height,
    data: Float32Array.from({ length: width * height }, (_, i) => toYcc([data[i * 3], data[i * 3 + 1], data[i * 3 + 2]])[1]),
  });
  const [expected, seen] = [throughHalfSize(blue(rgb), { x: 0, y: 0 }), blue(back)];
  let worst = 0;
  for (let i = 0; i < seen.data.length; i++) worst = Math.max(worst, Math.abs(expected.data[i] - seen.data[i]));
  assert.ok(worst < 4, `${worst}`);
});
