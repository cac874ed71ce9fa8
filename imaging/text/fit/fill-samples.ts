import { throughHalfSize, toYcc } from "../../raster/chroma.ts";
import { boundsOfMask, cropColours, cropMask, cropPlane, growRect } from "../../raster/crop.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import { cellOf, type LineFrame } from "../frame.ts";

/** What a line's fill is read from. */
export interface FillEvidence {
  readonly image: FloatImage;
  /** What lies under the fill: plate, or outline over plate. */
  readonly under: FloatImage;
  readonly coverage: Plane;
  /** 255 = ink was seen here; where it is given nothing is asked elsewhere. */
  readonly inked?: Mask | undefined;
  readonly frame: LineFrame;
  /** Where the region lies in the picture: colour kept at half size is laid out from there. */
  readonly origin?: { readonly x: number; readonly y: number } | undefined;
}

/** Sums over all pixels of what shows through the fill were it clear, b = a·ground, per channel: what its opacity is told from. */
export interface Beneath {
  /** Σ b². */
  readonly energy: readonly [number, number, number];
  /** Σ a·b. */
  readonly ink: readonly [number, number, number];
  /** Σ b·(what the fill adds). */
  readonly seen: readonly [number, number, number];
}

/** Sums over the pixels of one small patch of a line, per channel of luma and colour differences: enough to fit any paint to. */
export interface FillSample {
  readonly u: number;
  readonly v: number;
  readonly cell: number;
  /** Σ a². */
  readonly ink: readonly [number, number, number];
  /** Σ a·(what the fill adds). */
  readonly seen: readonly [number, number, number];
}

export interface FillSamples {
  readonly samples: readonly FillSample[];
  readonly beneath: Beneath;
  /** Σ of squares of what the fill adds, all channels. */
  readonly energy: number;
  /** Pixels used. */
  readonly count: number;
  /** The file keeps colour at half size: single pixels show the fill's lightness, not its hue. */
  readonly half: boolean;
  /** Strokes are wide enough to have pixels that are fill and nothing else. */
  readonly core: boolean;
}

/** One channel of the picture without what shows beside the fill, the coverage as that channel knows it, and the ground times coverage. */
interface Channel {
  readonly rest: Plane;
  readonly cover: Plane;
  readonly beneath: Plane;
}

function channelsOf({ image, under, coverage }: FillEvidence): Channel[] {
  const { width, height } = coverage;
  const rests = [0, 1, 2].map(() => createPlane(width, height));
  const beneath = [0, 1, 2].map(() => createPlane(width, height));
  for (let i = 0; i < coverage.data.length; i++) {
    // Where nothing is covered nothing is asked.
    if (coverage.data[i] === 0) continue;
    const through = 1 - coverage.data[i];
    const k = i * 3;
    const below = toYcc([under.data[k], under.data[k + 1], under.data[k + 2]]);
    const ycc = toYcc([
      image.data[k] - under.data[k] * through,
      image.data[k + 1] - under.data[k + 1] * through,
      image.data[k + 2] - under.data[k + 2] * through,
    ]);
    for (let c = 0; c < 3; c++) {
      rests[c].data[i] = ycc[c];
      beneath[c].data[i] = coverage.data[i] * below[c];
    }
  }
  return rests.map((rest, c) => ({ rest, cover: coverage, beneath: beneath[c] }));
}

/** The colour differences of what shows beside the fill. */
function chromaBeside({ under, coverage: { width, height, data } }: FillEvidence): readonly [Plane, Plane] {
  const planes = [createPlane(width, height), createPlane(width, height)] as const;
  for (let i = 0; i < data.length; i++) {
    const k = i * 3;
    const ycc = toYcc([under.data[k], under.data[k + 1], under.data[k + 2]]);
    planes[0].data[i] = ycc[1] * (1 - data[i]);
    planes[1].data[i] = ycc[2] * (1 - data[i]);
  }
  return planes;
}

/** The same channels when the picture's colour was kept at half size: what shows through the fill then went that way too. */
function halfSized(plain: readonly Channel[], evidence: FillEvidence): Channel[] {
  const { coverage, origin } = evidence;
  const phase = origin ?? { x: 0, y: 0 };
  const cover = throughHalfSize(coverage, phase);
  const beside = chromaBeside(evidence);
  return plain.map((channel, c) => {
    if (c === 0) return channel;
    const through = beside[c - 1];
    const seen = throughHalfSize(through, phase);
    const rest = createPlane(coverage.width, coverage.height);
    for (let i = 0; i < rest.data.length; i++) rest.data[i] = channel.rest.data[i] + through.data[i] - seen.data[i];
    return { rest, cover, beneath: throughHalfSize(channel.beneath, phase) };
  });
}

/** Coverage from which a pixel counts, and from which it is fill and nothing else. */
const COUNTED = 0.25;
const FULL = 0.93;
/** Share of the fill's pixels that are nothing else, from which only those are asked. */
const ENOUGH_CORE = 0.22;

function hasCore({ data }: Plane): boolean {
  let [core, all] = [0, 0];
  for (const a of data) {
    if (a >= COUNTED) all++;
    if (a >= FULL) core++;
  }
  return core > 60 && core > ENOUGH_CORE * all;
}

/** Squares left in the colour differences when each character has one colour: tells how the file keeps colour. */
function colourMisfit(channels: readonly Channel[], at: { evidence: FillEvidence; cells: Int32Array; count: number }): number {
  const { coverage } = at.evidence;
  let left = 0;
  for (const { rest, cover } of channels.slice(1)) {
    const [own, cross] = [new Float64Array(at.count), new Float64Array(at.count)];
    for (let i = 0; i < coverage.data.length; i++) {
      if (coverage.data[i] < COUNTED) continue;
      const [cell, a, r] = [at.cells[i], cover.data[i], rest.data[i]];
      left += r * r;
      own[cell] += a * a;
      cross[cell] += a * r;
    }
    for (let cell = 0; cell < at.count; cell++) left -= cross[cell] ** 2 / Math.max(1e-6, own[cell]);
  }
  return left;
}

/** How much better colour at half size must explain the colours to be believed. */
const HALF_SIZE = 0.85;

/** Patches per length of ink. */
const ALONG = 56;
const ACROSS = 16;
/** More than there are patches along any axis, so that one number names a patch. */
const BINS = 4096;

/** Pixels around the ink that colour kept at half size reaches. */
const BESIDE = 4;

/** The evidence cut to its ink: a region's margins, most of it, say nothing of the fill. */
function aroundInk(evidence: FillEvidence): FillEvidence {
  const { image, under, coverage, inked, frame, origin = { x: 0, y: 0 } } = evidence;
  const bounds = boundsOfMask(maskWhere(coverage, (i) => coverage.data[i] !== 0));
  if (!bounds) return evidence;
  const rect = growRect(bounds, BESIDE, coverage);
  const axis = (data: Float32Array): Float32Array => cropPlane({ ...coverage, data }, rect).data;
  const { width, height, x, y } = rect;
  return {
    image: cropColours(image, rect),
    under: cropColours(under, rect),
    coverage: cropPlane(coverage, rect),
    inked: inked && cropMask(inked, rect),
    frame: { ...frame, width, height, cx: frame.cx - x, cy: frame.cy - y, u: axis(frame.u), v: axis(frame.v) },
    origin: { x: origin.x + x, y: origin.y + y },
  };
}

/** Gathers what a line's pixels say of its fill. `edges` as in `cellEdges`. ~5–20 ms for a headline. */
export function fillSamples(whole: FillEvidence, edges: readonly number[]): FillSamples {
  const evidence = aroundInk(whole);
  const { coverage, frame } = evidence;
  const core = hasCore(coverage);
  const least = core ? FULL : COUNTED;
  const cells = new Int32Array(coverage.data.length);
  for (let i = 0; i < cells.length; i++) if (coverage.data[i] >= COUNTED) cells[i] = cellOf(edges, frame.u[i]);
  const plain = channelsOf(evidence);
  const half = halfSized(plain, evidence);
  const [asPlain, asHalf] = [plain, half].map((channels) => colourMisfit(channels, { evidence, cells, count: edges.length - 1 }));
  const isHalf = asHalf < HALF_SIZE * asPlain;
  return { ...gathered(isHalf ? half : plain, { evidence, cells, least }), core, half: isHalf };
}

function gathered(
  channels: readonly Channel[],
  at: { evidence: FillEvidence; cells: Int32Array; least: number },
): Pick<FillSamples, "samples" | "beneath" | "energy" | "count"> {
  const { coverage, frame, inked } = at.evidence;
  const used: number[] = [];
  for (let i = 0; i < coverage.data.length; i++) if (coverage.data[i] >= at.least && inked?.data[i] !== 0) used.push(i);
  const [du, dv] = [stepOf(frame.u, used, ALONG), stepOf(frame.v, used, ACROSS)];
  const bins = new Map<number, { u: number; v: number; n: number; cell: number; ink: number[]; seen: number[] }>();
  const beneath = { energy: [0, 0, 0], ink: [0, 0, 0], seen: [0, 0, 0] } satisfies Beneath;
  let energy = 0;
  for (const i of used) {
    const key = (at.cells[i] * BINS + Math.floor(frame.u[i] / du)) * BINS + Math.floor(frame.v[i] / dv);
    const bin = bins.get(key) ?? { u: 0, v: 0, n: 0, cell: at.cells[i], ink: [0, 0, 0], seen: [0, 0, 0] };
    if (bin.n === 0) bins.set(key, bin);
    bin.u += frame.u[i];
    bin.v += frame.v[i];
    bin.n++;
    for (let c = 0; c < 3; c++) {
      const [a, rest, below] = [channels[c].cover.data[i], channels[c].rest.data[i], channels[c].beneath.data[i]];
      beneath.energy[c] += below * below;
      beneath.ink[c] += a * below;
      beneath.seen[c] += below * rest;
      bin.ink[c] += a * a;
      bin.seen[c] += a * rest;
      energy += rest * rest;
    }
  }
  const samples = [...bins.values()].map(({ u, v, n, cell, ink, seen }) => ({
    u: u / n,
    v: v / n,
    cell,
    ink: ink as [number, number, number],
    seen: seen as [number, number, number],
  }));
  return { samples, beneath, energy, count: used.length };
}

function stepOf(at: Float32Array, used: readonly number[], parts: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const i of used) {
    if (at[i] < low) low = at[i];
    if (at[i] > high) high = at[i];
  }
  return Math.max(1, (high - low) / parts || 1);
}
