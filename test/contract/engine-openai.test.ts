import assert from "node:assert/strict";
import { test } from "node:test";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createOpenAiEngine } from "../../local-server/engines/openai/index.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { CANARY, engineContract } from "./engine-contract.ts";
import { settingsFrom } from "./fixed-settings.ts";

engineContract({
  name: "openai",
  wire: (png) => ({
    makesPicture: ({ url, method }) => method === "POST" && url === "/v1/images/edits",
    answer: (request, body, response, picture = png) => {
      const form = body.toString("latin1");
      const complete = ['name="prompt"', 'name="model"', 'name="image"', "image/png"].every((wanted) => form.includes(wanted));
      const multipart = request.headers["content-type"]?.startsWith("multipart/form-data") === true;
      response.writeHead(complete && multipart ? 200 : 400, { "content-type": "application/json" });
      response.end(JSON.stringify({ created: 1, data: [{ b64_json: Buffer.from(picture).toString("base64") }] }));
    },
  }),
  create: (url, { codec, backOff, deadlineMs }) =>
    createOpenAiEngine({
      codec,
      backOff,
      settingsOf: settingsFrom({
        EMEND_OPENAI_BASE_URL: `${url}/v1/`,
        EMEND_OPENAI_API_KEY: CANARY,
        EMEND_OPENAI_DEADLINE_MS: String(deadlineMs),
      }),
    }),
});

const codec = createChildCodec({ logger: createLogger("error", () => undefined) });
const reasonOf = async (env: Record<string, string>) => (await createOpenAiEngine({ codec, settingsOf: settingsFrom(env) }).check()).reason;

test("openai: a key alone is no consent that pictures leave this machine", async () => {
  assert.match((await reasonOf({ EMEND_OPENAI_API_KEY: CANARY })) ?? "", /emend engines allow openai/);
  assert.equal(await reasonOf({ EMEND_OPENAI_API_KEY: CANARY, EMEND_ALLOW_HOSTED: "openai" }), undefined);
});

test("openai: plain http goes to this machine only", async () => {
  assert.match((await reasonOf({ EMEND_OPENAI_BASE_URL: "http://example.com/v1", EMEND_ALLOW_HOSTED: "all" })) ?? "", /https/);
});

test("openai: nothing is set up until it is", async () => {
  assert.match((await reasonOf({})) ?? "", /EMEND_OPENAI_BASE_URL/);
});

test("openai: a server of one's own network needs consent, but no key, and may be spoken to over http", async () => {
  const env = { EMEND_OPENAI_BASE_URL: "http://gpu-box.example:8080/v1", EMEND_OPENAI_NETWORK: "private" };
  const state = await createOpenAiEngine({ codec, settingsOf: settingsFrom(env) }).check();
  assert.deepEqual([state.missing, state.key], [["consent"], "not_needed"]);
  assert.equal(await reasonOf({ ...env, EMEND_ALLOW_HOSTED: "openai" }), undefined);
});
