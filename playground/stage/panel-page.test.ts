import assert from "node:assert/strict";
import { test } from "node:test";
import { connectSources, panelPage } from "./panel-page.ts";

const options = {
  html: "<!doctype html><html><head><title>x</title></head><body>panel</body></html>",
  allowedDomains: ["http://localhost:17320", "ws://localhost:17320"],
  origin: "http://localhost:17320",
  theme: "dark",
  fontSheet: "",
} as const;

test("the panel may connect to what the manifest names and nothing else", () => {
  const page = panelPage(options);
  assert.match(page, /connect-src http:\/\/localhost:17320 ws:\/\/localhost:17320"/);
  assert.match(page, /default-src 'none'/);
});

test("a companion on another port is added by name, under both schemes", () => {
  assert.deepEqual(connectSources(options.allowedDomains, "http://localhost:40001").slice(2), [
    "http://localhost:40001",
    "ws://localhost:40001",
  ]);
  assert.deepEqual(connectSources(options.allowedDomains, "http://127.0.0.1:17320"), options.allowedDomains);
});

test("policy and theme come before anything of the plugin's", () => {
  const page = panelPage(options);
  assert.ok(page.indexOf("Content-Security-Policy") < page.indexOf("<title>"));
  assert.ok(page.indexOf("figma-dark") < page.indexOf("panel</body>"));
});
