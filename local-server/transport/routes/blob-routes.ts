import * as v from "valibot";
import { DigestSchema } from "../../../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import { answerBlob, answerError, answerJson } from "../answers.ts";
import { bodyParts } from "../read-body.ts";
import { type Call, forEditors, forViewers, type Handler, type Routes } from "../routes.ts";

const missing = (): EmendError => emendError("blob_missing", "The companion does not have this picture.");
const notADigest = (): EmendError => emendError("bad_request", "A blob is named by its SHA-256: 64 lower-case hex digits.");

/** Runs the handler with a digest that is one. */
const withDigest =
  (handle: (digest: string, call: Call) => Promise<Response>): Handler =>
  async (call) =>
    v.is(DigestSchema, call.params.sha256) ? handle(call.params.sha256, call) : answerError(notADigest());

async function receive(digest: string, { services, request }: Call): Promise<Result<string>> {
  const writer = await services.blobs.writer();
  if (!writer.ok) return writer;
  try {
    for await (const part of bodyParts(request)) {
      const written = await writer.value.write(part);
      if (!written.ok) return written;
    }
  } catch {
    // The body breaks off when the client goes away; its half must not stay.
    await writer.value.abort();
    return err(emendError("connection_lost", "The upload broke off."));
  }
  return writer.value.commit(digest);
}

function declaredSize(request: Request): Result<undefined> {
  if (Number(request.headers.get("content-length") ?? 0) <= LIMITS.blobBytes) return ok(undefined);
  return err(emendError("payload_too_large", `A picture may have at most ${LIMITS.blobBytes / 1024 / 1024} MB.`));
}

const put = withDigest(async (digest, call) => {
  const size = declaredSize(call.request);
  const received = size.ok ? await receive(digest, call) : size;
  return received.ok ? answerJson({ sha256: received.value }, 201) : answerError(received.error, { connection: "close" });
});

const get = withDigest(async (digest, { services, request }) => {
  const headers = { "content-type": "application/octet-stream" };
  if (request.method === "HEAD") {
    const size = await services.blobs.size(digest);
    return size === undefined ? answerError(missing()) : new Response(null, { headers: { ...headers, "content-length": String(size) } });
  }
  const blob = await services.blobs.read(digest);
  return blob === undefined ? answerError(missing()) : answerBlob(blob, "application/octet-stream");
});

/** `PUT|HEAD|GET /api/v1/blobs/{sha256}`. */
export const blobRoutes: Routes = { "/api/v1/blobs/:sha256": { PUT: forEditors(put), GET: forViewers(get) } };
