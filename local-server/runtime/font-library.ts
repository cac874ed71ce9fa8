import { GlobalFonts } from "@napi-rs/canvas";
import type { FontFace, FontLibrary, GlyphRun } from "../../imaging/ports.ts";
import { type FontCut, nearestCut, type Typesetting, typesettingOf } from "../../imaging/typeface/cuts.ts";
import { inkCodePoints } from "../../imaging/typeface/unicode-ranges.ts";
import { type CatalogueEntry, FONT_CATALOGUE } from "./font-catalogue.ts";
import { type FontFile, filesCovering, type LibraryFace, listFontFiles } from "./font-files.ts";
import type { GlyphIndex } from "./glyph-index.ts";
import { listSystemFonts } from "./system-fonts.ts";

export interface NodeFontLibrary extends FontLibrary {
  /** Registers what the run needs (synchronous, remembered) and names it. Throws for an unknown face: a caller's bug. */
  typesetting(run: GlyphRun): Typesetting;
}

export interface FontLibraryOptions {
  /** Also offer the fonts installed on this machine, after the shipped ones. Off by default: results then differ between machines. */
  readonly systemFonts?: boolean;
  /** Spares reading font files for characters it has. */
  readonly index?: Pick<GlyphIndex, "has">;
}

/** Fonts of the npm packages, registered subset by subset as texts need them. Creating it reads nothing. */
export function createFontLibrary(options: FontLibraryOptions = {}): NodeFontLibrary {
  const shipped = FONT_CATALOGUE.map(libraryFace);
  const faces: readonly LibraryFace[] = options.systemFonts === true ? [...shipped, ...listSystemFonts()] : shipped;
  const byId = new Map(faces.map((face) => [face.id, face]));
  const face = (id: string): LibraryFace => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`unknown font face: ${id}`);
    return found;
  };
  const ready = new Set<string>();
  const typesetting = ({ faceId, weight, italic = false, text }: Pick<GlyphRun, "faceId" | "weight" | "italic" | "text">): Typesetting => {
    const wanted = face(faceId);
    const cut = nearestCut(wanted, { weight, italic });
    const set = typesettingOf(wanted, cut);
    const key = `${set.family}\0${text}`;
    if (!ready.has(key)) {
      registerFor(set.family, wanted.files(cut), text);
      ready.add(key);
    }
    return set;
  };
  return {
    whole: true,
    faces: () => faces,
    covers: (id, text) => {
      const wanted = face(id);
      const cut = regularCut(wanted);
      const unknown = inkCodePoints(text).filter((point) => !options.index?.has({ faceId: id, ...cut, char: String.fromCodePoint(point) }));
      return unknown.length === 0 || filesCovering(wanted.files(cut), unknown) !== undefined;
    },
    prepare: async (ids, text, only) => {
      // What a glimpse needs that was not made ahead is loaded when it is drawn.
      if (only === "glimpse") return;
      for (const id of ids) {
        typesetting({ faceId: id, weight: 400, text });
        await new Promise(setImmediate);
      }
    },
    typesetting,
  };
}

function libraryFace(entry: CatalogueEntry): LibraryFace {
  const known = new Map<string, readonly FontFile[]>();
  return {
    ...entry,
    files: (cut) => {
      const key = entry.variable ? `${cut.italic}` : `${cut.weight} ${cut.italic}`;
      const files = known.get(key) ?? listFontFiles(entry, cut);
      known.set(key, files);
      return files;
    },
  };
}

const regularCut = (face: FontFace): FontCut => nearestCut(face, { weight: 400, italic: false });

/** The rasteriser's font table is one per process, so what is in it is remembered per process too. */
const registered = new Set<string>();

function registerFor(alias: string, files: readonly FontFile[], text: string): void {
  const present = inkCodePoints(text).map((point) => filesCovering(files, [point])?.[0]);
  for (const file of present) {
    if (file === undefined || registered.has(`${alias}\0${file.path}`)) continue;
    if (GlobalFonts.registerFromPath(file.path, alias) === null) throw new Error(`font file does not load: ${file.path}`);
    registered.add(`${alias}\0${file.path}`);
  }
}
