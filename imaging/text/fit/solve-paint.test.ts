import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { createPress, type Lettered, type Lettering } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { cellEdges } from "../frame.ts";
import { type Paint, paintAt } from "./paint.ts";
import { inkExtent } from "./shape.ts";
import { solvePaint } from "./solve-paint.ts";

const press = createPress();
const apart = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const RED: Rgb = [196, 30, 40];
const GOLD: Rgb = [252, 214, 90];
const BROWN: Rgb = [150, 84, 20];

function solved(lettered: Lettered, seen: { overall: Rgb; cells?: readonly Rgb[] }): Paint {
  const { region, ground, coverage, frame, line } = lettered;
  const extent = inkExtent(coverage, frame);
  assert.ok(extent);
  const edges = cellEdges(line.chars, frame.halfU);
  return solvePaint(
    { image: region.pixels, under: ground, coverage, frame },
    {
      edges,
      seen: { overall: seen.overall, cells: seen.cells ?? edges.slice(1).map(() => seen.overall) },
      varied: seen.cells !== undefined,
      ends: { u: [extent.u0, extent.u1], v: [extent.v0, extent.v1] },
      through: true,
    },
  );
}
const mix = (a: Rgb, b: Rgb, t: number): Rgb => [0, 1, 2].map((c) => a[c] + (b[c] - a[c]) * t) as unknown as Rgb;
const base: Lettering = { text: "FESTIVAL", weight: 800, sizePx: 70, ground: (x, y) => [30 + x / 6, 60, 90 + y / 4] };

test("one colour is solid and exact", async () => {
  const paint = solved(await press.letter({ ...base, ink: () => RED }), { overall: RED });
  assert.equal(paint.kind, "solid");
  assert.ok(paint.kind === "solid" && apart(paint.colour, RED) < 2);
});

test("hair-thin letters have the colour they were painted with, not the one seen through the ground", async () => {
  const lettered = await press.letter({ ...base, text: "festival", weight: 100, sizePx: 30, ink: () => RED });
  const washed: Rgb = [150, 40, 60];
  const paint = solved(lettered, { overall: washed });
  assert.ok(paint.kind === "solid" && apart(paint.colour, RED) < 6);
});

test("a gradient down or along the line is found with both its ends", async () => {
  const halfs = { u: 158, v: 26 };
  for (const axis of ["v", "u"] as const) {
    const ink = (u: number, v: number): Rgb => {
      const t = Math.max(0, Math.min(1, ((axis === "u" ? u : v) / halfs[axis] + 1) / 2));
      return [0, 1, 2].map((c) => GOLD[c] + (BROWN[c] - GOLD[c]) * t) as unknown as Rgb;
    };
    const paint = solved(await press.letter({ ...base, ink }), { overall: [200, 150, 55] });
    assert.ok(paint.kind === "linear" && paint.stops.length === 2, JSON.stringify(paint));
    assert.ok(Math.abs(paint.angle - (axis === "u" ? 0 : Math.PI / 2)) < 0.02, `${paint.angle}`);
    for (const [u, v] of [
      [-150, -24],
      [0, 0],
      [150, 24],
    ]) {
      assert.ok(apart(paintAt(paint, u, v), ink(u, v)) < 8, JSON.stringify(paint));
    }
  }
});

test("a colour per character is found, and equal ones are one", async () => {
  const wheel: Rgb[] = [RED, GOLD, [40, 160, 90], [235, 235, 240]];
  const colours = [...base.text].map((_, k) => wheel[k % 4]);
  const lettered = await press.letter({ ...base, ink: (_u, _v, k) => colours[k] });
  const paint = solved(lettered, { overall: GOLD, cells: colours });
  assert.equal(paint.kind, "perCharacter");
  if (paint.kind !== "perCharacter") return;
  paint.colours.forEach((c, k) => {
    assert.ok(apart(c, colours[k]) < 10, `${base.text[k]}: ${c}`);
  });
  assert.equal(new Set(paint.colours.map((c) => c.map(Math.round).join())).size, 4);
});

test("a slanting gradient and one of three stops are found, and plain letters have neither", async () => {
  const slanting = (u: number, v: number): Rgb => mix(GOLD, BROWN, Math.max(0, Math.min(1, 0.5 + (0.002 * u + 0.011 * v))));
  const metal = (_u: number, v: number): Rgb =>
    v < 0 ? mix(BROWN, GOLD, Math.max(0, (v + 26) / 26)) : mix(GOLD, BROWN, Math.min(1, v / 26));
  for (const ink of [slanting, metal]) {
    const paint = solved(await press.letter({ ...base, ink }), { overall: [200, 150, 55] });
    assert.equal(paint.kind, "linear");
    let worst = 0;
    for (let u = -140; u <= 140; u += 20)
      for (let v = -22; v <= 22; v += 4) worst = Math.max(worst, apart(paintAt(paint, u, v), ink(u, v)));
    assert.ok(worst < 22, `${worst} ${JSON.stringify(paint)}`);
  }
});

test("thin letters keep the colour they had before a JPEG kept it at half size", async () => {
  const blue: Rgb = [12, 36, 157];
  const lettered = await press.letter({ text: "Summer sale", weight: 500, sizePx: 18, ground: () => [228, 232, 250], ink: () => blue });
  const { pixels } = lettered.region;
  const { width, height } = pixels;
  const raw = Uint8Array.from(pixels.data, Math.round);
  const file = await sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  const back = { width, height, data: Float32Array.from(await sharp(file).raw().toBuffer()) };
  const paint = solved({ ...lettered, region: { ...lettered.region, pixels: back } }, { overall: [60, 70, 130] });
  assert.ok(paint.kind === "solid" && apart(paint.colour, blue) < 25, JSON.stringify(paint));
});

test("letters that the ground shines through are told from opaque ones, with their colour and opacity", async () => {
  const ground = (x: number, y: number): Rgb => [70 + 40 * Math.sin(x / 11) + 20 * Math.cos(y / 9), 70 + 30 * Math.sin(y / 13), 90 + x / 8];
  const opaque = await press.letter({ ...base, ground, ink: () => GOLD });
  const clear = solved(opaque, { overall: GOLD });
  assert.equal(clear.opacity ?? 1, 1);
  for (const opacity of [0.6, 0.75, 0.9]) {
    const { pixels } = opaque.region;
    const faded = pixels.data.map((value, i) => Math.round(opacity * value + (1 - opacity) * opaque.ground.data[i]));
    const paint = solved(
      { ...opaque, region: { ...opaque.region, pixels: { ...pixels, data: faded } } },
      { overall: mix(BROWN, GOLD, opacity) },
    );
    assert.ok(paint.kind === "solid" && Math.abs((paint.opacity ?? 1) - opacity) < 0.02, JSON.stringify(paint));
    assert.ok(paint.kind === "solid" && apart(paint.colour, GOLD) < 6, JSON.stringify(paint));
  }
});

test("on an even ground nothing tells how clear letters are, and they are taken as opaque", async () => {
  const paint = solved(await press.letter({ ...base, ground: () => [60, 80, 90], ink: () => GOLD }), { overall: GOLD });
  assert.equal(paint.opacity ?? 1, 1);
});
