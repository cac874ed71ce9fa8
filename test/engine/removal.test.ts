import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { SKRSContext2D } from "@napi-rs/canvas";
import { editTexts, type TextEditOutput } from "../../imaging/instant/edit-texts.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { drawPoster, type PosterText, photoGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
after(() => ports.dispose());

const SIZE = { width: 520, height: 260 };

/** A rough wall: light and shade with dark pits all over it. */
function wall(context: SKRSContext2D): void {
  photoGround(11)(context);
  const random = mulberry32(5);
  for (let k = 0; k < 1400; k++) {
    context.fillStyle = `rgba(24, 20, 16, ${0.15 + 0.4 * random()})`;
    context.beginPath();
    context.ellipse(random() * SIZE.width, random() * SIZE.height, 1 + 3 * random(), 1 + 2 * random(), 3 * random(), 0, 7);
    context.fill();
  }
}

const WORD: Omit<PosterText, "text" | "x" | "y"> = { faceId: "inter", weight: 800, px: 74, align: "center", colour: "#ffffff" };
const set: readonly PosterText[] = [{ ...WORD, text: "WINDOW", x: 260, y: 155 }];
/** Each letter of its own size and tilt, as cut out of paper: no typeface has them so. */
const cutOut: readonly PosterText[] = [..."WINDOW"].map((text, i) => ({
  ...WORD,
  text,
  px: [92, 60, 78, 58, 90, 66][i],
  angle: [0.3, -0.36, 0.24, 0.4, -0.32, 0.36][i],
  x: 66 + 78 * i,
  y: [166, 140, 158, 148, 164, 146][i],
}));

async function removed(source: RasterImage): Promise<TextEditOutput> {
  const operations = [{ kind: "text.remove" as const, text: { from: "WINDOW" } }];
  const done = await editTexts(ports, { source, operations, seed: 1 }, { signal: new AbortController().signal });
  assert.ok(done.ok, done.ok ? "" : done.error.message);
  return done.value;
}

test("letters of a typeface taken off a rough wall need nobody to look", async () => {
  const { reasons, texts } = await removed(drawPoster({ ...SIZE, ground: wall, texts: set }));
  assert.deepEqual(reasons, []);
  assert.equal(texts[0].readBack, "");
});

test("letters that no typeface has are taken off a rough wall with the advice to look for remains", async () => {
  const { reasons } = await removed(drawPoster({ ...SIZE, ground: wall, texts: cutOut }));
  assert.ok(
    reasons.some((reason) => /could hardly be told|Traces of the letters/.test(reason)),
    `${reasons}`,
  );
});
