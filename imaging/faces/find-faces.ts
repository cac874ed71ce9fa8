import type { Rect } from "../../protocol/geometry.ts";
import type { FaceModel, Tensor } from "../ports.ts";
import { cropRaster } from "../raster/crop.ts";
import type { RasterImage } from "../raster/raster.ts";
import { resizeRaster } from "../raster/resample.ts";

/** A face and how sure the detector is, 0–1. */
export interface Face {
  readonly rect: Rect<"image">;
  readonly confidence: number;
}

const SIDE = 192;
const GRID = 48;
const NUMBERS = 17;
/** In the whole picture, and in its parts, where texture looks like small faces more often. */
const SURE_WHOLE = 0.6;
const SURE_PART = 0.75;
/** Pictures with a longer side are also looked at in parts: a face must be some 10 of 192 pixels wide. */
const LOOK_CLOSER = 640;
const OVERLAP = 0.25;
const SAME = 0.3;

/** The picture at the top left of the detector's square, black beside it. RGB −1…1. */
function tensorOf(image: RasterImage): { readonly input: Tensor; readonly scale: number } {
  const scale = SIDE / Math.max(image.width, image.height);
  const small = resizeRaster(image, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  const data = new Float32Array(SIDE * SIDE * 3).fill(-1);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      const [from, to] = [(y * small.width + x) * 4, (y * SIDE + x) * 3];
      for (let c = 0; c < 3; c++) data[to + c] = small.data[from + c] / 127.5 - 1;
    }
  }
  return { input: { data, dims: [1, SIDE, SIDE, 3] }, scale };
}

/** One anchor a cell: the box is centre offset and size in detector pixels. */
function faceAt({ data }: Tensor, i: number): Face {
  const at = i * NUMBERS;
  const cell = SIDE / GRID;
  const [width, height] = [data[at + 2], data[at + 3]];
  const x = data[at] + ((i % GRID) + 0.5) * cell - width / 2;
  const y = data[at + 1] + (Math.floor(i / GRID) + 0.5) * cell - height / 2;
  return { rect: { x, y, width, height }, confidence: 1 / (1 + Math.exp(-data[at + NUMBERS - 1])) };
}

interface Look {
  readonly signal: AbortSignal;
  readonly x: number;
  readonly y: number;
  readonly sure: number;
}

async function facesIn(image: RasterImage, model: FaceModel, { signal, x, y, sure }: Look): Promise<Face[]> {
  const { input, scale } = tensorOf(image);
  const output = await model.detect(input, signal);
  const found: Face[] = [];
  for (let i = 0; i < GRID * GRID; i++) {
    const { rect, confidence } = faceAt(output, i);
    if (confidence < sure || rect.width <= 0 || rect.height <= 0) continue;
    const back = { x: x + rect.x / scale, y: y + rect.y / scale, width: rect.width / scale, height: rect.height / scale };
    found.push({ rect: back, confidence });
  }
  return found;
}

function overlap(a: Rect<"image">, b: Rect<"image">): number {
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x));
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** The surest of each pile of boxes on one face. */
function distinct(faces: readonly Face[]): Face[] {
  const kept: Face[] = [];
  for (const face of [...faces].sort((a, b) => b.confidence - a.confidence))
    if (kept.every((other) => overlap(other.rect, face.rect) < SAME)) kept.push(face);
  return kept;
}

function clipped({ rect, confidence }: Face, image: RasterImage): Face {
  const [x, y] = [Math.max(0, Math.floor(rect.x)), Math.max(0, Math.floor(rect.y))];
  const width = Math.min(image.width, Math.ceil(rect.x + rect.width)) - x;
  return { rect: { x, y, width, height: Math.min(image.height, Math.ceil(rect.y + rect.height)) - y }, confidence };
}

/** Four overlapping parts of a picture. */
function partsOf({ width, height }: RasterImage): Rect<"image">[] {
  const [w, h] = [Math.ceil(width * (0.5 + OVERLAP / 2)), Math.ceil(height * (0.5 + OVERLAP / 2))];
  return [0, width - w].flatMap((x) => [0, height - h].map((y) => ({ x, y, width: w, height: h })));
}

/**
 * Every face of a picture, the surest first: upright or a little turned, from about a twentieth of the picture's longer side (a fortieth in
 * large ones). Cost: one run of the detector, five for pictures over 640 px. Throws the signal's reason.
 * Source: Bazarevsky et al., BlazeFace, 2019 (arXiv 1907.05047).
 */
export async function findFaces(image: RasterImage, model: FaceModel, signal: AbortSignal): Promise<Face[]> {
  const found = await facesIn(image, model, { signal, x: 0, y: 0, sure: SURE_WHOLE });
  const parts = Math.max(image.width, image.height) > LOOK_CLOSER ? partsOf(image) : [];
  for (const part of parts) {
    const closer = await facesIn(cropRaster(image, part), model, { signal, x: part.x, y: part.y, sure: SURE_PART });
    found.push(...closer);
  }
  return distinct(found)
    .map((face) => clipped(face, image))
    .filter(({ rect }) => rect.width > 0 && rect.height > 0);
}
