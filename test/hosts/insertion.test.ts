import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { Placement, ToPanel } from "../../protocol/bridge.ts";
import type { Rect } from "../../protocol/geometry.ts";
import { expectType, provenanceFor } from "../fixtures/panel-answers.ts";
import { INSERTION_CASES } from "./insertion-cases.ts";
import { displacement, documentWith, exportOf, hiding, patchOf, rounded, without } from "./insertion-kit.ts";
import { type PluginRun, startPlugin } from "./plugin-run.ts";
import { add, addPicture, addRow, at } from "./scene.ts";

const RECT: Rect<"image"> = { x: 37, y: 21, width: 120, height: 64 };

interface Insertion {
  readonly layerId: string;
  readonly placement: Placement;
  readonly rect?: Rect<"image">;
  readonly once?: true;
  readonly tiles?: { rect: Rect<"image">; bytes: Uint8Array<ArrayBuffer> }[];
}

const insert = (plugin: PluginRun, { rect = RECT, ...more }: Insertion): Promise<ToPanel> =>
  plugin.ask({ type: "insert", rect, bytes: patchOf(rect), name: "Picture (edited)", provenance: provenanceFor(more.layerId), ...more });

describe("a result is inserted above its source", () => {
  for (const { name, build, note } of INSERTION_CASES) {
    test(name, async () => {
      let place: ReturnType<typeof build> = { source: "" };
      const document = documentWith((d, page) => {
        place = build(d, page);
      });
      const anchor = place.anchor ?? place.source;
      const plugin = startPlugin(document);
      const before = document.tree(document.rootId);
      const { placement } = await exportOf(plugin, place.source);
      assert.deepEqual(document.tree(document.rootId), before, "exporting changes nothing");

      const inserted = expectType(await insert(plugin, { layerId: place.source, placement }), "inserted");
      const after = document.tree(document.rootId);
      const { scene } = document;
      const parent = scene.get(scene.get(anchor).parent ?? assert.fail());

      assert.equal(inserted.anchoredTo, anchor);
      if (note === undefined) assert.equal(inserted.note, undefined);
      else assert.match(inserted.note ?? "", note);
      assert.equal(parent.children.indexOf(inserted.nodeId), parent.children.indexOf(anchor) + 1, "directly above");
      assert.ok(displacement(document, inserted.nodeId, { placement, rect: RECT }) < 1e-6, "over its own pixels");
      assert.deepEqual(rounded(without(after, inserted.nodeId)), rounded(before), "nothing else changed");

      assert.equal(document.undo(), true);
      assert.deepEqual(document.tree(document.rootId), before, "one undo takes back the edit");
      assert.equal(document.redo(), true);
      assert.deepEqual(document.tree(document.rootId), after, "and redo brings it again");

      const hidden = await plugin.ask({ type: "original", nodeId: inserted.nodeId, visible: false });
      const meant = hidden.type === "done" ? hiding(after, place.source) : after;
      assert.deepEqual(rounded(document.tree(document.rootId)), rounded(meant), "the original hides when asked, or nothing happens");
      if (hidden.type === "done") assert.equal(document.undo(), true);
      assert.deepEqual(document.tree(document.rootId), after, "which one undo takes back");
      plugin.close();
    });
  }
});

/** A picture on the page and a plugin that exported it. */
async function onePicture(): Promise<{ document: FigmaDocument; source: string; plugin: PluginRun; placement: Placement }> {
  let source = "";
  const document = documentWith((d, page) => {
    source = addPicture(d, page, { transform: at(40, 30) });
  });
  const plugin = startPlugin(document);
  return { document, source, plugin, placement: (await exportOf(plugin, source)).placement };
}

describe("a result that is to lie there once", () => {
  test("is named instead of being inserted again, and comes again where a person removed it", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const put = async () => expectType(await insert(plugin, { layerId: source, placement, once: true }), "inserted").nodeId;
    const first = await put();
    const before = document.tree(document.rootId);
    assert.equal(await put(), first);
    assert.deepEqual(document.tree(document.rootId), before);
    expectType(await plugin.ask({ type: "discard", nodeId: first }), "done");
    assert.notEqual(await put(), first);
    plugin.close();
  });

  test("is known apart from another edit of the same layer", async () => {
    const { source, plugin, placement } = await onePicture();
    const first = expectType(await insert(plugin, { layerId: source, placement, once: true }), "inserted").nodeId;
    const provenance = { ...provenanceFor(source), jobId: "job-of-another-edit" };
    const bytes = patchOf(RECT);
    const request = {
      type: "insert",
      rect: RECT,
      bytes,
      name: "Picture (edited)",
      provenance,
      layerId: source,
      placement,
      once: true,
    } as const;
    assert.notEqual(expectType(await plugin.ask(request), "inserted").nodeId, first);
    plugin.close();
  });
});

describe("the inserted layer", () => {
  test("is a rectangle that shows the patch and carries name, provenance and a relaunch button", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    const { id, parent, transform, ...rest } = document.scene.get(nodeId);
    const hash = document.images.add(patchOf(RECT)).hash;
    assert.deepEqual(
      { type: rest.type, name: rest.name, width: rest.width, height: rest.height, visible: rest.visible, locked: rest.locked },
      { type: "RECTANGLE", name: "Picture (edited)", width: 60, height: 32, visible: true, locked: false },
    );
    const fills = rest.fills.map((fill) => fill.type === "IMAGE" && [fill.imageHash, fill.scaleMode]);
    assert.deepEqual(fills, [[hash, "FILL"]]);
    assert.deepEqual(rest.strokes, []);
    assert.deepEqual(JSON.parse(rest.pluginData.emend ?? ""), provenanceFor(source));
    assert.deepEqual(rest.relaunchData, { edit: "把'¥199'改为'¥169'" });
    assert.deepEqual([id, parent, transform[0][2], transform[1][2]], [nodeId, document.currentPageId, 58.5, 40.5]);
  });

  test("moves with its source when the frame around them is resized", async () => {
    let source = "";
    const document = documentWith((d, page) => {
      const frame = add(d, "FRAME", page, { width: 400, height: 300 });
      source = addPicture(d, frame, { constraints: { horizontal: "MAX", vertical: "CENTER" } });
    });
    const plugin = startPlugin(document);
    const { placement } = await exportOf(plugin, source);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    assert.deepEqual(document.scene.get(nodeId).constraints, { horizontal: "MAX", vertical: "CENTER" });
  });

  test("leaves the flow of an auto layout alone", async () => {
    let source = "";
    const document = documentWith((d, page) => {
      source = addPicture(d, addRow(d, page));
    });
    const plugin = startPlugin(document);
    const { placement } = await exportOf(plugin, source);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    assert.equal(document.scene.get(nodeId).layoutPositioning, "ABSOLUTE");
  });

  test("is stretched as its source is", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const stretched = { ...placement, height: placement.height * 2 };
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement: stretched }), "inserted");
    const [fill] = document.scene.get(nodeId).fills;
    assert.equal(fill?.type === "IMAGE" && fill.scaleMode, "CROP");
    assert.ok(displacement(document, nodeId, { placement: stretched, rect: RECT }) < 1e-6);
  });

  test("a patch longer than Figma's images becomes tiles in one unfilled frame", async () => {
    const { document, source, plugin } = await onePicture();
    const placement: Placement = {
      transform: at(40, 30, 15) as Placement["transform"],
      width: 3000,
      height: 500,
      imageWidth: 6000,
      imageHeight: 1000,
    };
    const first = { x: 100, y: 50, width: 4096, height: 700 };
    const second = { x: 4196, y: 50, width: 1500, height: 700 };
    const tiles = [{ rect: second, bytes: patchOf(second) }];
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement, rect: first, tiles }), "inserted");
    const frame = document.scene.get(nodeId);
    assert.deepEqual([frame.type, frame.fills, frame.clipsContent, frame.children.length], ["FRAME", [], false, 2]);
    assert.ok(displacement(document, nodeId, { placement, rect: { x: 100, y: 50, width: 5596, height: 700 } }) < 1e-6);
    assert.ok(displacement(document, frame.children[0] ?? "", { placement, rect: first }) < 1e-6);
    assert.ok(displacement(document, frame.children[1] ?? "", { placement, rect: second }) < 1e-6);
    assert.equal(document.undo(), true);
    assert.equal(document.scene.find(nodeId), undefined);
  });

  test("lies above the earlier results of its source", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const first = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    const second = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    assert.deepEqual(
      document.tree().children.map((c) => c.id),
      [source, first.nodeId, second.nodeId],
    );
    assert.equal(document.undo(), true);
    assert.deepEqual(
      document.tree().children.map((c) => c.id),
      [source, first.nodeId],
      "each edit is one undo step",
    );
  });

  test("leaves the selection as it was", async () => {
    const { document, source, plugin, placement } = await onePicture();
    document.select([source]);
    await insert(plugin, { layerId: source, placement });
    assert.deepEqual(document.selection(), [source]);
  });

  test("lies above its own source when several layers are selected, and leaves that selection", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const other = addPicture(document, document.currentPageId, { transform: at(600, 0) });
    document.select([source, other]);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    assert.deepEqual(
      document.tree().children.map((c) => c.id),
      [source, nodeId, other],
    );
    assert.deepEqual(document.selection(), [source, other]);
  });

  test("goes to its source's page when the person moved to another one meanwhile, which stays in view", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const home = document.currentPageId;
    const elsewhere = document.create("PAGE");
    document.setCurrentPage(elsewhere);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    assert.deepEqual(document.scene.get(home).children, [source, nodeId]);
    assert.deepEqual([document.currentPageId, document.scene.get(elsewhere).children], [elsewhere, []]);
    assert.ok(displacement(document, nodeId, { placement, rect: RECT }) < 1e-6);
  });

  test("what a person did just before is a step of its own", async () => {
    const { document, source, plugin, placement } = await onePicture();
    document.patch(source, { name: "Renamed" });
    const renamed = document.tree(document.rootId);
    await insert(plugin, { layerId: source, placement });
    assert.equal(document.undo(), true);
    assert.deepEqual(document.tree(document.rootId), renamed);
  });
});

/** Asks for an insertion that must fail; gives the error, after checking that the document is as before. */
async function refusal(document: FigmaDocument, plugin: PluginRun, insertion: Insertion) {
  const before = document.tree(document.rootId);
  const { error } = expectType(await insert(plugin, insertion), "failed");
  assert.deepEqual(document.tree(document.rootId), before, "nothing was added");
  assert.doesNotMatch(JSON.stringify(error), /\bat \w+.*:\d+|\.js|\.ts\b/, "no stack trace");
  return error;
}

describe("an insertion that cannot be is refused in words", () => {
  test("where the file may only be viewed", async () => {
    const { document, source, plugin, placement } = await onePicture();
    document.readOnly = true;
    const error = await refusal(document, plugin, { layerId: source, placement });
    assert.equal(error.code, "insertion_failed");
    assert.match(error.message, /read-only/);
    assert.match(error.help ?? "", /edit this file/);
  });

  test("where the source was deleted meanwhile", async () => {
    const { document, source, plugin, placement } = await onePicture();
    document.remove(source);
    const error = await refusal(document, plugin, { layerId: source, placement });
    assert.deepEqual([error.code, error.message], ["insertion_failed", "The layer is no longer in this file."]);
  });

  test("where the source is a mask on the page itself", async () => {
    const { document, source, plugin, placement } = await onePicture();
    document.patch(source, { isMask: true });
    const error = await refusal(document, plugin, { layerId: source, placement });
    assert.match(error.message, /mask lying directly on the page/);
    assert.match(error.help ?? "", /Group the mask/);
  });

  test("where the patch is no picture or too large", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const error = await refusal(document, plugin, { layerId: source, placement, rect: { ...RECT, width: 5000 } });
    assert.match(error.message, /Image is too large/);
  });

  test("where the patch covers nothing, and what was begun is taken away", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const error = await refusal(document, plugin, { layerId: source, placement, rect: { ...RECT, height: 0.001 } });
    assert.equal(error.code, "insertion_failed");
  });

  test("where the layer to insert above is a page", async () => {
    const { document, plugin, placement } = await onePicture();
    assert.equal((await refusal(document, plugin, { layerId: document.currentPageId, placement })).code, "insertion_failed");
  });
});

describe("the original a result stands in for", () => {
  test("shows again with the discarded result, in one step to undo", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const before = document.tree(document.rootId);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    expectType(await plugin.ask({ type: "original", nodeId, visible: false }), "done");
    const hidden = document.tree(document.rootId);
    expectType(await plugin.ask({ type: "discard", nodeId, withOriginal: true }), "done");
    assert.deepEqual(document.tree(document.rootId), before);
    assert.equal(document.undo(), true);
    assert.deepEqual(document.tree(document.rootId), hidden);
  });

  test("keeps showing where hiding it would move its neighbours in an auto layout", async () => {
    let source = "";
    const document = documentWith((d, page) => {
      const row = addRow(d, page);
      source = addPicture(d, row);
      addPicture(d, row);
    });
    const plugin = startPlugin(document);
    const { placement } = await exportOf(plugin, source);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    const before = document.tree(document.rootId);
    const { error } = expectType(await plugin.ask({ type: "original", nodeId, visible: false }), "failed");
    assert.match(error.message, /neighbours would move/);
    assert.deepEqual(document.tree(document.rootId), before);
  });

  test("is not to be had from a layer that is no result", async () => {
    const { document, source, plugin } = await onePicture();
    const before = document.tree(document.rootId);
    expectType(await plugin.ask({ type: "original", nodeId: source, visible: false }), "failed");
    assert.deepEqual(document.tree(document.rootId), before);
  });
});

describe("results of ours", () => {
  test("can be hidden and shown without a step to undo afterwards", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const before = document.tree(document.rootId);
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    expectType(await plugin.ask({ type: "visible", nodeId, visible: false }), "done");
    assert.equal(document.scene.get(nodeId).visible, false);
    expectType(await plugin.ask({ type: "visible", nodeId, visible: true }), "done");
    assert.equal(document.scene.get(nodeId).visible, true);
    document.undo();
    document.undo();
    assert.deepEqual(document.tree(document.rootId), before);
  });

  test("can be discarded, which undo takes back", async () => {
    const { document, source, plugin, placement } = await onePicture();
    const { nodeId } = expectType(await insert(plugin, { layerId: source, placement }), "inserted");
    const edited = document.tree(document.rootId);
    expectType(await plugin.ask({ type: "discard", nodeId }), "done");
    assert.equal(document.scene.find(nodeId), undefined);
    assert.equal(document.undo(), true);
    assert.deepEqual(document.tree(document.rootId), edited);
  });

  test("are the only layers that are hidden or discarded", async () => {
    const { document, source, plugin } = await onePicture();
    const before = document.tree(document.rootId);
    for (const ask of [{ type: "discard", nodeId: source } as const, { type: "visible", nodeId: source, visible: false } as const]) {
      const { error } = expectType(await plugin.ask(ask), "failed");
      assert.match(error.message, /not made by Emend/);
    }
    assert.deepEqual(document.tree(document.rootId), before);
  });
});
