import type { RasterImage } from "./raster.ts";

/** The pixels as one 32-bit word each, for comparing: a view where the bytes are aligned, else a copy. Never write to it. */
export function pixelWords({ data }: RasterImage): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}
