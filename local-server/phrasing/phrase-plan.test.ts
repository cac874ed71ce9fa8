import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { settingsFrom } from "../../test/contract/fixed-settings.ts";
import { createPhraser, PHRASING } from "./phrase-plan.ts";

interface Sent {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: unknown;
}

/** What the fake model answers, in order; the last stays. */
let answers: { readonly status?: number; readonly content: string }[] = [];
let sent: Sent[] = [];
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    sent.push(JSON.parse(Buffer.concat(parts).toString()) as Sent);
    const { status = 200, content } = answers.length > 1 ? answers.shift()! : answers[0]!;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
  });
});
before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
after(() => void server.close());
beforeEach(() => {
  sent = [];
});

const signal = new AbortController().signal;
const open = (instruction: string) => ({ instruction, operations: [], clarify: "What should change?" });
const phraser = (env: Record<string, string> = {}) => {
  const { port } = server.address() as AddressInfo;
  const base = { EMEND_PHRASING_BASE_URL: `http://127.0.0.1:${port}/v1`, EMEND_PHRASING_MODEL: "qwen3" };
  return createPhraser(settingsFrom({ ...base, ...env })(PHRASING));
};
const says = (value: unknown, status = 200): void => {
  answers = [{ status, content: typeof value === "string" ? value : JSON.stringify(value) }];
};

test("what the grammar leaves open becomes a plan, marked as the model's reading", async () => {
  says({ operations: [{ kind: "object.remove", target: "that ugly bin" }] });
  const plan = await phraser().phrase(open("could we lose that ugly bin over there maybe"), signal);
  assert.deepEqual(plan.operations, [{ kind: "object.remove", target: "that ugly bin" }]);
  assert.equal(plan.clarify, undefined);
  assert.match(plan.notes?.[0] ?? "", /qwen3/);
  assert.equal(sent[0]?.model, "qwen3");
  assert.match(sent[0]?.messages[1]?.content ?? "", /lose that ugly bin/);
});

test("a plan that is understood is not sent anywhere", async () => {
  const plan = { instruction: "x", operations: [{ kind: "object.remove" as const }] };
  assert.equal(await phraser().phrase(plan, signal), plan);
  assert.equal(sent.length, 0);
});

test("thoughts and fences around the answer do not matter", async () => {
  says('<think>{"no": 1}</think>\nHere:\n```json\n{"operations":[{"kind":"tone.adjust","value":"warm"}]}\n```');
  assert.equal((await phraser().phrase(open("cosy evening please"), signal)).operations[0]?.kind, "tone.adjust");
});

const WORTHLESS: Readonly<Record<string, unknown>> = {
  "no JSON": "I would love to help!",
  "another kind": { operations: [{ kind: "shell.run", value: "rm -rf /" }] },
  "a string nobody said": { operations: [{ kind: "text.replace", text: { from: "¥199", to: "BUY NOW" } }] },
  "a colour that is none": { operations: [{ kind: "object.recolour", style: { colour: "reddish" } }] },
  "nothing at all": { operations: [] },
};
for (const [what, answer] of Object.entries(WORTHLESS)) {
  test(`an answer with ${what} leaves the question as it was`, async () => {
    says(answer);
    const asked = open("make ¥199 cheaper");
    assert.deepEqual(await phraser().phrase(asked, signal), asked);
  });
}

test("strings the person said may be used, however they are spaced", async () => {
  says({ operations: [{ kind: "text.replace", text: { from: "¥199", to: "¥ 169" } }] });
  assert.equal((await phraser().phrase(open("so the ¥199 thing, like, ¥169 instead?"), signal)).operations.length, 1);
});

test("what points at pixels is not the model's to say", async () => {
  says({ operations: [{ kind: "object.remove", target: "bin", at: { x: 1, y: 2 }, live: true }] });
  assert.deepEqual((await phraser().phrase(open("lose the bin"), signal)).operations, [{ kind: "object.remove", target: "bin" }]);
});

test("the model's question takes the place of ours", async () => {
  says({ operations: [], question: "Which of the two bins?" });
  const plan = await phraser().phrase(open("lose the bin"), signal);
  assert.deepEqual([plan.operations.length, plan.clarify], [0, "Which of the two bins?"]);
});

test("a server that cannot be held to a schema is asked without", async () => {
  answers = [{ status: 400, content: "" }, { content: '{"operations":[{"kind":"object.remove","target":"bin"}]}' }];
  assert.equal((await phraser().phrase(open("lose the bin"), signal)).operations.length, 1);
  assert.deepEqual(
    sent.map(({ response_format: held }) => held !== undefined),
    [true, false],
  );
});

test("the same words are asked once", async () => {
  says({ operations: [{ kind: "object.remove", target: "bin" }] });
  const { phrase } = phraser();
  await phrase(open("lose the bin"), signal);
  await phrase(open("lose the bin"), signal);
  assert.equal(sent.length, 1);
});

test("failures leave the question as it was", async () => {
  says("{}", 500);
  const asked = open("lose the bin");
  assert.deepEqual(await phraser().phrase(asked, signal), asked);
  const nobody = phraser({ EMEND_PHRASING_BASE_URL: "http://127.0.0.1:1/v1" });
  assert.deepEqual(await nobody.phrase(asked, signal), asked);
});

test("off until it is set up; off this machine only with consent; never where nothing may leave", () => {
  assert.equal(createPhraser(settingsFrom({})(PHRASING)).ready(), false);
  assert.equal(phraser().ready(), true);
  assert.equal(phraser({ EMEND_PHRASING_MODEL: "" }).ready(), false);
  const far = { EMEND_PHRASING_BASE_URL: "https://llm.example.com/v1" };
  assert.equal(phraser(far).ready(), false);
  assert.equal(phraser({ ...far, EMEND_ALLOW_HOSTED: "phrasing" }).ready(), true);
  assert.equal(phraser({ ...far, EMEND_ALLOW_HOSTED: "phrasing", EMEND_PRIVACY: "local" }).ready(), false);
});
