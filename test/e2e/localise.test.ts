import assert from "node:assert/strict";
import { test } from "node:test";
import { EDIT_MS, FIND_MS, lookAround, useRig } from "./harness/rig.ts";

const rig = useRig();

test("a table of two languages becomes a component set; a changed cell makes only its market again", {
  timeout: 3 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.open();
  const { panel } = stage;
  await stage.appears(panel.getByRole("textbox", { name: /199/ }), FIND_MS);
  await panel.getByRole("navigation").getByRole("button", { name: "Localise" }).click();
  await panel
    .getByRole("textbox", { name: "Or paste a table" })
    .fill("source\ten-US\tde-DE\n¥199\t$29\t¥169\nSummer, on ice\t\tSommer auf Eis");
  await panel.getByRole("button", { name: "Use this table" }).click();
  await panel.getByRole("button", { name: "Make 2 markets" }).click();
  await stage.appears(panel.getByRole("button", { name: "Place 2 markets" }), 2 * EDIT_MS);
  await panel.getByRole("combobox", { name: "Language" }).selectOption("de-DE");
  await stage.appears(panel.locator(".compare-stage canvas").nth(1), 30_000);
  await stage.screenshot("playground-localise-light");
  await panel.getByRole("button", { name: "Place 2 markets" }).click();
  await stage.appears(panel.getByText("2 markets placed."), 30_000);
  const set = (await stage.tree()).children.find((c) => c.type === "COMPONENT_SET");
  assert.deepEqual(
    set?.children.map((c) => c.name),
    ["Locale=en-US", "Locale=de-DE"],
  );
  assert.match(set?.pluginData["emend.recipe"] ?? "", /Sommer auf Eis/);
  await panel.getByRole("textbox", { name: "Wording of “¥199”" }).fill("¥149");
  await panel.getByRole("button", { name: "Make 1 market" }).click();
  await stage.appears(panel.getByText("Every market is up to date."), 30_000);
  await stage.appears(panel.getByText("de-DE · set"), EDIT_MS);
  await stage.page.getByRole("button", { name: "Switch between light and dark" }).click();
  await stage.screenshot("playground-localise-dark");
  await lookAround(stage, "localise");
  assert.deepEqual(await stage.errors(), []);
});
