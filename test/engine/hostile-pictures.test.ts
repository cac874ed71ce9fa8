import assert from "node:assert/strict";
import { test } from "node:test";
import sharp, { type Sharp } from "sharp";
import { editLight } from "../../imaging/light/edit-light.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { decodePicture } from "../../local-server/codec/decode-picture.ts";
import type { Operation } from "../../protocol/plan.ts";
import { lightContext } from "../fixtures/light-context.ts";

const THING = '<rect width="96" height="72" fill="#eee"/><rect x="30" y="20" width="30" height="34" fill="#a22"/>';
const drawn = (body = THING): Sharp =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="96" height="72">${body}</svg>`)).removeAlpha();
const noise = (width: number, height: number): Sharp =>
  sharp(
    Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37) % 256),
    { raw: { width, height, channels: 3 } },
  );
const frames = async (): Promise<Sharp> =>
  sharp([await drawn().png().toBuffer(), await drawn().negate().png().toBuffer()], { join: { animated: true } });
const nothing = { create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const;

/** [what is unusual, its bytes, its size once read, what is said of it] */
const PICTURES: readonly (readonly [string, () => Promise<Uint8Array>, readonly [number, number], RegExp?])[] = [
  ["1 × 1", () => noise(1, 1).png().toBuffer(), [1, 1]],
  ["1 × 60", () => noise(1, 60).png().toBuffer(), [1, 60]],
  ["800 × 2", () => noise(800, 2).png().toBuffer(), [800, 2]],
  ["CMYK", () => drawn().toColourspace("cmyk").jpeg().toBuffer(), [96, 72], /CMYK/],
  ["16 bits", () => drawn().toColourspace("rgb16").png().toBuffer(), [96, 72], /more than 8 bits/],
  ["one channel", () => drawn().toColourspace("b-w").png().toBuffer(), [96, 72]],
  ["Display P3", () => drawn().withIccProfile("p3").jpeg().toBuffer(), [96, 72], /converted to sRGB/],
  ["turned by EXIF", () => drawn().withMetadata({ orientation: 6 }).jpeg().toBuffer(), [72, 96]],
  ["animated GIF", async () => (await frames()).gif().toBuffer(), [96, 72], /first frame/],
  ["animated WebP", async () => (await frames()).webp().toBuffer(), [96, 72], /first frame/],
  ["nothing but transparency", () => sharp(nothing).png().toBuffer(), [60, 40]],
];

const style = { colour: "#1e5fbf" };
const OPERATIONS: readonly Operation[] = [
  { kind: "object.remove", target: "logo", where: "bottom-right" },
  { kind: "object.recolour", style },
  { kind: "background.remove" },
  { kind: "background.recolour", style },
  { kind: "background.replace" },
  { kind: "tone.adjust", value: "hdr" },
  { kind: "tone.adjust", value: "white-balance" },
  { kind: "border.add", value: "neon" },
  { kind: "image.add", where: "top-left" },
  { kind: "crop", value: "4:5" },
  { kind: "crop", target: "subject" },
  { kind: "canvas.extend", value: "16:9" },
  { kind: "query", target: "colours" },
];

function assertWhole({ width, height, data }: RasterImage, name: string): void {
  assert.ok(width >= 1 && height >= 1 && data.length === width * height * 4, name);
}

for (const [name, bytes, size, said] of PICTURES) {
  test(`a picture that is ${name} is read, and every light operation gives a whole picture or one sentence`, async () => {
    const read = await decodePicture(await bytes(), "png");
    assert.ok(read.ok);
    const { image, warnings } = read.value;
    assert.deepEqual([image.width, image.height], size);
    if (said) assert.match(warnings.join(), said);
    else assert.deepEqual(warnings, []);
    for (const operation of OPERATIONS) {
      const what = `${operation.kind} ${operation.value ?? operation.target ?? ""}`;
      const done = await editLight(image, [operation], lightContext({ references: [image] }));
      if (!done.ok) {
        assert.match(done.error.message, /^[A-Z“].*\.$/, what);
        continue;
      }
      assertWhole(done.value.image, what);
      assert.ok(done.value.confidence >= 0 && done.value.confidence <= 1, `${what}: ${done.value.confidence}`);
      for (const { answer } of done.value.answers) assert.doesNotMatch(answer, / \.|undefined|NaN/);
    }
  });
}
