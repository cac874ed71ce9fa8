import assert from "node:assert/strict";
import { before, test } from "node:test";
import { createPress, PLAIN } from "../../../test/fixtures/lettering.ts";
import { penPositions } from "../pens.ts";
import type { Setting } from "../setting.ts";
import { type LayoutRequest, layoutText, widthOf } from "./layout.ts";

const { fonts, ruler } = createPress();
const TEXT = "Spring Sale";
const OLD: Setting = { ...PLAIN, x: 300, y: 100, sizePx: 40 };

before(() => fonts.prepare(["inter"], "Spring Sale ends tomorrow at midnight ¥0123456789"));

const request = (text: string, more: Partial<LayoutRequest> = {}): LayoutRequest => ({
  before: { setting: OLD, text: TEXT },
  text,
  setting: OLD,
  align: "center",
  room: { before: 400, after: 400 },
  byPen: true,
  settle: false,
  ...more,
});
const place = (text: string, more: Partial<LayoutRequest> = {}) => layoutText(ruler, request(text, more));

function edges(setting: Setting, text: string, by: "pen" | "ink") {
  const m = ruler.metrics(setting, text);
  const scale = setting.sizePx * setting.condense;
  const at = (em: number) => setting.x + (em - m.advance / 2) * scale;
  return by === "pen" ? { left: at(0), right: at(m.advance) } : { left: at(m.left), right: at(m.right) };
}
const close = (a: number, b: number, what: string, within = 0.01) => assert.ok(Math.abs(a - b) < within, `${what}: ${a}, wanted ${b}`);

test("the aligned edge of the advance box or of the ink stays where it was", () => {
  for (const by of ["pen", "ink"] as const) {
    const was = edges(OLD, TEXT, by);
    const now = (align: LayoutRequest["align"]) => edges(place("Jumbo Day", { align, byPen: by === "pen" }).setting, "Jumbo Day", by);
    close(now("left").left, was.left, `left by ${by}`);
    close(now("right").right, was.right, `right by ${by}`);
    close(now("center").left + now("center").right, was.left + was.right, `middle by ${by}`);
  }
});

test("the same string stays exactly where it was, whatever the alignment", () => {
  for (const align of ["left", "center", "right"] as const) assert.deepEqual(place(TEXT, { align }).setting, OLD);
});

test("a turned line moves along its own direction only", () => {
  const turned = { ...OLD, angle: 0.5 };
  const { setting } = place("Spring", { align: "left", setting: turned, before: { setting: turned, text: TEXT } });
  const [dx, dy] = [setting.x - turned.x, setting.y - turned.y];
  close(dy / dx, Math.tan(0.5), "direction", 1e-6);
  assert.ok(dx < -20);
});

test("with room a longer string keeps its size and spacing; half as wide again is said", () => {
  const { setting, warnings } = place("Spring Sale ends tomorrow");
  assert.deepEqual([setting.sizePx, setting.tracking, setting.condense], [40, 0, 1]);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /2\.\d times as wide/);
  assert.deepEqual(place("Spring Sale").warnings, []);
});

test("without room a string is tightened, then condensed, then made smaller, and said so", () => {
  const none = { before: 0, after: 0 };
  const width = (s: Setting, text: string) => edges(s, text, "ink").right - edges(s, text, "ink").left;
  const limit = width(OLD, TEXT);
  const tight = place("Spring Sale.", { room: none });
  assert.ok(tight.setting.tracking < 0 && tight.setting.condense === 1 && tight.setting.sizePx === 40);
  const condensed = place("Spring Sale en", { room: none });
  assert.ok(condensed.setting.condense < 1 && condensed.setting.sizePx === 40);
  const smaller = place("Spring Sale ends tomorrow", { room: none });
  assert.ok(smaller.setting.sizePx < 30);
  for (const [layout, text] of [
    [tight, "Spring Sale."],
    [condensed, "Spring Sale en"],
    [smaller, "Spring Sale ends tomorrow"],
  ] as const) {
    assert.ok(width(layout.setting, text) < limit * 1.002, `${text}: ${width(layout.setting, text)} of ${limit}`);
    assert.ok(layout.warnings.some((w) => /to fit the space/.test(w)));
  }
});

test("without room a string that is hardly longer, or has only longer ends of ink, is set as it was", () => {
  const none = { before: 0, after: 0 };
  const spaced = (text: string) => place(text, { room: none, before: { setting: OLD, text: "Spring Tale" }, align: "left" });
  const hardly = spaced("Spring Sale");
  assert.ok(edges(OLD, "Spring Sale", "pen").right > edges(OLD, "Spring Tale", "pen").right, "it is longer");
  assert.deepEqual([hardly.setting.tracking, hardly.warnings], [0, []]);
  // A space ends where no ink does: the full box has room for the letter in its place.
  const boxed = place("Sale", { room: none, before: { setting: OLD, text: "Sa      " } });
  assert.ok(widthOf(ruler, OLD, "Sale") > widthOf(ruler, OLD, "Sa      ") + 0.2 * OLD.sizePx);
  assert.deepEqual([boxed.setting.tracking, boxed.warnings.join().includes("to fit")], [0, false]);
});

test("a left-aligned line may use the room after it and not the room before", () => {
  const text = "Spring Sale en";
  assert.equal(place(text, { align: "left", room: { before: 0, after: 200 } }).setting.condense, 1);
  assert.ok(place(text, { align: "left", room: { before: 200, after: 0 } }).setting.condense < 1);
  assert.ok(place(text, { align: "center", room: { before: 200, after: 0 } }).setting.condense < 1);
});

test("settling lets kept characters stand where they stood", () => {
  const old = { setting: OLD, text: "¥199" };
  const { setting } = place("¥169", { before: old, settle: true });
  const was = penPositions(ruler, OLD, "¥199");
  const now = penPositions(ruler, setting, "¥169").map((p) => p + setting.x - OLD.x);
  close(now[0], was[0], "¥", 0.41);
  close(now[1], was[1], "1", 0.41);
});
