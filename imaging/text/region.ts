import { boundsOf, intersect, type Rect } from "../../protocol/geometry.ts";
import { cropFloat, growRect } from "../raster/crop.ts";
import { createMask, type RasterImage } from "../raster/raster.ts";
import { lineFrame } from "./frame.ts";
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
    if (other === line || common.width === 0 || common.height === 0) continue;
    const frame = lineFrame(other.box, rect);
    for (let i = 0; i < foreign.data.length; i++) {
      const inOther = Math.abs(frame.u[i]) <= frame.halfU && Math.abs(frame.v[i]) <= frame.halfV;
      const inOwn = Math.abs(own.u[i]) <= own.halfU && Math.abs(own.v[i]) <= 0.92 * own.halfV;
      if (inOther && !inOwn) foreign.data[i] = 255;
    }
  }
  return { rect, pixels: cropFloat(image, rect), foreign };
}
