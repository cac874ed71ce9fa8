import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { callbackUrl } from "./callback-url.ts";
import { postCallback } from "./post-callback.ts";

const LISTED = ["cms.internal", "localhost:3000", "*.hooks.example.com", "10.0.0.7"];

test("public names over https, and what is listed, may be called", () => {
  for (const text of [
    "https://example.com/done?x=1",
    "http://cms.internal/hook",
    "http://localhost:3000/",
    "https://eu.hooks.example.com:8443/",
    "http://10.0.0.7/",
  ])
    assert.ok(callbackUrl(text, LISTED), text);
});

test("nothing else may: numbers, this machine, plain http, other ports, other schemes, names of this network", () => {
  for (const text of [
    "http://example.com/",
    "https://example.com:8443/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.7]/",
    "https://localhost/",
    "http://localhost:3001/",
    "https://router/",
    "https://u:p@example.com/",
    "https://evilhooks.example.com.evil.test:1/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "",
  ])
    assert.equal(callbackUrl(text, LISTED), undefined, text);
});

test("a public name that leads to this machine is not connected to", async (t) => {
  let connections = 0;
  const canary = createServer(() => connections++);
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  t.after(() => canary.close());
  const { port } = canary.address() as AddressInfo;
  const never = new AbortController().signal;
  for (const url of [`https://localhost:${port}/`, `https://127.0.0.1:${port}/`, "https://localtest.me/"])
    assert.equal(await postCallback({ url, body: "{}", headers: {}, listed: [] }, never), 0, url);
  assert.equal(connections, 0);
});
