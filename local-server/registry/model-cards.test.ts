import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { chooseParts } from "./choose-parts.ts";
import { isHub, isPackage, isSet, readModelCards } from "./model-cards.ts";

test("every card is called like its file, and a set's parts are cards", async () => {
  const cards = await readModelCards();
  const files = readdirSync(new URL("../../models", import.meta.url)).filter((name) => name.endsWith(".json"));
  assert.deepEqual(cards.map(({ id }) => `${id}.json`).sort(), files.sort());
  const ids = new Set(cards.map(({ id }) => id));
  for (const set of cards.filter(isSet)) {
    for (const id of [...set.parts, ...set.tiers.flatMap(({ parts }) => parts)]) assert.ok(ids.has(id), `${set.id}: ${id}`);
  }
});

test("a part of the local engine is never larger than what its tier has memory for", async () => {
  const cards = await readModelCards();
  const set = cards.find(({ id }) => id === "qwen-image-edit-2509");
  assert.ok(set !== undefined && isSet(set));
  const bytesOf = (id: string): number => {
    const card = cards.find((candidate) => candidate.id === id);
    return card !== undefined && isHub(card) ? card.files.reduce((sum, { bytes }) => sum + bytes, 0) : 0;
  };
  for (const { vramGiB, ramGiB } of set.tiers.filter((tier) => tier.vramGiB > 0)) {
    const parts = chooseParts(set, { vramGiB, ramGiB });
    const [largest] = parts.map(bytesOf).sort((a, b) => b - a);
    assert.ok((largest ?? 0) < vramGiB * 1024 ** 3, `${vramGiB} GiB: ${parts.join(", ")}`);
    assert.ok(parts.reduce((sum, id) => sum + bytesOf(id), 0) < (vramGiB + ramGiB) * 1024 ** 3);
  }
});

test("a machine gets the tier it has memory for, drivers' rounding forgiven, and the last where it has too little", async () => {
  const set = (await readModelCards()).find(isSet);
  assert.ok(set !== undefined);
  const diffusion = (vramGiB: number, ramGiB = 64): string | undefined => chooseParts(set, { vramGiB, ramGiB })[0];
  assert.equal(diffusion(23.6), "qwen-image-edit-2509-q8-0");
  assert.equal(diffusion(16), "qwen-image-edit-2509-q4-0");
  assert.equal(diffusion(0), "qwen-image-edit-2509-q2-k");
  assert.equal(diffusion(48, 8), "qwen-image-edit-2509-q2-k");
});

test("models that come with Emend are pinned by digest", async () => {
  for (const card of (await readModelCards()).filter(isPackage))
    for (const { sha256 } of card.files) assert.match(sha256, /^[0-9a-f]{64}$/);
});
