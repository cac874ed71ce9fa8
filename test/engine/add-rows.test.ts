import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { Operation } from "../../protocol/plan.ts";
import { edited, read } from "../fixtures/edit-text.ts";
import { drawPoster, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const POSTER = drawPoster({ width: 420, height: 300, ground: plainGround("#26324a"), texts: [] });
const add = (to: string): Operation => ({ kind: "text.add", text: { to }, where: "bottom-right" });

test("a text with a line break and two texts for one place stand in rows, flush with the margin of their side", async () => {
  const broken = await edited(engine, POSTER, [add("Doors open\nFree entry")]);
  const [report] = broken.texts;
  assert.deepEqual(report?.lines, ["Doors open", "Free entry"]);
  assert.ok((report?.style.lineHeightPx ?? 0) > (report?.style.sizePx ?? 0));
  assert.equal(report?.style.align, "right");
  assert.deepEqual((await read(engine, broken.image)).toSorted(), ["Doorsopen", "Freeentry"]);
  const two = await edited(engine, POSTER, [add("Doors open"), add("Free entry")]);
  assert.deepEqual(two.image.data, broken.image.data);
});

test("added text as faint as the design's own is what the design wants; a colour asked for that is lost on its ground is told", async () => {
  const headline = { text: "Every Day", faceId: "roboto", weight: 700, px: 60, x: 210, y: 90, align: "center", colour: "#ffffff" } as const;
  const pale = drawPoster({ width: 420, height: 300, ground: plainGround("#ffb9cf"), texts: [headline] });
  const added = async (style?: Operation["style"]) =>
    (await edited(engine, pale, [{ kind: "text.add", text: { to: "it counts" }, where: "bottom", ...(style && { style }) }])).reasons;
  assert.deepEqual(await added(), []);
  assert.match(`${await added({ colour: "#ffffff" })}`, /hardly stands out/);
});
