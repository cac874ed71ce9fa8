import type { Rect } from "../../../protocol/geometry.ts";
import { labelComponents } from "../../raster/components.ts";
import { cropRaster, growRect } from "../../raster/crop.ts";
import { createPlane, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { boxMean, guidedFilter } from "../kernel/guided-filter.ts";
import { type ColourGroup, colourGroups } from "./colour-groups.ts";

const SIDE = 360;
const ROUNDS = 4;
const GROUPS = 10;
/** Surroundings looked at, share of the region's size. */
const AROUND = 0.18;
/** What looks like both is surroundings at the box's rim and thing in its middle: people draw boxes around things. OKLab ×100. */
const BIAS = { rim: -1.5, middle: 3 };
/** How much of a region must turn out as thing for the finding to mean anything. */
const LEAST = 0.03;

interface Local {
  readonly picture: RasterImage;
  readonly lab: Float32Array;
  /** The region in local pixels. */
  readonly inner: Rect<"image">;
}

function localCut(image: RasterImage, region: Rect<"image">): Local & { readonly outer: Rect<"image"> } {
  const outer = growRect(region, AROUND * Math.min(region.width, region.height), image);
  const scale = Math.min(1, SIDE / Math.max(outer.width, outer.height));
  const cut = cropRaster(image, outer);
  const picture = resizeRaster(cut, Math.max(4, Math.round(outer.width * scale)), Math.max(4, Math.round(outer.height * scale)));
  const [sx, sy] = [picture.width / outer.width, picture.height / outer.height];
  const inner = { x: (region.x - outer.x) * sx, y: (region.y - outer.y) * sy, width: region.width * sx, height: region.height * sy };
  return { picture, lab: oklabPixels(picture), inner, outer };
}

/** Where in the region a pixel lies: −1…1 in both directions inside it. */
const placeIn = ({ picture, inner }: Local, i: number): readonly [number, number] => [
  (2 * ((i % picture.width) + 0.5 - inner.x)) / inner.width - 1,
  (2 * (Math.floor(i / picture.width) + 0.5 - inner.y)) / inner.height - 1,
];

function nearest(lab: Float32Array, i: number, groups: readonly ColourGroup[]): number {
  let least = 60;
  for (const { centre } of groups) {
    const d = Math.hypot(0.8 * (lab[i * 3] - centre[0]), lab[i * 3 + 1] - centre[1], lab[i * 3 + 2] - centre[2]);
    if (d < least) least = d;
  }
  return least;
}

function likelihood(local: Local, thing: readonly ColourGroup[], around: readonly ColourGroup[]): Plane {
  const { width, height } = local.picture;
  const raw = createPlane(width, height);
  for (let i = 0; i < raw.data.length; i++) {
    const [u, v] = placeIn(local, i);
    const out = Math.max(Math.abs(u), Math.abs(v));
    if (out > 1) continue;
    const bias = BIAS.middle + (BIAS.rim - BIAS.middle) * out;
    const gain = nearest(local.lab, i, around) - nearest(local.lab, i, thing) + bias;
    raw.data[i] = 1 / (1 + Math.exp(-gain));
  }
  const guide: Plane = {
    width,
    height,
    data: Float32Array.from({ length: width * height }, (_, i) => local.lab[i * 3] + local.lab[i * 3 + 1] + local.lab[i * 3 + 2]),
  };
  return guidedFilter(guide, boxMean(raw, 1), { radius: 4, epsilon: 12 });
}

const weights = (local: Local, take: (i: number) => boolean): Float32Array =>
  Float32Array.from({ length: local.picture.width * local.picture.height }, (_, i) => (take(i) ? 1 : 0));

/**
 * The thing a person drew a box around, 0–1, picture-sized: colours that belong to the inside against colours that also lie around
 * the box, in rounds, smoothed along edges (in the manner of GrabCut, with grouped colours). `undefined` where nothing stands out.
 */
export function thingInRegion(image: RasterImage, region: Rect<"image">): Plane | undefined {
  const { outer, ...local } = localCut(image, region);
  const around = colourGroups(
    local.lab,
    weights(local, (i) => Math.max(...placeIn(local, i).map(Math.abs)) > 0.95),
    GROUPS,
  );
  let thing = colourGroups(
    local.lab,
    weights(local, (i) => Math.hypot(...placeIn(local, i)) < 0.7),
    GROUPS,
  );
  let likely = likelihood(local, thing, around);
  for (let round = 1; round < ROUNDS; round++) {
    const inside = weights(local, (i) => likely.data[i] > 0.5);
    if (inside.reduce((n, v) => n + v, 0) < LEAST * local.inner.width * local.inner.height) return undefined;
    thing = colourGroups(local.lab, inside, GROUPS);
    likely = likelihood(local, thing, around);
  }
  return spreadOver(image, outer, withoutHoles(likely));
}

/** Holes in a thing are its own shadows and prints: which of them have its paint is asked elsewhere. */
function withoutHoles(likely: Plane): Plane {
  const { width, height } = likely;
  const outside: Mask = { width, height, data: Uint8Array.from(likely.data, (v) => (v > 0.5 ? 0 : 255)) };
  const { labels, components } = labelComponents(outside, 4);
  const open = components.map((c) => c.x === 0 || c.y === 0 || c.x + c.width === width || c.y + c.height === height);
  return { width, height, data: likely.data.map((v, i) => (labels[i] !== 0 && !open[labels[i] - 1] ? 1 : v)) };
}

/** The small plane laid over its place in the picture, bilinear; a soft step about one half. */
function spreadOver({ width, height }: RasterImage, outer: Rect<"image">, small: Plane): Plane {
  const plane = createPlane(width, height);
  const [sx, sy] = [small.width / outer.width, small.height / outer.height];
  for (let y = 0; y < outer.height; y++) {
    const py = Math.min(small.height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const down = Math.floor(py) + 1 < small.height ? small.width : 0;
    for (let x = 0; x < outer.width; x++) {
      const px = Math.min(small.width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
      const a = Math.floor(py) * small.width + Math.floor(px);
      const right = Math.floor(px) + 1 < small.width ? 1 : 0;
      const [tx, ty] = [px % 1, py % 1];
      const top = small.data[a] * (1 - tx) + small.data[a + right] * tx;
      const bottom = small.data[a + down] * (1 - tx) + small.data[a + down + right] * tx;
      plane.data[(y + outer.y) * width + x + outer.x] = Math.min(1, Math.max(0, (top * (1 - ty) + bottom * ty - 0.3) / 0.3));
    }
  }
  return plane;
}
