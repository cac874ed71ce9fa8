import assert from "node:assert/strict";
import { after, test } from "node:test";
import { withNamed } from "../../imaging/instant/named-lines.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { findText } from "../../imaging/text/find/find-text.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { Operation } from "../../protocol/plan.ts";

const ports = createImagingPorts();
after(() => ports.dispose());
const { signal } = new AbortController();
const [WIDTH, HEIGHT] = [720, 320];

/** Leaves in hard light, as far as brightness goes, and letters that are as light and as dark as they are but of another hue. */
async function hidden(text: string, tint = 0): Promise<RasterImage> {
  await ports.fonts.prepare(["noto-sans-sc"], text);
  const run = { faceId: "noto-sans-sc", weight: 600, sizePx: 64, trackingPx: 0, text };
  const ink = ports.type.coverage(run, {
    width: WIDTH,
    height: HEIGHT,
    transform: [
      [1, 0, 120],
      [0, 1, 180],
    ],
  });
  const random = mulberry32(7);
  const blades = Array.from({ length: 900 }, () => ({
    x: random() * WIDTH,
    y: random() * HEIGHT,
    lean: random() * Math.PI,
    light: 40 + 190 * random(),
  }));
  const light = new Float32Array(WIDTH * HEIGHT).fill(120);
  for (const { x, y, lean, light: value } of blades)
    for (let t = -22; t < 22; t += 0.5)
      for (let s = -4; s < 4; s += 0.5) {
        const px = Math.round(x + t * Math.cos(lean) - s * Math.sin(lean));
        const py = Math.round(y + t * Math.sin(lean) + s * Math.cos(lean));
        if (px >= 0 && px < WIDTH && py >= 0 && py < HEIGHT) light[py * WIDTH + px] = value;
      }
  const image = createRaster(WIDTH, HEIGHT);
  light.forEach((value, i) => {
    const hue = (ink[i]! / 255) * 34;
    const sky = tint * Math.floor(i / WIDTH);
    image.data.set([value + hue, value - 0.32 * hue, value - 0.9 * hue + sky, 255], 4 * i);
  });
  return image;
}

test("in a busy picture of several hues such a line is found without being named", async () => {
  const image = await hidden("Summer Sale", 0.1);
  assert.ok((await findText(image, ports.ocr)).some(({ string }) => string === "Summer Sale"));
});

const order = (from: string): Operation => ({ kind: "text.replace", text: { from, to: "Winter" } });

test("a wording that an order names is found where only its hue stands out of the picture, one that is not there is not", async () => {
  const image = await hidden("Summer Sale");
  const seen = await findText(image, ports.ocr);
  assert.ok(!seen.some(({ string }) => string === "Summer Sale"));
  const found = await withNamed(image, seen, { operations: [order("Summer Sale")], reader: ports, signal });
  assert.ok(found.some(({ string }) => string === "Summer Sale"));
  const other = await withNamed(image, seen, { operations: [order("Open today")], reader: ports, signal });
  assert.deepEqual(other, seen);
});
