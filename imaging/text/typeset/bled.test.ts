import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { createFloatImage, type FloatImage } from "../../raster/raster.ts";
import { bled } from "./bled.ts";

const SIZE = { width: 48, height: 32 };
const YELLOW = [240, 180, 20];

/** Upright strokes of near black on yellow, or the yellow alone. */
function picture(strokes: boolean): FloatImage {
  const image = createFloatImage(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const inked = strokes && y > 5 && y < 26 && x > 6 && x < 42 && x % 9 < 5;
    image.data.set(inked ? [24, 20, 22] : YELLOW, i * 3);
  }
  return image;
}

async function saved(image: FloatImage, chromaSubsampling: "4:2:0" | "4:4:4"): Promise<Uint8Array> {
  const raw = { width: SIZE.width, height: SIZE.height, channels: 3 } as const;
  const bytes = await sharp(Uint8Array.from(image.data), { raw }).jpeg({ quality: 100, chromaSubsampling }).toBuffer();
  return sharp(bytes).raw().toBuffer();
}

const apart = (image: FloatImage, truth: Uint8Array): number =>
  Math.sqrt(image.data.reduce((sum, v, i) => sum + (Math.max(0, Math.min(255, v)) - truth[i]) ** 2, 0) / truth.length);

test("letters come out as a file makes them that keeps colour at half size", async () => {
  const [under, painted] = [picture(false), picture(true)];
  const truth = await saved(painted, "4:2:0");
  const [plain, made] = [apart(painted, truth), apart(bled(under, painted, { x: 0, y: 0 }), truth)];
  assert.ok(made < 0.5 * plain, `${made}, unbled ${plain}`);
});

test("where the region begins at odd pixels the colour is laid out from the picture's own", async () => {
  const [under, painted] = [picture(false), picture(true)];
  const [even, odd] = [bled(under, painted, { x: 0, y: 0 }), bled(under, painted, { x: 1, y: 0 })];
  assert.notDeepEqual(even.data, odd.data);
});

test("lightness and what lies far from paint stay as they were", () => {
  const [under, painted] = [picture(false), picture(true)];
  const made = bled(under, painted, { x: 0, y: 0 });
  const luma = ({ data }: FloatImage, i: number): number => 0.299 * data[i * 3] + 0.587 * data[i * 3 + 1] + 0.114 * data[i * 3 + 2];
  for (let i = 0; i < SIZE.width * SIZE.height; i++) assert.ok(Math.abs(luma(made, i) - luma(painted, i)) < 0.01);
  assert.deepEqual([...made.data.subarray(0, 3)], YELLOW);
});
