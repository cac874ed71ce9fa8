import type { Result } from "../../../protocol/errors.ts";
import { ok } from "../../../protocol/errors.ts";
import { blurImage } from "../../raster/blur.ts";
import { cropFloat } from "../../raster/crop.ts";
import { distanceInsideMask, distanceToMask } from "../../raster/distance.ts";
import { pushPull } from "../../raster/push-pull.ts";
import { createMask, createPlane, type FloatImage, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { unsupported } from "../light-step.ts";
import type { LabImage } from "./border-surface.ts";
import { type CoarseMatte, coarseMatte } from "./coarse-matte.ts";
import { withoutContactShadows } from "./contact-shadow.ts";
import { type GrownGround, grownGround } from "./grown-ground.ts";
import { knownGroundAlpha } from "./known-ground-alpha.ts";
import { type SeparationFindings, sureness } from "./sureness.ts";

/** Subject and ground of a picture, told apart. Small pictures are at most `WORK` pixels long and lie over the whole picture. */
export interface Separation {
  /** The subject's share of each pixel, 0–1, at the picture's size. */
  readonly alpha: Plane;
  /** The ground's own colours spread behind the subject, 0–255, small. Shadows on the ground are in it. */
  readonly ground: FloatImage;
  /** What is known of the ground by itself: its field, and its rim, which has no shadows. */
  readonly grown: GrownGround;
  /** The subject's colours spread beyond its edge, 0–255, small. */
  readonly subject: FloatImage;
  /** The ground is one surface, so that what darkens it is a shadow; behind a subject cut out by a model it may be anything. */
  readonly plainGround: boolean;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

const WORK = 512;
/** Half the band in which a pixel may be a mix, in small pixels. */
const REACH = 2.2;
/** Less of the rim on one surface than this: there is no ground to speak of. */
const LEAST_GROUND = 0.5;

/** At most `WORK` pixels long. */
export function small(image: RasterImage): RasterImage {
  const scale = Math.min(1, WORK / Math.max(image.width, image.height));
  return scale === 1
    ? image
    : resizeRaster(image, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
}

/** Distance to the subject's edge, positive inside. */
function signedDistance(subject: Mask): Plane {
  const [inside, outside] = [distanceInsideMask(subject), distanceToMask(subject)];
  const plane = createPlane(subject.width, subject.height);
  for (let i = 0; i < plane.data.length; i++) {
    plane.data[i] = subject.data[i] !== 0 ? Math.min(1e4, inside[i]) - 0.5 : 0.5 - Math.min(1e4, outside[i]);
  }
  return plane;
}

function maskWhere({ width, height, data }: Plane, test: (d: number) => boolean): Mask {
  const mask = createMask(width, height);
  for (let i = 0; i < data.length; i++) if (test(data[i])) mask.data[i] = 255;
  return mask;
}

interface Small {
  readonly picture: RasterImage;
  readonly lab: LabImage;
  readonly grown: GrownGround;
  readonly matte: CoarseMatte;
}

function told({ picture, grown, matte, lab }: Small, image: RasterImage): Separation {
  const edge = signedDistance(withoutContactShadows(image, matte.subject, grown));
  const pixels = cropFloat(picture, { x: 0, y: 0, width: picture.width, height: picture.height });
  const ground = blurImage(
    pushPull(
      pixels,
      maskWhere(edge, (d) => d < -REACH - 0.5),
    ),
    1.5,
  );
  const subject = pushPull(
    pixels,
    maskWhere(edge, (d) => d > REACH - 0.5),
  );
  const alpha = knownGroundAlpha(image, { ground, subject, edge, reach: REACH });
  const findings: SeparationFindings = { grown, likely: matte.likely, closed: matte.closed, edge, ground, subject, lab };
  return { alpha, ground, grown, subject, plainGround: true, ...sureness(findings) };
}

/**
 * Tells the subject of a picture from a plain or soft ground (studio, wall, gradient). Deterministic; about 0.4 s at 1024².
 * Code `unsupported_operation` where the rim shows no such ground or nothing stands before it.
 */
export function separate(image: RasterImage): Result<Separation> {
  const picture = small(image);
  const lab: LabImage = { width: picture.width, height: picture.height, data: oklabPixels(picture) };
  const grown = grownGround(picture);
  const help = "Draw a region or mask by hand, or use a generative engine; plain and soft backgrounds work here.";
  if (grown.rim.share < LEAST_GROUND)
    return unsupported("The background is too busy for the light engine to tell it from the subject.", help);
  const matte = coarseMatte(lab, grown);
  const area = matte.subject.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0) / matte.subject.data.length;
  if (area < 0.002) return unsupported("Nothing was found that stands out from the background.", help);
  if (area > 0.97) return unsupported("No background was found: the subject fills the picture.", help);
  return ok(told({ picture, lab, grown, matte }, image));
}
