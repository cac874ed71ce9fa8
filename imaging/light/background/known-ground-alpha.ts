import type { FloatImage, Plane, RasterImage } from "../../raster/raster.ts";

/** Samples a smaller float image bilinearly as if stretched to the picture; writes 3 channels to `out`. */
export function stretchedSampler(image: FloatImage, to: { readonly width: number; readonly height: number }) {
  const [sx, sy] = [image.width / to.width, image.height / to.height];
  return (x: number, y: number, out: Float32Array): void => {
    const px = Math.min(image.width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
    const py = Math.min(image.height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const [x0, y0] = [px | 0, py | 0];
    const right = x0 + 1 < image.width ? 3 : 0;
    const down = y0 + 1 < image.height ? image.width * 3 : 0;
    const [tx, ty] = [px - x0, py - y0];
    const a = (y0 * image.width + x0) * 3;
    const { data } = image;
    for (let c = 0; c < 3; c++) {
      const top = data[a + c] * (1 - tx) + data[a + right + c] * tx;
      const bottom = data[a + down + c] * (1 - tx) + data[a + right + down + c] * tx;
      out[c] = top * (1 - ty) + bottom * ty;
    }
  };
}

/** The same for a plane. */
export function planeSampler({ width, height, data }: Plane, to: { readonly width: number; readonly height: number }) {
  const [sx, sy] = [width / to.width, height / to.height];
  return (x: number, y: number): number => {
    const px = Math.min(width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
    const py = Math.min(height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const a = (py | 0) * width + (px | 0);
    const right = (px | 0) + 1 < width ? 1 : 0;
    const down = (py | 0) + 1 < height ? width : 0;
    const [tx, ty] = [px % 1, py % 1];
    const top = data[a] + (data[a + right] - data[a]) * tx;
    return top + (data[a + down] + (data[a + down + right] - data[a + down]) * tx - top) * ty;
  };
}

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
