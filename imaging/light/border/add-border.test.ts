import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { lightContext } from "../../../test/fixtures/light-context.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { addBorder, borderWish } from "./add-border.ts";

const grey = (): RasterImage => {
  const image = createRaster(120, 80);
  image.data.fill(90);
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  return image;
};

function bordered(operation: Partial<Operation>, more: Parameters<typeof lightContext>[0] = {}): RasterImage {
  const done = addBorder(grey(), { kind: "border.add", ...operation }, lightContext(more));
  assert.ok(done.ok);
  return done.value.image;
}
const at = ({ data, width }: RasterImage, x: number, y: number): number[] => [
  ...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3),
];

test("a border of 10 px covers ten pixels on every side and no more", () => {
  const image = bordered({ value: "10px", style: { colour: "#ff0000" } });
  for (const [x, y] of [
    [0, 40],
    [9, 40],
    [110, 40],
    [60, 9],
    [60, 70],
    [119, 79],
  ])
    assert.deepEqual(at(image, x, y), [255, 0, 0]);
  for (const [x, y] of [
    [10, 40],
    [109, 40],
    [60, 10],
    [60, 69],
  ])
    assert.deepEqual(at(image, x, y), [90, 90, 90]);
});

test("percent is of the shorter side; words say kind and thickness", () => {
  assert.deepEqual(borderWish("5%", 800), { kind: "solid", widthPx: 40 });
  assert.equal(borderWish("圆角", 800)?.kind, "rounded");
  assert.equal(borderWish("霓虹灯", 800)?.kind, "neon");
  assert.equal(borderWish("double 12px", 800)?.widthPx, 12);
  assert.ok((borderWish("thick", 800)?.widthPx ?? 0) > (borderWish(undefined, 800)?.widthPx ?? 0));
});

test("a rounded border fills the corners that a plain one leaves", () => {
  const [round, plain] = [bordered({ value: "rounded 8px" }), bordered({ value: "solid 8px" })];
  assert.deepEqual(at(round, 9, 9), [255, 255, 255]);
  assert.deepEqual(at(plain, 9, 9), [90, 90, 90]);
});

test("a radius is no width: alone it takes only the corners, beside a line it rounds that", () => {
  const corners = bordered({ value: "rounded radius 16px" });
  assert.deepEqual(
    [at(corners, 0, 0), at(corners, 0, 40)],
    [
      [255, 255, 255],
      [90, 90, 90],
    ],
  );
  const lined = bordered({ value: "5px rounded radius 16px" });
  assert.deepEqual(
    [at(lined, 4, 40), at(lined, 5, 40), at(lined, 7, 7)],
    [
      [255, 255, 255],
      [90, 90, 90],
      [255, 255, 255],
    ],
  );
});

test("neon shines: near the tube it is brighter than the picture, far from it nothing changes", () => {
  const image = bordered({ value: "neon 4px", style: { colour: "#00c8ff" } });
  const tube = Math.max(...Array.from({ length: 12 }, (_, x) => at(image, x, 40)[2]));
  assert.ok(tube > 230);
  assert.deepEqual(at(image, 60, 40), [90, 90, 90]);
});

test("a border around a region stays within it", () => {
  const image = bordered({ value: "3px", style: { colour: "#0000ff" } }, { region: { x: 20, y: 20, width: 40, height: 30 } });
  assert.deepEqual(
    [at(image, 19, 30), at(image, 20, 30), at(image, 40, 35)],
    [
      [90, 90, 90],
      [0, 0, 255],
      [90, 90, 90],
    ],
  );
});

test("a border of an unknown kind is refused with those there are", () => {
  const done = addBorder(grey(), { kind: "border.add", value: "baroque" }, lightContext());
  assert.ok(!done.ok && done.error.code === "unsupported_operation" && /neon/.test(done.error.help ?? ""));
});
