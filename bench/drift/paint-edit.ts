import { createMask, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";

export const EDIT_KINDS = ["texture", "object", "recolour"] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

type Next = () => number;
type Shape = (x: number, y: number) => boolean;
type Brush = (i: number, x: number, y: number) => readonly [number, number, number];

/** A turned ellipse or rectangle of `area` pixels somewhere in the middle part of the picture. */
function shapeIn({ width, height }: RasterImage, area: number, next: Next): Shape {
  const [cx, cy] = [width * (0.2 + 0.6 * next()), height * (0.2 + 0.6 * next())];
  const [turn, aspect, round] = [next() * Math.PI, 0.5 + next(), next() < 0.5];
  const side = Math.sqrt(area * (round ? 4 / Math.PI : 1));
  const [a, b] = [(side * Math.sqrt(aspect)) / 2, side / Math.sqrt(aspect) / 2];
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const [u, v] = [((x - cx) * c + (y - cy) * s) / a, ((y - cy) * c - (x - cx) * s) / b];
    return round ? u * u + v * v <= 1 : Math.abs(u) <= 1 && Math.abs(v) <= 1;
  };
}

/** Stripes of a random colour. */
function texture(next: Next): Brush {
  const [turn, stripe] = [next() * Math.PI, 4 + next() * 20];
  const colour = [next() * 255, next() * 255, next() * 255];
  return (_, x, y) => {
    const wave = 50 * Math.sin(((x * Math.cos(turn) + y * Math.sin(turn)) * 2 * Math.PI) / stripe);
    return [colour[0] + wave, colour[1] + wave, colour[2] + wave];
  };
}

/** Another part of another picture in its place. */
function object({ width, height }: RasterImage, other: RasterImage, next: Next): Brush {
  const [dx, dy] = [Math.floor(next() * other.width), Math.floor(next() * other.height)];
  const flip = next() < 0.5;
  return (_, x, y) => {
    const at = (((y + dy) % other.height) * other.width + (((flip ? width - 1 - x : x) + dx + height) % other.width)) * 4;
    return [other.data[at], other.data[at + 1], other.data[at + 2]];
  };
}

/** The same thing in another colour: mixed with a paint, shading kept. */
function recolour({ data }: RasterImage, next: Next): Brush {
  const paint = [next() * 255, next() * 255, next() * 255];
  return (i) => {
    const light = (0.299 * data[i * 4] + 0.587 * data[i * 4 + 1] + 0.114 * data[i * 4 + 2] + 60) / 200;
    return [paint[0] * light, paint[1] * light, paint[2] * light];
  };
}

/** Levels from which a changed pixel is one that can be told. */
const SEEN = 12;

export interface PaintedEdit {
  readonly edited: RasterImage;
  /** What was painted. */
  readonly edit: Mask;
  /** The part of it that differs visibly from what was there; the rest may be found or not. */
  readonly seen: Mask;
}

/** Paints one to three parts anew, `share` of the area at most, and says where. `other`: a picture that objects are taken from. */
export function paintEdit(source: RasterImage, at: { kind: EditKind; share: number; other: RasterImage; next: Next }): PaintedEdit {
  const { kind, share, other, next } = at;
  const { width, height } = source;
  const edited = { width, height, data: Uint8ClampedArray.from(source.data) };
  const [edit, seen] = [createMask(width, height), createMask(width, height)];
  const parts = 1 + Math.floor(next() * 3);
  for (let k = 0; k < parts; k++) {
    const inside = shapeIn(source, (share * width * height) / parts, next);
    const brush = kind === "texture" ? texture(next) : kind === "object" ? object(source, other, next) : recolour(source, next);
    for (let i = 0; i < width * height; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      if (!inside(x, y)) continue;
      const colour = brush(i, x, y);
      for (let c = 0; c < 3; c++) edited.data[i * 4 + c] = colour[c];
      edit.data[i] = 255;
      const steps = colour.map((v, c) => Math.abs(Math.min(255, Math.max(0, v)) - source.data[i * 4 + c]));
      seen.data[i] = Math.max(...steps) > SEEN ? 255 : 0;
    }
  }
  return { edited, edit, seen };
}
