import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import { hasPriceRule, tabulatePrices } from "./tabulate-prices.ts";

function text(string: string, x: number, y: number): FoundText {
  const corner = (dx: number, dy: number) => ({ x: x + dx, y: y + dy });
  return { string, quad: [corner(0, 0), corner(100, 0), corner(100, 40), corner(0, 40)], confidence: 0.99 };
}
const FOUND = { texts: [text("SALE", 100, 0), text("原价¥299", 0, 200), text("¥199", 500, 200)], width: 600, height: 300, timingsMs: {} };
const plan = (operation: Plan["operations"][number]): Plan => ({ instruction: "", operations: [operation] });

test("a rule for prices becomes one replacement for each text that has one, with the table as a note", () => {
  const asked = plan({ kind: "text.replace", target: "prices", value: "price -20%" });
  const { operations, notes } = tabulatePrices(asked, FOUND);
  assert.deepEqual(operations, [
    { kind: "text.replace", text: { from: "原价¥299", to: "原价¥239" }, at: { x: 50, y: 220 } },
    { kind: "text.replace", text: { from: "¥199", to: "¥159" }, at: { x: 550, y: 220 } },
  ]);
  assert.deepEqual(notes, [
    "2 prices −20 %, rounded half up to the decimals they had: ¥299 → ¥239 (239.2 rounded), ¥199 → ¥159 (159.2 rounded).",
  ]);
});

test("a place, and the name of the original price, narrow the table", () => {
  const left = tabulatePrices(plan({ kind: "text.replace", target: "价格", where: "left", value: "price -10" }), FOUND);
  assert.deepEqual(
    left.operations.map((o) => o.text?.to),
    ["原价¥289"],
  );
  const original = tabulatePrices(plan({ kind: "text.replace", target: "原价", value: "price +10" }), FOUND);
  assert.deepEqual(
    original.operations.map((o) => o.text?.to),
    ["原价¥309"],
  );
});

test("what the picture shows struck through stays beside what does not, and a note says so", () => {
  const texts = [{ ...text("¥299", 0, 200), struck: [0, 4] as [number, number] }, text("¥199", 500, 200)];
  const { operations, notes } = tabulatePrices(plan({ kind: "text.replace", target: "prices", value: "price -20%" }), { ...FOUND, texts });
  assert.deepEqual(
    operations.map((o) => o.text?.to),
    ["¥159"],
  );
  assert.match(notes?.[1] ?? "", /left as before: ¥299/);
});

test("without a price in the picture the rule stays and a note says so", () => {
  const asked = plan({ kind: "text.replace", target: "prices", value: "price -20%" });
  const { operations, notes } = tabulatePrices(asked, { ...FOUND, texts: [text("SALE", 0, 0)] });
  assert.deepEqual([operations, notes], [asked.operations, ["No price was found in this picture."]]);
});

test("a named thing's price alone is meant; where the picture shows none a note says so", () => {
  const menu = { ...FOUND, texts: [text("Latte", 0, 0), text("$4.50", 400, 0), text("Mocha", 0, 100), text("$5.00", 400, 100)] };
  const latte = tabulatePrices(plan({ kind: "text.replace", target: "price of the latte", value: "price -0.5" }), menu);
  assert.deepEqual(
    latte.operations.map((o) => o.text),
    [{ from: "$4.50", to: "$4.00" }],
  );
  const asked = plan({ kind: "text.replace", target: "price of the tea", value: "price -0.5" });
  const tea = tabulatePrices(asked, menu);
  assert.deepEqual([tea.operations, tea.notes], [asked.operations, ["No price of “tea” was found in this picture."]]);
});

test("other plans hold no rule", () => {
  assert.equal(hasPriceRule(plan({ kind: "text.replace", target: "price", text: { to: "¥99" } })), false);
  assert.equal(hasPriceRule(plan({ kind: "tone.adjust", value: "brightness +20%" })), false);
});
