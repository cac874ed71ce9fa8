import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster } from "../../imaging/raster/raster.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import type { TextEngine } from "../engines/engine.ts";
import { showsText } from "./shows-text.ts";

/** One text found, in the cut that is looked at: 60 × 20 from (20, 20). */
const reader = {
  capabilities: () => ({ operations: [] }),
  read: async () => ["AB 123"],
  find: async () => [
    {
      string: "AB 123",
      confidence: 0.9,
      quad: [
        { x: 20, y: 20 },
        { x: 80, y: 20 },
        { x: 80, y: 40 },
        { x: 20, y: 40 },
      ],
    } as unknown as FoundText,
  ],
} as unknown as TextEngine;

const shows = async (region: Rect<"image">, engines = [reader]): Promise<boolean> => {
  const told = await showsText(engines, createRaster(400, 300), { region, signal: new AbortController().signal });
  assert.ok(told.ok);
  return told.value;
};

test("an area drawn around lettering shows text; one around a thing with a number plate does not", async () => {
  assert.equal(await shows({ x: 0, y: 0, width: 100, height: 60 }), true);
  assert.equal(await shows({ x: 0, y: 0, width: 400, height: 300 }), false);
  assert.equal(await shows({ x: 0, y: 0, width: 100, height: 60 }, []), false, "nobody here can read");
});
