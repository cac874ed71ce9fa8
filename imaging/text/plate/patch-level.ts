/** Patches are squares of 2·RADIUS + 1 pixels. */
export const RADIUS = 3;
const SIZE = 2 * RADIUS + 1;

/** One resolution of the completion. `pixels` is `[H, W, 3]` and is rewritten in the hole as the completion goes on. */
export interface Level {
  readonly width: number;
  readonly height: number;
  readonly pixels: Float32Array;
  /** 1 = to be completed. */
  readonly hole: Uint8Array;
  /** 1 = may be copied from. */
  readonly learn: Uint8Array;
}

/** Where patches may be taken from and where they are wanted. Patches are named by their centre's pixel index. */
export interface Patches {
  /** 1 where a whole patch may be copied from. */
  readonly isSource: Uint8Array;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  /** Index into `targets` by pixel, −1 elsewhere. */
  readonly targetAt: Int32Array;
  /** Targets stand on every `stride`-th pixel of both axes. */
  readonly stride: number;
}

/** Summed-area table with a zero row and column: the count in any rectangle by four look-ups. */
function integral(width: number, height: number, value: (i: number) => number): Int32Array {
  const table = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y + 1) * (width + 1) + x + 1;
      table[at] = table[at - 1] + table[at - width - 1] - table[at - width - 2] + value(y * width + x);
    }
  }
  return table;
}

/** Lists every source patch, and a lattice of target patches that together cover the hole. */
export function listPatches({ width, height, hole, learn }: Level, stride: number): Patches {
  const refused = integral(width, height, (i) => (learn[i] ? 0 : 1));
  const wanted = integral(width, height, (i) => hole[i]);
  const isSource = new Uint8Array(width * height);
  const targetAt = new Int32Array(width * height).fill(-1);
  const [sources, targets]: [number[], number[]] = [[], []];
  for (let y = RADIUS; y < height - RADIUS; y++) {
    for (let x = RADIUS; x < width - RADIUS; x++) {
      const at = y * width + x;
      const corner = (y - RADIUS) * (width + 1) + x - RADIUS;
      const count = (t: Int32Array) =>
        t[corner + SIZE * (width + 1) + SIZE] - t[corner + SIZE] - t[corner + SIZE * (width + 1)] + t[corner];
      if (count(refused) === 0) {
        isSource[at] = 1;
        sources.push(at);
      }
      if (x % stride === 0 && y % stride === 0 && count(wanted) > 0) {
        targetAt[at] = targets.length;
        targets.push(at);
      }
    }
  }
  return { isSource, sources: Int32Array.from(sources), targets: Int32Array.from(targets), targetAt, stride };
}

/** Half the size: a pixel is the mean of its known children and unknown where at least half of them are. */
export function coarserLevel(fine: Level): Level {
  const width = fine.width >> 1;
  const height = fine.height >> 1;
  const coarse: Level = {
    width,
    height,
    pixels: new Float32Array(width * height * 3),
    hole: new Uint8Array(width * height),
    learn: new Uint8Array(width * height),
  };
  for (let i = 0; i < width * height; i++) {
    const first = Math.floor(i / width) * 2 * fine.width + (i % width) * 2;
    mergeChildren(fine, coarse, { to: i, children: [first, first + 1, first + fine.width, first + fine.width + 1] });
  }
  return coarse;
}

function mergeChildren(fine: Level, coarse: Level, { to, children }: { to: number; children: readonly number[] }): void {
  const known = children.filter((i) => !fine.hole[i]);
  const learnt = children.filter((i) => fine.learn[i]);
  coarse.hole[to] = known.length <= 2 ? 1 : 0;
  coarse.learn[to] = !coarse.hole[to] && learnt.length >= 3 ? 1 : 0;
  const from = learnt.length > 0 ? learnt : known.length > 0 ? known : children;
  for (let c = 0; c < 3; c++) coarse.pixels[to * 3 + c] = from.reduce((sum, i) => sum + fine.pixels[i * 3 + c], 0) / from.length;
}
