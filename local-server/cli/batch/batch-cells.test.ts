import assert from "node:assert/strict";
import { test } from "node:test";
import { batchCells } from "./batch-cells.ts";
import { parseTable, type Table } from "./read-table.ts";

const table = (text: string): Table => {
  const parsed = parseTable(text);
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.error.message);
  return parsed.value;
};
const cells = (batch: Partial<Parameters<typeof batchCells>[0]>) => {
  const made = batchCells({ pictures: ["a.png", "b.jpg"], wish: undefined, table: undefined, ending: ".png", ...batch });
  assert.ok(made.ok, made.ok ? "" : made.error.message);
  return made.value;
};
const complaint = (batch: Partial<Parameters<typeof batchCells>[0]>): string => {
  const made = batchCells({ pictures: ["a.png"], wish: undefined, table: undefined, ending: ".png", ...batch });
  return made.ok ? "" : made.error.message;
};

test("without a table every picture gives one result under its name", () => {
  assert.deepEqual(
    cells({ wish: { instruction: "remove the logo" } }).map(({ picture, out }) => [picture, out]),
    [
      ["a.png", "a.png"],
      ["b.jpg", "b.png"],
    ],
  );
});

test("pictures that differ by their ending only do not overwrite each other", () => {
  assert.deepEqual(
    cells({ pictures: ["a.jpg", "A.png"], wish: { instruction: "x" } }).map(({ out }) => out),
    ["a.jpg.png", "A.png.png"],
  );
});

test("texts by markets: a result for each picture and market, empty and equal cells left alone", () => {
  const made = cells({ table: table("text,de,fr\nSALE,Angebot,Soldes\nNEW,,NEW\n") });
  assert.deepEqual(
    made.map(({ out }) => out),
    ["de/a.png", "fr/a.png", "de/b.png", "fr/b.png"],
  );
  assert.deepEqual(made.find(({ out }) => out === "de/b.png")?.wish, {
    operations: [{ kind: "text.replace", text: { from: "SALE", to: "Angebot" } }],
  });
  assert.deepEqual(made.find(({ out }) => out === "fr/a.png")?.wish.operations?.length, 1);
});

test("a file column limits a row to its picture", () => {
  const made = cells({ table: table("file;text;de\nb.jpg;SALE;Angebot\n") });
  assert.deepEqual(
    made.map(({ out }) => out),
    ["de/b.png"],
  );
  assert.match(complaint({ table: table("file,text,de\nnone.png,SALE,Angebot\n") }), /"none.png", which is not in the folder/);
});

test("cells fill the instruction; a row's own instruction goes before the common one", () => {
  const rows = table('name,slogan,instruction\nSpring,"Fresh, now",\nEaster,x,remove the egg\n');
  const made = cells({ pictures: ["a.png"], wish: { instruction: "add '{slogan}' at the bottom" }, table: rows });
  assert.deepEqual(
    made.map(({ wish, out }) => [wish.instruction, out]),
    [
      ["add 'Fresh, now' at the bottom", "a-Spring.png"],
      ["remove the egg", "a-Easter.png"],
    ],
  );
  assert.match(complaint({ wish: { instruction: "add {slogn}" }, table: rows }), /variable that is no column/);
  assert.match(complaint({ wish: { instruction: "add {slogan}" } }), /variables but there is no table/);
});

test("cells never name a place outside the output folder, and equal names are numbered", () => {
  const made = cells({ pictures: ["a.png"], wish: { instruction: "x {n}" }, table: table("n\n../../etc\n..\n春季\n春季\n") });
  assert.deepEqual(
    made.map(({ out }) => out),
    ["a-etc.png", "a-2.png", "a-春季.png", "a-春季-2.png"],
  );
});

test("tables are read as spreadsheets save them, and damaged ones are refused in words", () => {
  assert.deepEqual(table('\ufefftext\tde\r\n"a ""b"""\tc\r\n\r\n').rows, [{ text: 'a "b"', de: "c" }]);
  for (const [text, words] of [
    ["", /no rows/],
    ["text,de\n", /no rows/],
    ["a,a\n1,2\n", /same name/],
    ["a,b\n1,2,3\n", /Row 2 .* more cells/],
    ['a,b\n"1,2\n', /cannot be read/],
  ] as const) {
    const parsed = parseTable(text);
    assert.match(parsed.ok ? "" : parsed.error.message, words);
  }
});
