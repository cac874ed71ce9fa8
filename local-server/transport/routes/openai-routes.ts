import * as v from "valibot";
import { DigestSchema, type EditResult } from "../../../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { answer, answerBlob, answerError, answerJson } from "../answers.ts";
import { AUTO_MODEL, editImages } from "../openai/edit-images.ts";
import { type ImageForm, readImageForm } from "../openai/image-form.ts";
import { type Call, forEditors, forViewers, type Handler, type Routes } from "../routes.ts";

/** When this API came to be, seconds: the wire wants a date for every model. */
const SINCE = Date.UTC(2026, 10, 22) / 1000;

const modelOf = (id: string) => ({ id, object: "model", created: SINCE, owned_by: "emend" });

async function modelIds({ services, request }: Call): Promise<Result<readonly string[]>> {
  const engines = await services.engines(request.signal);
  if (!engines.ok) return engines;
  return ok([AUTO_MODEL, ...engines.value.filter(({ available }) => available).map(({ name }) => name)]);
}

const listModels: Handler = async (call) => answer(await modelIds(call), (ids) => answerJson({ object: "list", data: ids.map(modelOf) }));

const showModel: Handler = async (call) => {
  const ids = await modelIds(call);
  if (!ids.ok) return answerError(ids.error);
  const id = ids.value.find((name) => name === call.params.model);
  return id === undefined ? answerError(emendError("engine_unknown", "There is no such model.")) : answerJson(modelOf(id));
};

const gone = (): EmendError => emendError("storage_failed", "The result is gone from the store.");

/** One result as the wire wants it: base64 or a link, at the size and in the format asked for; what we know of it beside. */
async function shownAs(
  result: EditResult,
  form: ImageForm,
  { services, request }: Call,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const picture = await services.render({ picture: result.result.sha256, format: form.format, ...form.size }, request.signal);
  if (!picture.ok) return picture;
  const { engine, choice, confidence, needsReview, reasons, warnings } = result;
  const emend = { engine, choice, confidence, needsReview, reasons, warnings, certificate: result.certificate };
  if (form.link) return ok({ url: `${new URL(request.url).origin}${services.linkTo(picture.value)}`, emend });
  const bytes = await services.blobs.get(picture.value);
  return bytes === undefined ? err(gone()) : ok({ b64_json: Buffer.from(bytes).toString("base64"), emend });
}

const edit: Handler = async (call) => {
  const form = await readImageForm(call.request);
  const results = form.ok ? await editImages(call.services, form.value, call.request.signal) : form;
  if (!form.ok || !results.ok) return answerError((results as { readonly error: EmendError }).error);
  const data: unknown[] = [];
  for (const result of results.value) {
    const shown = await shownAs(result, form.value, call);
    if (!shown.ok) return answerError(shown.error);
    data.push(shown.value);
  }
  const { width, height } = form.value.size ?? results.value[0]!.result;
  return answerJson({ created: Math.floor(Date.now() / 1000), output_format: form.value.format, size: `${width}x${height}`, data });
};

const TYPES = { png: [0x89, 0x50], jpeg: [0xff, 0xd8], webp: [0x52, 0x49] } as const;

function typeOf(head: Uint8Array | undefined): string {
  const found = Object.entries(TYPES).find(([, magic]) => magic.every((byte, i) => head?.[i] === byte));
  return found === undefined ? "application/octet-stream" : `image/${found[0]}`;
}

const image: Handler = async ({ services, params }) => {
  const blob = v.is(DigestSchema, params.sha256) ? await services.blobs.read(params.sha256) : undefined;
  if (blob === undefined) return answerError(emendError("blob_missing", "There is no such picture."));
  for await (const head of blob.parts()) return answerBlob(blob, typeOf(head));
  return answerBlob(blob, typeOf(undefined));
};

/** OpenAI's images API, so that programs written for it work unchanged: its base URL is `http://localhost:PORT/v1`, its key our token. */
export const openAiRoutes: Routes = {
  "/v1/models": { GET: forViewers(listModels) },
  "/v1/models/:model": { GET: forViewers(showModel) },
  "/v1/images/edits": { POST: forEditors(edit) },
  "/v1/images/:sha256": { GET: forViewers(image) },
};
