import assert from "node:assert/strict";
import { test } from "node:test";
import { exportLayer } from "./export-layer.ts";

/** A shape that has to be drawn; `picture` is what Figma draws, or why it does not. */
function shape(picture: Uint8Array | Error) {
  const asked: unknown[] = [];
  const exportAsync = async (settings: unknown): Promise<Uint8Array> => {
    asked.push(settings);
    if (picture instanceof Error) throw picture;
    return picture;
  };
  const absoluteBoundingBox = { x: -10.5, y: 20, width: 33.4, height: 1500 };
  return { asked, node: { type: "ELLIPSE", name: "Seal", fills: [], absoluteBoundingBox, exportAsync } as never };
}

/** The head of a PNG of 34 × 1500 pixels. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 34, 0, 0, 5, 220]);

test("a drawn layer is asked for in sRGB, whole and alone", async () => {
  const { asked, node } = shape(PNG);
  await exportLayer(node);
  assert.deepEqual(asked, [
    { format: "PNG", colorProfile: "SRGB", useAbsoluteBounds: true, contentsOnly: true, constraint: { type: "SCALE", value: 1 } },
  ]);
});

test("a picture that reaches a fraction of a pixel beyond its layer is not squeezed into it", async () => {
  const exported = await exportLayer(shape(PNG).node);
  assert.ok(exported.ok);
  const transform = [
    [1, 0, -10.5],
    [0, 1, 20],
  ];
  assert.deepEqual(exported.value.placement, { transform, width: 34, height: 1500, imageWidth: 34, imageHeight: 1500 });
});

test("what Figma will not draw is said in plain words, Figma's own beside them", async () => {
  const exported = await exportLayer(shape(new Error("in exportAsync: Failed to export node.")).node);
  assert.ok(!exported.ok);
  assert.equal(exported.error.code, "selection_not_editable");
  assert.equal(exported.error.message, "Figma made no picture of “Seal”.");
  assert.deepEqual(exported.error.details, { reason: "in exportAsync: Failed to export node." });
});

test("a picture without a size is none", async () => {
  const exported = await exportLayer(shape(PNG.subarray(0, 20)).node);
  assert.equal(!exported.ok && exported.error.code, "selection_not_editable");
});
