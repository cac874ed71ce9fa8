import { contrastRatio, type Rgb, toOklab } from "../raster/colour.ts";
import { boundsOfMask } from "../raster/crop.ts";
import { dilate } from "../raster/dilate.ts";
import type { FloatImage, Mask } from "../raster/raster.ts";

/** Letters stand out from a ground of another lightness (WCAG ratio), or plainly of another hue (OKLab distance). */
export const APART = { ratio: 1.8, oklab: 0.24 } as const;
/** Ground matters so far beside a letter, and is judged in squares of so much: a letter, em. */
const BESIDE = 0.08;
const SQUARE = 0.9;
/** Less ink in a square than this share of it is a piece of a letter. */
const LEAST = 0.1;
/** Every so many pixels of the ground are looked at, along either axis. */
const STRIDE = 3;

function isApart(a: Rgb, b: Rgb): boolean {
  if (contrastRatio(a, b) >= APART.ratio) return true;
  const [one, other] = [toOklab(a), toOklab(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) >= APART.oklab;
}

const colourAt = ({ data }: FloatImage, i: number): Rgb => [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]];

/** One square of the picture: the letters' ink in it by colour, and what lies around. */
interface Square {
  ink: number;
  weight: number;
  readonly sum: [number, number, number];
  readonly ground: number[];
}

interface Lettered {
  /** The picture with the letters, and without them. */
  readonly image: FloatImage;
  readonly bare: FloatImage;
  /** 255 = letters, their soft rims among them. */
  readonly letters: Mask;
  readonly sizePx: number;
}

function squaresOf({ image, bare, letters, sizePx }: Lettered): readonly Square[] {
  const { width } = letters;
  const from = boundsOfMask(letters);
  if (from === undefined) return [];
  const side = Math.max(4, SQUARE * sizePx);
  const squares = new Map<number, Square>();
  const around = dilate(letters, Math.max(2, Math.round(BESIDE * sizePx)));
  for (let i = 0; i < around.data.length; i++) {
    if (around.data[i] === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    const key = Math.floor((y - from.y) / side) * 10_000 + Math.floor((x - from.x) / side);
    const square = squares.get(key) ?? { ink: 0, weight: 0, sum: [0, 0, 0], ground: [] };
    squares.set(key, square);
    if (x % STRIDE === 0 && y % STRIDE === 0) square.ground.push(i);
    if (letters.data[i] === 0) continue;
    square.ink++;
    // A rim is half ground: the further from the ground, the more a pixel tells of the letters' own colour.
    let off = 1;
    for (let c = 0; c < 3; c++) off += (image.data[i * 3 + c] - bare.data[i * 3 + c]) ** 2;
    square.weight += off;
    for (let c = 0; c < 3; c++) square.sum[c] += off * image.data[i * 3 + c];
  }
  return [...squares.values()].filter(({ ink, ground }) => ink > LEAST * side * side && ground.length > 0);
}

/**
 * Share of the ground under and right beside letters that they do not stand out from, 0–1, where most of it is such: dark red on dark brown, white on the
 * white frame of a window. 0 where there is no ink. Some milliseconds for a headline.
 */
export function lostIn(lettered: Lettered): number {
  const shares = squaresOf(lettered).map(({ weight, sum, ground }) => {
    const ink: Rgb = [sum[0] / weight, sum[1] / weight, sum[2] / weight];
    return ground.filter((i) => !isApart(ink, colourAt(lettered.bare, i))).length / ground.length;
  });
  return Math.max(0, ...shares);
}
