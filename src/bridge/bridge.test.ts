import assert from "node:assert/strict";
import { test } from "node:test";
import type { ToPanel } from "../../protocol/bridge.ts";
import { openBridge, type PanelPort } from "./bridge.ts";

/** A panel that records what it is sent; `say` delivers a message and waits until it was dealt with. */
function fakePanel() {
  const sent: ToPanel[] = [];
  const port: PanelPort = { postMessage: (message) => sent.push(message as ToPanel), onmessage: undefined };
  const say = async (message: unknown): Promise<void> => {
    port.onmessage?.(message, undefined as never);
    await new Promise(setImmediate);
  };
  return { port, sent, say };
}

test("a message that keeps the contract reaches the handler, without what does not belong to it", async () => {
  const panel = fakePanel();
  const seen: unknown[] = [];
  openBridge(panel.port, async (message) => void seen.push(message));
  await panel.say({ type: "reveal", nodeId: "1:2", extra: true });
  assert.deepEqual(seen, [{ type: "reveal", nodeId: "1:2" }]);
});

test("a message that breaks it is dropped and answered under its own id", async () => {
  const panel = fakePanel();
  openBridge(panel.port, async () => assert.fail("must not be handled"));
  await panel.say({ type: "export", requestId: 7, layerId: 12 });
  await panel.say({ type: "no such thing" });
  await panel.say("nonsense");
  const answers = panel.sent.map((m) => m.type === "failed" && [m.requestId, m.error.code, m.error.details?.at]);
  assert.deepEqual(answers, [
    [7, "bad_request", "layerId"],
    [-1, "bad_request", "type"],
    [-1, "bad_request", "message"],
  ]);
});

test("a handler that throws is answered without its words or its stack", async () => {
  const panel = fakePanel();
  openBridge(panel.port, async () => {
    throw new TypeError("secret /home/me");
  });
  await panel.say({ type: "discard", requestId: 3, nodeId: "1:2" });
  assert.equal(panel.sent[0]?.type === "failed" && panel.sent[0].error.code, "internal");
  assert.doesNotMatch(JSON.stringify(panel.sent), /secret|home|\.ts/);
});

test("a message to the panel that breaks the contract is a bug and throws", () => {
  const { port } = fakePanel();
  const bridge = openBridge(port, async () => {});
  assert.throws(() => bridge.send({ type: "done" } as never));
});

test("after closing nothing is heard", async () => {
  const panel = fakePanel();
  openBridge(panel.port, async () => assert.fail("must not be handled")).close();
  await panel.say({ type: "close" });
  assert.equal(panel.port.onmessage, undefined);
});
