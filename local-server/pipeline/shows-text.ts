import type { RasterImage } from "../../imaging/raster/raster.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { boundsOf, intersect, type Rect } from "../../protocol/geometry.ts";
import { canFind, type Engine } from "../engines/engine.ts";
import { findTextsIn } from "./find-texts-in.ts";

/** From this share of an area on its lettering is what was drawn around; less is the print on a thing, or a number plate. */
const MEANT = 0.15;

/**
 * Whether an area was drawn around lettering rather than around a thing that bears some. Without an engine that finds text: no.
 * Code: `cancelled`.
 */
export async function showsText(
  engines: readonly Engine[],
  image: RasterImage,
  { region, signal }: { readonly region: Rect<"image">; readonly signal: AbortSignal },
): Promise<Result<boolean>> {
  const reader = engines.find(canFind);
  if (reader === undefined) return ok(false);
  try {
    const texts = await findTextsIn(reader, image, { region, signal });
    const covered = texts.reduce((sum, { quad }) => {
      const { width, height } = intersect(boundsOf(quad), region);
      return sum + width * height;
    }, 0);
    return ok(covered >= MEANT * region.width * region.height);
  } catch (error) {
    if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
    throw error;
  }
}
