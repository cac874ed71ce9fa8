import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { somePng } from "../fixtures/broken-pictures.ts";
import { runEmend, runEmendHere, startEmend, workFolder } from "./run-emend.ts";

const work = workFolder();
const pictures = work.file("pictures");
before(async () => {
  mkdirSync(pictures);
  // Pictures that differ: of equal ones all but the first would come from the cache.
  for (const [i, name] of ["one", "two", "three"].entries()) writeFileSync(join(pictures, `${name}.png`), await somePng(64 + i));
  writeFileSync(join(pictures, "notes.txt"), "no picture");
});
after(() => work.dispose());

interface Told {
  readonly total: number;
  readonly done: number;
  readonly review: number;
  readonly failed: number;
  readonly fromBefore: number;
}
const batch = async (...words: string[]): Promise<{ code: number | null; told: Told; err: string }> => {
  const { code, out, err } = await runEmendHere(["batch", pictures, ...words, "--json"], work.path);
  return { code, err, told: JSON.parse(out) as Told };
};

test("every picture of the folder is edited, and each result proves itself", async () => {
  const { code, told } = await batch("-i", "a -> b", "-o", "all");
  assert.deepEqual([code, told.total, told.done, told.failed], [0, 3, 3, 0]);
  assert.deepEqual(readdirSync(work.file("all")).sort(), ["emend-batch.jsonl", "one.png", "three.png", "two.png"]);
  const verified = await runEmend(["verify", "all/two.png", "--source", join(pictures, "two.png")], { folder: work.path, entry: "fake" });
  assert.equal(verified.code, 0, verified.err);
});

test("a picture that fails is told of and does not stop the others; --resume makes only what is missing", async () => {
  writeFileSync(join(pictures, "broken.png"), "no picture at all");
  const first = await batch("-i", "c -> d", "-o", "some");
  assert.deepEqual([first.code, first.told.done, first.told.failed], [1, 3, 1]);
  assert.match(first.err, /broken\.png {2}failed: /);
  writeFileSync(join(pictures, "broken.png"), await somePng(80));
  rmSync(work.file("some/two.png"));
  const second = await batch("-i", "c -> d", "-o", "some", "--resume");
  assert.deepEqual([second.code, second.told.done, second.told.fromBefore], [0, 4, 2]);
  const third = await batch("-i", "c -> e", "-o", "some", "--resume");
  assert.deepEqual([third.told.done, third.told.fromBefore], [4, 0], "another wish makes all anew");
});

test("a table of markets makes a folder for each; a changed cell is made again, the others are not", async () => {
  const table = work.file("cells.csv");
  writeFileSync(table, "text,de,fr\n¥199,199 €,199 €\n");
  const first = await batch("--table", table, "-o", "markets");
  assert.deepEqual([first.code, first.told.total], [0, 8]);
  assert.deepEqual(readdirSync(work.file("markets/fr")).sort(), ["broken.png", "one.png", "three.png", "two.png"]);
  writeFileSync(table, "text,de,fr\n¥199,199 €,149 €\n");
  const second = await batch("--table", table, "-o", "markets", "--resume");
  assert.deepEqual([second.told.done, second.told.fromBefore], [8, 4]);
});

test("a batch that was killed goes on with --resume", async () => {
  const words = ["batch", pictures, "-i", "f -> g", "-o", "killed", "--set-option", "script=slow", "--set-option", "ms=400"];
  const child = startEmend(words, { folder: work.path, entry: "fake" });
  const over = new Promise((resolve) => child.once("exit", resolve));
  while (!/\n\{/.test(readText("killed/emend-batch.jsonl"))) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGKILL");
  await over;
  const rest = await runEmend([...words, "--resume", "--json"], { folder: work.path, entry: "fake" });
  const told = JSON.parse(rest.out) as Told;
  assert.equal(told.done, 4);
  assert.ok(told.fromBefore >= 1 && told.fromBefore < 4);
});

const readText = (name: string): string => {
  try {
    return readFileSync(work.file(name), "utf8");
  } catch {
    return "";
  }
};

test("what cannot work is said in one sentence before anything is made", async () => {
  for (const [words, sentence] of [
    [["-o", "x"], /Say what to change/],
    [["-i", "a -> b"], /Say where the results go/],
    [["-i", "hello", "-o", "x"], /./],
    [["-i", "a -> b", "-o", "pictures"], /among the pictures/],
    [["--table", "none.csv", "-o", "x"], /"none.csv" cannot be read/],
    [["-i", "a -> b", "-o", "x", "--format", "bmp"], /no format/],
  ] as const) {
    const { code, err } = await runEmendHere(["batch", pictures, ...words], work.path);
    assert.equal(code, 2, words.join(" "));
    assert.match(err, sentence);
  }
  const { code } = await runEmendHere(["batch", work.file("nowhere"), "-i", "a -> b", "-o", "x"], work.path);
  assert.equal(code, 2);
});
