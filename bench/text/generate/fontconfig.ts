import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogueEntry } from "../../../local-server/runtime/font-catalogue.ts";
import { packageFolder } from "../../../local-server/runtime/package-folder.ts";
import { unpackWoff } from "./woff.ts";

/** Subsets worth unpacking: Latin, and the numbered ones of Han families. */
const SUBSET = /-(latin|chinese-simplified|\d+)-\d+-normal\.woff$/;

const xml = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Static files name their light, medium and black cuts as families of their own, and a weight asked for would silently be drawn as the regular or bold one. */
const ofOneFamily = (folder: string, family: string): string =>
  `<match target="scan"><test name="file" compare="contains"><string>${xml(folder)}/</string></test><edit name="family" mode="assign"><string>${xml(family)}</string></edit></match>`;

/** Gives librsvg the library's static families: unpacks them into `folder` once and points fontconfig there. Call before sharp draws any text. */
export function provideFontconfig(folder: string, entries: readonly CatalogueEntry[]): void {
  const fonts = join(folder, "fonts");
  for (const entry of entries) unpackFamily(entry, join(fonts, entry.id));
  const families = entries.map((entry) => ofOneFamily(join(fonts, entry.id), entry.family)).join("\n");
  const config = join(folder, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${xml(fonts)}</dir>\n${families}\n<cachedir>${xml(join(folder, "cuts-cache"))}</cachedir></fontconfig>\n`,
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
