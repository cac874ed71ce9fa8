import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import type { SeenText } from "../light-step.ts";
import { recolourBackground, removeBackground } from "./change-background.ts";

const LINE = { x: 60, y: 820, width: 240, height: 14 };
const QUAD = [
  { x: LINE.x, y: LINE.y },
  { x: LINE.x + LINE.width, y: LINE.y },
  { x: LINE.x + LINE.width, y: LINE.y + LINE.height },
  { x: LINE.x, y: LINE.y + LINE.height },
];
const SEEN: SeenText = { string: "llll", quad: QUAD, confidence: 0.99 };

/** Far smaller at the separation's size than it is here, with strokes one pixel wide, half a pixel on each side. */
function printedPicture() {
  const { image } = studioPicture({ width: 1100, height: 900, ground: [255, 150, 180], subject: [60, 60, 60] });
  for (let y = LINE.y; y < LINE.y + LINE.height; y++) {
    for (let x = LINE.x; x < LINE.x + LINE.width; x++) {
      const ink = x % 5 === 0 ? 1 : x % 5 === 1 ? 0.5 : 0;
      for (let c = 0; c < 3; c++) image.data[(y * image.width + x) * 4 + c] += ink * (255 - image.data[(y * image.width + x) * 4 + c]);
    }
  }
  return image;
}

const context = lightContext({ ports: plainPorts({ findTexts: async () => [SEEN] }) });
const at = (image: { readonly width: number; readonly data: Uint8ClampedArray }, x: number, y: number) => [
  ...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 4),
];

test("a line of small print on the ground keeps its ink on a new ground, stroke by stroke, without a trace of the old one", async () => {
  const done = await recolourBackground(printedPicture(), { kind: "background.recolour", style: { colour: "#205020" } }, context);
  assert.ok(done.ok);
  for (let x = LINE.x + 5; x < LINE.x + LINE.width - 5; x += 5) {
    const [stroke, half, gap] = [0, 1, 3].map((by) => at(done.value.image, x + by, LINE.y + 6));
    assert.ok(Math.min(...stroke.slice(0, 3)) > 235, `stroke ${stroke}`);
    assert.ok(half[1] > 130 && half[1] < 200 && Math.abs(half[0] - half[2]) < 24, `rim ${half}`);
    assert.ok(Math.hypot(gap[0] - 0x20, gap[1] - 0x50, gap[2] - 0x20) < 12, `gap ${gap}`);
  }
});

test("a cut-out takes small print on the ground along", async () => {
  const done = await removeBackground(printedPicture(), { kind: "background.remove" }, context);
  assert.ok(done.ok);
  assert.ok(at(done.value.image, LINE.x + 60, LINE.y + 6)[3] > 235);
  assert.equal(at(done.value.image, LINE.x + 63, LINE.y + 6)[3], 0);
});

test("print that a new ground of nearly its colour swallows is said", async () => {
  const done = await recolourBackground(printedPicture(), { kind: "background.recolour", style: { colour: "#f4f4f0" } }, context);
  assert.ok(done.ok && done.value.confidence < 0.6);
  assert.match(done.value.reasons.join(" "), /“llll” is hardly seen/);
});
