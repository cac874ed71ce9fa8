import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Loose, openFigma as open } from "../../test/fakes/open-figma.ts";

describe("the tree", () => {
  test("insertChild counts from the back and refuses an index beyond the end", () => {
    const { figma } = open();
    const [a, b, c] = [figma.createRectangle(), figma.createRectangle(), figma.createRectangle()];
    figma.currentPage.insertChild(1, c);
    assert.deepEqual(
      figma.currentPage.children.map((n: Loose) => n.id),
      [a.id, c.id, b.id],
    );
    assert.throws(() => figma.currentPage.insertChild(4, a), /in insertChild: .*3/);
  });

  test("nothing can be put into an instance, in Figma's words", () => {
    const { figma } = open();
    const component = figma.createComponent();
    component.appendChild(figma.createFrame());
    const instance = component.createInstance();
    const words = "in appendChild: Cannot move node. New parent is an instance or is inside of an instance";
    assert.throws(() => instance.appendChild(figma.createRectangle()), { message: words });
    assert.throws(() => instance.children[0].appendChild(figma.createRectangle()), { message: words });
    assert.throws(() => {
      instance.children[0].x = 4;
    }, /cannot be overriden in an instance/);
  });

  test("a component set takes components only", () => {
    const { figma } = open();
    const set = figma.combineAsVariants([figma.createComponent()], figma.currentPage);
    assert.throws(() => set.appendChild(figma.createRectangle()), /COMPONENT_SET node cannot have children of type other than COMPONENT/);
  });

  test("auto layout places its children, ignores their translation, and lets ABSOLUTE ones go", () => {
    const { figma } = open();
    const frame = figma.createFrame();
    frame.layoutMode = "HORIZONTAL";
    frame.itemSpacing = 10;
    const [a, b] = [figma.createRectangle(), figma.createRectangle()];
    frame.appendChild(a);
    frame.appendChild(b);
    b.x = 500;
    assert.equal(b.x, 110);
    assert.equal(frame.width, 210);
    b.layoutPositioning = "ABSOLUTE";
    b.x = 500;
    assert.equal(b.x, 500);
    assert.equal(frame.width, 100);
  });

  test("ABSOLUTE is refused outside auto layout", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    assert.throws(() => {
      r.layoutPositioning = "ABSOLUTE";
    }, /Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE/);
  });

  test("section children count from the section", () => {
    const { figma } = open();
    const section = figma.createSection();
    section.x = 300;
    const r = figma.createRectangle();
    section.appendChild(r);
    assert.equal(r.x, 0);
    assert.equal(r.absoluteBoundingBox.x, 300);
  });

  test("a removed node answers to nothing but id and removed", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    r.remove();
    assert.equal(r.removed, true);
    assert.throws(() => r.name, { message: `in get_name: The node with id "${r.id}" does not exist` });
  });
});
