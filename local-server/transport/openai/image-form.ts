import * as v from "valibot";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import { bodyParts } from "../read-body.ts";

/** All pictures and words of one request together. */
const MAX_FORM_BYTES = 96 * 1024 * 1024;

/** A request of OpenAI's `POST /images/edits`, as far as it means something here. */
export interface ImageForm {
  readonly prompt: string;
  readonly model: string | undefined;
  readonly n: number;
  /** Pixels of the results; absent = the picture's own. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly link: boolean;
  readonly format: "png" | "jpeg" | "webp";
  /** The one to edit first, then references. */
  readonly images: readonly Uint8Array[];
  readonly mask: Uint8Array | undefined;
}

/** `bad_request` that names the field, as OpenAI's `param`. */
export const wrongField = (param: string, message: string): Result<never> =>
  err(emendError("bad_request", message, { details: { param } }));

const tooLarge = (): Result<never> =>
  err(emendError("payload_too_large", `A request may have at most ${MAX_FORM_BYTES / 1024 / 1024} MB in all.`));

async function readBytes(request: Request): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_FORM_BYTES) return tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of bodyParts(request)) {
      size += part.length;
      if (size > MAX_FORM_BYTES) return tooLarge();
      parts.push(part);
    }
  } catch {
    return err(emendError("connection_lost", "The upload broke off."));
  }
  return ok(new Uint8Array(Buffer.concat(parts)));
}

async function readForm(request: Request): Promise<Result<FormData>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return err(emendError("bad_request", "Send the pictures as multipart/form-data."));
  const bytes = await readBytes(request);
  if (!bytes.ok) return bytes;
  try {
    return ok(await new Response(bytes.value, { headers: { "content-type": type } }).formData());
  } catch {
    return err(emendError("bad_request", "The form cannot be read."));
  }
}

const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most));

/** Fields of words, and what is wrong where one does not fit. Fields not named here say nothing that matters to us. */
const FIELDS = {
  prompt: [
    v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.instructionChars)),
    `prompt has 1 to ${LIMITS.instructionChars} characters.`,
  ],
  n: [v.optional(whole(1, LIMITS.variants), "1"), `n is a whole number from 1 to ${LIMITS.variants}.`],
  size: [
    v.optional(v.union([v.literal("auto"), v.pipe(v.string(), v.regex(/^[1-9]\d{1,4}x[1-9]\d{1,4}$/))]), "auto"),
    'size is "auto" or WIDTHxHEIGHT.',
  ],
  response_format: [v.optional(v.picklist(["b64_json", "url"]), "b64_json"), 'response_format is "b64_json" or "url".'],
  output_format: [v.optional(v.picklist(["png", "jpeg", "webp"]), "png"), 'output_format is "png", "jpeg" or "webp".'],
  stream: [v.optional(v.literal("false"), "false"), "Streaming is not offered: a result comes whole. Leave stream out."],
} as const;

function sizeOf(text: string): Result<ImageForm["size"]> {
  if (text === "auto") return ok(undefined);
  const [width, height] = text.split("x").map(Number) as [number, number];
  const { imageSidePx, imagePixels } = LIMITS;
  if (Math.max(width, height) <= imageSidePx && width * height <= imagePixels) return ok({ width, height });
  return wrongField("size", `size has at most ${imageSidePx} pixels a side and ${imagePixels / 1e6} million in all.`);
}

async function filesOf(form: FormData, names: readonly string[]): Promise<readonly Uint8Array[]> {
  const files = names.flatMap((name) => form.getAll(name)).filter((value) => value instanceof Blob);
  return Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
}

async function picturesOf(form: FormData): Promise<Result<Pick<ImageForm, "images" | "mask">>> {
  const images = await filesOf(form, ["image", "image[]"]);
  const masks = await filesOf(form, ["mask"]);
  if (images.length === 0) return wrongField("image", "image is missing: send the picture to edit.");
  if (images.length > LIMITS.references + 1)
    return wrongField("image", `At most ${LIMITS.references + 1} images: one to edit and ${LIMITS.references} to take from.`);
  if (masks.length > 1) return wrongField("mask", "There can be one mask.");
  if ([...images, ...masks].some(({ length }) => length > LIMITS.blobBytes))
    return err(emendError("payload_too_large", `A picture may have at most ${LIMITS.blobBytes / 1024 / 1024} MB.`));
  return ok({ images, mask: masks[0] });
}

type Words = { readonly [K in keyof typeof FIELDS]: v.InferOutput<(typeof FIELDS)[K][0]> };

function wordsOf(form: FormData): Result<Words> {
  const words: Record<string, unknown> = {};
  for (const [name, [schema, message]] of Object.entries(FIELDS)) {
    const value = form.get(name) ?? undefined;
    const parsed = v.safeParse(schema, value);
    if (!parsed.success)
      return wrongField(name, name === "prompt" && value === undefined ? "prompt is missing: say what to change." : message);
    words[name] = parsed.output;
  }
  return ok(words as Words);
}

/** Reads and checks the form of `POST /v1/images/edits`. Codes: `bad_request` (with the field), `payload_too_large`, `connection_lost`. */
export async function readImageForm(request: Request): Promise<Result<ImageForm>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const words = wordsOf(form.value);
  if (!words.ok) return words;
  const size = sizeOf(words.value.size);
  const pictures = size.ok ? await picturesOf(form.value) : size;
  if (!size.ok || !pictures.ok) return pictures as Result<never>;
  const model = form.value.get("model");
  return ok({
    ...pictures.value,
    size: size.value,
    prompt: words.value.prompt,
    n: words.value.n,
    link: words.value.response_format === "url",
    format: words.value.output_format,
    model: typeof model === "string" && model !== "" ? model : undefined,
  });
}
