import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import sharp from "sharp";
import * as v from "valibot";
import { type EditResult, EditResultSchema } from "../../protocol/edit.ts";
import { someJpeg, somePng } from "../fixtures/broken-pictures.ts";
import { type Finished, runEmend, workFolder } from "./run-emend.ts";

const work = workFolder();
after(() => work.dispose());
before(async () => {
  writeFileSync(work.file("in.png"), await somePng());
  writeFileSync(work.file("in.jpg"), await someJpeg(64, 48, 6));
});

const emend = (...words: string[]): Promise<Finished> => runEmend(words, { folder: work.path, entry: "fake" });
const pixels = (name: string): Promise<Buffer> => sharp(work.file(name)).autoOrient().ensureAlpha().raw().toBuffer();

/** The rightmost column and lowest row in which a result differs from `in.png`. */
async function lastChanged(name: string): Promise<{ x: number; y: number }> {
  const [before, after] = [await pixels("in.png"), await pixels(name)];
  const last = { x: -1, y: -1 };
  for (let i = 0; i < 64 * 48; i++) {
    if (before.subarray(4 * i, 4 * i + 4).equals(after.subarray(4 * i, 4 * i + 4))) continue;
    last.x = Math.max(last.x, i % 64);
    last.y = Math.max(last.y, Math.floor(i / 64));
  }
  return last;
}

function resultOf({ out }: Finished): EditResult {
  return v.parse(EditResultSchema, JSON.parse(out));
}

test("an edit writes the whole result, the patch and the report, and touches nothing outside", async () => {
  const done = await emend("edit", "in.png", "-i", "a -> b", "-o", "out.png", "--patch", "p.png", "--report", "r.json", "--json");
  assert.equal(done.code, 0);
  const result = resultOf(done);
  assert.deepEqual(JSON.parse(readFileSync(work.file("r.json"), "utf8")), JSON.parse(done.out));
  const [before, after, patch] = [await pixels("in.png"), await pixels("out.png"), await pixels("p.png")];
  for (let i = 0; i < 64 * 48; i++) {
    const [x, y] = [(i % 64) - result.patch.x, Math.floor(i / 64) - result.patch.y];
    const inside = x >= 0 && y >= 0 && x < result.patch.width && y < result.patch.height;
    const at = 4 * (y * result.patch.width + x);
    const expected = inside && patch[at + 3] === 255 ? patch.subarray(at, at + 4) : before.subarray(4 * i, 4 * i + 4);
    assert.deepEqual(after.subarray(4 * i, 4 * i + 4), expected);
  }
  const covered = patch.filter((value, i) => i % 4 === 3 && value > 0).length;
  assert.deepEqual([result.outside.changed, result.outside.pixels], [0, 64 * 48 - covered]);
});

test("the result verifies by itself and with its report, and a changed pixel does not", async () => {
  await emend("edit", "in.png", "-i", "a -> b", "-o", "v.png", "--report", "v.json");
  assert.equal((await emend("verify", "v.png", "--source", "in.png")).code, 0);
  assert.equal((await emend("verify", "v.png", "--source", "in.png", "--certificate", "v.json")).code, 0);
  const data = await pixels("v.png");
  data[data.length - 4]! ^= 1;
  await sharp(data, { raw: { width: 64, height: 48, channels: 4 } })
    .png()
    .toFile(work.file("touched.png"));
  const touched = await emend("verify", "touched.png", "--source", "in.png", "--certificate", "v.json", "--json");
  assert.equal(touched.code, 1);
  const { details } = (JSON.parse(touched.out) as { error: { details: { checks: unknown; outside: { changed: number } } } }).error;
  assert.equal(details.outside.changed, 1);
  assert.equal((await emend("verify", "v.png", "--source", "in.jpg")).code, 1);
});

test("the same edit again comes from the cache with the same bytes; --no-cache makes it anew", async () => {
  const words = ["edit", "in.png", "-i", "cache -> me", "--json", "-o"];
  const runs = [await emend(...words, "c1.png"), await emend(...words, "c2.png"), await emend(...words, "c3.png", "--no-cache")];
  assert.deepEqual(
    runs.map((run) => resultOf(run).cache),
    ["miss", "hit", "miss"],
  );
  assert.deepEqual(readFileSync(work.file("c1.png")), readFileSync(work.file("c2.png")));
});

test("--set builds exact replacements; the first = divides", async () => {
  const done = await emend("edit", "in.png", "--set", "1+1=2=two", "--set", "b=", "-o", "s.png", "--json");
  assert.deepEqual(
    resultOf(done).plan.operations.map((operation) => operation.text),
    [
      { from: "1+1", to: "2=two" },
      { from: "b", to: "" },
    ],
  );
});

test("a mask and a region are promises: what the engine did beyond them is left out, and said", async () => {
  const mask = Buffer.alloc(64 * 48);
  mask.fill(255, 0, 64 * 6);
  await sharp(mask, { raw: { width: 64, height: 48, channels: 1 } })
    .png()
    .toFile(work.file("mask.png"));
  const masked = await emend("edit", "in.png", "-i", "m -> m", "-o", "m.png", "--mask", "mask.png", "--json");
  assert.deepEqual([masked.code, await lastChanged("m.png")], [3, { x: 9, y: 5 }]);
  const region = await emend("edit", "in.png", "-i", "m -> m", "-o", "m.png", "--region", "0,0,4,48", "--json");
  assert.deepEqual([region.code, await lastChanged("m.png")], [3, { x: 3, y: 9 }]);
});

test("an engine that repaints everything leaves only real differences in the patch", async () => {
  const done = await emend("edit", "in.png", "-i", "a -> b", "-o", "d.png", "--set-option", "script=drift", "--json");
  assert.equal(resultOf(done).outside.changed, 0);
  assert.equal((await emend("verify", "d.png", "--source", "in.png")).code, 0);
});

test("low confidence writes the result and exits with 3", async () => {
  const done = await emend("edit", "in.png", "-i", "a -> b", "-o", "low.png", "--set-option", "script=unsure", "--json");
  assert.equal(done.code, 3);
  assert.deepEqual(
    [resultOf(done).needsReview, resultOf(done).reasons, existsSync(work.file("low.png"))],
    [true, ["The font is a guess."], true],
  );
});

test("variants are numbered files with seeds that follow each other", async () => {
  const done = await emend("edit", "in.png", "-i", "a -> b", "-o", "n.png", "--variants", "3", "--seed", "9", "--json");
  const report = JSON.parse(done.out) as EditResult & { variants: EditResult[] };
  assert.deepEqual(
    [report, ...report.variants].map((one) => one.seed),
    [9, 10, 11],
  );
  for (const name of ["n.png", "n-2.png", "n-3.png"]) assert.ok(existsSync(work.file(name)), name);
});

test("a turned JPEG comes out upright, as PNG, lossless WebP or JPEG", async () => {
  for (const name of ["u.png", "u.webp", "u.jpg"]) {
    const done = await emend("edit", "in.jpg", "-i", "a -> b", "-o", name, "--json");
    assert.equal(done.code, 0);
    const { width, height, format } = await sharp(work.file(name)).metadata();
    assert.deepEqual([width, height, format], [48, 64, name === "u.jpg" ? "jpeg" : name.slice(2)]);
    const warnings = resultOf(done).warnings.filter((warning) => !/very small/.test(warning));
    assert.equal(warnings.length, name === "u.jpg" ? 1 : 0);
  }
  assert.equal((await emend("verify", "u.webp", "--source", "in.jpg")).code, 1);
});

test("history lists what was made", async () => {
  await emend("edit", "in.png", "-i", "h -> h", "-o", "h.png");
  const { out } = await emend("history", "list", "--json");
  assert.ok((JSON.parse(out) as { entries: unknown[] }).entries.length > 0);
});

test("relative paths start where the person stands, also through npm", async () => {
  const { folderOf } = await import("../../local-server/cli/cli-context.ts");
  assert.equal(folderOf({ npm_package_name: "emend", INIT_CWD: "/home/me" }, "/repo"), "/home/me");
  assert.equal(folderOf({ npm_package_name: "other", INIT_CWD: "/home/me" }, "/repo"), "/repo");
});
