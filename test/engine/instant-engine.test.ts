import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { ImagingPorts } from "../../imaging/ports.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { EngineOutput } from "../../local-server/engines/engine.ts";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { edited, replace, runEdit } from "../fixtures/edit-text.ts";
import { drawPoster, photoGround, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const POSTER = drawPoster({
  width: 480,
  height: 260,
  ground: photoGround(11),
  texts: [{ text: "Harbour", faceId: "playfair-display", weight: 700, px: 84, x: 240, y: 160, align: "center", colour: "#ffffff" }],
});

/** The same poster with one corner pixel of its own: not read before. */
function unseen(mark: number): RasterImage {
  const data = Uint8ClampedArray.from(POSTER.data);
  data[0] = mark;
  return { ...POSTER, data };
}

/** An edit by an engine that remembers nothing of the others. */
async function freshOutput(): Promise<EngineOutput> {
  const fresh = createInstantEngine({ ...ports, ocr: { ...ports.ocr } });
  const result = await runEdit(fresh, POSTER, [replace("Harbour", "Meadow")], { seed: 3 });
  assert.ok(result.ok);
  return result.value;
}

test("the same request gives the same bytes", async () => {
  const [once, again] = [await freshOutput(), await freshOutput()];
  assert.deepEqual(again.image.data, once.image.data);
  assert.deepEqual(again.mask, once.mask);
  assert.deepEqual(again.texts, once.texts);
  assert.equal(again.confidence, once.confidence);
});

test("a cancelled edit stops within two seconds in whatever stage it is", async () => {
  for (const [mark, stage] of (["find", "fit", "plate"] as const).entries()) {
    const abort = new AbortController();
    let asked = 0;
    const result = await runEdit(engine, unseen(mark), [replace("Harbour", "Meadow")], {
      signal: abort.signal,
      onEvent: (event) => {
        if (event.stage !== stage || asked > 0) return;
        asked = performance.now();
        setTimeout(() => abort.abort(), 30);
      },
    });
    const took = performance.now() - asked;
    assert.ok(asked > 0 && !result.ok, stage);
    assert.equal(result.error.code, "cancelled");
    assert.ok(took < 2000, `${stage}: ${took} ms`);
  }
});

test("stages are announced in their order and none beyond the last", async () => {
  const stages: string[] = [];
  await runEdit(engine, POSTER, [replace("Harbour", "Meadow")], {
    onEvent: ({ stage, done, total }) => {
      stages.push(stage);
      assert.ok(done >= 0 && done < total);
    },
  });
  assert.deepEqual(
    stages.filter((s, i) => stages.indexOf(s) === i),
    ["find", "fit", "plate", "typeset", "judge"],
  );
});

test("a text that is not there is an error that lists what is, and one that is there twice an error that lists where", async () => {
  const twice = drawPoster({
    width: 480,
    height: 260,
    ground: plainGround("#ffffff"),
    texts: [
      { text: "FREE", faceId: "inter", weight: 700, px: 50, x: 60, y: 90, colour: "#111111" },
      { text: "FREE", faceId: "inter", weight: 700, px: 50, x: 290, y: 220, colour: "#111111" },
    ],
  });
  const missing = await runEdit(engine, twice, [replace("Nothing like it", "x")]);
  assert.ok(!missing.ok && missing.error.code === "text_not_found");
  assert.deepEqual(missing.error.details?.texts, ["FREE", "FREE"]);
  const ambiguous = await runEdit(engine, twice, [replace("FREE", "SOLD")]);
  assert.ok(!ambiguous.ok && ambiguous.error.code === "text_ambiguous");
  const places: unknown = ambiguous.error.details?.places;
  assert.ok(Array.isArray(places) && places.length === 2);
});

test("a picture without text says so", async () => {
  const bare = drawPoster({ width: 200, height: 120, ground: plainGround("#88aacc"), texts: [] });
  const result = await runEdit(engine, bare, [replace("SALE", "x")]);
  assert.ok(!result.ok && result.error.code === "text_not_found");
  assert.deepEqual(result.error.details?.texts, []);
});

test("lettering that no face of the library resembles is flagged with the nearest fonts and a lower confidence", async () => {
  const lettering = drawPoster({
    width: 480,
    height: 260,
    ground: plainGround("#fdf6ec"),
    texts: [{ text: "Blossom", faceId: "great-vibes", px: 96, x: 240, y: 160, align: "center", colour: "#5b2a86" }],
  });
  const without = {
    ...ports.fonts,
    faces: () => ports.fonts.faces().filter((f) => !["script", "brush", "handwriting"].includes(f.category)),
  };
  const poorer: ImagingPorts = { ...ports, fonts: without };
  const [known, unknown] = [
    await edited(engine, lettering, [replace("Blossom", "Petals")]),
    await edited(createInstantEngine(poorer), lettering, [replace("Blossom", "Petals")]),
  ];
  assert.equal(known.texts[0].style.family, "Great Vibes");
  assert.ok(known.reasons.every((r) => !r.includes("nearest fonts")));
  assert.ok(unknown.confidence < known.confidence - 0.1, `${unknown.confidence} of ${known.confidence}`);
  const [nearest] = unknown.texts[0].style.candidates;
  assert.ok(
    unknown.reasons.some((r) => r.includes("nearest fonts") && r.includes(nearest.family)),
    `${unknown.reasons}`,
  );
});

test("a string no face can set changes nothing and says so", async () => {
  const result = await runEdit(engine, POSTER, [replace("Harbour", "\u{1F600}\u{1F601}")]);
  assert.ok(!result.ok && result.error.code === "engine_failed");
  assert.equal(result.error.stage, "typeset");
});
