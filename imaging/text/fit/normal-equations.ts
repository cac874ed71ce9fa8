import type { Plane } from "../../raster/raster.ts";
import { addProducts, addRowProducts } from "../../raster/row-products.ts";
import type { Setting } from "../setting.ts";
import { FREEDOMS, MOST_POINTS, type Motion, type Move, type Points } from "./motion.ts";

/** Normal equations: the products of slopes, row by row up to the diagonal, and the gradient. */
export interface Sums {
  readonly products: Float64Array;
  readonly gradient: Float64Array;
}

/** What is seen and what is drawn, both at `scale`. */
interface Pictures {
  readonly seen: Plane;
  readonly drawn: Plane;
  readonly scale: number;
}

/** Change per pixel below which a point of the drawing says nothing. */
const EVEN = 0.012;

/** Points where something shows: how steep the pictures are there along and across the line, and how far apart. */
interface Slopes extends Points {
  readonly along: Float64Array;
  readonly across: Float64Array;
  readonly off: Float64Array;
}

const newRow = (): Float64Array => new Float64Array(MOST_POINTS);
/** Room for what is asked for hundreds of times while a line is fitted. */
const slopes: Slopes = { count: 0, a: newRow(), b: newRow(), along: newRow(), across: newRow(), off: newRow() };
const moves: readonly Move[] = FREEDOMS.map(() => ({ along: newRow(), across: newRow() }));

/**
 * Normal equations of the squared error: each pixel of the drawing changes by its slope times how far a freedom moves it, so one
 * rendering gives all columns (Lucas and Kanade 1981; the slopes are the mean of drawing's and picture's, Benhimane and Malis 2004).
 */
export function normalEquations(pictures: Pictures, setting: Setting, at: { readonly motion: Motion; readonly count: number }): Sums {
  const sums: Sums = { products: new Float64Array(at.count ** 2), gradient: new Float64Array(at.count) };
  const { width, height } = pictures.drawn;
  slopes.count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; ) {
      x = gatherSlopes(pictures, setting, { x, y });
      if (slopes.count === MOST_POINTS) addUp(sums, at);
    }
  }
  addUp(sums, at);
  return sums;
}

/** Takes in the row from `x` on while there is room; gives where to go on. */
function gatherSlopes({ seen, drawn, scale }: Pictures, setting: Setting, from: { readonly x: number; readonly y: number }): number {
  const { width } = drawn;
  const [p, q] = [seen.data, drawn.data];
  const { a, b, along, across, off } = slopes;
  const [cos, sin] = [Math.cos(setting.angle), Math.sin(setting.angle)];
  const [step, share] = [1 / scale, scale / 4];
  const py = (from.y + 0.5) * step - setting.y;
  let n = slopes.count;
  let x = from.x;
  for (let i = from.y * width + x; x < width - 1 && n < MOST_POINTS; x++, i++) {
    const gx = q[i + 1] - q[i - 1] + p[i + 1] - p[i - 1];
    const gy = q[i + width] - q[i - width] + p[i + width] - p[i - width];
    if (gx < EVEN && gx > -EVEN && gy < EVEN && gy > -EVEN) continue;
    const px = (x + 0.5) * step - setting.x;
    a[n] = px * cos + py * sin;
    b[n] = -px * sin + py * cos;
    along[n] = (gx * cos + gy * sin) * share;
    across[n] = (gy * cos - gx * sin) * share;
    off[n++] = q[i] - p[i];
  }
  slopes.count = n;
  return x;
}

/** Adds the gathered points' part and begins anew. Sums go on where they were, so they do not depend on how many points are taken together. */
function addUp({ products, gradient }: Sums, { motion, count }: { readonly motion: Motion; readonly count: number }): void {
  motion(slopes, moves);
  const rows = moves.slice(0, count).map(slopesBy);
  for (const [r, row] of rows.entries()) {
    gradient[r] = addProducts(gradient[r], row, slopes.off, slopes.count);
    addRowProducts(products, r * count, { row, others: rows.slice(0, r + 1), count: slopes.count });
  }
  slopes.count = 0;
}

/** The gathered points' slopes by one freedom, written over its move along the line. */
function slopesBy({ along: by, across: down }: Move): Float64Array {
  const { count, along, across } = slopes;
  for (let i = 0; i < count; i++) by[i] = -(along[i] * by[i] + across[i] * down[i]);
  return by;
}
