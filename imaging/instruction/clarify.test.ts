import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

const asked = (instruction: string): string => planInstruction(instruction).clarify ?? "";

test("the question is in the language and script of the instruction", () => {
  assert.match(asked("改一下"), /想改的是哪里/);
  assert.match(asked("幫我改一個"), /想改的是哪裡/);
  assert.match(asked("make it better"), /^What should change/);
});

test("a template's empty fields are named", () => {
  assert.match(asked("将[A]替换为[B]"), /\[A\], \[B\]/);
  assert.match(asked("replace {old} with 'New'"), /\{old\}/);
});

test("a translation without its wording asks for the wording", () => {
  assert.match(asked("translate the title into French"), /new wording in quotes/);
});

test("one clause not understood leaves the others standing and is named", () => {
  const plan = planInstruction("change 'A' to 'B', wibble the wobble");
  assert.deepEqual(plan.operations, [{ kind: "text.replace", text: { from: "A", to: "B" } }]);
  assert.match(plan.clarify ?? "", /wibble the wobble/);
});

test("more operations than one edit takes are not cut short silently", () => {
  const plan = planInstruction("把'A'改成'B'，".repeat(40));
  assert.deepEqual(plan.operations, []);
  assert.match(plan.clarify ?? "", /分成几条指令/);
});

test("what no engine does is answered by what can be done instead, whatever it is said of", () => {
  for (const said of ["rotate the image 90 degrees", "flip it horizontally", "把图片旋转90度", "镜像一下"]) {
    assert.deepEqual(planInstruction(said).operations, [], said);
    assert.match(asked(said), /Shift\+H/, said);
  }
  assert.match(asked("帮我把这张图做成15秒的短视频"), /视频/);
  assert.match(asked("move the logo to 5000,5000"), /inside the picture/);
  for (const said of ['move "A" to 5000,5000', "add text 'NEW' at (100, 200)", "在坐标(-10,-20)处添加文字“新品”"]) {
    assert.deepEqual(planInstruction(said).operations, [], said);
    assert.match(asked(said), /coordinates|坐标/, said);
  }
  assert.equal(planInstruction("replace “(1,2)” with “(3,4)”").operations.length, 1, "what is quoted is wording");
});

test("a colour that is none is asked back", () => {
  for (const said of ["make the text rgb(300,0,0)", "make the background #ggg", "把背景改成#12345"]) {
    assert.deepEqual(planInstruction(said).operations, [], said);
    assert.match(asked(said), /#ff6600/, said);
  }
  assert.equal(planInstruction("make the text rgb(255, 0, 0)").operations.length, 1);
});

test("letters on a plate are planned with it, and a plate of another shape than a bar is asked about", () => {
  const added = { kind: "text.add", text: { to: "NEW" }, where: "top-right", style: { colour: "#ffffff", plate: "#ff0000" } };
  const bar = planInstruction("右上角加个“NEW”标，红底白字");
  assert.deepEqual([bar.operations, bar.clarify], [[added], undefined]);
  const round = planInstruction("Add 'NEW' top right in white on a red circle");
  assert.deepEqual(round.operations, [added]);
  assert.match(round.clarify ?? "", /red circle/);
});

test("a rule for prices with an exception changes no price", () => {
  for (const said of ["take 20% off every price except the drinks", "所有价格打九折，酒水除外"])
    assert.deepEqual(planInstruction(said).operations, []);
});

test("an order in somebody's name is an order, never taken for a reason", () => {
  const { operations, clarify: question } = planInstruction("change 'A' to 'B', the client wants the logo bigger");
  assert.deepEqual([operations.map((op) => op.kind), question], [["text.replace", "object.modify"], undefined]);
});

test("a question quotes the person's own words, not the plainer ones they were read as", () => {
  for (const said of ["把车的颜色从白色改", "btn颜色换", "title in red and price i", "make both the title and the dat"]) {
    const quoted = /[“「](.+?)[”」]/u.exec(asked(said))?.[1];
    assert.ok(quoted !== undefined && said.includes(quoted), `${said} → ${quoted}`);
  }
});
