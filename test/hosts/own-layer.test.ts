import assert from "node:assert/strict";
import { test } from "node:test";
import { FigmaDocument } from "../../playground/document/figma-document.ts";
import { pngOf, startPlugin } from "./plugin-run.ts";
import { add, addPicture } from "./scene.ts";

const MARK = {
  version: 1,
  jobId: "job-1",
  sourceNode: "7:7",
  sourceName: "Poster",
  source: "a",
  patch: "b",
  instruction: "gold",
  engine: "instant",
  confidence: 1,
  outsideChanged: 0,
  seed: 1,
  createdAt: "2026-11-21",
};
const ours = { pluginData: { emend: JSON.stringify(MARK) } };
type Build = (document: FigmaDocument, page: string) => unknown;

async function own(build: Build, patch = "b") {
  const document = new FigmaDocument();
  build(document, document.currentPageId);
  const plugin = startPlugin(document);
  const answer = await plugin.ask({ type: "own", jobId: "job-1", patch });
  plugin.close();
  return answer.type === "own" ? answer.layer : assert.fail(JSON.stringify(answer));
}

const untouched: Readonly<Record<string, Build>> = {
  "a patch": (d, page) => addPicture(d, page, ours),
  "a patch in a frame": (d, page) => addPicture(d, add(d, "FRAME", page, { width: 500, height: 500 }), ours),
  "a plate under live text": (d, page) => {
    const frame = add(d, "FRAME", page, { ...ours, fills: [] });
    addPicture(d, frame, { name: "Plate" });
    add(d, "TEXT", frame);
  },
};

for (const [what, build] of Object.entries(untouched))
  test(`${what} shows the bytes it was placed with`, async () => {
    assert.deepEqual(await own(build), { plain: true, bytes: pngOf(400, 200) });
  });

test("a layer that looks otherwise now is told apart, whatever its bytes", async () => {
  const changes: Parameters<typeof addPicture>[2][] = [{ opacity: 0.5 }, { height: 150 }, { cornerRadius: 8 }, { blendMode: "MULTIPLY" }];
  for (const change of changes)
    assert.equal((await own((d, page) => addPicture(d, page, { ...ours, ...change })))?.plain, false, JSON.stringify(change));
  assert.deepEqual(await own((d, page) => addPicture(d, page, { ...ours, fills: [] })), { plain: false });
});

test("other layers, and results of other patches, are not taken for it", async () => {
  assert.equal(await own((d, page) => addPicture(d, page)), undefined);
  assert.equal(await own((d, page) => addPicture(d, page, ours), "c"), undefined);
});

test("every result of ours in the file is told, on whichever page it lies, with the source it lies on", async () => {
  const document = new FigmaDocument();
  const first = document.currentPageId;
  addPicture(document, first);
  const here = addPicture(document, first, ours);
  const second = document.create("PAGE");
  const there = addPicture(document, add(document, "FRAME", second, { width: 500, height: 500 }), ours);
  const plugin = startPlugin(document);
  const answer = await plugin.ask({ type: "made" });
  plugin.close();
  const layers = answer.type === "made" ? answer.layers : assert.fail(JSON.stringify(answer));
  assert.deepEqual(
    layers.map(({ nodeId, jobId, patch, sourceNode }) => [nodeId, jobId, patch, sourceNode]),
    [here, there].map((id) => [id, "job-1", "b", "7:7"]),
  );
});
