import type { Point } from "../../../protocol/geometry.ts";
import type { Plane } from "../../raster/raster.ts";

/** A connected patch of probable text: the pixel corners of its row ends (all its hull needs), its pixels and their probability's sum. */
export interface TextBlob {
  readonly points: readonly Point<"model">[];
  readonly area: number;
  readonly sum: number;
}

/** Pixels `from` … `to` (exclusive) of one row. `parent` leads to the run that stands for its blob. */
interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  parent: Run | undefined;
}

/**
 * Connected patches (edges and corners) of `[H, W]` values above the threshold, in row order. Works on runs, not pixels: one pass,
 * no label image; ≈ 5 ms for 1024².
 */
export function textBlobs(map: Plane, threshold: number): TextBlob[] {
  const runs: Run[] = [];
  let above: Run[] = [];
  for (let y = 0; y < map.height; y++) {
    const row = runsOf(map, y, threshold);
    connect(row, above);
    runs.push(...row);
    above = row;
  }
  return grouped(runs).map(blobOf);
}

function grouped(runs: readonly Run[]): Run[][] {
  const groups = new Map<Run, Run[]>();
  for (const run of runs) {
    const root = rootOf(run);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}

function runsOf({ data, width }: Plane, y: number, threshold: number): Run[] {
  const runs: Run[] = [];
  const start = y * width;
  for (let x = 0; x < width; x++) {
    if (data[start + x] <= threshold) continue;
    const from = x;
    let sum = 0;
    for (; x < width && data[start + x] > threshold; x++) sum += data[start + x];
    runs.push({ y, from, to: x, sum, parent: undefined });
  }
  return runs;
}

/** Joins runs of neighbouring rows that touch, both sorted from left to right. */
function connect(row: readonly Run[], above: readonly Run[]): void {
  let next = 0;
  for (const run of row) {
    while (next < above.length && above[next].to < run.from) next++;
    for (let i = next; i < above.length && above[i].from <= run.to; i++) join(run, above[i]);
  }
}

function rootOf(run: Run): Run {
  let root = run;
  while (root.parent !== undefined) root = root.parent;
  if (root !== run) run.parent = root;
  return root;
}

function join(a: Run, b: Run): void {
  const [p, q] = [rootOf(a), rootOf(b)];
  if (p !== q) p.parent = q;
}

function blobOf(runs: readonly Run[]): TextBlob {
  return {
    points: runs.flatMap(({ y, from, to }) => [
      { x: from, y },
      { x: from, y: y + 1 },
      { x: to, y },
      { x: to, y: y + 1 },
    ]),
    area: runs.reduce((area, { from, to }) => area + to - from, 0),
    sum: runs.reduce((sum, run) => sum + run.sum, 0),
  };
}
