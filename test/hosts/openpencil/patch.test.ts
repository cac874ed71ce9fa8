import assert from "node:assert/strict";
import { describe, test } from "node:test";
import sharp from "sharp";
import type { Rect } from "../../../protocol/geometry.ts";
import { expectType, provenanceFor } from "../../fixtures/panel-answers.ts";
import type { EngineGraph } from "./adapter/engine.ts";
import {
  addPicture,
  displacement,
  engine,
  imageOf,
  named,
  openNew,
  pageOf,
  parentOf,
  patch,
  picture,
  pluginDataOf,
  reopenPlugin,
  throughFile,
  wantedCorners,
} from "./kit.ts";

const RECT: Rect<"image"> = { x: 40, y: 20, width: 120, height: 64 };
const NAME = "Emend · ¥199 → ¥169";

type Build = (graph: EngineGraph, page: string) => Promise<string>;

async function insertInto(build: Build) {
  const { plugin, graph, source } = await openNew(build);
  const exported = expectType(await plugin.ask({ type: "export", layerId: source }), "exported");
  const bytes = await patch(RECT, "#ff3300");
  const before = structuredClone(graph.getNode(source));
  const provenance = provenanceFor(source);
  const answer = await plugin.ask({
    type: "insert",
    layerId: source,
    placement: exported.placement,
    rect: RECT,
    bytes,
    name: NAME,
    provenance,
  });
  expectType(answer, "inserted");
  assert.deepEqual({ ...graph.getNode(source) }, before, "the source is as it was");
  return { plugin, graph, source, exported, bytes, provenance };
}

const CASES: readonly (readonly [string, string, Build])[] = [
  ["on the page", "Page 1", (g, page) => addPicture(g, page)],
  [
    "between other layers",
    "Page 1",
    async (g, page) => {
      g.createNode("ELLIPSE", page, { name: "Below" });
      const source = await addPicture(g, page);
      g.createNode("ELLIPSE", page, { name: "Above" });
      return source;
    },
  ],
  [
    "in a frame in a frame",
    "Card",
    async (g, page) => {
      const outer = g.createNode("FRAME", page, { name: "Board", x: 300, y: -200, width: 600, height: 400 });
      return addPicture(g, g.createNode("FRAME", outer.id, { name: "Card", x: 25, y: 35, width: 300, height: 200 }).id);
    },
  ],
  ["turned by 20 degrees", "Page 1", (g, page) => addPicture(g, page, { rotation: 20 })],
  [
    "turned and mirrored in a turned frame",
    "Leaning",
    async (g, page) => {
      const frame = g.createNode("FRAME", page, { name: "Leaning", x: 200, y: 100, width: 400, height: 300, rotation: -35 });
      return addPicture(g, frame.id, { rotation: 10, flipY: true });
    },
  ],
  [
    "in a group",
    "Group",
    async (g, page) => {
      const group = g.createNode("GROUP", page, { name: "Group", x: 90, y: 80, width: 300, height: 200 });
      return addPicture(g, group.id, { x: 10, y: 20 });
    },
  ],
  [
    "in auto layout",
    "Row",
    async (g, page) => {
      const row = g.createNode("FRAME", page, { name: "Row", x: 70, y: 80, width: 700, height: 160, layoutMode: "HORIZONTAL" });
      g.createNode("RECTANGLE", row.id, { name: "First", width: 50, height: 50 });
      return addPicture(g, row.id);
    },
  ],
];

describe("a patch in a real .fig", () => {
  for (const [where, parent, build] of CASES) {
    test(`${where}: parent, order, place, name, records and bytes are there when the file is opened again`, async () => {
      const { graph, exported, bytes, provenance } = await insertInto(build);
      const opened = await throughFile(graph);
      const layer = named(opened, NAME);
      const home = parentOf(opened, layer);
      assert.equal(home.name, parent);
      const order = home.childIds.map((id) => opened.getNode(id)?.name);
      assert.equal(order.indexOf(NAME), order.indexOf("Picture") + 1, order.join());
      assert.ok(displacement(opened, layer, wantedCorners(exported.placement, RECT)) < 1e-3);
      assert.deepEqual(JSON.parse(pluginDataOf(layer, "emend") ?? "{}"), provenance);
      assert.deepEqual(
        layer.pluginRelaunchData.map(({ command, message }) => [command, message]),
        [["edit", provenance.instruction]],
      );
      assert.deepEqual(imageOf(opened, layer), new Uint8Array(bytes));
    });
  }

  test("in auto layout it is out of the flow, so its neighbours stay", async () => {
    const { graph } = await insertInto(CASES[6]![2]);
    const places = (g: EngineGraph) => ["First", "Picture"].map((name) => [named(g, name).x, named(g, name).y]);
    const before = places(graph);
    const opened = await throughFile(graph);
    engine.computeAllLayouts(opened);
    assert.equal(named(opened, NAME).layoutPositioning, "ABSOLUTE");
    assert.deepEqual(places(opened), before);
  });

  test("a plain picture is exported as its own bytes, a decorated one as the engine draws it", async () => {
    const plain = await insertInto(CASES[0]![2]);
    assert.equal(plain.exported.original, true);
    assert.deepEqual(plain.exported.bytes, await picture(400, 200));
    const { plugin, source } = await openNew((g, page) => addPicture(g, page, { cornerRadius: 12 } as object));
    const drawn = expectType(await plugin.ask({ type: "export", layerId: source }), "exported");
    assert.equal(drawn.original, false);
    const { width, height } = await sharp(drawn.bytes).metadata();
    assert.deepEqual([width, height], [400, 200]);
  });

  test("the engine draws the opened file with the patch where it belongs and the picture around it", async () => {
    const { graph } = await insertInto(CASES[0]![2]);
    const opened = await throughFile(graph);
    const ids = ["Picture", NAME].map((name) => named(opened, name).id);
    const drawn = await engine.headlessRenderNodes(opened, pageOf(opened).id, ids, { scale: 2, format: "PNG" });
    const { data, info } = await sharp(drawn ?? new Uint8Array())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray(3 * (y * info.width + x), 3 * (y * info.width + x) + 3)];
    assert.deepEqual([info.width, info.height], [400, 200]);
    assert.deepEqual(at(RECT.x + 60, RECT.y + 32), [255, 51, 0]);
    const [r = 0, g = 0] = at(300, 150);
    assert.ok(Math.abs(r - (255 * 300) / 400) < 4 && Math.abs(g - (255 * 150) / 200) < 4, `${r}, ${g}`);
  });

  test("the plugin knows its layer in the opened file, and lays the next one above it", async () => {
    const { graph, exported, bytes } = await insertInto(CASES[1]![2]);
    const opened = await throughFile(graph);
    const plugin = reopenPlugin(opened);
    plugin.select([named(opened, NAME).id]);
    const selection = expectType(plugin.posted.at(-1) as never, "selection");
    assert.equal(JSON.parse(selection.layers[0]?.provenance ?? "{}").jobId, "job-0001");
    const source = named(opened, "Picture").id;
    const again = { ...provenanceFor(source), jobId: "job-0002" };
    const answer = await plugin.ask({
      type: "insert",
      layerId: source,
      placement: exported.placement,
      rect: RECT,
      bytes,
      name: "Second",
      provenance: again,
    });
    expectType(answer, "inserted");
    const twice = await throughFile(opened);
    const order = pageOf(twice).childIds.map((id) => twice.getNode(id)?.name);
    assert.deepEqual(order, ["Below", "Picture", NAME, "Second", "Above"]);
  });

  test("a patch larger than one picture may be lies in one frame, tile beside tile", async () => {
    const { plugin, graph, source } = await openNew((g, page) => addPicture(g, page));
    const { placement } = expectType(await plugin.ask({ type: "export", layerId: source }), "exported");
    const [left, right]: Rect<"image">[] = [
      { x: 10, y: 10, width: 60, height: 40 },
      { x: 70, y: 10, width: 30, height: 40 },
    ];
    const tiles = [{ rect: right!, bytes: await patch(right!, "#00ff00") }];
    const bytes = await patch(left!, "#0000ff");
    const answer = await plugin.ask({
      type: "insert",
      layerId: source,
      placement,
      rect: left!,
      bytes,
      tiles,
      name: NAME,
      provenance: provenanceFor(source),
    });
    expectType(answer, "inserted");
    const opened = await throughFile(graph);
    const frame = named(opened, NAME);
    assert.deepEqual([frame.type, frame.fills, frame.childIds.length], ["FRAME", [], 2]);
    for (const [i, rect] of [left!, right!].entries())
      assert.ok(displacement(opened, named(opened, `Tile ${i + 1}`), wantedCorners(placement, rect)) < 1e-3);
  });
});
