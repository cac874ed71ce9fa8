import assert from "node:assert/strict";
import { Socket } from "node:net";
import { test } from "node:test";
import { StrangerList } from "./stranger-list.ts";

test("beyond the room for strangers the oldest goes, and those who are known stay", () => {
  const list = new StrangerList();
  const [known, oldest] = [new Socket(), new Socket()];
  list.greet(known);
  list.greet(oldest);
  list.know(known);
  for (let i = 0; i < 256; i++) list.greet(new Socket());
  assert.equal(list.size, 256);
  assert.equal(oldest.destroyed, true);
  assert.equal(known.destroyed, false);
});
