import { basename } from "node:path";
import { cutModelFrame, type ModelFrame } from "../../../imaging/compositing/model-frame.ts";
import { createRaster, type RasterImage } from "../../../imaging/raster/raster.ts";
import { ok, type Result } from "../../../protocol/errors.ts";
import type { Size } from "../../../protocol/geometry.ts";
import type { EngineRequest } from "../engine.ts";
import { whiteMask } from "../frame-mask.ts";
import type { PictureCodec } from "../generative.ts";
import { writePrompt } from "../write-prompt.ts";
import type { Weights } from "./find-weights.ts";

export const MOST_REFERENCES = 2;
/** Enough to see where and what: not how fine. */
const PREVIEW_STEPS = 8;
const STEPS = 20;
const CFG = 2.5;

const numberIn = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === "number" && value >= least && value <= most ? value : undefined;

/** A reference whole and undistorted on white, at the output's size: the server would crop and stretch it to that. */
export function letterbox(picture: RasterImage, size: Size<"model">): RasterImage {
  const scale = Math.min(size.width / picture.width, size.height / picture.height);
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const fitted = cutModelFrame(picture, { rect: whole, size: { width, height } });
  const out = createRaster(size.width, size.height);
  out.data.fill(255);
  const [left, top] = [Math.floor((size.width - width) / 2), Math.floor((size.height - height) / 2)];
  for (let y = 0; y < height; y++) {
    const row = fitted.data.subarray(y * width * 4, (y + 1) * width * 4);
    out.data.set(row, ((y + top) * size.width + left) * 4);
  }
  return out;
}

interface Sampling {
  readonly steps: number;
  readonly cfg: number;
  readonly lora: Weights["lightning"];
}

/** Few-step weights soften small letters: for text the full number of steps is taken unless asked otherwise. */
export function samplingOf({ plan, options, preview }: EngineRequest, lightning: Weights["lightning"]): Sampling {
  const suits = preview !== undefined || plan.operations.every(({ kind }) => !kind.startsWith("text."));
  const taken = lightning !== undefined && (options.lightning === undefined ? suits : options.lightning === true);
  const fewest = taken ? lightning.steps : preview === undefined ? STEPS : PREVIEW_STEPS;
  const asked = preview === undefined ? numberIn(options.steps, 1, 100) : undefined;
  return {
    steps: Math.round(asked ?? fewest),
    cfg: numberIn(options.cfg, 1, 20) ?? (taken ? 1 : CFG),
    lora: taken ? lightning : undefined,
  };
}

export interface BodyOptions {
  readonly codec: PictureCodec;
  readonly lightning: Weights["lightning"];
  readonly signal: AbortSignal;
}

/**
 * What `POST /sdcpp/v1/img_gen` takes. Sizes and types are right by construction: this server ignores fields of the wrong type and aborts
 * on some sizes. With a mask the source is the starting picture too, at full strength: without it the server keeps emptiness outside.
 */
export async function jobBody(
  request: EngineRequest,
  frame: ModelFrame,
  { codec, lightning, signal }: BodyOptions,
): Promise<Result<Record<string, unknown>>> {
  const others = request.references.slice(0, MOST_REFERENCES).map((picture) => letterbox(picture, frame.size));
  const mask = request.mask === undefined ? [] : [whiteMask(request.mask, frame)];
  const encoded: string[] = [];
  for (const picture of [cutModelFrame(request.source, frame), ...others, ...mask]) {
    const png = await codec.encode(picture, "png", signal);
    if (!png.ok) return png;
    encoded.push(Buffer.from(png.value).toString("base64"));
  }
  const { steps, cfg, lora } = samplingOf(request, lightning);
  const pictures = encoded.slice(0, 1 + others.length);
  return ok({
    prompt: writePrompt(request.plan),
    ...frame.size,
    seed: request.seed % 2 ** 31,
    strength: 1,
    ref_images: pictures,
    ...(mask.length > 0 && { init_image: pictures[0], mask_image: encoded.at(-1) }),
    ...(lora && { lora: [{ path: basename(lora.path), multiplier: 1, is_high_noise: false }] }),
    sample_params: { sample_steps: steps, sample_method: "euler", flow_shift: 3, guidance: { txt_cfg: cfg } },
    embed_image_metadata: false,
    output_format: "png",
  });
}
