import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../test/fixtures/lettering.ts";
import { type BlockRequest, blockFor, placedRows } from "./added-block.ts";

const { fonts, ruler } = createPress();
const LONG = "Everything in the shop is cheaper until Sunday";
before(() => fonts.prepare(["inter"], LONG));

const SETTING = { ...PLAIN, sizePx: 20 };
const blockOf = (text: string, more: Partial<BlockRequest> = {}) =>
  blockFor(ruler, SETTING, { text, count: undefined, align: "left", leading: undefined, room: { width: 900, height: 400 }, ...more });

test("line breaks are rows, whichever way they are written; blank ones fall away", () => {
  assert.deepEqual(blockOf("Every\r\n\nthing ").block.rows, ["Every", "thing"]);
  assert.deepEqual(blockOf(LONG).block.rows, [LONG]);
});

test("rows share the edge they hang from and stand one leading apart; the ink's middle is where it is wanted", () => {
  for (const align of ["left", "center", "right"] as const) {
    const { block } = blockOf("Everything\nuntil Sunday", { align, leading: 1.5 });
    const [a, b] = placedRows(ruler, SETTING, { block, x: 200, y: 100 });
    const edge = ({ text, setting }: typeof a): number => {
      const half = (ruler.metrics(setting, text).advance * setting.sizePx) / 2;
      return setting.x + { left: -half, center: 0, right: half }[align];
    };
    assert.ok(Math.abs(edge(a) - edge(b)) < 1e-6, align);
    assert.ok(Math.abs(b.setting.y - a.setting.y - 30) < 1e-6);
    const top = a.setting.y + ruler.metrics(SETTING, a.text).top * 20;
    const bottom = b.setting.y + ruler.metrics(SETTING, b.text).bottom * 20;
    assert.ok(Math.abs((top + bottom) / 2 - 100) < 1e-6);
  }
});

test("a text too long for its place is broken before it is made small; a count that is asked for is kept", () => {
  const room = { width: 300, height: 400 };
  const { block, scale } = blockOf(LONG, { room });
  assert.equal(block.rows.length, 2);
  assert.ok(scale > blockOf(LONG, { room, count: 1 }).scale);
  assert.equal(blockOf(LONG, { count: 3 }).block.rows.length, 3);
});
