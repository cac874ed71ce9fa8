import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../../test/fixtures/lettering.ts";
import { type FitRequest, fitRows, justified } from "./fit-rows.ts";
import { widthOf } from "./layout.ts";

const { fonts, ruler } = createPress();
const SETTING = { ...PLAIN, sizePx: 20 };
const TEXT = "We bake bread every morning and close when the last loaf is sold";
before(() => fonts.prepare(["inter", "noto-sans-sc"], `${TEXT}春天来了我们一起去看花`));

const fit = (more: Partial<FitRequest>) =>
  fitRows(ruler, { setting: SETTING, text: TEXT, rest: [], align: "left", limit: () => 240, most: 9, ...more });

test("a text with room for its rows keeps its size and no row is longer than its measure", () => {
  const fitted = fit({});
  assert.ok(fitted && fitted.note === undefined && fitted.scale === 1);
  assert.equal(fitted.rows.join(" "), TEXT);
  for (const row of fitted.rows) assert.ok(widthOf(ruler, SETTING, row) <= 240);
});

test("with a row too few it is set closer, then condensed, then smaller, and says so", () => {
  const free = fit({})!.rows.length;
  const tight = fit({ limit: () => 0.985 * widthOf(ruler, SETTING, TEXT), most: 1 });
  assert.match(tight?.note ?? "", /tighter/);
  assert.equal(tight?.rows.length, 1);
  const small = fit({ most: free - 1 });
  assert.ok(small && small.scale < 1, `${small?.scale}`);
  assert.deepEqual([fit({})?.refit, tight?.refit, fit({ most: 2 })?.refit], [undefined, undefined, "narrow"]);
  assert.ok(small.rows.length <= (free - 2) / small.scale + 1);
  for (const row of small.rows) assert.ok(widthOf(ruler, small.setting, row) <= 1.02 * 240);
});

test("far too long a text finds no rows", () => {
  assert.equal(fit({ text: `${TEXT} `.repeat(20), most: 1 }), undefined);
});

test("a justified row reaches its measure between words, or between Han characters; a short one is not torn", () => {
  const row = "We bake bread every";
  const wide = widthOf(ruler, SETTING, row) + 12;
  const drawn = justified(ruler, SETTING, { text: row, width: wide });
  assert.ok(Math.abs(widthOf(ruler, drawn, row) - wide) < 0.01);
  assert.equal(drawn.tracking, SETTING.tracking);
  const han = { ...SETTING, faceId: "noto-sans-sc" };
  const line = "春天来了我们一起去看花";
  const spread = justified(ruler, han, { text: line, width: widthOf(ruler, han, line) + 6 });
  assert.ok(spread.tracking > han.tracking && spread.wordGap === han.wordGap);
  assert.equal(justified(ruler, SETTING, { text: "So it is", width: 400 }), SETTING);
});
