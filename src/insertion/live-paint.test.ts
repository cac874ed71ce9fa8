import assert from "node:assert/strict";
import { test } from "node:test";
import { apply } from "../../protocol/geometry.ts";
import type { Fill, TextStyle } from "../../protocol/text-style.ts";
import { livePaint, liveShadow } from "./live-paint.ts";

const stops = [
  { offset: 0, colour: "#ffffff" },
  { offset: 1, colour: "#000000" },
];

test("a gradient runs over its span from the baseline, at its angle, whatever the node's box", () => {
  const fill: Fill = { kind: "linear", angle: Math.PI / 6, stops, span: [-30, 50] };
  const place = { width: 200, height: 60, middle: { x: 100, y: 42 }, unitsPerPx: 0.5 };
  const paint = livePaint(fill, place);
  assert.ok(paint.type === "GRADIENT_LINEAR");
  for (const [along, expected] of [
    [-30, 0],
    [10, 0.5],
    [50, 1],
  ]) {
    for (const across of [-20, 0, 35]) {
      const x = 100 + 0.5 * (along * Math.cos(fill.angle) - across * Math.sin(fill.angle));
      const y = 42 + 0.5 * (along * Math.sin(fill.angle) + across * Math.cos(fill.angle));
      const at = apply(paint.gradientTransform, { x: x / 200, y: y / 60 }).x;
      assert.ok(Math.abs(at - expected) < 1e-9, `${at} for ${expected}`);
    }
  }
});

test("a glow of several copies is as many effects", () => {
  const shadow = { colour: "#ff0000", opacity: 0.9, dx: 0, dy: 0, blurPx: 4, times: 2 };
  const effects = liveShadow({ shadow } as TextStyle, 1);
  assert.equal(effects.length, 2);
  assert.deepEqual(effects[0], effects[1]);
});
