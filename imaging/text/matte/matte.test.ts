import assert from "node:assert/strict";
import { test } from "node:test";
import { BLACK, createPress, type Lettered } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { rgbDistance } from "../../raster/colour.ts";
import { extractMatte, type LineMatte, mattesByPeak, otherMattes } from "./matte.ts";

const press = createPress();
const matteOf = ({ region, frame, line }: Lettered): LineMatte => extractMatte(region, frame, line.chars);

/** Soft overlap Σmin / Σmax of the matte's fill with what was drawn. */
function likeness(matte: LineMatte, { coverage }: Lettered): number {
  let [both, either] = [0, 0];
  matte.fill.data.forEach((a, i) => {
    both += Math.min(a, coverage.data[i]);
    either += Math.max(a, coverage.data[i]);
  });
  return both / either;
}

test("the matte of letters on a plain, sloping or tilted ground is the coverage they were drawn with", async () => {
  const cases = [
    { text: "Grand opening" },
    {
      text: "开业大吉",
      faceId: "noto-sans-sc",
      ground: (x: number, y: number): Rgb => [80 + x / 4, 90, 180 - y / 2],
      ink: (): Rgb => [255, 250, 230],
    },
    { text: "Grand opening", angle: 0.3, sizePx: 36 },
  ];
  for (const lettering of cases) {
    const lettered = await press.letter(lettering);
    const matte = matteOf(lettered);
    assert.ok(likeness(matte, lettered) > 0.9, `${lettering.text}: ${likeness(matte, lettered)}`);
    assert.equal(matte.perCharacter, false);
    assert.equal(matte.background, "smooth");
    assert.equal(matte.edges.length, lettering.text.replaceAll(" ", "").length + 1);
  }
});

test("letters of several colours are told from letters of one", async () => {
  const colours: Rgb[] = [
    [210, 40, 40],
    [240, 160, 20],
    [40, 150, 70],
    [40, 80, 200],
  ];
  const lettered = await press.letter({ text: "FUNFAIR", weight: 800, sizePx: 64, ink: (_u, _v, k) => colours[k % 4] });
  const matte = matteOf(lettered);
  assert.equal(matte.perCharacter, true);
  matte.colours.cells.forEach((c, k) => {
    assert.ok(rgbDistance(c, colours[k % 4]) < 12, `${k}: ${c}`);
  });
  assert.ok(likeness(matte, lettered) > 0.9, `${likeness(matte, lettered)}`);
});

test("where an outline was taken off the letters, letters and outline together are offered as another reading", async () => {
  const others = ({ region, frame, line }: Lettered) =>
    otherMattes(region, frame, { chars: line.chars, told: extractMatte(region, frame, line.chars) });
  const area = ({ fillMask }: LineMatte) => fillMask.data.filter((v) => v !== 0).length;
  const outlined = await press.letter({
    text: "Sale",
    sizePx: 90,
    ink: () => [250, 220, 60],
    outline: { colour: BLACK, widthPx: 5 },
  });
  const [whole] = others(outlined);
  assert.ok(whole && area(whole) > 1.2 * area(matteOf(outlined)));
});

test("an outline belongs to the ink and not to the fill", async () => {
  const lettered = await press.letter({
    text: "Sale",
    sizePx: 90,
    ink: () => [250, 220, 60],
    outline: { colour: BLACK, widthPx: 5 },
  });
  const matte = matteOf(lettered);
  assert.ok(likeness(matte, lettered) > 0.85, `${likeness(matte, lettered)}`);
  const missed = lettered.outlined.data.filter((a, i) => a > 0.9 && matte.inkMask.data[i] === 0).length;
  assert.ok(missed < 20, `${missed}`);
});

test("what belongs to another line is never ink", async () => {
  const lettered = await press.letter({ text: "Sale" });
  const { foreign } = lettered.region;
  foreign.data.fill(255, 0, 50 * foreign.width);
  const matte = matteOf(lettered);
  assert.ok(foreign.data.every((v, i) => v === 0 || matte.inkMask.data[i] === 0));
});

/** Every colour somewhere, as in a photograph. */
const busy = (x: number, y: number): Rgb => [
  100 + 95 * Math.sin(x / 23 + y / 31),
  100 + 90 * Math.sin(x / 17 - y / 19 + 1),
  110 + 95 * Math.cos(x / 41 + y / 13),
];

test("on a ground of many colours, some of them near the letters' own, letters are told by the evenness of their colour", async () => {
  const VIOLET: Rgb = [44, 14, 84];
  const lettered = await press.letter({ text: "Market", sizePx: 90, ground: busy, ink: () => VIOLET });
  const { region, frame, line } = lettered;
  const told = extractMatte(region, frame, line.chars);
  const [likeliest] = mattesByPeak(region, frame, { chars: line.chars, told });
  assert.ok(likeliest, told.background);
  assert.ok(
    likeness(told, lettered) < 0.9 && likeness(likeliest, lettered) > 0.93,
    `${likeness(likeliest, lettered)}, told ${likeness(told, lettered)}`,
  );
  assert.ok(rgbDistance(likeliest.colours.overall, VIOLET) < 6);
  const ink = (isOn: (i: number) => boolean) => likeliest.inkMask.data.filter((v, i) => v !== 0 && isOn(i)).length;
  assert.ok(ink((i) => lettered.coverage.data[i] === 0) < 0.02 * ink(() => true));
});

test("letters of even colour are offered also where their shadow alone passed for ink", async () => {
  const lettered = await press.letter({ text: "Market", sizePx: 90, ground: busy, ink: () => [245, 240, 200] });
  const { region, frame, line, coverage } = lettered;
  const told = extractMatte(region, frame, line.chars);
  const { width } = coverage;
  const shadow = coverage.data.map((a, i) => (a === 0 && (coverage.data[i - 5 * width - 4] ?? 0) > 0.5 ? 1 : 0));
  const fillMask = { ...told.fillMask, data: Uint8Array.from(shadow, (v) => 255 * v) };
  const readings = mattesByPeak(region, frame, { chars: line.chars, told: { ...told, fillMask } });
  assert.ok(
    readings.some((reading) => likeness(reading, lettered) > 0.9),
    `${readings.map((reading) => likeness(reading, lettered))}`,
  );
});

test("an even ground needs no such reading", async () => {
  const { region, frame, line } = await press.letter({ text: "Market" });
  assert.deepEqual(mattesByPeak(region, frame, { chars: line.chars, told: extractMatte(region, frame, line.chars) }), []);
});
