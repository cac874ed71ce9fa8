import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { VariantLayout } from "../../../protocol/bridge.ts";
import { apply, type Rect } from "../../../protocol/geometry.ts";
import { expectType, provenanceFor } from "../../fixtures/panel-answers.ts";
import type { EngineNode } from "./adapter/engine.ts";
import { pageBox, pageMatrix } from "./adapter/place.ts";
import { addPicture, engine, imageOf, named, openNew, pageOf, parentOf, patch, picture, pluginDataOf, throughFile } from "./kit.ts";

const RECT: Rect<"image"> = { x: 40, y: 20, width: 120, height: 64 };
const COLOURS = ["#ff0000", "#00ff00", "#0000ff"];
const RECIPE = '{"mode":"seeds"}';

async function place(layout: VariantLayout, property: string, labels: readonly string[]) {
  const { plugin, graph, source } = await openNew((g, page) => addPicture(g, page));
  const { placement } = expectType(await plugin.ask({ type: "export", layerId: source }), "exported");
  const bytes = await Promise.all(labels.map((_, i) => patch(RECT, COLOURS[i]!)));
  const items = [];
  for (const [i, label] of labels.entries()) {
    const { imageHash } = expectType(await plugin.ask({ type: "store", bytes: bytes[i]! }), "stored");
    items.push({ label, name: `Emend · ${label}`, pieces: [{ rect: RECT, imageHash }], provenance: provenanceFor(source) });
  }
  const answer = await plugin.ask({ type: "vary", layerId: source, placement, layout, property, name: "Price", items, recipe: RECIPE });
  expectType(answer, "varied");
  return { opened: await throughFile(graph), bytes };
}

const apart = (a: Rect<"canvas">, b: Rect<"canvas">): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe("variants in a real .fig", () => {
  const labels = ["A", "B", "C"];

  test("are one component set with one property, each a copy of the source with its own patch", async () => {
    const { opened, bytes } = await place("set", "Variant", labels);
    const set = named(opened, "Price");
    assert.equal(set.type, "COMPONENT_SET");
    const [definition] = set.componentPropertyDefinitions;
    assert.deepEqual([definition?.name, definition?.type, definition?.variantOptions], ["Variant", "VARIANT", labels]);
    assert.equal(pluginDataOf(set, "emend.recipe"), RECIPE);
    for (const [i, label] of labels.entries()) {
      const component = named(opened, `Variant=${label}`);
      assert.deepEqual([component.type, parentOf(opened, component).id], ["COMPONENT", set.id]);
      assert.deepEqual(component.componentPropertyValues, { Variant: label });
      const [copy, layer] = component.childIds.map((id) => opened.getNode(id)!);
      assert.deepEqual(imageOf(opened, copy!), new Uint8Array(await picture(400, 200)));
      assert.deepEqual(imageOf(opened, layer!), new Uint8Array(bytes[i]!));
      const [is, shall] = [
        apply(pageMatrix(opened, layer!), { x: 0, y: 0 }),
        apply(pageMatrix(opened, copy!), { x: RECT.x / 2, y: RECT.y / 2 }),
      ];
      assert.ok(Math.hypot(is.x - shall.x, is.y - shall.y) < 1e-3);
    }
  });

  test("an instance made in the opened file shows the patch of its variant", async () => {
    const { opened, bytes } = await place("set", "Variant", labels);
    const instance = opened.createInstance(named(opened, "Variant=B").id, pageOf(opened).id)!;
    const shown = opened.getNode(instance.id)?.childIds.map((id) => opened.getNode(id) as EngineNode) ?? [];
    assert.deepEqual(imageOf(opened, shown[1]!), new Uint8Array(bytes[1]!));
  });

  test("localised, they are one frame for each market, none over another, each with its record", async () => {
    const markets = ["de-DE", "fr-FR", "ar-SA"];
    const { opened, bytes } = await place("frames", "Locale", markets);
    engine.computeAllLayouts(opened);
    const frames = markets.map((market) => named(opened, `Price · ${market}`));
    for (const [i, frame] of frames.entries()) {
      assert.deepEqual([frame.type, parentOf(opened, frame).id, frame.childIds.length], ["FRAME", pageOf(opened).id, 2]);
      assert.deepEqual([frame.width, frame.height], [200, 100]);
      assert.equal(JSON.parse(pluginDataOf(frame, "emend") ?? "{}").jobId, "job-0001");
      assert.equal(pluginDataOf(frame, "emend.recipe"), RECIPE);
      assert.deepEqual(imageOf(opened, opened.getNode(frame.childIds[1]!)!), new Uint8Array(bytes[i]!));
    }
    const boxes = [...pageOf(opened).childIds.map((id) => pageBox(opened, opened.getNode(id)!))];
    assert.ok(boxes.every((a, i) => boxes.every((b, j) => i === j || apart(a, b))));
  });

  test("as a contact sheet they lie in one frame with their labels as text", async () => {
    const { opened } = await place("sheet", "Variant", labels);
    const sheet = named(opened, "Price");
    const texts = sheet.childIds.map((id) => opened.getNode(id)!).filter((node) => node.type === "TEXT");
    assert.deepEqual(texts.map((t) => t.text).toSorted(), labels);
  });
});
