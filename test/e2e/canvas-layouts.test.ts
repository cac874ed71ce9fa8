import assert from "node:assert/strict";
import { test } from "node:test";
import { becomes } from "./harness/eventually.ts";
import { askForTwoPrices, EDIT_MS, FIND_MS, frameIn, goTo, useRig } from "./harness/rig.ts";

const rig = useRig();

test("prices lie in a contact sheet; one is retired with its label, one is used alone", {
  timeout: 3 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.openPoster({ theme: "dark" });
  const { panel } = stage;
  await askForTwoPrices(stage);
  await stage.appears(panel.locator(".film-done canvas").nth(1), 2 * EDIT_MS);
  await panel.getByRole("radio", { name: "Sheet" }).check();
  await panel.getByRole("button", { name: /^Place 2 variants/ }).click();
  await stage.appears(panel.getByText(/2 variants placed/), 30_000);
  const sheet = async () => (await stage.tree()).children.find((c) => /"mode":"texts"/.test(c.pluginData["emend.recipe"] ?? ""));
  const words = async () => (await sheet())?.children.flatMap((c) => (c.type === "TEXT" ? [c.text.characters] : []));
  assert.deepEqual(await words(), ["A", "B"]);
  await stage.screenshot("playground-sheet-dark");
  await panel.getByRole("button", { name: "Use this", exact: true }).click();
  await stage.appears(panel.locator(".foot").getByText(/2 variants placed/), 30_000);
  await panel.getByRole("button", { name: "Retire", exact: true }).click();
  await becomes(words, ["B"]);
  const [source, used, ...others] = frameIn(await stage.tree()).children;
  assert.deepEqual(others, []);
  assert.equal(JSON.parse(used?.pluginData.emend ?? "{}").sourceNode, source?.id);
  assert.deepEqual(await stage.errors(), []);
});

test("a table begun from the found texts, with a term kept, lies as one frame for its market", {
  timeout: 2 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.openPoster();
  const { panel } = stage;
  await goTo(stage, "Localise");
  await panel.getByRole("button", { name: "Start from the found texts" }).click();
  await panel.getByRole("combobox", { name: "Language" }).selectOption("de-DE");
  await panel.getByText("Glossary for de-DE").click();
  await panel.getByRole("textbox", { name: "Glossary for de-DE" }).fill("¥199 = ab ¥169");
  const cell = panel.getByRole("textbox", { name: "Wording of “¥199”" });
  await cell.fill("¥149");
  await stage.appears(panel.getByText("does not keep to the glossary"), 30_000);
  await cell.fill("ab ¥169");
  await panel.getByText("does not keep to the glossary").waitFor({ state: "detached" });
  await panel.getByRole("button", { name: "Make 1 market" }).click();
  await stage.appears(panel.getByRole("button", { name: "Place 1 market" }), EDIT_MS);
  await panel.getByRole("radio", { name: "Frames" }).check();
  await panel.getByRole("button", { name: "Place 1 market" }).click();
  await stage.appears(panel.getByText("1 market placed."), 30_000);
  const market = (await stage.tree()).children.find((c) => / · de-DE$/.test(c.name));
  assert.equal(market?.type, "FRAME");
  await stage.screenshot("playground-market-light");
  assert.deepEqual(await stage.errors(), []);
});
