import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation, Plan } from "../../protocol/plan.ts";
import { writePrompt } from "./write-prompt.ts";

const plan = (instruction: string, ...operations: Operation[]): Plan => ({ instruction, operations });
const KEEP = "Keep everything else exactly as it is.";
const REPLACE: Operation = { kind: "text.replace", text: { from: "新品上市", to: "年度热销" }, style: { colour: "#d4af37" } };

test("English words stay as the person wrote them", () => {
  const prompt = writePrompt(plan("replace the vase with a lamp", { kind: "object.replace", target: "vase", value: "lamp" }));
  assert.equal(prompt, `replace the vase with a lamp. ${KEEP}`);
});

test("a Chinese instruction is put into English, its strings verbatim in quotes, the person's words kept", () => {
  const prompt = writePrompt(plan("把'新品上市'改为'年度热销'，字体变为金色", REPLACE));
  assert.match(prompt, /^Replace the text "新品上市" with "年度热销", in the colour #d4af37/);
  assert.ok(prompt.includes("把'新品上市'改为'年度热销'，字体变为金色"));
  assert.ok(prompt.endsWith(KEEP));
});

test("Chinese strings inside an English sentence do not make it Chinese", () => {
  const prompt = writePrompt(plan('change "新品上市" to "年度热销"', REPLACE));
  assert.equal(prompt, `change "新品上市" to "年度热销". ${KEEP}`);
});

test("a string the words do not hold in double quotes is added so", () => {
  assert.match(
    writePrompt(plan("change the price to ¥169", { kind: "text.replace", text: { from: "¥199", to: "¥169" } })),
    /reads exactly: "¥169"/,
  );
});

test("a string with quotes of its own is not cut short by them", () => {
  assert.match(writePrompt(plan("", { kind: "text.add", text: { to: 'The "best"' }, where: "top-left" })), /“The "best"” at the top left/);
});

test("every kind a generative engine takes has a sentence that names its thing", () => {
  const kinds = [
    "text.replace",
    "text.remove",
    "text.add",
    "text.restyle",
    "object.remove",
    "object.replace",
    "object.modify",
    "object.add",
    "object.recolour",
    "object.move",
    "background.replace",
    "background.recolour",
    "style.transfer",
  ] as const;
  for (const kind of kinds) {
    const prompt = writePrompt(plan("", { kind, target: "花瓶", text: { to: "花瓶" }, value: "花瓶", where: "right" }));
    assert.ok(prompt.includes("花瓶"), `${kind}: ${prompt}`);
    assert.doesNotMatch(prompt, /undefined|Carry out/, kind);
  }
});

test("styles are said in words", () => {
  const style = { gradient: ["#ff0000", "#0000ff"], weight: 700, italic: true, sizeFactor: 1.5, align: "center", shadow: true } as const;
  const prompt = writePrompt(
    plan("", { kind: "text.restyle", text: { from: "SALE" }, style: { ...style, gradient: [...style.gradient] } }),
  );
  for (const word of ["gradient from #ff0000 to #0000ff", "bold", "italic", "150%", "aligned center", "shadow"])
    assert.ok(prompt.includes(word), word);
});

test("how a paint shines is said beside its colour", () => {
  const door = { kind: "object.recolour", target: "车门", style: { colour: "#808080" } } as const;
  const prompt = (op: Operation) => writePrompt({ instruction: "车门", operations: [op] });
  assert.match(prompt({ ...door, value: "哑光" }), /车门 to #808080, 哑光/);
  assert.doesNotMatch(prompt({ ...door, value: "all" }), /#808080, all/);
});

test("a template's variables are filled in, unknown ones stay, and one without any goes before the prompt", () => {
  const asked = plan('change "新品上市" to "年度热销"', REPLACE);
  const template = "Studio look. {instruction} | {text} | {colour} | {keep}";
  assert.equal(writePrompt(asked, { template }), `Studio look. change "新品上市" to "年度热销" | "年度热销" | {colour} | ${KEEP}`);
  assert.match(writePrompt(asked, { template: "Studio look" }), /^Studio look\. change .*Keep everything/);
  assert.match(writePrompt(asked, { template: "{operations} $& {asked}" }), /^Replace the text .*\$& change/);
});

test("a short limit drops the repeated words, never the strings", () => {
  const long = plan(`请${"认真地".repeat(300)}把'新品上市'改为'年度热销'`, REPLACE);
  const prompt = writePrompt(long, { chars: 800 });
  assert.ok(prompt.length <= 800);
  assert.match(prompt, /with "年度热销".*Keep everything/);
});
