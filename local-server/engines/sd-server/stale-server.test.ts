import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { beginningOf, endStaleServer, noteServer } from "./stale-server.ts";

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "emend-run-"));
});
after(() => rmSync(folder, { recursive: true }));

const idle = () => spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"], { stdio: "ignore" });

test("a server that outlived its companion is ended at the next start, once", { timeout: 10_000 }, async () => {
  const orphan = idle();
  await once(orphan, "spawn");
  const ended = once(orphan, "exit");
  await noteServer(folder, orphan.pid!);
  assert.equal(await endStaleServer(folder), true);
  assert.equal((await ended)[1], "SIGKILL");
  assert.equal(await endStaleServer(folder), false);
});

test("another process that has its number by now is left alone", { timeout: 10_000 }, async () => {
  const other = idle();
  await once(other, "spawn");
  assert.ok(await beginningOf(other.pid!));
  writeFileSync(join(folder, "sd-server.json"), JSON.stringify({ pid: other.pid, begun: "1" }));
  assert.equal(await endStaleServer(folder), false);
  assert.equal(other.exitCode, null);
  other.kill("SIGKILL");
});

test("a note that makes no sense ends nothing", async () => {
  for (const text of ["", "{", '{"pid":1,"begun":"1"}', '{"pid":"2"}', "[]"]) {
    writeFileSync(join(folder, "sd-server.json"), text);
    assert.equal(await endStaleServer(folder), false, text);
  }
});
