import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LiveText } from "../../../protocol/bridge.ts";
import { apply, type Rect } from "../../../protocol/geometry.ts";
import { live } from "../../fixtures/live-string.ts";
import { expectType, provenanceFor } from "../../fixtures/panel-answers.ts";
import { pageMatrix } from "./adapter/place.ts";
import { addPicture, displacement, imageOf, named, openNew, patch, pluginDataOf, throughFile, wantedCorners } from "./kit.ts";

const RECT: Rect<"image"> = { x: 40, y: 20, width: 120, height: 64 };

async function placed(text: LiveText, rotation = 0) {
  const { plugin, graph, source } = await openNew((g, page) => addPicture(g, page, { rotation }));
  const { placement } = expectType(await plugin.ask({ type: "export", layerId: source }), "exported");
  const bytes = await patch(RECT, "#fff8e0");
  const provenance = provenanceFor(source);
  const answer = await plugin.ask({
    type: "insert",
    layerId: source,
    placement,
    rect: RECT,
    bytes,
    texts: [text],
    name: "Emend",
    provenance,
  });
  expectType(answer, "inserted");
  return { opened: await throughFile(graph), placement, bytes };
}

describe("live text in a real .fig", () => {
  test("lies with its plate in one frame, editable, in the type that was fitted", async () => {
    const { opened, placement, bytes } = await placed(live());
    const frame = named(opened, "Emend");
    const [plate, text] = frame.childIds.map((id) => opened.getNode(id)!);
    assert.ok(plate && text);
    assert.deepEqual([frame.type, plate.name, text.type, text.text], ["FRAME", "Plate", "TEXT", "¥169"]);
    assert.ok(displacement(opened, plate, wantedCorners(placement, RECT)) < 1e-3);
    assert.deepEqual(imageOf(opened, plate), new Uint8Array(bytes));
    assert.equal(JSON.parse(pluginDataOf(frame, "emend") ?? "{}").jobId, "job-0001");
    // 400 × 200 image pixels on 200 × 100 units: half a unit a pixel.
    assert.deepEqual([text.fontFamily, text.fontWeight, text.fontSize, text.letterSpacing], ["Inter", 700, 14, 1]);
    const { r, g, b } = text.fills[0]!.color!;
    assert.deepEqual(
      [r, g, b].map((c) => Math.round(255 * c)),
      [255, 128, 0],
    );
    assert.deepEqual([text.strokes[0]?.weight, text.strokes[0]?.align], [2, "OUTSIDE"]);
    const [shadow] = text.effects;
    assert.deepEqual([shadow?.type, shadow?.offset, shadow?.radius], ["DROP_SHADOW", { x: 1, y: 2 }, 6]);
  });

  for (const [name, degrees, rotation] of [
    ["along a slanted line", 12, 0],
    ["in a turned layer", 8, 35],
  ] as const) {
    test(`${name}: the middle of its box and its direction are those of the ink`, async () => {
      const { opened, placement } = await placed(live(degrees), rotation);
      const text = named(opened, "¥169");
      const matrix = pageMatrix(opened, text);
      const middle = apply(matrix, { x: text.width / 2, y: text.height / 2 });
      const [wanted] = wantedCorners(placement, { x: 100, y: 50, width: 0, height: 0 });
      assert.ok(Math.hypot(middle.x - wanted!.x, middle.y - wanted!.y) < 1e-3, JSON.stringify([middle, wanted]));
      assert.ok(Math.abs(Math.atan2(matrix[1][0], matrix[0][0]) - ((degrees + rotation) * Math.PI) / 180) < 1e-5);
      assert.ok(text.width > 20 && text.width < 60, "the engine's Skia measured the words, not a box of 100");
    });
  }
});
