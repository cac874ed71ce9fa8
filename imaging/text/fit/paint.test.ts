import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered, type Lettering } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { cellEdges } from "../frame.ts";
import { type Paint, paintAt, solvePaint } from "./paint.ts";
import { inkExtent } from "./shape.ts";

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
    },
  );
}
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
    assert.equal(paint.kind, "linear");
    assert.ok(paint.kind === "linear" && paint.axis === axis);
    assert.ok(paint.kind === "linear" && apart(paint.start, GOLD) < 12 && apart(paint.end, BROWN) < 12, JSON.stringify(paint));
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

test("paint at a place: ends are clamped, stops are evenly spaced", () => {
  const ramp = { axis: "v", from: -10, to: 10 } as const;
  const linear: Paint = { kind: "linear", ...ramp, start: [0, 0, 0], end: [200, 100, 50] };
  assert.deepEqual(paintAt(linear, 999, 0), [100, 50, 25]);
  assert.deepEqual(paintAt(linear, 0, -40), [0, 0, 0]);
  assert.deepEqual(paintAt(linear, 0, 40), [200, 100, 50]);
  const stops: Paint = { kind: "stops", ...ramp, stops: [RED, GOLD, BROWN] };
  assert.deepEqual(paintAt(stops, 0, -10), RED);
  assert.deepEqual(paintAt(stops, 0, 0), GOLD);
  assert.deepEqual(paintAt(stops, 0, 10), BROWN);
  const cells: Paint = { kind: "perCharacter", colours: [RED, GOLD], edges: [-Infinity, 3, Infinity] };
  assert.deepEqual(paintAt(cells, 2, 0), RED);
  assert.deepEqual(paintAt(cells, 4, 0), GOLD);
});
