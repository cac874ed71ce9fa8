import { fromYcc, throughHalfSize, toYcc } from "../../raster/chroma.ts";
import { type Rgb, rgbDistance } from "../../raster/colour.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../../raster/raster.ts";
import type { Outline } from "./outline.ts";

interface Evidence {
  readonly image: FloatImage;
  /** What lies under outline and fill. */
  readonly ground: FloatImage;
  readonly foreign: Mask;
  /** Of the letters as drawn, and as seen where that is known: where they are apart, neither outline nor ground is where it is drawn. */
  readonly fill: Plane;
  readonly seenFill?: Plane | undefined;
  /** Where the region lies in the picture. */
  readonly origin: { readonly x: number; readonly y: number };
}

/** One channel as two layers over a ground make it. */
interface Channel {
  readonly seen: Plane;
  readonly fill: Plane;
  readonly rim: Plane;
}

function channelsOf({ image, ground, fill }: Evidence, outlined: Plane): Channel[] {
  const { width, height } = fill;
  const rim = { width, height, data: outlined.data.map((o, i) => o * (1 - fill.data[i])) };
  const seen = [0, 1, 2].map(() => createPlane(width, height));
  for (let i = 0; i < fill.data.length; i++) {
    const through = (1 - outlined.data[i]) * (1 - fill.data[i]);
    const rest = [0, 1, 2].map((c) => image.data[i * 3 + c] - ground.data[i * 3 + c] * through) as unknown as Rgb;
    const ycc = toYcc(rest);
    for (let c = 0; c < 3; c++) seen[c].data[i] = ycc[c];
  }
  return seen.map((s) => ({ seen: s, fill, rim }));
}

/** Least-squares colour of fill and rim in one channel over the pixels in question, and the squares left. */
function twoLayers({ seen, fill, rim }: Channel, asked: readonly number[]): { readonly rim: number; readonly left: number } {
  let [ff, fr, rr, sf, sr, ss] = [1e-6, 0, 1e-6, 0, 0, 0];
  for (const i of asked) {
    const [f, r, s] = [fill.data[i], rim.data[i], seen.data[i]];
    ff += f * f;
    fr += f * r;
    rr += r * r;
    sf += s * f;
    sr += s * r;
    ss += s * s;
  }
  const det = ff * rr - fr * fr;
  if (det < 1e-6) return { rim: 0, left: ss };
  const [cf, cr] = [(sf * rr - sr * fr) / det, (sr * ff - sf * fr) / det];
  return { rim: cr, left: Math.max(0, ss - cf * sf - cr * sr) };
}

/** Widths tried, of the one read off the picture. */
const WIDTHS = [0.55, 0.7, 0.85, 1, 1.15, 1.35];
/** How much better colour at half size must explain the colours to be believed. */
const HALF_SIZE = 0.85;
/** A colour this far from the one read off the picture is an accident of letters that do not lie well. */
const STRANGE = 90;

const halfSized = (channel: Channel, phase: { x: number; y: number }): Channel => ({
  seen: channel.seen,
  fill: throughHalfSize(channel.fill, phase),
  rim: throughHalfSize(channel.rim, phase),
});

/** Letters drawn and seen this far apart, as coverage, are not the same ones there. */
const APART = 0.5;

function askedPixels({ foreign, fill, seenFill }: Evidence, widest: Plane): readonly number[] {
  const asked: number[] = [];
  for (let i = 0; i < widest.data.length; i++) {
    const same = seenFill === undefined || Math.abs(seenFill.data[i] - fill.data[i]) < APART;
    if (widest.data[i] > 0.02 && foreign.data[i] === 0 && same) asked.push(i);
  }
  return asked;
}

/** Width and colour of an outline made exact: of a few widths the one whose drawing leaves least unexplained. ~10–40 ms. */
export function settledOutline(evidence: Evidence, seen: Outline, outlinedBy: (widthPx: number) => Plane): Outline {
  const widest = outlinedBy(seen.widthPx * WIDTHS[WIDTHS.length - 1] + 2);
  const asked = askedPixels(evidence, widest);
  if (asked.length < 40) return seen;
  const tried = WIDTHS.map((k) => {
    const channels = channelsOf(evidence, outlinedBy(seen.widthPx * k));
    return { widthPx: seen.widthPx * k, channels, left: twoLayers(channels[0], asked).left };
  });
  const best = tried.reduce((a, b) => (b.left < a.left ? b : a));
  // No width between is best: the letters do not lie well enough to tell.
  if (best === tried[tried.length - 1]) return seen;
  const plain = best.channels.map((c) => twoLayers(c, asked));
  const half = best.channels.slice(1).map((c) => twoLayers(halfSized(c, evidence.origin), asked));
  const isHalf = half[0].left + half[1].left < HALF_SIZE * (plain[1].left + plain[2].left);
  const hue = isHalf ? half : plain.slice(1);
  const colour = fromYcc([plain[0].rim, hue[0].rim, hue[1].rim]).map((v) => Math.max(0, Math.min(255, v))) as unknown as Rgb;
  return { widthPx: best.widthPx, colour: rgbDistance(colour, seen.colour) < STRANGE ? colour : seen.colour };
}
