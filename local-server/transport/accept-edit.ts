import type { EditRequest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { JobRecord } from "../jobs/job-queue.ts";
import type { TenantServices } from "./services.ts";

function checkInstruction({ instruction, region, mask }: EditRequest, services: TenantServices): Result<undefined> {
  if (instruction === undefined) return ok(undefined);
  if (instruction.trim() === "") return err(emendError("empty_instruction", "Say what to change.", { stage: "understand" }));
  const plan = services.plan(instruction);
  // Where something else may still make sense of it ("remove this" with an area drawn), the worker lets it try.
  const drawn = region !== undefined || mask !== undefined;
  if (plan.operations.length > 0 || drawn || services.mayPhrase()) return ok(undefined);
  return err(emendError("instruction_unclear", plan.clarify ?? "The instruction was not understood.", { stage: "understand" }));
}

function checkEngine(name: string | undefined, services: TenantServices): Result<undefined> {
  const engines = ["auto", ...services.engineNames];
  if (name === undefined || engines.includes(name)) return ok(undefined);
  const help = `Engines: ${engines.join(", ")}.`;
  return err(emendError("engine_unknown", "There is no engine of that name.", { stage: "route", help, details: { engines } }));
}

async function checkBlobs(request: EditRequest, services: TenantServices): Promise<Result<undefined>> {
  const wanted = [request.source, ...(request.mask === undefined ? [] : [request.mask]), ...(request.references ?? [])];
  for (const digest of wanted) {
    if (await services.blobs.has(digest)) continue;
    const more = { help: "Send it first: PUT /api/v1/blobs/{sha256}.", details: { sha256: digest } };
    return err(emendError("blob_missing", "The companion does not have this picture.", more));
  }
  return ok(undefined);
}

/**
 * Everything about an edit that can be told at once: `empty_instruction`, `instruction_unclear`, `engine_unknown`, `blob_missing`.
 */
export async function checkEdit(request: EditRequest, services: TenantServices): Promise<Result<undefined>> {
  const understood = checkInstruction(request, services);
  if (!understood.ok) return understood;
  const engine = checkEngine(request.engine, services);
  return engine.ok ? checkBlobs(request, services) : engine;
}

/** Takes a checked edit as a job; also `rate_limited`, `bad_request` (key used for another edit). When it answers with a job, that job is on disk. */
export async function acceptEdit(services: TenantServices, request: EditRequest, key: string | undefined): Promise<Result<JobRecord>> {
  const good = await checkEdit(request, services);
  const allowed = good.ok ? await services.mayEdit() : good;
  if (!allowed.ok) return allowed;
  const { callback, ...edit } = request;
  const callable = callback === undefined ? allowed : services.mayCall(callback);
  if (!callable.ok) return callable;
  const job = await services.queue.submit({ request: edit, key, results: await services.known(edit) });
  // Before the answer: who got none sends the same key again, and the callback is noted then.
  if (job.ok && callback !== undefined) await services.callBack("job", job.value.id, callback);
  if (job.ok) {
    services.record("edit", "ok", job.value.id);
    for (const kind of request.confirmed ?? []) services.record(`confirm.${kind}`, "ok", job.value.id);
  }
  return job;
}
