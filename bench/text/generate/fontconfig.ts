import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogueEntry } from "../../../local-server/runtime/font-catalogue.ts";
import { packageFolder } from "../../../local-server/runtime/package-folder.ts";
import { unpackWoff } from "./woff.ts";

/** Subsets worth unpacking: Latin, and the numbered ones of Han families. */
const SUBSET = /-(latin|chinese-simplified|\d+)-\d+-normal\.woff$/;

/** Gives librsvg the library's static families: unpacks them into `folder` once and points fontconfig there. Call before sharp draws any text. */
export function provideFontconfig(folder: string, entries: readonly CatalogueEntry[]): void {
  const fonts = join(folder, "fonts");
  for (const entry of entries) unpackFamily(entry, join(fonts, entry.id));
  const config = join(folder, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${fonts}</dir><cachedir>${join(folder, "fontconfig-cache")}</cachedir></fontconfig>\n`,
  );
  process.env.FONTCONFIG_FILE = config;
}

function unpackFamily(entry: CatalogueEntry, target: string): void {
  if (existsSync(target)) return;
  const source = join(packageFolder(entry.package), "files");
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(source).filter((f) => SUBSET.test(f))) {
    writeFileSync(join(target, file.replace(/woff$/, "ttf")), unpackWoff(readFileSync(join(source, file))));
  }
}
