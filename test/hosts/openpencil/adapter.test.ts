import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Affine } from "../../../protocol/geometry.ts";
import { hostPlugin } from "./adapter/figma-host.ts";
import { pageMatrix, placeNode, relativeMatrix } from "./adapter/place.ts";
import { addPicture, engine, pageOf } from "./kit.ts";

const near = (a: Affine, b: Affine): boolean => a.flat().every((value, i) => Math.abs(value - (b.flat()[i] ?? Number.NaN)) < 1e-9);

describe("the adapter between Figma's rules and the engine's", () => {
  test("its matrices are those the engine itself gives, turned, mirrored and nested", async () => {
    const graph = new engine.SceneGraph();
    const frame = graph.createNode("FRAME", pageOf(graph).id, { x: 30, y: 40, width: 300, height: 200, rotation: 25 });
    for (const values of [{}, { rotation: 70 }, { flipX: true }, { flipY: true, rotation: -15 }]) {
      const id = await addPicture(graph, frame.id, values);
      const own = new engine.FigmaAPI(graph).wrapNode(id).absoluteTransform as Affine;
      assert.ok(near(pageMatrix(graph, graph.getNode(id)!), own), JSON.stringify(values));
    }
  });

  test("a transform that is set is the transform that is read, in a group too", async () => {
    const graph = new engine.SceneGraph();
    const frame = graph.createNode("FRAME", pageOf(graph).id, { x: 30, y: 40, width: 300, height: 200, rotation: 25 });
    const group = graph.createNode("GROUP", frame.id, { x: 11, y: 12, width: 100, height: 100 });
    const id = await addPicture(graph, group.id);
    const wanted: Affine = [
      [0.6, 0.8, 17],
      [0.8, -0.6, 23],
    ];
    placeNode(graph, graph.getNode(id)!, wanted);
    assert.ok(near(relativeMatrix(graph, graph.getNode(id)!), wanted));
  });

  test("bytes that are no picture, an index out of bounds and a font the engine lacks are refused", async () => {
    const graph = new engine.SceneGraph();
    const { figma } = hostPlugin(engine, graph);
    const api = figma as {
      createImage(bytes: Uint8Array): unknown;
      createRectangle(): object;
      currentPage: { insertChild(index: number, child: object): void };
      loadFontAsync(font: { family: string; style: string }): Promise<void>;
    };
    assert.throws(() => api.createImage(new Uint8Array([1, 2, 3])), /unsupported/);
    assert.throws(() => api.currentPage.insertChild(9, api.createRectangle()), /out of bounds/);
    await assert.rejects(api.loadFontAsync({ family: "No Such Face", style: "Regular" }), /could not be loaded/);
  });
});
