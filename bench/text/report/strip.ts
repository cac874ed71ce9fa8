import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { growRect } from "../../../imaging/raster/crop.ts";
import { createFontLibrary } from "../../../local-server/runtime/font-library.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Pixels, Poster } from "../generate/poster-spec.ts";
import type { Score } from "../measure/score.ts";
import type { Scored } from "../measure/score-poster.ts";

const TILE = { width: 352, height: 170 };
const LABEL = 40;
/** A difference of 85 shows as full white. */
const GAIN = 3;
const fonts = createFontLibrary();

/** Source, plate, result, truth and the last two's difference side by side, with the figures above. */
export function drawStrip(poster: Poster, { score, result, erased, truth }: Scored): Uint8Array {
  const canvas = createCanvas(5 * (TILE.width + 4), LABEL + TILE.height + 4);
  const context = canvas.getContext("2d");
  context.fillStyle = "#808080";
  context.fillRect(0, 0, canvas.width, canvas.height);
  label(context, score);
  const rect = growRect(truth.around, 0.12 * Math.max(truth.around.width, truth.around.height) + 8, poster.source);
  const after = result ?? poster.source;
  const tiles = [poster.source, erased ?? poster.source, after, truth.pixels, difference(after, truth.pixels)];
  tiles.forEach((tile, i) => {
    drawTile(context, tile, { rect, x: i * (TILE.width + 4) });
  });
  return canvas.encodeSync("png");
}

function label(context: SKRSContext2D, score: Score): void {
  const figure = (v: number | undefined, digits = 2): string => (v === undefined ? "–" : v.toFixed(digits));
  const rows = [
    `${score.seed} ${score.category} ${score.renderer} ${score.format}  “${score.original}” → “${score.wanted}”  ${score.font} ${score.weight} ${score.sizePx.toFixed(0)}px${score.inLibrary ? "" : " (not in library)"} ⇒ ${score.gotFont ?? score.failure ?? ""}`,
    `SSIM ${figure(score.ssim, 3)} (placed ${figure(score.placedSsim, 3)}, off ${figure(score.shift, 1)} px)  reconstruction ${figure(score.reconstruction, 3)}  plate ${figure(score.platePsnr, 1)} dB  matte ${figure(score.matteIou)}  size ${figure(score.sizeError, 1)} %  angle ${figure(score.angleError)}°  ΔE ${figure(score.fillError, 1)}  ${score.readsWanted ? "reads" : "DOES NOT READ"}${score.reasons.length > 0 ? "  FLAGGED" : ""}  read as “${score.ocr}”`,
  ];
  context.fillStyle = "#ffffff";
  rows.forEach((text, i) => {
    const { family, weight } = fonts.typesetting({
      faceId: "noto-sans-sc",
      weight: 400,
      sizePx: 14,
      trackingPx: 0,
      text: text.replace(/[^\p{Script=Han}\p{ASCII}“”°Δ–⇒→]/gu, "?"),
    });
    context.font = `${weight} 14px "${family}"`;
    context.fillText(text, 4, 15 + i * 18);
  });
}

function drawTile(context: SKRSContext2D, pixels: Pixels, at: { rect: Rect<"image">; x: number }): void {
  const whole = createCanvas(at.rect.width, at.rect.height);
  const cut = whole.getContext("2d").createImageData(at.rect.width, at.rect.height);
  for (let y = 0; y < at.rect.height; y++) {
    const from = ((y + at.rect.y) * pixels.width + at.rect.x) * 4;
    cut.data.set(pixels.data.subarray(from, from + at.rect.width * 4), y * at.rect.width * 4);
  }
  whole.getContext("2d").putImageData(cut, 0, 0);
  const k = Math.min(TILE.width / at.rect.width, TILE.height / at.rect.height, 4);
  context.drawImage(whole, at.x + 2, LABEL, at.rect.width * k, at.rect.height * k);
}

function difference(a: Pixels, b: Pixels): Pixels {
  const data = a.data.map((v, i) => (i % 4 === 3 ? 255 : Math.abs(v - b.data[i]) * GAIN));
  return { width: a.width, height: a.height, data };
}
