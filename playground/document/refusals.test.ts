import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openFigma as open } from "../../test/fakes/open-figma.ts";
import { dotPng } from "../../test/fakes/session-ports.ts";

describe("what Figma refuses", () => {
  test("a member of another node type", () => {
    const { figma } = open();
    assert.throws(() => figma.createRectangle().children, { message: "node.children: no such property 'children' on RECTANGLE node" });
    assert.equal("children" in figma.createRectangle(), false);
  });

  test("an unknown property", () => {
    const { figma } = open();
    assert.throws(() => {
      figma.createRectangle().colour = "red";
    }, /object is not extensible/);
  });

  test("an incomplete or overfull paint", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    const set = (fills: unknown) => () => {
      r.fills = fills;
    };
    assert.throws(set([{ type: "IMAGE", imageHash: "a" }]), {
      message: 'in set_fills: Property "fills" failed validation: Required value missing at [0].scaleMode',
    });
    assert.throws(set([{ type: "SOLID", color: { r: 2, g: 0, b: 0 } }]), /in set_fills: Property "fills" failed validation/);
    assert.throws(set([{ type: "SOLID", color: { r: 0, g: 0, b: 0, a: 1 } }]), /Unrecognized key/);
  });

  test("writing through a returned array", () => {
    const { figma } = open();
    const r = figma.createRectangle();
    assert.throws(() => {
      r.fills[0].color.r = 1;
    }, /read only/);
  });

  test("images that are none, too large, or of another format", () => {
    const { figma } = open();
    const png = dotPng();
    assert.match(figma.createImage(png).hash, /^[0-9a-f]{40}$/);
    assert.throws(() => figma.createImage(new Uint8Array([1, 2, 3])), /in createImage: Image type is unsupported/);
    new DataView(png.buffer).setUint32(16, 4097);
    assert.throws(() => figma.createImage(png), { message: "in createImage: Image is too large" });
  });

  test("text with a font that was not loaded", async () => {
    const { figma } = open();
    const text = figma.createText();
    const write = () => {
      text.characters = "Hello";
    };
    assert.throws(write, /in set_characters: Cannot write to node with unloaded font "Inter Regular"\. Please call figma\.loadFontAsync/);
    await figma.loadFontAsync({ family: "Inter", style: "Regular" });
    write();
    assert.ok(text.width > 20);
    await assert.rejects(figma.loadFontAsync({ family: "Nowhere", style: "Regular" }), /could not be loaded/);
  });

  test("plugin data of more than 100 kB, and any without a plugin id", () => {
    const { figma } = open();
    figma.createRectangle().setPluginData("k", "x".repeat(99_000));
    assert.throws(() => figma.createRectangle().setPluginData("k", "é".repeat(50_000)), /exceeds 100 kB per entry limit/);
    assert.throws(() => open({ id: "" }).figma.currentPage.setPluginData("k", "v"), /plugin without an ID/);
  });

  test("relaunch commands the manifest does not have", () => {
    const { figma } = open({ relaunchButtons: [{ command: "edit", name: "Edit" }] });
    const r = figma.createRectangle();
    r.setRelaunchData({ edit: "Edit again" });
    assert.deepEqual(r.getRelaunchData(), { edit: "Edit again" });
    assert.throws(() => r.setRelaunchData({ other: "" }), /relaunchButtons/);
  });

  test("the synchronous calls dynamic pages do away with", async () => {
    const { figma, document } = open();
    assert.throws(
      () => figma.getNodeById("1:1"),
      /in getNodeById: Cannot call with documentAccess: dynamic-page\. Use figma\.getNodeByIdAsync/,
    );
    assert.throws(() => {
      figma.currentPage = figma.root;
    }, /setCurrentPageAsync/);
    const other = figma.createPage();
    assert.throws(() => other.children, /Cannot access property `children` on a page that has not been explicitly loaded/);
    await other.loadAsync();
    assert.deepEqual([...other.children], []);
    assert.equal(await figma.getNodeByIdAsync("9:9"), null);
    assert.equal((await figma.getNodeByIdAsync(document.currentPageId)).type, "PAGE");
  });

  test("every write to a read-only document", () => {
    const { figma, document } = open();
    const r = figma.createRectangle();
    document.readOnly = true;
    for (const write of [() => figma.createRectangle(), () => r.remove(), () => r.setPluginData("a", "b"), () => (r.name = "x")])
      assert.throws(write, /read-only/);
    figma.currentPage.selection = [r];
    assert.equal(figma.currentPage.selection[0], r);
  });

  test("members that are not imitated are said to be so", () => {
    const { figma } = open();
    assert.throws(() => figma.createShapeWithText, /FigmaStrict: figma\.createShapeWithText is not implemented/);
    assert.throws(() => figma.createRectangle().vectorNetwork, /FigmaStrict: RECTANGLE\.vectorNetwork is not implemented/);
  });
});
