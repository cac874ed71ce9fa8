import type { Affine } from "../../../../protocol/geometry.ts";
import type { EngineFill, EngineStroke, Loose } from "./engine.ts";
import { fromEngineMatrix, toEngineMatrix } from "./place.ts";

const DEFAULTS = { visible: true, opacity: 1, blendMode: "NORMAL" };
const BLACK = { r: 0, g: 0, b: 0, a: 1 };

/** A paint as a plugin writes it, as the engine keeps it: without these names and defaults it draws no image. */
export function toEngineFill(paint: Loose): EngineFill {
  const { scaleMode, imageTransform, gradientTransform, ...rest } = paint;
  const matrices = {
    ...(imageTransform !== undefined && { imageTransform: toEngineMatrix(imageTransform as Affine) }),
    ...(gradientTransform !== undefined && { gradientTransform: toEngineMatrix(gradientTransform as Affine) }),
  };
  const scale = scaleMode === undefined ? {} : { imageScaleMode: String(scaleMode) };
  return { ...DEFAULTS, color: BLACK, ...rest, ...scale, ...matrices } as EngineFill;
}

/** The engine's fill as a plugin reads it. */
export function fromEngineFill(fill: EngineFill): Loose {
  const { type, visible = true, opacity = 1, blendMode = "NORMAL", imageHash, imageScaleMode, color } = fill;
  const shared = { type, visible, opacity, blendMode };
  if (type === "SOLID") return { ...shared, color: { r: color?.r, g: color?.g, b: color?.b } };
  if (type !== "IMAGE")
    return {
      ...shared,
      gradientStops: fill.gradientStops,
      gradientTransform: fill.gradientTransform && fromEngineMatrix(fill.gradientTransform),
    };
  const crop = fill.imageTransform && imageScaleMode === "CROP" ? { imageTransform: fromEngineMatrix(fill.imageTransform) } : {};
  return { ...shared, imageHash: imageHash ?? null, scaleMode: imageScaleMode, ...crop };
}

export const toEngineStroke = (paint: Loose): EngineStroke =>
  ({ visible: true, opacity: 1, weight: 1, align: "INSIDE", ...paint }) as EngineStroke;

export const toEngineEffect = (effect: Loose): Loose => ({ spread: 0, ...effect });
