import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { killAgainAndAgain } from "./kill-nine.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-kill-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Few kills here; `node test/faults/run.ts kill-nine --count 300` does it at length. */
test("killed again and again, the companion loses no acknowledged edit, tears no file and makes nothing twice", async () => {
  const { lost, notDone, torn, duplicates, acknowledged } = await killAgainAndAgain({ folder, kills: 8, random: Math.random });
  assert.deepEqual({ lost, notDone, torn, duplicates }, { lost: 0, notDone: 0, torn: 0, duplicates: 0 });
  assert.ok(acknowledged > 0);
});
