import assert from "node:assert/strict";
import { test } from "node:test";
import type { JobRecord } from "../../jobs/job-queue.ts";
import type { TenantServices } from "../services.ts";
import { editImages } from "./edit-images.ts";
import type { ImageForm } from "./image-form.ts";

const FORM: ImageForm = {
  prompt: "a -> b",
  model: undefined,
  n: 1,
  size: undefined,
  link: false,
  format: "png",
  images: [new Uint8Array([1])],
  mask: undefined,
};

/** A house with one job that never ends by itself. */
function fakeServices() {
  let job = { id: "job-1", state: "running" } as JobRecord;
  let listener: (changed: JobRecord) => void = () => undefined;
  const seen = { cancelled: 0, listening: false };
  const services = {
    engineNames: [],
    mayEdit: async () => ({ ok: true, value: undefined }),
    mayPhrase: () => false,
    known: async () => undefined,
    record: () => undefined,
    plan: () => ({ instruction: "", operations: [{ kind: "query" }] }),
    blobs: { put: async () => ({ ok: true, value: "d" }), has: async () => true },
    queue: {
      submit: async () => ({ ok: true, value: job }),
      get: async () => job,
      cancel: async () => {
        seen.cancelled++;
        job = { ...job, state: "cancelled" };
        listener(job);
        return { ok: true, value: job };
      },
      subscribe: (hear: typeof listener) => {
        listener = hear;
        seen.listening = true;
        return () => {
          seen.listening = false;
        };
      },
    },
  } as unknown as TenantServices;
  return { services, seen };
}

for (const [when, abort] of [
  ["while it is made", (controller: AbortController) => void setTimeout(() => controller.abort(), 10)],
  ["before it began", (controller: AbortController) => controller.abort()],
] as const) {
  test(`a client that goes away ${when} cancels its edit`, async () => {
    const { services, seen } = fakeServices();
    const controller = new AbortController();
    abort(controller);
    const done = await editImages(services, FORM, controller.signal);
    assert.equal(!done.ok && done.error.code, "cancelled");
    assert.deepEqual(seen, { cancelled: 1, listening: false });
  });
}
