import type { FontLibrary, GlyphRun } from "../../../imaging/ports.ts";
import { type FontCut, nearestCut, type Typesetting, typesettingOf } from "../../../imaging/typeface/cuts.ts";
import { unpackRanges } from "../../../imaging/typeface/packed-ranges.ts";
import { type CodePointRanges, cssUnicodeRange, hasCodePoint, inkCodePoints } from "../../../imaging/typeface/unicode-ranges.ts";
import type { FontIndex, IndexedFace, IndexedFile } from "../font-index.ts";

/** Registers a font file under an alias and waits until it can be drawn with. Injected: only a browser has fonts to add to. */
export type AddFont = (file: {
  readonly alias: string;
  readonly url: string;
  readonly weight: string;
  /** Files of one alias share glyphs (digits as wide as Han characters, another space): each serves only what it is for. */
  readonly unicodeRange: string;
}) => Promise<void>;

export interface BrowserFontLibrary extends FontLibrary {
  /** Names a prepared run to the canvas. Throws for faces or texts that were not prepared: a caller's bug. */
  typesetting(run: GlyphRun): Typesetting;
}

/** The shipped fonts in a browser: each subset is fetched when the first text needs it, for every weight of its face. */
export function createBrowserFonts(index: FontIndex, add: AddFont): BrowserFontLibrary {
  const byId = new Map(index.faces.map((face) => [face.id, face]));
  const rangesOf = memoRanges();
  const added = new Map<string, Promise<void>>();
  const face = (id: string): IndexedFace => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`unknown font face: ${id}`);
    return found;
  };
  const filesFor = (cut: IndexedFace["cuts"][number], text: string): IndexedFile[] | undefined => {
    const files = inkCodePoints(text).map((point) => cut.files.find((file) => hasCodePoint(rangesOf(file), point)));
    return files.includes(undefined) ? undefined : [...new Set(files as IndexedFile[])];
  };
  const addOnce = (wanted: IndexedFace, cut: FontCut, file: IndexedFile): Promise<void> => {
    const alias = typesettingOf(wanted, cut).family;
    const weight = wanted.variable ? `${wanted.weights[0]} ${wanted.weights.at(-1)}` : "400";
    const adding = added.get(file.url) ?? add({ alias, url: file.url, weight, unicodeRange: cssUnicodeRange(rangesOf(file)) });
    added.set(file.url, adding);
    return adding;
  };
  return {
    faces: () => index.faces,
    covers: (id, text) => filesFor(cutOf(face(id), { weight: 400, italic: false }), text) !== undefined,
    prepare: async (ids, text) => {
      const wanted = ids
        .map(face)
        .flatMap((f) => f.cuts.flatMap((cut) => (filesFor(cut, text) ?? []).map((file) => addOnce(f, cut, file))));
      await Promise.all(wanted);
    },
    typesetting: ({ faceId, weight, italic = false }) => typesettingOf(face(faceId), nearestCut(face(faceId), { weight, italic })),
  };
}

/** The files of the cut a wish comes down to; a variable face's serve every weight. */
function cutOf(face: IndexedFace, wish: FontCut): IndexedFace["cuts"][number] {
  const { weight, italic } = nearestCut(face, wish);
  const cut = face.cuts.find((c) => c.italic === italic && (face.variable || c.weight === weight));
  if (cut === undefined) throw new Error(`the font index has no ${weight}${italic ? " italic" : ""} of ${face.id}`);
  return cut;
}

function memoRanges(): (file: IndexedFile) => CodePointRanges {
  const known = new Map<IndexedFile, CodePointRanges>();
  return (file) => {
    const ranges = known.get(file) ?? unpackRanges(file.ranges);
    known.set(file, ranges);
    return ranges;
  };
}
