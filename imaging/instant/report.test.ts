import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { FillSchema } from "../../protocol/text-style.ts";
import type { Rgb } from "../raster/colour.ts";
import { evenStops, type Paint } from "../text/fit/paint.ts";
import { fillOf } from "./report.ts";

const [RED, BLUE]: Rgb[] = [
  [255, 0, 0],
  [0, 0, 255],
];
const ramp = { from: -10, to: 10 };
const PAINTS: readonly Paint[] = [
  { kind: "solid", colour: RED },
  { kind: "linear", angle: 0, ...ramp, stops: evenStops([RED, BLUE]) },
  { kind: "linear", angle: Math.PI / 2, ...ramp, stops: evenStops([RED, BLUE]) },
  { kind: "linear", angle: Math.PI / 2, ...ramp, stops: evenStops([RED, BLUE, RED]) },
  { kind: "perCharacter", colours: [RED, BLUE], edges: [-Infinity, 0, Infinity] },
];

test("every paint is a fill of the protocol", () => {
  for (const paint of PAINTS) assert.deepEqual(v.parse(FillSchema, fillOf(paint)), fillOf(paint));
});

test("colours, directions and stops are those of the paint", () => {
  const [solid, along, down, stops, cells] = PAINTS.map((paint) => fillOf(paint));
  assert.deepEqual(solid, { kind: "solid", colour: "#ff0000" });
  assert.equal(along.kind === "linear" && along.angle, 0);
  assert.equal(down.kind === "linear" && down.angle, Math.PI / 2);
  assert.deepEqual(stops.kind === "linear" && stops.stops, [
    { offset: 0, colour: "#ff0000" },
    { offset: 0.5, colour: "#0000ff" },
    { offset: 1, colour: "#ff0000" },
  ]);
  assert.deepEqual(cells, { kind: "perCharacter", colours: ["#ff0000", "#0000ff"] });
});

test("a gradient's span is measured from the middle of the baseline, whatever its angle", () => {
  const paint: Paint = { kind: "linear", angle: Math.PI / 4, ...ramp, stops: evenStops([RED, BLUE]) };
  const fill = fillOf(paint, { u: 3, v: -5 });
  assert.deepEqual(fill.kind === "linear" && fill.span, [-8.59, 11.41]);
});
