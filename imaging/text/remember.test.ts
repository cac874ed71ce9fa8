import assert from "node:assert/strict";
import { test } from "node:test";
import { remember } from "./remember.ts";

test("what was made for a key is made once, and a full memory starts anew", () => {
  const made: string[] = [];
  const recall = remember<string>(2);
  const make = (key: string): string => {
    made.push(key);
    return `${key}!`;
  };
  const ask = (key: string) => recall(key, () => make(key));
  assert.deepEqual(["a", "b", "a", "c", "a"].map(ask), ["a!", "b!", "a!", "c!", "a!"]);
  assert.deepEqual(made, ["a", "b", "c", "a"]);
});
