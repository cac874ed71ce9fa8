import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { EditResult, FindResult } from "../../protocol/edit.ts";
import { type Finished, runEmend, workFolder } from "./run-emend.ts";

/** The shipped command line with the shipped engine and models, on a poster drawn here. */
const work = workFolder();
after(() => work.dispose());

const WIDTH = 480;
const HEIGHT = 200;
const INK = [24, 32, 96];

before(async () => {
  const ports = createImagingPorts();
  const face = ports.fonts.faces().find(({ family }) => family === "Lato") ?? ports.fonts.faces()[0]!;
  const run = { faceId: face.id, weight: 700, text: "SUMMER SALE", sizePx: 56, trackingPx: 1 };
  await ports.fonts.prepare([face.id], run.text);
  const transform = [
    [1, 0, 40],
    [0, 1, 120],
  ] as const;
  const coverage = ports.type.coverage(run, { width: WIDTH, height: HEIGHT, transform });
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let i = 0; i < coverage.length; i++) {
    const ground = 200 + Math.floor(((i % WIDTH) * 40) / WIDTH);
    for (let c = 0; c < 3; c++) data[3 * i + c] = Math.round(ground + ((INK[c]! - ground) * coverage[i]!) / 255);
  }
  await ports.dispose();
  writeFileSync(
    work.file("poster.png"),
    await sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .png()
      .toBuffer(),
  );
});

const emend = (...words: string[]): Promise<Finished> => runEmend(words, { folder: work.path });

test("find reads the poster", async () => {
  const found = await emend("find", "poster.png", "--json");
  assert.equal(found.code, 0, found.err);
  const { texts, width } = JSON.parse(found.out) as FindResult;
  assert.deepEqual([texts.map(({ string }) => string), width], [["SUMMER SALE"], WIDTH]);
});

test("an instruction replaces the word, the result reads back and verifies, all else is the source's", async () => {
  const done = await emend("edit", "poster.png", "-i", 'replace "SUMMER" with "WINTER"', "-o", "out.png", "--report", "r.json", "--json");
  assert.ok(done.code === 0 || done.code === 3, done.err);
  const result = JSON.parse(done.out) as EditResult;
  assert.equal(result.texts[0]?.readBack.toUpperCase(), "WINTER SALE");
  assert.equal(result.outside.changed, 0);
  for (const stage of ["decode", "understand", "route", "find", "fit", "plate", "typeset", "composite", "encode", "store"]) {
    assert.ok(result.timingsMs[stage] !== undefined, stage);
  }
  assert.equal((await emend("verify", "out.png", "--source", "poster.png", "--certificate", "r.json")).code, 0);
});

test("a text that is not there is refused with the texts that are", async () => {
  const done = await emend("edit", "poster.png", "-i", 'replace "AUTUMN" with "WINTER"', "-o", "none.png", "--json");
  const { error } = JSON.parse(done.out) as { error: { code: string; details: { texts: string[] } } };
  assert.deepEqual([done.code, error.code, error.details.texts], [2, "text_not_found", ["SUMMER SALE"]]);
});

test("what no engine can do exits with 4", async () => {
  assert.equal((await emend("edit", "poster.png", "-i", "remove the vase", "-o", "none.png")).code, 4);
});

test("engines and models are there and right", async () => {
  const { engines } = JSON.parse((await emend("engines", "--json")).out) as {
    engines: { name: string; available: boolean; reason?: string }[];
  };
  assert.deepEqual([engines[0].name, engines[0].available], ["instant", true]);
  for (const { name, available, reason } of engines.slice(1)) assert.ok(available || (reason ?? "") !== "", name);
  assert.equal((await emend("models", "verify")).code, 0);
});

test("plan understands a file of instructions, one plan a line", async () => {
  writeFileSync(work.file("lines.txt"), "replace 'A' with 'B'\n将'新品上市'改为'年度热销'\n");
  const { code, out } = await emend("plan", "--file", "lines.txt", "--json");
  const plans = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { operations: { text: { to: string } }[] });
  assert.deepEqual([code, plans.map((plan) => plan.operations[0]?.text.to)], [0, ["B", "年度热销"]]);
});

test("the same request made anew gives the same patch, byte for byte, and the same pixels", async () => {
  const words = ["edit", "poster.png", "-i", 'replace "SUMMER" with "AUTUMN"', "-o", "again.png", "--no-cache", "--json"];
  const [first, second] = [await emend(...words), await emend(...words)].map(({ out }) => JSON.parse(out) as EditResult);
  assert.deepEqual([second!.cache, second!.patch], ["miss", first!.patch]);
  assert.equal(second!.certificate.resultPixels, first!.certificate.resultPixels);
});
