import type { EditRequest, EditResult } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { JobRecord } from "../../jobs/job-queue.ts";
import { acceptEdit } from "../accept-edit.ts";
import type { TenantServices } from "../services.ts";
import type { ImageForm } from "./image-form.ts";

/** The model that stands for whichever engine suits best. */
export const AUTO_MODEL = "emend";
/** What programs written for OpenAI ask for by name; they mean "your editing model". */
const OPENAI_MODELS = /^(gpt-image-|dall-e-|chatgpt-image-)/;

/** The engine a model's name means. Names nobody knows are left for `acceptEdit` to refuse. */
function engineOf(model: string | undefined): string {
  return model === undefined || model === AUTO_MODEL || OPENAI_MODELS.test(model) ? "auto" : model;
}

async function store(services: TenantServices, pictures: readonly Uint8Array[]): Promise<Result<readonly string[]>> {
  const digests: string[] = [];
  for (const picture of pictures) {
    const kept = await services.blobs.put(picture);
    if (!kept.ok) return kept;
    digests.push(kept.value);
  }
  return ok(digests);
}

async function requestOf(services: TenantServices, form: ImageForm): Promise<Result<EditRequest>> {
  const kept = await store(services, form.mask === undefined ? form.images : [...form.images, form.mask]);
  if (!kept.ok) return kept;
  const [source, ...others] = kept.value;
  const mask = form.mask === undefined ? undefined : others.pop();
  return ok({
    source: source!,
    instruction: form.prompt,
    engine: engineOf(form.model),
    ...(others.length > 0 && { references: others }),
    // This wire says "see-through may change".
    ...(mask !== undefined && { mask, options: { mask: "see-through" } }),
    ...(form.n > 1 && { variants: form.n }),
  });
}

/** Waits for a job's end. When the client goes away, nobody waits for the edit any more: it is cancelled. */
async function endOf(services: TenantServices, id: string, signal: AbortSignal): Promise<JobRecord | undefined> {
  const leave = (): void => void services.queue.cancel(id);
  let unsubscribe = (): void => undefined;
  const ended = new Promise<JobRecord | undefined>((resolve) => {
    const look = async (): Promise<void> => {
      const job = await services.queue.get(id);
      if (job === undefined || (job.state !== "queued" && job.state !== "running")) resolve(job);
    };
    unsubscribe = services.queue.subscribe((job) => job.id === id && void look());
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) leave();
    void look();
  });
  return ended.finally(() => {
    unsubscribe();
    signal.removeEventListener("abort", leave);
  });
}

/** Makes an edit as a job like any other and waits for it; one result a picture asked for. */
export async function editImages(services: TenantServices, form: ImageForm, signal: AbortSignal): Promise<Result<readonly EditResult[]>> {
  const request = await requestOf(services, form);
  if (!request.ok) return request;
  const job = await acceptEdit(services, request.value, undefined);
  if (!job.ok) return job;
  const end = await endOf(services, job.value.id, signal);
  if (end?.results !== undefined && end.state === "done") return ok(end.results);
  return err(end?.error ?? emendError("cancelled", "The edit was cancelled."));
}
