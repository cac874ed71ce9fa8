import { createMask, type Mask } from "./raster.ts";

/** What it costs to cut a picture in two. */
export interface CutCosts {
  readonly width: number;
  readonly height: number;
  /** By pixel: what being ground costs, less what being thing costs. */
  readonly gain: Float32Array;
  /** By pixel, four: what it costs to part it from its neighbour to the right, below left, below, below right; none negative. */
  readonly links: Float32Array;
}

const [FREE, SOURCE, SINK] = [0, 1, 2];
/** In place of the direction of a pixel's parent. */
const [TERMINAL, ORPHAN, NONE] = [8, 9, 10];

/** The residual graph, with a rim of one unlinked pixel, so that no neighbour needs a bounds check. */
class Flow {
  readonly offsets: Int32Array;
  readonly room: Float32Array;
  readonly terminal: Float32Array;
  readonly tree: Uint8Array;
  readonly parent: Uint8Array;
  readonly time: Int32Array;
  readonly far: Int32Array;
  private readonly queued: Uint8Array;
  private queue: number[] = [];
  private next: number[] = [];
  private orphans: number[] = [];
  private now = 0;

  constructor({ width, height, gain, links }: CutCosts) {
    const wide = width + 2;
    const count = wide * (height + 2);
    // A direction and the one after it are opposites: k ^ 1 turns round.
    this.offsets = Int32Array.of(1, -1, wide - 1, 1 - wide, wide, -wide, wide + 1, -wide - 1);
    this.room = new Float32Array(count * 8);
    this.terminal = new Float32Array(count);
    this.tree = new Uint8Array(count);
    this.parent = new Uint8Array(count).fill(NONE);
    this.time = new Int32Array(count);
    this.far = new Int32Array(count);
    this.queued = new Uint8Array(count);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [i, at] = [y * width + x, (y + 1) * wide + x + 1];
        this.start(at, gain[i]);
        const inside = [x + 1 < width, x > 0 && y + 1 < height, y + 1 < height, x + 1 < width && y + 1 < height];
        for (let k = 0; k < 4; k++) {
          if (!inside[k]) continue;
          this.room[at * 8 + 2 * k] = links[i * 4 + k];
          this.room[(at + this.offsets[2 * k]) * 8 + 2 * k + 1] = links[i * 4 + k];
        }
      }
    }
  }

  private start(at: number, gain: number): void {
    this.terminal[at] = gain;
    if (gain === 0) return;
    this.tree[at] = gain > 0 ? SOURCE : SINK;
    this.parent[at] = TERMINAL;
    this.far[at] = 1;
    this.activate(at);
  }

  private activate(at: number): void {
    if (this.queued[at] === 1) return;
    this.queued[at] = 1;
    this.next.push(at);
  }

  /** Grows both trees until no path is left between them. */
  run(): void {
    for (;;) {
      [this.queue, this.next] = [this.next, []];
      if (this.queue.length === 0) return;
      for (const at of this.queue) {
        this.queued[at] = 0;
        while (this.tree[at] !== FREE) {
          const way = this.grow(at);
          if (way < 0) break;
          this.now++;
          const [from, k] = this.tree[at] === SOURCE ? [at, way] : [at + this.offsets[way], way ^ 1];
          this.augment(from, k);
          this.adopt();
        }
      }
    }
  }

  /** Takes in free neighbours; the direction to a neighbour of the other tree, or -1. */
  private grow(at: number): number {
    const { offsets, room, tree, parent, time, far } = this;
    const own = tree[at];
    for (let k = 0; k < 8; k++) {
      const beside = at + offsets[k];
      if ((own === SOURCE ? room[at * 8 + k] : room[beside * 8 + (k ^ 1)]) <= 0) continue;
      if (tree[beside] === FREE) {
        tree[beside] = own;
        parent[beside] = k ^ 1;
        time[beside] = time[at];
        far[beside] = far[at] + 1;
        this.activate(beside);
      } else if (tree[beside] !== own) return k;
      else if (time[beside] <= time[at] && far[beside] > far[at]) {
        parent[beside] = k ^ 1;
        time[beside] = time[at];
        far[beside] = far[at] + 1;
      }
    }
    return -1;
  }

  /** Pushes what fits along the path from the source over the link `k` of `from` to the sink. */
  private augment(from: number, k: number): void {
    const { offsets, room, terminal, parent } = this;
    let most = room[from * 8 + k];
    let i = from;
    for (let p = parent[i]; p !== TERMINAL; i += offsets[p], p = parent[i]) most = Math.min(most, room[(i + offsets[p]) * 8 + (p ^ 1)]);
    most = Math.min(most, terminal[i]);
    i = from + offsets[k];
    for (let p = parent[i]; p !== TERMINAL; i += offsets[p], p = parent[i]) most = Math.min(most, room[i * 8 + p]);
    most = Math.min(most, -terminal[i]);
    room[from * 8 + k] -= most;
    room[(from + offsets[k]) * 8 + (k ^ 1)] += most;
    this.push(from, { most, towardsSource: true });
    this.push(from + offsets[k], { most, towardsSource: false });
  }

  private push(start: number, { most, towardsSource }: { readonly most: number; readonly towardsSource: boolean }): void {
    const { offsets, room, terminal, parent } = this;
    let i = start;
    while (parent[i] !== TERMINAL) {
      const p = parent[i];
      const above = i + offsets[p];
      const [forth, back] = towardsSource ? [above * 8 + (p ^ 1), i * 8 + p] : [i * 8 + p, above * 8 + (p ^ 1)];
      room[back] += most;
      room[forth] -= most;
      if (room[forth] <= 0) this.orphan(i);
      i = above;
    }
    terminal[i] -= towardsSource ? most : -most;
    if (towardsSource ? terminal[i] <= 0 : terminal[i] >= 0) this.orphan(i);
  }

  private orphan(at: number): void {
    this.parent[at] = ORPHAN;
    this.orphans.push(at);
  }

  /** Finds every orphan another parent that still hangs on its terminal, or sets it free. */
  private adopt(): void {
    for (let at = this.orphans.pop(); at !== undefined; at = this.orphans.pop()) {
      const way = this.nearestParent(at);
      if (way === NONE) this.release(at);
      else {
        const above = at + this.offsets[way];
        this.parent[at] = way;
        this.time[at] = this.now;
        this.far[at] = this.far[above] + 1;
      }
    }
  }

  private nearestParent(at: number): number {
    const { offsets, room, tree, parent } = this;
    let [best, least] = [NONE, Number.POSITIVE_INFINITY];
    for (let k = 0; k < 8; k++) {
      const beside = at + offsets[k];
      if (tree[beside] !== tree[at] || parent[beside] === NONE) continue;
      if ((tree[at] === SOURCE ? room[beside * 8 + (k ^ 1)] : room[at * 8 + k]) <= 0) continue;
      const steps = this.stepsToTerminal(beside);
      if (steps < least) [best, least] = [k, steps];
    }
    return best;
  }

  /** How far a pixel hangs below its terminal, marked along the way; infinite where it hangs on an orphan. */
  private stepsToTerminal(start: number): number {
    const { offsets, parent, time, far, now } = this;
    let [steps, i] = [0, start];
    for (;;) {
      if (time[i] === now && parent[i] !== ORPHAN) {
        steps += far[i];
        break;
      }
      steps++;
      if (parent[i] === TERMINAL) {
        time[i] = now;
        far[i] = 1;
        break;
      }
      if (parent[i] === ORPHAN || parent[i] === NONE) return Number.POSITIVE_INFINITY;
      i += offsets[parent[i]];
    }
    let left = steps;
    for (i = start; time[i] !== now; i += offsets[parent[i]]) {
      time[i] = now;
      far[i] = left--;
    }
    return steps;
  }

  private release(at: number): void {
    const { offsets, room, tree, parent } = this;
    for (let k = 0; k < 8; k++) {
      const beside = at + offsets[k];
      if (tree[beside] !== tree[at] || parent[beside] === NONE) continue;
      if ((tree[at] === SOURCE ? room[beside * 8 + (k ^ 1)] : room[at * 8 + k]) > 0) this.activate(beside);
      if (parent[beside] === (k ^ 1)) this.orphan(beside);
    }
    tree[at] = FREE;
    parent[at] = NONE;
  }
}

/**
 * The cheapest cut of a picture into thing (255) and ground (0): exact, by maximum flow (Boykov & Kolmogorov 2004, two search trees kept from path to
 * path). About 2 µs a pixel where colours tell, more where they do not.
 */
export function graphCut(costs: CutCosts): Mask {
  const flow = new Flow(costs);
  flow.run();
  const { width, height } = costs;
  const mask = createMask(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (flow.tree[(y + 1) * (width + 2) + x + 1] === SOURCE) mask.data[y * width + x] = 255;
  return mask;
}
