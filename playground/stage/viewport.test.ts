import assert from "node:assert/strict";
import { test } from "node:test";
import { Viewport } from "./viewport.ts";

const NO_INSETS = { left: 0, right: 0, top: 0, bottom: 0 };

test("zooming keeps the page point under the pointer", () => {
  const view = new Viewport();
  view.panBy(120, -40);
  const before = view.toPage(300, 200);
  view.zoomAt(300, 200, 1.7);
  const after = view.toPage(300, 200);
  assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1e-9);
});

test("fitting shows the whole rectangle in the free part of the screen", () => {
  const view = new Viewport();
  view.fit({ x: 100, y: 50, width: 1080, height: 1350 }, { width: 1440, height: 900 }, { left: 240, right: 380, top: 20, bottom: 80 });
  const [[zoom, , x], [, , y]] = view.transform;
  assert.ok(100 * zoom + x >= 240 - 1e-6 && 1180 * zoom + x <= 1440 - 380 + 1e-6);
  assert.ok(50 * zoom + y >= 20 - 1e-6 && 1400 * zoom + y <= 900 - 80 + 1e-6);
});

test("fitting never enlarges and zoom stays within its bounds", () => {
  const view = new Viewport();
  view.fit({ x: 0, y: 0, width: 10, height: 10 }, { width: 1000, height: 1000 }, NO_INSETS);
  assert.equal(view.zoom, 1);
  view.zoomAt(0, 0, 1e9);
  assert.equal(view.zoom, 64);
});
