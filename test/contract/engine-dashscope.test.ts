import assert from "node:assert/strict";
import { test } from "node:test";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createDashScopeEngine } from "../../local-server/engines/dashscope/index.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { type FakeServer, type FakeWire, startMisbehavingServer } from "../fakes/engines/misbehaving-server.ts";
import { CANARY, engineContract, gradient, requestFor } from "./engine-contract.ts";
import { settingsFrom } from "./fixed-settings.ts";

const PATH = "/api/v1/services/aigc/multimodal-generation/generation";

interface Sent {
  readonly model: string;
  readonly input: { readonly messages: readonly { readonly role: string; readonly content: readonly Record<string, string>[] }[] };
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The service's own rules, as far as they can be told from a request: what breaks them is refused in its words. */
function complaint({ input, parameters }: Sent): string | undefined {
  const [message, ...more] = input.messages;
  const texts = message.content.filter(({ text }) => text !== undefined);
  const images = message.content.filter(({ image }) => image !== undefined);
  if (more.length > 0 || message.role !== "user" || texts.length !== 1) return "exactly one user message with one text";
  if (images.length < 1 || images.length > 3) return "1 to 3 images";
  if (!images.every(({ image }) => image.startsWith("data:image/png;base64,"))) return "image must be a URL or a data URL";
  if (texts[0].text.length > 800) return "text too long";
  const size = /^(\d+)\*(\d+)$/.exec(String(parameters.size));
  if (size === null || [size[1], size[2]].some((side) => Number(side) < 512 || Number(side) > 2048)) return "size must be W*H, 512 to 2048";
  return Number(parameters.seed) < 2 ** 31 ? undefined : "seed out of range";
}

/** The last request that was served. */
let sent: Sent | undefined;

const wire = (png: Uint8Array): FakeWire => {
  let file = png;
  return {
    makesPicture: ({ url, method }) => method === "POST" && url === PATH,
    answer: (request, body, response, picture = png) => {
      if (request.url?.startsWith("/result/")) return void response.end(file);
      file = picture;
      sent = JSON.parse(body.toString()) as Sent;
      const wrong = complaint(sent);
      response.writeHead(wrong === undefined ? 200 : 400, { "content-type": "application/json" });
      const url = `http://${request.headers.host}/result/a.png?Expires=1`;
      const output = { choices: [{ finish_reason: "stop", message: { role: "assistant", content: [{ image: url }] } }] };
      const usage = { image_count: 1, width: 1536, height: 1024 };
      response.end(
        JSON.stringify(
          wrong === undefined ? { output, usage, request_id: "r" } : { request_id: "r", code: "InvalidParameter", message: wrong },
        ),
      );
    },
  };
};

const settings = (url: string, more: Record<string, string> = {}) =>
  settingsFrom({ EMEND_DASHSCOPE_BASE_URL: url, EMEND_DASHSCOPE_API_KEY: CANARY, EMEND_ALLOW_HOSTED: "dashscope", ...more });

engineContract({
  name: "dashscope",
  wire,
  create: (url, { codec, backOff, deadlineMs }) =>
    createDashScopeEngine({ codec, backOff, settingsOf: settings(url, { EMEND_DASHSCOPE_DEADLINE_MS: String(deadlineMs) }) }),
});

/** Runs `use` with a codec and a server that answers as `answer` says. */
async function against(answer: FakeWire["answer"] | undefined, use: (at: { url: string; server: FakeServer }) => Promise<void>) {
  const png = await codec.encode(gradient(96, 64), "png");
  assert.ok(png.ok);
  const well = wire(png.value);
  const server = await startMisbehavingServer(answer === undefined ? well : { ...well, answer });
  await use({ url: server.url, server }).finally(() => server.close());
}
const codec = createChildCodec({ logger: createLogger("error", () => undefined) });
test.after(() => codec.close());
const edit = (url: string, env: Record<string, string> = {}, references = 0) =>
  createDashScopeEngine({ codec, settingsOf: settings(url, env), backOff: { tries: 1, baseMs: 1, mostMs: 1 } }).edit(
    requestFor(gradient(96, 64), { references: Array.from({ length: references }, () => gradient(40, 30)) }),
    new AbortController().signal,
    () => undefined,
  );

test("dashscope: wording is kept, nothing is stamped on, several pictures go as one message", () =>
  against(undefined, async ({ url }) => {
    assert.ok((await edit(url, {}, 2)).ok);
    assert.equal(sent?.model, "qwen-image-edit-plus");
    assert.equal(sent.input.messages[0].content.length, 4);
    assert.equal(sent.parameters.prompt_extend, false);
    assert.equal(sent.parameters.watermark, false);
  }));

test("dashscope: the plain model is not sent what it does not take", () =>
  against(
    (_request, body, response) => {
      sent = JSON.parse(body.toString()) as Sent;
      response.writeHead(400);
      response.end("{}");
    },
    async ({ url }) => {
      await edit(url, { EMEND_DASHSCOPE_MODEL: "qwen-image-edit" });
      assert.deepEqual(Object.keys(sent?.parameters ?? {}).sort(), ["n", "negative_prompt", "seed", "watermark"]);
    },
  ));

const REFUSALS = [
  [400, "DataInspectionFailed", "engine_failed", /inappropriate/],
  [400, "Arrearage", "engine_unavailable", /overdue/],
  [401, "InvalidApiKey", "engine_unavailable", /refused the key/],
  [403, "AccessDenied.Unpurchased", "engine_unavailable", /refused the key/],
  [404, "ModelNotFound", "engine_unavailable", /model/],
  [429, "Throttling.RateQuota", "rate_limited", /too many requests/],
  [500, "InternalError", "engine_failed", /status 500/],
] as const;
for (const [status, code, expected, words] of REFUSALS) {
  test(`dashscope: ${code} is ${expected}`, () =>
    against(
      (_request, _body, response) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify({ request_id: "r", code, message: `because of ${CANARY}` }));
      },
      async ({ url }) => {
        const done = await edit(url);
        assert.ok(!done.ok);
        assert.equal(done.error.code, expected);
        assert.match(done.error.message, words);
        assert.equal(JSON.stringify(done).includes(CANARY), false);
      },
    ));
}

test("dashscope: each region has its address and price", async () => {
  const viewOf = async (env: Record<string, string>) => {
    const engine = createDashScopeEngine({ codec, settingsOf: settingsFrom({ EMEND_DASHSCOPE_API_KEY: CANARY, ...env }) });
    return [(await engine.check()).consent?.host, engine.capabilities().price?.currency];
  };
  assert.deepEqual(await viewOf({}), ["dashscope.aliyuncs.com", "CNY"]);
  assert.deepEqual(await viewOf({ EMEND_DASHSCOPE_REGION: "singapore" }), ["dashscope-intl.aliyuncs.com", "USD"]);
});
