import { ok, type Result } from "../../../protocol/errors.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { fromOklab, parseHex, type Rgb, toOklab } from "../../raster/colour.ts";
import { cropRaster } from "../../raster/crop.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { blendBy, whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, type LightOperation, type LightStep, step, unsupported } from "../light-step.ts";
import { layOver } from "../place/lay-over.ts";
import { hasClearGround, laidBeneath } from "./clear-ground.ts";
import { cutOut } from "./cut-out.ts";
import { holdsFineMarks } from "./fine-marks.ts";
import { type FinePrint, finePrint, lostOn, withoutPrint } from "./fine-print.ts";
import { withoutShadow } from "./ground-words.ts";
import { type NewGround, overNewGround } from "./over-new-ground.ts";
import { type ToldApart, tellApart } from "./tell-apart.ts";

const shadowsStay = ({ value, target, style }: Operation): boolean =>
  style?.shadow !== false && !withoutShadow(`${value ?? ""} ${target ?? ""}`);

/** A gradient from corner to corner, mixed where steps look even; `degrees` clockwise from left to right. */
function gradientGround(stops: readonly Rgb[], { width, height }: RasterImage, degrees = 90): NewGround {
  const labs = stops.map(toOklab);
  const [right, down] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const from = Math.min(0, right * (width - 1)) + Math.min(0, down * (height - 1));
  const length = Math.abs(right * (width - 1)) + Math.abs(down * (height - 1));
  const steps = Array.from({ length: Math.round(length) + 1 }, (_, i) => {
    const at = (i / Math.max(1, length)) * (labs.length - 1);
    const k = Math.min(labs.length - 2, Math.floor(at));
    const [a, b] = [labs[k], labs[k + 1]];
    return fromOklab([0, 1, 2].map((c) => a[c] + (b[c] - a[c]) * (at - k)) as unknown as Rgb);
  });
  return (x, y, out) => out.set(steps[Math.round(x * right + y * down - from)]);
}

/** The reference scaled and cut to cover the picture, its middle kept. */
export function covering(reference: RasterImage, { width, height }: RasterImage): RasterImage {
  const scale = Math.max(width / reference.width, height / reference.height);
  const big = resizeRaster(
    reference,
    Math.max(width, Math.round(reference.width * scale)),
    Math.max(height, Math.round(reference.height * scale)),
  );
  return cropRaster(big, { x: (big.width - width) >> 1, y: (big.height - height) >> 1, width, height });
}

const pictureGround =
  (picture: RasterImage): NewGround =>
  (x, y, out) => {
    const i = (y * picture.width + x) * 4;
    for (let c = 0; c < 3; c++) out[c] = picture.data[i + c];
  };

const everywhere = (plane: Plane): Plane => ({ ...plane, data: new Float32Array(plane.data.length).fill(1) });

interface Printed {
  readonly parts: ToldApart;
  readonly print: readonly FinePrint[];
}

/** Subject and ground told apart, with the small text printed on the ground by itself, where there is any. */
async function tellPrintApart(image: RasterImage, context: LightContext): Promise<Result<Printed>> {
  const parts = await tellApart(image, context);
  if (!parts.ok) return parts;
  if (!parts.value.plainGround || !holdsFineMarks(image, parts.value)) return ok({ parts: parts.value, print: [] });
  const print = finePrint(image, parts.value, await context.ports.findTexts(image, context.signal));
  return ok({ parts: { ...parts.value, ...withoutPrint(parts.value, print) }, print });
}

const printed = (image: RasterImage, print: readonly FinePrint[], allowed: Plane): RasterImage =>
  print.reduce((under, { mark, rect }) => layOver(under, mark, rect, allowed), image);

/** Sureness at most where something printed on the old ground is lost on the new one. */
const LOST_SURE = 0.5;

async function onGround(
  image: RasterImage,
  ground: NewGround,
  given: { operation: Operation; context: LightContext },
): Promise<Result<LightStep>> {
  const allowed = whereAllowed(image, given.context);
  if (hasClearGround(image)) return ok(step(laidBeneath(image, ground, allowed)));
  const told = await tellPrintApart(image, given.context);
  if (!told.ok) return told;
  const { parts, print } = told.value;
  const bare = overNewGround(image, parts, { ground, keepShadow: parts.plainGround && shadowsStay(given.operation) });
  const result = blendBy(image, printed(bare, print, everywhere(allowed)), allowed);
  const lost = lostOn(bare, print);
  return ok(
    step(result, {
      confidence: lost.length > 0 ? Math.min(LOST_SURE, parts.confidence) : parts.confidence,
      reasons: [...parts.reasons, ...lost],
      warnings: parts.warnings,
    }),
  );
}

/** `background.recolour`: one colour or a gradient behind the subject, its shadow kept unless it is asked to go. Code: `unsupported_operation`. */
export const recolourBackground: LightOperation = async (image, operation, context) => {
  const { colour, gradient, gradientAngle } = operation.style ?? {};
  const stops = (gradient ?? (colour === undefined ? [] : [colour])).map(parseHex).filter((rgb) => rgb !== undefined);
  if (stops.length === 0)
    return unsupported("Which colour the background shall have is missing.", "Name a colour, for example “make the background white”.");
  const ground: NewGround = stops.length === 1 ? (_x, _y, out) => out.set(stops[0]) : gradientGround(stops, image, gradientAngle);
  return onGround(image, ground, { operation, context });
};

/** `background.replace` by a reference picture. Words alone need an engine that paints. Codes: `unsupported_operation`. */
export const replaceBackground: LightOperation = async (image, operation, context) => {
  const reference = context.references[0];
  if (reference !== undefined) return onGround(image, pictureGround(covering(reference, image)), { operation, context });
  const colour = context.ports.groundColour(String(operation.value ?? ""));
  if (colour !== undefined) return recolourBackground(image, { ...operation, style: { ...operation.style, colour } }, context);
  return unsupported(
    `The light engine cannot paint a new background${operation.value === undefined ? "" : ` “${operation.value}”`}.`,
    "Give the new background as a reference picture, name a colour instead, or use a generative engine.",
  );
};

/** `background.remove`: the subject alone, clean at its edges. The result stands in for the source: a layer above cannot erase. */
export const removeBackground: LightOperation = async (image, _operation, context) => {
  if (hasClearGround(image))
    return unsupported(
      "The background is see-through already; there is nothing to remove.",
      "Name a colour to lay one beneath the subject.",
    );
  const told = await tellPrintApart(image, context);
  if (!told.ok) return told;
  const { parts, print } = told.value;
  const { confidence, reasons, warnings } = parts;
  const allowed = whereAllowed(image, context);
  return ok(step(printed(cutOut(image, parts, allowed), print, allowed), { confidence, reasons, warnings, cutOut: true }));
};
