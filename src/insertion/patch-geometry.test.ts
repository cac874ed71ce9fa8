import assert from "node:assert/strict";
import { test } from "node:test";
import type { Placement } from "../../protocol/bridge.ts";
import { type Affine, apply, compose, translation } from "../../protocol/geometry.ts";
import { containerTransform, hasSquarePixels, patchGeometry } from "./patch-geometry.ts";

const turned = (degrees: number, x: number, y: number): Affine => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [
    [c, -s, x],
    [s, c, y],
  ];
};

/** A 400 × 200 picture shown 200 × 100 units large. */
const placed = (transform: Affine): Placement => ({
  transform: transform as Placement["transform"],
  width: 200,
  height: 100,
  imageWidth: 400,
  imageHeight: 200,
});

test("a patch lies over its own pixels, however picture and container are turned", () => {
  const container = turned(30, 500, -40);
  const placement = placed(turned(-75, 12.5, 80));
  const geometry = patchGeometry(placement, { x: 40, y: 20, width: 100, height: 60 }, container);
  assert.ok(geometry);
  assert.deepEqual(geometry.size, { width: 50, height: 30 });
  const onPage = compose(container, geometry.transform);
  // Image pixel (140, 80) is picture unit (70, 40), the patch's far corner.
  const wanted = apply(placement.transform, { x: 70, y: 40 });
  const got = apply(onPage, { x: 50, y: 30 });
  assert.ok(Math.hypot(wanted.x - got.x, wanted.y - got.y) < 1e-9);
});

test("the patch's transform keeps unit axes", () => {
  const geometry = patchGeometry(placed(turned(17, 3, 4)), { x: 1, y: 2, width: 3, height: 4 }, turned(200, 9, 9));
  const [[a, c], [b, d]] = geometry?.transform ?? assert.fail();
  assert.ok(Math.abs(Math.hypot(a, b) - 1) < 1e-12 && Math.abs(Math.hypot(c, d) - 1) < 1e-12);
});

test("a container without extent takes nothing", () => {
  const flat: Affine = [
    [0, 0, 5],
    [0, 1, 5],
  ];
  assert.equal(patchGeometry(placed(translation(0, 0)), { x: 0, y: 0, width: 1, height: 1 }, flat), undefined);
});

test("positions in groups are relative to the frame or section around them", () => {
  const page = { type: "PAGE", parent: null };
  const frame = { type: "FRAME", absoluteTransform: turned(10, 1, 2), parent: page };
  const group = { type: "GROUP", absoluteTransform: turned(55, 7, 7), parent: frame };
  const inner = { type: "GROUP", absoluteTransform: turned(66, 8, 8), parent: group };
  assert.deepEqual(containerTransform(inner as never), frame.absoluteTransform);
  assert.deepEqual(containerTransform({ type: "GROUP", parent: page } as never), translation(0, 0));
});

test("a stretched picture has no square pixels", () => {
  assert.equal(hasSquarePixels(placed(translation(0, 0))), true);
  assert.equal(hasSquarePixels({ ...placed(translation(0, 0)), height: 101 }), false);
});
