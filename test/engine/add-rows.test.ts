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
