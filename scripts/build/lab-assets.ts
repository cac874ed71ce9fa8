import { copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { packRanges } from "../../imaging/typeface/packed-ranges.ts";
import { commonRanges } from "../../imaging/typeface/unicode-ranges.ts";
import { type CatalogueEntry, FONT_CATALOGUE } from "../../local-server/runtime/font-catalogue.ts";
import { listFontFiles } from "../../local-server/runtime/font-files.ts";
import type { FontIndex, IndexedFace, IndexedFile } from "../../playground/lab/font-index.ts";

/** Puts a large file where it is served from without copying it; across drives it is copied. */
export function linkFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

function indexedFace(entry: CatalogueEntry, folder: string): IndexedFace {
  const { package: _, layout: __, sheets: ___, ...face } = entry;
  const weights = entry.variable ? entry.weights.slice(0, 1) : entry.weights;
  const slopes = entry.italic ? [false, true] : [false];
  const files = (cut: { weight: number; italic: boolean }): IndexedFile[] =>
    listFontFiles(entry, cut).map((file) => {
      const url = `${entry.id}/${basename(file.path)}`;
      linkFile(file.path, join(folder, url));
      return { url, ranges: packRanges(commonRanges(file.claimed, file.real())) };
    });
  const cuts = weights.flatMap((weight) => slopes.map((italic) => ({ weight, italic, files: files({ weight, italic }) })));
  return { ...face, cuts };
}

/** Every shipped font below `folder`, with `index.json` naming the characters each file is for and truly has: a browser cannot open a WOFF2 to see. */
export function writeFontIndex(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const index: FontIndex = { faces: FONT_CATALOGUE.map((entry) => indexedFace(entry, folder)) };
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
}
