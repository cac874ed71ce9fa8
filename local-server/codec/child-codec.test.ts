import assert from "node:assert/strict";
import { after, test } from "node:test";
import sharp from "sharp";
import { pngPromising, someJpeg, somePixels, somePng } from "../../test/fixtures/broken-pictures.ts";
import { silentLogger } from "../observability/logger.ts";
import { createChildCodec } from "./child-codec.ts";

const codec = createChildCodec({ logger: silentLogger });
after(() => codec.close());

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await codec.decode(bytes);
  return result.ok ? "ok" : result.error.code;
}

test("a PNG decodes to its very pixels and encodes back to them, alpha and all", async () => {
  const pixels = somePixels(33, 17);
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = i % 256;
  const image = { width: 33, height: 17, data: pixels };
  for (const format of ["png", "webp"] as const) {
    const encoded = await codec.encode(image, format);
    assert.ok(encoded.ok);
    const decoded = await codec.decode(encoded.value);
    assert.ok(decoded.ok);
    assert.deepEqual(decoded.value, { image, format, warnings: [] });
  }
});

test("EXIF orientation is applied", async () => {
  const turned = await codec.decode(await someJpeg(64, 48, 6));
  assert.ok(turned.ok);
  assert.deepEqual([turned.value.image.width, turned.value.image.height, turned.value.format], [48, 64, "jpeg"]);
});

test("each kind of bad picture has its code", async () => {
  const png = await somePng();
  const jpeg = await someJpeg();
  const flipped = Uint8Array.from(png);
  flipped[Math.floor(png.length / 2)]! ^= 0xff;
  const cases: [string, Uint8Array, string][] = [
    ["empty", new Uint8Array(), "image_empty"],
    ["prose", new TextEncoder().encode("not a picture at all"), "not_an_image"],
    ["svg", new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image_unsupported"],
    ["tiff", await sharp(png).tiff().toBuffer(), "image_unsupported"],
    ["png cut in half", png.subarray(0, png.length / 2), "image_truncated"],
    ["png cut in its header", png.subarray(0, 20), "image_truncated"],
    ["jpeg cut in half", jpeg.subarray(0, jpeg.length / 2), "image_truncated"],
    ["png with a flipped byte", flipped, "image_truncated"],
    ["20,000² header", pngPromising(20_000, 20_000), "image_too_large"],
    ["side over the limit", pngPromising(16_385, 8), "image_too_large"],
    ["header without data", pngPromising(200, 200), "image_truncated"],
  ];
  for (const [name, bytes, code] of cases) assert.equal(await codeOf(bytes), code, name);
  assert.equal(await codeOf(png), "ok", "the codec still works afterwards");
});

test("a bomb is refused from its header, without its pixels' memory", async () => {
  await codeOf(await somePng());
  const start = performance.now();
  assert.equal(await codeOf(pngPromising(16_000, 16_000)), "image_too_large");
  assert.ok(performance.now() - start < 1000);
});

test("an sRGB profile changes no pixel, a wide one is converted and said", async () => {
  const raw = { raw: { width: 16, height: 16, channels: 4 as const } };
  const srgb = await sharp(somePixels(16, 16), raw).withIccProfile("srgb").png().toBuffer();
  const decoded = await codec.decode(srgb);
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.value.image.data, somePixels(16, 16));
  const wide = await codec.decode(await sharp(somePixels(16, 16), raw).withIccProfile("p3").png().toBuffer());
  assert.ok(wide.ok);
  assert.match(wide.value.warnings.join(), /converted to sRGB/);
});

test("a mask is luminance times alpha", async () => {
  const data = new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255, 255, 255, 255, 0]);
  const png = await sharp(data, { raw: { width: 3, height: 1, channels: 4 } })
    .png()
    .toBuffer();
  const mask = await codec.decodeMask(png);
  assert.deepEqual(mask.ok && [...mask.value.data], [255, 0, 0]);
});

test("an aborted decode answers cancelled", async () => {
  const abort = new AbortController();
  const decoding = codec.decode(await somePng(2000, 2000), abort.signal);
  abort.abort();
  const result = await decoding;
  assert.equal(!result.ok && result.error.code, "cancelled");
});
