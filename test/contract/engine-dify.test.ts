import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { after, test } from "node:test";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import { createDifyEngine } from "../../local-server/engines/dify/index.ts";
import type { EngineEvent } from "../../local-server/engines/engine.ts";
import { createLogger } from "../../local-server/observability/logger.ts";
import { type FakeWire, startMisbehavingServer } from "../fakes/engines/misbehaving-server.ts";
import { CANARY, engineContract, gradient, requestFor } from "./engine-contract.ts";
import { settingsFrom } from "./fixed-settings.ts";

const FORM = [
  { "text-input": { label: "Words", variable: "prompt", required: true, max_length: 2000, default: "" } },
  { file: { label: "Picture", variable: "picture", required: true, allowed_file_types: ["image"] } },
];

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

/** Writes one event of a stream. */
const tell = (response: ServerResponse, event: Record<string, unknown>): void =>
  void response.write(`data: ${JSON.stringify({ task_id: "task-1", workflow_run_id: "run-1", ...event })}\n\n`);

interface Asked {
  readonly inputs: Record<string, unknown>;
  readonly files?: readonly unknown[];
  readonly response_mode: string;
  readonly user: string;
}

interface App {
  /** What the workflow's end node gives, once the picture has been put at `at`. */
  outputs(at: { readonly base: string; readonly b64: string }): unknown;
  readonly form?: unknown;
  readonly uploads?: unknown;
}

const fileAt = (url: string) => ({
  dify_model_identity: "__dify__file__",
  id: null,
  type: "image",
  transfer_method: "tool_file",
  remote_url: null,
  related_id: "7",
  filename: "7.png",
  extension: ".png",
  mime_type: "image/png",
  size: 100,
  url,
});

/** What the fake was last asked, and which runs were stopped. */
const seen: { asked?: Asked; stopped: string[]; uploads: number } = { stopped: [], uploads: 0 };

/** An app as Dify serves it. */
function app({ outputs, form = FORM, uploads }: App): (png: Uint8Array) => FakeWire {
  return (png) => {
    let file = png;
    const routes = (request: IncomingMessage, body: Buffer, response: ServerResponse, picture: Uint8Array): unknown => {
      const { url = "", method } = request;
      if (url === "/files/tools/7.png?sign=x" && method === "GET") return void response.end(file);
      if (request.headers.authorization !== `Bearer ${CANARY}`)
        return json(response, 401, { code: "unauthorized", message: "no", status: 401 });
      if (url === "/v1/parameters") return json(response, 200, { opening_statement: "", user_input_form: form, file_upload: uploads });
      if (url === "/v1/files/upload") {
        seen.uploads++;
        const complete = ['name="user"', 'name="file"', "image/png"].every((part) => body.includes(part));
        return json(
          response,
          complete ? 201 : 400,
          complete ? { id: `upload-${seen.uploads}`, name: "picture.png" } : { code: "no_file_uploaded" },
        );
      }
      if (url.endsWith("/stop")) {
        seen.stopped.push(url);
        return json(response, 200, { result: "success" });
      }
      seen.asked = JSON.parse(body.toString()) as Asked;
      file = picture;
      const made = outputs({ base: `http://${request.headers.host}`, b64: Buffer.from(picture).toString("base64") });
      if (url === "/v1/completion-messages") return complete(response, String(made), seen.asked.response_mode === "blocking");
      if (seen.asked.response_mode === "blocking")
        return json(response, 200, { task_id: "t", workflow_run_id: "r", data: { status: "succeeded", outputs: made, error: null } });
      response.writeHead(200, { "content-type": "text/event-stream" });
      tell(response, { event: "workflow_started", data: { id: "run-1" } });
      response.write("event: ping\n\n");
      tell(response, {
        event: "node_finished",
        data: { node_type: "start", status: "succeeded", outputs: { picture: fileAt("/nowhere.png") } },
      });
      tell(response, { event: "node_finished", data: { node_type: "tool", status: "succeeded", outputs: {} } });
      tell(response, { event: "workflow_finished", data: { status: "succeeded", outputs: made, error: null } });
      // Left open, as a stream behind a proxy may be: the end of the run is the end.
    };
    return {
      makesPicture: ({ url }) => url === "/v1/workflows/run" || url === "/v1/completion-messages",
      answer: (request, body, response, picture = png) => void routes(request, body, response, picture),
    };
  };
}

function complete(response: ServerResponse, answer: string, blocking: boolean): unknown {
  if (blocking) return json(response, 200, { event: "message", message_id: "m", mode: "completion", answer, metadata: {}, created_at: 1 });
  response.writeHead(200, { "content-type": "text/event-stream" });
  const middle = Math.floor(answer.length / 2);
  for (const part of [answer.slice(0, middle), answer.slice(middle)]) tell(response, { event: "message", answer: part });
  return tell(response, { event: "message_end", metadata: {} });
}

const settings = (url: string, more: Record<string, string> = {}) =>
  settingsFrom({ EMEND_DIFY_BASE_URL: `${url}/v1`, EMEND_DIFY_API_KEY: CANARY, EMEND_ALLOW_HOSTED: "dify", ...more });

const AS_FILE: App = { outputs: () => ({ result: [fileAt("/files/tools/7.png?sign=x")] }) };

engineContract({
  name: "dify",
  wire: app(AS_FILE),
  create: (url, { codec, backOff, deadlineMs }) =>
    createDifyEngine({ codec, backOff, settingsOf: settings(url, { EMEND_DIFY_DEADLINE_MS: String(deadlineMs) }) }),
});

const codec = createChildCodec({ logger: createLogger("error", () => undefined) });
after(() => codec.close());

async function run(
  wire: App | ((png: Uint8Array) => FakeWire),
  env: Record<string, string> = {},
  { references = 0, signal = new AbortController().signal }: { references?: number; signal?: AbortSignal } = {},
) {
  const png = await codec.encode(gradient(96, 64), "png");
  assert.ok(png.ok);
  const server = await startMisbehavingServer((typeof wire === "function" ? wire : app(wire))(png.value));
  const events: EngineEvent[] = [];
  const engine = createDifyEngine({ codec, settingsOf: settings(server.url, env), backOff: { tries: 1, baseMs: 1, mostMs: 1 } });
  const others = Array.from({ length: references }, () => gradient(40, 30));
  const done = await engine.edit(requestFor(gradient(96, 64), { references: others }), signal, (event) => events.push(event));
  await server.close();
  return { done, events };
}

const SHAPES: Readonly<Record<string, App["outputs"]>> = {
  "a file with an absolute address": ({ base }) => ({ image: fileAt(`${base}/files/tools/7.png?sign=x`) }),
  "a file with a relative address": () => ({ image: fileAt("/files/tools/7.png?sign=x") }),
  "a list of files": () => ({ files: [fileAt("/files/tools/7.png?sign=x")] }),
  "a file beside the one it was given": () => ({
    original: { ...fileAt("/nowhere.png"), transfer_method: "local_file" },
    edited: fileAt("/files/tools/7.png?sign=x"),
  }),
  "a file deep inside": () => ({ result: { data: [{ items: [fileAt("/files/tools/7.png?sign=x")] }] } }),
  "base64 text": ({ b64 }) => ({ text: b64 }),
  "a data URL": ({ b64 }) => ({ text: `data:image/png;base64,${b64}` }),
  "a markdown link in words": ({ base }) => ({ text: `Here it is:\n\n![edited picture](${base}/files/tools/7.png?sign=x "7")\nEnjoy.` }),
  "an HTML image": ({ base }) => ({ text: `<img alt="" src="${base}/files/tools/7.png?sign=x">` }),
  "a bare address": ({ base }) => ({ url: `${base}/files/tools/7.png?sign=x` }),
  "JSON in a string": ({ b64 }) => ({ body: JSON.stringify({ images: [{ base64: b64 }] }) }),
  "a string of JSON with a data URL": ({ b64 }) => ({ json: JSON.stringify([{ url: `data:image/png;base64,${b64}` }]) }),
};
for (const [shape, outputs] of Object.entries(SHAPES)) {
  for (const response of ["streaming", "blocking"]) {
    test(`dify: ${shape} is found (${response})`, async () => {
      const { done } = await run({ outputs }, { EMEND_DIFY_RESPONSE: response });
      assert.ok(done.ok, JSON.stringify(done));
      assert.equal(seen.asked?.response_mode, response);
    });
  }
}

for (const response of ["streaming", "blocking"]) {
  test(`dify: a completion app's link is followed (${response})`, async () => {
    const outputs: App["outputs"] = ({ base }) => `Done! ![x](${base}/files/tools/7.png?sign=x)`;
    const { done } = await run({ outputs }, { EMEND_DIFY_APP: "completion", EMEND_DIFY_RESPONSE: response });
    assert.ok(done.ok, JSON.stringify(done));
  });
}

test("dify: the app's variables are found, further inputs are added, several pictures go as a list", async () => {
  const form = [{ paragraph: { variable: "notes" } }, { paragraph: { variable: "edit_prompt" } }, { "file-list": { variable: "photos" } }];
  const { done, events } = await run({ ...AS_FILE, form }, { EMEND_DIFY_INPUTS: '{"style":"calm"}' }, { references: 2 });
  assert.ok(done.ok, JSON.stringify(done));
  const inputs = seen.asked?.inputs ?? {};
  assert.match(String(inputs.edit_prompt), /replace the vase/);
  assert.equal(inputs.style, "calm");
  assert.equal((inputs.photos as unknown[]).length, 3);
  assert.deepEqual(
    events.map(({ stage, done: nodes }) => [stage, nodes]),
    [
      ["engine", 1],
      ["engine", 2],
    ],
  );
});

test("dify: an app that takes pictures beside its inputs gets them there", async () => {
  const outputs: App["outputs"] = ({ b64 }) => `data:image/png;base64,${b64}`;
  const old = { outputs, form: [{ paragraph: { variable: "query" } }], uploads: { image: { enabled: true, number_limits: 3 } } };
  const { done } = await run(old, { EMEND_DIFY_APP: "completion" });
  assert.ok(done.ok, JSON.stringify(done));
  assert.deepEqual(Object.keys(seen.asked?.inputs ?? {}), ["query"]);
  assert.equal(seen.asked?.files?.length, 1);
});

test("dify: an app without a place for a picture says so", async () => {
  const { done } = await run({ ...AS_FILE, form: [{ paragraph: { variable: "prompt" } }] });
  assert.match(done.ok ? "" : `${done.error.code} ${done.error.message} ${done.error.help}`, /engine_unavailable .*imageVariable/);
});

/** An app whose stream is `events`, in that order, and then ends. */
const streaming =
  (...events: readonly Record<string, unknown>[]) =>
  (png: Uint8Array): FakeWire => {
    const well = app(AS_FILE)(png);
    return {
      ...well,
      answer: (request, body, response, picture) => {
        if (request.url !== "/v1/workflows/run") return well.answer(request, body, response, picture);
        response.writeHead(200, { "content-type": "text/event-stream" });
        for (const event of events) tell(response, event);
        response.end();
      },
    };
  };

const ENDS = [
  [
    "a workflow that fails under 200",
    [{ event: "workflow_finished", data: { status: "failed", outputs: null, error: `boom ${CANARY}` } }],
    "engine_failed",
    /failed.*boom/,
  ],
  ["an error event", [{ event: "error", status: 400, code: "provider_quota_exceeded", message: "quota" }], "engine_failed", /quota/],
  [
    "an error event that says too often",
    [{ event: "error", status: 429, code: "rate_limit_error", message: "slow" }],
    "rate_limited",
    /too many requests/,
  ],
  ["a workflow that waits for a person", [{ event: "workflow_paused", data: {} }], "engine_failed", /waits for a person/],
  ["a stream that ends too early", [{ event: "workflow_started" }], "engine_failed", /middle/],
  [
    "an end without a picture",
    [{ event: "workflow_finished", data: { status: "succeeded", outputs: { text: "no" } } }],
    "engine_failed",
    /without a picture/,
  ],
] as const;
for (const [what, events, code, words] of ENDS) {
  test(`dify: ${what} is ${code}`, async () => {
    const { done } = await run(streaming(...events));
    assert.ok(!done.ok);
    assert.equal(done.error.code, code);
    assert.match(done.error.message, words);
    assert.equal(JSON.stringify(done).includes(CANARY), false);
  });
}

test("dify: a run nobody waits for is stopped there too", async () => {
  const controller = new AbortController();
  const hanging = (png: Uint8Array): FakeWire => {
    const well = app(AS_FILE)(png);
    return {
      ...well,
      answer: (request, body, response, picture) => {
        if (request.url !== "/v1/workflows/run") return well.answer(request, body, response, picture);
        response.writeHead(200, { "content-type": "text/event-stream" });
        tell(response, { event: "workflow_started" });
        setTimeout(() => controller.abort(), 50);
      },
    };
  };
  seen.stopped = [];
  const png = await codec.encode(gradient(96, 64), "png");
  assert.ok(png.ok);
  const server = await startMisbehavingServer(hanging(png.value));
  const engine = createDifyEngine({ codec, settingsOf: settings(server.url) });
  const done = await engine.edit(requestFor(gradient(96, 64)), controller.signal, () => undefined);
  assert.equal(!done.ok && done.error.code, "cancelled");
  for (let i = 0; i < 100 && seen.stopped.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10));
  await server.close();
  assert.deepEqual(seen.stopped, ["/v1/workflows/tasks/task-1/stop"]);
});

test("dify: even an app on this machine needs consent: where it sends pictures cannot be seen", async () => {
  const settingsOf = settingsFrom({ EMEND_DIFY_BASE_URL: "http://127.0.0.1:1/v1", EMEND_DIFY_API_KEY: CANARY });
  const engine = createDifyEngine({ codec, settingsOf });
  assert.deepEqual((await engine.check()).missing, ["consent"]);
  const done = await engine.edit(requestFor(gradient(8, 8)), new AbortController().signal, () => undefined);
  assert.equal(!done.ok && done.error.code, "consent_needed");
});
