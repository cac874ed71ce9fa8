import { cubicWeights } from "../../imaging/compositing/drift/bicubic.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import { createRaster, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { type Affine, compose, invert } from "../../protocol/geometry.ts";
import { EDIT_KINDS, type EditKind, paintEdit } from "./paint-edit.ts";

/** One made-up drift, its truth known. */
export interface DriftCase {
  /** Source pixels → output pixels, before `bend`. */
  readonly transform: Affine;
  /** Farthest a place is bent off `transform`, pixels; 0 in cases that an affine map explains. */
  readonly bend: number;
  /** Where a source pixel is found in the output. */
  place(x: number, y: number): { readonly x: number; readonly y: number };
  readonly kind: EditKind;
  /** What was changed on purpose. */
  readonly edit: Mask;
  /** The part of it that differs visibly from what was there. */
  readonly seen: Mask;
  readonly output: RasterImage;
}

function randomAffine(next: () => number, { width, height }: RasterImage): Affine {
  const spread = (reach: number) => (next() * 2 - 1) * reach;
  const [zoomX, zoomY, angle, shear] = [1 + spread(0.03), 1 + spread(0.03), (spread(1) * Math.PI) / 180, spread(0.01)];
  const turn: Affine = [
    [Math.cos(angle), -Math.sin(angle) + shear, 0],
    [Math.sin(angle), Math.cos(angle), 0],
  ];
  const [[a, c], [b, d]] = compose(turn, [
    [zoomX, 0, 0],
    [0, zoomY, 0],
  ]);
  const [cx, cy] = [width / 2, height / 2];
  return [
    [a, c, cx + spread(12) - a * cx - c * cy],
    [b, d, cy + spread(12) - b * cx - d * cy],
  ];
}

const clamp = (v: number, last: number) => Math.min(last, Math.max(0, v));

type Map2 = (x: number, y: number) => { readonly x: number; readonly y: number };

/** The picture seen through `map` (result → picture), bicubic. */
function seenThrough(image: RasterImage, map: Map2): RasterImage {
  const out = createRaster(image.width, image.height);
  const [wx, wy] = [new Float64Array(4), new Float64Array(4)];
  for (let i = 0; i < image.width * image.height; i++) {
    const at = map((i % image.width) + 0.5, Math.floor(i / image.width) + 0.5);
    const [px, py] = [at.x - 0.5, at.y - 0.5];
    const [x0, y0] = [Math.floor(px), Math.floor(py)];
    cubicWeights(px - x0, wx);
    cubicWeights(py - y0, wy);
    let [r, g, b] = [0, 0, 0];
    for (let k = 0; k < 16; k++) {
      const from = (clamp(y0 - 1 + (k >> 2), image.height - 1) * image.width + clamp(x0 - 1 + (k & 3), image.width - 1)) * 4;
      const w = wx[k & 3] * wy[k >> 2];
      r += w * image.data[from];
      g += w * image.data[from + 1];
      b += w * image.data[from + 2];
    }
    out.data[i * 4] = r;
    out.data[i * 4 + 1] = g;
    out.data[i * 4 + 2] = b;
    out.data[i * 4 + 3] = 255;
  }
  return out;
}

/** A smooth wandering of at most `bend` pixels, one to two waves across the picture. */
function bendOf(bend: number, { width, height }: RasterImage, next: () => number): Map2 {
  const waves = [0, 1].map(() => [1 + next(), 1 + next(), next() * 6.28, next() * 6.28] as const);
  const along = ([u, v, p, q]: (typeof waves)[0], x: number, y: number) =>
    bend * Math.sin((2 * Math.PI * u * x) / width + p) * Math.cos((2 * Math.PI * v * y) / height + q);
  return (x, y) => ({ x: along(waves[0], x, y), y: along(waves[1], x, y) });
}

export interface DriftOptions {
  readonly seed: number;
  /** Where pasted objects come from. */
  readonly other: RasterImage;
  /** Pixels a place may be bent off an affine map. */
  readonly bend: number;
}

/**
 * A drifted, edited output of `source` as a generative engine gives it: shift to 12 px, scale 0.97–1.03 a side, rotation to 1°, shear to
 * 0.01, gain 0.94–1.06 and offset ±8 a channel, noise ±3; an edit of 1–30 % of the area. The same seed gives the same case.
 */
export function makeDrift(source: RasterImage, { seed, other, bend }: DriftOptions): DriftCase {
  const next = mulberry32(seed);
  const transform = randomAffine(next, source);
  const kind = EDIT_KINDS[Math.floor(next() * EDIT_KINDS.length)];
  const { edited, edit, seen } = paintEdit(source, { kind, share: 0.01 + 0.29 * next() ** 2, other, next });
  const [[a, c, e], [b, d, f]] = invert(transform)!;
  // The bend is set in the output, so that where a source pixel goes is found by three rounds of substitution.
  const bent = bendOf(bend, source, next);
  const back: Map2 = (x, y) => {
    const by = bent(x, y);
    return { x: a * (x - by.x) + c * (y - by.y) + e, y: b * (x - by.x) + d * (y - by.y) + f };
  };
  const place: Map2 = (x, y) => {
    const at = {
      x: transform[0][0] * x + transform[0][1] * y + transform[0][2],
      y: transform[1][0] * x + transform[1][1] * y + transform[1][2],
    };
    let to = at;
    for (let k = 0; k < 4; k++) {
      const by = bent(to.x, to.y);
      to = { x: at.x + by.x, y: at.y + by.y };
    }
    return to;
  };
  const output = seenThrough(edited, back);
  const gain = [0, 1, 2].map(() => 0.94 + 0.12 * next());
  const offset = [0, 1, 2].map(() => (next() * 2 - 1) * 8);
  for (let i = 0; i < output.data.length; i++)
    if (i % 4 !== 3) output.data[i] = output.data[i] * gain[i % 4] + offset[i % 4] + (next() - 0.5) * 6;
  return { transform, bend, place, kind, edit, seen, output };
}
