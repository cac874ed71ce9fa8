/** A group of like colours: its middle in OKLab ×100 and its share of the pixels looked at, 0–1. */
export interface ColourGroup {
  readonly centre: readonly [number, number, number];
  readonly share: number;
}

/** Shading moves lightness much and colour little: lightness counts this much in the distance of two colours of one paint. */
const LIGHTNESS = 0.35;
const PASSES = 12;

/** Distance of two colours as paints, OKLab ×100. */
export const paintDistance = (l: number, a: number, b: number, to: readonly number[]): number =>
  Math.sqrt((LIGHTNESS * (l - to[0])) ** 2 + (a - to[1]) ** 2 + (b - to[2]) ** 2);

/** Groups the colours of the weighted pixels (k-means from evenly spread ranks of hue and lightness, deterministic), largest first. */
export function colourGroups(lab: Float32Array, weight: Float32Array, wanted = 7): readonly ColourGroup[] {
  let count = 0;
  for (let i = 0; i < weight.length; i++) if (weight[i] > 0.5) count++;
  const stride = Math.max(1, Math.floor(count / 8000));
  const some: number[] = [];
  for (let i = 0, k = 0; i < weight.length; i++) if (weight[i] > 0.5 && k++ % stride === 0) some.push(i);
  if (some.length === 0) return [];
  const ranked = [...some].sort(
    (p, q) => lab[p * 3 + 1] + 2 * lab[p * 3 + 2] + 0.3 * lab[p * 3] - (lab[q * 3 + 1] + 2 * lab[q * 3 + 2] + 0.3 * lab[q * 3]),
  );
  let centres = Array.from({ length: wanted }, (_, k) => {
    const i = ranked[Math.floor(((k + 0.5) / wanted) * ranked.length)] * 3;
    return [lab[i], lab[i + 1], lab[i + 2]];
  });
  let counts = new Array<number>(wanted).fill(0);
  for (let pass = 0; pass < PASSES; pass++) {
    const sums = centres.map(() => [0, 0, 0]);
    counts = new Array<number>(wanted).fill(0);
    for (const i of some) {
      const k = nearestOf(centres, lab, i);
      counts[k]++;
      for (let c = 0; c < 3; c++) sums[k][c] += lab[i * 3 + c];
    }
    centres = centres.map((old, k) => (counts[k] === 0 ? old : sums[k].map((v) => v / counts[k])));
  }
  return centres
    .map((c, k): ColourGroup => ({ centre: [c[0], c[1], c[2]], share: counts[k] / some.length }))
    .filter((g) => g.share > 0)
    .sort((p, q) => q.share - p.share);
}

function nearestOf(centres: readonly (readonly number[])[], lab: Float32Array, i: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let k = 0; k < centres.length; k++) {
    const d = paintDistance(lab[i * 3], lab[i * 3 + 1], lab[i * 3 + 2], centres[k]);
    if (d < least) [best, least] = [k, d];
  }
  return best;
}

const chromaOf = (c: readonly number[]): number => Math.hypot(c[1], c[2]);
const hueApart = (p: readonly number[], q: readonly number[]): number => {
  const d = Math.abs(Math.atan2(p[2], p[1]) - Math.atan2(q[2], q[1]));
  return Math.min(d, 2 * Math.PI - d);
};

/** Below this chroma, OKLab ×100, a colour is a grey and has no hue to speak of. */
const GREY = 4;

export const isGrey = (colour: readonly number[]): boolean => chromaOf(colour) < GREY;

/** Whether two groups are one paint in different light: the same hue at any lightness, or two greys not far apart. */
export function samePaint(p: readonly number[], q: readonly number[]): boolean {
  const [cp, cq] = [chromaOf(p), chromaOf(q)];
  if (cp < GREY && cq < GREY) return Math.abs(p[0] - q[0]) < 26;
  if (Math.min(cp, cq) < 0.45 * Math.max(cp, cq)) return false;
  return hueApart(p, q) < 0.42;
}

/** Whether two groups are one paint by a closer look: the same hue, and as strong a colour, outright or for its lightness. */
export function samePigment(p: readonly number[], q: readonly number[]): boolean {
  if (isGrey(p) || isGrey(q)) return samePaint(p, q);
  return hueApart(p, q) < 0.24 && (alike(chromaOf(p), chromaOf(q), 0.58) || alike(purity(p), purity(q), 0.58));
}

/**
 * Whether two groups of one thing, cut out by itself, are its paint in different light: nothing beside it is there to be taken for it. `hue`: how far
 * apart, radians.
 */
export function sameInOneThing(p: readonly number[], q: readonly number[], hue: number): boolean {
  if (isGrey(p) && isGrey(q)) return Math.abs(p[0] - q[0]) < 34;
  return hueApart(p, q) < hue && (alike(chromaOf(p), chromaOf(q), 0.4) || alike(purity(p), purity(q), 0.5));
}

const alike = (a: number, b: number, share: number): boolean => Math.min(a, b) > share * Math.max(a, b);

/** Strength for its lightness: less light scales both. */
const purity = (c: readonly number[]): number => chromaOf(c) / Math.max(8, c[0]);
