import type { Rect } from "../../../protocol/geometry.ts";
import { labelComponents } from "../../raster/components.ts";
import { growRect } from "../../raster/crop.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask, Plane, RasterImage } from "../../raster/raster.ts";
import { cutThing, SETTLED, type WhereItMayBe } from "./cut-thing.ts";
import { overPicture } from "./over-picture.ts";
import { smallCut } from "./small-cut.ts";

/** Surroundings looked at, share of the box's shorter side. */
const AROUND = 0.2;
/** Odds, natural logarithm, in the middle of a box and at its rim: people draw boxes around things. */
const ODDS = { middle: 1.5, rim: -1 };
/** The thing's colours are first learnt from within this of the middle, the ground's from beyond that; 1 is the rim. */
const [CORE, RIM] = [0.75, 0.95];
/** How much of a box must turn out as thing for the finding to mean anything, and how much of what was found a part must be to belong to it. */
const [LEAST, PART] = [0.03, 0.04];

/** Where a box says its thing may be. `inner`: the box in the small picture's pixels. */
function whereInBox({ width, height }: { readonly width: number; readonly height: number }, inner: Rect<"image">): WhereItMayBe {
  const [odds, thing, ground] = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let i = 0; i < odds.length; i++) {
    const u = (2 * ((i % width) + 0.5 - inner.x)) / inner.width - 1;
    const v = (2 * (Math.floor(i / width) + 0.5 - inner.y)) / inner.height - 1;
    const out = Math.max(Math.abs(u), Math.abs(v));
    odds[i] = out > 1 ? -SETTLED : ODDS.middle + (ODDS.rim - ODDS.middle) * out;
    thing[i] = Math.hypot(u, v) < CORE ? 1 : 0;
    ground[i] = out > RIM ? 1 : 0;
  }
  return { odds, thing, ground };
}

/** Crumbs beside the thing go; holes in it are its own shadows, lights and prints: which of them have its paint is asked elsewhere. */
export function tidied(cut: Mask): Mask {
  const { labels, components } = labelComponents(cut, 8);
  const most = components.reduce((m, c) => Math.max(m, c.area), 0);
  const kept = components.map((c) => c.area >= PART * most);
  const outside = labelComponents(
    maskWhere(cut, (i) => labels[i] === 0 || !kept[labels[i] - 1]),
    4,
  );
  const open = outside.components.map((c) => c.x === 0 || c.y === 0 || c.x + c.width === cut.width || c.y + c.height === cut.height);
  return maskWhere(cut, (i) => outside.labels[i] === 0 || !open[outside.labels[i] - 1]);
}

/** How much a cut made before speaks for its pixels, and against the others: odds, natural logarithm. */
const SAID = 0.3;

/** A mask of the whole picture, as it lies in a small cut of a rectangle, 0–1. */
function shareIn(
  { width, height, data }: Mask,
  { rect, image, small }: { rect: Rect<"image">; image: RasterImage; small: { readonly width: number; readonly height: number } },
): (x: number, y: number) => number {
  const at = (v: number, from: number, scale: number): number => Math.floor(from + (v + 0.5) * scale);
  const [sx, sy] = [rect.width / small.width, rect.height / small.height];
  return (x, y) => {
    const [px, py] = [at(x, rect.x, sx), at(y, rect.y, sy)];
    return data[Math.floor((py * height) / image.height) * width + Math.floor((px * width) / image.width)] / 255;
  };
}

/** What a coarser cut of the whole picture adds to what a box says. */
function withFirst(
  where: WhereItMayBe,
  { width, height }: { readonly width: number; readonly height: number },
  own: (x: number, y: number) => number,
): WhereItMayBe {
  const share = Float32Array.from({ length: width * height }, (_, i) => own(i % width, Math.floor(i / width)));
  return {
    odds: where.odds.map((v, i) => v + SAID * (2 * share[i] - 1)),
    thing: where.thing.map((v, i) => Math.max(v, share[i])),
    ground: where.ground.map((v, i) => v * (1 - share[i])),
  };
}

/**
 * The thing a person drew a box around, 0–1, picture-sized: outside the box there is none of it, its middle is likely it. `undefined` where nothing
 * stands out. `lab`: OKLab ×100 of the picture; `first`: a cut of the whole picture, at any size, that the thing is mostly in. About 0.2 s.
 */
export function boxedThing(image: RasterImage, lab: Float32Array, box: Rect<"image">, first?: Mask): Plane | undefined {
  const rect = growRect(box, AROUND * Math.min(box.width, box.height), image);
  const small = smallCut(image, rect);
  const [sx, sy] = [small.width / rect.width, small.height / rect.height];
  const inner = { x: (box.x - rect.x) * sx, y: (box.y - rect.y) * sy, width: box.width * sx, height: box.height * sy };
  const where = whereInBox(small, inner);
  const cut = tidied(cutThing(small, first === undefined ? where : withFirst(where, small, shareIn(first, { rect, image, small }))));
  const area = cut.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
  return area < LEAST * inner.width * inner.height ? undefined : overPicture(image, lab, { cut, rect });
}
