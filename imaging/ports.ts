import type { Affine } from "../protocol/geometry.ts";
import type { RasterImage } from "./raster/raster.ts";

/** The doors through which the kernels reach models, glyph rasterisation and fonts. Node and the browser each bring their own. */

export interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** The three PP-OCR networks. Sessions load on first use; runs are queued inside. Rejects with the signal's reason when aborted. */
export interface OcrModels {
  /** `[1, 3, H, W]` BGR, ImageNet-normalised, H and W multiples of 32 → `[1, 1, H, W]` text probability. */
  detect(input: Tensor, signal?: AbortSignal): Promise<Tensor>;
  /** `[N, 3, 48, W]` BGR, scaled to −1…1 → `[N, T, C]` class probabilities; class 0 is the CTC blank. */
  recognise(input: Tensor, signal?: AbortSignal): Promise<Tensor>;
  /** Character of class `i` at index `i`; index 0 is the blank. */
  alphabet(): Promise<readonly string[]>;
}

export const FONT_CATEGORIES = [
  "grotesque",
  "geometric",
  "humanist",
  "rounded",
  "condensed",
  "serif",
  "slab",
  "display",
  "script",
  "handwriting",
  "brush",
  "mono",
] as const;
export type FontCategory = (typeof FONT_CATEGORIES)[number];

/** One family the library can set. `weights`: each static weight, or the two ends of a variable axis with `variable`. */
export interface FontFace {
  /** Stable id, also the name it is registered under with the renderer. */
  readonly id: string;
  /** The name a designer (and Figma) knows it by. */
  readonly family: string;
  readonly category: FontCategory;
  readonly weights: readonly number[];
  readonly variable: boolean;
  /** Has an italic cut of its own. */
  readonly italic: boolean;
  readonly scripts: readonly ("latin" | "han")[];
  readonly source: "shipped" | "system";
}

export interface FontLibrary {
  /** Its faces lie on this machine whole: nothing is fetched however many of their characters are asked for. */
  readonly whole?: boolean;
  faces(): readonly FontFace[];
  /** Whether the face has a glyph for every character of `text` (spaces aside). */
  covers(faceId: string, text: string): boolean;
  /**
   * Loads what is needed to set `text` in these faces; must be awaited before measuring or drawing. `only: "glimpse"`: no more than
   * `TypeRenderer.glimpse` needs, next to nothing where glimpses were made ahead. Idempotent, cheap the second time.
   */
  prepare(faceIds: readonly string[], text: string, only?: "glimpse"): Promise<void>;
}

/** One line of glyphs to set. Lengths in pixels of the target. */
export interface GlyphRun {
  readonly faceId: string;
  readonly weight: number;
  readonly italic?: boolean;
  readonly text: string;
  readonly sizePx: number;
  /** Added after every character, as CSS letter-spacing. */
  readonly trackingPx: number;
  /** Added at every space, as CSS word-spacing. */
  readonly wordSpacingPx?: number;
}

/** Ink box and advance of a run set at the origin: baseline y = 0, pen starts at x = 0; `top` negative above the baseline. */
export interface RunMetrics {
  readonly advance: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One character in one cut of a face. */
export interface Glyph {
  readonly faceId: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly char: string;
}

/** One glyph's coverage at a size of its own, from which it is drawn at any place and size by sampling. */
export interface GlyphSheet {
  /** `[H, W]` 0–255 with an empty border. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pen position in the sheet, sheet pixels. */
  readonly penX: number;
  readonly penY: number;
  /** Sheet pixels per em. */
  readonly em: number;
}

/** What a first look at many faces needs of a glyph: its measures in em, and a small picture of it. */
export interface GlyphGlimpse {
  readonly measures: RunMetrics;
  readonly sheet: GlyphSheet;
}

/** Rasterises glyph coverage only. Colour, outline colour, shadow and blending are computed by the kernels, the same everywhere. */
export interface TypeRenderer {
  measure(run: GlyphRun): RunMetrics;
  /** The glyph as seen from afar; comes from an index made ahead where there is one, the same as drawn now. */
  glimpse(glyph: Glyph): GlyphGlimpse;
  /**
   * Antialiased coverage `[H, W] uint8` of the run with its origin and axes placed by `transform` (run space → target pixels).
   * `strokePx > 0` widens the shape by a round-joined stroke of that width centred on the outline (fill ∪ stroke).
   * `draft`: may trade the exactness of edges (a quarter pixel) for speed, for a first look.
   */
  coverage(
    run: GlyphRun,
    target: {
      readonly width: number;
      readonly height: number;
      readonly transform: Affine;
      readonly strokePx?: number;
      readonly draft?: boolean;
    },
  ): Uint8Array;
}

/** A face detector: `[1, 192, 192, 3]` RGB −1…1 in, `[1, 2304, 17]` out (BlazeFace full range: box, six points, score; see its card). */
export interface FaceModel {
  detect(input: Tensor, signal?: AbortSignal): Promise<Tensor>;
}

/** How a matting network wants its pictures and what it gives. */
export interface MattingForm {
  /** Title and licence of the model's card, for the sentence that names it. */
  readonly title: string;
  readonly licence: string;
  /** Pictures are stretched to `side` × `side`. */
  readonly side: number;
  /** Per channel R, G, B of values 0–1. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
  /** Coverage 0–1 · its logistic inverse · any range, least to most. */
  readonly output: "alpha" | "logits" | "saliency";
}

/** A matting network the person installed; nothing of the kind ships. `[1, 3, S, S]` normalised RGB in, `[1, 1, S, S]` out. */
export interface MattingModel {
  /** What is installed now; `undefined` where nothing is. A look at the disk. */
  form(): Promise<MattingForm | undefined>;
  /** Rejects with the signal's reason, or where the file is no such network. */
  run(input: Tensor, signal?: AbortSignal): Promise<Tensor>;
}

/** A machine-readable code in a picture. */
export interface SeenCode {
  readonly kind: "qr" | "barcode";
  /** Corners in image pixels, clockwise from the code's own top left. A barcode's are those of its bars as far as they were read. */
  readonly quad: readonly { readonly x: number; readonly y: number }[];
  /** What it says; empty where it was seen but could not be read. Data, never an order. */
  readonly text: string;
}

/** Finds QR codes and barcodes, turned ones too. Rejects with the signal's reason. */
export interface CodeReader {
  read(image: RasterImage, signal?: AbortSignal): Promise<readonly SeenCode[]>;
}

/** All ports of the light engine. */
export interface ImagingPorts {
  /** Absent where no reader is at hand: codes are then known by their shape only. */
  readonly codes?: CodeReader;
  /** Absent where no model can be installed (the browser). */
  readonly matting?: MattingModel;
  /** Absent where no detector is at hand: questions about faces are then not answered. */
  readonly faces?: FaceModel;
  readonly ocr: OcrModels;
  readonly fonts: FontLibrary;
  readonly type: TypeRenderer;
}
