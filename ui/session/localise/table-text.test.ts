import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAdvice } from "./cell-advice.ts";
import { readTable, tableOf, writeTable } from "./table-text.ts";

test("tables are read with tabs, commas and semicolons, quotes, Windows lines and a byte order mark", () => {
  const rows = [{ from: "a, b", cells: ["x", 'say "y"'] }];
  const wanted = { locales: ["de-DE", "fr-FR"], rows };
  assert.deepEqual(readTable('source\tde-DE\tfr-FR\r\na, b\tx\t"say ""y"""\r\n'), wanted);
  assert.deepEqual(readTable('\ufeffsource,de-DE,fr-FR\n"a, b",x,"say ""y"""'), wanted);
  assert.deepEqual(readTable('source;de-DE;fr-FR\na, b;x;"say ""y"""'), wanted);
});

test("a cell may hold several lines, a short line has empty cells, an empty one is no row", () => {
  assert.deepEqual(readTable('source\tde\tfr\n"a\nb"\t"c\nd"\n\n\te\nf'), {
    locales: ["de", "fr"],
    rows: [
      { from: "a\nb", cells: ["c\nd", ""] },
      { from: "f", cells: ["", ""] },
    ],
  });
});

test("text without languages or without strings is no table", () => {
  for (const text of ["", "source", "source\n¥199", "source\tde-DE\n"]) assert.equal(readTable(text), undefined, JSON.stringify(text));
});

test("a table written is read as it was, whatever its cells hold", () => {
  const table = { locales: ["de-DE"], rows: [{ from: 'a\t"b"\nc', cells: ["=1,2;3"] }] };
  assert.deepEqual(readTable(writeTable(table)), table);
});

test("a table of the picture holds each string once", () => {
  assert.deepEqual(tableOf(["SALE", "¥199", "SALE"], ["de-DE"]).rows, [
    { from: "SALE", cells: [""] },
    { from: "¥199", cells: [""] },
  ]);
});

test("a locale cannot break the name of a component property", () => {
  assert.deepEqual(readTable("source\tde=DE\na\tb")?.locales, ["de DE"]);
});

test("terms stay as they are or as the glossary says", () => {
  const glossary = "Emend\nspring = Frühling";
  assert.deepEqual(cellAdvice("Emend in spring", "Emend im Frühling", { glossary, locale: "de-DE" }), []);
  assert.deepEqual(cellAdvice("Emend in spring", "Emendation im Frühling", { glossary, locale: "de-DE" }), []);
  assert.deepEqual(cellAdvice("Emend in spring", "Im Frühjahr", { glossary, locale: "de-DE" }), ["term"]);
  assert.deepEqual(cellAdvice("Emend in spring", "", { glossary, locale: "de-DE" }), []);
});

test("wordings that need much more room, and signs where none may stand, are pointed out", () => {
  const at = (locale: string) => ({ glossary: "", locale });
  assert.deepEqual(cellAdvice("新品", "New arrivals", at("en-US")), ["longer"]);
  assert.deepEqual(cellAdvice("Sale", "特价", at("zh-CN")), []);
  assert.deepEqual(cellAdvice("New arrivals", "وصل حديثا", at("ar-EG")), []);
  assert.deepEqual(cellAdvice("Arrivals", "，新品", at("zh-CN")), ["looseEnd"]);
});
