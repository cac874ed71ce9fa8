import type { Rect } from "../../../protocol/geometry.ts";
import { cropFloat, cropPlane, growRect } from "../../raster/crop.ts";
import { createRaster, type FloatImage, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import type { SeenText } from "../light-step.ts";
import { contrastOver } from "../place/contrast-over.ts";
import { cleanColour } from "./clean-colour.ts";
import { evenGround } from "./even-ground.ts";
import { ofLargerThings } from "./larger-things.ts";
import type { Separation } from "./separate.ts";

/** Letters this high in the separation's small pixels, or less, have strokes and counters too narrow for it. */
const SMALL = 30;
/** Room taken around a line, of its height; and the share of its border that must be ground. */
const ROOM = 0.3;
const ON_GROUND = 0.6;
/** Strongest difference from the ground, 0–255, below which nothing can be told to be printed. */
const SEEN = 24;
/** Of the strongest difference in a stretch, from where pixels show the ink's own colour. */
const FULL = 0.8;
/** Shares below and above these are ground and ink: compression leaves traces around letters, seen as dirt on a new ground. */
const [TRACES, SOLID] = [0.12, 0.92];

/** What stands off the ground by so much, 0–255, and no mix of ink and ground comes nearer to, is of another colour, as an outline is; so much of it is too much. */
const OTHER = 48;
const MANY = 0.15;

/** One small line of text printed on the ground, by itself. */
export interface FinePrint {
  readonly string: string;
  readonly rect: Rect<"image">;
  /** Of the rectangle's size: the ink in its own colour, transparent elsewhere. */
  readonly mark: RasterImage;
  /** The ground under it, 0–255. */
  readonly ground: FloatImage;
  /** 255 = belongs to something larger that reaches into the rectangle. */
  readonly others: Mask;
}

const heightOf = ({ quad: [a, , , d] }: SeenText): number => Math.hypot(a.x - d.x, a.y - d.y);

function rectOf(text: SeenText, image: RasterImage): Rect<"image"> {
  const [xs, ys] = [text.quad.map((p) => p.x), text.quad.map((p) => p.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const tight: Rect<"image"> = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  return growRect<"image">(tight, ROOM * heightOf(text), image);
}

/** Share of a rectangle's border that is ground. */
function groundShare({ width, height, data }: Plane): number {
  let [ground, all] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue;
    all++;
    if (data[i] < 0.05) ground++;
  }
  return all === 0 ? 0 : ground / all;
}

interface Line {
  readonly pixels: FloatImage;
  readonly ground: FloatImage;
  readonly others: Mask;
  /** Distance of each pixel from the ground, 0–255. */
  readonly off: Float32Array;
}

function lineOf(pixels: FloatImage, others: Mask): Line {
  const ground = evenGround(pixels, others);
  const distance = (i: number): number => Math.hypot(...[0, 1, 2].map((c) => pixels.data[i * 3 + c] - ground.data[i * 3 + c]));
  const off = Float32Array.from(others.data, (other, i) => (other === 0 ? distance(i) : 0));
  return { pixels, ground, others, off };
}

/** The ink's colour between two columns; `undefined` where nothing stands off the ground there. */
function inkBetween({ pixels, off }: Line, from: number, to: number): Float32Array | undefined {
  const inside: number[] = [];
  for (let i = 0; i < off.length; i++) if (i % pixels.width >= from && i % pixels.width < to) inside.push(i);
  const strong = quantile(
    inside.map((i) => off[i]),
    0.98,
  );
  if (strong < SEEN) return undefined;
  const full = inside.filter((i) => off[i] >= FULL * strong);
  return Float32Array.from([0, 1, 2], (c) => full.reduce((sum, i) => sum + pixels.data[i * 3 + c], 0) / full.length);
}

/** Where between ground and ink a pixel's colour lies, 0–1, and how far off that way, 0–255. */
function mixOf(
  pixel: ArrayLike<number>,
  back: ArrayLike<number>,
  front: ArrayLike<number>,
): { readonly share: number; readonly off: number } {
  let [dot, length] = [0, 0];
  for (let c = 0; c < 3; c++) {
    dot += (pixel[c] - back[c]) * (front[c] - back[c]);
    length += (front[c] - back[c]) ** 2;
  }
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot / length));
  return { share, off: Math.hypot(...[0, 1, 2].map((c) => pixel[c] - back[c] - share * (front[c] - back[c]))) };
}

const inkShare = (share: number): number => Math.min(1, Math.max(0, (share - TRACES) / (SOLID - TRACES)));

/** The line's ink; `undefined` where there is none, or it has several colours in one place. */
function markOf(line: Line, height: number): RasterImage | undefined {
  const { pixels, ground, others, off } = line;
  const stretches = Math.max(1, Math.round(pixels.width / height));
  const step = pixels.width / stretches;
  const inks = Array.from({ length: stretches }, (_, k) => inkBetween(line, (k - 1) * step, (k + 2) * step));
  const mark = createRaster(pixels.width, pixels.height);
  const clean = new Float32Array(3);
  let [inked, other] = [0, 0];
  for (let i = 0; i < others.data.length; i++) {
    const front = inks[Math.min(stretches - 1, Math.floor((i % pixels.width) / step))];
    if (others.data[i] !== 0 || front === undefined) continue;
    const [pixel, back] = [pixels.data.subarray(i * 3, i * 3 + 3), ground.data.subarray(i * 3, i * 3 + 3)];
    const mix = mixOf(pixel, back, front);
    if (off[i] > SEEN) inked++;
    if (mix.off > OTHER) other++;
    const alpha = inkShare(mix.share);
    if (alpha === 0) continue;
    cleanColour(pixel, { alpha, back, front }, clean);
    mark.data.set(clean, i * 4);
    mark.data[i * 4 + 3] = 255 * alpha;
  }
  return inked === 0 || other > MANY * inked ? undefined : mark;
}

/**
 * The small lines of text that are printed on the ground, which a separation made at a small size tears or loses: each with its ink by itself, told at the
 * picture's own size from the even ground around it. ~2 ms a line.
 */
export function finePrint(image: RasterImage, { alpha, ground }: Separation, texts: readonly SeenText[]): readonly FinePrint[] {
  const scale = ground.width / image.width;
  return texts.flatMap((text) => {
    const height = heightOf(text);
    const rect = rectOf(text, image);
    if (height * scale > SMALL || Math.min(rect.width, rect.height) < 3) return [];
    const subject = cropPlane(alpha, rect);
    if (groundShare(subject) < ON_GROUND) return [];
    const line = lineOf(cropFloat(image, rect), ofLargerThings(subject));
    const mark = markOf(line, height);
    return mark === undefined ? [] : [{ string: text.string, rect, mark, ground: line.ground, others: line.others }];
  });
}

/** Contrast ratio (WCAG) below which print is lost on its ground. */
const READABLE = 1.6;

/** What the lines' own colours, which stay, make unreadable on the new ground; one sentence. */
export function lostOn(bare: RasterImage, print: readonly FinePrint[]): readonly string[] {
  const lost = print.find(({ mark, rect }) => contrastOver(bare, mark, rect).ratio < READABLE);
  return lost === undefined ? [] : [`“${lost.string}” is hardly seen on the new background; choose another colour for one of them.`];
}

/** The separation without the lines: ground all over where they are. */
export function withoutPrint(parts: Separation, print: readonly FinePrint[]): Separation {
  const alpha: Plane = { ...parts.alpha, data: Float32Array.from(parts.alpha.data) };
  const ground: FloatImage = { ...parts.ground, data: Float32Array.from(parts.ground.data) };
  const scale = ground.width / alpha.width;
  for (const line of print) {
    for (let i = 0; i < line.others.data.length; i++) {
      if (line.others.data[i] !== 0) continue;
      const [x, y] = [line.rect.x + (i % line.rect.width), line.rect.y + Math.floor(i / line.rect.width)];
      alpha.data[y * alpha.width + x] = 0;
      const to = Math.min(ground.height - 1, Math.floor(y * scale)) * ground.width + Math.min(ground.width - 1, Math.floor(x * scale));
      ground.data.set(line.ground.data.subarray(i * 3, i * 3 + 3), to * 3);
    }
  }
  return { ...parts, alpha, ground };
}
