import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { edited, replace } from "../fixtures/edit-text.ts";
import { drawPoster, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const LEFT = 48;
const picture = drawPoster({
  width: 640,
  height: 300,
  ground: plainGround("#f4efe6"),
  texts: [
    { text: "Spring collection", faceId: "open-sans", weight: 700, px: 52, x: LEFT, y: 90, colour: "#5a1d2b" },
    { text: "in all our shops", faceId: "open-sans", weight: 400, px: 34, x: LEFT, y: 150, colour: "#5a1d2b" },
    { text: "until April", faceId: "open-sans", weight: 400, px: 34, x: LEFT, y: 200, colour: "#5a1d2b" },
  ],
});

const edges = (quad: readonly { readonly x: number }[]) => [Math.min(...quad.map((p) => p.x)), Math.max(...quad.map((p) => p.x))] as const;

test("what began at the left begins at the right once it is written from there, and keeps that edge", async () => {
  const found = (await engine.find?.(picture, AbortSignal.timeout(60_000))) ?? [];
  const [, right] = edges(found.find(({ string }) => string.startsWith("Spring"))?.quad ?? assert.fail("not found"));
  const hebrew = await edited(engine, picture, [replace("Spring collection", "אביב חדש!")]);
  const [start, end] = edges(hebrew.texts[0]!.quad);
  assert.ok(Math.abs(end - right) < 8, `ends at ${end}, the old line at ${right}`);
  assert.ok(start > LEFT + 60, `begins at ${start}`);
});
