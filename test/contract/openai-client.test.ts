import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import OpenAI, { toFile } from "openai";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createOpenAiEngine } from "../../local-server/engines/openai/index.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { type RunningCompanion, runCompanion } from "../fakes/running-companion.ts";
import { gradient, requestFor } from "./engine-contract.ts";
import { settingsFrom } from "./fixed-settings.ts";

/** OpenAI's own client, unchanged, against the companion. The fake engine inverts the square (2,2)–(10,10) of what it gets. */
let running: RunningCompanion;
let client: OpenAI;
let png: Uint8Array;
const codec = createChildCodec({ logger: createLogger("error", () => undefined) });

const encode = async (image: RasterImage, format: "png" | "jpeg" = "png"): Promise<Uint8Array> => {
  const bytes = await codec.encode(image, format);
  assert.ok(bytes.ok);
  return bytes.value;
};
async function decode(bytes: Uint8Array): Promise<RasterImage & { readonly format: string }> {
  const picture = await codec.decode(bytes);
  assert.ok(picture.ok, JSON.stringify(picture));
  return { ...picture.value.image, format: picture.value.format };
}

before(async () => {
  running = await runCompanion();
  client = new OpenAI({ baseURL: `http://127.0.0.1:${running.port}/v1`, apiKey: running.token });
  png = await encode(gradient(48, 32));
});
after(async () => {
  await running.stop();
  await codec.close();
});

const file = (bytes: Uint8Array = png, name = "picture.png"): Promise<File> => toFile(bytes, name, { type: "image/png" });
const PROMPT = "a -> b";
const bytesOf = (b64: string | undefined): Uint8Array => Buffer.from(b64 ?? "", "base64");
const at = (image: RasterImage, x: number, y: number): number[] => [
  ...image.data.subarray((y * image.width + x) * 4, (y * image.width + x) * 4 + 3),
];
const inverted = (pixel: readonly number[]): number[] => pixel.map((value) => 255 - value);

test("models are listed and can be asked for one by one", async () => {
  const ids = [];
  for await (const model of client.models.list()) ids.push(model.id);
  assert.deepEqual(ids, ["emend", "fake"]);
  assert.equal((await client.models.retrieve("fake")).object, "model");
  await assert.rejects(client.models.retrieve("nobody"), OpenAI.NotFoundError);
});

test("an edit gives the whole picture back as base64, changed only where it was to be", async () => {
  const answer = await client.images.edit({ image: await file(), prompt: PROMPT, model: "gpt-image-1" });
  assert.equal(answer.data?.length, 1);
  const result = await decode(bytesOf(answer.data?.[0]?.b64_json));
  const source = gradient(48, 32);
  assert.deepEqual([result.width, result.height, result.format], [48, 32, "png"]);
  assert.deepEqual(at(result, 5, 5), inverted(at(source, 5, 5)));
  assert.deepEqual(at(result, 30, 20), at(source, 30, 20));
  assert.ok(Math.abs(answer.created - Date.now() / 1000) < 60);
  assert.equal((answer as { size?: string }).size, "48x32");
});

test("a mask lets change only what is see-through in it", async () => {
  const mask = gradient(48, 32);
  for (let i = 0; i < 48 * 32; i++) mask.data[i * 4 + 3] = i % 48 < 6 ? 0 : 255;
  const answer = await client.images.edit({ image: await file(), mask: await file(await encode(mask)), prompt: PROMPT });
  const result = await decode(bytesOf(answer.data?.[0]?.b64_json));
  const source = gradient(48, 32);
  assert.deepEqual(at(result, 4, 5), inverted(at(source, 4, 5)));
  assert.deepEqual(at(result, 8, 5), at(source, 8, 5));
});

test("several images: the first is edited, the others are references", async () => {
  const other = await file(await encode(gradient(20, 20)), "other.png");
  const answer = await client.images.edit({ image: [await file(), other], prompt: PROMPT });
  const { width, height } = await decode(bytesOf(answer.data?.[0]?.b64_json));
  assert.deepEqual([width, height], [48, 32]);
});

test("n results are n results", async () => {
  assert.equal((await client.images.edit({ image: await file(), prompt: PROMPT, n: 3 })).data?.length, 3);
});

test("a size is kept to, the whole picture inside it; other formats are written", async () => {
  const square = await client.images.edit({ image: await file(), prompt: PROMPT, size: "1024x1024" });
  const result = await decode(bytesOf(square.data?.[0]?.b64_json));
  assert.deepEqual([result.width, result.height], [1024, 1024]);
  const alpha = (y: number): number => result.data[(y * 1024 + 512) * 4 + 3]!;
  assert.deepEqual([alpha(10), alpha(512), alpha(1010)], [0, 255, 0], "48 × 32 in a square leaves bands above and below");
  const jpeg = await client.images.edit({ image: await file(), prompt: PROMPT, output_format: "jpeg" });
  assert.equal((await decode(bytesOf(jpeg.data?.[0]?.b64_json))).format, "jpeg");
});

test("an address instead of bytes can be fetched by anybody who has it, and by nobody who changes it", async () => {
  const answer = await client.images.edit({ image: await file(), prompt: PROMPT, response_format: "url" });
  const url = new URL(answer.data?.[0]?.url ?? "");
  const picture = await fetch(url);
  assert.deepEqual([picture.status, picture.headers.get("content-type")], [200, "image/png"]);
  assert.equal((await decode(new Uint8Array(await picture.arrayBuffer()))).width, 48);
  const other = await running.put(png);
  const forged = [
    ["path", url.href.replace(/images\/[0-9a-f]{64}/, `images/${other}`)],
    ["tenant", url.href.replace("tenant=local", "tenant=acme")],
    ["expiry", url.href.replace(/expires=\d+/, "expires=9999999999999")],
    ["signature", url.href.replace(/signature=.{4}/, "signature=AAAA")],
    ["no signature", url.href.replace(/&signature=.*/, "")],
    ["no query", url.href.replace(/\?.*/, "")],
    ["another route", url.href.replace(/v1\/images\/[0-9a-f]{64}/, `api/v1/blobs/${other}`)],
  ] as const;
  for (const [what, address] of forged) assert.equal((await fetch(address)).status, 401, what);
});

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly param: string | null;
  readonly message: string;
}

async function refusalOf(ask: () => Promise<unknown>): Promise<Refusal> {
  try {
    await ask();
  } catch (error) {
    assert.ok(error instanceof OpenAI.APIError, String(error));
    return { status: error.status ?? 0, code: error.code ?? "", param: error.param ?? null, message: error.message };
  }
  throw new Error("was not refused");
}

test("failures are the client's own error classes, with the field that is wrong", async () => {
  const edit = (more: Record<string, unknown>) => async () => client.images.edit({ image: await file(), prompt: PROMPT, ...more } as never);
  const cases: readonly (readonly [string, () => Promise<unknown>, number, string, string | null])[] = [
    ["no prompt", edit({ prompt: " " }), 400, "bad_request", "prompt"],
    ["not understood", edit({ prompt: "hmm" }), 422, "instruction_unclear", null],
    ["too many", edit({ n: 9 }), 400, "bad_request", "n"],
    ["no size", edit({ size: "large" }), 400, "bad_request", "size"],
    ["a bomb of a size", edit({ size: "16000x16000" }), 400, "bad_request", "size"],
    ["streaming", edit({ stream: true }), 400, "bad_request", "stream"],
    ["unknown model", edit({ model: "nobody" }), 404, "model_not_found", null],
    ["no picture", async () => client.images.edit({ image: await file(Buffer.from("no")), prompt: PROMPT }), 422, "not_an_image", null],
    [
      "six images",
      async () => client.images.edit({ image: await Promise.all(Array.from({ length: 6 }, () => file())), prompt: PROMPT }),
      400,
      "bad_request",
      "image",
    ],
    [
      "mask of another size",
      async () => client.images.edit({ image: await file(), mask: await file(await encode(gradient(9, 9))), prompt: PROMPT }),
      400,
      "bad_request",
      null,
    ],
  ];
  for (const [what, ask, status, code, param] of cases) {
    const refusal = await refusalOf(ask);
    assert.deepEqual([refusal.status, refusal.code, refusal.param], [status, code, param], what);
    assert.ok(refusal.message.length > 15, what);
  }
});

test("a wrong key is an authentication failure", async () => {
  const stranger = new OpenAI({ baseURL: client.baseURL, apiKey: "sk-wrong" });
  await assert.rejects(
    stranger.models.list(),
    (error: unknown) => error instanceof OpenAI.AuthenticationError && error.code === "invalid_api_key",
  );
});

test("a form that is none, and one beyond its limit, are refused in words", async () => {
  const post = (init: RequestInit) => running.call("/v1/images/edits", { method: "POST", ...init });
  const wrong = await post({ headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--y\r\nnonsense" });
  assert.deepEqual([wrong.status, ((await wrong.json()) as { error: { type: string } }).error.type], [400, "invalid_request_error"]);
  assert.equal((await post({ headers: { "content-type": "application/json" }, body: "{}" })).status, 400);
  const form = new FormData();
  form.set("prompt", PROMPT);
  form.set("image", new Blob([new Uint8Array(97 * 1024 * 1024)]), "big.png");
  assert.equal((await post({ body: form })).status, 413);
});

test("a failure that costs time is not repeated by the client", async () => {
  const refused = await running.call("/v1/models/nobody");
  assert.equal(refused.headers.get("x-should-retry"), "false");
});

test("our own adapter, pointed at our own address, edits like any other", { timeout: 30_000 }, async () => {
  const settingsOf = settingsFrom({ EMEND_OPENAI_BASE_URL: `http://127.0.0.1:${running.port}/v1`, EMEND_OPENAI_API_KEY: running.token });
  const engine = createOpenAiEngine({ codec, settingsOf });
  assert.equal((await engine.check()).available, true);
  const source = gradient(320, 256);
  const request = requestFor(source, { plan: { instruction: PROMPT, operations: [] } });
  const done = await engine.edit(request, new AbortController().signal, () => undefined);
  assert.ok(done.ok, JSON.stringify(done));
  assert.deepEqual(done.value.frame, { x: 0, y: 0, width: 320, height: 256 });
  const { image } = done.value;
  assert.ok(image.width >= 320 && Math.abs(image.width / image.height - 320 / 256) < 0.05);
});

test("our own adapter tells our own refusals apart", { timeout: 30_000 }, async () => {
  const ask = async (token: string, instruction: string): Promise<string> => {
    const settingsOf = settingsFrom({ EMEND_OPENAI_BASE_URL: `http://127.0.0.1:${running.port}/v1`, EMEND_OPENAI_API_KEY: token });
    const request = requestFor(gradient(64, 64), { plan: { instruction, operations: [] } });
    const done = await createOpenAiEngine({ codec, settingsOf }).edit(request, new AbortController().signal, () => undefined);
    return done.ok ? "ok" : `${done.error.code}: ${done.error.message}`;
  };
  assert.match(await ask("wrong-token", PROMPT), /^engine_unavailable: The images server refused the key/);
  assert.match(await ask(running.token, "hmm"), /^engine_failed: The images server refused the request \(status 422\)\. It said: ./);
});
