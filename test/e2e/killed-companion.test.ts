import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locator } from "playwright-core";
import type { NodeTree } from "../../playground/document/figma-document.ts";
import type { Playground } from "./harness/browser.ts";
import { becomes } from "./harness/eventually.ts";
import { askForTwoPrices, goTo, useRig } from "./harness/rig.ts";

const SAID_MS = 2000;
const BACK_MS = 30_000;
const WORK_MS = 180_000;

const rig = useRig();

const layersOf = (page: NodeTree): readonly NodeTree[] => page.children.flatMap((c) => [c, ...layersOf(c)]);
const results = async (stage: Playground) => layersOf(await stage.tree()).filter((node) => node.pluginData.emend !== undefined);
const button = ({ panel }: Playground, name: string | RegExp): Locator =>
  panel.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
const price = ({ panel }: Playground): Locator => panel.getByRole("textbox", { name: /199/ });

/** It is worked on, or was: what lasts for less than half a second may come and go between two looks. */
const underWay = (stage: Playground, working: Locator, done: Locator): Promise<void> => stage.appears(working.or(done), BACK_MS);

/** The newest version of the history; where there is none yet, one is made, and its layer taken back. */
async function openVersion(stage: Playground): Promise<void> {
  const versions = stage.panel.locator(".version");
  await goTo(stage, "History");
  await stage.appears(versions.first().or(stage.panel.getByText("No edit yet.")), BACK_MS);
  if ((await versions.count()) === 0) {
    await goTo(stage, "Text");
    await price(stage).fill("¥119");
    await button(stage, /^Apply/).click();
    await stage.appears(button(stage, "Discard"), WORK_MS);
    await button(stage, "Discard").click();
    await goTo(stage, "History");
  }
  await versions.first().click();
  await stage.appears(stage.panel.locator(".compare-stage canvas").nth(1), BACK_MS);
}

/** Has somebody decide about the newest version, so that it can be decided about anew. */
async function decideElsewhere(): Promise<void> {
  const { open, url } = rig.companion;
  const headers = { authorization: `Bearer ${new URLSearchParams(new URL(open).hash.slice(1)).get("token")}` };
  const list = await fetch(`${url}/api/v1/history?limit=1`, { headers });
  const { entries } = (await list.json()) as { readonly entries: readonly { readonly jobId: string }[] };
  const decided = {
    method: "POST",
    body: JSON.stringify({ decision: "fix" }),
    headers: { ...headers, "content-type": "application/json" },
  };
  await fetch(`${url}/api/v1/jobs/${entries[0]?.jobId}/review`, decided);
}

interface Flow {
  readonly name: string;
  /** Brings the panel into the middle of it. */
  begin(stage: Playground): Promise<void>;
  /** The last thing before the kill. */
  act?(stage: Playground): Promise<void>;
  /** While nobody answers. */
  away?(stage: Playground): Promise<void>;
  /** After the companion came back: how it ends, without a word from the person or with the one the panel asks for. */
  end(stage: Playground): Promise<void>;
  /** Layers of ours on the canvas at the end. */
  readonly layers: number;
}

const FLOWS: readonly Flow[] = [
  {
    name: "Text",
    begin: async (stage) => {
      await price(stage).fill("¥179");
      await button(stage, /^Apply/).click();
      await underWay(stage, stage.panel.locator(".progress"), button(stage, "Keep"));
    },
    end: (stage) => stage.appears(button(stage, "Keep"), WORK_MS),
    layers: 1,
  },
  {
    name: "Instruct",
    begin: async (stage) => {
      await goTo(stage, "Instruct");
      await stage.panel.getByRole("textbox", { name: "Instruction" }).fill("Replace “¥199” with “¥189”");
      await stage.appears(stage.panel.locator(".chip"), WORK_MS);
      await button(stage, /^Apply/).click();
      await underWay(stage, stage.panel.locator(".progress"), button(stage, "Keep"));
    },
    end: (stage) => stage.appears(button(stage, "Keep"), WORK_MS),
    layers: 1,
  },
  {
    name: "Instruct, while the companion reads the instruction",
    begin: (stage) => goTo(stage, "Instruct"),
    away: (stage) => stage.panel.getByRole("textbox", { name: "Instruction" }).fill("Replace “¥199” with “¥189”"),
    end: (stage) => stage.appears(stage.panel.locator(".chip"), WORK_MS),
    layers: 0,
  },
  {
    name: "Variants",
    begin: async (stage) => {
      await askForTwoPrices(stage, ["¥149", "¥139"]);
      await underWay(stage, stage.panel.locator(".film-running"), stage.panel.locator(".film-done"));
    },
    end: async (stage) => {
      await stage.appears(stage.panel.locator(".film-done canvas").nth(1), WORK_MS);
      await button(stage, /^Place 2 variants/).click();
      await stage.appears(stage.panel.getByText(/2 variants placed/), WORK_MS);
    },
    layers: 2,
  },
  {
    name: "Localise",
    begin: async (stage) => {
      await goTo(stage, "Localise");
      await stage.panel.getByRole("textbox", { name: "Or paste a table" }).fill("source\ten-US\tde-DE\n¥199\t$29\t¥159");
      await button(stage, "Use this table").click();
      await button(stage, "Make 2 markets").click();
    },
    end: async (stage) => {
      await stage.appears(button(stage, "Place 2 markets"), WORK_MS);
      await button(stage, "Place 2 markets").click();
      await stage.appears(stage.panel.getByText("2 markets placed."), WORK_MS);
    },
    layers: 2,
  },
  {
    name: "Batch",
    begin: async (stage) => {
      await goTo(stage, "Batch");
      await stage.panel.locator("#batch-instruction").fill("Replace “¥199” with “¥129”");
      await button(stage, /^Edit 1 layer/).click();
      await underWay(stage, stage.panel.getByText("in work", { exact: true }), stage.panel.getByText("placed", { exact: true }));
    },
    end: (stage) => stage.appears(stage.panel.getByText("placed", { exact: true }), WORK_MS),
    layers: 1,
  },
  {
    name: "History, placing a version again",
    begin: openVersion,
    act: (stage) => button(stage, "Place again").click(),
    end: async (stage) => {
      const placed = stage.panel.getByText(/Placed above/);
      const again = button(stage, "Try again");
      await stage.appears(placed.or(again), BACK_MS);
      if (await again.isVisible()) await again.click();
      await stage.appears(placed, WORK_MS);
    },
    layers: 1,
  },
  {
    name: "History, making a version again",
    begin: openVersion,
    act: (stage) => button(stage, "Make again").click(),
    end: async (stage) => {
      const made = stage.panel.getByText(/Made again/);
      const again = button(stage, "Try again");
      await stage.appears(made.or(again), WORK_MS);
      if (await again.isVisible()) await again.click();
      await stage.appears(made, WORK_MS);
    },
    layers: 0,
  },
  {
    name: "Review",
    begin: async (stage) => {
      await openVersion(stage);
      await decideElsewhere();
      await button(stage, "All versions").click();
      await goTo(stage, "Text");
      await goTo(stage, "History");
      // The list as it was stays until the companion has answered: the decision is seen in its row first.
      const decided = stage.panel.locator(".version").first().getByText("to be fixed", { exact: true });
      await stage.appears(decided, BACK_MS);
      await decided.click();
      await stage.panel.getByRole("textbox", { name: /^Note/ }).fill("the price is right");
    },
    end: async (stage) => {
      await button(stage, "Approve").click();
      await stage.appears(stage.panel.getByText(/approved by .*the price is right/), BACK_MS);
    },
    layers: 0,
  },
  {
    name: "Settings",
    begin: async (stage) => {
      await goTo(stage, "Settings");
      await stage.appears(stage.panel.getByText("instant", { exact: true }), BACK_MS);
    },
    end: (stage) => stage.appears(stage.panel.getByText("instant", { exact: true }), BACK_MS),
    layers: 0,
  },
];

describe("a companion killed in the middle of a flow is named within two seconds, found again, and nothing is lost or lies there twice", () => {
  for (const { name, begin, act, away, end, layers } of FLOWS) {
    test(name, { timeout: 3 * WORK_MS }, async () => {
      const stage = await rig.openPoster();
      await begin(stage);
      await act?.(stage);
      await rig.kill();
      try {
        await stage.appears(stage.panel.getByRole("status").filter({ hasText: /Reconnecting|not found|Looking for/ }), SAID_MS);
        await away?.(stage);
      } finally {
        await rig.revive();
      }
      await stage.appears(stage.panel.getByRole("status").filter({ hasText: /localhost:/ }), BACK_MS);
      await end(stage);
      await becomes(async () => (await results(stage)).length, layers);
      assert.deepEqual(await stage.errors(), []);
      await stage.page.context().close();
    });
  }
});
