import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import type { NodeTree } from "../../playground/document/figma-document.ts";
import { pixelsOf, testPicture } from "../fakes/node-canvas.ts";
import { type Hooked, openBrowser, openPlayground, type Playground } from "./harness/browser.ts";
import { type RunningCompanion, startCompanion } from "./harness/companion.ts";

let companion: RunningCompanion;
let browser: Browser;
let stage: Playground;

before(async () => {
  [companion, browser] = await Promise.all([startCompanion(), openBrowser()]);
  stage = await openPlayground(browser, { address: companion.open, theme: "dark", locale: "zh-CN", size: { width: 1024, height: 720 } });
});
after(async () => {
  await browser?.close();
  await companion?.dispose();
});

const AXE = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));
const PIXELS = { name: "square.png", mimeType: "image/png", buffer: Buffer.from(testPicture(120, 80)) };
const selected = (): Promise<readonly string[]> => stage.page.evaluate(() => (window as unknown as Hooked).emendPlayground.selection());

function find(tree: NodeTree, name: string): NodeTree | undefined {
  return tree.name === name ? tree : tree.children.map((c) => find(c, name)).find((n) => n !== undefined);
}

describe("the stage", () => {
  test("starts with the poster selected, the plugin open and the token out of the address", async () => {
    const tree = await stage.tree();
    const poster = find(tree, "Summer poster.png");
    assert.deepEqual(await selected(), [poster?.id]);
    assert.equal(new URL(stage.page.url()).hash, "");
    await stage.appears(stage.panel.getByRole("textbox", { name: /199/ }), 90_000);
    await stage.screenshot("playground-narrow-dark-zh");
  });

  test("a picture from a file becomes a selected layer in a frame of its own", async () => {
    const [chooser] = await Promise.all([
      stage.page.waitForEvent("filechooser"),
      stage.page.getByRole("button", { name: "打开图片" }).click(),
    ]);
    await chooser.setFiles(PIXELS);
    await stage.page.getByRole("treeitem", { name: "square.png" }).waitFor();
    const tree = await stage.tree();
    const layer = find(tree, "square.png");
    assert.deepEqual([layer?.width, layer?.height, find(tree, "square")?.id], [120, 80, layer?.parent]);
    assert.deepEqual(await selected(), [layer?.id]);
  });

  test("exporting gives the frame's pixels as a file", async () => {
    const [download] = await Promise.all([
      stage.page.waitForEvent("download"),
      stage.page.getByRole("button", { name: "导出 PNG" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "square.png");
    const saved = await pixelsOf(new Uint8Array(await readFile(await download.path())));
    assert.deepEqual(saved.data, (await pixelsOf(new Uint8Array(PIXELS.buffer))).data);
  });

  test("the eye hides a layer, Delete removes the selection, Ctrl+Z brings each back", async () => {
    const row = stage.page.getByRole("treeitem", { name: "square.png" });
    await row.hover();
    await stage.page.getByRole("button", { name: "隐藏: square.png" }).click();
    assert.equal(find(await stage.tree(), "square.png")?.visible, false);
    await stage.page.keyboard.press("Control+z");
    assert.equal(find(await stage.tree(), "square.png")?.visible, true);
    await row.click();
    await stage.page.keyboard.press("Control+Shift+H");
    assert.equal(find(await stage.tree(), "square.png")?.visible, false);
    await stage.page.keyboard.press("Control+Shift+H");
    await stage.page.keyboard.press("Delete");
    assert.equal(find(await stage.tree(), "square.png"), undefined);
    await stage.page.keyboard.press("Control+z");
    assert.notEqual(find(await stage.tree(), "square.png"), undefined);
  });

  test("a click on the canvas selects what lies there, on the bare page nothing", async () => {
    await stage.page.keyboard.press("Shift+!");
    const canvas = stage.page.locator("canvas.paper");
    const box = (await canvas.boundingBox())!;
    await canvas.click({ position: { x: 240, y: 30 } });
    assert.deepEqual(await selected(), []);
    await canvas.click({ position: { x: box.width / 2 - 130, y: box.height / 2 - 40 } });
    assert.deepEqual(await selected(), [find(await stage.tree(), "Summer poster.png")?.id]);
  });

  test("the panel has no origin and reaches nothing but the companion", async () => {
    const handle = await stage.page.locator("section.plugin iframe").elementHandle();
    const frame = (await handle?.contentFrame())!;
    assert.equal(await frame.evaluate(() => self.origin), "null");
    const reach = (url: string): Promise<boolean> =>
      frame.evaluate(
        (u) =>
          fetch(u).then(
            () => true,
            () => false,
          ),
        url,
      );
    assert.equal(await reach(`http://localhost:${companion.port}/health`), true);
    assert.equal(await reach(`http://127.0.0.1:${companion.port}/health`), false);
    assert.equal(await frame.evaluate(() => Object.hasOwn(window, "emendPlayground")), false);
  });

  test("a dropped picture is added, a dropped text file is refused with a reason", async () => {
    const drop = (type: string, name: string, bytes: readonly number[]): Promise<void> =>
      stage.page.evaluate(
        ([fileType, fileName, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([new Uint8Array(content)], fileName, { type: fileType }));
          document.querySelector(".stage")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        },
        [type, name, bytes] as const,
      );
    await drop("image/png", "dropped.png", [...PIXELS.buffer]);
    await stage.page.getByRole("treeitem", { name: "dropped.png" }).waitFor();
    await drop("text/plain", "words.txt", [104, 105]);
    await stage.page.getByText("只能添加 PNG、JPEG、GIF 和 WebP 图片").waitFor();
  });

  test("dragging moves a layer by what the pointer moved, in one undo step", async () => {
    const zoom = stage.page.getByRole("button", { name: /缩放以适应/ });
    await zoom.click();
    const before = find(await stage.tree(), "dropped.png")!;
    const { x, y, width, height } = await stage.page.evaluate((id) => (window as unknown as Hooked).emendPlayground.place(id), before.id);
    await stage.page.mouse.move(x + width / 2, y + height / 2);
    await stage.page.mouse.down();
    for (const step of [1, 2, 3, 4]) await stage.page.mouse.move(x + width / 2 + step * 5, y + height / 2 + step * 3);
    await stage.page.mouse.up();
    const moved = find(await stage.tree(), "dropped.png")!;
    const scale = width / before.width;
    assert.ok(Math.abs(moved.transform[0][2] - before.transform[0][2] - 20 / scale) < 0.5);
    assert.ok(Math.abs(moved.transform[1][2] - before.transform[1][2] - 12 / scale) < 0.5);
    await stage.page.keyboard.press("Control+z");
    assert.deepEqual(find(await stage.tree(), "dropped.png"), before);
  });

  test("Ctrl and wheel zoom at the pointer, wheel alone pans", async () => {
    const id = find(await stage.tree(), "Summer poster")!.id;
    const place = () => stage.page.evaluate((node) => (window as unknown as Hooked).emendPlayground.place(node), id);
    const before = await place();
    await stage.page.mouse.move(before.x, before.y);
    await stage.page.keyboard.down("Control");
    await stage.page.mouse.wheel(0, -60);
    await stage.page.keyboard.up("Control");
    await stage.page.waitForFunction(([node, width]) => (window as unknown as Hooked).emendPlayground.place(node).width > width, [
      id,
      before.width,
    ] as const);
    const zoomed = await place();
    assert.ok(Math.hypot(zoomed.x - before.x, zoomed.y - before.y) < 1);
    await stage.page.mouse.wheel(0, 40);
    await stage.page.waitForFunction(([node, y]) => (window as unknown as Hooked).emendPlayground.place(node).y < y - 30, [
      id,
      zoomed.y,
    ] as const);
  });

  for (const theme of ["dark", "light"] as const)
    test(`axe finds nothing to object to in the ${theme} page`, async () => {
      const isDark = await stage.page.evaluate(() => document.documentElement.classList.contains("figma-dark"));
      if (isDark !== (theme === "dark")) await stage.page.getByRole("button", { name: "切换浅色与深色" }).click();
      await stage.page.addScriptTag({ path: AXE });
      const violations = await stage.page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run(document, { iframes: false })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
      });
      assert.deepEqual(violations, []);
    });

  test("closing the plugin's window ends it, the button starts it anew", async () => {
    await stage.page.getByRole("button", { name: "关闭 Emend" }).click();
    await stage.page.locator("section.plugin").waitFor({ state: "detached" });
    await stage.page.getByRole("button", { name: "用 Emend 编辑" }).click();
    await stage.page.locator("section.plugin iframe").waitFor();
  });

  test("nothing threw in page, panel or plugin", async () => {
    assert.deepEqual(await stage.errors(), []);
  });
});
