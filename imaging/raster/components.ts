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

/** Offsets as [dx, dy]: the edge neighbours first, then the diagonals. */
const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
] as const;

interface Grid {
  readonly mask: Mask;
  readonly labels: Int32Array;
  readonly stack: Int32Array;
  readonly neighbours: readonly (readonly [number, number])[];
}

function flood({ mask, labels, stack, neighbours }: Grid, start: number, label: number): Component {
  const { width, height, data } = mask;
  let [x0, y0, x1, y1, area, sumX, sumY] = [width, height, 0, 0, 0, 0, 0];
  let top = 0;
  stack[top++] = start;
  labels[start] = label;
  while (top > 0) {
    const at = stack[--top];
    const x = at % width;
    const y = (at - x) / width;
    area++;
    sumX += x;
    sumY += y;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
    for (const [dx, dy] of neighbours) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const next = ny * width + nx;
      if (data[next] === 0 || labels[next] !== 0) continue;
      labels[next] = label;
      stack[top++] = next;
    }
  }
  return { label, area, x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1, cx: sumX / area, cy: sumY / area };
}

/** Labels the connected sets of non-zero pixels, touching by edge and corner (8) or by edge only (4). O(pixels). */
export function labelComponents(mask: Mask, connectivity: 4 | 8 = 8): Components {
  const n = mask.width * mask.height;
  const labels = new Int32Array(n);
  const components: Component[] = [];
  const grid = { mask, labels, stack: new Int32Array(n), neighbours: NEIGHBOURS.slice(0, connectivity) };
  for (let i = 0; i < n; i++) {
    if (mask.data[i] !== 0 && labels[i] === 0) components.push(flood(grid, i, components.length + 1));
  }
  return { labels, components };
}
