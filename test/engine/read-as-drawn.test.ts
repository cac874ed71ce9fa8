import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readAsDrawn } from "../../imaging/instant/read-as-drawn.ts";
import { rulerOf } from "../../imaging/text/ruler.ts";
import type { Setting } from "../../imaging/text/setting.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { PLAIN } from "../fixtures/lettering.ts";

const ports = createImagingPorts();
after(() => ports.dispose());

async function read(text: string, face: Partial<Setting>): Promise<string> {
  const setting: Setting = { ...PLAIN, ...face, x: 900, y: 400 };
  await ports.fonts.prepare([setting.faceId], text);
  const box = { cx: 900, cy: 385, width: 460, height: 80, angle: 0 };
  return readAsDrawn(rulerOf(ports.type), { text, setting, box }, { ocr: ports.ocr, signal: new AbortController().signal });
}

test("a plain face on a blank page is read, wherever in the picture it stood", async () => {
  assert.equal((await read("Harbour Fair", {})).replace(/\s/g, ""), "HarbourFair");
});

test("a running-hand face of Chinese is not what the reader knows", async () => {
  assert.notEqual(await read("智能家居", { faceId: "liu-jian-mao-cao", weight: 400 }), "智能家居");
});
