/**
 * How far places stray from an affine map, in output pixels: displacements at the nodes of an even grid over the source (the first on its
 * left and top edge, the last on its right and bottom), bilinear between them. `[rows, columns]` each.
 */
export interface Bend {
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
  /** Size of the source the grid lies over, pixels. */
  readonly width: number;
  readonly height: number;
}

/** The same bend for a source `sx`, `sy` times as large and an output `ox`, `oy` times as large. */
export function scaleBend(bend: Bend, { sx, sy, ox, oy }: { sx: number; sy: number; ox: number; oy: number }): Bend {
  return {
    ...bend,
    width: bend.width * sx,
    height: bend.height * sy,
    dx: bend.dx.map((v) => v * ox),
    dy: bend.dy.map((v) => v * oy),
  };
}

const clamp = (v: number, last: number): number => Math.min(Math.max(v, 0), last);

/** Displacement at one place of the source. */
export function bendAt({ columns, rows, dx, dy, width, height }: Bend, x: number, y: number): { readonly x: number; readonly y: number } {
  const [u, v] = [clamp((x / width) * (columns - 1), columns - 1), clamp((y / height) * (rows - 1), rows - 1)];
  const [i, j] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
  const [s, t] = [u - i, v - j];
  const at = j * columns + i;
  const mix = (d: Float32Array): number =>
    (d[at] * (1 - s) + d[at + 1] * s) * (1 - t) + (d[at + columns] * (1 - s) + d[at + columns + 1] * s) * t;
  return { x: mix(dx), y: mix(dy) };
}

/** Catmull-Rom interpolation of one line of nodes, `times` finer. */
function refineLine(from: ArrayLike<number>, times: number): Float32Array {
  const out = new Float32Array((from.length - 1) * times + 1);
  const at = (i: number): number => {
    // Beyond the ends the line goes on straight.
    if (i < 0) return 2 * from[0] - from[1];
    if (i >= from.length) return 2 * from[from.length - 1] - from[from.length - 2];
    return from[i];
  };
  for (let k = 0; k < out.length; k++) {
    const i = Math.min(from.length - 2, Math.floor(k / times));
    const t = k / times - i;
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    out[k] = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
  return out;
}

function refineGrid(d: Float32Array, { columns, rows }: Bend, times: number): Float32Array {
  const [wide, tall] = [(columns - 1) * times + 1, (rows - 1) * times + 1];
  const stretched = new Float32Array(wide * rows);
  for (let j = 0; j < rows; j++) stretched.set(refineLine(d.subarray(j * columns, (j + 1) * columns), times), j * wide);
  const out = new Float32Array(wide * tall);
  for (let i = 0; i < wide; i++) {
    const line = refineLine(
      Array.from({ length: rows }, (_, j) => stretched[j * wide + i]),
      times,
    );
    for (let j = 0; j < tall; j++) out[j * wide + i] = line[j];
  }
  return out;
}

/** The same nodes with `times` as many a side, set on a smooth (Catmull-Rom) surface through them. */
export function refineBend(bend: Bend, times: number): Bend {
  const { columns, rows } = bend;
  return {
    ...bend,
    columns: (columns - 1) * times + 1,
    rows: (rows - 1) * times + 1,
    dx: refineGrid(bend.dx, bend, times),
    dy: refineGrid(bend.dy, bend, times),
  };
}
