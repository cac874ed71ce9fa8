import type { FloatImage, Mask } from "./raster.ts";

interface Level {
  readonly width: number;
  readonly height: number;
  readonly colour: Float32Array;
  readonly weight: Float32Array;
}

function coarser(fine: Level): Level {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const colour = new Float32Array(width * height * 3);
  const weight = new Float32Array(width * height);
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const from = y * fine.width + x;
      const w = fine.weight[from];
      if (w === 0) continue;
      const to = (y >> 1) * width + (x >> 1);
      weight[to] += w;
      colour[to * 3] += fine.colour[from * 3] * w;
      colour[to * 3 + 1] += fine.colour[from * 3 + 1] * w;
      colour[to * 3 + 2] += fine.colour[from * 3 + 2] * w;
    }
  }
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    for (let c = 0; c < 3; c++) colour[i * 3 + c] /= weight[i];
    weight[i] = Math.min(1, weight[i]);
  }
  return { width, height, colour, weight };
}

/** Bilinear sample of a level at the centre of the finer level's pixel. */
function sampleInto(coarse: Level, x: number, y: number, out: Float32Array): void {
  const fx = Math.max(0, Math.min(coarse.width - 1, (x + 0.5) / 2 - 0.5));
  const fy = Math.max(0, Math.min(coarse.height - 1, (y + 0.5) / 2 - 0.5));
  const x0 = Math.floor(fx);
  const y0 = Math.floor(fy);
  const x1 = Math.min(coarse.width - 1, x0 + 1);
  const y1 = Math.min(coarse.height - 1, y0 + 1);
  const tx = fx - x0;
  const ty = fy - y0;
  const { colour } = coarse;
  const [a, b] = [(y0 * coarse.width + x0) * 3, (y0 * coarse.width + x1) * 3];
  const down = (y1 - y0) * coarse.width * 3;
  for (let c = 0; c < 3; c++) {
    const top = colour[a + c] * (1 - tx) + colour[b + c] * tx;
    const bottom = colour[a + down + c] * (1 - tx) + colour[b + down + c] * tx;
    out[c] = top * (1 - ty) + bottom * ty;
  }
}

function pull(fine: Level, coarse: Level): void {
  const sample = new Float32Array(3);
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const i = y * fine.width + x;
      const w = fine.weight[i];
      if (w >= 1) continue;
      sampleInto(coarse, x, y, sample);
      for (let c = 0; c < 3; c++) fine.colour[i * 3 + c] = fine.colour[i * 3 + c] * w + sample[c] * (1 - w);
      fine.weight[i] = 1;
    }
  }
}

/**
 * Spreads the colours of known pixels smoothly over the unknown ones (push-pull, Gortler et al. 1996, "The Lumigraph").
 * `known` 255 = keep as is. A new image; all zero where nothing is known. O(pixels).
 */
export function pushPull(image: FloatImage, known: Mask): FloatImage {
  const levels: Level[] = [
    {
      width: image.width,
      height: image.height,
      colour: Float32Array.from(image.data),
      weight: Float32Array.from(known.data, (v) => (v === 0 ? 0 : 1)),
    },
  ];
  for (let top = levels[0]; Math.max(top.width, top.height) > 1 && top.weight.some((w) => w < 1); top = levels[levels.length - 1]) {
    levels.push(coarser(top));
  }
  for (let l = levels.length - 2; l >= 0; l--) pull(levels[l], levels[l + 1]);
  return { width: image.width, height: image.height, data: levels[0].colour };
}
