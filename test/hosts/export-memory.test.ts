import assert from "node:assert/strict";
import { test } from "node:test";
import { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { NodeRecord } from "../../playground/document/node-record.ts";
import { loadQuickJs } from "../../playground/host/load-quickjs.ts";
import { runPlugin } from "../../playground/host/run-plugin.ts";
import { recordPorts } from "../fakes/session-ports.ts";
import { bundle, MANIFEST, PANEL, pngOf } from "./plugin-run.ts";
import { add } from "./scene.ts";

const PICTURE_BYTES = 8_000_000;
const LAYERS = 8;

/** A layer with a picture of its own; only header and length of a picture matter here. */
function addLargePicture(document: FigmaDocument, n: number): string {
  const bytes = new Uint8Array(PICTURE_BYTES).fill(n);
  bytes.set(pngOf(400, 200));
  const { hash } = document.images.add(bytes);
  const fills: NodeRecord["fills"] = [
    { type: "IMAGE", imageHash: hash, scaleMode: "FILL", visible: true, opacity: 1, blendMode: "NORMAL" },
  ];
  return add(document, "RECTANGLE", document.currentPageId, { width: 200, height: 100, fills });
}

test("the plugin keeps no picture once it was sent: exporting many layers takes no more memory than exporting two", async () => {
  const engine = await loadQuickJs();
  const document = new FigmaDocument();
  const layers = Array.from({ length: LAYERS }, (_, n) => addLargePicture(document, n));
  const ports = recordPorts();
  const plugin = runPlugin({ engine, bundle, document, ports, manifest: MANIFEST, html: PANEL });
  const taken: number[] = [];
  for (const [n, layerId] of layers.entries()) {
    plugin.postToPlugin({ type: "export", requestId: n, layerId });
    await plugin.whenIdle();
    const exported = ports.posted.splice(0).find((m) => (m as { readonly type: string }).type === "exported");
    assert.equal((exported as { readonly bytes: Uint8Array }).bytes.length, PICTURE_BYTES);
    taken.push(engine.getWasmMemory().buffer.byteLength);
  }
  assert.deepEqual(taken.slice(2), Array(LAYERS - 2).fill(taken[1]));
  plugin.dispose();
});
