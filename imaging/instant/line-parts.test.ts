import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../test/fixtures/text-line.ts";
import { partsOf } from "./line-parts.ts";

const parts = (from: string, to: string): readonly string[] => {
  const line = textLine(from, { cx: 200, cy: 50, width: 20 * [...from].length, height: 30 });
  return partsOf({ line, text: to }).map(({ line: part, text, before, behind }) =>
    [before?.string ?? "", `${part.string}→${text}`, behind?.string ?? ""].join("|"),
  );
};

test("what changes lies in ever smaller parts of its line", () => {
  assert.deepEqual(parts("¥199 ¥299", "¥169 ¥299"), ["|¥199→¥169|¥299", "¥|199→169|¥299"]);
  assert.deepEqual(parts("昨天 18:20", "昨天 21:05"), ["昨天|18:20→21:05|"]);
  assert.deepEqual(parts("新人专享 15元 红包", "新人专享 20元 红包"), ["新人专享|15元→20元|红包", "新人专享|15→20|元 红包"]);
  assert.deepEqual(parts("89.9", "79.9"), ["|89→79|.9"]);
});

test("a part may become longer or shorter, and what is put in takes its neighbour along", () => {
  assert.deepEqual(parts("Gate B12 Row F", "Gate B7 Row F"), ["Gate|B12→B7|Row F"]);
  assert.deepEqual(parts("Only 5 left", "Only 15 left"), ["Only|5→15|left"]);
});

test("where all of a line changes, or it stands in a column, there is no part", () => {
  assert.deepEqual(parts("Summer", "Winter"), []);
  const column = textLine("夏日 12", { cx: 50, cy: 200, width: 200, height: 30 }, { vertical: true });
  assert.deepEqual(partsOf({ line: column, text: "夏日 15" }), []);
});

test("a part is spelled as the person spelled it in its line", () => {
  const line = textLine("202503 简报", { cx: 200, cy: 50, width: 180, height: 30 });
  assert.equal(partsOf({ line, text: "2025 Q4 简报", spelled: "2025 Q3 简报" })[0]!.spelled, "2025 Q3");
  const unparted = textLine("202503简报", { cx: 200, cy: 50, width: 180, height: 30 });
  const [part] = partsOf({ line: unparted, text: "2025 Q4 简报", spelled: "2025 Q3 简报" });
  assert.deepEqual([part!.spelled, part!.text], ["2025 Q3", "2025 Q4"]);
  assert.equal(partsOf({ line, text: "2025 Q4 简报", spelled: "2025 Q3 简讯" })[0]!.spelled, undefined, "not agreed on the rest");
});

test("boxes of a part and of what stays lie side by side", () => {
  const line = textLine("¥199 ¥299", { cx: 200, cy: 50, width: 180, height: 30 });
  const [{ line: part, behind }] = partsOf({ line, text: "¥169 ¥299" });
  assert.ok(part!.box.cx + part!.box.width / 2 <= behind!.box.cx - behind!.box.width / 2 + 1e-6);
});

test("a unit is joined to its figures, the next word is not", () => {
  const joined = (from: string, to: string): readonly boolean[] =>
    partsOf({ line: textLine(from, { cx: 200, cy: 50, width: 180, height: 30 }), text: to }).map((part) => part.joined);
  assert.deepEqual(joined("10.0起", "8.0起"), [true, true]);
  assert.ok(joined("10.0 起", "8.0 起").every(Boolean));
  assert.deepEqual(joined("Thoroughly cook eggs", "Cook eggs"), [false]);
});
