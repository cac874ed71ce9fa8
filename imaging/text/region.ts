import { boundsOf, intersect, type Rect } from "../../protocol/geometry.ts";
import { cropFloat, growRect } from "../raster/crop.ts";
import { createMask, type Mask, type RasterImage } from "../raster/raster.ts";
import { type LineFrame, lineFrame } from "./frame.ts";
import type { LineRegion, TextLine } from "./types.ts";

/** Room around a line, in box heights and at least in pixels: enough for an outline, a shadow and a look at the background. */
const MARGIN = 0.75;
const LEAST_MARGIN_PX = 36;

/** Where a line's region lies in the picture. */
export const regionRect = (image: RasterImage, line: TextLine): Rect<"image"> =>
  growRect(boundsOf<"image">(line.quad), Math.max(LEAST_MARGIN_PX, MARGIN * line.box.height), image);

/** Cuts the source around a line. Pixels in other lines' boxes, but not in its own, are marked foreign. */
export function cutRegion(
  image: RasterImage,
  line: TextLine,
  at: { readonly others: readonly TextLine[]; readonly rect?: Rect<"image"> },
): LineRegion {
  const rect = at.rect ?? regionRect(image, line);
  const foreign = createMask(rect.width, rect.height);
  const own = lineFrame(line.box, rect);
  for (const other of at.others) {
    const common = intersect(boundsOf<"image">(other.quad), rect);
    if (other !== line && common.width > 0 && common.height > 0) markForeign(foreign, other, { own, rect, common });
  }
  return { rect, pixels: cropFloat(image, rect), foreign };
}

interface Where {
  readonly own: LineFrame;
  readonly rect: Rect<"image">;
  /** What the other line's bounds have in common with it. */
  readonly common: Rect<"image">;
}

function markForeign(foreign: Mask, other: TextLine, { own, rect, common }: Where): void {
  const part = growRect(common, 0, { width: rect.x + rect.width, height: rect.y + rect.height });
  const frame = lineFrame(other.box, part);
  for (let y = 0, k = 0; y < part.height; y++) {
    let i = (y + part.y - rect.y) * rect.width + part.x - rect.x;
    for (let x = 0; x < part.width; x++, i++, k++) {
      const inOther = Math.abs(frame.u[k]) <= frame.halfU && Math.abs(frame.v[k]) <= frame.halfV;
      const inOwn = Math.abs(own.u[i]) <= own.halfU && Math.abs(own.v[i]) <= 0.92 * own.halfV;
      if (inOther && !inOwn) foreign.data[i] = 255;
    }
  }
}
