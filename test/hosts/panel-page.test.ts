import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { bundlePanel } from "../../scripts/build/bundle-panel.ts";
import { ROOT } from "./plugin-run.ts";

const page = await bundlePanel(ROOT);

test("the panel is one page that loads nothing", () => {
  assert.match(page, /^<!doctype html>/);
  assert.equal(page.match(/<script/g)?.length, 1);
  assert.doesNotMatch(page, /<(script|link|img|iframe)[^>]*\s(src|href)=|@import|url\(["']?https?:/i);
  assert.equal(page.trimEnd().endsWith("</body></html>"), true);
});

test("the panel stays within 80 kB gzip", () => {
  assert.ok(gzipSync(page).length <= 80 * 1000, `${gzipSync(page).length} bytes`);
});
