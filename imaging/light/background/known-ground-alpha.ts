import type { FloatImage, Plane, RasterImage } from "../../raster/raster.ts";
import { planeSampler, stretchedSampler } from "../kernel/stretched-sampler.ts";

interface Sides {
  readonly ground: FloatImage;
  readonly subject: FloatImage;
  /** Distance to the cut's edge in small pixels, positive inside the subject; and how far the mixed band reaches either way. */
  readonly edge: Plane;
  readonly reach: number;
}

/** Below this separation of subject and ground, 0–255, a pixel's mix cannot be read from its colour. */
const BLIND = 14;

/**
 * The subject's share of each pixel, 0–1, at the picture's own size: 1 inside, 0 outside; in the band along the edge solved for
 * from I = αF + (1−α)B with both sides known from their nearest sure pixels. Where the sides are too alike, the edge's place decides.
 */
export function knownGroundAlpha(image: RasterImage, { ground, subject, edge, reach }: Sides): Plane {
  const { width, height } = image;
  const alpha = new Float32Array(width * height);
  const [back, front] = [new Float32Array(3), new Float32Array(3)];
  const groundAt = stretchedSampler(ground, image);
  const subjectAt = stretchedSampler(subject, image);
  const edgeAt = planeSampler(edge, image);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const near = edgeAt(x, y);
      if (near >= reach || near <= -reach) {
        alpha[i] = near > 0 ? 1 : 0;
        continue;
      }
      groundAt(x, y, back);
      subjectAt(x, y, front);
      alpha[i] = mixOf(image.data, i * 4, { back, front, place: 0.5 + near / 2 });
    }
  }
  return { width, height, data: alpha };
}

function mixOf(
  data: Uint8ClampedArray,
  at: number,
  { back, front, place }: { back: Float32Array; front: Float32Array; place: number },
): number {
  let [dot, length] = [0, 0];
  for (let c = 0; c < 3; c++) {
    const step = front[c] - back[c];
    dot += (data[at + c] - back[c]) * step;
    length += step * step;
  }
  const byColour = length > 0 ? Math.min(1, Math.max(0, dot / length)) : 0;
  const byPlace = Math.min(1, Math.max(0, place));
  const trust = length / (length + BLIND * BLIND);
  const mixed = byColour * trust + byPlace * (1 - trust);
  // Noise leaves traces of a thousandth; the eye takes them for dirt on the new ground.
  return mixed < 0.03 ? 0 : mixed > 0.97 ? 1 : mixed;
}
