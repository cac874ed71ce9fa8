import type { RasterImage } from "./raster.ts";

/** The pixels as one 32-bit word each, for comparing: a view where the bytes are aligned, else a copy. Never write to it. */
export function pixelWords({ data }: RasterImage): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}
