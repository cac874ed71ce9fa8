import { labelComponents } from "../../raster/components.ts";
import { createMask, createPlane, type Mask, type Plane } from "../../raster/raster.ts";
import { guidedFilter } from "../kernel/guided-filter.ts";
import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import type { LabImage } from "./border-surface.ts";
import type { GrownGround } from "./grown-ground.ts";

export interface CoarseMatte {
  /** How surely a pixel is the subject, 0–1, smoothed along the picture's edges. */
  readonly likely: Plane;
  /** 255 = subject after cleaning. */
  readonly subject: Mask;
  /** Share of the picture that lies inside the subject, looks rather like the ground, and was kept as highlights or white parts. */
  readonly closed: number;
}

/** Steps in lightness count this much where they are soft and darker than the ground: that is what a shadow looks like. */
const SHADOW_WEIGHT = 0.3;
/** The same where such darkening runs in from the picture's rim without an edge: the deepest contact shadow begins as ground. */
const REACHED_WEIGHT = 0.06;
/** A pixel less likely the subject than this carries the search for shadows on. */
const SURE_GROUND = 0.3;
/** Lightness steps from pixel to pixel below this are soft, OKLab ×100. */
const SOFT_STEP = 1.6;
/** Parts smaller than this share of the picture are specks, unless they stand out clearly (letters do). */
const SPECK = { share: 0.0006, pixels: 8, likely: 0.75 };
/**
 * Ground seen through the subject: the smaller a hole, the more surely its colour must be the ground's, else it is a highlight. Judged by
 * what lies within its edge, since the edge itself is always mixed.
 */
const HOLES = [
  { share: 0.003, likely: 0.35 },
  { share: 0.0002, likely: 0.08 },
] as const;

/** Mean of a plane over each part's pixels that have only their own part around them; over the whole part where it has none. By label. */
function coreMeans({ labels, components }: ReturnType<typeof labelComponents>, plane: Plane): Float64Array {
  const { width, height, data } = plane;
  const [core, all] = [new Float64Array(components.length + 1), new Float64Array(components.length + 1)];
  const count = new Float64Array(components.length + 1);
  for (let i = 0; i < data.length; i++) {
    const label = labels[i];
    all[label] += data[i];
    const inner = i >= width && i + width < width * height && [i - 1, i + 1, i - width, i + width].every((k) => labels[k] === label);
    if (!inner) continue;
    core[label] += data[i];
    count[label]++;
  }
  return core.map((sum, label) => (count[label] > 0 ? sum / count[label] : all[label] / Math.max(1, components[label - 1]?.area ?? 1)));
}

/** The steepest lightness step to the right or below, over two pixels, OKLab ×100. */
function steepness({ width, height, data }: LabImage): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (dx: number, dy: number): number =>
        data[(Math.min(height - 1, Math.max(0, y + dy)) * width + Math.min(width - 1, Math.max(0, x + dx))) * 3];
      out[y * width + x] = Math.max(Math.abs(at(1, 0) - at(-1, 0)), Math.abs(at(0, 1) - at(0, -1))) / 2;
    }
  }
  return out;
}

/** Chance of being the subject for a distance to the ground, in scatters. */
const chance = (d: number, scale: number): number => 1 - Math.exp(-0.5 * (d / scale) ** 2);

/** Takes shadows back out of the subject that the ground runs into softly. `depth`: how much darker than the ground a pixel is that may be shadow. */
function withoutReachedShadows(plane: Plane, depth: Float32Array, scale: number): void {
  const { width, height, data } = plane;
  const seen = new Uint8Array(data.length);
  const stack: number[] = [];
  const enter = (i: number): void => {
    if (seen[i] !== 0 || (data[i] > SURE_GROUND && depth[i] === 0)) return;
    seen[i] = 1;
    stack.push(i);
  };
  // A grey thing cut by the frame looks like a shadow there: only sure ground is a start.
  const start = (i: number): void => {
    if (data[i] <= SURE_GROUND) enter(i);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) start(y * width + x);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) start(y * width + x);
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    if (x > 0) enter(i - 1);
    if (x + 1 < width) enter(i + 1);
    if (i >= width) enter(i - width);
    if (i + width < data.length) enter(i + width);
  }
  for (let i = 0; i < data.length; i++)
    if (seen[i] !== 0 && depth[i] > 0) data[i] = Math.min(data[i], chance(REACHED_WEIGHT * depth[i], scale));
}

/** Chance of being the subject by colour alone: 0 on the ground's surface, near 1 a few scatters away from it. */
function byColour(image: LabImage, ground: GrownGround): Plane {
  const plane = createPlane(image.width, image.height);
  const steep = steepness(image);
  const scale = Math.max(2.6, 2.2 * ground.sigma);
  const expected = new Float32Array(3);
  const depth = new Float32Array(plane.data.length);
  const groundAt = stretchedSampler(ground.field, image);
  for (let i = 0; i < plane.data.length; i++) {
    groundAt(i % image.width, Math.floor(i / image.width), expected);
    const dl = image.data[i * 3] - expected[0];
    const dc = Math.hypot(image.data[i * 3 + 1] - expected[1], image.data[i * 3 + 2] - expected[2]);
    const shadow = dl < 0 && dl > -30 && steep[i] < SOFT_STEP && dc < 3 + 0.12 * -dl;
    const d = Math.hypot(dl * (shadow ? SHADOW_WEIGHT : 1), 1.3 * dc);
    plane.data[i] = chance(d, scale);
    if (shadow) depth[i] = -dl;
  }
  withoutReachedShadows(plane, depth, scale);
  return plane;
}

function guideOf({ width, height, data }: LabImage): Plane {
  const guide = createPlane(width, height);
  for (let i = 0; i < guide.data.length; i++) guide.data[i] = data[i * 3] + 0.5 * (data[i * 3 + 1] + data[i * 3 + 2]);
  return guide;
}

const touchesRim = (c: { x: number; y: number; width: number; height: number }, m: Mask): boolean =>
  c.x === 0 || c.y === 0 || c.x + c.width === m.width || c.y + c.height === m.height;

/** Holes kept closed count where they look more like ground than this, and are no mere glints. */
const DOUBTFUL = { share: 0.0003, likely: 0.4 };

/** Fills what is no real hole and drops specks. */
function cleaned(
  subject: Mask,
  { likely, colour }: { readonly likely: Plane; readonly colour: Plane },
): Pick<CoarseMatte, "subject" | "closed"> {
  const { width, height } = subject;
  const outside: Mask = { width, height, data: subject.data.map((v) => (v === 0 ? 255 : 0)) };
  const ground = labelComponents(outside, 4);
  const surely = coreMeans(ground, colour);
  const open = ground.components.map(
    (c) => touchesRim(c, subject) || HOLES.some((hole) => c.area > hole.share * width * height && surely[c.label] < hole.likely),
  );
  const doubtful = ground.components.filter(
    (c, k) => !open[k] && c.area > DOUBTFUL.share * width * height && surely[c.label] < DOUBTFUL.likely,
  );
  const closed = doubtful.reduce((sum, c) => sum + c.area, 0) / (width * height);
  const filled = createMask(width, height);
  for (let i = 0; i < filled.data.length; i++) filled.data[i] = ground.labels[i] !== 0 && open[ground.labels[i] - 1] ? 0 : 255;
  const parts = labelComponents(filled, 8);
  const clear = new Float64Array(parts.components.length + 1);
  for (let i = 0; i < likely.data.length; i++) clear[parts.labels[i]] += likely.data[i];
  const kept = parts.components.map(
    (c) => c.area > SPECK.share * width * height || (c.area >= SPECK.pixels && clear[c.label] / c.area > SPECK.likely),
  );
  const data = filled.data.map((v, i) => (v !== 0 && kept[parts.labels[i] - 1] ? 255 : 0));
  return { subject: { width, height, data }, closed };
}

/** Tells the subject from a plain or soft ground: colour distance, smoothed along edges (guided filter), holes and specks settled. */
export function coarseMatte(image: LabImage, ground: GrownGround): CoarseMatte {
  const colour = byColour(image, ground);
  const likely = guidedFilter(guideOf(image), colour, { radius: 3, epsilon: 4 });
  const subject = createMask(image.width, image.height);
  for (let i = 0; i < subject.data.length; i++) if (likely.data[i] > 0.5) subject.data[i] = 255;
  return { likely, ...cleaned(subject, { likely, colour }) };
}
