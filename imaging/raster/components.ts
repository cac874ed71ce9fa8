import type { Mask } from "./raster.ts";

/** One connected set of pixels; `x`, `y`, `width`, `height` its bounding rectangle, `cx`, `cy` the mean of its pixel indices. */
export interface Component {
  /** Its value in `labels`, from 1. */
  readonly label: number;
  readonly area: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
}

export interface Components {
  /** `[H, W] int32`, 0 = background, otherwise the component's label. */
  readonly labels: Int32Array;
  /** In the order their first pixel is met, row by row: `components[label - 1]`. */
  readonly components: readonly Component[];
}

/** Runs of set pixels along rows, in reading order, joined to sets by a forest of parents. */
interface Runs {
  readonly from: Int32Array;
  /** One beyond the last pixel. */
  readonly to: Int32Array;
  readonly parent: Int32Array;
  /** First run of each row; one entry more than rows. */
  readonly row: Int32Array;
}

function countRuns({ width, height, data }: Mask): number {
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let i = y * width, before = 0; i < (y + 1) * width; before = data[i], i++) if (data[i] !== 0 && before === 0) count++;
  }
  return count;
}

function listRuns(mask: Mask): Runs {
  const { width, height, data } = mask;
  const count = countRuns(mask);
  const runs = { from: new Int32Array(count), to: new Int32Array(count), parent: new Int32Array(count), row: new Int32Array(height + 1) };
  let n = 0;
  for (let y = 0; y < height; y++) {
    runs.row[y] = n;
    const end = (y + 1) * width;
    for (let i = y * width; i < end; i++) {
      if (data[i] === 0) continue;
      const begin = i;
      while (i < end && data[i] !== 0) i++;
      runs.from[n] = begin - y * width;
      runs.to[n] = i - y * width;
      runs.parent[n] = n;
      n++;
    }
  }
  runs.row[height] = n;
  return runs;
}

function rootOf(parent: Int32Array, i: number): number {
  let at = i;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]];
    at = parent[at];
  }
  return at;
}

/** The earlier run becomes the root, so that a set's root is the first that is met. */
function join(parent: Int32Array, a: number, b: number): void {
  const [ra, rb] = [rootOf(parent, a), rootOf(parent, b)];
  if (ra < rb) parent[rb] = ra;
  else if (rb < ra) parent[ra] = rb;
}

/** Joins the runs of each row with those they touch in the row above; `reach` 1 counts corners. */
function joinRows({ from, to, parent, row }: Runs, reach: 0 | 1): void {
  for (let y = 1; y + 1 < row.length; y++) {
    let above = row[y - 1];
    for (let i = row[y]; i < row[y + 1]; i++) {
      while (above < row[y] && to[above] + reach <= from[i]) above++;
      for (let k = above; k < row[y] && from[k] < to[i] + reach; k++) join(parent, k, i);
    }
  }
}

/** Bounds and sums of one set while its runs are gathered. */
interface Gathered {
  area: number;
  sumX: number;
  sumY: number;
  x0: number;
  x1: number;
  readonly y0: number;
  y1: number;
}

function gather(set: Gathered, { from, to, y }: { from: number; to: number; y: number }): void {
  const length = to - from;
  set.area += length;
  set.sumX += (length * (from + to - 1)) / 2;
  set.sumY += length * y;
  set.x0 = Math.min(set.x0, from);
  set.x1 = Math.max(set.x1, to - 1);
  set.y1 = y;
}

const componentOf = ({ area, sumX, sumY, x0, x1, y0, y1 }: Gathered, i: number): Component => ({
  label: i + 1,
  area,
  x: x0,
  y: y0,
  width: x1 - x0 + 1,
  height: y1 - y0 + 1,
  cx: sumX / area,
  cy: sumY / area,
});

/** Labels the connected sets of non-zero pixels, touching by edge and corner (8) or by edge only (4). O(pixels). */
export function labelComponents(mask: Mask, connectivity: 4 | 8 = 8): Components {
  const { width, height } = mask;
  const labels = new Int32Array(width * height);
  const runs = listRuns(mask);
  joinRows(runs, connectivity === 8 ? 1 : 0);
  const labelOf = new Int32Array(runs.from.length);
  const sets: Gathered[] = [];
  for (let y = 0; y < height; y++) {
    for (let i = runs.row[y]; i < runs.row[y + 1]; i++) {
      const root = rootOf(runs.parent, i);
      if (root === i) labelOf[i] = sets.push({ area: 0, sumX: 0, sumY: 0, x0: width, x1: 0, y0: y, y1: y });
      else labelOf[i] = labelOf[root];
      gather(sets[labelOf[i] - 1], { from: runs.from[i], to: runs.to[i], y });
      labels.fill(labelOf[i], y * width + runs.from[i], y * width + runs.to[i]);
    }
  }
  return { labels, components: sets.map(componentOf) };
}
