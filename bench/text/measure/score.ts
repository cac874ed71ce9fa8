import type { Evidence } from "../../../imaging/instant/evidence.ts";
import type { Category, RendererName } from "../generate/poster-spec.ts";

/** What one poster's edit came to. `undefined` where a figure has no meaning for it. Written as one JSON line. */
export interface Score {
  readonly seed: number;
  readonly category: Category;
  readonly renderer: RendererName;
  readonly format: string;
  readonly original: string;
  readonly wanted: string;
  /** Family, weight and size as drawn; size in finished pixels. */
  readonly font: string;
  readonly weight: number;
  readonly sizePx: number;
  /** The engine's library had the font. */
  readonly inLibrary: boolean;
  /** CIEDE2000 by which the string stands off the ground under it at its faintest letter; 0 = nobody could read it. */
  readonly contrast?: number;
  readonly found: boolean;
  readonly ocrExact: boolean;
  readonly ocr: string;
  /** Engine's error code, or the message of what it threw. */
  readonly failure?: string;
  /** The wanted string is read in the result; or just what is read there in the truth itself, where the reader fails on that too. */
  readonly readsWanted: boolean;
  /** … in the picture as a whole, its place not told. */
  readonly readsAfresh?: boolean;
  readonly readsAsTruth: boolean;
  readonly readBack?: string;
  /** Pixels outside the engine's mask that differ from the source. */
  readonly outsideChanged: number;
  /** Against the nearest right answer; `place`: which that is. */
  readonly ssim?: number;
  readonly place?: string;
  /** Against the poster's own layout alone. */
  readonly strictSsim?: number;
  readonly strictShift?: number;
  readonly psnr?: number;
  /** SSIM when only the place were right, and how many pixels it is off. */
  readonly placedSsim?: number;
  readonly shift?: number;
  /** The alignment the poster was laid out by, whether it shows in it, and what the engine took it for. */
  readonly anchor: string;
  readonly anchorShows: boolean;
  readonly gotAlign?: string;
  readonly gotFont?: string;
  readonly familyRight?: boolean;
  readonly weightRight?: boolean;
  /** Percent of the true size. */
  readonly sizeError?: number;
  /** Degrees. */
  readonly angleError?: number;
  /** Told opacity of the letters less the true one, percentage points, without its sign. */
  readonly opacityError?: number;
  /** CIEDE2000. */
  readonly fillError?: number;
  /** Of the same string erased instead: dB against the clean picture where there was ink, and fine texture over the clean picture's. */
  readonly platePsnr?: number;
  readonly textureRatio?: number;
  /** dB that the same ground with other grain scores there; only where it has any. */
  readonly plateBound?: number;
  /** Fill mask seen before any font is known, against the true one. */
  readonly matteIou?: number;
  readonly reconstruction?: number;
  readonly confidence?: number;
  readonly evidence?: Evidence;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  /** Wall time per stage and `total`; `cpu`: processor time of all threads; `onnx`: the networks alone while the picture is read. */
  readonly timingsMs: Readonly<Record<string, number>>;
}
