import type { Plane } from "../../raster/raster.ts";
import type { LabImage } from "./border-surface.ts";

/** How far either side of the cut a sharp edge is over, and how far a soft one may reach; small pixels. */
const [NEAR, FAR] = [2, 10];
/** How far from the cut the steepest part of an edge is looked for. */
const SLACK = 3;
/** A lesser step across the cut says nothing of its sharpness; Oklab × 100. */
const LEAST_STEP = 8;
/** Fewer places than this are no measure. */
const LEAST_PLACES = 40;
/** A place is soft where its edge is less than this as steep as the sharpest of the same cut. */
const SOFT = 0.5;
/** Less steep than this is soft whatever the rest is like: the edge is wider than enlarging a small picture makes it. */
const BLURRED = 0.4;

interface Place {
  readonly x: number;
  readonly y: number;
  /** Unit vector into the subject. */
  readonly nx: number;
  readonly ny: number;
}

/** Where the cut runs, away from the picture's edge; places where it has no direction, as on thin strands, are left out. */
function placesOf({ width, height, data }: Plane): readonly Place[] {
  const places: Place[] = [];
  const margin = FAR + 2;
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) {
      const i = y * width + x;
      if (data[i] <= 0 || data[i] > 1) continue;
      const [gx, gy] = [data[i + 2] - data[i - 2], data[i + 2 * width] - data[i - 2 * width]];
      const length = Math.hypot(gx, gy);
      if (length > 2) places.push({ x, y, nx: gx / length, ny: gy / length });
    }
  }
  return places;
}

/** Steepest step near the cut over the whole step across it; undefined where the sides are too alike to say. */
function steepness({ width, data }: LabImage, { x, y, nx, ny }: Place): number | undefined {
  const at = (t: number): number => (Math.round(y + t * ny) * width + Math.round(x + t * nx)) * 3;
  const step = (a: number, b: number): number => {
    const [i, j] = [at(a), at(b)];
    return Math.hypot(data[i] - data[j], data[i + 1] - data[j + 1], data[i + 2] - data[j + 2]);
  };
  const whole = step(-FAR, FAR);
  if (whole < LEAST_STEP) return undefined;
  let steepest = 0;
  for (let t = -SLACK; t <= SLACK; t++) steepest = Math.max(steepest, step(t - NEAR, t + NEAR));
  return Math.min(1, steepest / whole);
}

/**
 * Share of the cut, 0–1, at which the colours change slowly, as in shadows, blur, movement and veined stone. Measured against the sharpest
 * edges of the same cut, so that a picture enlarged from a small one has none. 0 where the cut is too short to say. `edge` is the distance
 * to the cut, positive inside, `lab` the picture as Oklab × 100, both small.
 */
export function softShare(edge: Plane, lab: LabImage): number {
  const found = placesOf(edge)
    .map((place) => steepness(lab, place))
    .filter((s) => s !== undefined)
    .sort((a, b) => a - b);
  if (found.length < LEAST_PLACES) return 0;
  const least = Math.max(BLURRED, SOFT * found[Math.floor(found.length * 0.9)]);
  return found.filter((s) => s < least).length / found.length;
}
