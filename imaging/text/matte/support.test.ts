import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered, PAPER } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createMask, type Mask } from "../../raster/raster.ts";
import { cellEdges } from "../frame.ts";
import { inkSupport, type Support, zonesOf } from "./support.ts";

const press = createPress();

const supportOf = ({ region, frame, line }: Lettered): Support =>
  inkSupport(region.pixels, frame, {
    zones: zonesOf(frame, region.foreign),
    edges: cellEdges(line.chars, frame.halfU),
    foreign: region.foreign,
  });

/** Pixels in both over pixels in either, of the mask and coverage above a half. */
function overlap(mask: Mask, { coverage }: Lettered): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    const [a, b] = [mask.data[i] !== 0, coverage.data[i] > 0.5];
    if (a && b) both++;
    if (a || b) either++;
  }
  return both / either;
}

test("zones do not overlap where they must not, and foreign pixels are in none", async () => {
  const { frame } = await press.letter({ text: "Harbour" });
  const foreign = createMask(frame.width, frame.height);
  for (let i = 0; i < foreign.data.length; i += 3) foreign.data[i] = 255;
  const { inside, near, ring, rim } = zonesOf(frame, foreign);
  const ringSet = new Set(ring);
  assert.ok(inside.length > 0 && ring.length > 0 && rim.length > 0);
  assert.ok(inside.every((i) => near[i] === 1 && !ringSet.has(i)));
  assert.ok(rim.every((i) => near[i] === 1));
  for (const set of [inside, ring, rim]) assert.ok(set.every((i) => foreign.data[i] === 0));
});

test("on a gradient the ink is what stands off the ground", async () => {
  const lettered = await press.letter({ text: "Harbour 24", ground: (x, y) => [120 + x / 4, 160 - y / 3, 200] });
  const support = supportOf(lettered);
  assert.equal(support.kind, "smooth");
  assert.ok(overlap(support.mask, lettered) > 0.85, `${overlap(support.mask, lettered)}`);
  assert.ok(support.noise < 2);
});

test("on a panel with something else around it the ink is what stands off the panel", async () => {
  const { region } = await press.letter({ text: "Harbour" });
  const { width, height } = region.rect;
  const onPanel = (x: number, y: number) => x > 28 && x < width - 28 && y > 30 && y < height - 30;
  const busy = (x: number, y: number): Rgb => (((x >> 3) + (y >> 3)) % 2 === 0 ? [30, 90, 40] : [210, 60, 160]);
  const lettered = await press.letter({ text: "Harbour", ground: (x, y) => (onPanel(x, y) ? PAPER : busy(x, y)) });
  const support = supportOf(lettered);
  assert.equal(support.kind, "panel");
  assert.ok(overlap(support.mask, lettered) > 0.85, `${overlap(support.mask, lettered)}`);
});

test("on a busy photograph the ink is told by its colour", async () => {
  const random = mulberry32(8);
  const tiles = Array.from({ length: 6000 }, (): Rgb => [200 * random(), 200 * random(), 200 * random()]);
  const ground = (x: number, y: number): Rgb => tiles[(x >> 2) + 120 * (y >> 2)];
  const lettered = await press.letter({ text: "HARBOUR", weight: 800, sizePx: 64, ground, ink: () => [255, 250, 245] });
  const support = supportOf(lettered);
  assert.equal(support.kind, "clusters");
  assert.ok(overlap(support.mask, lettered) > 0.75, `${overlap(support.mask, lettered)}`);
});

test("a disc of light behind some of the letters is not ink, and is told as what they stand on", async () => {
  const [DARK, LIT]: readonly Rgb[] = [
    [36, 28, 60],
    [92, 84, 110],
  ];
  const { region } = await press.letter({ text: "Harbour" });
  const [cx, cy] = [region.rect.width * 0.3, region.rect.height / 2];
  const ground = (x: number, y: number): Rgb => (Math.hypot(x - cx, y - cy) < 0.4 * region.rect.height ? LIT : DARK);
  const lettered = await press.letter({ text: "Harbour", ground, ink: () => [250, 250, 250] });
  const support = supportOf(lettered);
  assert.equal(support.kind, "smooth");
  assert.ok(overlap(support.mask, lettered) > 0.8, `${overlap(support.mask, lettered)}`);
  assert.ok(support.under?.data.some((v) => v !== 0));
});

test("on a label that lies on a smooth ground the ink is what stands off the label, not the label", async () => {
  const { region, frame } = await press.letter({ text: "Harbour" });
  const { width, height } = region.rect;
  const [cx, cy] = [width / 2, height / 2];
  const onLabel = (x: number, y: number) => Math.abs(x - cx) < frame.halfU + 8 && Math.abs(y - cy) < frame.halfV + 9;
  const lettered = await press.letter({
    text: "Harbour",
    ink: () => [10, 10, 5],
    ground: (x, y) => (onLabel(x, y) ? [236, 230, 60] : [190 - x / 20, 130, 100]),
  });
  const support = supportOf(lettered);
  assert.equal(support.kind, "panel");
  assert.ok(overlap(support.mask, lettered) > 0.85, `${overlap(support.mask, lettered)}`);
});
