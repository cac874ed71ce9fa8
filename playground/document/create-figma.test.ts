import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dotPng, recordPorts } from "../../test/fakes/session-ports.ts";
import { createFigma } from "./create-figma.ts";
import { FigmaDocument } from "./figma-document.ts";

// biome-ignore lint/suspicious/noExplicitAny: the API is imitated at run time; Figma's typings would hide that members may be missing
type Loose = any;

function open(manifest: Record<string, unknown> = {}): { figma: Loose; document: FigmaDocument; ports: ReturnType<typeof recordPorts> } {
  const document = new FigmaDocument();
  const ports = recordPorts();
  const session = createFigma({ document, ports, manifest: { id: "1", name: "Test", ...manifest } });
  return { figma: session.figma as Loose, document, ports };
}

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

describe("events and storage", () => {
  test("selectionchange comes later and once", async () => {
    const { figma } = open();
    let calls = 0;
    figma.on("selectionchange", () => calls++);
    const r = figma.createRectangle();
    figma.currentPage.selection = [r];
    figma.currentPage.selection = [];
    assert.equal(calls, 0);
    await new Promise((done) => setTimeout(done, 5));
    assert.equal(calls, 1);
  });

  test("clientStorage gives copies", async () => {
    const { figma } = open();
    const value = { a: [1] };
    await figma.clientStorage.setAsync("k", value);
    value.a.push(2);
    assert.deepEqual(await figma.clientStorage.getAsync("k"), { a: [1] });
    assert.equal(await figma.clientStorage.getAsync("none"), undefined);
  });

  test("notices are cut at 100 characters", () => {
    const { figma, ports } = open();
    figma.notify("x".repeat(200));
    assert.equal(ports.notices[0]?.message.length, 100);
  });

  test("exportAsync asks for the node's bounds at the wanted scale", async () => {
    const { figma, ports } = open();
    const r = figma.createRectangle();
    r.x = 40;
    r.resize(200, 100);
    await r.exportAsync({ format: "PNG", constraint: { type: "WIDTH", value: 400 }, colorProfile: "SRGB" });
    const request = ports.renders[0];
    assert.deepEqual([request?.scale, request?.bounds.x, request?.bounds.width], [2, 40, 200]);
    r.visible = false;
    await assert.rejects(r.exportAsync(), /Failed to export node\. This node may not have any visible layers\./);
  });
});
