import assert from "node:assert/strict";
import { test } from "node:test";
import { encodingOf, jpegOrientation, pngSize } from "./image-header.ts";

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (c) => c.charCodeAt(0)) : part)));

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (width: number, height: number): Uint8Array =>
  bytes(PNG, [0, 0, 0, 13], "IHDR", [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255]);

/** A JPEG head with one EXIF directory that holds one entry, the orientation, in the given byte order. */
function jpeg(orientation: number, order: "II" | "MM"): Uint8Array {
  const u16 = (n: number): number[] => (order === "II" ? [n & 255, n >> 8] : [n >> 8, n & 255]);
  const u32 = (n: number): number[] => (order === "II" ? [...u16(n), 0, 0] : [0, 0, ...u16(n)]);
  const tiff = [...u16(42), ...u32(8), ...u16(1), ...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0];
  const length = 2 + 6 + 2 + tiff.length;
  return bytes([0xff, 0xd8, 0xff, 0xe1, 0, length], "Exif", [0, 0], order, tiff, [0xff, 0xda]);
}

test("encodings are told by their signatures", () => {
  assert.equal(encodingOf(png(1, 1)), "png");
  assert.equal(encodingOf(bytes([0xff, 0xd8, 0xff, 0xe0])), "jpeg");
  assert.equal(encodingOf(bytes("GIF89a")), "gif");
  assert.equal(encodingOf(bytes("RIFF", [1, 2, 3, 4], "WEBP")), "webp");
  assert.equal(encodingOf(bytes("RIFF", [1, 2, 3, 4], "WAVE")), undefined);
  assert.equal(encodingOf(bytes()), undefined);
});

test("a PNG tells its size, whatever buffer it is a view of", () => {
  const shifted = new Uint8Array([9, 9, 9, ...png(300, 4096)]).subarray(3);
  assert.deepEqual(pngSize(shifted), { width: 300, height: 4096 });
});

test("a cut or empty PNG tells nothing", () => {
  assert.equal(pngSize(png(300, 200).subarray(0, 23)), undefined);
  assert.equal(pngSize(png(0, 200)), undefined);
  assert.equal(pngSize(bytes("GIF89a")), undefined);
});

test("EXIF orientation is read in both byte orders", () => {
  for (const order of ["II", "MM"] as const) for (const turn of [1, 3, 6, 8]) assert.equal(jpegOrientation(jpeg(turn, order)), turn);
});

test("a JPEG that is silent or cut anywhere counts as upright", () => {
  assert.equal(jpegOrientation(bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xda, 0, 0])), 1);
  const whole = jpeg(6, "II");
  for (let length = 0; length < whole.length - 6; length++) assert.equal(jpegOrientation(whole.subarray(0, length)), 1, `cut at ${length}`);
});
