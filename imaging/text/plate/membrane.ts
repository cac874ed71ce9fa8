/** A `[H, W, 3]` field with `unknown` 1 where it is to be filled. */
interface Level {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly unknown: Uint8Array;
}

const RELAXATION = 1.6;
const SWEEPS = 24;

function coarser(fine: Level): Level {
  const width = (fine.width + 1) >> 1;
  const height = (fine.height + 1) >> 1;
  const values = new Float32Array(width * height * 3);
  const counts = new Uint8Array(width * height);
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const from = y * fine.width + x;
      if (fine.unknown[from]) continue;
      const to = (y >> 1) * width + (x >> 1);
      counts[to]++;
      for (let c = 0; c < 3; c++) values[to * 3 + c] += fine.values[from * 3 + c];
    }
  }
  for (let i = 0; i < counts.length; i++) if (counts[i] > 1) for (let c = 0; c < 3; c++) values[i * 3 + c] /= counts[i];
  return { width, height, values, unknown: counts.map((n) => (n === 0 ? 1 : 0)) };
}

/** Bilinear values of the coarser level at the finer level's unknown pixels: the start of the relaxation. */
function interpolate(fine: Level, coarse: Level, pixels: readonly number[]): void {
  for (const pixel of pixels) {
    const fx = Math.min(coarse.width - 1, Math.max(0, ((pixel % fine.width) - 0.5) / 2));
    const fy = Math.min(coarse.height - 1, Math.max(0, (Math.floor(pixel / fine.width) - 0.5) / 2));
    const [x0, y0] = [fx | 0, fy | 0];
    const [tx, ty] = [fx - x0, fy - y0];
    const a = (y0 * coarse.width + x0) * 3;
    const right = x0 + 1 < coarse.width ? 3 : 0;
    const down = y0 + 1 < coarse.height ? coarse.width * 3 : 0;
    for (let c = 0; c < 3; c++) {
      const top = coarse.values[a + c] * (1 - tx) + coarse.values[a + right + c] * tx;
      const bottom = coarse.values[a + down + c] * (1 - tx) + coarse.values[a + down + right + c] * tx;
      fine.values[pixel * 3 + c] = top * (1 - ty) + bottom * ty;
    }
  }
}

/** Successive over-relaxation of Laplace's equation; borders mirror. */
function relax({ width, height, values }: Level, pixels: readonly number[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const pixel of pixels) {
      const x = pixel % width;
      const y = (pixel - x) / width;
      const left = (x > 0 ? pixel - 1 : x + 1 < width ? pixel + 1 : pixel) * 3;
      const right = (x + 1 < width ? pixel + 1 : x > 0 ? pixel - 1 : pixel) * 3;
      const up = (y > 0 ? pixel - width : y + 1 < height ? pixel + width : pixel) * 3;
      const down = (y + 1 < height ? pixel + width : y > 0 ? pixel - width : pixel) * 3;
      const at = pixel * 3;
      for (let c = 0; c < 3; c++) {
        const mean = (values[left + c] + values[right + c] + values[up + c] + values[down + c]) / 4;
        values[at + c] += RELAXATION * (mean - values[at + c]);
      }
    }
  }
}

const unknownPixels = (level: Level): number[] => {
  const out: number[] = [];
  for (let i = 0; i < level.unknown.length; i++) if (level.unknown[i]) out.push(i);
  return out;
};

/**
 * Fills the unknown pixels of a `[H, W, 3]` array with the harmonic interpolation of the known ones (a soap film), coarse to
 * fine. A new array; known values are kept bit for bit; all zero where nothing is known. About O(unknown pixels).
 */
export function membrane(field: Level): Float32Array {
  const levels: Level[] = [{ ...field, values: Float32Array.from(field.values) }];
  for (let top = levels[0]; top.unknown.includes(1) && Math.max(top.width, top.height) > 2; top = levels[levels.length - 1]) {
    levels.push(coarser(top));
  }
  for (let l = levels.length - 2; l >= 0; l--) {
    const pixels = unknownPixels(levels[l]);
    interpolate(levels[l], levels[l + 1], pixels);
    relax(levels[l], pixels);
  }
  return levels[0].values;
}
