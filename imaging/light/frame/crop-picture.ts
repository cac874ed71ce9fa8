import { ok, type Result } from "../../../protocol/errors.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { reframe } from "../../raster/reframe.ts";
import { asWished, type LightContext, type LightStep, step, unsupported } from "../light-step.ts";
import { type FrameWish, frameWish, perSide, sidesOf } from "./frame-wish.ts";
import { type SubjectBox, subjectBox } from "./subject-box.ts";

type Size = Pick<RasterImage, "width" | "height">;

/** The largest size of that ratio inside the picture. */
function largest({ width, height }: Size, ratio: number): Size {
  return width / height > ratio
    ? { width: Math.max(1, Math.round(height * ratio)), height }
    : { width, height: Math.max(1, Math.round(width / ratio)) };
}

/** A size that fits is cut as asked; one that does not gives the largest cut of its shape: pixels are not made up. */
function sizeWished(
  wish: Extract<FrameWish, { by: "ratio" | "size" | "length" }>,
  image: Size,
): { readonly size: Size; readonly smaller: boolean } {
  if (wish.by === "length") {
    const size = { width: image.width, height: image.height, [wish.axis]: Math.min(wish.amount, image[wish.axis]) };
    return { size, smaller: wish.amount > image[wish.axis] };
  }
  if (wish.by === "ratio") return { size: largest(image, wish.ratio), smaller: false };
  const fits = wish.width <= image.width && wish.height <= image.height;
  const size = fits ? { width: wish.width, height: wish.height } : largest(image, wish.width / wish.height);
  return { size, smaller: !fits };
}

const within = (value: number, most: number): number => Math.round(Math.min(Math.max(0, value), Math.max(0, most)));

/** Start of a cut of `length` along one axis: at the side named, else so that the subject lies in its middle. */
function startOf(
  axis: readonly [start: string, end: string],
  where: string,
  at: { length: number; whole: number; middle: number },
): number {
  const room = at.whole - at.length;
  if (where.includes(axis[0])) return 0;
  if (where.includes(axis[1])) return room;
  return within(where === "center" ? room / 2 : at.middle - at.length / 2, room);
}

function placed(size: Size, image: Size, { where }: Operation, subject: SubjectBox): Rect<"image"> {
  const { rect } = subject;
  return {
    x: startOf(["left", "right"], where ?? "", { length: size.width, whole: image.width, middle: rect.x + rect.width / 2 }),
    y: startOf(["top", "bottom"], where ?? "", { length: size.height, whole: image.height, middle: rect.y + rect.height / 2 }),
    ...size,
  };
}

function cutBySides(wish: Extract<FrameWish, { by: "percent" | "pixels" }>, image: Size, operation: Operation): Rect<"image"> {
  const off = perSide(wish, sidesOf(operation), image);
  return { x: off.left, y: off.top, width: image.width - off.left - off.right, height: image.height - off.top - off.bottom };
}

/** The subject with a tenth of air around it: "crop to the product". */
function aroundSubject({ rect }: SubjectBox, image: Size): Rect<"image"> {
  const air = Math.round(0.1 * Math.max(rect.width, rect.height));
  const [x, y] = [Math.max(0, rect.x - air), Math.max(0, rect.y - air)];
  return {
    x,
    y,
    width: Math.min(image.width, rect.x + rect.width + air) - x,
    height: Math.min(image.height, rect.y + rect.height + air) - y,
  };
}

const cutsInto = ({ rect }: SubjectBox, cut: Rect<"image">): boolean =>
  rect.x < cut.x - 1 || rect.y < cut.y - 1 || rect.x + rect.width > cut.x + cut.width + 1 || rect.y + rect.height > cut.y + cut.height + 1;

interface Cut {
  readonly rect: Rect<"image">;
  readonly confidence?: number;
  readonly reasons?: readonly string[];
  readonly warnings?: readonly string[];
  /** What to say where the size asked for is more than there is and nothing is to be cut. */
  readonly tooSmall?: string;
}

/** Why a crop around the subject cannot be. */
const NO_SUBJECT = unsupported(
  "Nothing was found that stands out from the background.",
  "Name a shape (16:9), a size (1080x1080), an amount (10% off the top), or draw a region.",
);

const TOO_MUCH = "That would cut everything away.";
const UNKNOWN_SUBJECT = "What the subject is could not be told for sure; look whether the cut leaves it whole, or name a side to keep.";
const INTO_SUBJECT = "The cut goes through what looks like the subject: it does not fit into this shape as a whole.";

function cutFor(image: RasterImage, operation: Operation, context: LightContext): Cut | undefined {
  const wish = frameWish(operation.value);
  if (wish === undefined) {
    if (context.region !== undefined) return { rect: context.region };
    if (operation.target === undefined || !/\p{L}{2}|\p{Script=Han}/u.test(operation.target)) return undefined;
    const subject = subjectBox(image);
    return { rect: aroundSubject(subject, image), confidence: subject.confidence };
  }
  if (wish.by === "percent" || wish.by === "pixels") return { rect: cutBySides(wish, image, operation) };
  const subject = subjectBox(image);
  const { size, smaller } = sizeWished(wish, image);
  const rect = placed(size, image, operation, subject);
  const sure = subject.confidence >= 0.6;
  return {
    rect,
    confidence: sure ? 1 : 0.8,
    ...(smaller && wish.by === "size" && { tooSmall: `The picture is smaller than ${wish.width} × ${wish.height}; it was not enlarged.` }),
    ...(sure && cutsInto(subject, rect) && { reasons: [INTO_SUBJECT] }),
    warnings: [
      ...(smaller
        ? [
            `The picture is smaller than ${wish.by === "size" ? `${wish.width} × ${wish.height}` : "that"}; it was cut to that shape, not enlarged.`,
          ]
        : []),
      ...(sure || operation.where !== undefined ? [] : [UNKNOWN_SUBJECT]),
    ],
  };
}

/**
 * `crop`: to a ratio or size with the subject kept in the middle, by a share or pixels off the sides named, to the region drawn,
 * or around the subject. Nothing is enlarged. Codes: `unsupported_operation` where no amount is said or nothing would be left.
 */
export function cropPicture(image: RasterImage, operation: Operation, context: LightContext): Result<LightStep> {
  const cut = cutFor(image, operation, context);
  if (cut === undefined)
    return unsupported(
      "How the picture is to be cropped is not said.",
      "Name a shape (16:9), a size (1080x1080), an amount (10% off the top), or draw a region.",
    );
  const { rect, tooSmall, ...found } = cut;
  if (found.confidence === 0) return NO_SUBJECT;
  if (rect.width < 1 || rect.height < 1) return unsupported(TOO_MUCH, "Name a smaller amount.");
  if (rect.width === image.width && rect.height === image.height)
    return asWished(tooSmall ?? "The picture already has that shape; there is nothing to cut away.", "Name another shape or an amount.");
  return ok(step(reframe(image, rect), { ...found, frame: rect, cutOut: true }));
}
