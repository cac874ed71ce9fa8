import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { hasCodePoint } from "../../imaging/typeface/unicode-ranges.ts";
import { packageFolder } from "./package-folder.ts";
import { bytesReader, fontCoverage, fontNames, sfntTable } from "./sfnt.ts";

const file = (name: string, path: string) => bytesReader(readFileSync(join(packageFolder(name), "files", path)));
const anton = file("@fontsource/anton", "anton-latin-400-normal.woff2");
const montserrat = file("@fontsource-variable/montserrat", "montserrat-latin-wght-normal.woff2");

test("a WOFF2 file's cmap tells what it has glyphs for", () => {
  const coverage = fontCoverage(anton);
  assert.deepEqual(
    ["A", "é", "¥", "中", "Ж"].map((c) => hasCodePoint(coverage, c.codePointAt(0) ?? 0)),
    [true, true, true, false, false],
  );
});

test("names, weight and the variable axis are read", () => {
  assert.equal(fontNames(anton)?.family, "Anton");
  assert.deepEqual(fontNames(montserrat)?.weights, [100, 900]);
  assert.equal(fontNames(montserrat)?.italic, false);
});

test("a table the font lacks is undefined", () => {
  assert.equal(sfntTable(anton, "fvar"), undefined);
});

test("a plain sfnt is read through its directory", () => {
  // One table, "test", of four bytes at offset 28: version, numTables = 1, three search fields, then the record.
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, 1);
  bytes.set([0x74, 0x65, 0x73, 0x74], 12);
  view.setUint32(20, 28);
  view.setUint32(24, 4);
  view.setUint32(28, 0xcafe);
  assert.equal(sfntTable(bytesReader(bytes), "test")?.getUint32(0), 0xcafe);
});
