import { solveLinear } from "../../raster/linear-system.ts";
import { createFloatImage, type FloatImage, type Mask } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";
import { worstChannel } from "../../raster/worst-channel.ts";

const ROUNDS = 4;
/** What differs by more than this is no ground: levels 0–255 at least, and usual differences of what is. */
const APART = { least: 6, usual: 3 } as const;

/** A plane through one channel of the pixels taken, by least squares; a level where they do not tell its slope. */
function planeThrough({ width, height, data }: FloatImage, taken: Uint8Array, c: number): readonly [number, number, number] {
  const rows = [new Float64Array(4), new Float64Array(4), new Float64Array(4)];
  const values: number[] = [];
  for (let i = 0; i < taken.length; i++) {
    if (taken[i] === 0) continue;
    const basis = [1, (i % width) / width, Math.floor(i / width) / height];
    const value = data[i * 3 + c];
    values.push(value);
    for (let r = 0; r < 3; r++) {
      for (let k = 0; k < 3; k++) rows[r][k] += basis[r] * basis[k];
      rows[r][3] += basis[r] * value;
    }
  }
  const level = median(values);
  return solveLinear(rows) ? [rows[0][3], rows[1][3], rows[2][3]] : [level, 0, 0];
}

/** Worst channel's distance of each pixel from a ground. */
const offs = (image: FloatImage, ground: FloatImage): Float32Array =>
  Float32Array.from({ length: image.width * image.height }, (_, i) => worstChannel(image.data, ground.data, { i, j: i }));

function drawn(image: FloatImage, planes: readonly (readonly [number, number, number])[]): FloatImage {
  const { width, height } = image;
  const out = createFloatImage(width, height);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
    for (let c = 0; c < 3; c++) out.data[i * 3 + c] = planes[c][0] + planes[c][1] * x + planes[c][2] * y;
  }
  return out;
}

/** The even ground that small things stand on, all over a cut: a plane per channel through most of its pixels. `others`: 255 = no ground. */
export function evenGround(image: FloatImage, others: Mask): FloatImage {
  const middle = [0, 1, 2].map((c) =>
    median(Float32Array.from(others.data, (_, i) => image.data[i * 3 + c]).filter((_, i) => others.data[i] === 0)),
  );
  let ground = drawn(
    image,
    middle.map((level) => [level, 0, 0] as const),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const off = offs(image, ground);
    const known = off.filter((_, i) => others.data[i] === 0);
    const most = Math.max(APART.least, APART.usual * median(known));
    const taken = Uint8Array.from(off, (by, i) => (others.data[i] === 0 && by <= most ? 1 : 0));
    ground = drawn(
      image,
      [0, 1, 2].map((c) => planeThrough(image, taken, c)),
    );
  }
  return ground;
}
