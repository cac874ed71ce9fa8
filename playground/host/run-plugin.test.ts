import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { dotPng, recordPorts } from "../../test/fakes/session-ports.ts";
import { FigmaDocument } from "../document/figma-document.ts";
import { loadQuickJs } from "./load-quickjs.ts";
import { runPlugin } from "./run-plugin.ts";

let engine: QuickJSWASMModule;
before(async () => {
  engine = await loadQuickJs();
});

function run(bundle: string) {
  const document = new FigmaDocument();
  const ports = recordPorts();
  const errors: string[] = [];
  const printed: string[] = [];
  const plugin = runPlugin({
    engine,
    bundle,
    document,
    ports,
    manifest: { id: "1", name: "Test" },
    command: "edit",
    html: "<p>panel</p>",
    onError: (message) => errors.push(message),
    onConsole: (level, text) => printed.push(`${level} ${text}`),
  });
  return { plugin, document, ports, errors, printed };
}

describe("a plugin in QuickJS", () => {
  test("sees figma, __html__ and the command, and writes to the document", async () => {
    const { plugin, document, ports, errors } = run(`
      figma.showUI(__html__, { width: 340, height: 640, themeColors: true });
      const r = figma.createRectangle();
      r.name = figma.command;
      r.x = 12;
      figma.currentPage.selection = [r];
    `);
    await plugin.whenIdle();
    assert.deepEqual(errors, []);
    assert.equal(ports.shown[0]?.html, "<p>panel</p>");
    const [node] = document.tree().children;
    assert.deepEqual([node?.name, node?.transform[0][2]], ["edit", 12]);
    assert.deepEqual(document.selection(), [node?.id]);
    plugin.dispose();
  });

  test("has nothing Figma does not give", () => {
    const { plugin, printed } = run(`
      const names = ["TextEncoder", "TextDecoder", "URL", "fetch", "crypto", "performance", "document", "window", "process", "require",
        "structuredClone", "atob", "Blob", "AbortController", "queueMicrotask", "Intl"];
      console.log(names.filter((n) => typeof globalThis[n] !== "undefined").join());
    `);
    assert.deepEqual(printed, ["log "]);
    plugin.dispose();
  });

  test("gets bytes in and out whole", async () => {
    const { plugin, ports, errors } = run(`
      figma.showUI("");
      figma.ui.onmessage = async (m) => {
        const image = figma.createImage(m.bytes);
        const back = await image.getBytesAsync();
        figma.ui.postMessage({ same: back.length === m.bytes.length, bytes: back, size: await image.getSizeAsync() });
      };
    `);
    plugin.postToPlugin({ bytes: dotPng() });
    await plugin.whenIdle();
    assert.deepEqual(errors, []);
    assert.deepEqual(ports.posted, [{ same: true, bytes: dotPng(), size: { width: 1, height: 1 } }]);
    plugin.dispose();
  });

  test("gets only the part of a buffer it was given a view of", async () => {
    const { plugin, ports } = run(`figma.showUI(""); figma.ui.postMessage(new Uint8Array([1, 2, 3, 4]).subarray(1, 3));`);
    await plugin.whenIdle();
    assert.deepEqual(ports.posted, [new Uint8Array([2, 3])]);
    plugin.dispose();
  });

  test("ends after pictures that made its memory grow, and another can run", async () => {
    const { plugin, ports } = run(`
      figma.showUI("");
      figma.ui.onmessage = async (length) => { await null; figma.ui.postMessage(new Uint8Array(length)); };
    `);
    for (const length of [30e6, 60e6]) {
      plugin.postToPlugin(length);
      await plugin.whenIdle();
    }
    assert.deepEqual(
      ports.posted.map((bytes) => (bytes as Uint8Array).length),
      [30e6, 60e6],
    );
    plugin.dispose();
    const next = run(`console.log("runs");`);
    assert.deepEqual(next.printed, ["log runs"]);
    next.plugin.dispose();
  });

  test("catches Figma's errors with their words and types", async () => {
    const { plugin, printed } = run(`
      try { figma.currentPage.insertChild(9, figma.createRectangle()); } catch (e) { console.log(e.message); }
      try { figma.createRectangle().children; } catch (e) { console.log(e instanceof TypeError, e.message); }
      figma.loadFontAsync({ family: "Nope", style: "Bold" }).catch((e) => console.log(e instanceof Error, e.message));
    `);
    await plugin.whenIdle();
    assert.match(printed[0]!, /^log in insertChild: /);
    assert.equal(printed[1], "log true node.children: no such property 'children' on RECTANGLE node");
    assert.equal(printed[2], 'log true in loadFontAsync: The font "Nope Bold" could not be loaded');
    plugin.dispose();
  });

  test("gets the same object for the same node, and calls back into the guest", async () => {
    const { plugin, printed } = run(`
      const a = figma.createRectangle();
      a.name = "mine";
      console.log(figma.currentPage.children[0] === a, "fills" in a, "children" in a, a.parent === figma.currentPage);
      console.log(figma.currentPage.findOne((n) => n.name === "mine") === a);
      let calls = 0;
      const listener = () => calls++;
      figma.on("selectionchange", listener);
      figma.currentPage.selection = [a];
      setTimeout(() => { figma.off("selectionchange", listener); figma.currentPage.selection = []; }, 5);
      setTimeout(() => console.log("calls", calls), 20);
    `);
    await plugin.whenIdle();
    assert.deepEqual(printed, ["log true true false true", "log true", "log calls 1"]);
    plugin.dispose();
  });

  test("reports what nobody caught, in the script and in handlers", async () => {
    const first = run("undefinedThing();");
    assert.match(first.errors[0]!, /ReferenceError.*undefinedThing/);
    first.plugin.dispose();
    const second = run(`figma.ui.onmessage = async () => { await null; throw new Error("lost"); };`);
    second.plugin.postToPlugin(1);
    await second.plugin.whenIdle();
    assert.match(second.errors[0]!, /Error: lost/);
    second.plugin.dispose();
  });

  test("is silent after dispose, timers included", async () => {
    const { plugin, printed, ports } = run(`
      figma.on("close", () => console.log("closing"));
      setInterval(() => console.log("tick"), 1);
    `);
    plugin.dispose();
    plugin.dispose();
    await new Promise((done) => setTimeout(done, 10));
    assert.deepEqual(printed, ["log closing"]);
    assert.equal(ports.closings.length, 1);
  });
});
