import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "../plan.ts";
import { runsInChinese } from "./latin-runs.ts";

const inChinese = (said: string): string => runsInChinese(said, new Map());

test("English properties, colours, sides and states of a Chinese clause are put into Chinese", () => {
  for (const [said, plain] of [
    ["其他 unchanged", "其他不变"],
    ["加 5px 白色 border", "加 5px 白色边框"],
    ["整体 tone 调 cool 一点", "整体色调调冷一点"],
    ["沙发换成米 white", "沙发换成米白"],
    ["放在 bottom center", "放在底部居中"],
    ["CTA button 的 font size 改成 24", "CTA按钮的字号改成 24"],
    ["把 light grey background 换成纯白", "把浅灰色背景换成纯白"],
  ])
    assert.equal(inChinese(said ?? ""), plain);
});

test("a run with a word that is not known may be a name or a wording, and stays whole", () => {
  for (const said of [
    "把 Title Boxing 改成红色",
    "把 black friday 改成 618",
    "换成 sky blue",
    "把 top gun 删掉",
    "Change the 标题 to red",
    "改成 Price",
  ])
    assert.equal(inChinese(said), said);
});

test("what was called by an English word keeps it in the plan", () => {
  const target = (said: string): unknown => planInstruction(said).operations.map((op) => op.target);
  assert.deepEqual(target("把 title 改成红色，副标题加粗"), ["title", "副标题"]);
  assert.deepEqual(target("product 里的 watermark 去掉"), ["product 里的 watermark"]);
});
