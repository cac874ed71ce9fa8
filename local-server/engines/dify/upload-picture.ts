import * as v from "valibot";
import { ok } from "../../../protocol/errors.ts";
import type { Try } from "../../remote/back-off.ts";
import { parseJson } from "../../remote/parse-json.ts";
import { type HostedJob, noPicture, refusedTry } from "../hosted-engine.ts";
import { callDify, DIFY_USER } from "./call-dify.ts";

const Uploaded = v.object({ id: v.pipe(v.string(), v.minLength(1)) });

/** Sends a picture and gives the id the app knows it by. */
export async function uploadPicture(job: HostedJob, png: Uint8Array): Promise<Try<string>> {
  const form = new FormData();
  form.set("user", DIFY_USER);
  form.set("file", new Blob([Uint8Array.from(png)], { type: "image/png" }), "picture.png");
  const answer = await callDify(job, { path: "/files/upload", body: form });
  if (!answer.ok) return { done: answer };
  if (answer.value.status !== 201 && answer.value.status !== 200) return refusedTry(answer.value, "The Dify app", job.key);
  const file = v.safeParse(Uploaded, parseJson(answer.value.bytes));
  return { done: file.success ? ok(file.output.id) : noPicture() };
}
