import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { bundlePanel } from "../../../scripts/build/bundle-panel.ts";
import { openBrowser } from "../harness/browser.ts";
import { becomes, eventually } from "../harness/eventually.ts";
import { PanelStage, PRICE_PATCH, posterLayer, type StageOptions } from "./panel-stage.ts";
import { protectMiddle, queueMore, SCENES } from "./scenes.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let browser: Browser;
let panel: string;
before(async () => {
  [browser, panel] = await Promise.all([openBrowser(), bundlePanel(ROOT)]);
});
after(async () => {
  await browser?.close();
});

async function onStage<T>(options: Partial<StageOptions>, act: (stage: PanelStage) => Promise<T>): Promise<T> {
  const stage = await PanelStage.open(browser, { panel, ...options });
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
}

/** What axe objects to, and whatever would have to be scrolled sideways. */
async function objections(stage: PanelStage): Promise<readonly string[]> {
  await stage.frame.addScriptTag({ path: AXE });
  return stage.frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const found = await axe.run();
    const named = found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)}`));
    const scrolls = (e: Element) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX) || e === document.documentElement;
    const wide = [...document.querySelectorAll("*")].filter((e) => scrolls(e) && e.scrollWidth > e.clientWidth);
    return [...named, ...wide.map((e) => `scrolls sideways: ${e.outerHTML.slice(0, 80)}`)];
  });
}

interface Stop {
  readonly name: string;
  readonly shown: boolean;
}

/** What the focus stands on, if on anything, and whether that is to be seen: an outline or a ring on it or on what frames it. */
const stopNow = (): Stop | undefined => {
  const active = document.activeElement;
  if (!active || active === document.body) return undefined;
  const ringed = (e: Element | null) => {
    const style = e && getComputedStyle(e);
    return style !== null && ((style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none");
  };
  const shown = ringed(active) || ringed(active.nextElementSibling) || ringed(active.closest(".compare-stage"));
  return { name: active.getAttribute("aria-label") ?? `${active.tagName} ${active.id} ${active.textContent?.slice(0, 40)}`, shown };
};

/** Controls a Tab should stop at: of radio buttons alike one, nothing that is disabled or folded away. */
const controlsThere = (): number => {
  const shown = [...document.querySelectorAll("button,input,select,textarea,summary,a[href],[tabindex='0']")].filter(
    (e) => e.checkVisibility() && !e.matches(":disabled"),
  );
  const groups = new Set(shown.flatMap((e) => (e instanceof HTMLInputElement && e.type === "radio" ? [e.name] : [])));
  return shown.filter((e) => !(e instanceof HTMLInputElement && e.type === "radio")).length + groups.size;
};

/** Where Tab comes by on its way through the panel, once around. */
async function tabStops({ page, frame }: PanelStage): Promise<readonly Stop[]> {
  const there = await frame.evaluate(controlsThere);
  const stops: Stop[] = [];
  await frame.locator(".head button").first().focus();
  // Only a focus that keys moved is drawn.
  for (const key of ["Tab", "Shift+Tab"]) await page.keyboard.press(key);
  for (let at = await frame.evaluate(stopNow); at && stops.length <= there + 2; at = await frame.evaluate(stopNow)) {
    stops.push(at);
    await page.keyboard.press("Tab");
    if (!(await page.evaluate(() => document.activeElement?.tagName === "IFRAME"))) break;
  }
  return stops;
}

/** How many controls there are once what was typed has been answered: until then a button may come and go. */
async function controlsAtRest({ page, frame }: PanelStage): Promise<number> {
  for (let [before, now] = [-1, await frame.evaluate(controlsThere)]; ; [before, now] = [now, await frame.evaluate(controlsThere)]) {
    if (before === now) return now;
    await page.waitForTimeout(700);
  }
}

/** Controls and the stops among them; a walk on whose way a control came or went tells nothing and is begun again. */
async function walked(stage: PanelStage, walks = 4): Promise<{ readonly there: number; readonly stops: readonly Stop[] }> {
  const there = await controlsAtRest(stage);
  const stops = await tabStops(stage);
  const asBefore = stops.length === there || (await controlsAtRest(stage)) === there;
  return asBefore || walks === 1 ? { there, stops } : walked(stage, walks - 1);
}

/** Controls that Tab does not come by, stops that do not show, and a focus that never leaves. The filmstrip keeps Tab for before and after, and says so. */
async function untabbed(stage: PanelStage): Promise<readonly string[]> {
  if ((await stage.frame.locator(".filmstrip").count()) > 0) return [];
  const { there, stops } = await walked(stage);
  const hidden = stops.filter(({ shown }) => !shown).map(({ name }) => `focus not to be seen: ${name}`);
  return stops.length === there
    ? hidden
    : [...hidden, `${stops.length} stops for ${there} controls: ${stops.map((s) => s.name).join(" | ")}`];
}

describe("every screen is accessible at 320 pixels, in both themes and languages", () => {
  for (const scene of SCENES) {
    for (const look of [{ theme: "light", language: "en" } as const, { theme: "dark", language: "zh-CN" } as const]) {
      test(`${scene.name}, ${look.theme}, ${look.language}`, async () => {
        const found = await onStage({ ...scene.options, ...look }, async (stage) => {
          await scene.run(stage);
          const found = await objections(stage);
          return look.theme === "light" ? [...found, ...(await untabbed(stage))] : found;
        });
        assert.deepEqual(found, []);
      });
    }
  }
});

test("by keyboard alone: change a text, apply, compare, keep", async () => {
  await onStage({}, async (stage) => {
    stage.result = await stage.pricedResult();
    const { page, frame } = stage;
    await stage.say({ type: "selection", layers: [posterLayer()] });
    await frame.waitForSelector("#text-0");
    // The tool of the settings, then the texts in order.
    await frame.focus(".tool:last-child");
    // A box to add, then a field, live text and box for each row.
    for (let i = 0; i < 8; i++) await page.keyboard.press("Tab");
    assert.equal(await frame.evaluate(() => document.activeElement?.id), "text-2");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("¥169");
    await page.keyboard.press("Control+Enter");
    await frame.waitForSelector(".result");
    await page.keyboard.press("Backslash");
    await frame.getByRole("button", { name: "Keep" }).focus();
    await page.keyboard.press("Enter");
    await frame.waitForSelector("#text-0");
    const said = async (): Promise<readonly (string | boolean)[]> =>
      (await stage.heard()).flatMap<string | boolean>((m) => (m.type === "visible" ? m.visible : m.type === "insert" ? m.type : []));
    // What the panel says reaches the page around it a little later.
    await becomes(said, ["insert", false, true]);
    const heard = await stage.heard();
    const insert = heard.find((m) => m.type === "insert");
    assert.deepEqual(insert?.type === "insert" && [insert.layerId, insert.rect, insert.name], ["1:2", PRICE_PATCH, "Emend · ¥199 → ¥169"]);
  });
});

test("by keyboard alone: an area is protected, moved, resized, said and taken away", async () => {
  await onStage({}, async (stage) => {
    const { page, frame } = stage;
    await stage.say({ type: "selection", layers: [posterLayer()] });
    await frame.getByRole("button", { name: "Instruct" }).click();
    await protectMiddle(stage);
    const area = frame.locator(".box-forbids");
    assert.match((await area.getAttribute("aria-label")) ?? "", /^Never touch: Area 1 \(180, 338 · 360 × 225 px\)/);
    for (const key of ["ArrowLeft", "Shift+ArrowDown", "Alt+ArrowRight", "Alt+Shift+ArrowUp"]) await page.keyboard.press(key);
    await frame.getByRole("status").getByText("179, 348 · 361 × 215 px").waitFor({ state: "attached" });
    await page.keyboard.press("Delete");
    assert.equal(await area.count(), 0);
    assert.equal(await frame.evaluate(() => document.activeElement?.id), "instruction");
  });
});

test("by keyboard alone: a waiting layer moves in the queue, keeps the focus, and its place is said", async () => {
  await onStage({}, async (stage) => {
    const { page, frame } = stage;
    await queueMore(stage);
    await frame.getByRole("button", { name: /Cancel poster-11/ }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await frame.getByRole("status").getByText("poster-11 is number 2 of 3 waiting").waitFor({ state: "attached" });
    await assert.doesNotReject(eventually(() => frame.evaluate(() => document.activeElement?.ariaLabel === "Cancel poster-11")));
    const waiting = await frame.locator(".batch-row").evaluateAll((rows) => rows.slice(8).map((row) => row.firstChild?.textContent));
    assert.deepEqual(waiting, ["poster-9", "poster-11", "poster-10"]);
  });
});

test("a cut-out hides its original when asked, and a discarded one gives it back", async () => {
  await onStage({}, async (stage) => {
    await SCENES.find((s) => s.name === "result-cut-out")!.run(stage);
    await stage.frame.getByRole("button", { name: "Hide the original" }).click();
    await stage.frame.getByRole("button", { name: "Show the original" }).waitFor();
    await stage.frame.getByRole("button", { name: "Discard" }).click();
    const said = async () =>
      (await stage.heard()).flatMap((m) => (m.type === "original" ? [m.visible] : m.type === "discard" ? [m.withOriginal] : []));
    await becomes(said, [false, true]);
  });
});

test("the companion hears the row's exact words as an operation", async () => {
  await onStage({}, async (stage) => {
    await stage.say({ type: "selection", layers: [posterLayer()] });
    await stage.frame.fill("#text-2", "¥169");
    await stage.frame.getByRole("button", { name: /^Apply/ }).click();
    await stage.frame.waitForSelector(".progress");
    await eventually(() => stage.companion!.heard.some((m) => m.type === "edit"));
    const edit = stage.companion!.heard.find((m) => m.type === "edit");
    const operations = edit?.type === "edit" ? edit.request.operations : undefined;
    assert.deepEqual(operations, [{ kind: "text.replace", text: { from: "¥199", to: "¥169" } }]);
  });
});

test("Escape cancels a run at the companion and gives the fields back; in a row it takes the change back", async () => {
  await onStage({}, async (stage) => {
    const { page, frame } = stage;
    await stage.say({ type: "selection", layers: [posterLayer()] });
    await frame.fill("#text-2", "¥169");
    await frame.getByRole("button", { name: /^Apply/ }).click();
    await frame.waitForSelector(".progress");
    await frame.getByRole("button", { name: /^Cancel/ }).focus();
    await page.keyboard.press("Escape");
    await frame.waitForSelector("#text-2:enabled");
    assert.equal(await frame.inputValue("#text-2"), "¥169");
    await frame.focus("#text-2");
    await page.keyboard.press("Escape");
    assert.equal(await frame.inputValue("#text-2"), "¥199");
    await assert.doesNotReject(eventually(() => stage.companion!.heard.some((m) => m.type === "job.cancel")));
  });
});

test("picking a text that is there puts it into the instruction", async () => {
  const scene = SCENES.find((s) => s.name === "text-not-found")!;
  await onStage({}, async (stage) => {
    await scene.run(stage);
    await stage.frame.getByRole("button", { name: "¥199", exact: true }).click();
    assert.match(await stage.frame.inputValue("#instruction"), /¥199/);
  });
});

test("an edit that needs a person's word says why and goes out again with it", async () => {
  const scene = SCENES.find((s) => s.name === "confirmation")!;
  await onStage({}, async (stage) => {
    await scene.run(stage);
    await stage.frame.getByRole("button", { name: "I have the right to do this" }).click();
    const edits = () => stage.companion!.heard.flatMap((m) => (m.type === "edit" ? [m.request.confirmed] : []));
    await assert.doesNotReject(eventually(() => edits().length === 2));
    assert.deepEqual(edits(), [undefined, ["document", "watermark"]]);
  });
});

test("words that look like markup stay words", async () => {
  await onStage({}, async (stage) => {
    const evil = "<img src=x onerror=alert(1)>";
    stage.texts = [{ ...stage.texts[0]!, string: evil }];
    await stage.say({ type: "selection", layers: [posterLayer({ name: evil })] });
    await stage.frame.waitForSelector("#text-0");
    assert.equal(await stage.frame.inputValue("#text-0"), evil);
    assert.equal(await stage.frame.locator("img").count(), 0);
  });
});

test("the language can be switched and is remembered", async () => {
  await onStage({}, async (stage) => {
    await stage.frame.getByRole("button", { name: "Settings" }).click();
    await stage.frame.selectOption("#language", "zh-CN");
    await stage.frame.getByRole("button", { name: "文字" }).click();
    await stage.frame.getByText("选择一个图层").waitFor();
    assert.equal(await stage.frame.evaluate(() => document.documentElement.lang), "zh-CN");
    await assert.doesNotReject(
      eventually(async () => (await stage.heard()).some((m) => m.type === "settings" && m.settings.language === "zh-CN")),
    );
  });
});
