import { createMask, type Mask } from "./raster.ts";

/** A mask of 255 where `belongs` says so of a pixel's index. A plain loop: `Uint8Array.from` walks an iterator and takes several times as long. */
export function maskWhere({ width, height }: { readonly width: number; readonly height: number }, belongs: (i: number) => boolean): Mask {
  const mask = createMask(width, height);
  for (let i = 0; i < mask.data.length; i++) if (belongs(i)) mask.data[i] = 255;
  return mask;
}
