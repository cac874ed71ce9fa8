import assert from "node:assert/strict";
import { test } from "node:test";
import { openFontShelf } from "./fonts.ts";
import { makePoster } from "./make-poster.ts";
import { categoryOf, makeSpec, OPACITY_SEEDS } from "./make-spec.ts";
import { CYCLE } from "./poster-spec.ts";
import { createSkiaRenderer } from "./skia-renderer.ts";

const shelf = openFontShelf();
const spec = (seed: number) => makeSpec(seed, { shelf, renderers: ["skia"] });
const seedOf = (category: (typeof CYCLE)[number]): number => 5_000_000 + CYCLE.findIndex((_, i) => categoryOf(5_000_000 + i) === category);

test("a seed gives the same poster every time", async () => {
  const [a, b] = [
    await makePoster(spec(seedOf("shadow")), createSkiaRenderer()),
    await makePoster(spec(seedOf("shadow")), createSkiaRenderer()),
  ];
  assert.deepEqual(Buffer.from(a.bytes), Buffer.from(b.bytes));
});

test("neighbouring seeds run through every category", () => {
  assert.equal(new Set(CYCLE.map((_, i) => spec(5_000_000 + i).category)).size, CYCLE.length);
});

test("source and truth equal the clean picture away from the strings in a loss-free poster", async () => {
  const seed = [...Array(200).keys()].map((i) => 5_000_000 + i).find((s) => spec(s).finish.format === "png" && spec(s).finish.scale === 1);
  const poster = await makePoster(spec(seed ?? 0), createSkiaRenderer());
  let [touched, strays] = [0, 0];
  for (let i = 0; i < poster.oldInk.data.length; i++) {
    const same = [0, 1, 2].every((c) => poster.source.data[i * 4 + c] === poster.clean.data[i * 4 + c]);
    if (!same) touched++;
    if (!same && poster.oldInk.data[i] === 0) strays++;
  }
  assert.ok(touched > 50);
  assert.equal(strays, 0);
});

test("a held-out font is named with the faces to hide, or is in no library", () => {
  for (let i = 0; i < 20; i++) {
    const poster = spec(seedOf("held-out") + i * CYCLE.length);
    const { font } = poster.lines[poster.subject];
    assert.equal(poster.heldOut.length > 0, font.equals.length > 0);
  }
});

test("letters of the seeds kept for translucency are seen through by as much as their poster says", async () => {
  const seeds = [...Array(40).keys()].map((i) => 5_000_000 + OPACITY_SEEDS + i);
  const seed = seeds.find((s) => spec(s).finish.format === "png" && spec(s).finish.scale === 1) ?? assert.fail("no loss-free poster");
  const poster = await makePoster(spec(seed), createSkiaRenderer());
  const { opacity = 1 } = poster.spec.lines[poster.spec.subject];
  assert.ok(opacity >= 0.6 && opacity <= 0.9);
  const most = poster.oldInk.data.reduce((a, b) => Math.max(a, b));
  assert.ok(Math.abs(most / 255 - opacity) < 0.01, `${most / 255} for ${opacity}`);
});

test("a ground drawn again with other grain differs by no more than grain, and only where it has any", async () => {
  const shown = async (category: (typeof CYCLE)[number]) =>
    makePoster({ ...spec(seedOf(category)), finish: { format: "png", quality: 90, scale: 1 } }, createSkiaRenderer());
  const { clean, regrained = assert.fail("a photo-like ground has grain") } = await shown("photo");
  const off = clean.data.map((v, i) => Math.abs(v - regrained.data[i]));
  assert.ok(off.some((v) => v > 0));
  assert.ok(
    off.every((v) => v <= 21),
    `${Math.max(...off.slice(0, 40_000))}`,
  );
  assert.equal((await shown("flat")).regrained, undefined);
});
