import assert from "node:assert/strict";
import { test } from "node:test";
import type { NodeTree } from "../../playground/document/figma-document.ts";
import type { Playground } from "./harness/browser.ts";
import { becomes } from "./harness/eventually.ts";
import { EDIT_MS, FIND_MS, goTo, keepButton, lookAround, useRig } from "./harness/rig.ts";

const rig = useRig();

/** Far more words than the place on the poster has room for. */
const TOO_MUCH = "六瓶装礼盒 · 每瓶三百三十毫升 · 送冰桶";

const layersOf = (page: NodeTree): readonly NodeTree[] => page.children.flatMap((c) => [c, ...layersOf(c)]);
const results = async (stage: Playground) => layersOf(await stage.tree()).filter((node) => node.pluginData.emend !== undefined);

/** Who decided what, by the audit log and by the version itself. */
async function decisions(): Promise<{ readonly actions: readonly string[]; readonly latest: unknown }> {
  const token = new URL(rig.companion.open).hash.replace("#token=", "");
  const ask = async (path: string) =>
    (await fetch(`${rig.companion.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const { entries } = (await ask("/api/v1/audit")) as { entries: { actor: string; action: string; subject: string }[] };
  const history = (await ask("/api/v1/history")) as { entries: { jobId: string; review?: { decision: string; who: string } }[] };
  const judged = history.entries.find(({ review }) => review !== undefined);
  const actions = entries.filter((e) => e.subject === judged?.jobId && e.action.startsWith("review.")).map((e) => `${e.actor} ${e.action}`);
  return { actions, latest: [judged?.review?.decision, judged?.review?.who] };
}

async function openFlagged(stage: Playground): Promise<void> {
  await goTo(stage, "History");
  await stage.panel.getByRole("radio", { name: "All", exact: true }).check();
  await stage.panel.locator(".version", { hasText: "送冰桶" }).first().click();
  await stage.appears(stage.panel.locator(".review"), 20_000);
}

test("a doubtful result waits for a decision: approved, rejected, then fixed in its own place", {
  timeout: 3 * EDIT_MS + FIND_MS,
}, async () => {
  const stage = await rig.openPoster();
  const { panel } = stage;
  await panel.getByRole("textbox", { name: /330/ }).fill(TOO_MUCH);
  await panel.getByRole("button", { name: /^Apply/ }).click();
  await stage.appears(keepButton(stage), EDIT_MS);
  await keepButton(stage).click();
  const [flagged] = await results(stage);
  await goTo(stage, "History");
  await panel.getByRole("radio", { name: "To review" }).check();
  await stage.appears(panel.locator(".version .badge-warn"), 20_000);
  await lookAround(stage, "history", "review-list");
  await goTo(stage, "设置");
  await panel.locator("#language").selectOption("en");

  await openFlagged(stage);
  await lookAround(stage, "history", "review-open");
  await goTo(stage, "设置");
  await panel.locator("#language").selectOption("en");
  await goTo(stage, "History");
  for (const [act, decision] of [
    ["Approve", "approve"],
    ["Reject", "reject"],
  ] as const) {
    await panel.getByRole("button", { name: act, exact: true }).click();
    await stage.appears(panel.getByText(decision === "approve" ? /^approved by/ : /^rejected by/), 20_000);
    assert.deepEqual((await decisions()).latest, [decision, "owner"]);
  }

  await panel.locator(".review").getByRole("button", { name: "Fix", exact: true }).click();
  await stage.appears(panel.getByText(/^Fixing “/), 20_000);
  await stage.screenshot("flow-review-fixing");
  assert.equal(await panel.getByRole("textbox", { name: /330/ }).inputValue(), TOO_MUCH);
  await panel.getByRole("textbox", { name: /330/ }).fill("6 × 500 ML");
  await panel.getByRole("button", { name: /^Apply/ }).click();
  await stage.appears(keepButton(stage), EDIT_MS);
  await becomes(async () => (await results(stage)).find(({ id }) => id === flagged?.id)?.visible, false);
  await keepButton(stage).click();
  await stage.appears(panel.getByRole("textbox", { name: /330/ }), 20_000);
  await becomes(async () => (await results(stage)).length, 1);
  const left = await results(stage);
  assert.notEqual(left[0]?.id, flagged?.id);
  const { actions, latest } = await decisions();
  assert.deepEqual(latest, ["fix", "owner"]);
  assert.deepEqual(
    actions.map((line) => line.split(" ")[1]),
    ["review.approve", "review.reject", "review.fix"],
  );
  assert.equal(new Set(actions.map((line) => line.split(" ")[0])).size, 1, actions.join("; "));
  assert.deepEqual(await stage.errors(), []);
});
