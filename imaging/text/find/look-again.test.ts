import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../../protocol/geometry.ts";
import { toldReader } from "../../../test/fakes/told-reader.ts";
import { createRaster } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { agreedAgain, lookAgain } from "./look-again.ts";

const box = { cx: 200, cy: 60, width: 300, height: 40, angle: 0 };
const image = createRaster(400, 120);

function read(string: string, confidence: number): TextLine {
  const chars = [...string].map((char, i) => ({ char, at: (i + 0.5) * 40, confidence }));
  return { string, box, quad: quadOf(box), confidence, chars, vertical: false };
}

test("a doubtful line says what most looks do, its characters at their places in its own box", async () => {
  const again = await lookAgain(image, read("abce", 0.6), { ocr: toldReader(["abcd", "abcd", "abcd"]) });
  assert.equal(again.string, "abcd");
  assert.deepEqual(again.box, box);
  assert.equal(again.chars.length, 4);
  assert.ok(again.chars.every(({ at }) => at >= 0 && at <= box.width));
});

test("looks that each say something else do not outweigh two that agree", async () => {
  const differ = toldReader(["abcf", "abce", "abch", "abci"]);
  assert.equal((await lookAgain(image, read("abce", 0.65), { ocr: differ })).string, "abce");
  assert.equal(differ.asked(), 4);
});

test("of looks that differ one whose words are common ones says more than one that is a little surer", async () => {
  const line = read("finited ofer", 0.66);
  const differ = toldReader(["limited offer", "finited oter", "finlted ofer", "fimited ofer"], 0.6);
  assert.equal((await lookAgain(image, line, { ocr: differ })).string, "limited offer");
});

test("where the second and the third look say the same, there is no fourth", async () => {
  const agreeing = toldReader(["abce", "abce", "abcd", "abcd"]);
  assert.equal((await lookAgain(image, read("abce", 0.6), { ocr: agreeing })).string, "abce");
  assert.equal(agreeing.asked(), 2);
});

test("a line without doubt costs nothing", async () => {
  const sure = toldReader(["abcd"]);
  const line = read("abce", 0.75);
  assert.equal(await lookAgain(image, line, { ocr: sure }), line);
  assert.equal(sure.asked(), 0);
});

test("a line hardly read says what two of four looks do, and nothing where each says something else", async () => {
  const hardly = read("abce", 0.4);
  const told = (...says: string[]) => ({ ocr: toldReader(says, 0.7) });
  assert.equal((await agreedAgain(image, hardly, told("abcd", "abcf", "abcd")))?.string, "abcd");
  assert.equal((await agreedAgain(image, hardly, told("abcd", "abcf", "abce")))?.string, "abce");
  assert.equal(await agreedAgain(image, hardly, told("abcd", "abcf", "abch")), undefined);
  assert.equal(await agreedAgain(image, { ...hardly, vertical: true }, told("abcd", "abcd", "abcd")), undefined);
});

test("what the ink of a line hardly read says clearly counts by itself, if it is more than a sign", async () => {
  const hardly = read("abce", 0.4);
  assert.ok(await agreedAgain(image, hardly, { ocr: toldReader(["abcd", "abcf", "abch"]) }));
  assert.equal(await agreedAgain(image, hardly, { ocr: toldReader(["a", "b", "c"]) }), undefined);
});
