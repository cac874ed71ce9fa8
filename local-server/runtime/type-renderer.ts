import { createCanvas } from "@napi-rs/canvas";
import type { GlyphRun, TypeRenderer } from "../../imaging/ports.ts";
import { createCoverageRenderer } from "../../imaging/typeface/coverage-renderer.ts";
import type { Typesetting } from "../../imaging/typeface/cuts.ts";
import type { GlyphIndex } from "./glyph-index.ts";

/**
 * The rasteriser on Node: Skia through `@napi-rs/canvas`. `resolve` names the registered font of a run; fonts must have been prepared.
 * `index`: glimpses made ahead; what it lacks is drawn.
 */
export function createTypeRenderer(resolve: (run: GlyphRun) => Typesetting, index?: Pick<GlyphIndex, "glimpse">): TypeRenderer {
  const skia = createCoverageRenderer({ canvas: (width, height) => createCanvas(width, height).getContext("2d"), resolve });
  return { ...skia, glimpse: (glyph) => index?.glimpse(glyph) ?? skia.glimpse(glyph) };
}
