import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openFigma as open } from "../../test/fakes/open-figma.ts";

describe("undo", () => {
  test("one step from commit to commit, whatever it holds", () => {
    const { figma, document } = open();
    const r = figma.createRectangle();
    figma.commitUndo();
    r.x = 10;
    r.name = "moved";
    figma.createFrame();
    figma.commitUndo();
    assert.equal(document.undo(), true);
    assert.deepEqual([r.x, r.name, figma.currentPage.children.length], [0, "Rectangle", 1]);
    assert.equal(document.redo(), true);
    assert.deepEqual([r.x, r.name, figma.currentPage.children.length], [10, "moved", 2]);
  });

  test("a removed layer comes back, selected as it was", () => {
    const { figma, document } = open();
    const r = figma.createRectangle();
    figma.currentPage.selection = [r];
    document.commitUndo();
    r.remove();
    assert.deepEqual(document.selection(), []);
    document.commitUndo();
    document.undo();
    assert.deepEqual([r.removed, document.selection()], [false, [r.id]]);
  });

  test("a group that goes because it is empty leaves the selection too", () => {
    const { figma, document } = open();
    const r = figma.createRectangle();
    const group = figma.group([r], figma.currentPage);
    figma.currentPage.selection = [group];
    document.commitUndo();
    r.remove();
    assert.deepEqual([group.removed, document.selection()], [true, []]);
    document.commitUndo();
    document.undo();
    assert.deepEqual([group.removed, r.removed], [false, false]);
  });

  test("a commit without a change makes no step", () => {
    const { figma, document } = open();
    figma.createRectangle();
    figma.commitUndo();
    figma.commitUndo();
    document.undo();
    assert.equal(document.canUndo, false);
  });

  test("triggerUndo goes back to the last commit", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    figma.commitUndo();
    r.remove();
    figma.triggerUndo();
    assert.equal(r.removed, false);
  });
});
