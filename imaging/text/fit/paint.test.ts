import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../../raster/colour.ts";
import { evenStops, type Paint, paintAt, type Ramp, rampOver, stretched } from "./paint.ts";

const RED: Rgb = [196, 30, 40];
const GOLD: Rgb = [252, 214, 90];
const BROWN: Rgb = [150, 84, 20];

test("paint at a place: ends are clamped, stops lie where they are said to", () => {
  const ramp = { kind: "linear", angle: Math.PI / 2, from: -10, to: 10 } as const;
  const linear: Paint = {
    ...ramp,
    stops: evenStops([
      [0, 0, 0],
      [200, 100, 50],
    ]),
  };
  const near = (a: Rgb, b: Rgb) =>
    a.forEach((v, c) => {
      assert.ok(Math.abs(v - b[c]) < 1e-6, `${a} ${b}`);
    });
  near(paintAt(linear, 999, 0), [100, 50, 25]);
  near(paintAt(linear, 0, -40), [0, 0, 0]);
  near(paintAt(linear, 0, 40), [200, 100, 50]);
  const stops: Paint = {
    ...ramp,
    stops: [
      { at: 0, colour: RED },
      { at: 0.75, colour: GOLD },
      { at: 1, colour: BROWN },
    ],
  };
  near(paintAt(stops, 0, -10), RED);
  near(paintAt(stops, 0, 5), GOLD);
  near(paintAt(stops, 0, 10), BROWN);
  const cells: Paint = { kind: "perCharacter", colours: [RED, GOLD], edges: [-Infinity, 3, Infinity] };
  near(paintAt(cells, 2, 0), RED);
  near(paintAt(cells, 4, 0), GOLD);
});

test("a gradient carried to longer ink has at its ends and across the line the colours it had", () => {
  const ramp: Ramp = { kind: "linear", angle: 0.5, from: -60, to: 60, stops: evenStops([RED, GOLD]) };
  const longer = stretched(ramp, [-50, 50], [-20, 130]);
  for (const [u, v, there] of [
    [-50, -9, -20],
    [50, 12, 130],
    [0, 3, 55],
  ]) {
    const [was, now] = [paintAt(ramp, u, v), paintAt(longer, there, v)];
    was.forEach((c, k) => {
      assert.ok(Math.abs(c - now[k]) < 1e-6, `${was} ${now}`);
    });
  }
});

test("a gradient reaches from corner to corner the way it is said to run, downwards unless said", () => {
  const ends = { u: [-40, 40], v: [-10, 10] } as const;
  const at = (degrees: number | undefined, u: number, v: number) => paintAt(rampOver(ends, [RED, GOLD], degrees), u, v).map(Math.round);
  assert.deepEqual([at(undefined, 30, -10), at(undefined, -30, 10)], [RED, GOLD]);
  assert.deepEqual([at(0, -40, 5), at(0, 40, -5), at(180, 40, 0)], [RED, GOLD, RED]);
  assert.deepEqual([at(45, -40, -10), at(45, 40, 10), at(315, -40, 10)], [RED, GOLD, RED]);
});
