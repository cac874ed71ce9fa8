import { ok, type Result } from "../../../protocol/errors.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { parseHex, type Rgb } from "../../raster/colour.ts";
import { createPlane, type Plane, type RasterImage } from "../../raster/raster.ts";
import { reframe } from "../../raster/reframe.ts";
import { asWished, type LightContext, type LightStep, step, unsupported } from "../light-step.ts";
import { continueEdge, missOf } from "./continue-edge.ts";
import { frameWish, perSide, SIDES, type Side, sidesOf } from "./frame-wish.ts";

type Sides = Readonly<Record<Side, number>>;

/** Pixels looked at along a side. */
const DEPTH = 160;
/** A side foretold better than this (RMS, 0–255) is plain; worse than the second, a person should look. */
const PLAIN = 3;
const ROUGH = 10;
const MOST_PIXELS = 64_000_000;

const NAMES: Readonly<Record<Side, string>> = { left: "left", right: "right", top: "top", bottom: "bottom" };
const lies = (side: Side): boolean => side === "left" || side === "right";

/** Index of the pixel `s` steps inside the side at `t` along it. */
function indexAt(image: RasterImage, side: Side, s: number, t: number): number {
  if (side === "left") return t * image.width + s;
  if (side === "right") return t * image.width + image.width - 1 - s;
  return side === "top" ? s * image.width + t : (image.height - 1 - s) * image.width + t;
}

/** One channel along a side: column 0 is the edge, rows run along it. */
function stripAlong(image: RasterImage, side: Side, channel: number): Plane {
  const depth = Math.min(DEPTH, lies(side) ? image.width : image.height);
  const strip = createPlane(depth, lies(side) ? image.height : image.width);
  for (let t = 0; t < strip.height; t++)
    for (let s = 0; s < depth; s++) strip.data[t * depth + s] = image.data[indexAt(image, side, s, t) * 4 + channel];
  return strip;
}

const frameBeyond = (image: RasterImage, side: Side, count: number): Rect<"image"> => ({
  x: side === "left" ? -count : 0,
  y: side === "top" ? -count : 0,
  width: image.width + (lies(side) ? count : 0),
  height: image.height + (lies(side) ? 0 : count),
});

interface Grown {
  readonly image: RasterImage;
  /** RMS on known pixels. */
  readonly miss: number;
}

/** A see-through edge has no ground to continue: the canvas grows see-through there. */
function isSeeThrough(image: RasterImage, side: Side): boolean {
  const length = lies(side) ? image.height : image.width;
  let clear = 0;
  for (let t = 0; t < length; t++) if (image.data[indexAt(image, side, 0, t) * 4 + 3] < 128) clear++;
  return clear > length / 2;
}

function grow(image: RasterImage, side: Side, count: number): Grown {
  const out = reframe(image, frameBeyond(image, side, count));
  if (isSeeThrough(image, side)) return { image: out, miss: 0 };
  let square = 0;
  for (let c = 0; c < 3; c++) {
    const strip = stripAlong(image, side, c);
    const beyond = continueEdge(strip, count);
    square += missOf(strip, count) ** 2;
    for (let t = 0; t < beyond.height; t++) {
      for (let s = 0; s < count; s++) {
        const at = indexAt(out, side, s, t) * 4;
        out.data[at + c] = beyond.data[t * count + s];
        out.data[at + 3] = 255;
      }
    }
  }
  return { image: out, miss: Math.sqrt(square / 3) };
}

/** The canvas grown in one colour, as a mount around the picture is: nothing is foretold, so nothing can miss. */
function growPlain(image: RasterImage, side: Side, { count, colour }: { readonly count: number; readonly colour: Rgb }): Grown {
  const out = reframe(image, frameBeyond(image, side, count));
  const along = lies(side) ? out.height : out.width;
  for (let t = 0; t < along; t++) for (let s = 0; s < count; s++) out.data.set([...colour, 255], indexAt(out, side, s, t) * 4);
  return { image: out, miss: 0 };
}

/** Pixels to add so that the picture gets a shape, or a size where that is larger, shared by both sides of the axis that grows. */
function toShape(ratio: number, image: RasterImage, operation: Operation): Sides {
  const wider = image.width / image.height < ratio;
  const more = wider ? Math.round(image.height * ratio) - image.width : Math.round(image.width / ratio) - image.height;
  return share(wider ? { x: more, y: 0 } : { x: 0, y: more }, operation);
}

/** A side named takes all of its axis's growth; without a name both sides take half. */
function share(more: { readonly x: number; readonly y: number }, { where, sides }: Operation): Sides {
  const named = (side: Side): boolean => (where?.split("-").includes(side) ?? false) || (sides?.length === 1 && sides[0] === side);
  const split = (amount: number, [start, end]: readonly [Side, Side]): readonly [number, number] => {
    if (named(start) && !named(end)) return [amount, 0];
    if (named(end) && !named(start)) return [0, amount];
    return [Math.floor(amount / 2), Math.ceil(amount / 2)];
  };
  const [left, right] = split(Math.max(0, more.x), ["left", "right"]);
  const [top, bottom] = split(Math.max(0, more.y), ["top", "bottom"]);
  return { left, right, top, bottom };
}

function growthFor(image: RasterImage, operation: Operation): Sides | undefined {
  const wish = frameWish(operation.value);
  if (wish === undefined) return undefined;
  if (wish.by === "percent" || wish.by === "pixels") return perSide(wish, sidesOf(operation), image);
  if (wish.by === "ratio") return toShape(wish.ratio, image, operation);
  if (wish.by === "length") {
    const more = wish.amount - image[wish.axis];
    return share(wish.axis === "width" ? { x: more, y: 0 } : { x: 0, y: more }, operation);
  }
  const larger = wish.width >= image.width && wish.height >= image.height;
  return larger
    ? share({ x: wish.width - image.width, y: wish.height - image.height }, operation)
    : toShape(wish.width / wish.height, image, operation);
}

function reasonFor(side: Side, miss: number): string | undefined {
  if (miss <= ROUGH) return undefined;
  return `The ${NAMES[side]} edge is not a plain background; its colours were continued, so look whether it holds (a generative engine can paint it).`;
}

/**
 * `canvas.extend`: the picture on a larger canvas whose new parts continue the ground at each edge; the picture itself keeps every
 * pixel; with a colour in `style` they are of that colour. Right for plain, soft and evenly textured grounds; others are flagged by how badly known pixels could be foretold.
 * Code: `unsupported_operation` where no amount is said, nothing is to be added, or the canvas would be over 64 million pixels.
 */
export function extendCanvas(image: RasterImage, operation: Operation, _context: LightContext): Result<LightStep> {
  const sides = growthFor(image, operation);
  const help = "Name an amount (10%, 200px), a shape (16:9) or a size (1920x1080), and a side if only one is meant.";
  if (sides === undefined) return unsupported("How far the canvas is to be extended is not said.", help);
  const [width, height] = [image.width + sides.left + sides.right, image.height + sides.top + sides.bottom];
  if (width === image.width && height === image.height)
    return asWished("The picture already has that shape; there is nothing to add.", help);
  if (width * height > MOST_PIXELS)
    return unsupported(`A canvas of ${width} × ${height} is more than can be edited.`, "Name a smaller amount.");
  const colour = parseHex(operation.style?.colour ?? "");
  let grown = image;
  let confidence = 1;
  const reasons: string[] = [];
  for (const side of SIDES) {
    if (sides[side] === 0) continue;
    const { image: next, miss } =
      colour === undefined ? grow(grown, side, sides[side]) : growPlain(grown, side, { count: sides[side], colour });
    grown = next;
    confidence = Math.min(confidence, Math.exp(-Math.max(0, miss - PLAIN) / 12));
    const reason = reasonFor(side, miss);
    if (reason !== undefined) reasons.push(reason);
  }
  return ok(step(grown, { frame: { x: 0 - sides.left, y: 0 - sides.top, width, height }, confidence, reasons }));
}
