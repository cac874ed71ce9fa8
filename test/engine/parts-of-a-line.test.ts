import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { edited, read, replace } from "../fixtures/edit-text.ts";
import { drawPoster, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const ROW = { faceId: "inter", y: 100 };

test("of two prices side by side, heavy and light, one is set as it is and the other keeps every pixel", async () => {
  const source = drawPoster({
    width: 420,
    height: 160,
    ground: plainGround("#ffffff"),
    texts: [
      { ...ROW, text: "¥199", weight: 800, px: 40, x: 40, colour: "#ff4d00" },
      { ...ROW, text: "¥299", weight: 400, px: 30, x: 152, colour: "#999999" },
    ],
  });
  const output = await edited(engine, source, [replace("¥199", "¥169")]);
  const [text] = output.texts;
  assert.deepEqual([text!.original, text!.wanted], ["¥199", "¥169"]);
  assert.ok(text!.style.weight >= 700, `weight ${text!.style.weight}`);
  assert.ok(text!.reconstruction > 0.93, `${text!.reconstruction}`);
  for (let y = 0; y < 160; y++)
    for (let x = 150; x < 420; x++)
      for (let c = 0; c < 3; c++) assert.equal(output.image.data[(y * 420 + x) * 4 + c], source.data[(y * 420 + x) * 4 + c]);
  assert.deepEqual((await read(engine, output.image)).join(""), "¥169¥299");
});

test("a space between Chinese words is found and kept", async () => {
  const spec = (text: string) => ({
    width: 560,
    height: 140,
    ground: plainGround("#1677ff"),
    texts: [{ text, faceId: "noto-sans-sc", weight: 900, px: 46, x: 40, y: 88, colour: "#ffffff" }],
  });
  const output = await edited(engine, drawPoster(spec("破壁料理机 家庭装")), [replace("家庭装", "商用装")]);
  assert.equal(output.texts[0]!.wanted, "破壁料理机 商用装");
  const truth = drawPoster(spec("破壁料理机 商用装"));
  let apart = 0;
  for (let i = 0; i < truth.data.length; i++) apart += Math.abs(truth.data[i]! - output.image.data[i]!) > 60 ? 1 : 0;
  assert.ok(apart < 0.002 * truth.data.length, `${apart} values far from the truth`);
});

test("figures before a smaller word of another face hang on that word when they become fewer", async () => {
  const [width, height, word] = [420, 160, 184];
  const source = drawPoster({
    width,
    height,
    ground: plainGround("#ffffff"),
    texts: [
      { ...ROW, text: "1028.0", weight: 400, px: 44, x: 30, colour: "#5a1edc" },
      { ...ROW, faceId: "noto-sans-sc", text: "起", weight: 500, px: 24, x: word, colour: "#5a1edc" },
    ],
  });
  const output = await edited(engine, source, [replace("1028.0起", "822.4起")]);
  assert.deepEqual(
    output.texts.map(({ original, wanted }) => [original, wanted]),
    [["1028.0", "822.4"]],
  );
  const isInk = (data: Uint8ClampedArray, x: number): boolean =>
    Array.from({ length: height }, (_, y) => data[(y * width + x) * 4]).some((v) => v! < 160);
  const lastBefore = (data: Uint8ClampedArray): number => Array.from({ length: word }, (_, x) => x).findLast((x) => isInk(data, x)) ?? 0;
  assert.ok(Math.abs(lastBefore(source.data) - lastBefore(output.image.data)) <= 3, "the figures meet the word as they did");
  for (let y = 0; y < height; y++)
    for (let x = word; x < width; x++) assert.equal(output.image.data[(y * width + x) * 4], source.data[(y * width + x) * 4]);
});
