/** Catmull-Rom weights of the four neighbours for the fraction `t` in [0, 1), written into `out`. */
export function cubicWeights(t: number, out: Float64Array): void {
  const [t2, t3] = [t * t, t * t * t];
  out[0] = -0.5 * t3 + t2 - 0.5 * t;
  out[1] = 1.5 * t3 - 2.5 * t2 + 1;
  out[2] = -1.5 * t3 + 2 * t2 + 0.5 * t;
  out[3] = 0.5 * t3 - 0.5 * t2;
}

const clamp = (v: number, last: number): number => Math.min(Math.max(v, 0), last);

/** A sampler of one layout; not re-entrant (keeps its weights between calls to spare allocations). */
export class CubicSampler {
  private readonly wx = new Float64Array(4);
  private readonly wy = new Float64Array(4);
  private readonly layout: { readonly width: number; readonly height: number; readonly channels: number };

  constructor(layout: { readonly width: number; readonly height: number; readonly channels: number }) {
    this.layout = layout;
  }

  /** Value of one channel at (x, y); (0.5, 0.5) is the centre of the first pixel, borders repeat. */
  at(data: ArrayLike<number>, x: number, y: number, channel = 0): number {
    const { width, height, channels } = this.layout;
    const [px, py] = [x - 0.5, y - 0.5];
    const [x0, y0] = [Math.floor(px), Math.floor(py)];
    cubicWeights(px - x0, this.wx);
    cubicWeights(py - y0, this.wy);
    let sum = 0;
    for (let j = 0; j < 4; j++) {
      const row = clamp(y0 - 1 + j, height - 1) * width;
      let line = 0;
      for (let i = 0; i < 4; i++) line += this.wx[i] * data[(row + clamp(x0 - 1 + i, width - 1)) * channels + channel];
      sum += this.wy[j] * line;
    }
    return sum;
  }
}
