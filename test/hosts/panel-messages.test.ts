import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { LayerSummary, ToPanel } from "../../protocol/bridge.ts";
import { someJpeg } from "../fixtures/broken-pictures.ts";
import { PANEL, type PluginRun, pngOf, startPlugin } from "./plugin-run.ts";
import { add, addPicture, addRow, at, wrap } from "./scene.ts";

const last = (plugin: PluginRun, type: ToPanel["type"]): ToPanel | undefined => plugin.posted.findLast((m) => m.type === type);

const layersOf = (plugin: PluginRun): readonly LayerSummary[] => {
  const message = last(plugin, "selection");
  return message?.type === "selection" ? message.layers : assert.fail("no selection was sent");
};

async function selected(build: (document: FigmaDocument, page: string) => string): Promise<LayerSummary> {
  const document = new FigmaDocument();
  const id = build(document, document.currentPageId);
  document.select([id]);
  const plugin = startPlugin(document);
  await plugin.tell({ type: "ready" });
  plugin.close();
  return layersOf(plugin)[0] ?? assert.fail();
}

describe("start", () => {
  test("the panel opens themed, and hears settings, command, colour profile and selection once it is ready", async () => {
    const document = new FigmaDocument({ colourProfile: "DISPLAY_P3" });
    const id = addPicture(document, document.currentPageId);
    document.select([id]);
    const plugin = startPlugin(document, { command: "text" });
    plugin.ports.stored.set("settings", { token: "t", port: 17321 });
    const { html, options } = plugin.ports.shown[0] ?? assert.fail();
    assert.equal(html, PANEL);
    assert.equal(options.themeColors, true);
    assert.deepEqual(plugin.posted, [], "nothing before the panel listens");
    await plugin.tell({ type: "ready" });
    assert.deepEqual(plugin.posted, [
      { type: "init", settings: { token: "t", port: 17321 }, command: "text", colourProfile: "DISPLAY_P3" },
      { type: "selection", layers: [{ id, name: "Picture", kind: "image", width: 200, height: 100, blocked: "none" }] },
    ]);
    assert.deepEqual(plugin.errors, []);
  });

  test("settings that make no sense any more are forgotten", async () => {
    const plugin = startPlugin(new FigmaDocument());
    plugin.ports.stored.set("settings", { port: "seventeen" });
    await plugin.tell({ type: "ready" });
    const init = last(plugin, "init");
    assert.deepEqual(init?.type === "init" && init.settings, {});
  });
});

test("a sample comes to lie in the middle of the view, selected, as one step to undo", async () => {
  const document = new FigmaDocument();
  const plugin = startPlugin(document);
  await plugin.tell({ type: "ready" });
  await plugin.tell({ type: "sample", requestId: 3, bytes: pngOf(90, 120), name: "Sample poster", width: 90, height: 120 });
  assert.deepEqual(last(plugin, "done"), { type: "done", requestId: 3 });
  const [node] = document.tree().children;
  assert.deepEqual([node?.name, node?.width, node?.height], ["Sample poster", 90, 120]);
  assert.deepEqual(document.selection(), [node?.id]);
  document.undo();
  assert.deepEqual(document.tree().children, []);
  assert.deepEqual(plugin.errors, []);
});

describe("selection", () => {
  test("is told whenever it or the page changes", async () => {
    const document = new FigmaDocument();
    const id = addPicture(document, document.currentPageId);
    const plugin = startPlugin(document);
    await plugin.tell({ type: "ready" });
    assert.deepEqual(layersOf(plugin), []);
    document.select([id]);
    await plugin.whenIdle();
    assert.equal(layersOf(plugin)[0]?.id, id);
    document.setCurrentPage(document.create("PAGE"));
    await plugin.whenIdle();
    assert.deepEqual(layersOf(plugin), []);
  });

  test("names kind and size of each layer", async () => {
    const kinds = {
      frame: await selected((d, page) => addPicture(d, addRow(d, page)) && (d.tree().children[0]?.id ?? "")),
      group: await selected((d, page) => wrap(d, "GROUP", [addPicture(d, page)])),
      vector: await selected((d, page) => add(d, "ELLIPSE", page)),
      image: await selected((d, page) => addPicture(d, page, { cornerRadius: 12 })),
      text: await selected((d, page) => add(d, "TEXT", page)),
    };
    for (const [kind, layer] of Object.entries(kinds)) assert.equal(layer.kind, kind);
  });

  const BLOCKED: readonly [LayerSummary["blocked"], string, (d: FigmaDocument, page: string) => string][] = [
    ["not_pixels", "live text", (d, page) => add(d, "TEXT", page)],
    ["empty", "a frame with neither fill nor layers", (d, page) => add(d, "FRAME", page, { fills: [] })],
    ["invisible", "a hidden group", (d, page) => wrap(d, "GROUP", [addPicture(d, page)], { visible: false })],
    [
      "invisible",
      "a shape in a hidden frame",
      (d, page) => add(d, "ELLIPSE", add(d, "FRAME", page, { visible: false, width: 300, height: 300 })),
    ],
    [
      "too_large",
      "a frame longer than Figma's images",
      (d, page) => addPicture(d, add(d, "FRAME", page, { height: 4097 })) && firstLayer(d),
    ],
    ["none", "an image that is hidden: its file is there", (d, page) => addPicture(d, page, { visible: false })],
    ["none", "a locked frame", (d, page) => addPicture(d, add(d, "FRAME", page, { locked: true })) && firstLayer(d)],
  ];
  const firstLayer = (d: FigmaDocument): string => d.tree().children[0]?.id ?? "";
  for (const [blocked, what, build] of BLOCKED)
    test(`${what} is ${blocked === "none" ? "editable" : `blocked as ${blocked}`}`, async () => {
      assert.equal((await selected(build)).blocked, blocked);
    });

  const provenance = {
    version: 1,
    jobId: "job-1",
    sourceNode: "7:7",
    sourceName: "Poster",
    source: "a",
    patch: "b",
    instruction: "gold",
    engine: "instant",
    confidence: 1,
    outsideChanged: 0,
    seed: 1,
    createdAt: "2026-11-21",
  };
  const result = { pluginData: { emend: JSON.stringify(provenance) } };

  test("carries the provenance of a result of ours, and of nothing else", async () => {
    const ours = await selected((d, page) => addPicture(d, page, result));
    assert.deepEqual(JSON.parse(ours.provenance ?? ""), provenance);
    for (const emend of ["", "not json", JSON.stringify({ ...provenance, version: 2 })])
      assert.equal((await selected((d, page) => addPicture(d, page, { pluginData: { emend } }))).provenance, undefined);
  });

  const sourceOf = async (build: (d: FigmaDocument, page: string) => string): Promise<string> =>
    JSON.parse((await selected(build)).provenance ?? "{}").sourceNode;

  test("a result copied along with its source belongs to the copy", async () => {
    let copy = "";
    const source = await sourceOf((d, page) => {
      const frame = add(d, "FRAME", page);
      copy = addPicture(d, frame, { name: "Poster" });
      addPicture(d, frame, result);
      return addPicture(d, frame, result);
    });
    assert.notEqual(copy, provenance.sourceNode);
    assert.equal(source, copy);
  });

  test("a result that lies above something else still belongs to its own source", async () => {
    const source = await sourceOf((d, page) => {
      addPicture(d, page, { name: "Another" });
      return addPicture(d, page, result);
    });
    assert.equal(source, provenance.sourceNode);
  });
});

describe("export", () => {
  async function exported(build: (document: FigmaDocument, page: string) => string) {
    const document = new FigmaDocument();
    const layerId = build(document, document.currentPageId);
    const plugin = startPlugin(document);
    const answer = await plugin.ask({ type: "export", layerId });
    plugin.close();
    return { answer, renders: plugin.ports.renders };
  }

  test("a plain image gives its own file, placed in the layer's own space", async () => {
    const { answer, renders } = await exported((d, page) => addPicture(d, page, { transform: at(40, 30, 90) }));
    assert.ok(answer.type === "exported");
    assert.deepEqual([answer.original, answer.bytes], [true, pngOf(400, 200)]);
    const { transform, ...size } = answer.placement;
    assert.deepEqual(size, { width: 200, height: 100, imageWidth: 400, imageHeight: 200 });
    assert.deepEqual(transform, at(40, 30, 90));
    assert.deepEqual(renders, []);
  });

  test("anything else is drawn as sRGB PNG in its full box, small layers doubled", async () => {
    const { answer, renders } = await exported((d, page) =>
      addPicture(d, page, { transform: at(40, 30), effects: [SHADOW], opacity: 0.5 }),
    );
    assert.ok(answer.type === "exported");
    assert.equal(answer.original, false);
    assert.deepEqual(answer.placement, { transform: at(40, 30), width: 200, height: 100, imageWidth: 400, imageHeight: 200 });
    const [{ bounds, scale, contentsOnly, format }] = renders as [(typeof renders)[0]];
    assert.deepEqual(
      { bounds, scale, contentsOnly, format },
      { bounds: { x: 40, y: 30, width: 200, height: 100 }, scale: 2, contentsOnly: true, format: "PNG" },
    );
  });

  test("a layer that is more than its image is drawn", async () => {
    const changes: Parameters<typeof addPicture>[2][] = [
      { cornerRadius: 8 },
      { opacity: 0.9 },
      { blendMode: "MULTIPLY" },
      { effects: [SHADOW] },
      { strokes: [{ type: "SOLID", color: { r: 0, g: 0, b: 0 }, visible: true, opacity: 1, blendMode: "NORMAL" }] },
      { height: 150 },
    ];
    for (const change of changes) {
      const { answer } = await exported((d, page) => addPicture(d, page, change));
      assert.equal(answer.type === "exported" && answer.original, false, JSON.stringify(change));
    }
  });

  test("an altered image fill is drawn", async () => {
    for (const change of [
      { rotation: 90 },
      { opacity: 0.5 },
      { filters: { contrast: 0.2 } },
      { blendMode: "SCREEN" },
      { scaleMode: "TILE" },
    ]) {
      const { answer } = await exported((d, page) => {
        const id = addPicture(d, page);
        d.patch(id, { fills: d.scene.get(id).fills.map((fill) => ({ ...fill, ...change }) as typeof fill) });
        return id;
      });
      assert.equal(answer.type === "exported" && answer.original, false, JSON.stringify(change));
    }
  });

  test("a photo stored upright gives its file, one stored on its side is drawn", async () => {
    for (const [orientation, original] of [
      [1, true],
      [6, false],
    ] as const) {
      const photo = new Uint8Array(await someJpeg(400, 200, orientation));
      const { answer } = await exported((d, page) => {
        const id = addPicture(d, page);
        const imageHash = d.images.add(photo).hash;
        d.patch(id, { fills: d.scene.get(id).fills.map((fill) => ({ ...fill, imageHash }) as typeof fill) });
        return id;
      });
      assert.equal(answer.type === "exported" && answer.original, original, `orientation ${orientation}`);
    }
  });

  test("a large picture in a small layer keeps its pixels, within Figma's limit", async () => {
    const { answer } = await exported((d, page) => addPicture(d, page, { width: 50, height: 25, cornerRadius: 4 }));
    assert.equal(answer.type === "exported" && answer.placement.imageWidth, 400); // 8 image pixels a unit
    const capped = await exported((d, page) => addPicture(d, page, { width: 3000, height: 1500, cornerRadius: 4 }));
    assert.equal(capped.answer.type === "exported" && capped.answer.placement.imageWidth, 3000);
  });

  test("what is too long, hidden or gone is refused in words", async () => {
    const code = async (build: (d: FigmaDocument, page: string) => string): Promise<string | false> => {
      const { answer } = await exported(build);
      return answer.type === "failed" && answer.error.code;
    };
    assert.equal(await code((d, page) => add(d, "FRAME", page, { width: 5000 })), "image_too_large");
    assert.equal(await code((d, page) => add(d, "ELLIPSE", page, { visible: false })), "selection_not_editable");
    assert.equal(await code(() => "9:99"), "selection_not_editable");
  });
});

const SHADOW = {
  type: "DROP_SHADOW",
  color: { r: 0, g: 0, b: 0, a: 0.5 },
  offset: { x: 0, y: 4 },
  radius: 6,
  visible: true,
  blendMode: "NORMAL",
} as const;

describe("small requests", () => {
  test("settings are kept and come back", async () => {
    const plugin = startPlugin(new FigmaDocument());
    await plugin.tell({ type: "settings", settings: { token: "secret", language: "zh-CN" } });
    await plugin.tell({ type: "ready" });
    const init = last(plugin, "init");
    assert.deepEqual(init?.type === "init" && init.settings, { token: "secret", language: "zh-CN" });
  });

  test("a layer is revealed on its own page", async () => {
    const document = new FigmaDocument();
    const page = document.create("PAGE");
    const id = addPicture(document, page);
    const plugin = startPlugin(document);
    await plugin.tell({ type: "reveal", nodeId: id });
    assert.equal(document.currentPageId, page);
    assert.deepEqual(document.selection(), [id]);
    assert.deepEqual(plugin.ports.revealed, [[id]]);
    assert.deepEqual(plugin.errors, []);
  });

  test("notices are cut to what Figma shows, sizes to what is usable, and only web pages open", async () => {
    const plugin = startPlugin(new FigmaDocument());
    await plugin.tell({ type: "notify", text: "x".repeat(150), error: true });
    await plugin.tell({ type: "resize", width: 20, height: 99_999 });
    await plugin.tell({ type: "open", url: "https://example.com/help" });
    await plugin.tell({ type: "open", url: "file:///etc/passwd" });
    const { message, error } = plugin.ports.notices[0] ?? assert.fail();
    assert.deepEqual([message.length, error], [100, true]);
    assert.deepEqual(plugin.ports.sizes, [[320, 1200]]);
    assert.deepEqual(plugin.ports.opened, ["https://example.com/help"]);
  });

  test("close ends the plugin", async () => {
    const plugin = startPlugin(new FigmaDocument());
    await plugin.tell({ type: "close" });
    assert.equal(plugin.ports.closings.length, 1);
    assert.deepEqual(plugin.errors, []);
  });

  test("a message nobody understands is answered, not obeyed", async () => {
    const document = new FigmaDocument();
    const plugin = startPlugin(document);
    const before = document.tree(document.rootId);
    await plugin.tell({ type: "insert", requestId: 5, layerId: "1:1" });
    const answer = last(plugin, "failed");
    assert.deepEqual(answer?.type === "failed" && [answer.requestId, answer.error.code], [5, "bad_request"]);
    assert.deepEqual(document.tree(document.rootId), before);
    assert.deepEqual(plugin.errors, []);
  });
});
