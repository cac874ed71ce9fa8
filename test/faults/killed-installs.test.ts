import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BYTES, hubWithModel, installedFile, killInstalls, MODEL, runModels } from "./killed-installs.ts";

test("installs killed at any moment show nothing unchecked and go on where they were", { timeout: 120_000 }, async () => {
  const { kills, unfinished } = await killInstalls(5);
  assert.equal(kills, 5);
  assert.ok(unfinished > 0, "none was killed in time");
});

test("the command line lists, installs, verifies, repairs and removes", { timeout: 120_000 }, async () => {
  const hub = await hubWithModel();
  const dataFolder = mkdtempSync(join(tmpdir(), "emend-models-cli-"));
  const run = (...args: string[]) => runModels(hub, dataFolder, ...args);
  const view = JSON.parse((await run("install", MODEL)).out);
  assert.deepEqual([view.id, view.state, view.bytes], [MODEL, "present", BYTES.length]);
  assert.equal((await run("verify", MODEL)).code, 0);
  rmSync(installedFile(dataFolder));
  assert.equal((await run("verify")).code, 1);
  assert.equal((await run("repair", MODEL)).code, 0);
  assert.deepEqual(readFileSync(installedFile(dataFolder)), BYTES);
  assert.deepEqual(JSON.parse((await run("remove", MODEL)).out), { removed: MODEL });
  const { models } = JSON.parse((await run("list")).out);
  assert.equal(models.find((model: { id: string }) => model.id === MODEL).state, "missing");
  hub.moods("wrong bytes");
  assert.equal(JSON.parse((await run("install", MODEL)).out).error.code, "digest_mismatch");
  for (const wrong of [["install", "nothing"], ["install"], ["dance"]]) assert.equal((await run(...wrong)).code, 2, wrong.join(" "));
  await hub.close();
  rmSync(dataFolder, { recursive: true });
});
