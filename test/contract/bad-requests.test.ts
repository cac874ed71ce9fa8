import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import type { EmendError } from "../../protocol/errors.ts";
import { digestOf, type RunningCompanion, runCompanion, waitForEnd } from "../fakes/running-companion.ts";
import { pngPromising, someJpeg, somePng } from "../fixtures/broken-pictures.ts";

let running: RunningCompanion;
/** Digests by name: pictures, and bytes that are none. */
const stored: Record<string, string> = {};
before(async () => {
  running = await runCompanion({ plan: (instruction) => planInstruction(instruction) });
  const png = await somePng(80, 60);
  const bytes = {
    fine: png,
    small: await somePng(10, 10),
    cut: png.subarray(0, png.length / 2),
    cutJpeg: (await someJpeg()).subarray(0, 400),
    huge: pngPromising(20_000, 20_000),
    long: pngPromising(40_000, 2),
    prose: new TextEncoder().encode("this is prose"),
    vector: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    headOnly: png.subarray(0, 30),
  };
  for (const [name, data] of Object.entries(bytes)) stored[name] = await running.put(data);
});
after(() => running.stop());

const NOWHERE = "0".repeat(64);
const AREA = { x: 0, y: 0, width: 10, height: 10 };
const REPLACE = { kind: "text.replace", text: { from: "a", to: "b" } };

/** [what is wrong, what is sent beside a fine picture and "a -> b", status, code]. Names of stored pictures stand for their digests. */
const REFUSED: readonly (readonly [string, Readonly<Record<string, unknown>>, number, string])[] = [
  ["no picture named", { source: undefined }, 400, "bad_request"],
  ["a picture's name that is a path", { source: "../../etc/passwd" }, 400, "bad_request"],
  ["a picture the companion does not have", { source: NOWHERE }, 404, "blob_missing"],
  ["a mask the companion does not have", { mask: NOWHERE }, 404, "blob_missing"],
  ["a reference the companion does not have", { references: [NOWHERE] }, 404, "blob_missing"],
  ["an empty instruction", { instruction: " \n" }, 400, "empty_instruction"],
  ["an instruction not understood", { instruction: "hello there" }, 422, "instruction_unclear"],
  ["an instruction of 2,001 characters", { instruction: "x".repeat(2001) }, 400, "bad_request"],
  ["an instruction that is a number", { instruction: 7 }, 400, "bad_request"],
  ["nothing to do", { instruction: undefined }, 400, "bad_request"],
  ["instruction and operations at once", { operations: [REPLACE] }, 400, "bad_request"],
  ["no operations", { instruction: undefined, operations: [] }, 400, "bad_request"],
  ["an operation of no kind", { instruction: undefined, operations: [{ kind: "explode" }] }, 400, "bad_request"],
  ["33 operations", { instruction: undefined, operations: Array(33).fill(REPLACE) }, 400, "bad_request"],
  ["an unknown engine", { engine: "nope" }, 400, "engine_unknown"],
  ["an unknown field", { surprise: 1 }, 400, "bad_request"],
  ["an empty region", { region: { ...AREA, width: 0 } }, 400, "bad_request"],
  ["a region of negative size", { region: { ...AREA, height: -4 } }, 400, "bad_request"],
  ["a region without height", { region: { x: 0, y: 0, width: 9 } }, 400, "bad_request"],
  ["a region in words", { region: "top left" }, 400, "bad_request"],
  ["a protected area of three corners", { protect: [[AREA, AREA, AREA]] }, 400, "bad_request"],
  ["33 protected areas", { protect: Array(33).fill(Array(4).fill({ x: 1, y: 1 })) }, 400, "bad_request"],
  ["five references", { references: Array(5).fill(NOWHERE) }, 400, "bad_request"],
  ["a negative seed", { seed: -1 }, 400, "bad_request"],
  ["a seed that is no whole number", { seed: 1.5 }, 400, "bad_request"],
  ["99 variants", { variants: 99 }, 400, "bad_request"],
  ["no variants", { variants: 0 }, 400, "bad_request"],
  ["options that are a list", { options: { script: ["paint"] } }, 400, "bad_request"],
  ["a callback that is no address", { callback: "call me" }, 400, "bad_request"],
  ["a confirmation nobody asks for", { confirmed: ["everything"] }, 400, "bad_request"],
];

/** The same of what only the picture's own pixels show: the job is taken and fails. */
const FAILED: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ["prose instead of a picture", { source: "prose" }, "not_an_image"],
  ["a drawing of vectors", { source: "vector" }, "image_unsupported"],
  ["a truncated PNG", { source: "cut" }, "image_truncated"],
  ["a PNG of a header alone", { source: "headOnly" }, "image_truncated"],
  ["a truncated JPEG", { source: "cutJpeg" }, "image_truncated"],
  ["a header of 20,000²", { source: "huge" }, "image_too_large"],
  ["a header of 40,000 × 2", { source: "long" }, "image_too_large"],
  ["a mask of another size", { mask: "small" }, "bad_request"],
  ["a mask that is prose", { mask: "prose" }, "not_an_image"],
  ["a reference that is cut off", { references: ["cut"] }, "image_truncated"],
  ["a region outside", { region: { x: 900, y: 900, width: 10, height: 10 } }, "bad_request"],
  ["a region left of the picture", { region: { x: -50, y: -50, width: 20, height: 20 } }, "bad_request"],
  ["an engine that breaks its promise", { options: { script: "throw" } }, "internal"],
];

const digest = (value: unknown): unknown => (typeof value === "string" ? (stored[value] ?? value) : value);
const requestOf = (wrong: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const all = { source: "fine", instruction: "a -> b", ...wrong };
  const references = Array.isArray(wrong.references) ? { references: wrong.references.map(digest) } : {};
  return { ...all, source: digest(all.source), ...(wrong.mask !== undefined && { mask: digest(wrong.mask) }), ...references };
};

const post = (path: string, body: unknown, language: string): Promise<Response> =>
  running.call(path, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify(body),
  });

/** One sentence (an English one and its Chinese), and nothing of the machine in it. */
function assertPlainWords({ message }: EmendError, language: string): void {
  if (language === "en") assert.match(message, /^[A-Z“"].*[.?]$/);
  else assert.match(message, /\p{Script=Han}.*[。？.]$/u);
  assert.doesNotMatch(message, /\n|\.ts\b|node:|undefined|\[object|\{\d\}/);
  assert.ok(!message.includes(running.dataFolder));
}

const LANGUAGES = ["en", "zh-CN"] as const;

for (const [name, wrong, status, code] of REFUSED) {
  test(`${name}: ${status}, ${code}, in both languages`, async () => {
    for (const language of LANGUAGES) {
      const response = await post("/api/v1/edits", requestOf(wrong), language);
      const { error } = (await response.json()) as { error: EmendError };
      assert.deepEqual([response.status, error.code], [status, code], error.message);
      assertPlainWords(error, language);
    }
  });
}

for (const [name, wrong, code] of FAILED) {
  test(`${name}: the job fails with ${code}, in both languages, and leaves no result`, async () => {
    const accepted = await post("/api/v1/edits", requestOf(wrong), "en");
    assert.equal(accepted.status, 202);
    const { jobId } = (await accepted.json()) as { jobId: string };
    const ended = await waitForEnd(running.call, jobId);
    assert.deepEqual([ended.status, ended.error?.code, ended.result], ["failed", code, undefined]);
    for (const language of LANGUAGES) {
      const shown = await running.call(`/api/v1/jobs/${jobId}`, { headers: { "accept-language": language } });
      assertPlainWords(((await shown.json()) as { error: EmendError }).error, language);
    }
    assert.ok((await running.call(`/api/v1/jobs/${jobId}/result`)).status >= 400);
  });
}

test("an empty picture is refused when it is sent, and nothing is stored under its name", async () => {
  const name = digestOf(new Uint8Array());
  await running.call(`/api/v1/blobs/${name}`, { method: "PUT", body: new Uint8Array() });
  const found = await post("/api/v1/find", { source: name }, "en");
  const { error } = (await found.json()) as { error: EmendError };
  assert.ok(found.status >= 400 && found.status < 500, `${found.status}`);
  assertPlainWords(error, "en");
});

test("after all of that the history is empty and the next edit works", async () => {
  const { entries } = (await (await running.call(`/api/v1/history?source=${stored.fine}`)).json()) as { entries: unknown[] };
  assert.deepEqual(entries, []);
  assert.equal((await running.edit({ source: stored.fine, instruction: "a -> b" })).status, "done");
});
