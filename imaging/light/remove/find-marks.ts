import { boundsOf, type Rect } from "../../../protocol/geometry.ts";
import type { Where } from "../../../protocol/plan.ts";
import { boxMean } from "../../raster/box-mean.ts";
import { labelComponents } from "../../raster/components.ts";
import { dilate } from "../../raster/dilate.ts";
import { createMask, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import type { SeenText } from "../light-step.ts";

/** A block that looks like a mark laid over the picture. */
export interface Mark {
  readonly rect: Rect<"image">;
  readonly where: Where;
  /** What it reads, where it is lettering. */
  readonly text?: string;
  /** 0–1: how much it stands off from a quiet surrounding. */
  readonly confidence: number;
}

const SIDE = 420;
/** Marks are small: at most this share of the picture's sides. */
const MOST = { width: 0.42, height: 0.3, area: 0.07 };
const LEAST_AREA = 0.0004;

/** The ninth of the picture a point lies in, as words say it; edges and corners count a third each. */
export function ninthOf(x: number, y: number, size: { readonly width: number; readonly height: number }): Where {
  const column = ["left", "center", "right"][Math.min(2, Math.floor((3 * x) / size.width))];
  const row = ["top", "center", "bottom"][Math.min(2, Math.floor((3 * y) / size.height))];
  if (row === "center") return column as Where;
  return (column === "center" ? row : `${row}-${column}`) as Where;
}

/** Whether a place answers to a wish: "right" takes in both right corners. */
export const answersTo = (place: Where, wish: Where | undefined): boolean =>
  wish === undefined || place === wish || (wish !== "center" && place.split("-").includes(wish));

/** Visible steps from which a pixel stands out of its surroundings, OKLab ×100. */
const STANDS_OUT = 9;

/** Where pixels differ strongly from the mean of what around them is `ground`. */
function unlikeGround(lab: Float32Array, ground: Mask): Mask {
  const { width, height } = ground;
  const radius = Math.round(SIDE / 14);
  const plane = (value: (i: number) => number): Plane => ({
    width,
    height,
    data: Float32Array.from({ length: width * height }, (_, i) => value(i)),
  });
  const known = boxMean(
    plane((i) => (ground.data[i] === 0 ? 0 : 1)),
    radius,
  ).data;
  const means = [0, 1, 2].map(
    (c) =>
      boxMean(
        plane((i) => (ground.data[i] === 0 ? 0 : lab[i * 3 + c])),
        radius,
      ).data,
  );
  const mask = createMask(width, height);
  for (let i = 0; i < mask.data.length; i++) {
    const k = Math.max(1e-3, known[i]);
    const d = Math.hypot(lab[i * 3] - means[0][i] / k, lab[i * 3 + 1] - means[1][i] / k, lab[i * 3 + 2] - means[2][i] / k);
    if (d > STANDS_OUT) mask.data[i] = 255;
  }
  return mask;
}

/** Where small things stand out. A second look leaves them out of the mean, which they had drawn towards themselves. */
function contrastMask(low: RasterImage): Mask {
  const lab = oklabPixels(low);
  const all = createMask(low.width, low.height);
  all.data.fill(255);
  const first = unlikeGround(lab, all);
  return unlikeGround(lab, { ...first, data: first.data.map((v) => (v === 0 ? 255 : 0)) });
}

/** Share of a ring around a block that is quiet: marks stand free. */
function quietAround(contrast: Mask, r: Rect<"image">): number {
  const pad = 4;
  let [quiet, n] = [0, 0];
  for (let y = r.y - pad; y < r.y + r.height + pad; y++) {
    for (let x = r.x - pad; x < r.x + r.width + pad; x++) {
      const inside = x >= r.x - 1 && y >= r.y - 1 && x <= r.x + r.width && y <= r.y + r.height;
      if (inside || x < 0 || y < 0 || x >= contrast.width || y >= contrast.height) continue;
      n++;
      if (contrast.data[y * contrast.width + x] === 0) quiet++;
    }
  }
  return n === 0 ? 0 : quiet / n;
}

const overlaps = (a: Rect<"image">, b: Rect<"image">): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Marks are called by a few words: so many words, or Han characters, are a paragraph's. What is left of a block's sureness then. */
const PARAGRAPH = { words: 6, han: 14 };
const RUNNING = 0.5;

function isRunning(texts: readonly string[]): boolean {
  const read = texts.join(" ");
  const han = read.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= PARAGRAPH.han || (read.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0) >= PARAGRAPH.words;
}

/**
 * Blocks that may be marks (logo, watermark, stamp), surest first: small, free-standing, off the picture's middle. `texts`: what is
 * lettering, so that a mark's name is known. A guess by shape, never by meaning. About 30 ms.
 */
export function findMarks(image: RasterImage, texts: readonly SeenText[]): readonly Mark[] {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const low = resizeRaster(image, Math.max(8, Math.round(image.width * scale)), Math.max(8, Math.round(image.height * scale)));
  const contrast = contrastMask(low);
  const all = low.width * low.height;
  const blocks = labelComponents(dilate(contrast, 3)).components.filter(
    (c) =>
      c.width < MOST.width * low.width &&
      c.height < MOST.height * low.height &&
      c.area > LEAST_AREA * all &&
      c.width * c.height < MOST.area * all,
  );
  return blocks
    .flatMap((c): Mark[] => {
      const where = ninthOf(c.x + c.width / 2, c.y + c.height / 2, low);
      const quiet = quietAround(contrast, { x: c.x, y: c.y, width: c.width, height: c.height });
      if (where === "center" || quiet < 0.8 || cutByBorder(c, low)) return [];
      const rect = grown(image, c, scale);
      const read = texts.filter((t) => overlaps(boundsOf(t.quad), rect)).map((t) => t.string);
      return [
        {
          rect,
          where,
          confidence: (quiet - 0.5) * 2 * (where.includes("-") ? 1 : 0.8) * (isRunning(read) ? RUNNING : 1),
          ...(read.length > 0 && { text: read.join(" ") }),
        },
      ];
    })
    .sort((a, b) => b.confidence - a.confidence);
}

/** Things of the scene run out of the picture; marks keep a margin. `findMarks` widened them by the dilation. */
const cutByBorder = (c: Rect<"image">, size: { readonly width: number; readonly height: number }): boolean =>
  c.x === 0 || c.y === 0 || c.x + c.width >= size.width || c.y + c.height >= size.height;

function grown(image: RasterImage, c: Rect<"image">, scale: number): Rect<"image"> {
  const x = Math.max(0, Math.floor(c.x / scale) - 3);
  const y = Math.max(0, Math.floor(c.y / scale) - 3);
  const right = Math.min(image.width, Math.ceil((c.x + c.width) / scale) + 3);
  const bottom = Math.min(image.height, Math.ceil((c.y + c.height) / scale) + 3);
  return { x, y, width: right - x, height: bottom - y };
}
