import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { after, test } from "node:test";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createHuggingFaceEngine } from "../../local-server/engines/huggingface/index.ts";
import { KeepWarm } from "../../local-server/engines/huggingface/keep-warm.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { type FakeWire, startMisbehavingServer } from "../fakes/engines/misbehaving-server.ts";
import { CANARY, engineContract, gradient, requestFor } from "./engine-contract.ts";
import { settingsFrom } from "./fixed-settings.ts";

const MODEL = "Qwen/Qwen-Image-Edit-2509";
const mapping = (...providers: readonly string[]) =>
  providers.map((provider) => ({ provider, providerId: `${provider}/edit`, status: "live", task: "image-to-image" }));

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

/** What the fake was last sent to make a picture from, and every request's address and whether it held the key. */
const seen: { body?: Record<string, unknown>; calls: { url: string; key: boolean }[] } = { calls: [] };

type Route = (at: { url: string; base: string; response: ServerResponse; polls: number; b64: string }) => void;

/** Hub and router as one server: `inferenceProviderMapping`, then what a provider behind the router answers. */
const router =
  (mappings: unknown, provider: Route, isJob: (url: string) => boolean) =>
  (png: Uint8Array): FakeWire => {
    let [file, polls] = [png, 0];
    return {
      makesPicture: ({ url = "", method }) => method === "POST" && isJob(url),
      answer: (request, body, response, picture = png) => {
        const { url = "", headers, method } = request;
        seen.calls.push({ url, key: headers.authorization === `Bearer ${CANARY}` });
        if (url.startsWith("/api/models/")) return json(response, 200, { id: MODEL, inferenceProviderMapping: mappings });
        if (url === "/out.png") return void response.end(file);
        if (headers.authorization !== `Bearer ${CANARY}`) return json(response, 401, { error: "Invalid username or password." });
        if (method === "POST") {
          [file, polls] = [picture, 0];
          seen.body = JSON.parse(body.toString()) as Record<string, unknown>;
        }
        provider({ url, base: `http://${headers.host}`, response, polls: polls++, b64: Buffer.from(file).toString("base64") });
      },
    };
  };

const QUEUE = "/fal-ai/fal-ai/edit/requests/req-1";
const falAi: Route = ({ url, base, response, polls }) => {
  if (url === "/fal-ai/fal-ai/edit?_subdomain=queue")
    return json(response, 200, {
      request_id: "req-1",
      status: "IN_QUEUE",
      response_url: "https://queue.fal.run/fal-ai/edit/requests/req-1",
    });
  if (url === `${QUEUE}/status?_subdomain=queue`) return json(response, 200, { status: polls < 2 ? "IN_PROGRESS" : "COMPLETED" });
  if (url === `${QUEUE}?_subdomain=queue`)
    return json(response, 200, { images: [{ url: `${base}/out.png`, content_type: "image/png" }], seed: 7 });
  return json(response, 404, { error: `Not found: ${url}` });
};
const isFalJob = (url: string): boolean => url.startsWith("/fal-ai/fal-ai/edit?");

const settings = (url: string, more: Record<string, string> = {}) =>
  settingsFrom({
    EMEND_HUGGINGFACE_BASE_URL: url,
    EMEND_HUGGINGFACE_HUB_URL: url,
    EMEND_HUGGINGFACE_API_KEY: CANARY,
    EMEND_ALLOW_HOSTED: "huggingface",
    EMEND_HUGGINGFACE_DEADLINE_MS: "2000",
    ...more,
  });

engineContract({
  name: "huggingface",
  wire: router(mapping("fal-ai"), falAi, isFalJob),
  create: (url, { codec, backOff, deadlineMs }) =>
    createHuggingFaceEngine({ codec, backOff, settingsOf: settings(url, { EMEND_HUGGINGFACE_DEADLINE_MS: String(deadlineMs) }) }),
});

const codec = createChildCodec({ logger: createLogger("error", () => undefined) });
after(() => codec.close());

async function run(wire: (png: Uint8Array) => FakeWire, env: Record<string, string> = {}) {
  const png = await codec.encode(gradient(96, 64), "png");
  assert.ok(png.ok);
  const server = await startMisbehavingServer(wire(png.value));
  seen.calls = [];
  const engine = createHuggingFaceEngine({ codec, settingsOf: settings(server.url, env), backOff: { tries: 1, baseMs: 1, mostMs: 1 } });
  const done = await engine.edit(requestFor(gradient(96, 64)), new AbortController().signal, () => undefined);
  await engine.dispose?.();
  await server.close();
  return done;
}

const replicate: Route = ({ url, base, response, polls }) => {
  if (url === "/replicate/v1/models/replicate/edit/predictions")
    return json(response, 201, { id: "p", status: "starting", output: null, urls: { get: "https://api.replicate.com/v1/predictions/p" } });
  if (url !== "/replicate/v1/predictions/p") return json(response, 404, { detail: `no ${url}` });
  return json(response, 200, polls < 2 ? { status: "processing", output: null } : { status: "succeeded", output: [`${base}/out.png`] });
};
const wavespeed: Route = ({ url, base, response, polls }) => {
  const data = { id: "w", status: "created", urls: { get: "https://api.wavespeed.ai/api/v3/predictions/w/result" } };
  if (url === "/wavespeed/api/v3/wavespeed/edit") return json(response, 200, { code: 200, message: "ok", data });
  if (url !== "/wavespeed/api/v3/predictions/w/result") return json(response, 404, { message: `no ${url}` });
  return json(response, 200, {
    data: polls < 2 ? { ...data, status: "processing" } : { ...data, status: "completed", outputs: [`${base}/out.png`] },
  });
};
const together: Route = ({ response, b64 }) => json(response, 200, { data: [{ index: 0, b64_json: b64 }] });
const direct: Route = ({ response, b64 }) => {
  response.writeHead(200, { "content-type": "image/png" });
  response.end(Buffer.from(b64, "base64"));
};

const PROVIDERS: Readonly<Record<string, Route>> = { "fal-ai": falAi, replicate, wavespeed, together, "hf-inference": direct };
for (const [name, route] of Object.entries(PROVIDERS)) {
  test(`huggingface: ${name} is spoken, from request to picture`, async () => {
    const done = await run(router(mapping(name), route, () => false));
    assert.ok(done.ok, JSON.stringify(done));
    assert.match(JSON.stringify(seen.body), /replace the vase/);
    const withKey = seen.calls.filter(({ key }) => key).map(({ url }) => url);
    assert.ok(withKey.length > 0 && withKey.every((url) => url.startsWith(`/${name}/`)), withKey.join(" "));
  });
}

test("huggingface: who has the model now is asked; of several, one spoken here is taken, or the one the person named", async () => {
  const both = [
    ...mapping("novita", "replicate", "fal-ai"),
    { provider: "together", providerId: "x", status: "staging", task: "image-to-image" },
  ];
  const any: Route = (at) => (at.url.startsWith("/replicate") ? replicate(at) : falAi(at));
  assert.ok((await run(router(both, any, () => false))).ok);
  assert.ok(seen.calls.some(({ url }) => url.startsWith("/fal-ai/")));
  assert.ok(
    (
      await run(
        router(both, any, () => false),
        { EMEND_HUGGINGFACE_PROVIDER: "replicate" },
      )
    ).ok,
  );
  assert.ok(seen.calls.some(({ url }) => url.startsWith("/replicate/")));
});

test("huggingface: older hubs give the providers as an object", async () => {
  const { provider: _name, ...entry } = mapping("fal-ai")[0]!;
  assert.ok((await run(router({ "fal-ai": entry }, falAi, () => false))).ok);
});

test("huggingface: a model nobody runs is said, with who does", async () => {
  const done = await run(router(mapping("novita"), falAi, () => false));
  assert.match(done.ok ? "" : `${done.error.code} ${done.error.message} ${done.error.help}`, /^engine_unavailable .*Qwen.* novita/);
});

const FAULTS: readonly (readonly [string, Route, string, RegExp])[] = [
  [
    "a queue that fails",
    ({ url, base, response, polls, b64 }) =>
      url.includes("/status") ? json(response, 200, { status: "FAILED", error: "nsfw" }) : falAi({ url, base, response, polls, b64 }),
    "engine_failed",
    /gave up.*nsfw/,
  ],
  [
    "a queue that never ends",
    ({ url, base, response, polls, b64 }) =>
      url.includes("/status") ? json(response, 200, { status: "IN_PROGRESS" }) : falAi({ url, base, response, polls, b64 }),
    "engine_timeout",
    /in time/,
  ],
  [
    "used-up credits",
    ({ response }) => json(response, 402, { error: "You have exceeded your monthly included credits" }),
    "engine_unavailable",
    /payment/,
  ],
  [
    "a validation failure",
    ({ response }) => json(response, 422, { detail: [{ loc: ["body", "prompt"], msg: "too long" }] }),
    "engine_failed",
    /too long/,
  ],
  [
    "a cold model",
    ({ response }) => json(response, 503, { error: "Model is currently loading", estimated_time: 42 }),
    "engine_unavailable",
    /loading/,
  ],
  [
    "a model the provider lost",
    ({ response }) => json(response, 404, { error: "Model not supported by provider" }),
    "engine_unavailable",
    /model/,
  ],
];
for (const [what, route, code, words] of FAULTS) {
  test(`huggingface: ${what} is ${code}`, async () => {
    const done = await run(router(mapping("fal-ai"), route, () => false));
    assert.ok(!done.ok);
    assert.equal(done.error.code, code);
    assert.match(done.error.message, words);
  });
}

test("huggingface: a 503 is not repeated without end", async () => {
  let asked = 0;
  const cold: Route = ({ response }) => {
    asked++;
    json(response, 503, { error: "loading" });
  };
  const done = await run(router(mapping("fal-ai"), cold, () => false));
  assert.equal(!done.ok && done.error.code, "engine_failed");
  assert.equal(asked, 1);
});

test("huggingface: a dedicated endpoint takes the request at its own address, without asking the hub", async () => {
  const done = await run(
    router([], direct, () => false),
    { EMEND_HUGGINGFACE_ENDPOINT: "yes" },
  );
  assert.ok(done.ok, JSON.stringify(done));
  assert.deepEqual(
    seen.calls.map(({ url }) => url),
    ["/"],
  );
});

test("huggingface: a dedicated endpoint is kept warm for as long as was asked, and only then", async () => {
  const png = await codec.encode(gradient(8, 8), "png");
  assert.ok(png.ok);
  const server = await startMisbehavingServer(router([], direct, () => false)(png.value));
  const healths = (): number => seen.calls.filter(({ url }) => url === "/health").length;
  const job = { settings: { baseUrl: new URL(server.url) }, key: CANARY } as Parameters<KeepWarm["used"]>[0];
  seen.calls = [];
  const off = new KeepWarm(settings(server.url, { EMEND_HUGGINGFACE_ENDPOINT: "yes" })("huggingface"), 10);
  off.used(job);
  const on = new KeepWarm(
    settings(server.url, { EMEND_HUGGINGFACE_ENDPOINT: "yes", EMEND_HUGGINGFACE_KEEP_WARM_MINUTES: "0.002" })("huggingface"),
    10,
  );
  on.used(job);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const then = healths();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(then > 0 && then < 20, String(then));
  assert.equal(healths(), then);
  [on, off].forEach((warm) => {
    warm.stop();
  });
  await server.close();
});

test("huggingface: the retired address is named as such", async () => {
  const settingsOf = settingsFrom({
    EMEND_HUGGINGFACE_BASE_URL: "https://api-inference.huggingface.co",
    EMEND_HUGGINGFACE_API_KEY: CANARY,
    EMEND_ALLOW_HOSTED: "huggingface",
  });
  const done = await createHuggingFaceEngine({ codec, settingsOf }).edit(
    requestFor(gradient(8, 8)),
    new AbortController().signal,
    () => undefined,
  );
  assert.match(done.ok ? "" : done.error.message, /no longer in service/);
});
