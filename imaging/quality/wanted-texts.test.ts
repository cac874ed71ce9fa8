import assert from "node:assert/strict";
import { test } from "node:test";
import { wantedTexts } from "./wanted-texts.ts";

const replace = (from: string, to: string) => ({ kind: "text.replace" as const, text: { from, to } });

test("a wanted string reads where it stands in a line or runs over several", () => {
  const [inLine] = wantedTexts([replace("¥199", "¥169")], ["only ￥169 today"]);
  assert.equal(inLine.similarity, 1);
  const [broken] = wantedTexts([replace("Sale", "Second Edition")], ["Second", "Edition"]);
  assert.equal(broken.similarity, 1);
});

test("a misspelt string is told with what reads instead", () => {
  const [outcome] = wantedTexts([replace("Open", "Autumn Sale")], ["Autunm Sale", "since 1998"]);
  assert.equal(outcome.readBack, "Autunm Sale");
  assert.ok(outcome.similarity > 0.7 && outcome.similarity < 1);
});

test("what should be gone and still reads is told; what stayed as a part of the new is not", () => {
  assert.deepEqual(
    wantedTexts([{ kind: "text.remove", text: { from: "SALE" } }], ["big sale"]).map((o) => o.left),
    ["SALE"],
  );
  assert.deepEqual(
    wantedTexts([replace("Python", "Python 3")], ["Python 3"]).map((o) => o.left),
    [undefined],
  );
});

test("operations without words want nothing to read", () => {
  assert.deepEqual(wantedTexts([{ kind: "object.add", target: "cat" }], ["anything"]), []);
});
