import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { bundlePanel } from "../../scripts/build/bundle-panel.ts";
import { messageNames } from "../../scripts/build/message-names.ts";
import { shortEventNames, withShortNames } from "../../scripts/build/short-event-names.ts";
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

test("events and effects have a short name each, of the same area, and what the protocol speaks of keeps its own", () => {
  const names = shortEventNames(ROOT);
  assert.equal(new Set(names.values()).size, names.size);
  assert.ok(names.size > 100 && [...names].every(([long, short]) => long.split(".")[0] === short.split(".")[0]));
  assert.ok(!names.has("job.get") && !names.has("text.replace") && !names.has("history.again"));
  const script = 'f({type:"history.act.failed",kind:"text.replace",words:"history.act.failed or so"})';
  const short = names.get("history.act.failed");
  assert.equal(withShortNames(script, names), `f({type:"${short}",kind:"text.replace",words:"history.act.failed or so"})`);
});

test("a name of the message catalogue is shortened only where nobody says it as a string or over the wire", () => {
  const names = messageNames(ROOT);
  assert.ok(names.size > 100 && names.has("copyDiagnostics"));
  for (const said of ["shell", "layer", "approve", "original", "instruction"]) assert.ok(!names.has(said), said);
  for (const name of ["copyDiagnostics", "nothingFound", "updateCompanion"]) assert.ok(!page.includes(name), name);
});
