import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import { ok } from "../../protocol/errors.ts";
import { type GateContext, passGate } from "./consent-gate.ts";

const open: GateContext = { refused: [], readTexts: async () => ok([]) };
const document: GateContext = { ...open, readTexts: async () => ok(["Date of birth", "Nationality", "Passport No", "P<UTO<<<"]) };

async function outcome(instruction: string, context: GateContext, confirmed?: ("identity" | "document" | "watermark")[]) {
  const passed = await passGate(planInstruction(instruction), { confirmed }, context);
  return passed.ok ? passed.value : [passed.error.code, passed.error.details];
}

test("an ordinary edit passes and reads no texts it need not read", async () => {
  const unread = { ...open, readTexts: () => Promise.reject(new Error("read")) };
  assert.deepEqual(await outcome("调亮一点", unread), []);
  assert.deepEqual(await outcome("把“¥199”改成“¥169”", open), []);
});

test("a sensitive edit is asked about with its reason, and passes once it is confirmed", async () => {
  const [code, details] = await outcome("去掉水印", open);
  assert.equal(code, "confirmation_needed");
  assert.match(JSON.stringify(details), /watermark.*claims the picture/);
  assert.deepEqual(await outcome("去掉水印", open, ["watermark"]), ["watermark"]);
  assert.equal((await outcome("去掉水印", open, ["identity"]))[0], "confirmation_needed");
});

test("new wording in a picture that reads like a document is asked about", async () => {
  assert.equal((await outcome("change '1990' to '1995'", document))[0], "confirmation_needed");
  assert.deepEqual(await outcome("change '1990' to '1995'", document, ["document"]), ["document"]);
});

test("a team's refusal stands whoever confirms", async () => {
  assert.equal((await outcome("把人物的脸换成别人的脸", { ...open, refused: ["identity"] }, ["identity"]))[0], "forbidden");
});
