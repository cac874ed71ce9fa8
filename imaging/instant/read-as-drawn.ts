import { boundsOf, type OrientedBox, quadOf } from "../../protocol/geometry.ts";
import type { OcrModels } from "../ports.ts";
import { createRaster, type RasterImage } from "../raster/raster.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import { settingCoverage } from "../text/setting-coverage.ts";

/** A string as it stands in a picture, image pixels. */
export interface DrawnString {
  readonly text: string;
  readonly setting: Setting;
  /** Around it, as for reading. */
  readonly box: OrientedBox<"image">;
}

const MARGIN = 8;

/** The string alone in black on white, and its box there. */
function plainPicture(
  ruler: Ruler,
  { text, setting, box }: DrawnString,
): { readonly image: RasterImage; readonly box: OrientedBox<"image"> } {
  const bounds = boundsOf<"image">(quadOf(box));
  const [left, top] = [Math.floor(bounds.x) - MARGIN, Math.floor(bounds.y) - MARGIN];
  const image = createRaster(Math.ceil(bounds.width) + 2 * MARGIN, Math.ceil(bounds.height) + 2 * MARGIN);
  const moved = { ...setting, x: setting.x - left, y: setting.y - top };
  const { data } = settingCoverage(ruler, moved, { text, target: { width: image.width, height: image.height } });
  for (let i = 0; i < data.length; i++) image.data.set([255 * (1 - data[i]), 255 * (1 - data[i]), 255 * (1 - data[i]), 255], i * 4);
  return { image, box: { ...box, cx: box.cx - left, cy: box.cy - top } };
}

/**
 * What the reader makes of a string set so on a blank page: some script and brush faces it cannot read however well they are
 * drawn, so that a failed reading of the picture says nothing there. One rendering and one recognition.
 */
export async function readAsDrawn(
  ruler: Ruler,
  drawn: DrawnString,
  options: { readonly ocr: OcrModels; readonly signal: AbortSignal },
): Promise<string> {
  const { image, box } = plainPicture(ruler, drawn);
  return (await recogniseAt(image, { box, vertical: drawn.setting.vertical ?? false }, options)).string;
}
