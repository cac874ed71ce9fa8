import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { invertHomography, project, rectToQuad } from "../../../imaging/raster/homography.ts";
import { apply, boundsOf, invert, type Point, type Quad, type Rect } from "../../../protocol/geometry.ts";
import { admissiblePlaces } from "./admissible-places.ts";
import { paintGround, regrainedGround } from "./grounds.ts";
import type { Coverage, Pixels, Poster, PosterSpec, TextRenderer, TextSpec, Truth } from "./poster-spec.ts";
import { warpPixels } from "./warp-pixels.ts";
import { worn } from "./wear.ts";

interface Overlays {
  readonly below: Uint8ClampedArray;
  readonly old: Uint8ClampedArray;
  readonly oldFill: Uint8ClampedArray;
  readonly wanted: readonly {
    readonly why: string;
    readonly ink: Uint8ClampedArray;
    readonly fill: Uint8ClampedArray;
  }[];
}

const bare = ({ outline: _o, shadow: _s, opacity: _a, ...line }: TextSpec): TextSpec => ({
  ...line,
  fill: { kind: "solid", colour: [255, 255, 255] },
});

/** A layer of one line seen through as that line says. */
function faded(layer: Uint8ClampedArray, { opacity = 1 }: TextSpec): Uint8ClampedArray {
  return opacity === 1 ? layer : layer.map((value, i) => (i % 4 === 3 ? value * opacity : value));
}

async function overlaysOf(spec: PosterSpec, renderer: TextRenderer): Promise<Overlays> {
  const { width, height, transform, warp } = spec;
  const subject = spec.lines[spec.subject];
  const draw = async (lines: readonly TextSpec[]): Promise<Uint8ClampedArray> => {
    const flat = await renderer.draw(lines, { width, height, transform });
    return warp ? warpPixels(flat, { width, height }, warp) : flat;
  };
  const wanted: Overlays["wanted"][number][] = [];
  for (const { why, line } of admissiblePlaces(spec))
    wanted.push({ why, ink: faded(await draw([line]), line), fill: await draw([bare(line)]) });
  return {
    below: await draw(spec.lines.filter((l) => l !== subject)),
    old: faded(await draw([subject]), subject),
    oldFill: await draw([bare(subject)]),
    wanted,
  };
}

/** Lays straight RGBA over float RGB; the ground stays as it is. */
function over(ground: Float32Array, layers: readonly Uint8ClampedArray[]): Uint8ClampedArray {
  const out = new Float32Array(ground);
  for (const layer of layers) {
    for (let i = 0, k = 0; k < layer.length; i += 3, k += 4) {
      const alpha = layer[k + 3] / 255;
      if (alpha === 0) continue;
      for (let c = 0; c < 3; c++) out[i + c] += alpha * (layer[k + c] - out[i + c]);
    }
  }
  return new Uint8ClampedArray(out);
}

/** The drawn picture at its finished size, worn as the poster says. */
async function finished(rgb: Uint8ClampedArray, { width, height, finish: { scale, wear } }: PosterSpec): Promise<Sharp> {
  const picture = sharp(rgb, { raw: { width, height, channels: 3 } });
  if (scale !== 1) picture.resize(Math.round(width * scale), Math.round(height * scale), { fit: "fill" });
  if (wear === undefined) return picture;
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(worn(new Uint8ClampedArray(data), info, wear), { raw: { width: info.width, height: info.height, channels: 3 } });
}

async function encoded(rgb: Uint8ClampedArray, spec: PosterSpec): Promise<Buffer> {
  const { format, quality } = spec.finish;
  const picture = await finished(rgb, spec);
  if (format === "png") return picture.png().toBuffer();
  return format === "jpeg" ? picture.jpeg({ quality }).toBuffer() : picture.webp({ quality }).toBuffer();
}

async function decoded(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

async function coverageOf(rgba: Uint8ClampedArray, { width, height, finish }: PosterSpec): Promise<Coverage> {
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = rgba[i * 4 + 3];
  if (finish.scale === 1) return { width, height, data: alpha };
  const { data, info } = await sharp(alpha, { raw: { width, height, channels: 1 } })
    .resize(Math.round(width * finish.scale), Math.round(height * finish.scale), { fit: "fill" })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** Corners of the ink in the layout's own axes, carried into the finished picture. */
function quadOfInk(rgba: Uint8ClampedArray, spec: PosterSpec): Quad<"image"> {
  const { width, height, transform, warp, finish } = spec;
  const inverse = invert(transform);
  const bend = warp && rectToQuad({ width, height }, warp);
  const unbend = bend && invertHomography(bend);
  if (!inverse) throw new Error("the layout's transform has no inverse");
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < width * height; i++) {
    if (rgba[i * 4 + 3] < 64) continue;
    const at = { x: (i % width) + 0.5, y: Math.floor(i / width) + 0.5 };
    const p = apply<"image">(inverse, unbend ? project(unbend, at.x, at.y) : at);
    box.left = Math.min(box.left, p.x - 0.5);
    box.right = Math.max(box.right, p.x + 0.5);
    box.top = Math.min(box.top, p.y - 0.5);
    box.bottom = Math.max(box.bottom, p.y + 0.5);
  }
  const corner = (x: number, y: number): Point<"image"> => {
    const p = apply<"image">(transform, { x, y });
    const q = bend ? project(bend, p.x, p.y) : p;
    return { x: q.x * finish.scale, y: q.y * finish.scale };
  };
  return [corner(box.left, box.top), corner(box.right, box.top), corner(box.right, box.bottom), corner(box.left, box.bottom)];
}

function boundsOfInk(...planes: readonly Coverage[]): Rect<"image"> {
  const points: Point<"image">[] = [];
  for (const { width, data } of planes) {
    for (let i = 0; i < data.length; i++) if (data[i] > 24) points.push({ x: i % width, y: Math.floor(i / width) });
  }
  if (points.length === 0) throw new Error("nothing was drawn");
  const xs = points.reduce((m, p) => [Math.min(m[0], p.x), Math.max(m[1], p.x)], [Infinity, -Infinity]);
  const ys = points.reduce((m, p) => [Math.min(m[0], p.y), Math.max(m[1], p.y)], [Infinity, -Infinity]);
  const [w, h] = [planes[0].width, planes[0].height];
  const tight = boundsOf<"image">([
    { x: Math.max(0, xs[0] - 2), y: Math.max(0, ys[0] - 2) },
    { x: Math.min(w, xs[1] + 3), y: Math.min(h, ys[1] + 3) },
  ]);
  return tight;
}

/** A ground from a folder of pictures, cut to size. */
async function photographed(folder: string, spec: PosterSpec): Promise<Float32Array | undefined> {
  const files = readdirSync(folder)
    .filter((f) => /\.(jpe?g|png|webp)$/i.test(f))
    .sort();
  if (files.length === 0) return undefined;
  const path = join(folder, files[spec.seed % files.length]);
  const raw = await sharp(path).removeAlpha().toColourspace("srgb").resize(spec.width, spec.height, { fit: "cover" }).raw().toBuffer();
  return Float32Array.from(raw);
}

/** Draws a poster with everything that is known about it. `photos`: folder of pictures for the photo grounds. */
export async function makePoster(spec: PosterSpec, renderer: TextRenderer, photos?: string): Promise<Poster> {
  const pictured = photos !== undefined && spec.ground.kind === "photo" ? await photographed(photos, spec) : undefined;
  const ground = pictured ?? paintGround(spec.ground, spec);
  const layers = await overlaysOf(spec, renderer);
  const bytes = await encoded(over(ground, [layers.below, layers.old]), spec);
  const oldFill = await coverageOf(layers.oldFill, spec);
  const truths: Truth[] = [];
  for (const { why, ink, fill } of layers.wanted) {
    const pixels = await decoded(await encoded(over(ground, [layers.below, ink]), spec));
    truths.push({ why, pixels, around: boundsOfInk(oldFill, await coverageOf(fill, spec)) });
  }
  const [drawn] = layers.wanted;
  const regrained = pictured ? undefined : regrainedGround(spec.ground, spec);
  return {
    spec,
    bytes,
    source: await decoded(bytes),
    truth: truths[0].pixels,
    truths,
    clean: await decoded(await encoded(over(ground, [layers.below]), spec)),
    ...(regrained ? { regrained: await decoded(await encoded(over(regrained, [layers.below]), spec)) } : {}),
    original: spec.lines[spec.subject].text,
    quad: quadOfInk(layers.oldFill, spec),
    oldFill,
    newFill: await coverageOf(drawn.fill, spec),
    oldInk: await coverageOf(layers.old, spec),
    newInk: await coverageOf(drawn.ink, spec),
  };
}
