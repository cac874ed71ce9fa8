import type { FontFace, FontLibrary, GlyphSheet, TypeRenderer } from "../../../ports.ts";
import { remember } from "../../remember.ts";
import { ABOVE, EM, halfCell, normalised, ROWS } from "./shape-cell.ts";

/** A face's characters as they look in a cell. */
export interface GlyphCells {
  readonly face: FontFace;
  /** Cell width: the advance of the face's Han characters. */
  readonly columns: number;
  /** Normalised `[ROWS, columns]`; `undefined` where the face has no such character. */
  full(char: string): Float32Array | undefined;
  /** The same at half the size; remembered, for a look at thousands. */
  half(char: string): Float32Array | undefined;
  /** Must be awaited before the cells of these characters are asked for. */
  prepare(chars: string): Promise<void>;
}

export interface TypeAtHand {
  readonly fonts: FontLibrary;
  readonly type: TypeRenderer;
}

const known = new WeakMap<TypeRenderer, Map<string, GlyphCells>>();
/** A character as wide as any other. */
const SAMPLE = "国";

/** Cells remembered whole; 3 KB each. */
const KEPT = 400;

/** The cells of a face in its first cut. One per renderer and face; 3 MB once all of the common characters were looked at. */
export async function glyphCells({ fonts, type }: TypeAtHand, face: FontFace): Promise<GlyphCells> {
  const faces = known.get(type) ?? new Map<string, GlyphCells>();
  known.set(type, faces);
  const before = faces.get(face.id);
  if (before) return before;
  await fonts.prepare([face.id], SAMPLE, "glimpse");
  const glimpse = (char: string) => type.glimpse({ faceId: face.id, weight: face.weights[0]!, italic: false, char });
  const columns = 2 * Math.round((glimpse(SAMPLE).measures.advance * EM) / 2);
  const drawn = (char: string) => (fonts.covers(face.id, char) ? inCell(glimpse(char).sheet, columns) : undefined);
  const whole = remember<{ readonly cell: Float32Array | undefined }>(KEPT);
  const halves = new Map<string, Float32Array | undefined>();
  const made: GlyphCells = {
    face,
    columns,
    full: (char) => whole(char, () => ({ cell: drawn(char) })).cell,
    half(char) {
      if (!halves.has(char)) {
        const cell = drawn(char);
        halves.set(char, cell && halfCell(cell, columns));
      }
      return halves.get(char);
    },
    prepare: (chars) => fonts.prepare([face.id], chars, "glimpse"),
  };
  faces.set(face.id, made);
  return made;
}

function inCell({ data, width, height, penX, penY }: GlyphSheet, columns: number): Float32Array {
  const full = new Float32Array(columns * ROWS);
  for (let r = 0; r < ROWS; r++) {
    const y = r - ABOVE + penY;
    if (y < 0 || y >= height) continue;
    for (let c = 0; c < columns; c++) {
      const x = c + penX;
      if (x >= 0 && x < width) full[r * columns + c] = data[y * width + x];
    }
  }
  return normalised(full);
}
