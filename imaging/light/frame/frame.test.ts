import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { lightContext } from "../../../test/fixtures/light-context.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { reframe } from "../../raster/reframe.ts";
import { editLight } from "../edit-light.ts";
import type { LightStep } from "../light-step.ts";
import { cropPicture } from "./crop-picture.ts";
import { extendCanvas } from "./extend-canvas.ts";
import { frameWish } from "./frame-wish.ts";
import { subjectBox } from "./subject-box.ts";

/** A slope from dark to light, left to right, with a little grain: what a studio wall looks like. */
function wall(width: number, height: number): RasterImage {
  const image = createRaster(width, height);
  for (let i = 0; i < width * height; i++) {
    const grain = ((i * 7919) % 5) - 2;
    const level = 120 + (60 * (i % width)) / width + grain;
    image.data.set([level, level + 5, level + 10, 255], i * 4);
  }
  return image;
}

function done(run: typeof cropPicture, image: RasterImage, operation: Partial<Operation>, kind: Operation["kind"]): LightStep {
  const result = run(image, { kind, ...operation }, lightContext());
  assert.ok(result.ok, result.ok ? "" : result.error.message);
  return result.value;
}
const cropped = (image: RasterImage, operation: Partial<Operation>) => done(cropPicture, image, operation, "crop");
const extended = (image: RasterImage, operation: Partial<Operation>) => done(extendCanvas, image, operation, "canvas.extend");

test("amounts, shapes and sizes are read, nonsense is none", () => {
  assert.deepEqual(frameWish(15), { by: "percent", amount: 15 });
  assert.deepEqual(frameWish("200px"), { by: "pixels", amount: 200 });
  assert.deepEqual(frameWish("16:9"), { by: "ratio", ratio: 16 / 9 });
  assert.deepEqual(frameWish("1080x1350"), { by: "size", width: 1080, height: 1350 });
  assert.deepEqual(frameWish("1920px wide"), { by: "length", axis: "width", amount: 1920 });
  for (const value of ["", "big", "0:9", "0x10", -3, 0, undefined, true]) assert.equal(frameWish(value), undefined, String(value));
});

test("a canvas is extended to a width, not by it", () => {
  const { frame } = extended(wall(120, 80), { value: "150px wide" });
  assert.deepEqual(frame, { x: -15, y: 0, width: 150, height: 80 });
  const cut = cropped(wall(120, 80), { value: "60px tall" });
  assert.deepEqual([cut.frame?.width, cut.frame?.height], [120, 60]);
});

test("a crop keeps every pixel of what it keeps", () => {
  const { image } = studioPicture();
  const { image: out, frame, cutOut } = cropped(image, { value: 10, where: "top" });
  assert.deepEqual(frame, {
    x: 0,
    y: Math.round(image.height * 0.1),
    width: image.width,
    height: image.height - Math.round(image.height * 0.1),
  });
  assert.deepEqual(out, reframe(image, frame));
  assert.equal(cutOut, true);
});

test("a crop to a shape has that shape and the subject in its middle", () => {
  const picture = createRaster(400, 200);
  picture.data.fill(235);
  for (let i = 3; i < picture.data.length; i += 4) picture.data[i] = 255;
  for (let y = 60; y < 160; y++) for (let x = 300; x < 370; x++) picture.data.set([20, 60, 160, 255], (y * 400 + x) * 4);
  const { frame } = cropped(picture, { value: "1:1" });
  assert.ok(frame && frame.width === 200 && frame.height === 200);
  assert.ok(frame.x <= 300 && frame.x + frame.width >= 370, `${frame.x}`);
  assert.ok(Math.abs(subjectBox(picture).rect.x - 300) <= 3);
});

test("a side named wins over the subject", () => {
  const { image } = studioPicture();
  assert.equal(cropped(image, { value: "1:3", where: "left" }).frame?.x, 0);
});

test("a larger size than the picture is cut to its shape and said", () => {
  const { frame, warnings } = cropped(wall(300, 300), { value: "3000x1000" });
  assert.deepEqual([frame?.width, frame?.height], [300, 100]);
  assert.match(warnings.join(), /not enlarged/);
});

test("a crop that leaves nothing or changes nothing is refused", () => {
  for (const operation of [{ value: 60 }, { value: "1:1" }, {}] as const)
    assert.ok(!cropPicture(wall(100, 100), { kind: "crop", ...operation }, lightContext()).ok, JSON.stringify(operation));
});

test("an extension keeps the picture bit for bit and continues its slope", () => {
  const image = wall(240, 160);
  const { image: out, frame, confidence } = extended(image, { value: 20, sides: ["left", "right"] });
  assert.deepEqual(frame, { x: -48, y: 0, width: 336, height: 160 });
  assert.deepEqual(reframe(out, { x: 48, y: 0, width: 240, height: 160 }), image);
  const at = (x: number) => out.data[(80 * out.width + x) * 4];
  assert.ok(at(47) <= 124 && at(20) < 122 && at(290) > 176 && at(330) > 178, `${at(20)} ${at(47)} ${at(290)} ${at(330)}`);
  assert.ok(confidence > 0.9);
  assert.ok(out.data.every((v, i) => i % 4 !== 3 || v === 255));
});

test("an extension to a shape adds what is missing, on the side named", () => {
  assert.deepEqual(extended(wall(160, 160), { value: "2:1" }).frame, { x: -80, y: 0, width: 320, height: 160 });
  assert.deepEqual(extended(wall(160, 160), { value: "2:1", where: "right" }).frame, { x: 0, y: 0, width: 320, height: 160 });
});

test("a picture whose edge is no plain ground is extended with a reason to look", () => {
  const busy = createRaster(200, 200);
  for (let i = 0; i < 200 * 200; i++) {
    const on = ((i % 200) >> 4) % 2 === ((i / 200) >> 5) % 2;
    busy.data.set(on ? [230, 40, 40, 255] : [20, 30, 200, 255], i * 4);
  }
  const { reasons, confidence } = extended(busy, { value: 10 });
  assert.ok(reasons.length > 0 && confidence < 0.5);
});

test("operations after a change of frame work on the new one", async () => {
  const image = wall(200, 100);
  const operations: Operation[] = [
    { kind: "canvas.extend", value: "10px" },
    { kind: "border.add", value: "4px", style: { colour: "#ff0000" } },
    { kind: "crop", value: "5px", where: "left" },
  ];
  const result = await editLight(image, operations, lightContext());
  assert.ok(result.ok);
  assert.deepEqual(result.value.canvas, { x: -5, y: -10, width: 215, height: 120 });
  assert.deepEqual([...result.value.image.data.subarray(4 * 100, 4 * 100 + 3)], [255, 0, 0]);
  assert.equal(result.value.mask.width, 215);
});

test("a picture one pixel high is extended without a number lost, and doubted", () => {
  const line = createRaster(60, 1);
  line.data.fill(255);
  const { confidence, reasons } = extended(line, { value: "2px" });
  assert.ok(confidence === 0 && reasons.length > 0);
});

test("a crop around the subject of a picture that shows nothing is refused", () => {
  const blank = createRaster(60, 40);
  blank.data.fill(255);
  const done = cropPicture(blank, { kind: "crop", target: "subject" }, lightContext());
  assert.ok(!done.ok && done.error.code === "unsupported_operation" && /Nothing was found/.test(done.error.message));
});

test("an even ground is extended surely though a thing stands near its edge; a horizon that runs out of the picture less so", () => {
  const scene = (ground: (y: number) => number) => {
    const image = createRaster(300, 220);
    for (let i = 0; i < 300 * 220; i++) {
      const [x, y] = [i % 300, Math.floor(i / 300)];
      const v = Math.hypot(x - 150, y - 110) < 70 ? 200 : ground(y);
      image.data.set([v, v / 2, 40, 255], i * 4);
    }
    return extended(image, { value: 20 });
  };
  const [even, horizon] = [scene((y) => 60 + y / 20), scene((y) => (y < 120 ? 40 : 240))];
  assert.ok(even.confidence > 0.9 && even.reasons.length === 0, `${even.confidence}`);
  assert.ok(horizon.confidence < 0.8, `${horizon.confidence}`);
});

test("a canvas that is to gain a colour gains that colour and nothing of the ground, corners included", () => {
  const { image } = studioPicture();
  const { image: out, confidence, reasons } = extended(image, { value: "20px", style: { colour: "#10a0f0" } });
  assert.deepEqual([out.width, out.height], [image.width + 40, image.height + 40]);
  assert.deepEqual(reframe(out, { x: 20, y: 20, width: image.width, height: image.height }), image);
  for (let y = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++) {
      const beyond = x < 20 || y < 20 || x >= out.width - 20 || y >= out.height - 20;
      if (beyond) assert.deepEqual([...out.data.subarray((y * out.width + x) * 4, (y * out.width + x) * 4 + 4)], [16, 160, 240, 255]);
    }
  assert.deepEqual([confidence, reasons], [1, []]);
});
