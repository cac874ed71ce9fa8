import { labelComponents } from "../raster/components.ts";
import { dilate } from "../raster/dilate.ts";
import { distanceToMask } from "../raster/distance.ts";
import { maskWhere } from "../raster/mask-where.ts";
import { createMask, type FloatImage, type Mask, type Plane } from "../raster/raster.ts";

/** What stands off an even ground by so much is not that ground, 0–255: at least, and in spreads of the ground. */
const OFF = { least: 14, noises: 4 } as const;
/** Letters' pixels on a thing, its own size, and what of it lies well away from them, from which it is believed to go on behind them: of an em square. */
const CARRIES = 0.02;
const LARGE = 0.15;
const OPEN = 0.05;
/** So much of it at least lies well away. */
const OPEN_SHARE = 0.25;
/** Right beside the letters is nearer than this, pixels; well away is further than this share of an em. */
const BESIDE = 3;
const AWAY_EM = 0.12;
/** A thing is about as strong beside the letters as away from them; a glow or shadow of theirs is stronger there. */
const FADES = 1.35;
/** Letters stand off the ground more than what they stand on: it has at most so much of their contrast. */
const FAINTER = 0.75;
/** Letters' strokes are no wider, em. */
const STROKE_EM = 0.6;
/** Colours nearer than this are one thing's, 0–255: at least, and in spreads of the ground. */
const ALIKE = { least: 10, noises: 4 } as const;
/** Drawn coverage from which a pixel is letter, and the rim around it that antialiasing and compression reach, pixels. */
const INK = 0.04;
const RIM = 2;
const FULL = 0.9;

type Colour = readonly [number, number, number];
const apart = (a: Colour, b: Colour): number => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2]));

interface Scene {
  readonly image: FloatImage;
  /** Coverage of the letters as they were drawn, with their outline. */
  readonly ink: Plane;
  /** `[H, W]` difference from the even ground, 0–255. */
  readonly off: Float32Array;
  readonly foreign: Mask;
  /** Spread of the ground, 0–255. */
  readonly noise: number;
  readonly sizePx: number;
}

interface Thing {
  readonly area: number;
  readonly colour: Colour;
  /** Mean difference from the even ground right beside the letters, and well away from them. */
  readonly near: number;
  readonly far: number;
  /** Pixels well away. */
  readonly open: number;
}

/** Sum and count. */
type Sum = [number, number];
const meanOf = ([sum, n]: Sum): number => sum / Math.max(1, n);

/** What each labelled set looks like; index = label. */
function thingsOf({ image, off, sizePx }: Scene, letters: Mask, at: { labels: Int32Array; count: number }): readonly Thing[] {
  const distance = distanceToMask(letters);
  const sums = Array.from({ length: at.count + 1 }, () => ({
    colour: [0, 0, 0],
    all: [0, 0] as Sum,
    near: [0, 0] as Sum,
    far: [0, 0] as Sum,
  }));
  for (let i = 0; i < at.labels.length; i++) {
    if (at.labels[i] === 0) continue;
    const sum = sums[at.labels[i]];
    for (let c = 0; c < 3; c++) sum.colour[c] += image.data[i * 3 + c];
    const band = distance[i] <= BESIDE ? sum.near : distance[i] > AWAY_EM * sizePx ? sum.far : undefined;
    for (const one of band ? [sum.all, band] : [sum.all]) {
      one[0] += off[i];
      one[1]++;
    }
  }
  return sums.map(({ colour, all, near, far }) => ({
    area: all[1],
    colour: colour.map((v) => v / Math.max(1, all[1])) as unknown as Colour,
    near: meanOf(near),
    far: meanOf(far),
    open: far[1],
  }));
}

/** Counts, for every thing, the letters' pixels that lie in short runs with it, or one alike, at both ends. */
function pixelsUnder(letters: Mask, labels: Int32Array, at: { things: readonly Thing[]; longest: number; alike: number }): Float64Array {
  const { width, height, data } = letters;
  const under = new Float64Array(at.things.length);
  const credit = (before: number, after: number, length: number): void => {
    const [a, b] = [labels[before], labels[after]];
    if (a === 0 || b === 0 || length > at.longest || apart(at.things[a].colour, at.things[b].colour) > at.alike) return;
    under[a] += length;
    if (b !== a) under[b] += length;
  };
  const scan = (lines: number, length: number, step: { line: number; along: number }): void => {
    for (let line = 0; line < lines; line++) {
      let begin = 0;
      for (let k = 1, i = line * step.line + step.along; k < length; k++, i += step.along) {
        if (data[i] !== 0 && data[i - step.along] === 0) begin = k;
        if (data[i] === 0 && data[i - step.along] !== 0 && begin > 0) credit(i - (k - begin + 1) * step.along, i, k - begin);
      }
    }
  };
  scan(height, width, { line: width, along: 1 });
  scan(width, height, { line: 1, along: width });
  return under;
}

/** How far the letters themselves stand off the ground, 0–255. */
function contrastOf({ ink, off }: Scene): number {
  const sum: Sum = [0, 0];
  for (let i = 0; i < off.length; i++) {
    if (ink.data[i] < FULL) continue;
    sum[0] += off[i];
    sum[1]++;
  }
  return meanOf(sum);
}

/**
 * Things on an even ground that the letters stand on, and that go on behind them: a disc of light, a panel's corner. They are fainter than the
 * letters, reach well away from them without fading as a glow would, and letters have them on both sides. 255 = such a thing.
 */
export function stoodOn(scene: Scene): Mask {
  const { ink, off, foreign, noise, sizePx } = scene;
  const faint = FAINTER * contrastOf(scene);
  // What stands off as the letters do is of them, drawn or not.
  const letters = dilate(
    maskWhere(ink, (i) => ink.data[i] > INK || off[i] >= faint),
    RIM,
  );
  const limit = Math.max(OFF.least, OFF.noises * noise);
  const strange = maskWhere(ink, (i) => off[i] > limit && letters.data[i] === 0 && foreign.data[i] === 0);
  const { labels, components } = labelComponents(strange);
  if (!components.some(({ area }) => area >= LARGE * sizePx * sizePx)) return createMask(ink.width, ink.height);
  const things = thingsOf(scene, letters, { labels, count: components.length });
  const alike = ALIKE.least + ALIKE.noises * noise;
  const under = pixelsUnder(letters, labels, { things, longest: STROKE_EM * sizePx, alike });
  const em = sizePx * sizePx;
  const carrying = things.filter(
    ({ area, near, far, open }, k) =>
      area >= LARGE * em && open >= Math.max(OPEN * em, OPEN_SHARE * area) && near < FADES * far && under[k] >= CARRIES * em,
  );
  const isOne = things.map((one) => carrying.some((other) => other === one || apart(one.colour, other.colour) <= alike));
  return maskWhere(strange, (i) => strange.data[i] !== 0 && isOne[labels[i]]);
}

/**
 * What on an even ground the plate is not to learn from, beside foreign pixels: an icon next to the text, what is left of the letters' own effects.
 * `under`: what the letters stand on, which is ground.
 */
export function strangersOn({ off, noise, foreign }: Pick<Scene, "off" | "noise" | "foreign">, at: { hole: Mask; under: Mask }): Mask {
  const limit = Math.max(OFF.least, OFF.noises * noise);
  const isStrange = (i: number): boolean => off[i] > limit && at.hole.data[i] === 0 && at.under.data[i] === 0;
  return maskWhere(foreign, (i) => foreign.data[i] !== 0 || isStrange(i));
}
