import type { RasterImage } from "../../imaging/raster/raster.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { canFind, type Engine } from "../engines/engine.ts";

/** What is written in a picture, line by line; nothing where no engine reads. Code: `cancelled`. */
export async function readWords(engines: readonly Engine[], image: RasterImage, signal: AbortSignal): Promise<Result<readonly string[]>> {
  try {
    return ok((await engines.find(canFind)?.read(image, signal)) ?? []);
  } catch (error) {
    if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
    throw error;
  }
}
