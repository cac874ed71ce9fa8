import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { tinyMattingModel } from "../../test/fixtures/tiny-matting-model.ts";
import { importModel } from "./import-model.ts";
import { installedMatting } from "./installed-matting.ts";
import { type HubCard, isHub, readModelCards } from "./model-cards.ts";
import { digestOfFile, modelFolderOf } from "./model-folder.ts";

const root = await mkdtemp(join(tmpdir(), "emend-matting-"));
after(() => rm(root, { recursive: true, force: true }));
const folder = modelFolderOf(join(root, "data"));

test("no card of a matting network is installed by itself, under a licence that closes what uses it, or part of a set", async () => {
  const cards = await readModelCards();
  const matting = cards.filter(isHub).filter((card) => card.matting !== undefined);
  assert.ok(matting.length > 0);
  for (const card of matting) {
    assert.match(card.licence, /^(?:MIT|Apache-2\.0|BSD-\d-Clause)$/, card.id);
    assert.ok(!cards.some((other) => "parts" in other && JSON.stringify(other).includes(`"${card.id}"`)), card.id);
  }
});

test("a network counts once it was installed with its digest checked, and no longer when its file changed", async () => {
  const from = join(root, "from");
  await mkdir(from);
  const file = join(from, "tiny.onnx");
  await writeFile(file, tinyMattingModel(32));
  const card: HubCard = {
    id: "tiny",
    title: "Luminance",
    use: "Tests.",
    licence: "MIT",
    hub: { repository: "nobody/tiny", revision: "main" },
    files: [{ path: "tiny.onnx", bytes: 300, sha256: await digestOfFile(file) }],
    matting: { side: 32, mean: [0, 0, 0], std: [1, 1, 1], output: "alpha" },
  };
  const find = () => installedMatting(folder, Promise.resolve([card]));
  assert.equal(await find(), undefined);
  const signal = new AbortController().signal;
  const wrong = { ...card, files: [{ ...card.files[0]!, sha256: "0".repeat(64) }] };
  assert.equal((await importModel(wrong, { folder, from }, signal)).ok, false);
  assert.equal(await find(), undefined);
  assert.ok((await importModel(card, { folder, from }, signal)).ok);
  assert.deepEqual([(await find())?.title, (await find())?.side], ["Luminance", 32]);
  await rm(join(folder.models, "tiny", "tiny.onnx"), { force: true });
  assert.equal(await find(), undefined);
});
