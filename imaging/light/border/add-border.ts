import { ok, type Result } from "../../../protocol/errors.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { parseHex, type Rgb } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { whereAllowed } from "../kernel/where-allowed.ts";
import { type LightContext, type LightStep, step, unsupported } from "../light-step.ts";
import { type BorderKind, borderInk } from "./border-ink.ts";

const KINDS: readonly (readonly [BorderKind, RegExp])[] = [
  ["neon", /霓虹|荧光|发光|neon|glow/i],
  ["rounded", /圆角|圆形|圆边|round/i],
  ["dashed", /虚线|点线|dash|dott/i],
  ["double", /双线|双层|双重|double/i],
  ["solid", /纯色|实线|单线|简约|简单|细|粗|相框|画框|solid|simple|plain|thin|thick|line/i],
];
const NEON: Rgb = [255, 45, 210];
const WHITE: Rgb = [255, 255, 255];
/** Width without a number: this share of the shorter side. */
const USUAL = 0.03;

/** A wider border than this share of the shorter side leaves too little of the picture. */
const MOST = 0.34;

/** How round the corners are, beside the line's own width. */
const RADIUS = /(?:radius|圆角)\s*(\d+(?:\.\d+)?)\s*(?:px|像素)?/i;

interface BorderWish {
  readonly kind: BorderKind;
  readonly widthPx: number;
  readonly radiusPx?: number;
}

function sizeIn(text: string, shorter: number): number | undefined {
  const found = /(\d+(?:\.\d+)?)\s*(px|像素|pt|%)?/.exec(text);
  if (found === null) return undefined;
  return found[2] === "%" ? (Number(found[1]) / 100) * shorter : Number(found[1]);
}

/** Reads `border.add`'s value: a width (`10px`, `5%`), a kind, both, or nothing. */
export function borderWish(value: Operation["value"], shorter: number): BorderWish | undefined {
  const text = String(value ?? "");
  const kind = KINDS.find(([, says]) => says.test(text))?.[0];
  const radius = RADIUS.exec(text)?.[1];
  const width = sizeIn(text.replace(RADIUS, ""), shorter);
  if (text !== "" && kind === undefined && width === undefined) return undefined;
  const usual = USUAL * shorter * (/细|thin/i.test(text) ? 0.4 : /粗|thick/i.test(text) ? 2 : 1);
  if (radius === undefined) return { kind: kind ?? "solid", widthPx: Math.max(1, width ?? usual) };
  // A radius by itself rounds the corners and draws no line.
  return { kind: "rounded", widthPx: width ?? 0, radiusPx: Math.min(Number(radius), shorter / 2 - (width ?? 0)) };
}

/** `border.add`: a frame drawn inside the picture's (or region's) own bounds, so that it is a layer like any edit. */
export function addBorder(image: RasterImage, operation: Operation, context: LightContext): Result<LightStep> {
  const frame: Rect<"image"> = context.region ?? { x: 0, y: 0, width: image.width, height: image.height };
  const wish = borderWish(operation.value, Math.min(frame.width, frame.height));
  if (wish === undefined) {
    return unsupported(
      `The light engine draws no border “${String(operation.value)}”.`,
      "It can draw solid, dashed, double, rounded and neon borders, with a colour and a width such as 10px or 5%.",
    );
  }
  const most = Math.floor(MOST * Math.min(frame.width, frame.height));
  if (wish.widthPx > Math.max(1, most))
    return unsupported(`A border of ${Math.round(wish.widthPx)} px would cover the picture.`, `Name a width up to ${most} px here.`);
  const colour = parseHex(operation.style?.colour ?? "") ?? (wish.kind === "neon" ? NEON : WHITE);
  const ink = borderInk(frame, { ...wish, colour });
  const allowed = whereAllowed(image, context);
  const data = Uint8ClampedArray.from(image.data);
  for (let y = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++) {
      const to = (y + frame.y) * image.width + x + frame.x;
      if (allowed.data[to] > 0) ink(x, y, data.subarray(to * 4, to * 4 + 4), allowed.data[to]);
    }
  }
  return ok(step({ width: image.width, height: image.height, data }));
}
