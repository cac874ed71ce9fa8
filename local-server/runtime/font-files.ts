import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FontFace } from "../../imaging/ports.ts";
import type { FontCut } from "../../imaging/typeface/cuts.ts";
import { type CodePointRanges, hasCodePoint, parseUnicodeRange } from "../../imaging/typeface/unicode-ranges.ts";
import type { CatalogueEntry } from "./font-catalogue.ts";
import { packageFolder } from "./package-folder.ts";
import { bytesReader, fontCoverage } from "./sfnt.ts";

/** One subset file. `claimed` is what the package says it holds; only `real()` is true to the glyphs (claims exceed them by thousands). */
export interface FontFile {
  readonly path: string;
  readonly claimed: CodePointRanges;
  /** Reads and inflates the file on first use (≈ 1 ms), then remembers. */
  real(): CodePointRanges;
}

/** A face and where its files are. */
export interface LibraryFace extends FontFace {
  files(cut: FontCut): readonly FontFile[];
}

/** The subset files of a cut, in package order. Reads the package's index, synchronously. */
export function listFontFiles(entry: CatalogueEntry, cut: FontCut): readonly FontFile[] {
  const folder = packageFolder(entry.package);
  const listed = entry.layout === "css" ? fromStyleSheet(entry, cut, folder) : fromUnicodeJson(entry, cut, folder);
  return listed.map(({ path, range }) => fontFile(path, parseUnicodeRange(range)));
}

/** Files that together hold the code points, or `undefined` where one has no glyph in any. */
export function filesCovering(files: readonly FontFile[], codePoints: readonly number[]): readonly FontFile[] | undefined {
  const needed = new Set<FontFile>();
  for (const point of codePoints) {
    const file = files.find((f) => hasCodePoint(f.claimed, point) && hasCodePoint(f.real(), point));
    if (file === undefined) return undefined;
    needed.add(file);
  }
  return [...needed];
}

function fontFile(path: string, claimed: CodePointRanges): FontFile {
  let real: CodePointRanges | undefined;
  return {
    path,
    claimed,
    real: () => {
      real ??= fontCoverage(bytesReader(readFileSync(path)));
      return real;
    },
  };
}

interface Listed {
  readonly path: string;
  readonly range: string;
}

function fromUnicodeJson(entry: CatalogueEntry, cut: FontCut, folder: string): Listed[] {
  const index = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  const style = `${entry.variable ? "wght" : cut.weight}-${cut.italic ? "italic" : "normal"}`;
  return Object.entries(index)
    .map(([subset, range]) => ({ path: join(folder, "files", `${entry.id}-${subset.replace(/[[\]]/g, "")}-${style}.woff2`), range }))
    .filter(({ path }) => existsSync(path));
}

function fromStyleSheet(entry: CatalogueEntry, cut: FontCut, folder: string): Listed[] {
  const sheet = entry.sheets?.[cut.weight];
  if (sheet === undefined || cut.italic) return [];
  const css = readFileSync(join(folder, sheet), "utf8");
  return [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)[^}]*?unicode-range:\s*([^;}]+)/g)].map(([, url = "", range = ""]) => ({
    path: join(folder, url),
    range,
  }));
}
