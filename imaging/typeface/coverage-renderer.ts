import type { Affine } from "../../protocol/geometry.ts";
import { isRightToLeft } from "../../protocol/writing.ts";
import type { GlyphRun, RunMetrics, TypeRenderer } from "../ports.ts";
import type { Typesetting } from "./cuts.ts";
import { drawGlimpse } from "./glimpse.ts";

/** What is used of a 2D drawing context; Skia's in Node and the browser's both have it. */
export interface GlyphContext {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineJoin: string;
  lineCap: string;
  lineWidth: number;
  font: string;
  fontKerning: "auto" | "normal" | "none";
  letterSpacing: string;
  wordSpacing: string;
  direction: "ltr" | "rtl" | "inherit";
  textAlign: "left" | "right" | "center" | "start" | "end";
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): {
    readonly width: number;
    readonly actualBoundingBoxLeft: number;
    readonly actualBoundingBoxRight: number;
    readonly actualBoundingBoxAscent: number;
    readonly actualBoundingBoxDescent: number;
  };
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

/** A new transparent canvas of that size, pixels. */
export type GlyphCanvas = (width: number, height: number) => GlyphContext;

export interface CoverageOptions {
  readonly canvas: GlyphCanvas;
  /** Names the registered font of a run; its files must have been prepared. */
  resolve(run: GlyphRun): Typesetting;
}

/**
 * Skia's glyph masks are made for reading on a screen, not for measuring a picture: near-axis-aligned text is hinted and snapped
 * to whole pixels, and masks are thickened or thinned by the paint's luminance. Measured against exact outlines at 12–64 px:
 * soft IoU 0.67–0.93 as drawn naively in black, 0.96–0.99 with the three settings below.
 */
/** Mid grey: neither contrast-thickened (dark paint) nor thinned (light paint); the mass is within 1 % of the outline's. */
const NEUTRAL_PAINT = "#777777";
/** Skia takes an axis for aligned below 1/2048; a shear just above turns hinting and baseline snapping off. */
const UNSNAP_SHEAR = 5e-4;
/**
 * Size text is measured at: advances and boxes come back rounded to whole pixels, so measure large and scale. Above 256 px Skia
 * takes boxes from outlines at 64 px: whole pixels there are a sixty-fourth of an em.
 */
const MEASURE_PX = 250;
/** Measured runs remembered; a line's fit measures some thousands. */
const KEPT_METRICS = 20_000;
/** Canvas area kept for reuse, in pixels; larger targets get a canvas of their own. */
const KEPT_CANVAS_AREA = 4_000_000;

type Target = Parameters<TypeRenderer["coverage"]>[1];
interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Rasteriser on any 2D canvas, made for Skia's (Node's `@napi-rs/canvas`, Chromium's). Cost in Node: ≈ 0.2 ms for a 300 × 64
 * target, growing with the ink area read back, not with the target.
 */
export function createCoverageRenderer({ canvas, resolve }: CoverageOptions): TypeRenderer {
  const canvases = createCanvasPool(canvas);
  const measureSet = createMeasurer(forCoverage(canvas(1, 1)));
  const strokes: Pick<TypeRenderer, "measure" | "coverage"> = {
    measure: (run) => measureSet(run, resolve(run)),
    coverage: (run, target) => {
      const set = resolve(run);
      const out = new Uint8Array(target.width * target.height);
      const metrics = measureSet(run, set);
      const ink = inkBox(metrics, target);
      if (ink.width === 0 || ink.height === 0) return out;
      const factor = target.draft ? 1 : supersampling(run.sizePx, target.transform);
      const context = canvases(ink.width * factor, ink.height * factor);
      paint(context, { run, set, target, ink, factor });
      readCoverage(context, { ink, factor, out, stride: target.width });
      return out;
    },
  };
  return { ...strokes, glimpse: (glyph) => drawGlimpse(strokes, glyph) };
}

/** Spacing at which spaced runs are measured, `MEASURE_PX` pixels. */
const SPACED_PX = 10;

/**
 * Measures runs once without spacing and once, where they are tracked, apart: spacing unties ligatures and joined forms, so that the letters
 * themselves become wider or narrower. What tracking and word spacing add comes on top.
 */
function createMeasurer(context: GlyphContext): (run: GlyphRun, set: Typesetting) => RunMetrics {
  const known = new Map<string, RunMetrics>();
  const letters = (text: string, { family, weight }: Typesetting, spacing: number): RunMetrics => {
    const key = `${family}\0${weight}\0${spacing}\0${text}`;
    const before = known.get(key);
    if (before) return before;
    const count = [...text].length;
    context.font = `${weight} ${MEASURE_PX}px "${family}"`;
    context.letterSpacing = `${spacing}px`;
    writeLike(context, text);
    const m = context.measureText(text);
    const made = {
      advance: m.width - spacing * count,
      left: -m.actualBoundingBoxLeft,
      right: m.actualBoundingBoxRight - spacing * Math.max(0, count - 1),
      top: -m.actualBoundingBoxAscent,
      bottom: m.actualBoundingBoxDescent,
    };
    if (known.size >= KEPT_METRICS) known.clear();
    known.set(key, made);
    return made;
  };
  return (run, set) => {
    const m = letters(run.text, set, run.trackingPx === 0 ? 0 : SPACED_PX);
    const scale = run.sizePx / MEASURE_PX;
    const chars = [...run.text];
    const spaces = (run.wordSpacingPx ?? 0) * chars.filter((c) => c === " ").length;
    return {
      advance: m.advance * scale + run.trackingPx * chars.length + spaces,
      left: m.left * scale,
      right: m.right * scale + run.trackingPx * Math.max(0, chars.length - 1) + spaces,
      top: m.top * scale,
      bottom: m.bottom * scale,
    };
  };
}

/** Whole-pixel box of the target that the run's ink can touch, clipped to the target. */
function inkBox(m: RunMetrics, { width, height, transform, strokePx = 0 }: Target): PixelBox {
  const [[a, c, e], [b, d, f]] = transform;
  const xs = [m.left, m.right].flatMap((x) => [m.top, m.bottom].map((y) => a * x + c * y + e));
  const ys = [m.left, m.right].flatMap((x) => [m.top, m.bottom].map((y) => b * x + d * y + f));
  const margin = 2 + (strokePx / 2) * Math.max(Math.hypot(a, b), Math.hypot(c, d));
  const clamp = (v: number, limit: number): number => Math.min(limit, Math.max(0, v));
  const x = clamp(Math.floor(Math.min(...xs) - margin), width);
  const y = clamp(Math.floor(Math.min(...ys) - margin), height);
  const right = clamp(Math.ceil(Math.max(...xs) + margin), width);
  const bottom = clamp(Math.ceil(Math.max(...ys) + margin), height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** Glyphs sit on a quarter-pixel raster; drawing small ones larger and averaging makes that an eighth or finer. */
function supersampling(sizePx: number, [[a], [b]]: Affine): number {
  const devicePx = sizePx * (Math.hypot(a, b) || 1);
  return devicePx < 20 ? 3 : devicePx < 160 ? 2 : 1;
}

/** The line's own direction puts signs and numbers between its words where a reader expects them; the pen starts at the left either way. */
function writeLike(context: GlyphContext, text: string): void {
  context.direction = isRightToLeft(text) ? "rtl" : "ltr";
  context.textAlign = "left";
}

interface Painting {
  readonly run: GlyphRun;
  readonly set: Typesetting;
  readonly target: Target;
  readonly ink: PixelBox;
  readonly factor: number;
}

function paint(context: GlyphContext, { run, set, target, ink, factor }: Painting): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, ink.width * factor, ink.height * factor);
  // The scale goes into the font size: Skia's thresholds are absolute, and a run set large and scaled down would slip under them.
  const scale = Math.hypot(target.transform[0][0], target.transform[1][0]) || 1;
  const [[a, c, e], [b, d, f]] = unsnapped(target.transform, { ink, limit: (UNSNAP_SHEAR * scale) / factor });
  const k = factor / scale;
  context.setTransform(a * k, b * k, c * k, d * k, (e - ink.x) * factor, (f - ink.y) * factor);
  context.font = `${set.weight} ${run.sizePx * scale}px "${set.family}"`;
  context.letterSpacing = `${run.trackingPx * scale}px`;
  context.wordSpacing = `${(run.wordSpacingPx ?? 0) * scale}px`;
  writeLike(context, run.text);
  context.fillText(run.text, 0, 0);
  const strokePx = target.strokePx ?? 0;
  if (strokePx <= 0) return;
  context.lineWidth = strokePx * scale;
  context.strokeText(run.text, 0, 0);
}

/** Turns an axis-aligned baseline imperceptibly about the ink's centre (≤ 0.15 px at the ends of 600 px). */
function unsnapped(transform: Affine, { ink, limit }: { readonly ink: PixelBox; readonly limit: number }): Affine {
  const [[a, c, e], [b, d, f]] = transform;
  const beyond = (v: number): number => (v < 0 ? -limit : limit);
  if (Math.abs(b) < limit && a !== 0) {
    const s = (beyond(b) - b) / a;
    return [
      [a, c, e],
      [b + s * a, d + s * c, f + s * (e - (ink.x + ink.width / 2))],
    ];
  }
  if (Math.abs(a) < limit && b !== 0) {
    const s = (beyond(a) - a) / b;
    return [
      [a + s * b, c + s * d, e + s * (f - (ink.y + ink.height / 2))],
      [b, d, f],
    ];
  }
  return transform;
}

interface Reading {
  readonly ink: PixelBox;
  readonly factor: number;
  readonly out: Uint8Array;
  readonly stride: number;
}

function readCoverage(context: GlyphContext, { ink, factor, out, stride }: Reading): void {
  const wide = ink.width * factor;
  const { data } = context.getImageData(0, 0, wide, ink.height * factor);
  const area = factor * factor;
  for (let y = 0; y < ink.height; y++) {
    for (let x = 0, to = (y + ink.y) * stride + ink.x; x < ink.width; x++, to++) {
      let sum = area / 2;
      for (let row = (y * factor * wide + x * factor) * 4 + 3, j = 0; j < factor; j++, row += wide * 4) {
        for (let i = row; i < row + factor * 4; i += 4) sum += data[i];
      }
      out[to] = sum / area;
    }
  }
}

/** Hands out a context of at least the asked size, set up for coverage. One is kept and grown; it is used synchronously, so one is enough. */
function createCanvasPool(canvas: GlyphCanvas): (width: number, height: number) => GlyphContext {
  let kept: { readonly context: GlyphContext; readonly width: number; readonly height: number } | undefined;
  return (width, height) => {
    if (kept !== undefined && kept.width >= width && kept.height >= height) return kept.context;
    const size = { width: Math.max(width, kept?.width ?? 512), height: Math.max(height, kept?.height ?? 128) };
    const context = forCoverage(canvas(size.width, size.height));
    if (size.width * size.height <= KEPT_CANVAS_AREA) kept = { context, ...size };
    return context;
  };
}

function forCoverage(context: GlyphContext): GlyphContext {
  // Asked for, Skia draws letters and the spaces beside them together as design tools and browsers do; left to itself it sets words one by one.
  context.fontKerning = "normal";
  context.fillStyle = NEUTRAL_PAINT;
  context.strokeStyle = NEUTRAL_PAINT;
  context.lineJoin = "round";
  context.lineCap = "round";
  return context;
}
