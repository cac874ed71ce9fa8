import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../../test/fixtures/lettering.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createPlane, type Plane } from "../../raster/raster.ts";
import type { Setting } from "../setting.ts";
import { type Freedom, motionOf } from "./motion.ts";
import { normalEquations } from "./normal-equations.ts";

const [WIDTH, HEIGHT] = [90, 40];
const FREE: readonly Freedom[] = ["x", "y", "size", "tracking", "angle", "slant", "condense"];
const SETTING: Setting = {
  faceId: "inter",
  weight: 500,
  italic: false,
  sizePx: 30,
  tracking: 0.02,
  wordGap: 0,
  condense: 1,
  slant: 0.1,
  angle: 0.05,
  x: 44,
  y: 30,
  softness: 0,
};

/** Noise on a slope: nowhere even. */
function noise(seed: number): Plane {
  const next = mulberry32(seed);
  const plane = createPlane(WIDTH, HEIGHT);
  plane.data.forEach((_, i) => {
    plane.data[i] = next() + (i % WIDTH);
  });
  return plane;
}

test("sums over many points are those over the points one by one", async () => {
  const press = createPress();
  await press.fonts.prepare(["inter"], "Sale");
  const [seen, drawn] = [noise(1), noise(2)];
  const motion = motionOf(press.ruler, SETTING, { text: "Sale", freedoms: FREE });
  const { products, gradient } = normalEquations({ seen, drawn, scale: 1 }, SETTING, { motion, count: FREE.length });
  const wanted = { products: new Float64Array(products.length), gradient: new Float64Array(gradient.length) };
  const point = { count: 1, a: new Float64Array(1), b: new Float64Array(1) };
  const moves = FREE.map(() => ({ along: new Float64Array(1), across: new Float64Array(1) }));
  const steep = (i: number, by: number) => [drawn, seen].reduce((sum, { data }) => sum + (data[i + by]! - data[i - by]!) / 4, 0);
  const [cos, sin] = [Math.cos(SETTING.angle), Math.sin(SETTING.angle)];
  for (let y = 1; y < HEIGHT - 1; y++) {
    for (let x = 1; x < WIDTH - 1; x++) {
      const i = y * WIDTH + x;
      const [px, py] = [x + 0.5 - SETTING.x, y + 0.5 - SETTING.y];
      point.a[0] = px * cos + py * sin;
      point.b[0] = py * cos - px * sin;
      motion(point, moves);
      const [gx, gy] = [steep(i, 1), steep(i, WIDTH)];
      const slopes = moves.map(({ along, across }) => -((gx * cos + gy * sin) * along[0]! + (gy * cos - gx * sin) * across[0]!));
      slopes.forEach((a, r) => {
        wanted.gradient[r]! += a * (drawn.data[i]! - seen.data[i]!);
        for (let c = 0; c <= r; c++) wanted.products[r * FREE.length + c]! += a * slopes[c]!;
      });
    }
  }
  const close = (a: Float64Array, b: Float64Array) => a.every((v, i) => Math.abs(v - b[i]!) <= 1e-9 * Math.max(1, Math.abs(b[i]!)));
  assert.ok(close(gradient, wanted.gradient), `${gradient} ${wanted.gradient}`);
  assert.ok(close(products, wanted.products), `${products} ${wanted.products}`);
});
