import { ok, type Result } from "../../../protocol/errors.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { isGround } from "../background/ground-words.ts";
import { tellApart } from "../background/tell-apart.ts";
import { applyCube, colourCube } from "../kernel/colour-cube.ts";
import { blendBy, whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, type LightStep, step, unsupported } from "../light-step.ts";
import { adjustDetail, needsNeighbours } from "./detail.ts";
import { gradeColour } from "./grade-colour.ts";
import { leftOut, leftOutBy } from "./left-out.ts";
import { isBeyond, TONE_NAMES, type ToneWish, toneWish, WHITE_BALANCE } from "./tone-wish.ts";
import { whiteBalance } from "./white-balance.ts";

/** The whole picture as the wish makes it, a copy. Deterministic by `seed` (grain). */
export function graded(image: RasterImage, wish: ToneWish, seed: number): RasterImage {
  const coloured = applyCube(
    image,
    colourCube((colour) => gradeColour(colour, wish)),
  );
  return needsNeighbours(wish) ? adjustDetail(coloured, wish, seed) : coloured;
}

/** Share of pixels that lost their detail at the ends: 0 or 255 in every channel now, not before. */
export function burntShare(before: RasterImage, after: RasterImage): number {
  const flat = ({ data }: RasterImage, i: number): boolean =>
    (data[i] >= 254 && data[i + 1] >= 254 && data[i + 2] >= 254) || (data[i] <= 1 && data[i + 1] <= 1 && data[i + 2] <= 1);
  let burnt = 0;
  for (let i = 0; i < after.data.length; i += 4) if (flat(after, i) && !flat(before, i)) burnt++;
  return burnt / (after.data.length / 4);
}

const PICTURE = /^(?:图片?|图像|画面|照片|整体|整张|全图|image|picture|photo|it|everything)$/i;

interface Extent {
  readonly amount: ReturnType<typeof whereAllowed>;
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

/** Where a tone is wished: the picture, what was drawn, the ground behind the subject, or all but what is to be left out. */
async function extentOf(image: RasterImage, operation: Operation, context: LightContext): Promise<Result<Extent>> {
  const amount = whereAllowed(image, context);
  const { target } = operation;
  const drawn = context.region !== undefined || context.mask !== undefined;
  if (target === undefined || PICTURE.test(target.trim()) || (drawn && !isGround(target) && leftOutBy(target) === undefined))
    return ok({ amount, confidence: 1, reasons: [], warnings: [] });
  const kept = leftOutBy(target);
  if (kept !== undefined) {
    const left = await leftOut(image, kept, context);
    if (!left.ok) return left;
    for (let i = 0; i < amount.data.length; i++) amount.data[i] *= 1 - left.value.kept.data[i];
    return ok({ ...left.value, amount });
  }
  if (!isGround(target)) {
    return unsupported(
      `The light engine cannot find “${target}” in a picture.`,
      `Draw a region or mask around it, or leave “${target}” out to adjust the whole picture or its background.`,
    );
  }
  const parts = await tellApart(image, context);
  if (!parts.ok) return parts;
  const { alpha, confidence, reasons, warnings } = parts.value;
  for (let i = 0; i < amount.data.length; i++) amount.data[i] *= 1 - alpha.data[i];
  return ok({ amount, confidence, reasons, warnings });
}

/** `tone.adjust`: the picture, a region or the ground, brighter, warmer, in black and white … Code: `unsupported_operation`. */
export async function adjustTone(image: RasterImage, operation: Operation, context: LightContext): Promise<Result<LightStep>> {
  const asked = String(operation.value ?? "");
  const wish = toneWish(asked);
  const balances = asked.trim().toLowerCase() === WHITE_BALANCE;
  if (wish === undefined) {
    return unsupported(`The light engine knows no tone “${asked}”.`, `It can do: ${TONE_NAMES.join(", ")}.`, { tones: TONE_NAMES });
  }
  const extent = await extentOf(image, operation, context);
  if (!extent.ok) return extent;
  const { amount, confidence, reasons, warnings } = extent.value;
  const most = isBeyond(asked) ? [`“${asked}” is more than can be done; it was done as far as it goes (100 %).`] : [];
  const toned = balances ? applyCube(image, colourCube(whiteBalance(image))) : graded(image, wish, context.seed);
  const result = blendBy(image, toned, amount);
  const burnt = burntShare(image, result);
  const loss = burnt > 0.02 ? [`${Math.round(burnt * 100)} % of the picture lost its detail in pure black or white.`] : [];
  return ok(step(result, { confidence: confidence * Math.max(0.3, 1 - 2 * burnt), reasons: [...reasons, ...most, ...loss], warnings }));
}
