import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { becomes } from "./harness/eventually.ts";
import { askForTwoPrices, EDIT_MS, FIND_MS, frameIn, goTo, keepButton, lookAround, useRig } from "./harness/rig.ts";

const rig = useRig();

describe("a price as live text", () => {
  test("lies as an editable text over a plate, where the old price stood, above the untouched source", {
    timeout: EDIT_MS + FIND_MS,
  }, async () => {
    const stage = await rig.openPoster();
    const [source] = frameIn(await stage.tree()).children;
    const field = stage.panel.getByRole("textbox", { name: /199/ });
    const row = stage.panel.locator("li.row").filter({ has: field });
    await field.fill("¥169");
    await row.getByRole("button", { name: /as live text/ }).click();
    await stage.panel.getByRole("button", { name: /^Apply/ }).click();
    await stage.appears(keepButton(stage), EDIT_MS);
    const [still, live] = frameIn(await stage.tree()).children;
    assert.deepEqual(still, source);
    const [plate, text] = live?.children ?? [];
    assert.deepEqual([live?.type, plate?.type, text?.type, text?.text.characters], ["FRAME", "RECTANGLE", "TEXT", "¥169"]);
    const middle = { x: text!.transform[0][2] + text!.width / 2, y: text!.transform[1][2] + text!.height / 2 };
    assert.ok(middle.x > 0 && middle.x < live!.width * 1.2 && middle.y > 0 && middle.y < live!.height, JSON.stringify(middle));
    await stage.screenshot("playground-live-text-light");
    await stage.page.getByRole("button", { name: /^Undo/ }).click();
    assert.equal(frameIn(await stage.tree()).children.length, 1);
    assert.deepEqual(await stage.errors(), []);
  });
});

describe("boxes on the preview", () => {
  test("one is deleted, drawn again around the same words, and reads them", { timeout: FIND_MS * 2 }, async () => {
    const stage = await rig.openPoster({ theme: "dark", locale: "zh-CN" });
    const { panel, page } = stage;
    const rows = panel.locator("textarea.row-field");
    const all = await rows.evaluateAll((fields) => fields.map((f) => (f as HTMLTextAreaElement).value));
    const index = all.findIndex((text) => /六瓶礼盒/.test(text));
    const place = await panel.locator("polygon.box").nth(index).boundingBox();
    assert.ok(place);
    const preview = panel.locator(".frame-picture").first();
    const whole = await preview.boundingBox();
    await panel.getByRole("button", { name: `修正文字 ${index + 1} 的框` }).click();
    await panel.getByRole("button", { name: "删除框" }).click();
    await becomes(() => rows.count(), all.length - 1);
    await panel.getByRole("button", { name: "添加文字框" }).click();
    // The preview is whole again once it has moved back.
    await becomes(() => preview.boundingBox(), whole);
    await page.mouse.move(place.x - 2, place.y - 2);
    await page.mouse.down();
    await page.mouse.move(place.x + place.width + 2, place.y + place.height + 2, { steps: 5 });
    await page.mouse.up();
    const drawn = panel.locator("textarea.row-field").nth(all.length - 1);
    await drawn.waitFor();
    await stage.appears(panel.getByRole("textbox", { name: new RegExp(`文字 ${all.length}：.*六瓶礼盒`) }), FIND_MS);
    await stage.screenshot("playground-box-dark");
    await panel.locator(".box-editor").focus();
    await page.keyboard.press("Delete");
    await becomes(() => rows.count(), all.length - 1);
    assert.deepEqual(await stage.errors(), []);
  });
});

describe("an instruction in rounds", () => {
  test("goes on from the one before, starts from the same source, and takes its layer's place", {
    timeout: 2 * EDIT_MS + FIND_MS,
  }, async () => {
    const stage = await rig.openPoster();
    const { panel } = stage;
    await goTo(stage, "Instruct");
    const instruction = panel.getByRole("textbox", { name: "Instruction" });
    await instruction.fill("Replace “¥199” with “¥169”");
    await stage.appears(panel.locator(".chip"), FIND_MS);
    await stage.screenshot("playground-instruct-light");
    await instruction.press("Control+Enter");
    await stage.appears(keepButton(stage), EDIT_MS);
    await keepButton(stage).click();
    await stage.appears(panel.getByText("Goes on from"), 30_000);
    await instruction.fill("now make it gold");
    await stage.appears(panel.locator(".chip .swatch"), FIND_MS);
    await instruction.press("Control+Enter");
    await stage.appears(keepButton(stage), EDIT_MS);
    await keepButton(stage).click();
    await lookAround(stage, "instruct");
    const [source, result, ...others] = frameIn(await stage.tree()).children;
    assert.deepEqual(others, []);
    assert.match(result?.pluginData.emend ?? "", /make it gold/);
    assert.equal(JSON.parse(result?.pluginData.emend ?? "{}").sourceNode, source?.id);
    assert.deepEqual(await stage.errors(), []);
  });

  test("what is protected stays as it is, and the person is told that part was left out", { timeout: EDIT_MS + FIND_MS }, async () => {
    const stage = await rig.openPoster({ locale: "zh-CN" });
    const { panel } = stage;
    await goTo(stage, "指令");
    await panel.getByRole("textbox", { name: "指令" }).fill("加一个白色边框，20px");
    await stage.appears(panel.locator(".chip"), FIND_MS);
    await panel.getByRole("button", { name: /不要动.*拖选/ }).click();
    const area = await panel.locator(".draw-area").boundingBox();
    assert.ok(area);
    // The whole left half.
    await stage.page.mouse.move(area.x + area.width / 2, area.y + 0.05);
    await stage.page.mouse.down();
    await stage.page.mouse.move(area.x - 20, area.y + area.height + 20, { steps: 4 });
    await stage.page.mouse.up();
    await panel.locator(".protected").waitFor({ state: "attached" });
    await stage.screenshot("playground-protect-zh");
    await panel.getByRole("button", { name: /^应用/ }).click();
    await stage.appears(keepButton(stage, "保留"), EDIT_MS);
    const [source, patch] = frameIn(await stage.tree()).children;
    // The frame runs all around; what is left of it begins in the right half.
    assert.ok(patch!.transform[0][2] > 0.4 * source!.width, `${patch!.transform[0][2]} of ${source!.width}`);
    assert.deepEqual(await stage.errors(), []);
  });
});

describe("variants", () => {
  test("of a list of prices are compared, and placed as a component set", { timeout: 3 * EDIT_MS + FIND_MS }, async () => {
    const stage = await rig.openPoster();
    const { panel } = stage;
    const source = frameIn(await stage.tree());
    await askForTwoPrices(stage);
    await stage.appears(panel.locator(".film-done canvas").nth(1), 2 * EDIT_MS);
    await panel.getByRole("listbox").focus();
    await stage.page.keyboard.press("ArrowRight");
    await stage.page.keyboard.press("Tab");
    await stage.appears(panel.locator("input[name=variant-shown]:checked"), 30_000);
    await stage.page.keyboard.press("Tab");
    await stage.screenshot("playground-variants-light");
    await panel.getByRole("button", { name: /^Place 2 variants/ }).click();
    await stage.appears(panel.getByText(/2 variants placed/), 30_000);
    const page = await stage.tree();
    const set = page.children.find((c) => c.type === "COMPONENT_SET");
    assert.deepEqual(
      set?.children.map((c) => c.name),
      ["Variant=A", "Variant=B"],
    );
    assert.match(set?.pluginData["emend.recipe"] ?? "", /"mode":"texts"/);
    assert.deepEqual(
      page.children.find((c) => c.id === source.id),
      source,
    );
    await stage.page.getByRole("button", { name: "Switch between light and dark" }).click();
    await lookAround(stage, "variants");
    await stage.page.getByRole("button", { name: /^Undo/ }).click();
    assert.equal(
      (await stage.tree()).children.some((c) => c.type === "COMPONENT_SET"),
      false,
    );
    assert.deepEqual(await stage.errors(), []);
  });
});
