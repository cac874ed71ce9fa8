import type { Answer } from "../../protocol/edit.ts";
import { type EmendError, emendError, err, type Result } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { MattingModel, SeenCode } from "../ports.ts";
import type { FloatImage, Mask, RasterImage } from "../raster/raster.ts";

/** A text as the injected reader gives it: corners in image pixels. */
export interface SeenText {
  readonly string: string;
  readonly quad: readonly { readonly x: number; readonly y: number }[];
  readonly confidence: number;
}

export interface SeenFace {
  readonly rect: Rect<"image">;
  /** 0–1. */
  readonly confidence: number;
}

/** A cut of the picture to be restored under `mask`, and what came of it; the shapes of the text engine's plate. */
export interface HoleRegion {
  readonly rect: Rect<"image">;
  /** 0–255, the source's pixels. */
  readonly pixels: FloatImage;
  /** 255 where pixels must not be learnt from. */
  readonly foreign: Mask;
}
export interface FilledHole {
  readonly pixels: FloatImage;
  readonly method: string;
  /** RMS on known pixels, 0–255. */
  readonly holdOutError: number;
  /** Share of the hole's outline, 0–1, at which the fill meets the ground in an edge that is not the ground's own. */
  readonly seam?: number;
}

/** What the light operations borrow from their neighbours: they know neither the text stages nor the grammar. */
export interface LightPorts {
  restorePlate(region: HoleRegion, mask: Mask, options: { readonly seed: number; readonly signal?: AbortSignal }): Promise<FilledHole>;
  /** Every text in a picture. Throws the signal's reason. */
  findTexts(image: RasterImage, signal: AbortSignal): Promise<readonly SeenText[]>;
  /** Every face in a picture, the surest first; absent where nothing can find them. */
  readonly findFaces?: ((image: RasterImage, signal: AbortSignal) => Promise<readonly SeenFace[]>) | undefined;
  /** Every QR code and barcode in a picture; absent where nothing can read them. Throws the signal's reason. */
  readonly findCodes?: ((image: RasterImage, signal: AbortSignal) => Promise<readonly SeenCode[]>) | undefined;
  /** A matting network; absent where none can be. */
  readonly matting?: MattingModel | undefined;
  /** Colours named in words, `#rrggbb`, in order. */
  coloursIn(words: string): readonly string[];
  /** The colour of a ground, `#rrggbb`, where the words name nothing but a colour. */
  groundColour(words: string): string | undefined;
}

/** Everything an operation may know beside the picture. `region` and `mask` say where may be worked; pixels are lent. */
export interface LightContext {
  readonly ports: LightPorts;
  readonly region?: Rect<"image"> | undefined;
  /** Source-sized, 0–255; soft values blend. */
  readonly mask?: Mask | undefined;
  readonly references: readonly RasterImage[];
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Other operations of the same wish are carried out too, elsewhere. */
  readonly amongOthers?: boolean;
}

/** What one operation made of a picture. */
export interface LightStep {
  /** Equals the picture given in wherever nothing was meant to change. */
  readonly image: RasterImage;
  /** 0–1. */
  readonly confidence: number;
  /** Why a person should look, one sentence each. */
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  readonly answers?: readonly Answer[];
  /** Pixels became transparent: a layer above the source cannot show that, the result must stand in for the source. */
  readonly cutOut?: boolean;
  /** The picture has another frame than the one given in: where it lies in that one's pixels. */
  readonly frame?: Rect<"image">;
}

export type LightOperation = (
  image: RasterImage,
  operation: Operation,
  context: LightContext,
) => Promise<Result<LightStep>> | Result<LightStep>;

/** A refusal: what cannot be done, and what can. */
export const unsupported = (
  message: string,
  help: string,
  details?: EmendError["details"],
): { readonly ok: false; readonly error: EmendError } =>
  err(emendError("unsupported_operation", message, { stage: "engine", help, ...(details && { details }) }));

/** A refusal because the picture is as wished already: beside other operations it stops none of them. */
export const asWished = (message: string, help: string): { readonly ok: false; readonly error: EmendError } =>
  unsupported(message, help, { asWished: true });

export const step = (image: RasterImage, more: Partial<Omit<LightStep, "image">> = {}): LightStep => ({
  image,
  confidence: 1,
  reasons: [],
  warnings: [],
  ...more,
});
