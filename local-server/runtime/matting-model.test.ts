import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { tinyMattingModel } from "../../test/fixtures/tiny-matting-model.ts";
import { createMattingModel, type InstalledMatting } from "./matting-model.ts";

const SIDE = 32;
let folder = "";
let installed: InstalledMatting | undefined;
const model = createMattingModel(async () => installed);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "emend-matting-"));
});
after(async () => {
  await model.dispose();
  await rm(folder, { recursive: true, force: true });
});

const form = (file: string): InstalledMatting => ({
  file: join(folder, file),
  title: "Luminance",
  licence: "MIT",
  side: SIDE,
  mean: [0, 0, 0],
  std: [1, 1, 1],
  output: "alpha",
});
const input = (value: number) => ({ data: new Float32Array(3 * SIDE * SIDE).fill(value), dims: [1, 3, SIDE, SIDE] });

test("without a model there is no form and no run", async () => {
  assert.equal(await model.form(), undefined);
  await assert.rejects(model.run(input(1)), /no matting network/);
});

test("an installed network is run on onnxruntime; taken away it is let go of", async () => {
  await writeFile(join(folder, "a.onnx"), tinyMattingModel(SIDE));
  installed = form("a.onnx");
  assert.equal((await model.form())?.title, "Luminance");
  const bright = await model.run(input(1));
  assert.deepEqual(bright.dims, [1, 1, SIDE, SIDE]);
  assert.ok(bright.data.every((v) => v > 0.999));
  assert.ok((await model.run(input(0))).data.every((v) => v < 0.001));
  installed = undefined;
  await assert.rejects(model.run(input(1)));
});

test("a file that is no network fails, and the right one works after it", async () => {
  await writeFile(join(folder, "bad.onnx"), "not a network");
  installed = form("bad.onnx");
  await assert.rejects(model.run(input(1)));
  installed = form("a.onnx");
  assert.ok((await model.run(input(1))).data[0] > 0.999);
});
