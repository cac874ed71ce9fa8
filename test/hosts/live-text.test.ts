import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { LiveText, Placement } from "../../protocol/bridge.ts";
import { apply, type Rect } from "../../protocol/geometry.ts";
import { live } from "../fixtures/live-string.ts";
import { expectType, provenanceFor } from "../fixtures/panel-answers.ts";
import { displacement, documentWith, exportOf, patchOf } from "./insertion-kit.ts";
import { startPlugin } from "./plugin-run.ts";
import { addPicture, addRow, at } from "./scene.ts";

const RECT: Rect<"image"> = { x: 40, y: 20, width: 120, height: 64 };

async function placed(text: LiveText, build: (d: FigmaDocument, page: string) => string) {
  let source = "";
  const document = documentWith((d, page) => {
    source = build(d, page);
  });
  const plugin = startPlugin(document);
  const before = document.tree(document.rootId);
  const { placement } = await exportOf(plugin, source);
  const answer = await plugin.ask({
    type: "insert",
    layerId: source,
    placement,
    rect: RECT,
    bytes: patchOf(RECT),
    texts: [text],
    name: "Emend · ¥199 → ¥169",
    provenance: provenanceFor(source),
  });
  return { document, source, placement, answer, before };
}

/** Where the middle of the text node lies on the page. */
function middle(document: FigmaDocument, id: string) {
  const { width, height } = document.scene.get(id);
  return apply(document.scene.absoluteTransform(id), { x: width / 2, y: height / 2 });
}

/** The page point of an image pixel. */
function pagePoint({ transform, width, height, imageWidth, imageHeight }: Placement, p: { x: number; y: number }) {
  return apply(transform, { x: (p.x * width) / imageWidth, y: (p.y * height) / imageHeight });
}

describe("a live text over the plate", () => {
  for (const [name, degrees, build] of [
    ["on the page", 0, (d, page) => addPicture(d, page, { transform: at(40, 30) })],
    ["along a slanted line", 12, (d, page) => addPicture(d, page, { transform: at(40, 30) })],
    ["in a turned layer", 8, (d, page) => addPicture(d, page, { transform: at(300, 30, 35) })],
    ["in auto layout", 0, (d, page) => addPicture(d, addRow(d, page, { transform: at(70, 80) }))],
  ] as [string, number, (d: FigmaDocument, page: string) => string][]) {
    test(`${name}: its middle and direction are those of the ink, and the plate lies where its pixels were`, async () => {
      const { document, answer, placement } = await placed(live(degrees), build);
      const { nodeId } = expectType(answer, "inserted");
      const [plate, text] = document.scene.get(nodeId).children;
      assert.ok(plate && text);
      const [is, shall] = [middle(document, text), pagePoint(placement, { x: 100, y: 50 })];
      assert.ok(Math.hypot(is.x - shall.x, is.y - shall.y) < 0.5, `${JSON.stringify(is)} is not ${JSON.stringify(shall)}`);
      assert.ok(displacement(document, plate, { placement, rect: RECT }) < 1e-6);
      const [[a], [b]] = document.scene.absoluteTransform(text);
      const [[pa], [pb]] = placement.transform;
      const wanted = Math.atan2(pb, pa) + (degrees * Math.PI) / 180;
      assert.ok(Math.abs(Math.atan2(b, a) - wanted) < 1e-9);
    });
  }

  test("carries size, tracking, colour, outline and shadow in canvas units, and stays editable", async () => {
    const { document, answer } = await placed(live(), (d, page) => addPicture(d, page));
    const { nodeId, note } = expectType(answer, "inserted");
    const frame = document.scene.get(nodeId);
    const node = document.scene.get(frame.children[1] ?? "");
    // 400 × 200 image pixels on 200 × 100 units: half a unit a pixel.
    assert.deepEqual(
      [node.type, node.text.characters, node.text.fontSize, node.text.letterSpacing],
      ["TEXT", "¥169", 14, { value: 1, unit: "PIXELS" }],
    );
    assert.deepEqual(node.text.fontName, { family: "Inter", style: "Bold" });
    assert.deepEqual(
      node.fills.map((f) => f.type === "SOLID" && f.color),
      [{ r: 1, g: 128 / 255, b: 0 }],
    );
    assert.deepEqual([node.strokeWeight, node.strokeAlign], [2, "OUTSIDE"]);
    assert.deepEqual(
      node.effects.map((e) => e.type === "DROP_SHADOW" && [e.offset, e.radius]),
      [[{ x: 1, y: 2 }, 6]],
    );
    assert.equal(note, undefined);
    assert.match(frame.pluginData.emend ?? "", /"jobId":"job-0001"/);
  });

  test("in several lines it has their height and alignment, and a name in one line", async () => {
    const text = live(0, { lineHeightPx: 36, align: "left" });
    const { document, answer } = await placed({ ...text, characters: "BIG SALE\nTHIS WEEK" }, (d, page) => addPicture(d, page));
    const { nodeId } = expectType(answer, "inserted");
    const node = document.scene.get(document.scene.get(nodeId).children[1] ?? "");
    assert.deepEqual([node.text.characters, node.name], ["BIG SALE\nTHIS WEEK", "BIG SALE THIS WEEK"]);
    assert.deepEqual([node.text.lineHeight, node.text.alignHorizontal], [{ value: 18, unit: "PIXELS" }, "LEFT"]);
  });

  test("is one undo step that leaves the source as it was", async () => {
    const { document, answer, before } = await placed(live(), (d, page) => addPicture(d, page));
    expectType(answer, "inserted");
    assert.equal(document.undo(), true);
    assert.deepEqual(document.tree(document.rootId), before);
  });

  test("a family that is not there is replaced, and the person is told by which", async () => {
    const { answer } = await placed(live(0, { family: "Poppins", candidates: [] }), (d, page) => addPicture(d, page));
    assert.match(expectType(answer, "inserted").note ?? "", /Poppins → Inter Bold/);
  });

  test("gradients run along the line or down it", async () => {
    const stops = [
      { offset: 0, colour: "#ffffff" },
      { offset: 1, colour: "#000000" },
    ];
    const { document, answer } = await placed(live(0, { fill: { kind: "linear", angle: Math.PI / 2, stops } }), (d, page) =>
      addPicture(d, page),
    );
    const { nodeId } = expectType(answer, "inserted");
    const [fill] = document.scene.get(document.scene.get(nodeId).children[1] ?? "").fills;
    assert.ok(fill?.type === "GRADIENT_LINEAR");
    // Figma's gradients run from 0 to 1 along x of gradient space: the top middle is the start, the bottom the end.
    assert.deepEqual([apply(fill.gradientTransform, { x: 0.5, y: 0 }).x, apply(fill.gradientTransform, { x: 0.5, y: 1 }).x], [0, 1]);
  });
});
