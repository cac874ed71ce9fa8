import assert from "node:assert/strict";
import { test } from "node:test";
import type { Provenance } from "../../protocol/bridge.ts";
import { provenanceText, relaunchLine, utf8Length } from "./layer-marks.ts";

const provenance = (instruction: string): Provenance => ({
  version: 1,
  jobId: "job-1",
  sourceNode: "1:2",
  sourceName: "Poster",
  source: "a".repeat(64),
  patch: "b".repeat(64),
  instruction,
  engine: "instant",
  confidence: 0.9,
  outsideChanged: 0,
  seed: 1,
  createdAt: "2026-11-21T00:00:00Z",
});

test("UTF-8 length is counted without an encoder", () => {
  for (const text of ["", "abc", "é", "价格¥199", "😀 ok", "\ud800"]) assert.equal(utf8Length(text), Buffer.byteLength(text), text);
});

test("a record is refused before it exceeds what Figma keeps", () => {
  assert.equal(provenanceText(provenance("改".repeat(2000))).ok, true);
  const refused = provenanceText(provenance("改".repeat(32_000)));
  assert.equal(!refused.ok && refused.error.code, "insertion_failed");
});

test("the relaunch line is cut between characters", () => {
  assert.equal(relaunchLine("short"), "short");
  const line = relaunchLine("😀".repeat(200));
  assert.equal(Array.from(line).length, 120);
  assert.ok(line.endsWith("😀…"));
});
