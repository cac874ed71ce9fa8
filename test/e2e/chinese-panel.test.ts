import assert from "node:assert/strict";
import { test } from "node:test";
import type { Playground } from "./harness/browser.ts";
import { EDIT_MS, FIND_MS, goTo, keepButton, useRig } from "./harness/rig.ts";

const rig = useRig();

/** Words of people, commands and addresses stand as they are; everything else of three Latin words in a row is a sentence left in English. */
const latinSentences = (shown: string): readonly string[] =>
  shown
    .replaceAll(/“[^”]*”/g, "“”")
    .replaceAll(/emend [a-z]+ [\w-]+|https?:\/\/\S+/g, "")
    .match(/[A-Za-z][A-Za-z'’]*(?:[ ,;]+[A-Za-z'’]{2,}){2,}/g) ?? [];

async function shownIn(stage: Playground): Promise<string> {
  return stage.panel.locator("body").innerText();
}

async function asks(stage: Playground, instruction: string): Promise<void> {
  await goTo(stage, "指令");
  await stage.panel.getByRole("textbox", { name: "指令" }).fill(instruction);
}

test("a Chinese panel shows no English sentence: refusals, questions, engines, reasons and notes", {
  timeout: 2 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.openPoster({ locale: "zh-CN" });
  const { panel } = stage;
  // The picture's own words are offered as they are.
  const inPicture = await panel.locator("textarea.row-field").evaluateAll((fields) => fields.map((f) => (f as HTMLTextAreaElement).value));
  const apply = () => panel.getByRole("button", { name: /^应用/ }).click();
  const seen = async (words: RegExp, name: string): Promise<void> => {
    await stage.appears(panel.getByText(words).first(), EDIT_MS);
    const shown = inPicture.reduce((left, text) => left.replaceAll(text, ""), await shownIn(stage));
    await stage.screenshot(`chinese-${name}`);
    assert.deepEqual(latinSentences(shown), [], name);
  };

  await asks(stage, "hello");
  await seen(/想改的是哪里？/, "question");
  await asks(stage, "把“没有的字”改为“八瓶”");
  await apply();
  await seen(/图中没有这段文字/, "not-found");
  await asks(stage, "删除花瓶");
  await apply();
  await seen(/目前不可用/, "engine");
  await goTo(stage, "设置");
  await seen(/EMEND_COMFYUI_BASE_URL/, "settings");
  await asks(stage, "把“六瓶礼盒”改为“八瓶精选家庭分享装大礼盒”");
  await apply();
  await stage.appears(keepButton(stage, "保留"), EDIT_MS);
  // The new words are twice as long: the result says what that did to them.
  await seen(/“八瓶精选家庭分享装大礼盒”|倍/, "result");
  assert.deepEqual(await stage.errors(), []);
});
