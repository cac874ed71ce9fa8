import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../../test/fixtures/lettering.ts";
import type { Setting } from "../setting.ts";
import { type WrapRequest, wrapText } from "./wrap.ts";

const { fonts, ruler } = createPress();
const OLD: Setting = { ...PLAIN, x: 300, y: 100, sizePx: 40 };
const LONG = "Spring Sale ends tomorrow at midnight";

/** Bent by nothing: lines with a bend are not broken. */
const LEVEL = { half: 100, from: 0, along: [0], across: [0], slant: [0], turn: [0], size: [0], condense: [0] };

before(async () => {
  await fonts.prepare(["inter"], `${LONG}0123456789`);
  await fonts.prepare(["noto-sans-sc"], "破壁机 商用装");
});

const request = (text: string, more: Partial<WrapRequest> = {}): WrapRequest => ({
  before: { setting: OLD, text: "Spring Sale" },
  text,
  setting: OLD,
  align: "left",
  room: { before: 0, after: 60 },
  byPen: true,
  settle: false,
  height: 36,
  headroom: () => ({ above: 400, below: 400 }),
  ...more,
});
const wrap = (text: string, more: Partial<WrapRequest> = {}) => wrapText(ruler, request(text, more));
const texts = (layout: ReturnType<typeof wrap>) => layout.rows.map((row) => row.text);

test("what fits stays in one line, however much room there is below", () => {
  assert.deepEqual(texts(wrap("Spring Sales")), ["Spring Sales"]);
  const roomy = wrap(LONG, { room: { before: 0, after: 2000 } });
  assert.deepEqual([texts(roomy), roomy.refit], [[LONG], undefined]);
});

test("a space that parts Han characters is set as any other", () => {
  const han = { setting: { ...OLD, faceId: "noto-sans-sc" }, room: { before: 0, after: 900 } };
  assert.deepEqual(texts(wrap("破壁机 商用装", han)), ["破壁机 商用装"]);
  const broken = wrap("破壁机\n商用装", { ...han, setting: { ...han.setting, warp: LEVEL } });
  assert.deepEqual(texts(broken), ["破壁机商用装"], "rows that are read on in one line are joined without one");
});

test("a line that would come out small is broken where the place allows it, and that is told", () => {
  const layout = wrap(LONG);
  assert.ok(layout.rows.length >= 2, `${texts(layout)}`);
  assert.equal(texts(layout).join(" "), LONG);
  assert.ok(layout.rows[0].setting.sizePx > 38, "at about its size");
  assert.match(layout.warnings.join(" "), /times as wide.* is set in (two|three) lines/);
  assert.equal(layout.refit, "rows");
});

test("letters that had to be drawn together visibly are told to be narrower, on a long line too", () => {
  const long = { before: { setting: OLD, text: "Spring Sale ends tomorrow at midnigh" }, room: { before: 0, after: 0 } };
  const layout = wrap(LONG, long);
  assert.ok(layout.rows[0].setting.tracking < 0);
  assert.equal(layout.refit, "narrow");
  assert.equal(wrap(LONG, { ...long, room: { before: 0, after: 60 } }).refit, undefined);
});

test("without room below or above it is made smaller instead, with the warning", () => {
  const layout = wrap(LONG, { headroom: () => ({ above: 0, below: 0 }) });
  assert.deepEqual(texts(layout), [LONG]);
  assert.match(layout.warnings.join(" "), /set at \d+ % of the original size/);
});

test("rows stand one pitch apart and share the aligned edge of their advance boxes", () => {
  for (const align of ["left", "center", "right"] as const) {
    const { rows, pitchPx } = wrap("Spring Sale\nends tomorrow", { align, room: { before: 200, after: 200 } });
    const edge = (k: number) => {
      const { setting, text } = rows[k];
      const half = (ruler.metrics(setting, text).advance * setting.sizePx * setting.condense) / 2;
      return setting.x + { left: -half, center: 0, right: half }[align];
    };
    assert.ok(Math.abs(edge(0) - edge(1)) < 1e-6, align);
    assert.ok(Math.abs(rows[1].setting.y - rows[0].setting.y - pitchPx) < 1e-6);
    assert.equal(rows[0].setting.y, OLD.y, "the first stays where the line was");
  }
});

test("a paragraph's own pitch is kept", () => {
  assert.equal(wrap("Spring Sale\nends tomorrow", { pitchPx: 61 }).pitchPx, 61);
});

test("with room above only the last row stays; in a band the block keeps its middle", () => {
  const up = wrap("Spring Sale\nends at 9", { headroom: () => ({ above: 300, below: 2 }) });
  assert.ok(Math.abs(up.rows[1].setting.y - OLD.y) < 3, `${up.rows[1].setting.y}`);
  const band = wrap("Spring Sale\nends at 9", { headroom: () => ({ above: 40, below: 40 }) });
  assert.ok(Math.abs((band.rows[0].setting.y + band.rows[1].setting.y) / 2 - OLD.y) < 1, "about the old line");
});

test("rows of a turned line go down across it", () => {
  const turned = { ...OLD, angle: 0.4 };
  const { rows, pitchPx } = wrap("Spring\nSpring", { setting: turned, before: { setting: turned, text: "Spring Sale" } });
  const [dx, dy] = [rows[1].setting.x - rows[0].setting.x, rows[1].setting.y - rows[0].setting.y];
  assert.ok(Math.hypot(dx + Math.sin(0.4) * pitchPx, dy - Math.cos(0.4) * pitchPx) < 1e-6);
});

test("a number of lines asked for is kept; one line asked for is not broken", () => {
  assert.deepEqual(texts(wrap("Spring Sale", { rows: 2 })), ["Spring", "Sale"]);
  assert.deepEqual(texts(wrap(LONG, { rows: 1 })), [LONG]);
});

test("a bent line is not broken, and that is told", () => {
  const perspective = { along: 0.001, across: 0 };
  const layout = wrap("Spring\nSale", { setting: { ...OLD, perspective } });
  assert.deepEqual(texts(layout), ["Spring Sale"]);
  assert.match(layout.warnings.join(" "), /was not broken/);
});
