import { err, ok, type Result } from "../../../protocol/errors.ts";
import type { MattingForm } from "../../ports.ts";
import { blurImage } from "../../raster/blur.ts";
import { cropFloat } from "../../raster/crop.ts";
import { pushPull } from "../../raster/push-pull.ts";
import type { Mask, Plane, RasterImage } from "../../raster/raster.ts";
import { planeSampler } from "../kernel/stretched-sampler.ts";
import type { LightContext } from "../light-step.ts";
import { grownGround } from "./grown-ground.ts";
import { modelMatte } from "./model-matte.ts";
import { type Separation, separate, small } from "./separate.ts";

export interface ToldApart extends Separation {
  readonly warnings: readonly string[];
}

type ErrResult = Extract<Result<never>, { readonly ok: false }>;

/** The colour model's own cut is taken from here on; below, an installed network is asked. */
const SURE = 0.6;
/** Subjects a network may find, shares of the picture. */
const [LEAST, MOST] = [0.002, 0.97];
/** A network sees roughly: even a clear answer is trusted this far only. */
const TRUST = 0.85;

/** How clearly a matte says what is subject: 1 where only thin edges are mixed, 0 where half of it is. */
function decided({ data }: Plane): number {
  let [mixed, inside] = [0, 0];
  for (const v of data) {
    if (v > 0.5) inside++;
    if (v > 0.15 && v < 0.85) mixed++;
  }
  return inside === 0 ? 0 : Math.max(0, 1 - mixed / inside / 0.5);
}

/** A network's matte with both sides' colours spread under it, so that edges can be cleaned of the old ground. */
function byNetwork(image: RasterImage, alpha: Plane): Omit<Separation, "confidence" | "reasons"> {
  const picture = small(image);
  const at = planeSampler(alpha, picture);
  const sides = Float32Array.from({ length: picture.width * picture.height }, (_, i) =>
    at(i % picture.width, Math.floor(i / picture.width)),
  );
  const where = (test: (v: number) => boolean): Mask => ({ ...picture, data: Uint8Array.from(sides, (v) => (test(v) ? 255 : 0)) });
  const pixels = cropFloat(picture, { x: 0, y: 0, width: picture.width, height: picture.height });
  return {
    alpha,
    ground: blurImage(
      pushPull(
        pixels,
        where((v) => v < 0.02),
      ),
      1.5,
    ),
    subject: pushPull(
      pixels,
      where((v) => v > 0.98),
    ),
    grown: grownGround(picture),
    plainGround: false,
  };
}

interface Answer {
  readonly form: MattingForm;
  /** Absent where the network could not be run, or found nothing. */
  readonly cut?: ToldApart;
}

async function networkCut(image: RasterImage, { ports, signal }: LightContext): Promise<Answer | undefined> {
  const { matting: model } = ports;
  const form = await model?.form();
  if (model === undefined || form === undefined) return undefined;
  try {
    const alpha = await modelMatte(image, { model, form, signal });
    const area = alpha.data.reduce((sum, v) => sum + v, 0) / alpha.data.length;
    return area < LEAST || area > MOST ? { form } : { form, cut: cutBy(form, image, alpha) };
  } catch (cause) {
    if (signal.aborted) throw cause;
    return { form };
  }
}

function cutBy({ title, licence }: MattingForm, image: RasterImage, alpha: Plane): ToldApart {
  const clear = decided(alpha);
  return {
    ...byNetwork(image, alpha),
    confidence: Math.round(1000 * TRUST * clear) / 1000,
    reasons: clear < 0.6 ? [`${title} was not sure what the subject is; look at the cut.`] : [],
    warnings: [`The subject was cut out by ${title} (${licence}), which you installed.`],
  };
}

const OFFER = "A matting network can be installed for such pictures (emend models install u2netp).";

/** A refusal of the colour model, with what would help beside it. */
function refused(plain: ErrResult, answer: Answer | undefined, { ports }: LightContext): ErrResult {
  const more = answer !== undefined ? `${answer.form.title} found no subject either.` : ports.matting && OFFER;
  return more === undefined ? plain : err({ ...plain.error, help: `${plain.error.help ?? ""} ${more}`.trim() });
}

/**
 * Subject and ground: by colour where the ground is plain and the cut sure; else by the matting network the person installed, where
 * there is one and it is surer. Code `unsupported_operation` where neither can tell.
 */
export async function tellApart(image: RasterImage, context: LightContext): Promise<Result<ToldApart>> {
  const plain = separate(image);
  const own = plain.ok ? plain.value.confidence : 0;
  if (plain.ok && own >= SURE && plain.value.reasons.length === 0) return ok({ ...plain.value, warnings: [] });
  const answer = await networkCut(image, context);
  if (answer?.cut !== undefined && answer.cut.confidence > own) return ok(answer.cut);
  return plain.ok ? ok({ ...plain.value, warnings: [] }) : refused(plain, answer, context);
}
