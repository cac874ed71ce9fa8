import assert from "node:assert/strict";
import { test } from "node:test";
import { createFontLibrary } from "./font-library.ts";
import { createTypeRenderer } from "./type-renderer.ts";

const fonts = createFontLibrary();
const type = createTypeRenderer(fonts.typesetting);

/** Covered pixels of a string at 40 px. */
function ink(faceId: string, text: string, { weight = 400, italic = false } = {}): number {
  const run = { faceId, text, weight, italic, sizePx: 40, trackingPx: 0 };
  const coverage = type.coverage(run, {
    width: 240,
    height: 60,
    transform: [
      [1, 0, 10],
      [0, 1, 45],
    ],
  });
  return coverage.reduce((sum, v) => sum + v, 0) / 255;
}

test("coverage is told by glyphs, not by the package's claims", () => {
  // ma-shan-zheng's unicode.json lists 囍, its files have no glyph for it.
  assert.equal(fonts.covers("ma-shan-zheng", "千里团圆"), true);
  assert.equal(fonts.covers("ma-shan-zheng", "囍"), false);
  assert.equal(fonts.covers("noto-sans-sc", "囍 ￥199 Sale"), true);
  assert.equal(fonts.covers("anton", "中"), false);
  assert.equal(fonts.covers("anton", " \n"), true);
});

test("subset files registered one after the other act as one font", async () => {
  await fonts.prepare(["noto-serif-sc"], "A");
  const latin = ink("noto-serif-sc", "A");
  await fonts.prepare(["noto-serif-sc"], "A囍龘");
  assert.ok(Math.abs(ink("noto-serif-sc", "A囍") - latin - ink("noto-serif-sc", "囍")) < 2);
  assert.ok(ink("noto-serif-sc", "龘") > 300);
});

test("heavier weights have more ink, on a variable axis and in static files", () => {
  for (const id of ["montserrat", "poppins", "lxgw-wenkai-lite"]) {
    const weights = [300, 400, 700].map((weight) => ink(id, "Hamburg", { weight }));
    assert.ok(weights[0] < weights[1] && weights[1] < weights[2], `${id}: ${weights}`);
  }
});

test("a weight the family lacks is set in the nearest it has, never emboldened", () => {
  assert.equal(ink("anton", "Sale", { weight: 900 }), ink("anton", "Sale", { weight: 400 }));
  assert.equal(ink("tinos", "Sale", { weight: 600 }), ink("tinos", "Sale", { weight: 700 }));
  assert.equal(ink("arimo", "Sale", { weight: 900 }), ink("arimo", "Sale", { weight: 700 }));
});

test("italics come from the family's own italic, and families without one stay upright", () => {
  assert.notEqual(ink("lora", "figures", { italic: true }), ink("lora", "figures"));
  assert.equal(ink("oswald", "figures", { italic: true }), ink("oswald", "figures"));
});

test("an unknown face is a bug and throws", () => {
  assert.throws(() => fonts.covers("comic-sans", "a"), /unknown font face/);
});

test("system fonts come after the shipped ones, sorted, and only when asked for", () => {
  const withSystem = createFontLibrary({ systemFonts: true }).faces();
  assert.deepEqual(
    withSystem.slice(0, fonts.faces().length).map((f) => f.id),
    fonts.faces().map((f) => f.id),
  );
  const system = withSystem.slice(fonts.faces().length).map((f) => f.id);
  assert.deepEqual(system, system.toSorted());
  assert.ok(fonts.faces().every((f) => f.source === "shipped"));
});
