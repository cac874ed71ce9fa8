import type { Affine } from "../../protocol/geometry.ts";
import type { Glyph, GlyphSheet, TypeRenderer } from "../ports.ts";
import { remember } from "./remember.ts";

/** Size sheets are drawn at; smaller ones are halvings of it, so that sampling never skips ink. */
const SHEET_EM = 64;
const LEVELS = 3;
/** Sheets remembered; ~8 KB each. */
const KEPT = 6000;
const MARGIN = 3;

function drawSheet(type: TypeRenderer, { faceId, weight, italic, char }: Glyph): GlyphSheet {
  const run = { faceId, weight, italic, text: char, sizePx: SHEET_EM, trackingPx: 0 };
  const m = type.measure(run);
  const penX = MARGIN - Math.floor(m.left);
  const penY = MARGIN - Math.floor(m.top);
  const width = Math.max(2, penX + Math.ceil(m.right) + MARGIN);
  const height = Math.max(2, penY + Math.ceil(m.bottom) + MARGIN);
  const transform: Affine = [
    [1, 0, penX],
    [0, 1, penY],
  ];
  return { data: type.coverage(run, { width, height, transform, draft: true }), width, height, penX, penY, em: SHEET_EM };
}

/** Half the size by averaging squares of four, with a border again. */
function halved({ data, width, height, penX, penY, em }: GlyphSheet): GlyphSheet {
  const [w, h] = [Math.ceil(width / 2) + 2, Math.ceil(height / 2) + 2];
  const sums = new Uint16Array(w * h);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sums[((y >> 1) + 1) * w + (x >> 1) + 1] += data[y * width + x];
  }
  return { data: Uint8Array.from(sums, (v) => (v + 2) >> 2), width: w, height: h, penX: penX / 2 + 1, penY: penY / 2 + 1, em: em / 2 };
}

/** Glyphs drawn once and kept at three sizes. */
export interface GlyphSheets {
  /** The sheet to sample for a glyph shown at `emPx` pixels per em: at most about twice as large. */
  sheet(glyph: Glyph, emPx: number): GlyphSheet;
}

export function createGlyphSheets(type: TypeRenderer): GlyphSheets {
  const recall = remember<readonly GlyphSheet[]>(KEPT);
  const levels = (glyph: Glyph): readonly GlyphSheet[] =>
    recall(`${glyph.faceId}|${glyph.weight}|${glyph.italic}|${glyph.char}`, () => {
      const made = [drawSheet(type, glyph)];
      while (made.length < LEVELS) made.push(halved(made[made.length - 1]));
      return made;
    });
  return {
    sheet: (glyph, emPx) => {
      const all = levels(glyph);
      let k = 0;
      while (k < all.length - 1 && all[k + 1].em >= emPx) k++;
      return all[k];
    },
  };
}

/** Steps that land on the border by a rounding are left out: there is no ink there. */
const SLACK = 1e-6;

/** The first step `n` from which on `start + n·step` lies in 0…`limit`; Infinity where none does. */
function entering(start: number, step: number, limit: number): number {
  if (step === 0) return start >= 0 && start < limit ? -Infinity : Infinity;
  return Math.ceil((step > 0 ? -start / step : (limit - start) / step) + SLACK);
}

/** The step behind the last one for which it does. */
function leaving(start: number, step: number, limit: number): number {
  if (step === 0) return Infinity;
  return Math.ceil((step > 0 ? (limit - start) / step : -start / step) - SLACK);
}

/** Lays a sheet over a plane `[H, W]` 0–1, the larger of both; `transform`: em (pen at 0, y down) → plane pixels. Bilinear. */
export function stampSheet(
  out: { readonly width: number; readonly height: number; readonly data: Float32Array },
  sheet: GlyphSheet,
  transform: Affine,
): void {
  const [[a, b, e], [c, d, f]] = transform;
  const det = a * d - b * c;
  if (det === 0) return;
  const k = 1 / sheet.em;
  const [left, right, top, bottom] = [-sheet.penX * k, (sheet.width - sheet.penX) * k, -sheet.penY * k, (sheet.height - sheet.penY) * k];
  const y0 = Math.max(0, Math.floor(Math.min(c * left + d * top, c * left + d * bottom, c * right + d * top, c * right + d * bottom) + f));
  const y1 = Math.min(
    out.height,
    Math.ceil(Math.max(c * left + d * top, c * left + d * bottom, c * right + d * top, c * right + d * bottom) + f),
  );
  // Plane pixels → sheet pixels, centres to centres.
  const s = sheet.em / det;
  const [ia, ib, ic, id] = [d * s, -b * s, -c * s, a * s];
  for (let y = y0; y < y1; y++) {
    const u = ia * (0.5 - e) + ib * (y + 0.5 - f) + sheet.penX - 0.5;
    const v = ic * (0.5 - e) + id * (y + 0.5 - f) + sheet.penY - 0.5;
    const from = Math.max(0, entering(u, ia, sheet.width - 1), entering(v, ic, sheet.height - 1));
    const to = Math.min(out.width, leaving(u, ia, sheet.width - 1), leaving(v, ic, sheet.height - 1));
    stampRow(out.data, sheet, { at: y * out.width, from, to, u, v, du: ia, dv: ic });
  }
}

interface StampedRow {
  /** Where the row begins in the plane. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Place in the sheet of the row's first pixel, and the step from one pixel to the next. */
  readonly u: number;
  readonly v: number;
  readonly du: number;
  readonly dv: number;
}

function stampRow(out: Float32Array, { data, width }: GlyphSheet, { at, from, to, u, v, du, dv }: StampedRow): void {
  for (let x = from; x < to; x++) {
    const su = u + du * x;
    const sv = v + dv * x;
    const p = su | 0;
    const q = sv | 0;
    const j = q * width + p;
    const r = su - p;
    const top = data[j] + (data[j + 1] - data[j]) * r;
    const low = data[j + width] + (data[j + width + 1] - data[j + width]) * r;
    const value = (top + (low - top) * (sv - q)) * (1 / 255);
    if (value > out[at + x]) out[at + x] = value;
  }
}
