import assert from "node:assert/strict";
import { test } from "node:test";
import { leaks } from "./leak.ts";

test("a credit in place of a credit is a wording, a state in place of a thing is none", () => {
  const credit = (target: string, value: string) => leaks({ kind: "object.replace", target, value }, []);
  assert.equal(credit("hosted by Ana Ruiz", "hosted by Tom Lee"), false);
  assert.equal(credit("curtains", "closed by the window"), true);
  assert.equal(credit("candles", "lit"), true);
});
