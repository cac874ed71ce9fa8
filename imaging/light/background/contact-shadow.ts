import { labelComponents } from "../../raster/components.ts";
import { boundsOfMask, cropRaster, growRect } from "../../raster/crop.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask, RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import type { GrownGround } from "./grown-ground.ts";

/** The longer side at which shadows are told from edges, and how much finer than the cut that must be to say more than it. */
const SIDE = 2048;
const FINER = 1.5;
/** A shadow darkens the ground by this much at most, and keeps its hue: OKLab ×100, and per step of darkness. */
const DEEPEST = 60;
const HUE = { least: 3, each: 0.12 };
/** From pixel to pixel a shadow gets darker by less than an edge does, OKLab ×100. */
const STEP = 4.5;
/** A part smaller than this in depth, pixels of the cut, is the soft rim of an edge; larger than this share of the subject, it is part of it. */
const [RIM, LARGE] = [1.2, 0.06];
/** Things stand on the ground: above this height of the subject, share from its top, nothing is looked for. */
const FOOT = 0.5;

/** The subject's lower part, finer than the cut shows it. */
interface Close {
  readonly picture: RasterImage;
  readonly lab: Float32Array;
  /** Of a pixel, where it lies in the cut. */
  readonly at: (x: number, y: number) => readonly [number, number];
}

function closeLook(image: RasterImage, subject: Mask): Close | undefined {
  const bounds = boundsOfMask(subject);
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const zoom = image.width / subject.width;
  if (bounds === undefined || scale * zoom < FINER) return undefined;
  const foot = { ...bounds, y: bounds.y + FOOT * bounds.height, height: (1 - FOOT) * bounds.height };
  const around = growRect({ x: foot.x * zoom, y: foot.y * zoom, width: foot.width * zoom, height: foot.height * zoom }, 4 * zoom, image);
  const cut = cropRaster(image, around);
  const picture =
    scale === 1 ? cut : resizeRaster(cut, Math.max(1, Math.round(cut.width * scale)), Math.max(1, Math.round(cut.height * scale)));
  const [sx, sy] = [around.width / picture.width / zoom, around.height / picture.height / zoom];
  const [x0, y0] = [around.x / zoom, around.y / zoom];
  return { picture, lab: oklabPixels(picture), at: (x, y) => [x0 + (x + 0.5) * sx, y0 + (y + 0.5) * sy] };
}

/** Where a pixel may be the ground in less light: darker, of its hue. */
function shadeOf({ picture, lab, at }: Close, { grown, size }: { readonly grown: GrownGround; readonly size: Mask }): Uint8Array {
  const shade = new Uint8Array(lab.length / 3);
  const ground = new Float32Array(3);
  for (let i = 0; i < shade.length; i++) {
    const [x, y] = at(i % picture.width, Math.floor(i / picture.width));
    grown.rim.at((x * grown.field.width) / size.width, (y * grown.field.height) / size.height, ground);
    const depth = ground[0] - lab[i * 3];
    const off = Math.hypot(lab[i * 3 + 1] - ground[1], lab[i * 3 + 2] - ground[2]);
    if (depth < DEEPEST && off < HUE.least + HUE.each * Math.max(0, depth)) shade[i] = 1;
  }
  return shade;
}

/** What of the subject the ground beside it runs into without an edge. */
function reached(close: Close, subject: Mask, shade: Uint8Array): Mask {
  const { picture, lab, at } = close;
  const { width, height } = picture;
  const isSubject = maskWhere(picture, (i) => {
    const [x, y] = at(i % width, Math.floor(i / width));
    return subject.data[Math.min(subject.height - 1, Math.floor(y)) * subject.width + Math.min(subject.width - 1, Math.floor(x))] !== 0;
  });
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  for (let i = 0; i < seen.length; i++) if (isSubject.data[i] === 0 && shade[i] === 1) stack.push(i);
  for (const i of stack) seen[i] = 1;
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    for (const k of [x > 0 ? i - 1 : i, x + 1 < width ? i + 1 : i, i >= width ? i - width : i, i + width < seen.length ? i + width : i]) {
      if (seen[k] === 1 || shade[k] === 0 || Math.abs(lab[k * 3] - lab[i * 3]) > STEP) continue;
      seen[k] = 1;
      stack.push(k);
    }
  }
  return maskWhere(picture, (i) => seen[i] === 1 && isSubject.data[i] !== 0);
}

/** Small parts deep enough to be no soft rim; larger ones are the subject itself, where it is as the ground in less light. */
function shadowsIn(parts: Mask, { rim, large }: { readonly rim: number; readonly large: number }): Mask {
  const { labels, components } = labelComponents(parts);
  const inside = distanceInsideMask(parts);
  const deepest = new Float64Array(components.length + 1);
  for (let i = 0; i < labels.length; i++) deepest[labels[i]] = Math.max(deepest[labels[i]], labels[i] === 0 ? 0 : inside[i]);
  const kept = components.map(({ label, area }) => deepest[label] >= rim && area <= large);
  return maskWhere(parts, (i) => labels[i] !== 0 && kept[labels[i] - 1]);
}

/**
 * The subject without the shadows where it touches the ground. At the size of the cut they are as steep as edges; seen finer, the ground runs into
 * them. `subject` and what comes back are small, the picture is as it is.
 */
export function withoutContactShadows(image: RasterImage, subject: Mask, grown: GrownGround): Mask {
  const close = closeLook(image, subject);
  if (close === undefined) return subject;
  const { picture, at } = close;
  const [x0, y0] = at(0, 0);
  const each = at(1, 1)[0] - x0;
  const area = subject.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
  const parts = reached(close, subject, shadeOf(close, { grown, size: subject }));
  const shadows = shadowsIn(parts, { rim: RIM / each, large: (LARGE * area) / each ** 2 });
  const hits = new Float32Array(subject.data.length);
  for (let i = 0; i < shadows.data.length; i++) {
    if (shadows.data[i] === 0) continue;
    const [x, y] = [x0 + (i % picture.width) * each, y0 + Math.floor(i / picture.width) * each];
    hits[Math.floor(y) * subject.width + Math.floor(x)] += each ** 2;
  }
  return { ...subject, data: subject.data.map((v, i) => (hits[i] > 0.5 ? 0 : v)) };
}
