import assert from "node:assert/strict";
import { test } from "node:test";
import { type BridgeNews, PanelBridge, readToPanel } from "./panel-bridge.ts";

type Take = (event: { readonly source: unknown; readonly data: unknown }) => void;

function stage() {
  const host = { name: "host" };
  const posted: { pluginMessage: { type: string; requestId?: number } }[] = [];
  const timers: { delayMs: number; run: () => void; stopped: boolean }[] = [];
  const news: BridgeNews[] = [];
  let take: Take | undefined;
  const bridge = new PanelBridge(
    {
      host,
      post: (message) => posted.push(message as (typeof posted)[number]),
      listen: (listener) => {
        take = listener;
        return () => {
          take = undefined;
        };
      },
      after: (delayMs, run) => {
        const timer = { delayMs, run, stopped: false };
        timers.push(timer);
        return () => {
          timer.stopped = true;
        };
      },
    },
    (message) => news.push(message),
  );
  const say = (pluginMessage: unknown, source: unknown = host) => take?.({ source, data: { pluginMessage } });
  return { bridge, posted, timers, news, say, listening: () => take !== undefined };
}

const selection = { type: "selection", layers: [] };

test("a message from another window than the host is dropped", () => {
  const { news, say } = stage();
  say(selection, { name: "stranger" });
  assert.deepEqual(news, []);
  say(selection);
  assert.deepEqual(news, [{ type: "selection", layers: [] }]);
});

test("messages of an unknown type or a wrong shape are dropped", () => {
  const { news, say } = stage();
  for (const bad of [{ type: "evil" }, { type: "selection", layers: "all" }, undefined, 7, { type: "init" }]) say(bad);
  assert.deepEqual(news, []);
});

test("data without Figma's envelope is not a message", () => {
  assert.equal(readToPanel(selection), undefined);
  assert.equal(readToPanel(null), undefined);
  assert.deepEqual(readToPanel({ pluginMessage: selection }), selection);
});

test("each reply reaches the request with its number, whatever the order", async () => {
  const { bridge, posted, say } = stage();
  const first = bridge.request({ type: "discard", nodeId: "1:1" });
  const second = bridge.request({ type: "discard", nodeId: "1:2" });
  const ids = posted.map((p) => p.pluginMessage.requestId);
  say({ type: "done", requestId: ids[1] });
  say({ type: "failed", requestId: ids[0], error: { code: "insertion_failed", message: "Locked.", retryable: false } });
  assert.deepEqual(await second, { ok: true, value: { type: "done", requestId: ids[1] } });
  assert.deepEqual(await first, { ok: false, error: { code: "insertion_failed", message: "Locked.", retryable: false } });
});

test("a request nobody answers fails in time, and its late reply is ignored", async () => {
  const { bridge, posted, timers, say, news } = stage();
  const answer = bridge.request({ type: "visible", nodeId: "1:1", visible: true });
  assert.equal(timers[0]?.delayMs, 10_000);
  timers[0]?.run();
  const result = await answer;
  assert.equal(!result.ok && result.error.code, "internal");
  say({ type: "done", requestId: posted[0]?.pluginMessage.requestId });
  assert.deepEqual(news, []);
});

test("an answered request stops its timer", async () => {
  const { bridge, posted, timers, say } = stage();
  const answer = bridge.request({ type: "discard", nodeId: "1:1" });
  say({ type: "done", requestId: posted[0]?.pluginMessage.requestId });
  await answer;
  assert.deepEqual(
    timers.map((t) => t.stopped),
    [true],
  );
});

test("exported bytes arrive as they are", async () => {
  const { bridge, posted, say } = stage();
  const answer = bridge.request({ type: "export", layerId: "1:1" });
  const bytes = new Uint8Array([137, 80, 78, 71]);
  const transform = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  const placement = { transform, width: 10, height: 5, imageWidth: 20, imageHeight: 10 };
  say({ type: "exported", requestId: posted[0]?.pluginMessage.requestId, layerId: "1:1", bytes, original: true, placement });
  const result = await answer;
  assert.equal(result.ok && result.value.type === "exported" && result.value.bytes, bytes);
});

test("disposing stops listening and settles what is open", async () => {
  const { bridge, listening } = stage();
  const answer = bridge.request({ type: "discard", nodeId: "1:1" });
  bridge.dispose();
  assert.equal(listening(), false);
  const result = await answer;
  assert.equal(!result.ok && result.error.code, "cancelled");
});
