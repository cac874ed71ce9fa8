import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import sharp from "sharp";
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from "zxing-wasm/writer";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createCodeReader } from "../../local-server/runtime/code-reader.ts";
import { packageFolder } from "../../local-server/runtime/package-folder.ts";

const GROUND = "#b7c8d6";

before(async () => {
  const file = await readFile(join(packageFolder("zxing-wasm"), "dist/writer/zxing_writer.wasm"));
  await prepareZXingModule({
    overrides: { wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) },
    fireImmediately: true,
  });
});

async function withCode(format: WriteInputBarcodeFormat, text: string, turn = 0): Promise<RasterImage> {
  const { image } = await writeBarcode(text, { format, scale: 3 });
  assert.ok(image, `${format} is drawn`);
  const code = await sharp(await image.arrayBuffer())
    .rotate(turn, { background: GROUND })
    .toBuffer();
  const { data, info } = await sharp({ create: { width: 480, height: 400, channels: 4, background: GROUND } })
    .composite([{ input: code, left: 60, top: 80 }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) } as RasterImage;
}

test("a QR code is found and read, turned too", async () => {
  const reader = createCodeReader();
  for (const turn of [0, 20]) {
    const [code, ...more] = await reader.read(await withCode("QRCode", "https://emend.example/1", turn));
    assert.equal(more.length, 0);
    assert.equal(code?.kind, "qr");
    assert.equal(code.text, "https://emend.example/1");
    assert.ok(
      code.quad.every(({ x, y }) => x > 55 && x < 300 && y > 75 && y < 300),
      JSON.stringify(code.quad),
    );
  }
});

test("a barcode is found and read; an empty ground holds none", async () => {
  const reader = createCodeReader();
  assert.deepEqual(
    (await reader.read(await withCode("EAN13", "4006381333931"))).map(({ kind, text }) => [kind, text]),
    [["barcode", "4006381333931"]],
  );
  const blank = await sharp({ create: { width: 200, height: 200, channels: 4, background: GROUND } })
    .raw()
    .toBuffer();
  assert.deepEqual(await reader.read({ width: 200, height: 200, data: new Uint8ClampedArray(blank) } as RasterImage), []);
});
