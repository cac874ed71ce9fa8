import assert from "node:assert/strict";
import { test } from "node:test";
import type { NodeTree } from "../../playground/document/figma-document.ts";
import type { Playground } from "./harness/browser.ts";
import { becomes } from "./harness/eventually.ts";
import { EDIT_MS, FIND_MS, goTo, lookAround, useRig } from "./harness/rig.ts";

const rig = useRig();

const layersOf = (page: NodeTree): readonly NodeTree[] => page.children.flatMap((c) => [c, ...layersOf(c)]);
const results = async (stage: Playground) => layersOf(await stage.tree()).filter((node) => node.pluginData.emend !== undefined);

test("an edit stands in the history; it is found by its words, compared, placed again and made again", {
  timeout: 2 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.openPoster();
  const { panel } = stage;
  await panel.getByRole("textbox", { name: /199/ }).fill("¥169");
  await panel.getByRole("button", { name: /^Apply/ }).click();
  await stage.appears(panel.getByRole("button", { name: "Keep", exact: true }), EDIT_MS);
  await panel.getByRole("button", { name: "Discard", exact: true }).click();
  await goTo(stage, "History");
  await panel.getByRole("radio", { name: "This layer" }).check();
  await stage.appears(panel.locator(".version-picture canvas"), 30_000);
  await stage.screenshot("playground-history-light");
  await panel.getByRole("searchbox").fill("no such words");
  await stage.appears(panel.getByText(/Nothing found/), 30_000);
  await panel.getByRole("searchbox").fill("169");
  await panel.locator(".version").first().click();
  await stage.appears(panel.locator(".compare-stage canvas").nth(1), 30_000);
  await stage.appears(panel.getByText(/^0 of [\d,]+ pixels changed outside the mask$/), 30_000);
  assert.equal((await results(stage)).length, 0);
  await panel.getByRole("button", { name: "Place again" }).click();
  await stage.appears(panel.getByText(/Placed above/), 30_000);
  await becomes(async () => (await results(stage)).length, 1);
  await panel.getByRole("button", { name: "Make again" }).click();
  await stage.appears(panel.getByText(/Made again/), EDIT_MS);
  await stage.page.getByRole("button", { name: "Switch between light and dark" }).click();
  await stage.screenshot("playground-version-dark");
  await panel.getByRole("button", { name: "All versions" }).click();
  await panel.locator(".version").nth(1).waitFor();
  await lookAround(stage, "history");
  await lookAround(stage, "settings");
  assert.deepEqual(await stage.errors(), []);
});

test("two layers get one instruction, the companion dies on the way, and each result lies there once", {
  timeout: 3 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.openPoster({ theme: "dark", locale: "zh-CN" });
  const { panel, page } = stage;
  const [source] = (await stage.tree()).children[0]!.children;
  const buffer = Buffer.from(await stage.picture(source!.id));
  await page.locator("input[type=file]").setInputFiles({ name: "second.png", mimeType: "image/png", buffer });
  await page.getByText("second", { exact: true }).first().waitFor();
  await page.getByText(source!.name, { exact: true }).first().click();
  await page
    .getByText("second", { exact: true })
    .first()
    .click({ modifiers: ["Shift"] });
  await panel.getByRole("button", { name: /用一条指令编辑全部 2 个图层/ }).click();
  await panel.locator("#batch-instruction").fill("把“¥199”改为“¥169”");
  await panel.getByRole("button", { name: /^编辑 2 个图层/ }).click();
  // A fast companion has placed the first before anybody looks.
  await stage.appears(panel.getByText("处理中").or(panel.getByText("已放置", { exact: true })), 30_000);
  await stage.screenshot("playground-batch-zh");
  await rig.kill();
  await rig.revive();
  await stage.appears(panel.getByText("已放置", { exact: true }).nth(1), 2 * EDIT_MS);
  await stage.screenshot("playground-batch-placed-zh");
  const placed = await results(stage);
  assert.equal(placed.length, 2);
  assert.equal(new Set(placed.map((node) => JSON.parse(node.pluginData.emend!).sourceNode)).size, 2);
  await lookAround(stage, "batch");
  assert.deepEqual(await stage.errors(), []);
});
