import assert from "node:assert/strict";
import { test } from "node:test";
import { finishIn } from "./finish.ts";

test("a finish counts where it stands beside the colour, in front or behind", () => {
  assert.equal(finishIn("matte grey"), "matte");
  assert.equal(finishIn("涂成哑光黑"), "哑光");
  assert.equal(finishIn("red with a glossy finish"), "glossy");
  assert.equal(finishIn("黑色的磨砂质感"), "磨砂");
  assert.equal(finishIn("make the matte bottle darker"), undefined);
  assert.equal(finishIn("dark blue"), undefined);
});
