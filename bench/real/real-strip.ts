import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { growRect } from "../../imaging/raster/crop.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createFontLibrary } from "../../local-server/runtime/font-library.ts";
import type { EditResult } from "../../protocol/edit.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { RealEdit } from "./real-edit.ts";

const TILE = { width: 620, height: 420 };
const LABEL = 44;
const fonts = createFontLibrary();

function drawLabel(context: SKRSContext2D, lines: readonly string[]): void {
  context.fillStyle = "#ffffff";
  for (const [i, line] of lines.entries()) {
    const text = line.replace(/[^\p{Script=Han}\p{ASCII}“”→]/gu, "?");
    const { family, weight } = fonts.typesetting({ faceId: "noto-sans-sc", weight: 400, sizePx: 14, trackingPx: 0, text });
    context.font = `${weight} 14px "${family}"`;
    context.fillText(text, 4, 16 + 18 * i);
  }
}

function drawTile(context: SKRSContext2D, image: RasterImage, { rect, x }: { rect: Rect<"image">; x: number }): void {
  const whole = createCanvas(image.width, image.height);
  const pixels = whole.getContext("2d").createImageData(image.width, image.height);
  pixels.data.set(image.data);
  whole.getContext("2d").putImageData(pixels, 0, 0);
  const k = Math.min(TILE.width / rect.width, TILE.height / rect.height, 4);
  context.drawImage(whole, rect.x, rect.y, rect.width, rect.height, x, LABEL, rect.width * k, rect.height * k);
}

/** Before and after side by side around what changed, with what was asked and how sure the engine is; PNG. */
export function drawRealStrip(
  before: RasterImage,
  after: RasterImage,
  { edit, result }: { readonly edit: RealEdit; readonly result: EditResult },
): Uint8Array {
  const canvas = createCanvas(2 * TILE.width + 8, LABEL + TILE.height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#606060";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const rows = result.texts.map(
    (t) => `${t.original} → ${t.wanted} [${t.style.family} ${t.style.weight}, ${t.reconstruction}] read “${t.readBack}”`,
  );
  drawLabel(context, [`${edit.picture}: ${edit.say}   ${result.needsReview ? "FLAGGED" : "sure"} ${result.confidence}`, rows.join("; ")]);
  const { x, y, width, height } = result.patch;
  const rect: Rect<"image"> = growRect<"image">({ x, y, width, height }, 0.25 * Math.max(width, height) + 20, before);
  drawTile(context, before, { rect, x: 0 });
  drawTile(context, after, { rect, x: TILE.width + 8 });
  return canvas.encodeSync("png");
}
