import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openFigma as open } from "../../test/fakes/open-figma.ts";

describe("events and storage", () => {
  test("selectionchange comes later and once", async () => {
    const { figma } = open();
    let calls = 0;
    figma.on("selectionchange", () => calls++);
    const r = figma.createRectangle();
    figma.currentPage.selection = [r];
    figma.currentPage.selection = [];
    assert.equal(calls, 0);
    await new Promise((done) => setTimeout(done, 5));
    assert.equal(calls, 1);
  });

  test("clientStorage gives copies", async () => {
    const { figma } = open();
    const value = { a: [1] };
    await figma.clientStorage.setAsync("k", value);
    value.a.push(2);
    assert.deepEqual(await figma.clientStorage.getAsync("k"), { a: [1] });
    assert.equal(await figma.clientStorage.getAsync("none"), undefined);
  });

  test("notices are cut at 100 characters", () => {
    const { figma, ports } = open();
    figma.notify("x".repeat(200));
    assert.equal(ports.notices[0]?.message.length, 100);
  });

  test("exportAsync asks for the node's bounds at the wanted scale", async () => {
    const { figma, ports } = open();
    const r = figma.createRectangle();
    r.x = 40;
    r.resize(200, 100);
    await r.exportAsync({ format: "PNG", constraint: { type: "WIDTH", value: 400 }, colorProfile: "SRGB" });
    const request = ports.renders[0];
    assert.deepEqual([request?.scale, request?.bounds.x, request?.bounds.width], [2, 40, 200]);
    r.visible = false;
    await assert.rejects(r.exportAsync(), /Failed to export node\. This node may not have any visible layers\./);
  });
});
