import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { test } from "node:test";
import { downloadResult } from "./download-result.ts";

const signal = new AbortController().signal;

test("a name that resolves to this machine is not connected to", async (t) => {
  let connections = 0;
  const canary = createServer(() => connections++);
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  t.after(() => canary.close());
  const { port } = canary.address() as AddressInfo;
  const done = await downloadResult("https://localhost/result.png", { hosts: ["localhost"], connection: { port } }, signal);
  assert.equal(!done.ok && done.error.code, "engine_failed");
  assert.equal(connections, 0);
});

test("an address off the list is refused unasked", async () => {
  const done = await downloadResult("https://elsewhere.example/a.png", { hosts: ["cdn.example.com"] }, signal);
  assert.match(done.ok ? "" : done.error.message, /must not be fetched/);
});
