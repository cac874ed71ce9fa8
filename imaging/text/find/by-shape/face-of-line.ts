import type { RasterImage } from "../../../raster/raster.ts";
import type { CharSpot, TextLine } from "../../types.ts";
import type { GlyphCells } from "./glyph-cells.ts";
import { EM, likeness, roomForCell } from "./shape-cell.ts";
import { cellAt, lengthOf, type ShapeStrip, shapeStrip } from "./shape-strip.ts";

/** A line seen as set in a face: at what size, and how far across the reading its cells lie in the strip of that size. */
export interface SeenFace {
  readonly cells: GlyphCells;
  readonly strip: ShapeStrip;
  readonly across: number;
  /** Mean likeness of the two best characters it was told by, 0–1; and that of the next face. */
  readonly likeness: number;
  readonly next: number;
}

/** Sizes tried, shares of the box's height: the detector's boxes are about that much higher than an em. */
const SIZES = [0.7, 0.745, 0.79, 0.84, 0.89, 0.945, 1, 1.06, 1.12] as const;
/** Sizes around one that was told already. */
const NEARER = [0.95, 0.97, 0.985, 1, 1.015, 1.03, 1.05] as const;
/** How far from where the reader saw it a character's cell may lie along the reading and across it, cell pixels; first looked at in such steps. */
const ASIDE = 8;
const UP_DOWN = 6;
const STEP = 2;

interface Hit {
  readonly likeness: number;
  readonly across: number;
}

interface Sought {
  readonly spot: CharSpot;
  readonly faces: readonly GlyphCells[];
}

/** Where each face's cell of a character lies best, faces of one width together: seeing costs more than comparing. */
function hitsOf(strip: ShapeStrip, { spot, faces }: Sought): readonly Hit[] {
  const hits: { likeness: number; across: number }[] = faces.map(() => ({ likeness: 0, across: 0 }));
  for (const columns of new Set(faces.map((f) => f.columns))) {
    const wanted = faces.map((face) => (face.columns === columns ? face.full(spot.char) : undefined));
    const out = roomForCell(columns);
    const middle = Math.round(strip.from + spot.at * strip.scale - lengthOf(strip, columns) / 2);
    for (let across = -UP_DOWN; across <= UP_DOWN; across += STEP) {
      for (let along = middle - ASIDE; along <= middle + ASIDE; along += STEP) {
        const seen = cellAt(strip, columns, { along, across, out });
        wanted.forEach((cell, i) => {
          const alike = cell ? likeness(seen, cell) : 0;
          if (alike > hits[i]!.likeness) hits[i] = { likeness: alike, across };
        });
      }
    }
  }
  return hits;
}

/** Of three characters one may be misread, however surely. */
function meanOfBest(hits: readonly Hit[]): number {
  const best = hits.map((hit) => hit.likeness).sort((a, b) => b - a);
  const counted = best.slice(0, Math.max(1, Math.min(2, best.length)));
  return counted.reduce((sum, alike) => sum + alike, 0) / counted.length;
}

/**
 * The face, of these, that the surely read characters lie in best, and its size. `around`: where the line's size is about known, cell pixels to an image
 * pixel. `undefined` where no face has them.
 */
export function faceOfLine(
  image: RasterImage,
  line: TextLine,
  at: { readonly sure: readonly CharSpot[]; readonly faces: readonly GlyphCells[]; readonly around?: number | undefined },
): SeenFace | undefined {
  const best = new Map<GlyphCells, Omit<SeenFace, "next">>();
  const { around } = at;
  const sizes = around === undefined ? SIZES.map((share) => share * line.box.height) : NEARER.map((share) => (share * EM) / around);
  for (const sizePx of sizes) {
    const strip = shapeStrip(image, line, sizePx);
    const hits = at.sure.map((spot) => hitsOf(strip, { spot, faces: at.faces }));
    at.faces.forEach((cells, i) => {
      const own = hits.map((ofSpot) => ofSpot[i]!);
      const mean = meanOfBest(own);
      if (mean <= (best.get(cells)?.likeness ?? 0)) return;
      const clearest = own.reduce((a, b) => (b.likeness > a.likeness ? b : a));
      best.set(cells, { cells, strip, across: clearest.across, likeness: mean });
    });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.likeness - a.likeness);
  return first && { ...first, next: second?.likeness ?? 0 };
}
