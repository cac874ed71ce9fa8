import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { gradientEnds, piecesOf } from "./measure-line.ts";
import type { Colour, ShadowSpec, TextRenderer, TextSpec } from "./poster-spec.ts";

const css = ([r, g, b]: Colour, opacity = 1): string => `rgba(${Math.round(r)},${Math.round(g)},${Math.round(b)},${opacity})`;

/** Canvas 2D text on Skia. */
export function createSkiaRenderer(): TextRenderer {
  return {
    draw: async (lines, { width, height, transform }) => {
      const context = createCanvas(width, height).getContext("2d");
      const [[a, c, e], [b, d, f]] = transform;
      context.setTransform(a, b, c, d, e, f);
      context.fontKerning = "normal";
      for (const line of lines) drawLine(context, line);
      return new Uint8ClampedArray(context.getImageData(0, 0, width, height).data);
    },
    close: async () => {},
  };
}

function drawLine(context: SKRSContext2D, line: TextSpec): void {
  const { family, weight } = line.font.skia(line.text);
  context.font = `${weight} ${line.sizePx}px "${family}"`;
  context.letterSpacing = `${line.vertical ? 0 : line.trackingPx}px`;
  if (line.shadow) drawShadow(context, line, line.shadow);
  if (line.outline) {
    context.lineJoin = "round";
    context.lineWidth = 2 * line.outline.width;
    context.strokeStyle = css(line.outline.colour);
    for (const piece of piecesOf(line)) context.strokeText(piece.text, piece.x, piece.y);
  }
  drawFill(context, line);
}

function drawFill(context: SKRSContext2D, line: TextSpec): void {
  for (const piece of piecesOf(line)) {
    context.fillStyle = styleOf(context, line, piece.fill);
    context.fillText(piece.text, piece.x, piece.y);
  }
}

function drawShadow(context: SKRSContext2D, line: TextSpec, shadow: ShadowSpec): void {
  context.save();
  context.shadowColor = css(shadow.colour, shadow.opacity);
  context.shadowOffsetX = shadow.dx;
  context.shadowOffsetY = shadow.dy;
  context.shadowBlur = shadow.blur;
  for (let i = 0; i < shadow.times; i++) drawFill(context, line);
  context.restore();
}

function styleOf(context: SKRSContext2D, line: TextSpec, fill: TextSpec["fill"]) {
  if (fill.kind !== "gradient") return css(fill.kind === "solid" ? fill.colour : fill.colours[0]);
  const gradient = context.createLinearGradient(...gradientEnds(line));
  gradient.addColorStop(0, css(fill.from));
  gradient.addColorStop(1, css(fill.to));
  return gradient;
}
