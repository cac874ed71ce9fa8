import assert from "node:assert/strict";
import { test } from "node:test";
import { fitModelFrame } from "../../../imaging/compositing/model-frame.ts";
import { createMask, createRaster, type RasterImage } from "../../../imaging/raster/raster.ts";
import { ok } from "../../../protocol/errors.ts";
import type { EngineRequest } from "../engine.ts";
import type { PictureCodec } from "../generative.ts";
import { jobBody, letterbox, samplingOf } from "./job-body.ts";

const filled = (width: number, height: number, value: number): RasterImage => {
  const image = createRaster(width, height);
  image.data.fill(value);
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  return image;
};
const LIGHTNING = { path: "/models/lora/Lightning-4steps.safetensors", steps: 4 };
const request = (more: Partial<EngineRequest> = {}): EngineRequest => ({
  source: filled(100, 70, 40),
  plan: { instruction: "", operations: [{ kind: "object.remove", target: "vase" }] },
  references: [],
  seed: 2 ** 31 + 5,
  options: {},
  ...more,
});

/** Keeps what was encoded. */
function recording(): { readonly codec: PictureCodec; readonly pictures: RasterImage[] } {
  const pictures: RasterImage[] = [];
  const encode: PictureCodec["encode"] = async (picture) => {
    pictures.push(picture);
    return ok(Uint8Array.of(pictures.length));
  };
  return { pictures, codec: { encode, decode: () => Promise.reject(new Error("not asked for")) } };
}

async function bodyOf(of: EngineRequest) {
  const { codec, pictures } = recording();
  const frame = fitModelFrame(of.source, undefined, { multiple: 32, maxPixels: 1_048_576, minSide: 64 });
  const body = await jobBody(of, frame, { codec, lightning: LIGHTNING, signal: new AbortController().signal });
  assert.ok(body.ok);
  return { body: body.value, pictures };
}

test("sizes are multiples of 32 from 64 to 1 MP and numbers are numbers: this server aborts on others, or ignores them", async () => {
  for (const [width, height] of [
    [1, 1],
    [8, 8],
    [100, 70],
    [5000, 20],
    [4000, 3000],
  ] as const) {
    const { body } = await bodyOf(request({ source: filled(width, height, 9), options: { steps: "20", cfg: "9" } as never }));
    const [w, h] = [body.width, body.height] as [number, number];
    assert.ok(w % 32 === 0 && h % 32 === 0 && w >= 64 && h >= 64 && w * h <= 1_048_576, `${w} × ${h}`);
    assert.equal((body.sample_params as { sample_steps: unknown }).sample_steps, 4);
    assert.equal(body.seed, 5);
  }
});

test("a mask comes with the source as starting picture, white where it may change", async () => {
  const mask = createMask(100, 70);
  mask.data.fill(255, 0, 100 * 35);
  const { body, pictures } = await bodyOf(request({ mask }));
  assert.equal(body.init_image, (body.ref_images as string[])[0]);
  assert.ok(body.mask_image !== undefined && body.strength === 1);
  const [, last] = pictures;
  assert.deepEqual([...last!.data.subarray(0, 4)], [255, 255, 255, 255]);
  assert.deepEqual([...last!.data.subarray(-4)], [0, 0, 0, 255]);
});

test("references are shown whole and undistorted on white at the output's size", () => {
  const boxed = letterbox(filled(100, 50, 10), { width: 64, height: 64 });
  assert.deepEqual([boxed.width, boxed.height], [64, 64]);
  const at = (x: number, y: number): number => boxed.data[(y * 64 + x) * 4]!;
  assert.deepEqual([at(32, 8), at(32, 32), at(0, 32), at(63, 32), at(32, 55)], [255, 10, 10, 10, 255]);
});

test("the few-step LoRA is named as the server lists it, for things and not for letters", async () => {
  const { body } = await bodyOf(request());
  assert.deepEqual(body.lora, [{ path: "Lightning-4steps.safetensors", multiplier: 1, is_high_noise: false }]);
  const letters = request({ plan: { instruction: "", operations: [{ kind: "text.replace", text: { from: "a", to: "b" } }] } });
  assert.deepEqual(samplingOf(letters, LIGHTNING), { steps: 20, cfg: 2.5, lora: undefined });
  assert.deepEqual(samplingOf({ ...letters, options: { lightning: true } }, LIGHTNING), { steps: 4, cfg: 1, lora: LIGHTNING });
  assert.deepEqual(samplingOf({ ...request(), options: { lightning: false } }, LIGHTNING), { steps: 20, cfg: 2.5, lora: undefined });
  assert.equal(samplingOf({ ...letters, preview: { maxPixels: 1 } }, undefined).steps, 8);
});
