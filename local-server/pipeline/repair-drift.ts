import { compositeDrift } from "../../imaging/compositing/drift/composite-drift.ts";
import { cropMask, cropRaster } from "../../imaging/raster/crop.ts";
import { createMask, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { intersect, type Rect } from "../../protocol/geometry.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { EngineOutput } from "../engines/engine.ts";
import type { Inputs } from "./load-inputs.ts";

/** Farthest a picture may have moved before a person should look, share of the frame's longer side. */
const LARGE_DRIFT = 0.05;
const UNALIGNED = "The engine's picture could not be laid over the source exactly.";
const MOVED = "The engine had moved the picture a lot before it was laid back.";

export interface Repaired {
  /** Source-sized, with a mask, as the rest of the pipeline expects it; `frame` still tells that an engine repainted. */
  readonly output: EngineOutput;
  /** False where the engine gave the picture back as it was: worth another seed. */
  readonly changed: boolean;
  /** Share of the frame that changed, 0–1. */
  readonly changedShare: number;
  readonly aligned: boolean;
}

/** All of the source needs no copy. */
const framed = (source: RasterImage, frame: Rect<"image">): RasterImage =>
  frame.width === source.width && frame.height === source.height ? source : cropRaster(source, frame);

/** The source with the repaired frame in its place, and the frame's mask among zeros. */
function putBack(source: RasterImage, rect: Rect<"image">, repair: { image: RasterImage; mask: Mask }): { image: RasterImage; mask: Mask } {
  if (rect.width === source.width && rect.height === source.height) return repair;
  const image = { width: source.width, height: source.height, data: source.data.slice() };
  const mask = createMask(source.width, source.height);
  for (let row = 0; row < rect.height; row++) {
    const to = (rect.y + row) * source.width + rect.x;
    image.data.set(repair.image.data.subarray(row * rect.width * 4, (row + 1) * rect.width * 4), to * 4);
    mask.data.set(repair.mask.data.subarray(row * rect.width, (row + 1) * rect.width), to);
  }
  return { image, mask };
}

const reasonsFor = (aligned: boolean, driftPx: number, side: number): readonly string[] =>
  aligned ? (driftPx > LARGE_DRIFT * side ? [MOVED] : []) : [UNALIGNED];

/** A repainting engine's picture brought down to what it changed in the source, inside what the person allowed. */
export function repairDrift(output: EngineOutput & { readonly frame: Rect<"image"> }, inputs: Inputs, plan: Plan): Repaired {
  const { frame } = output;
  const { source, mask, region } = inputs;
  const inside = region && intersect<"image">(region, frame);
  const repair = compositeDrift(framed(source, frame), output.image, {
    everything: plan.operations.some(({ kind }) => kind === "style.transfer"),
    ...(inside && { region: { ...inside, x: inside.x - frame.x, y: inside.y - frame.y } }),
    ...(mask && { allowed: cropMask(mask, frame) }),
  });
  const { aligned, driftPx } = repair.registration;
  const reasons = [...output.reasons, ...reasonsFor(aligned, driftPx, Math.max(frame.width, frame.height))];
  const repaired = { ...output, ...putBack(source, frame, repair), reasons };
  return { output: repaired, changed: repair.changed > 0, changedShare: repair.changed, aligned };
}
