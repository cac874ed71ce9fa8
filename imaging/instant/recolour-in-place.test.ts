import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../raster/colour.ts";
import { createFloatImage, createMask, type RasterImage } from "../raster/raster.ts";
import { lineFrame } from "../text/frame.ts";
import { recolouredInPlace } from "./recolour-in-place.ts";

const [WIDTH, HEIGHT, INK, GROUND]: readonly [number, number, Rgb, Rgb] = [40, 20, [20, 30, 60], [230, 220, 200]];

/** A bar for a letter, in a type nobody knows. */
function seen(seenAlike: number) {
  const [pixels, around, fillMask] = [createFloatImage(WIDTH, HEIGHT), createFloatImage(WIDTH, HEIGHT), createMask(WIDTH, HEIGHT)];
  const source: RasterImage = { width: WIDTH, height: HEIGHT, data: new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255) };
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const inked = i % WIDTH >= 10 && i % WIDTH < 30 && Math.floor(i / WIDTH) >= 6 && Math.floor(i / WIDTH) < 14;
    fillMask.data[i] = inked ? 255 : 0;
    for (let c = 0; c < 3; c++) {
      pixels.data[i * 3 + c] = (inked ? INK : GROUND)[c];
      source.data[i * 4 + c] = (inked ? INK : GROUND)[c];
      around.data[i * 3 + c] = GROUND[c];
    }
  }
  const rect = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
  const frame = lineFrame({ cx: 20, cy: 10, width: 24, height: 12, angle: 0 }, rect);
  const fill = { width: WIDTH, height: HEIGHT, data: Float32Array.from(fillMask.data, (m) => m / 255) };
  const matte = { fill, fillMask, around, colours: { overall: INK, cells: [INK], halfStroke: 4 }, perCharacter: false, edges: [-99, 99] };
  const paint = { kind: "solid", colour: INK } as const;
  const reconstruction = { region: { rect, pixels }, frame, matte, paint, text: "I", seenAlike, shadow: undefined };
  return { source, reconstruction: reconstruction as unknown as Parameters<typeof recolouredInPlace>[1]["reconstruction"] };
}

test("letters of a type nobody knows keep their form in another colour; well-known ones are drawn", () => {
  const { source, reconstruction } = seen(0.7);
  const red = recolouredInPlace(source, { reconstruction, text: "I", wish: { colour: "#ff0000" } });
  assert.ok(red && red.sure > 0.9 && red.reasons.length === 0);
  const pixel = (x: number, y: number) => [...red.laid.image.data.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3)];
  assert.deepEqual(pixel(20, 10), [255, 0, 0]);
  assert.deepEqual(pixel(5, 10), [...GROUND]);
  assert.equal(recolouredInPlace(source, { ...seen(0.99), text: "I", wish: { colour: "#ff0000" } }), undefined);
});

test("whoever asks for more than a colour, or for other letters, gets letters drawn anew", () => {
  const { source, reconstruction } = seen(0.7);
  assert.equal(recolouredInPlace(source, { reconstruction, text: "I", wish: { colour: "#ff0000", weight: 700 } }), undefined);
  assert.equal(recolouredInPlace(source, { reconstruction, text: "L", wish: { colour: "#ff0000" } }), undefined);
});
