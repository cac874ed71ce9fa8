import type { Affine, Quad, Rect } from "../../../protocol/geometry.ts";

/** A poster as numbers: everything that is drawn follows from it, so the same seed gives the same picture. Lengths in pixels, colours 0–255 sRGB. */
export type Colour = readonly [number, number, number];
/** Neighbouring seeds run through these. */
export const CYCLE = [
  "flat",
  "gradient",
  "photo",
  "stripes",
  "wood",
  "noise",
  "panel-edge",
  "gradient-fill",
  "per-character",
  "outline",
  "shadow",
  "glow",
  "rotation",
  "shear",
  "perspective",
  "vertical",
  "paragraph",
  "side-aligned",
  "small",
  "large",
  "tracking",
  "price",
  "compressed",
  "held-out",
] as const;
/** All categories; those that came later have seeds of their own, so that the seeds of the others mean what they always meant. */
export const CATEGORIES = [...CYCLE, "opacity"] as const;
export type Category = (typeof CATEGORIES)[number];
export const RENDERERS = ["skia", "cairo", "chromium"] as const;
export type RendererName = (typeof RENDERERS)[number];
export type GroundKind = "flat" | "gradient" | "photo" | "stripes" | "wood" | "noise" | "panel-edge";

/** A cut of a family and where each renderer finds it. `equals`: families of the engine's library with the same drawings; none = outside it. */
export interface FontChoice {
  readonly name: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly han: boolean;
  readonly equals: readonly string[];
  /** The library face to hide when this font is to be held out. */
  readonly faceId?: string;
  /** Font files, read by Skia and Chromium. */
  files(text: string): readonly string[];
  /** Name under which Skia knows it, with the weight to ask for; registers what `text` needs. */
  skia(text: string): { readonly family: string; readonly weight: number };
  /** Family name for fontconfig, where it knows the face. */
  readonly cairo?: string;
  /** Its renderer ties no letters (ff, fi), tracked or not. */
  readonly untied?: true;
}

export type FillSpec =
  | { readonly kind: "solid"; readonly colour: Colour }
  | { readonly kind: "gradient"; readonly axis: "h" | "v"; readonly from: Colour; readonly to: Colour }
  | { readonly kind: "perCharacter"; readonly colours: readonly Colour[] };

export interface ShadowSpec {
  readonly colour: Colour;
  readonly opacity: number;
  readonly dx: number;
  readonly dy: number;
  /** As CSS: twice the Gaussian's sigma. */
  readonly blur: number;
  /** Drawn so many times over each other; glows need more than one. */
  readonly times: number;
}

/** One line. `x`, `y`: anchor on the baseline; of vertical lines the middle of the column's top. */
export interface TextSpec {
  readonly text: string;
  readonly font: FontChoice;
  readonly sizePx: number;
  readonly trackingPx: number;
  readonly anchor: "left" | "center" | "right";
  readonly x: number;
  readonly y: number;
  readonly vertical: boolean;
  readonly fill: FillSpec;
  /** Visible band outside the fill. */
  readonly outline?: { readonly colour: Colour; readonly width: number };
  readonly shadow?: ShadowSpec;
  /** Of all that is painted, 0–1; 1 unless said. */
  readonly opacity?: number;
}

export interface GroundSpec {
  readonly kind: GroundKind;
  readonly colours: readonly Colour[];
  readonly seed: number;
  /** Of a photo-like ground, σ in levels; the seed's own choice, 1.2–4.1, where it is not said. */
  readonly grain?: number | undefined;
}

/** As a camera or many savings leave a picture; seen after resampling. */
export interface WearSpec {
  /** σ, pixels. */
  readonly blur: number;
  /** Light lost in the corners, 0–1. */
  readonly vignette: number;
  /** σ, levels. */
  readonly grain: number;
  readonly seed: number;
}

export interface FinishSpec {
  /** Size of the finished picture over the drawn one (Lanczos). */
  readonly scale: number;
  readonly format: "png" | "jpeg" | "webp";
  readonly quality: number;
  readonly wear?: WearSpec;
}

export interface PosterSpec {
  readonly seed: number;
  readonly category: Category;
  readonly renderer: RendererName;
  readonly width: number;
  readonly height: number;
  readonly ground: GroundSpec;
  readonly lines: readonly TextSpec[];
  /** Index into `lines` of the string to replace. */
  readonly subject: number;
  readonly wanted: string;
  readonly angle: number;
  /** Layout → picture. */
  readonly transform: Affine;
  /** Where the picture's corners go, for perspective. */
  readonly warp?: Quad<"image">;
  readonly finish: FinishSpec;
  readonly heldOut: readonly string[];
}

/** Straight RGBA `[H, W, 4]`. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** `[H, W]` 0–255. */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The poster with the wanted string at one place; `why`: as drawn, or what makes that place right too. */
export interface Truth {
  readonly why: string;
  readonly pixels: Pixels;
  /** Around both strings' fill. */
  readonly around: Rect<"image">;
}

export interface Poster {
  readonly spec: PosterSpec;
  /** The encoded source, and what it decodes to. */
  readonly bytes: Uint8Array;
  readonly source: Pixels;
  /** With the wanted string as the poster's own layout has it, through the same resampling and compression. */
  readonly truth: Pixels;
  /** With the wanted string at each place where it may rightly stand; the first is `truth`. */
  readonly truths: readonly Truth[];
  /** Without the string to replace, through the same. */
  readonly clean: Pixels;
  /** The same with other grain, where the ground has any: the best plate of whoever cannot know it. */
  readonly regrained?: Pixels;
  readonly original: string;
  readonly quad: Quad<"image">;
  /** Fill coverage of the old and of the new string. */
  readonly oldFill: Coverage;
  readonly newFill: Coverage;
  /** All that was painted for them, effects too. */
  readonly oldInk: Coverage;
  readonly newInk: Coverage;
}

/** Draws lines on nothing: straight RGBA of the given size. */
export interface TextRenderer {
  draw(
    lines: readonly TextSpec[],
    at: { readonly width: number; readonly height: number; readonly transform: Affine },
  ): Promise<Uint8ClampedArray>;
  close(): Promise<void>;
}
