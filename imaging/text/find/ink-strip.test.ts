import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../../raster/random.ts";
import { createRaster } from "../../raster/raster.ts";
import { inkStrip } from "./ink-strip.ts";

const [WIDTH, HEIGHT] = [320, 120];
const isBar = (x: number, y: number): boolean => y >= 44 && y < 76 && x >= 40 && x < 280 && x % 24 < 8;

test("bars that no brightness tells from a ground of hard light and shade are black, what lies between them white", () => {
  const image = createRaster(WIDTH, HEIGHT);
  const random = mulberry32(3);
  const lights = Array.from({ length: (WIDTH / 4) * (HEIGHT / 4) }, () => 40 + 170 * random());
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const light = lights[(y >> 2) * (WIDTH / 4) + (x >> 2)]!;
    image.data.set(isBar(x, y) ? [light + 25, light - 8, light - 22, 255] : [light, light, light, 255], 4 * i);
  }
  const box = { cx: 160, cy: 60, width: 260, height: 40, angle: 0 };
  const { data, width } = inkStrip(image, box);
  const [dark, pale] = [[] as number[], [] as number[]];
  for (let x = 4; x < width - 4; x++) {
    const at = box.cx - box.width / 2 + ((x + 0.5) * box.width) / width;
    const inBar = [-1.5, 0, 1.5].map((off) => isBar(Math.floor(at + off), 60));
    if (inBar.every((bar) => bar)) dark.push(data[3 * (24 * width + x)]!);
    if (inBar.every((bar) => !bar)) pale.push(data[3 * (24 * width + x)]!);
  }
  assert.ok(dark.length > 20 && dark.every((value) => value < 90));
  assert.ok(pale.length > 20 && pale.every((value) => value > 165));
});
