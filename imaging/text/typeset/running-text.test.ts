import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../../test/fixtures/text-line.ts";
import { alignOfBlock, endsOf, isRunning, runAround } from "./running-text.ts";

/** Lines one below the other, ten pixels a character, hanging from x = 100. */
const block = (...strings: readonly string[]) =>
  strings.map((s, i) => textLine(s, { cx: 100 + 5 * [...s].length, cy: 100 + 30 * i, width: 10 * [...s].length, height: 24 }));

test("a sentence that goes on in small letters runs; headlines, names and lists do not", () => {
  assert.ok(isRunning(block("The market opens at nine on", "Saturday in the old harbour", "with bread and honey.")));
  assert.ok(!isRunning(block("Free Parking", "Open All Day", "Dogs Welcome")));
  assert.ok(!isRunning(block("SUMMER SALE", "STARTS NOW")));
});

test("Chinese with marks inside its lines runs; verses and labels do not", () => {
  assert.ok(isRunning(block("春天来了，我们一起去看", "海边的花。")));
  assert.ok(!isRunning(block("床前明月光，", "疑是地上霜。")));
  assert.ok(!isRunning(block("纯棉面料", "舒适透气")));
});

test("running text ends where a line had room for the next word, and before a bullet", () => {
  const lines = block("The market opens at nine and", "closes at six in the evening", "or so.", "the tram stops here, and the", "bus too.");
  assert.deepEqual(runAround(lines, 0), { first: 0, last: 2 });
  assert.deepEqual(runAround(lines, 4), { first: 3, last: 4 });
  assert.deepEqual(runAround(block("we bake bread, every day", "• and cakes, on sundays"), 0), { first: 0, last: 0 });
});

test("entries of label and value stand for themselves; a colon within running text does not part it", () => {
  assert.deepEqual(runAround(block("活动时间：10月1日，十时", "地址：滨江路一六八号二楼"), 0), { first: 0, last: 0 });
  assert.deepEqual(runAround(block("Doors: seven, sharp", "Venue: the old harbour"), 1), { first: 1, last: 1 });
  assert.deepEqual(runAround(block("春天来了，我们一起去看", "海边：那里有花。"), 0), { first: 0, last: 1 });
});

test("the shared edge is told; two flush edges are justified, an indented first line does not matter", () => {
  const ends = (pairs: readonly (readonly [number, number])[]) => pairs.map(([from, to]) => ({ from, to }));
  const height = 20;
  assert.equal(
    alignOfBlock(
      ends([
        [0, 200],
        [0, 160],
        [0, 185],
      ]),
      height,
    ),
    "left",
  );
  assert.equal(
    alignOfBlock(
      ends([
        [0, 200],
        [40, 200],
        [15, 200],
      ]),
      height,
    ),
    "right",
  );
  assert.equal(
    alignOfBlock(
      ends([
        [0, 200],
        [30, 170],
        [10, 190],
      ]),
      height,
    ),
    "center",
  );
  assert.equal(
    alignOfBlock(
      ends([
        [40, 200],
        [0, 200],
        [0, 199],
        [0, 90],
      ]),
      height,
    ),
    "justified",
  );
});

test("ends lie along the lines' own direction", () => {
  const turned = textLine("abc", { cx: 0, cy: 50, width: 30, height: 10, angle: Math.PI / 2 });
  const [{ from, to }] = endsOf([turned]);
  assert.ok(Math.abs(from - 35) < 1e-9 && Math.abs(to - 65) < 1e-9);
});
