import { createCanvas } from "@napi-rs/canvas";
import type { GlyphRun, TypeRenderer } from "../../imaging/ports.ts";
import { createCoverageRenderer } from "../../imaging/typeface/coverage-renderer.ts";
import type { Typesetting } from "../../imaging/typeface/cuts.ts";

/** The rasteriser on Node: Skia through `@napi-rs/canvas`. `resolve` names the registered font of a run; fonts must have been prepared. */
export const createTypeRenderer = (resolve: (run: GlyphRun) => Typesetting): TypeRenderer =>
  createCoverageRenderer({ canvas: (width, height) => createCanvas(width, height).getContext("2d"), resolve });
