import { boundsOfMask } from "./crop.ts";
import { createMask, type Mask } from "./raster.ts";

/** A mask of 255 where `belongs` says so of a pixel's index. A plain loop: `Uint8Array.from` walks an iterator and takes several times as long. */
export function maskWhere({ width, height }: { readonly width: number; readonly height: number }, belongs: (i: number) => boolean): Mask {
  const mask = createMask(width, height);
  for (let i = 0; i < mask.data.length; i++) if (belongs(i)) mask.data[i] = 255;
  return mask;
}

/** Visits the set pixels of a mask, row by row. What lies off them costs next to nothing: most of a picture stays as it is. */
export function eachSet(mask: Mask, visit: (i: number) => void): void {
  const bounds = boundsOfMask(mask);
  if (bounds === undefined) return;
  const { data, width } = mask;
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    const end = y * width + bounds.x + bounds.width;
    for (let i = end - bounds.width; i < end; i++) if (data[i] !== 0) visit(i);
  }
}
