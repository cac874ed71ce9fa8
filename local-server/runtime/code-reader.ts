import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import type { CodeReader, SeenCode } from "../../imaging/ports.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { memoizeAsync } from "./memoize-async.ts";
import { packageFolder } from "./package-folder.ts";

const FILE = join(packageFolder("zxing-wasm"), "dist/reader/zxing_reader.wasm");

const QR = ["QRCode", "MicroQRCode", "RMQRCode"] as const;
const BARS = ["EAN13", "EAN8", "UPCA", "UPCE", "Code128", "Code39", "Code93", "ITF", "Codabar"] as const;

/** A QR code's three squares tell it even where its modules cannot be read; bars that cannot be read may be any stripes. */
const LOOK: readonly ReaderOptions[] = [
  { formats: [...QR], tryHarder: true, returnErrors: true },
  { formats: [...BARS], tryHarder: true },
];

/** zxing-cpp as WASM, 1 MB, from the installed package: left alone, the library would fetch it from the network. */
const load = memoizeAsync(async () => {
  const file = await readFile(FILE);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

async function readWith({ width, height, data }: RasterImage, options: ReaderOptions): Promise<SeenCode[]> {
  const found = await readBarcodes({ data: new Uint8ClampedArray(data), width, height, colorSpace: "srgb" }, options);
  const kind = options.returnErrors === true ? "qr" : "barcode";
  return found.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
    kind,
    text,
    quad: [topLeft, topRight, bottomRight, bottomLeft],
  }));
}

/** QR codes and barcodes by zxing-cpp. Nothing is loaded before the first picture. Measured: 0.1–0.2 s at 1024². */
export function createCodeReader(): CodeReader {
  return {
    read: async (image, signal) => {
      await load();
      const found: SeenCode[] = [];
      for (const options of LOOK) {
        signal?.throwIfAborted();
        found.push(...(await readWith(image, options)));
      }
      return found;
    },
  };
}
