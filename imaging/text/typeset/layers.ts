import type { Rgb } from "../../raster/colour.ts";
import type { FloatImage, Plane } from "../../raster/raster.ts";

/** One painted layer: coverage and what colour it has where. */
export interface Layer {
  readonly coverage: Plane;
  readonly opacity: number;
  colourAt(index: number): Rgb;
}

/** A new image: the layers painted over `under`, first layer lowest, blended in sRGB values as design tools do. */
export function paintLayers(under: FloatImage, layers: readonly Layer[]): FloatImage {
  const data = Float32Array.from(under.data);
  for (const layer of layers) {
    for (let i = 0; i < layer.coverage.data.length; i++) {
      const a = layer.coverage.data[i] * layer.opacity;
      if (a <= 0.002) continue;
      const colour = layer.colourAt(i);
      for (let c = 0; c < 3; c++) data[i * 3 + c] += (colour[c] - data[i * 3 + c]) * a;
    }
  }
  return { width: under.width, height: under.height, data };
}
