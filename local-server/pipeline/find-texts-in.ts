import { cropRaster, growRect } from "../../imaging/raster/crop.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { intersect, type Rect } from "../../protocol/geometry.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import type { TextEngine } from "../engines/engine.ts";

/** A line read at the edge of a cut is read badly: this share of the shorter side is looked at beyond it. */
const MARGIN = 0.35;

const centreIn = ({ quad }: FoundText, { x, y, width, height }: Rect<"image">): boolean => {
  const cx = (quad[0].x + quad[2].x) / 2;
  const cy = (quad[0].y + quad[2].y) / 2;
  return cx >= x && cx <= x + width && cy >= y && cy <= y + height;
};

const moved = (text: FoundText, dx: number, dy: number): FoundText => ({
  ...text,
  quad: text.quad.map((p) => ({ x: p.x + dx, y: p.y + dy })) as FoundText["quad"],
});

/** The texts whose middle lies in `region`, read from a cut around it: small print that the whole picture hides is found there. */
export async function findTextsIn(
  reader: TextEngine,
  image: RasterImage,
  { region, signal }: { readonly region: Rect<"image"> | undefined; readonly signal: AbortSignal },
): Promise<readonly FoundText[]> {
  if (region === undefined) return reader.find(image, signal);
  const whole: Rect<"image"> = { x: 0, y: 0, width: image.width, height: image.height };
  const inside = intersect(region, whole);
  if (inside.width === 0 || inside.height === 0) return [];
  const margin = Math.ceil(MARGIN * Math.min(inside.width, inside.height));
  const cut = growRect(
    { x: Math.floor(inside.x), y: Math.floor(inside.y), width: Math.ceil(inside.width), height: Math.ceil(inside.height) },
    margin,
    image,
  );
  const texts = await reader.find(cropRaster(image, cut), signal);
  return texts.map((text) => moved(text, cut.x, cut.y)).filter((text) => centreIn(text, inside));
}
