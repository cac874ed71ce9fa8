import type { Rect } from "../../../protocol/geometry.ts";
import { labelComponents } from "../../raster/components.ts";
import { boundsOfMask, growRect } from "../../raster/crop.ts";
import type { Mask, Plane, RasterImage } from "../../raster/raster.ts";
import type { LabImage } from "../background/border-surface.ts";
import { barrierSaliency } from "./barrier-saliency.ts";
import { boxedThing, tidied } from "./boxed-thing.ts";
import { cutThing, type WhereItMayBe } from "./cut-thing.ts";
import { overPicture } from "./over-picture.ts";
import { smallCut } from "./small-cut.ts";

/** Pictures show what they are about rather in their middle: how wide that is, half the picture being 1. */
const MIDDLE = 0.9;
/** Of what hints at the thing, this much lies within its span along each axis; so far around the span, share of it, it may go on. */
const [SPAN, BEYOND] = [0.92, 0.12];
/** Hints are odds, natural logarithm: even at `even`, `most` above it. */
const HINT = { even: 0.35, most: 2.6 };
/** Per `BEYOND` outside the span, and from the first on. */
const OUTSIDE = { each: 3, beyond: 10 };
const [SURELY, HARDLY] = [0.5, 0.15];

/** How strongly each pixel hints at the thing, 0–1: it has the paint, it stands out, and it lies rather in the middle. */
function hintsOf({ width, height, data }: LabImage, paint: Float32Array): Float32Array {
  const stands = barrierSaliency({ width, height, data }).data;
  const hints = Float32Array.from(paint, (share, i) => {
    const [u, v] = [(2 * ((i % width) + 0.5)) / width - 1, (2 * (Math.floor(i / width) + 0.5)) / height - 1];
    return share * stands[i] * Math.exp((-0.5 * (u * u + v * v)) / MIDDLE ** 2);
  });
  const top = Float32Array.from(hints).sort()[Math.floor(0.98 * (hints.length - 1))];
  return hints.map((v) => Math.min(1, v / Math.max(1e-6, top)));
}

/** From where to where along an axis all but the outer ends of some weights lie. */
function spanOf(weights: Float64Array): readonly [number, number] {
  const total = weights.reduce((a, b) => a + b, 0);
  let [sum, from] = [0, 0];
  for (let k = 0; k < weights.length; k++) {
    if (sum < (total * (1 - SPAN)) / 2) from = k;
    sum += weights[k];
    if (sum >= (total * (1 + SPAN)) / 2) return [from, k + 1];
  }
  return [from, weights.length];
}

function whereHinted({ width, height }: LabImage, hints: Float32Array): WhereItMayBe {
  const [columns, rows] = [new Float64Array(width), new Float64Array(height)];
  for (let i = 0; i < hints.length; i++) {
    columns[i % width] += hints[i] ** 2;
    rows[Math.floor(i / width)] += hints[i] ** 2;
  }
  const [[x0, x1], [y0, y1]] = [spanOf(columns), spanOf(rows)];
  const margin = BEYOND * Math.max(x1 - x0, y1 - y0);
  const odds = hints.map((hint, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const out = Math.max(x0 - x, x + 1 - x1, y0 - y, y + 1 - y1) / margin;
    const away = out <= 0 ? 0 : OUTSIDE.each * out + (out > 1 ? OUTSIDE.beyond : 0);
    return (HINT.most / (1 - HINT.even)) * (hint - HINT.even) - away;
  });
  return { odds, thing: hints.map((v) => (v > SURELY ? 1 : 0)), ground: hints.map((v) => (v < HARDLY ? 1 : 0)) };
}

/** So far around what was cut out first a box is drawn for the second look, share of its shorter side. */
const AROUND = 0.2;

/** One thing, by its cut: so much of the hints inside, in one part, of a size, cut by so much of the frame at most, and of the paint in the main. */
const CLEAR = { hinted: 0.65, whole: 0.75, least: 0.008, most: 0.65, framed: 0.25, painted: 0.3 };

function isClear(cut: Mask, hints: Float32Array, paint: Float32Array): boolean {
  const { width, height, data } = cut;
  let [inside, all, frame, painted] = [0, 0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    all += hints[i];
    if (data[i] === 0) continue;
    inside += hints[i];
    painted += paint[i];
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) frame++;
  }
  const areas = labelComponents(cut).components.map((c) => c.area);
  const area = areas.reduce((sum, one) => sum + one, 0);
  return (
    area > CLEAR.least * data.length &&
    area < CLEAR.most * data.length &&
    inside > CLEAR.hinted * all &&
    Math.max(...areas) > CLEAR.whole * area &&
    frame < CLEAR.framed * 2 * (width + height) &&
    painted > CLEAR.painted * area
  );
}

/**
 * The one thing meant by its colour where more than it has that colour, 0–1, picture-sized: of what has the `paint`, what stands out as a thing by
 * itself, cut out with what belongs to it. `undefined` where that is no single compact thing. `lab`: OKLab ×100 of the picture. About 0.3 s.
 */
export function namedThing(image: RasterImage, lab: Float32Array, paint: Plane): Plane | undefined {
  const rect = { x: 0, y: 0, width: image.width, height: image.height };
  const small = smallCut(image, rect);
  const share = shrunk(paint, small);
  const hints = hintsOf(small, share);
  const first = tidied(cutThing(small, whereHinted(small, hints)));
  const bounds = boundsOfMask(first);
  if (bounds === undefined || !isClear(first, hints, share)) return undefined;
  // What was cut out has the commoner light of the paint: in a box, as a person would draw it, its shaded sides are seen to belong.
  const [sx, sy] = [image.width / small.width, image.height / small.height];
  const around: Rect<"image"> = { x: bounds.x * sx, y: bounds.y * sy, width: bounds.width * sx, height: bounds.height * sy };
  const box = growRect(around, AROUND * Math.min(around.width, around.height), image);
  return boxedThing(image, lab, box, first) ?? overPicture(image, lab, { cut: first, rect });
}

/** Means of a plane over the pixels of a smaller picture. */
function shrunk({ width, height, data }: Plane, to: { readonly width: number; readonly height: number }): Float32Array {
  const [sum, count] = [new Float32Array(to.width * to.height), new Float32Array(to.width * to.height)];
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * to.height) / height) * to.width;
    for (let x = 0; x < width; x++) {
      const k = row + Math.floor((x * to.width) / width);
      sum[k] += data[y * width + x];
      count[k]++;
    }
  }
  return sum.map((v, k) => v / Math.max(1, count[k]));
}
