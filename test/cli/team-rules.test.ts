import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { somePng } from "../fixtures/broken-pictures.ts";
import { type Finished, runEmendHere, workFolder } from "./run-emend.ts";

/** Edits of the command line stand under the same settings as a companion's. */
const work = workFolder();
after(() => work.dispose());
before(async () => {
  mkdirSync(work.file("in"));
  for (const name of ["in.png", "in/a.png"]) writeFileSync(work.file(name), await somePng());
});

const emend = (words: string, env: Record<string, string> = {}): Promise<Finished> =>
  runEmendHere([...words.split(" "), "--json"], work.path, env);

const codeOf = ({ out }: Finished): string => (JSON.parse(out) as { error: { code: string } }).error.code;

test("an edit and a batch are refused when the day's pixels are used up", async () => {
  const env = { EMEND_LIMIT_MEGAPIXELS: "0.01" };
  for (const word of ["b", "c", "d", "e"]) assert.equal((await emend(`edit in.png --set a=${word} -o ${word}.png`, env)).code, 0);
  assert.equal(codeOf(await emend("edit in.png --set a=f -o 5.png", env)), "rate_limited");
  const batch = JSON.parse((await emend("batch in --set a=g -o out", env)).out) as {
    failed: number;
    results: { error: { code: string } }[];
  };
  assert.deepEqual([batch.failed, batch.results[0]?.error.code], [1, "rate_limited"]);
});

test("an edit stands in the audit log with what was confirmed, and not with its words", async () => {
  await emend("edit in.png --set secretword=x --confirm identity -o 6.png");
  const log = (await emend("audit list")).out.trim().split("\n");
  const actions = log.slice(-3).map((line) => (JSON.parse(line) as { action: string }).action);
  assert.deepEqual(actions, ["edit", "confirm.identity", "job.end"]);
  assert.ok(!log.join().includes("secretword"));
  assert.equal((await emend("audit verify")).code, 0);
});

test("settings that cannot be are said before anything is made", async () => {
  for (const env of [{ EMEND_LIMIT_REQUESTS: "many" }, { EMEND_REFUSE: "everything" }, { EMEND_DATABASE_URL: "mysql://x" }])
    assert.equal(codeOf(await emend("edit in.png --set a=b -o 7.png", env as unknown as Record<string, string>)), "bad_usage");
});

test("what a tenant may store holds for the command line too", async () => {
  assert.equal(codeOf(await emend("edit in.png --set a=h -o 8.png", { EMEND_QUOTA_MB: "0" })), "quota_exceeded");
});
