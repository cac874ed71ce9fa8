import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { sha1 } from "./sha1.ts";

test("names bytes as SHA-1 does, whatever their length and wherever they lie in a buffer", () => {
  const bytes = Uint8Array.from({ length: 400 }, (_, i) => (i * 37) & 255);
  for (let length = 0; length <= 200; length++) {
    const part = bytes.subarray(3, 3 + length);
    assert.equal(sha1(part), createHash("sha1").update(part).digest("hex"), `${length} bytes`);
  }
});
