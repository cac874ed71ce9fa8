import { ok, type Result } from "../../../protocol/errors.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { parseHex, toCielab } from "../../raster/colour.ts";
import { deltaE2000Lab } from "../../raster/delta-e.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, type LightStep, step, unsupported } from "../light-step.ts";
import { paintEdge } from "./clean-edge.ts";
import { findPaint } from "./find-paint.ts";
import { medianLab, repaint } from "./repaint.ts";

/** ΔE2000 between the wanted colour and the recoloured part's median from which a person should look. */
const OFF = 3;

/** A thing below this lightness, CIELAB, hides most of its shading; made lighter by so much more, what little it shows stands for all of it. */
const NEARLY_BLACK = 25;
const MUCH_LIGHTER = 25;
const FLAT =
  "What is nearly black shows little of its shading: in a much lighter colour it may look flat, or its grain and gloss stand out.";

/** `object.recolour`: another colour with the shading kept. The thing is found by its named colour, a drawn area, or as the only subject. Code: `unsupported_operation`. */
export function recolourObject(image: RasterImage, operation: Operation, context: LightContext): Result<LightStep> {
  const target = parseHex(operation.style?.colour ?? operation.style?.gradient?.[0] ?? "");
  if (target === undefined) return unsupported("The colour to give is missing.", "Name a colour, for example “make the cup blue”.");
  const lab = oklabPixels(image);
  const found = findPaint(image, lab, { operation, context });
  if (!found.ok) return found;
  const edge = paintEdge(image, found.value.mask, whereAllowed(image, context));
  const result = repaint(image, { mask: found.value.mask, target, edge });
  const reached = result && medianLab(result, found.value.mask);
  if (result === undefined || reached === undefined)
    return unsupported("No part was found that surely has the colour to change.", "Draw a tighter region or a mask.");
  const off = deltaE2000Lab(reached, toCielab(target));
  const before = medianLab(image, found.value.mask);
  const flattened = before !== undefined && before[0] < NEARLY_BLACK && reached[0] - before[0] > MUCH_LIGHTER;
  const reasons = off > OFF ? [`The colour reached differs visibly from the one wanted (ΔE ${off.toFixed(1)}).`] : [];
  const flat = operation.style?.gradient === undefined ? [] : ["A thing is recoloured in one colour: the gradient's first was used."];
  return ok(
    step(result, {
      confidence: found.value.confidence * (off > OFF ? 0.6 : 1) * (flattened ? 0.59 : 1),
      reasons: [...found.value.reasons, ...reasons, ...(flattened ? [FLAT] : [])],
      warnings: flat,
    }),
  );
}
