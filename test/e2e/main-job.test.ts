import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { parse } from "valibot";
import type { NodeTree } from "../../playground/document/figma-document.ts";
import { ProvenanceSchema } from "../../protocol/bridge.ts";
import { pixelsOf } from "../fakes/node-canvas.ts";
import type { Playground } from "./harness/browser.ts";
import { EDIT_MS, FIND_MS, frameIn, lookAround, useRig } from "./harness/rig.ts";

const rig = useRig();
let stage: Playground;

before(async () => {
  stage = await rig.open();
});

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Pixels that differ inside and outside of a rectangle. */
function differences(
  a: Pixels,
  b: Pixels,
  rect: { x: number; y: number; width: number; height: number },
): { inside: number; outside: number } {
  const count = { inside: 0, outside: 0 };
  for (let i = 0; i < a.data.length; i += 4) {
    const same = [0, 1, 2, 3].every((c) => a.data[i + c] === b.data[i + c]);
    if (same) continue;
    const x = (i / 4) % a.width;
    const y = Math.floor(i / 4 / a.width);
    const inside = x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
    count[inside ? "inside" : "outside"]++;
  }
  return count;
}

describe("a price on a poster", () => {
  let original: NodeTree;
  let originalPixels: Pixels;

  test("the texts of the selected layer are found and shown", async () => {
    await stage.appears(stage.panel.getByRole("textbox", { name: /199/ }), FIND_MS);
    const strings = await stage.panel.getByRole("textbox").evaluateAll((fields) => fields.map((f) => (f as HTMLInputElement).value));
    assert.ok(strings.some((s) => s.includes("六瓶礼盒")) && strings.some((s) => s.includes("SOLEA")), strings.join(" | "));
    original = await stage.tree();
    originalPixels = await pixelsOf(await stage.picture(frameIn(original).id));
    await stage.screenshot("playground-found-light");
  });

  test("changing one and applying lays a patch directly above the untouched source", { timeout: EDIT_MS + 10_000 }, async () => {
    await stage.panel.getByRole("textbox", { name: /199/ }).fill("¥169");
    await stage.panel.getByRole("button", { name: /^Apply/ }).click();
    await stage.appears(stage.panel.getByRole("button", { name: "Keep" }), EDIT_MS);
    const [source, patch, ...others] = frameIn(await stage.tree()).children;
    assert.deepEqual(source, frameIn(original).children[0]);
    assert.deepEqual(others, []);
    assert.equal(patch?.parent, source?.parent);
    const provenance = parse(ProvenanceSchema, JSON.parse(patch?.pluginData.emend ?? "{}"));
    assert.deepEqual([provenance.sourceNode, provenance.engine, provenance.outsideChanged], [source?.id, "instant", 0]);
    await stage.screenshot("playground-applied-light");
  });

  test("the patch lies on whole pixels inside the source, unturned and unscaled", async () => {
    const [source, patch] = frameIn(await stage.tree()).children;
    const [[a, c, x], [b, d, y]] = patch!.transform;
    assert.deepEqual([a, b, c, d], [1, 0, 0, 1]);
    assert.ok([x, y, patch!.width, patch!.height].every(Number.isInteger), `${x},${y} ${patch!.width}×${patch!.height}`);
    assert.ok(x >= 0 && y >= 0 && x + patch!.width <= source!.width && y + patch!.height <= source!.height);
  });

  test("outside the patch every pixel is the source's, inside some are not", async () => {
    const frame = frameIn(await stage.tree());
    const patch = frame.children[1]!;
    const now = await pixelsOf(await stage.picture(frame.id));
    const rect = { x: patch.transform[0][2], y: patch.transform[1][2], width: patch.width, height: patch.height };
    const { inside, outside } = differences(originalPixels, now, rect);
    assert.equal(outside, 0);
    assert.ok(inside > 100, `${inside} pixels changed`);
  });

  test("the panel shows the proof, computes it anew from store and canvas, and shows the same words in the dark", async () => {
    await stage.appears(stage.panel.getByText(/^0 of [\d,]+ pixels changed outside the mask/), 30_000);
    await stage.panel.getByRole("button", { name: "Verify" }).click();
    await stage.appears(stage.panel.getByText(/^Verified: 0 of [\d,]+ pixels outside the mask differ/), 30_000);
    await stage.appears(stage.panel.getByText("The layer on the canvas shows exactly these pixels."), 30_000);
    await stage.page.getByRole("button", { name: "Switch between light and dark" }).click();
    await stage.panel.locator("html.figma-dark").waitFor();
    await stage.screenshot("playground-applied-dark");
  });

  test("one undo takes the patch away, one redo brings it back", async () => {
    const applied = frameIn(await stage.tree());
    await stage.page.getByRole("button", { name: /^Undo/ }).click();
    assert.deepEqual(frameIn(await stage.tree()), frameIn(original));
    const restored = await pixelsOf(await stage.picture(applied.id));
    assert.deepEqual(differences(originalPixels, restored, { x: 0, y: 0, width: 0, height: 0 }), { inside: 0, outside: 0 });
    await stage.page.getByRole("button", { name: /^Redo/ }).click();
    assert.deepEqual(frameIn(await stage.tree()), applied);
  });

  test("nothing threw in page, panel or plugin", async () => {
    await lookAround(stage, "text");
    assert.deepEqual(await stage.errors(), []);
  });
});

describe("an instruction in Chinese", () => {
  let chinese: Playground;

  before(async () => {
    chinese = await rig.open({ locale: "zh-CN" });
  });

  test("is understood, carried out, and kept with the layer", { timeout: EDIT_MS + FIND_MS + 10_000 }, async () => {
    const { panel, page } = chinese;
    await chinese.appears(panel.getByRole("textbox", { name: /六瓶礼盒/ }), FIND_MS);
    await panel.getByRole("navigation").getByRole("button", { name: "指令" }).click();
    const instruction = panel.getByRole("textbox", { name: "指令" });
    await instruction.fill("把“六瓶礼盒”改为“八瓶礼盒”");
    await instruction.press("Control+Enter");
    await chinese.appears(panel.getByRole("button", { name: "保留" }), EDIT_MS);
    const patch = frameIn(await chinese.tree()).children[1];
    assert.match(patch?.pluginData.emend ?? "", /八瓶礼盒/);
    await page.getByRole("treeitem", { name: /八瓶礼盒/ }).waitFor();
    await chinese.screenshot("playground-instruction-zh");
    assert.deepEqual(await chinese.errors(), []);
  });
});
