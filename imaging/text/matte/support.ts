import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import type { FloatImage, Mask } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import { cellOf, type LineFrame } from "../frame.ts";
import { stoodOn } from "../stood-on.ts";
import { colourAt, dominantColours, nearest } from "./clusters.ts";
import { quadraticSurface } from "./surface.ts";

/** The pixels of a region sorted by where they lie to the line's box. Indices into the region. */
export interface Zones {
  /** In the box. */
  readonly inside: readonly number[];
  /** Where ink may be: the box and a little more. `[H, W]`, 1 = near. */
  readonly near: Uint8Array;
  /** Around it: background, and nothing of this or another line. */
  readonly ring: readonly number[];
  /** The box's own rim, where letters rarely reach. */
  readonly rim: readonly number[];
}

/** Ink may be so far across the line, half heights of its box. */
export const NEAR_ACROSS = 1.12;

export function zonesOf(frame: LineFrame, foreign: Mask): Zones {
  const { width, height, u, v, halfU, halfV } = frame;
  const inside: number[] = [];
  const ring: number[] = [];
  const rim: number[] = [];
  const near = new Uint8Array(width * height);
  for (let i = 0; i < width * height; i++) {
    if (foreign.data[i] !== 0) continue;
    const au = Math.abs(u[i]);
    const av = Math.abs(v[i]);
    if (au <= halfU && av <= halfV) inside.push(i);
    if (au <= halfU + 0.2 * halfV && av <= halfV * NEAR_ACROSS) {
      near[i] = 1;
      if (av > 0.82 * halfV || au > halfU - 0.15 * halfV) rim.push(i);
    }
    if (au > halfU + 0.3 * halfV || av > halfV * 1.2) ring.push(i);
  }
  return { inside, near, ring, rim };
}

/** What differs from the background, before colours are told apart. */
export interface Support {
  /** 255 = ink of some kind. */
  readonly mask: Mask;
  /** `smooth`: the ring is one quadratic surface; `panel`: the box's rim shows one to three; `clusters`: told by colours alone. */
  readonly kind: "smooth" | "panel" | "clusters";
  /** Spread of the background about its model, 0–255. */
  readonly noise: number;
  /** The background's surface and `[H, W]` difference from it, where it is `smooth`. */
  readonly ground?: { readonly pixels: FloatImage; readonly off: Float32Array };
  /** 255 = what the letters stand on, where that is something else on the smooth background. */
  readonly under?: Mask;
}

/**
 * Finds the ink of one line. Three ways, the first that holds: distance from a smooth background around the box; distance from
 * the one to three smooth panels that the box's rim shows; or colours that belong to the box and not to what is around it.
 */
export function inkSupport(
  image: FloatImage,
  frame: LineFrame,
  at: { readonly zones: Zones; readonly edges: readonly number[]; readonly foreign: Mask },
): Support {
  const smooth = smoothSupport(image, at.zones);
  if (smooth) {
    const bare = withoutThings(image, smooth, { ...at, height: 2 * frame.halfV });
    return (standsOn(bare, at.zones) ? panelSupport(image, at.zones) : undefined) ?? bare;
  }
  return panelSupport(image, at.zones) ?? clusterSupport(image, frame, at);
}

const emptyMask = ({ width, height }: { readonly width: number; readonly height: number }): Mask => ({
  width,
  height,
  data: new Uint8Array(width * height),
});

/** Ink = what stands off the background model; `undefined` where the model does not hold between the letters either. */
function offModel(
  image: FloatImage,
  zones: Zones,
  model: { readonly residual: Float32Array; readonly noise: number; readonly pixels?: FloatImage },
): Support | undefined {
  const tolerance = Math.max(9, 4 * model.noise);
  const strong = quantile(
    zones.inside.map((i) => model.residual[i]),
    0.97,
  );
  const under = (set: readonly number[], share: number) =>
    set.filter((i) => model.residual[i] < Math.max(tolerance, share * strong)).length / Math.max(1, set.length);
  // A panel just behind the text stands off as a whole: then the rim of the box does too, which a shadow or glow hardly reaches.
  if (strong < 2 * tolerance || under(zones.inside, 0.55) < 0.1 || under(zones.rim, 0.7) < 0.6) return undefined;
  const threshold = Math.max(tolerance, 0.3 * strong);
  const mask = emptyMask(image);
  for (let i = 0; i < mask.data.length; i++) if (zones.near[i] !== 0 && model.residual[i] > threshold) mask.data[i] = 255;
  const ground = model.pixels && { pixels: model.pixels, off: model.residual };
  return { mask, kind: ground ? "smooth" : "panel", noise: model.noise, ...(ground ? { ground } : {}) };
}

function smoothSupport(image: FloatImage, zones: Zones): Support | undefined {
  if (zones.ring.length < 40) return undefined;
  const surface = quadraticSurface(image, zones.ring);
  const tolerance = Math.max(9, 4 * surface.noise);
  const onSurface = zones.ring.filter((i) => surface.residual[i] < tolerance).length / zones.ring.length;
  return onSurface < 0.8 || surface.noise > 14 ? undefined : offModel(image, zones, surface);
}

/** Share of the ring that must stand off a smooth ground for other things to be looked for on it. */
const SOMETHING = 0.02;
/** Of the strongest pixels' difference from the ground, that from which a pixel is surely letter. */
const SURELY = 0.8;

/** The ink of a smooth ground without what the letters stand on: light behind a few of them is fainter than they are, and goes on around them. */
function withoutThings(image: FloatImage, found: Support, at: { zones: Zones; foreign: Mask; height: number }): Support {
  const { mask, ground, noise } = found;
  if (!ground) return found;
  const { off } = ground;
  const { near, ring, inside } = at.zones;
  const limit = Math.max(14, 4 * noise);
  if (ring.filter((i) => off[i] > limit).length < SOMETHING * ring.length) return found;
  const strong = quantile(
    inside.map((i) => off[i]),
    0.97,
  );
  const ink = { ...mask, data: Float32Array.from(off, (o, i) => (near[i] !== 0 && o > SURELY * strong ? 1 : 0)) };
  const under = stoodOn({ image, ink, off, foreign: at.foreign, noise, sizePx: at.height });
  return { ...found, under, mask: { ...mask, data: mask.data.map((m, i) => (under.data[i] === 0 ? m : 0)) } };
}

/** Share of the box's rim that lies on a thing from which the line as a whole stands on it, as on a label. */
const AS_A_WHOLE = 0.5;

const standsOn = ({ under }: Support, { rim }: Zones): boolean =>
  under !== undefined && rim.filter((i) => under.data[i] !== 0).length > AS_A_WHOLE * rim.length;

/** Background told from the box's rim: its large colours, each as a smooth surface; a pixel belongs to the nearest. */
function panelSupport(image: FloatImage, zones: Zones): Support | undefined {
  if (zones.rim.length < 40) return undefined;
  const colours = dominantColours(image, zones.rim, { count: 5, mergeBelow: 40 });
  const share = (set: readonly number[]) => {
    const counts = colours.map(() => 0);
    for (const i of set) counts[nearest(colours, image.data, i)]++;
    return counts.map((n) => n / set.length);
  };
  const onRim = share(zones.rim);
  const inside = share(zones.inside);
  const order = colours.map((_, k) => k).sort((a, b) => onRim[b] - onRim[a]);
  // Letters that reach the rim bring their colour along; a panel has more of the rim than of the inside.
  const panels = order.filter((k, rank) => onRim[k] > (rank === 0 ? 0.35 : 0.15) && (rank === 0 || onRim[k] > 0.9 * inside[k])).slice(0, 3);
  if (panels.reduce((sum, k) => sum + onRim[k], 0) < 0.55) return undefined;
  const surfaces = panels.map((k) => {
    const own = [...zones.inside, ...zones.rim].filter((i) => rgbDistance(colourAt(image.data, i), colours[k]) < 45);
    return quadraticSurface(image, own);
  });
  const residual = surfaces[0].residual.slice();
  for (const other of surfaces.slice(1)) {
    for (let i = 0; i < residual.length; i++) if (other.residual[i] < residual[i]) residual[i] = other.residual[i];
  }
  return offModel(image, zones, { residual, noise: Math.max(...surfaces.map((s) => s.noise)) });
}

interface ClusterStat {
  readonly colour: Rgb;
  readonly inside: number;
  readonly ring: number;
  readonly border: number;
  /** Share of the character cells in which the colour takes at least 4 % of the pixels. */
  readonly spread: number;
  readonly inkness: number;
}

/** Per colour: how much it belongs to the box rather than to what is around it or to the box's own rim, where letters rarely reach. */
function clusterStats(
  image: FloatImage,
  frame: LineFrame,
  at: { zones: Zones; edges: readonly number[]; colours: readonly Rgb[] },
): ClusterStat[] {
  const { zones, edges, colours } = at;
  const cells = edges.length - 1;
  const zero = () => new Float64Array(colours.length);
  const [inside, ring, border] = [zero(), zero(), zero()];
  const perCell = colours.map(() => new Float64Array(cells));
  const cellSize = new Float64Array(cells);
  let rim = 0;
  for (const i of zones.inside) {
    const k = nearest(colours, image.data, i);
    const cell = cellOf(edges, frame.u[i]);
    inside[k]++;
    perCell[k][cell]++;
    cellSize[cell]++;
    if (Math.abs(frame.v[i]) > 0.9 * frame.halfV || Math.abs(frame.u[i]) > frame.halfU - 0.1 * frame.halfV) {
      border[k]++;
      rim++;
    }
  }
  for (const i of zones.ring) ring[nearest(colours, image.data, i)]++;
  return colours.map((colour, k) => {
    const shareIn = inside[k] / zones.inside.length;
    const shareRing = ring[k] / Math.max(1, zones.ring.length);
    const shareRim = border[k] / Math.max(1, rim);
    const spread = perCell[k].filter((n, c) => n > 0.04 * cellSize[c]).length / cells;
    const inkness = Math.log((shareIn + 0.01) / (shareRing + 0.02)) + 1.5 * Math.log((shareIn + 0.01) / (shareRim + 0.02));
    return { colour, inside: shareIn, ring: shareRing, border: shareRim, spread, inkness };
  });
}

function clusterSupport(image: FloatImage, frame: LineFrame, at: { zones: Zones; edges: readonly number[] }): Support {
  const { zones } = at;
  const colours = dominantColours(image, zones.inside, { count: 7, mergeBelow: 26 });
  const stats = clusterStats(image, frame, { ...at, colours });
  const ink = new Set(stats.map((s, k) => (s.inkness > 0.9 && s.inside > 0.02 ? k : -1)).filter((k) => k >= 0));
  if (ink.size === 0) ink.add(stats.reduce((best, s, k) => (s.inkness > stats[best].inkness ? k : best), 0));
  // One colour that runs through nearly every cell is the text; others that merely live in the box are what lies under it.
  const through = [...ink].filter((k) => stats[k].spread > 0.75);
  const chosen = through.length > 0 ? new Set(through) : ink;
  const mask = emptyMask(frame);
  for (let i = 0; i < mask.data.length; i++) {
    if (zones.near[i] !== 0 && chosen.has(nearest(colours, image.data, i))) mask.data[i] = 255;
  }
  return { mask, kind: "clusters", noise: 6 };
}
