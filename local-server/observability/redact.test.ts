import assert from "node:assert/strict";
import { test } from "node:test";
import { createLogger } from "./logger.ts";
import { redact } from "./redact.ts";

test("codes, ids, numbers and digests stand; words, paths and tokens do not", () => {
  for (const value of [
    "engine_failed",
    "0f8b3a5e-1b1d-4f2c-9a57-1a2b3c4d5e6f",
    "child-host.ts:12",
    "SIGKILL",
    "",
    "a".repeat(64),
    7,
    true,
    undefined,
  ])
    assert.equal(redact(value), value);
  for (const value of ["change ¥199 to ¥169", "/home/anna/poster.png", "C:\\posters", "x".repeat(43), "年度热销", "two words"])
    assert.equal(redact(value), "[redacted]");
});

test("the logger writes no field that was not looked at", () => {
  const lines: string[] = [];
  createLogger("debug", (line) => lines.push(line)).info("job_end", { job: "abc", note: "change the price" });
  assert.match(lines[0]!, /"job":"abc","note":"\[redacted\]"/);
});
