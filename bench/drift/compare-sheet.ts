import { createRaster, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";

/** Pictures and masks of one size side by side. */
export function compareSheet(pictures: readonly RasterImage[], masks: readonly Mask[]): RasterImage {
  const { width, height } = pictures[0];
  const sheet = createRaster(width * (pictures.length + masks.length), height);
  pictures.forEach(({ data }, k) => {
    for (let y = 0; y < height; y++) sheet.data.set(data.subarray(y * width * 4, (y + 1) * width * 4), (y * sheet.width + k * width) * 4);
  });
  masks.forEach(({ data }, k) => {
    const left = (k + pictures.length) * width;
    for (let i = 0; i < data.length; i++)
      sheet.data.fill(
        data[i],
        (Math.floor(i / width) * sheet.width + left + (i % width)) * 4,
        (Math.floor(i / width) * sheet.width + left + (i % width)) * 4 + 3,
      );
    for (let i = 0; i < data.length; i++) sheet.data[(Math.floor(i / width) * sheet.width + left + (i % width)) * 4 + 3] = 255;
  });
  return sheet;
}
