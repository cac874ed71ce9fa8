import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { VariantLayout } from "../../protocol/bridge.ts";
import { apply, compose, type Rect, scaling, translation } from "../../protocol/geometry.ts";
import { expectType, provenanceFor } from "../fixtures/panel-answers.ts";
import { documentWith, exportOf, patchOf, rounded } from "./insertion-kit.ts";
import { type PluginRun, startPlugin } from "./plugin-run.ts";
import { add, addPicture, addRow, at } from "./scene.ts";

const RECT: Rect<"image"> = { x: 40, y: 20, width: 120, height: 64 };
const LABELS = ["A", "B", "C"];

async function store(plugin: PluginRun, rect = RECT): Promise<string> {
  return expectType(await plugin.ask({ type: "store", bytes: patchOf(rect) }), "stored").imageHash;
}

async function vary(layout: VariantLayout, build: (d: FigmaDocument, page: string) => string, more: { cutOut?: true } = {}) {
  const recipe = '{"mode":"seeds"}';
  let source = "";
  const document = documentWith((d, page) => {
    source = build(d, page);
  });
  const plugin = startPlugin(document);
  const before = document.tree(document.rootId);
  const { placement } = await exportOf(plugin, source);
  const imageHash = await store(plugin);
  const items = LABELS.map((label) => ({
    label,
    name: `Emend · ${label}`,
    pieces: [{ rect: RECT, imageHash }],
    provenance: provenanceFor(source),
    ...more,
  }));
  const answer = await plugin.ask({ type: "vary", layerId: source, placement, layout, property: "Variant", name: "Price", items, recipe });
  return { document, plugin, source, placement, before, answer };
}

const PLACES: readonly (readonly [string, (d: FigmaDocument, page: string) => string])[] = [
  ["on the page", (d, page) => addPicture(d, page, { transform: at(40, 30) })],
  ["turned", (d, page) => addPicture(d, page, { transform: at(400, 30, 30) })],
  [
    "in a frame",
    (d, page) => addPicture(d, add(d, "FRAME", page, { transform: at(10, 20), width: 400, height: 300 }), { transform: at(15, 25) }),
  ],
  ["in auto layout", (d, page) => addPicture(d, addRow(d, page, { transform: at(70, 80) }))],
  [
    "in a section",
    (d, page) => addPicture(d, add(d, "SECTION", page, { transform: at(-500, 900), width: 600, height: 600 }), { transform: at(30, 30) }),
  ],
  ["locked and hidden", (d, page) => addPicture(d, page, { transform: at(9, 9), locked: true, visible: false })],
];

describe("variants of one source", () => {
  for (const layout of ["set", "frames", "sheet"] as const) {
    for (const [name, build] of PLACES) {
      test(`as ${layout}, the source ${name}: each a copy with its patch where it belongs, nothing else changed, one undo`, async () => {
        const { document, placement, answer, before, source } = await vary(layout, build);
        const { nodeIds, containerId } = expectType(answer, "varied");
        const { scene } = document;
        assert.equal(nodeIds.length, 3);
        assert.equal(scene.get(nodeIds[0]!).type, layout === "set" ? "COMPONENT" : "FRAME");
        assert.equal(containerId === undefined, layout === "frames");
        for (const id of nodeIds) {
          const [copy, patch] = scene.get(id).children.map((child) => scene.get(child));
          assert.ok(copy && patch && copy.visible && !copy.locked);
          // Between copy and patch it is as between source and pixels.
          const toPixels = compose(
            placement.transform,
            scaling(placement.width / placement.imageWidth, placement.height / placement.imageHeight),
          );
          const shift = compose(scene.absoluteTransform(copy.id), translation(0, 0));
          const original = scene.absoluteTransform(source);
          const wanted = apply(toPixels, { x: RECT.x, y: RECT.y });
          const is = apply(scene.absoluteTransform(patch.id), { x: 0, y: 0 });
          const [dx, dy] = [shift[0][2] - original[0][2], shift[1][2] - original[1][2]];
          assert.ok(Math.hypot(is.x - wanted.x - dx, is.y - wanted.y - dy) < 1e-6);
        }
        const boxes = nodeIds.map((id) => ({
          x: scene.absoluteTransform(id)[0][2],
          y: scene.absoluteTransform(id)[1][2],
          ...scene.get(id),
        }));
        assert.ok(
          boxes.every((a, i) =>
            boxes.every(
              (b, j) => i === j || a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
            ),
          ),
        );
        assert.deepEqual(rounded(document.tree(source)), rounded(find(before, source)));
        assert.equal(document.undo(), true);
        assert.deepEqual(document.tree(document.rootId), before);
      });
    }
  }

  test("a set is a component set with one property, and says how it was made", async () => {
    const { document, answer } = await vary("set", (d, page) => addPicture(d, page));
    const { nodeIds, containerId } = expectType(answer, "varied");
    const set = document.scene.get(containerId ?? "");
    assert.deepEqual([set.type, set.name, set.pluginData["emend.recipe"]], ["COMPONENT_SET", "Price", '{"mode":"seeds"}']);
    assert.deepEqual(
      nodeIds.map((id) => document.scene.get(id).name),
      ["Variant=A", "Variant=B", "Variant=C"],
    );
  });

  test("stacked, they are layers above the source in order, the first on top", async () => {
    const { document, answer, source, before } = await vary("stack", (d, page) => addPicture(d, page));
    const { nodeIds } = expectType(answer, "varied");
    assert.deepEqual(
      document.tree().children.map((c) => c.id),
      [source, nodeIds[2], nodeIds[1], nodeIds[0]],
    );
    assert.equal(document.undo(), true);
    assert.deepEqual(document.tree(document.rootId), before);
  });

  test("a retired variant is removed, the others stay", async () => {
    const { document, plugin, answer } = await vary("set", (d, page) => addPicture(d, page));
    const { nodeIds, containerId } = expectType(answer, "varied");
    expectType(await plugin.ask({ type: "discard", nodeId: nodeIds[1]! }), "done");
    assert.deepEqual(document.scene.get(containerId ?? "").children, [nodeIds[0], nodeIds[2]]);
  });

  test("one retired from a contact sheet takes its label along, in one step to undo", async () => {
    const { document, plugin, answer } = await vary("sheet", (d, page) => addPicture(d, page));
    const { nodeIds, containerId } = expectType(answer, "varied");
    const words = () =>
      document.scene
        .get(containerId ?? "")
        .children.flatMap((id) => (document.scene.get(id).type === "TEXT" ? document.scene.get(id).text.characters : []));
    assert.deepEqual(words(), LABELS);
    expectType(await plugin.ask({ type: "discard", nodeId: nodeIds[1]! }), "done");
    assert.deepEqual(words(), ["A", "C"]);
    assert.equal(document.undo(), true);
    assert.deepEqual(words(), LABELS);
  });

  test("a cut-out lies over a hidden copy of its source", async () => {
    const { document, answer } = await vary("frames", (d, page) => addPicture(d, page), { cutOut: true });
    const shown = expectType(answer, "varied").nodeIds.map((id) =>
      document.scene.get(id).children.map((c) => document.scene.get(c).visible),
    );
    assert.deepEqual(shown, Array(3).fill([false, true]));
  });

  test("nothing that is there is covered", async () => {
    const { document, answer } = await vary("frames", (d, page) => {
      add(d, "FRAME", page, { name: "Neighbour", transform: at(300, 0), width: 500, height: 500 });
      return addPicture(d, page, { transform: at(0, 0) });
    });
    const [first] = expectType(answer, "varied").nodeIds;
    assert.ok(document.scene.absoluteTransform(first!)[0][2] >= 800);
  });

  test("a source that was deleted meanwhile, or a record too large to keep, is refused and nothing added", async () => {
    let source = "";
    const document = documentWith((d, page) => {
      source = addPicture(d, page);
    });
    const plugin = startPlugin(document);
    const { placement } = await exportOf(plugin, source);
    const imageHash = await store(plugin);
    const items = [{ label: "A", name: "A", pieces: [{ rect: RECT, imageHash }], provenance: provenanceFor(source) }];
    const ask = (recipe: string) =>
      plugin.ask({ type: "vary", layerId: source, placement, layout: "set", property: "Variant", name: "Price", items, recipe });
    const before = document.tree(document.rootId);
    // 40,000 characters of three bytes each.
    assert.match(expectType(await ask("界".repeat(40_000)), "failed").error.message, /larger than Figma keeps/);
    assert.deepEqual(document.tree(document.rootId), before);
    document.remove(source);
    assert.equal(expectType(await ask("{}"), "failed").error.code, "insertion_failed");
  });
});

type Tree = ReturnType<FigmaDocument["tree"]>;
function find(tree: Tree, id: string): Tree {
  const found = search(tree, id);
  if (found === undefined) throw new Error(`${id} is not in the tree`);
  return found;
}
const search = (tree: Tree, id: string): Tree | undefined =>
  tree.id === id ? tree : tree.children.map((c) => search(c, id)).find((c) => c !== undefined);
