import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openFigma as open } from "../../test/fakes/open-figma.ts";

const near = (actual: number, expected: number): void => assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
const HALF = Math.SQRT1_2;

describe("geometry", () => {
  test("x and y are the translation of relativeTransform", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    r.x = 12;
    r.y = 30;
    assert.deepEqual(r.relativeTransform, [
      [1, 0, 12],
      [0, 1, 30],
    ]);
  });

  test("rotation turns about the top-left corner and reads back in degrees", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    r.x = 10;
    r.rotation = 45;
    near(r.rotation, 45);
    assert.equal(r.x, 10);
    near(r.relativeTransform[1][0], -HALF);
  });

  test("the bounding box of a turned node is the box of its turned corners", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    r.resize(200, 100);
    r.rotation = -90;
    const { x, y, width, height } = r.absoluteBoundingBox;
    for (const [a, b] of [
      [x, -100],
      [y, 0],
      [width, 100],
      [height, 200],
    ] as const)
      near(a, b);
  });

  test("children of a group live in the container's space, and moving the group moves them", () => {
    const { figma } = open();
    const frame = figma.createFrame();
    frame.x = 100;
    const r = figma.createRectangle();
    frame.appendChild(r);
    r.x = 20;
    const group = figma.group([r], frame);
    assert.equal(r.x, 20);
    assert.equal(group.x, 20);
    group.x = 50;
    assert.equal(r.x, 50);
    assert.equal(r.absoluteTransform[0][2], 150);
  });

  test("a group fits its children and goes with the last one", () => {
    const { figma } = open();
    const a = figma.createRectangle();
    const b = figma.createRectangle();
    const group = figma.group([a, b], figma.currentPage);
    b.x = 200;
    assert.equal(group.width, 300);
    a.remove();
    b.remove();
    assert.equal(group.removed, true);
  });

  test("a scale in relativeTransform is dropped, not applied", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    r.relativeTransform = [
      [2, 0, 5],
      [0, 3, 6],
    ];
    assert.deepEqual(r.relativeTransform, [
      [1, 0, 5],
      [0, 1, 6],
    ]);
    assert.equal(r.width, 100);
  });

  test("render bounds include shadows and are null for a hidden node", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    r.effects = [
      { type: "DROP_SHADOW", color: { r: 0, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 4 }, radius: 10, visible: true, blendMode: "NORMAL" },
    ];
    assert.deepEqual({ ...r.absoluteRenderBounds }, { x: -10, y: -6, width: 120, height: 120 });
    r.visible = false;
    assert.equal(r.absoluteRenderBounds, null);
  });

  test("constraints move children on resize and not on resizeWithoutConstraints", () => {
    const { figma } = open();
    const frame = figma.createFrame();
    const r = figma.createRectangle();
    frame.appendChild(r);
    r.constraints = { horizontal: "MAX", vertical: "MIN" };
    frame.resize(150, 100);
    assert.equal(r.x, 50);
    frame.resizeWithoutConstraints(200, 100);
    assert.equal(r.x, 50);
  });
});
