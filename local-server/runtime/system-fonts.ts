import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join } from "node:path";
import type { FontCategory } from "../../imaging/ports.ts";
import type { FontCut } from "../../imaging/typeface/cuts.ts";
import { type CodePointRanges, hasCodePoint } from "../../imaging/typeface/unicode-ranges.ts";
import type { FontFile, LibraryFace } from "./font-files.ts";
import { type FontNames, type FontReader, fontCoverage, fontNames } from "./sfnt.ts";

/** Fonts installed on this machine, grouped by family, sorted by name so that the order never depends on the disk. */

interface Installed extends FontNames {
  readonly path: string;
  readonly coverage: CodePointRanges;
}

const FOLDERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["/usr/share/fonts", "/usr/local/share/fonts", join(homedir(), ".fonts"), join(homedir(), ".local/share/fonts")],
  darwin: ["/System/Library/Fonts", "/Library/Fonts", join(homedir(), "Library/Fonts")],
  win32: [join(process.env.WINDIR ?? "C:\\Windows", "Fonts"), join(process.env.LOCALAPPDATA ?? homedir(), "Microsoft\\Windows\\Fonts")],
};
const EVERYTHING = Uint32Array.of(0, 0x10ffff);

/** Reads the tables of every font file once (≈ 1 ms a file). Unreadable files are skipped: they are not ours to repair. */
export function listSystemFonts(folders: readonly string[] = FOLDERS[platform()] ?? []): readonly LibraryFace[] {
  const fonts = folders.flatMap(fontPaths).sort().flatMap(readInstalled);
  const families = Map.groupBy(fonts, (font) => font.family);
  return [...families.values()].map(faceOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function fontPaths(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names.filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function readInstalled(path: string): Installed[] {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const read = fileReader(file, statSync(path).size);
    const names = fontNames(read);
    return names === undefined ? [] : [{ ...names, path, coverage: fontCoverage(read) }];
  } catch {
    return [];
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const fileReader =
  (file: number, size: number): FontReader =>
  (offset, length = size - offset) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    readSync(file, bytes, 0, bytes.length, offset);
    return bytes;
  };

function faceOf(cuts: readonly Installed[]): LibraryFace {
  const upright = cuts.filter((c) => !c.italic);
  const [first] = upright.length > 0 ? upright : cuts;
  if (first === undefined) throw new Error("a family has at least one font");
  const axis = first.weights;
  const weights = axis ?? [...new Set(cuts.map((c) => c.weight))].sort((a, b) => a - b);
  return {
    id: `system-${first.family.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`,
    family: first.family,
    category: categoryOf(first.panose, first.family),
    weights,
    variable: axis !== undefined,
    italic: upright.length > 0 && upright.length < cuts.length,
    scripts: hasCodePoint(first.coverage, "的".codePointAt(0) ?? 0) ? ["latin", "han"] : ["latin"],
    source: "system",
    files: (cut) => filesOf(cuts, cut, axis !== undefined),
  };
}

function filesOf(cuts: readonly Installed[], cut: FontCut, variable: boolean): readonly FontFile[] {
  const sloped = cuts.filter((c) => c.italic === cut.italic);
  const fitting = (sloped.length > 0 ? sloped : cuts).filter((c) => variable || c.weight === cut.weight);
  return (fitting.length > 0 ? fitting : cuts.slice(0, 1)).map(({ path, coverage }) => ({
    path,
    claimed: EVERYTHING,
    real: () => coverage,
  }));
}

/** PANOSE: kind 3 = script, 4 = decorative; for text faces digit 2 tells serifs (11–15 none), digit 4 is 9 for monospaced. */
function categoryOf([kind = 0, serif = 0, , proportion = 0]: Uint8Array, family: string): FontCategory {
  if (kind === 3) return "script";
  if (kind === 4) return "display";
  if (proportion === 9 || /\bmono\b/i.test(family)) return "mono";
  if (/condensed|narrow/i.test(family)) return "condensed";
  const serifed = serif >= 2 && serif <= 10;
  return serifed || /\bserif\b|宋|\bsong\b/i.test(family) ? "serif" : "grotesque";
}
