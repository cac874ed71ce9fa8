import assert from "node:assert/strict";
import { test } from "node:test";
import { respelt } from "./respelt.ts";

test("an order's own words are put right by one letter", () => {
  assert.equal(respelt("plese remvoe the waterkmark"), "please remove the watermark");
});

test("what is quoted, what spelling is spoken of, names and other words stay", () => {
  for (const said of [
    'change "Plese wait" to "Please wait"',
    "fix the typo, backgruond should be background",
    "change Bottun to Button",
    "brighten the shadows and replay the images",
    "replaced, removes, deleted and watermarks",
  ])
    assert.equal(respelt(said), said);
});
