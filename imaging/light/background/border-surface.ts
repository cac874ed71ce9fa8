/** A picture in OKLab ×100, `[H, W, 3]`. */
export interface LabImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The ground as a smooth surface learnt from the picture's rim. */
export interface GroundSurface {
  /** The ground's colour at a pixel, OKLab ×100, written to `out`. */
  readonly at: (x: number, y: number, out: Float32Array) => void;
  /** Scatter of the rim about the surface, OKLab ×100 (about visible steps). */
  readonly sigma: number;
  /** Share of the rim that lies on the surface, 0–1. */
  readonly share: number;
}

/** How far a rim pixel may lie off the surface and still be ground, OKLab ×100. */
export const ON_SURFACE = 6;

const TERMS = 6;
/** Rim taken as ground, share of the shorter side. */
const RIM = 0.03;
/** How near a colour must be to count as ground, from the first guess to the last. */
const ROUNDS = [
  { near: 14, terms: 1 },
  { near: 12, terms: 3 },
  { near: 9, terms: 3 },
  { near: 9, terms: 6 },
  { near: 7, terms: 6 },
  { near: ON_SURFACE, terms: 6 },
] as const;

const basis = (u: number, v: number): readonly number[] => [1, u, v, u * u, u * v, v * v];

/** Indices of the pixels along the picture's rim, at most some thousands. */
function rimPixels({ width, height }: LabImage): number[] {
  const depth = Math.max(2, Math.round(RIM * Math.min(width, height)));
  const stride = Math.max(1, Math.floor(((width + height) * 2 * depth) / 6000));
  const out: number[] = [];
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (Math.min(x, y, width - 1 - x, height - 1 - y) < depth) out.push(i);
  }
  return out.filter((_, k) => k % stride === 0);
}

/** The commonest colour of the rim: the fullest cell of a coarse colour grid, with its neighbours. */
function commonest(data: Float32Array, rim: readonly number[]): readonly number[] {
  const CELL = 5;
  const cells = new Map<string, number>();
  const key = (i: number): string => [0, 1, 2].map((c) => Math.round(data[i * 3 + c] / CELL)).join(" ");
  for (const i of rim) cells.set(key(i), (cells.get(key(i)) ?? 0) + 1);
  let best = key(rim[0]);
  for (const [cell, n] of cells) if (n > (cells.get(best) ?? 0)) best = cell;
  return best.split(" ").map((v) => Number(v) * CELL);
}

/** Solves a symmetric system in place by elimination; tiny ridge on the diagonal keeps it solvable. */
function solved(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  for (let i = 0; i < n; i++) matrix[i][i] += 1e-6 + 1e-6 * matrix[i][i];
  for (let i = 0; i < n; i++) {
    for (let k = i + 1; k < n; k++) {
      const f = matrix[k][i] / matrix[i][i];
      for (let j = i; j < n; j++) matrix[k][j] -= f * matrix[i][j];
      right[k] -= f * right[i];
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i];
    for (let j = i + 1; j < n; j++) sum -= matrix[i][j] * out[j];
    out[i] = sum / matrix[i][i];
  }
  return out;
}

interface Fit {
  readonly image: LabImage;
  readonly coefficients: readonly (readonly number[])[];
}

function valueAt({ image, coefficients }: Fit, x: number, y: number, out: Float32Array): void {
  const u = (2 * x) / image.width - 1;
  const v = (2 * y) / image.height - 1;
  for (let c = 0; c < 3; c++) {
    const k = coefficients[c];
    out[c] = k[0] + u * (k[1] + u * k[3] + v * k[4]) + v * (k[2] + v * k[5]);
  }
}

const distances = (fit: Fit, pixels: readonly number[]): number[] => {
  const ground = new Float32Array(3);
  const { width, data } = fit.image;
  return pixels.map((i) => {
    valueAt(fit, i % width, Math.floor(i / width), ground);
    return Math.hypot(data[i * 3] - ground[0], data[i * 3 + 1] - ground[1], data[i * 3 + 2] - ground[2]);
  });
};

function leastSquares(image: LabImage, pixels: readonly number[], terms: number): Fit {
  const rows = pixels.map((i) => basis((2 * (i % image.width)) / image.width - 1, (2 * Math.floor(i / image.width)) / image.height - 1));
  const coefficients = [0, 1, 2].map((c) => {
    const matrix = Array.from({ length: terms }, (_, a) =>
      Array.from({ length: terms }, (_, b) => rows.reduce((s, r) => s + r[a] * r[b], 0)),
    );
    const right = Array.from({ length: terms }, (_, a) => rows.reduce((s, r, k) => s + r[a] * image.data[pixels[k] * 3 + c], 0));
    const some = solved(matrix, right);
    return Array.from({ length: TERMS }, (_, t) => some[t] ?? 0);
  });
  return { image, coefficients };
}

/**
 * Fits a quadratic colour surface to the picture's rim, robustly: it starts from the rim's commonest colour and takes in what lies
 * near, so that a subject touching the rim is left out. O(rim).
 */
export function groundSurface(image: LabImage): GroundSurface {
  const rim = rimPixels(image);
  const start = commonest(image.data, rim);
  let fit: Fit = { image, coefficients: start.map((v) => Array.from({ length: TERMS }, (_, t) => (t === 0 ? v : 0))) };
  for (const { near, terms } of ROUNDS) {
    const d = distances(fit, rim);
    const members = rim.filter((_, k) => d[k] < near);
    if (members.length > 12 * terms) fit = leastSquares(image, members, terms);
  }
  const d = distances(fit, rim);
  const members = d.filter((v) => v < ON_SURFACE);
  const sigma = Math.sqrt(members.reduce((s, v) => s + v * v, 0) / Math.max(1, members.length));
  return { at: (x, y, out) => valueAt(fit, x, y, out), sigma, share: members.length / rim.length };
}
