import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Operation, Where } from "../../../protocol/plan.ts";
import type { Rgb } from "../../raster/colour.ts";
import { cropRaster } from "../../raster/crop.ts";
import { type EdgeGap, edgeGap } from "../../raster/edge-gap.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, type LightStep, step } from "../light-step.ts";
import { contrastOver } from "./contrast-over.ts";
import { layOver, layPlate } from "./lay-over.ts";

/** Margin to the picture's edge without a number, percent of its shorter side. */
const MARGIN = 4;
/** A mark takes this share of the picture: of the width and of the height at most. */
const SHARE = { width: 0.22, height: 0.22 };
/** Contrast ratio (WCAG) below which a mark drowns in what lies behind it. */
const READABLE = 1.8;

/** A narrower mark shows no lettering, pixels. */
const LEGIBLE = 24;

type Size = { readonly width: number; readonly height: number };

/** Where a mark of the reference's shape goes: into the region, or to its place with a margin. */
export function placeMark(
  picture: Size,
  mark: Size,
  at: { readonly where: Where; readonly gap: EdgeGap; readonly widthPx?: number | undefined; readonly region?: Rect<"image"> | undefined },
): Rect<"image"> {
  const room = at.region ?? { x: 0, y: 0, width: picture.width, height: picture.height };
  const gap = at.region ? { x: 0, y: 0 } : at.gap;
  const free = { width: Math.max(1, room.width - 2 * gap.x), height: Math.max(1, room.height - 2 * gap.y) };
  const most = at.region
    ? free
    : at.widthPx !== undefined
      ? { width: Math.min(free.width, at.widthPx), height: free.height }
      : { width: Math.min(free.width, picture.width * SHARE.width), height: Math.min(free.height, picture.height * SHARE.height) };
  const scale = Math.min(most.width / mark.width, most.height / mark.height);
  const width = Math.max(1, Math.round(mark.width * scale));
  const height = Math.max(1, Math.round(mark.height * scale));
  const where = at.region ? "center" : at.where;
  const along = (side: string, other: string, { keep, space, size }: { keep: number; space: number; size: number }): number =>
    where.includes(side) ? keep : where.includes(other) ? space - keep - size : Math.round((space - size) / 2);
  const x = room.x + along("left", "right", { keep: gap.x, space: room.width, size: width });
  const y = room.y + along("top", "bottom", { keep: gap.y, space: room.height, size: height });
  return { x, y, width, height };
}

/** The reference without its empty rim: margins are measured to what can be seen. */
function trimmed(mark: RasterImage): RasterImage | undefined {
  let [x0, y0, x1, y1] = [mark.width, mark.height, -1, -1];
  for (let i = 0; i < mark.width * mark.height; i++) {
    if (mark.data[i * 4 + 3] < 8) continue;
    const [x, y] = [i % mark.width, Math.floor(i / mark.width)];
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  return y1 < 0 ? undefined : cropRaster(mark, { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 });
}

/** A size asked for: a share of the picture's width (`sizeFactor` up to 1) or pixels. */
const widthOf = (style: Operation["style"], { width }: Size): number | undefined =>
  style?.size ?? (style?.sizeFactor !== undefined && style.sizeFactor <= 1 ? style.sizeFactor * width : undefined);

/** `image.add`: the first reference laid over the picture, on a plate where it would not stand out by itself. Code: `bad_request` without a reference. */
export function addImage(image: RasterImage, operation: Operation, context: LightContext): Result<LightStep> {
  const reference = context.references[0];
  const mark = reference === undefined ? undefined : trimmed(reference);
  if (mark === undefined) {
    const message = reference === undefined ? "The picture to add is missing." : "The picture to add has nothing in it that can be seen.";
    return err(emendError("bad_request", message, { stage: "engine", help: "Give it as a reference (--reference FILE)." }));
  }
  const where = operation.where ?? "bottom-right";
  const rect = placeMark(image, mark, {
    where,
    gap: edgeGap(operation.value, image, MARGIN),
    widthPx: widthOf(operation.style, image),
    region: context.region,
  });
  const sized = resizeRaster(mark, rect.width, rect.height);
  const allowed = whereAllowed(image, context);
  const { ratio, ink } = contrastOver(image, sized, rect);
  const beside = typeof operation.value === "string" && !/\d/.test(operation.value) && context.region === undefined;
  const reasons = beside ? [`Where “${operation.value}” is could not be told: draw a region where the picture is to stand.`] : [];
  const small = rect.width < LEGIBLE ? [`The added picture is only ${rect.width} px wide here; lettering in it cannot be read.`] : [];
  if (ratio >= READABLE) return ok(step(layOver(image, sized, rect, allowed), { warnings: small, reasons }));
  const plate: Rgb = ink > 0.35 ? [24, 24, 24] : [255, 255, 255];
  const grown = layPlate(image, rect, { colour: plate, allowed });
  return ok(
    step(layOver(grown, sized, rect, allowed), {
      reasons,
      warnings: [...small, "The added picture hardly stood out from what lies behind it, so it got a plate."],
    }),
  );
}
