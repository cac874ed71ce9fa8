import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FONT_CATALOGUE } from "./font-catalogue.ts";
import { listFontFiles } from "./font-files.ts";
import { packageFolder } from "./package-folder.ts";

interface Metadata {
  readonly family: string;
  readonly weights: readonly number[];
  readonly styles: readonly string[];
  readonly subsets: readonly string[];
  readonly variable: { readonly wght?: { readonly min: string; readonly max: string } } | false;
}
const metadataOf = (name: string): Metadata => JSON.parse(readFileSync(join(packageFolder(name), "metadata.json"), "utf8"));

test("every row says of its family what the package says", () => {
  for (const entry of FONT_CATALOGUE.filter((e) => e.layout === "fontsource")) {
    const { family, weights, styles, subsets, variable } = metadataOf(entry.package);
    const wght = variable === false ? undefined : variable.wght;
    const axis = [Number(wght?.min), Number(wght?.max)];
    assert.equal(entry.family, family, entry.id);
    assert.deepEqual(entry.weights, entry.variable ? axis : weights, entry.id);
    assert.equal(entry.italic, styles.includes("italic"), entry.id);
    assert.equal(entry.scripts.includes("han"), subsets.includes("chinese-simplified"), entry.id);
  }
});

test("every weight and slope of every family has files on disk", () => {
  for (const entry of FONT_CATALOGUE) {
    for (const weight of entry.weights) {
      for (const italic of entry.italic ? [false, true] : [false]) {
        const files = listFontFiles(entry, { weight, italic });
        assert.ok(files.length > 0 && files.every((f) => existsSync(f.path)), `${entry.id} ${weight} ${italic}`);
      }
    }
  }
});

test("the shipped families are exactly the font packages we depend on, and NOTICE names each", () => {
  const root = join(import.meta.dirname, "../..");
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const fonts = Object.keys(dependencies).filter((name) => /^@fontsource|webfont/.test(name));
  assert.deepEqual(FONT_CATALOGUE.map((e) => e.package).sort(), fonts.sort());
  const notice = readFileSync(join(root, "NOTICE"), "utf8").replaceAll(/\s+/g, " ");
  assert.deepEqual(
    FONT_CATALOGUE.map((e) => e.family).filter((family) => !notice.includes(family)),
    [],
  );
});

test("ids and families are unique", () => {
  assert.equal(new Set(FONT_CATALOGUE.map((e) => e.id)).size, FONT_CATALOGUE.length);
  assert.equal(new Set(FONT_CATALOGUE.map((e) => e.family)).size, FONT_CATALOGUE.length);
});
