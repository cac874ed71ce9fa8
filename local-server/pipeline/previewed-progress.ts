import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { Preview } from "../../protocol/edit.ts";
import type { EngineEvent } from "../engines/engine.ts";
import type { EditContext, PipelineOptions } from "./pipeline-ports.ts";

type Step = Pick<EngineEvent, "stage" | "done" | "total">;
type Place = Omit<Preview, "sha256">;

export interface ProgressOptions extends Pick<PipelineOptions, "codec" | "blobs"> {
  readonly context: EditContext;
  /** Of the source: where a preview without a frame lies. */
  readonly source: { readonly width: number; readonly height: number };
  /** Whether pictures on the way are wanted. */
  readonly previews: boolean;
}

/** Progress that carries the latest preview along, so that who looks in late sees it too. */
export class PreviewedProgress {
  readonly #options: ProgressOptions;
  #last: Preview | undefined;
  #storing: Promise<void> = Promise.resolve();
  #busy = false;

  constructor(options: ProgressOptions) {
    this.#options = options;
  }

  /** Passes an engine's event on; its picture follows as soon as it is stored, and is skipped while one is being stored. */
  tell({ preview, frame, ...progress }: EngineEvent): void {
    const { context, source, previews } = this.#options;
    context.onProgress({ ...progress, ...(this.#last && { preview: this.#last }) });
    if (preview === undefined || !previews || this.#busy) return;
    const place = frame ?? { x: 0, y: 0, width: source.width, height: source.height };
    this.#busy = true;
    this.#storing = this.show(preview, place, progress).finally(() => {
      this.#busy = false;
    });
  }

  /** Stores a picture and tells it. A preview that cannot be stored is left out: it is no part of the result. */
  async show(image: RasterImage, { x, y, width, height }: Place, progress: Step): Promise<void> {
    const { codec, blobs, context } = this.#options;
    const png = await codec.encode(image, "png", context.signal);
    const kept = png.ok ? await blobs.put(png.value) : png;
    if (!kept.ok || context.signal.aborted) return;
    this.#last = { x, y, width, height, sha256: kept.value };
    context.onProgress({ ...progress, preview: this.#last });
  }

  /** Resolves when nothing is being stored any more. */
  settled(): Promise<void> {
    return this.#storing;
  }
}
