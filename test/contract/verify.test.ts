import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { openDatabase } from "../../local-server/store/database.ts";
import type { EditResult, JobView } from "../../protocol/edit.ts";
import type { VerifyAnswer } from "../../protocol/verify.ts";
import { type RunningCompanion, runCompanion } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

let running: RunningCompanion;
let job: JobView;
before(async () => {
  running = await runCompanion();
  const source = await running.put(await somePng());
  job = await running.edit({ source, instruction: "a -> b" });
  assert.equal(job.status, "done");
});
after(() => running.stop());

async function verify(wanted: object, id = job.id): Promise<VerifyAnswer> {
  const headers = { "content-type": "application/json" };
  const answer = await running.call(`/api/v1/jobs/${id}/verify`, { method: "POST", headers, body: JSON.stringify(wanted) });
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as VerifyAnswer;
}

const blob = async (digest: string): Promise<Uint8Array> =>
  new Uint8Array(await (await running.call(`/api/v1/blobs/${digest}`)).arrayBuffer());

test("a result as it was made is verified, pixel by pixel against its own mask", async () => {
  const { outside, ...told } = await verify({});
  assert.deepEqual(told, { verified: true, broken: [], against: "mask" });
  assert.deepEqual(outside, job.result!.outside);
  assert.ok(outside.pixels > 0);
});

test("the layer's own bytes are the patch, however they are compressed", async () => {
  const patch = await blob(job.result!.patch.sha256);
  const again = await running.put(await sharp(patch).png({ compressionLevel: 1 }).toBuffer());
  assert.notEqual(again, job.result!.patch.sha256);
  assert.equal((await verify({ layer: again })).layer!.changed, 0);
});

test("a layer somebody painted on is told by its changed pixels, the stored result still holds", async () => {
  const patch = sharp(await blob(job.result!.patch.sha256)).ensureAlpha();
  const { data, info } = await patch.raw().toBuffer({ resolveWithObject: true });
  for (const i of [0, 1, 2]) data.set([1, 254, 3, 255], i * 4);
  const raw = { width: info.width, height: info.height, channels: 4 as const };
  const told = await verify({ layer: await running.put(await sharp(data, { raw }).png().toBuffer()) });
  assert.deepEqual([told.verified, told.layer!.changed, told.layer!.pixels], [true, 3, info.width * info.height]);
});

/** The record of the job, altered as a forger with the database would. */
async function forge(id: string, change: (result: EditResult) => unknown): Promise<void> {
  const db = await openDatabase(running.dataFolder);
  assert.ok(db.ok);
  const { queries } = db.value;
  const row = await queries.selectFrom("history").selectAll().where("job_id", "=", id).executeTakeFirstOrThrow();
  const result = JSON.stringify(change(JSON.parse(row.result) as EditResult));
  await queries.updateTable("history").set({ result }).where("job_id", "=", id).execute();
  await queries.deleteFrom("jobs").where("id", "=", id).execute();
  db.value.close();
}

test("a record that names other pictures is found out; history answers for jobs that are forgotten", async () => {
  const source = await running.put(await somePng());
  const other = await running.edit({ source, instruction: "a -> c" });
  await forge(other.id, (result) => ({ ...result, certificate: { ...result.certificate, mask: "0".repeat(64), patch: "1".repeat(64) } }));
  const told = await verify({}, other.id);
  assert.deepEqual([told.verified, told.broken], [false, ["mask", "patch"]]);
});

test("there is nothing to verify of a job, or a patch, that is not there", async () => {
  const init = { method: "POST", headers: { "content-type": "application/json" } };
  for (const [id, body] of [
    ["0".repeat(32), {}],
    [job.id, { patch: "0".repeat(64) }],
  ] as const)
    assert.equal((await running.call(`/api/v1/jobs/${id}/verify`, { ...init, body: JSON.stringify(body) })).status, 404);
});
