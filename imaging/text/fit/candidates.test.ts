import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettering } from "../../../test/fixtures/lettering.ts";
import type { FontFace } from "../../ports.ts";
import { blurPlane } from "../../raster/blur.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { placeInExtent, scout, scoutWeights, usableFaces, weightsAround } from "./candidates.ts";
import { inkExtent, shrinkPlane } from "./shape.ts";

const press = createPress();
const face = (id: string): FontFace => {
  const found = press.fonts.faces().find((f) => f.id === id);
  assert.ok(found, id);
  return found;
};

test("Han strings are set only in faces that have Han characters", () => {
  const latin = usableFaces(press.fonts, "Sale");
  const han = usableFaces(press.fonts, "新品 Sale");
  assert.equal(latin.length, press.fonts.faces().length);
  assert.ok(han.length > 3 && han.every((f) => f.scripts.includes("han")));
  assert.deepEqual(usableFaces(press.fonts, "\u{1F600}"), []);
});

test("scout weights are ones the face has, light to black", () => {
  for (const f of press.fonts.faces()) {
    const weights = scoutWeights(f);
    assert.ok(weights.length > 0 && new Set(weights).size === weights.length, f.id);
    for (const w of weights) {
      if (f.variable) assert.ok(w >= f.weights[0] && w <= f.weights[f.weights.length - 1], `${f.id} ${w}`);
      else assert.ok(f.weights.includes(w), `${f.id} ${w}`);
    }
  }
});

test("neighbouring weights are a step away on an axis and the next cut else; none beyond the ends", () => {
  assert.deepEqual(weightsAround(face("inter"), 400, 100), [300, 500]);
  assert.deepEqual(weightsAround(face("inter"), 900, 50), [850]);
  assert.deepEqual(weightsAround(face("lato"), 400, 100), [300, 700]);
  assert.deepEqual(weightsAround(face("lato"), 900, 100), [700]);
  assert.deepEqual(weightsAround(face("anton"), 400, 100), []);
});

test("a face placed in an extent fills it but for the tips of strokes", async () => {
  for (const lettering of [{ text: "Market Hall" }, { text: "Market Hall", angle: 0.25 }, { text: "街角市集", faceId: "noto-sans-sc" }]) {
    const { text, frame, coverage, setting } = await press.letter(lettering);
    const extent = inkExtent(coverage, frame);
    assert.ok(extent);
    const { faceId, weight, italic } = setting;
    const placed = placeInExtent(press.ruler, { id: faceId, weight, italic, slant: 0 }, { text, extent, frame });
    assert.ok(placed);
    const drawn = inkExtent(settingCoverage(press.ruler, placed, { text, target: frame }), frame);
    assert.ok(drawn);
    for (const edge of ["u0", "u1", "v0", "v1"] as const) assert.ok(Math.abs(drawn[edge] - extent[edge]) <= 2.5, `${text} ${edge}`);
    assert.ok(Math.abs(placed.sizePx / setting.sizePx - 1) < 0.05, `${placed.sizePx}`);
  }
});

test("a face far too wide or narrow for the extent is not placed", async () => {
  const { text, frame } = await press.letter({ text: "Market Hall" });
  const at = (u: number) =>
    placeInExtent(
      press.ruler,
      { id: "inter", weight: 400, italic: false, slant: 0 },
      {
        text,
        frame,
        extent: { u0: -u, u1: u, v0: -20, v1: 20 },
      },
    );
  assert.equal(at(40), undefined);
  assert.equal(at(900), undefined);
  assert.ok(at(140));
});

/** The first look at a line that is `height` pixels high there, and as soft as that height is looked at. */
async function firstLook(
  lettering: Lettering,
  { height, blur, missed = 0 }: { readonly height: number; readonly blur: number; readonly missed?: number },
) {
  const { text, frame, coverage } = await press.letter(lettering);
  const seen = inkExtent(coverage, frame);
  assert.ok(seen);
  const extent = { ...seen, v0: seen.v0 + missed };
  const faces = usableFaces(press.fonts, text);
  const ids = faces.map((f) => f.id);
  await press.fonts.prepare(ids, text);
  const scale = Math.min(1, height / (extent.v1 - extent.v0));
  const shape = blurPlane(shrinkPlane(coverage, scale), blur);
  return scout(press.ruler, faces, { text, extent, frame, shape, scale, blur });
}

test("the first look ranks the face that was used among the five likeliest of all", async () => {
  for (const lettering of [
    { text: "Market Hall", faceId: "playfair-display", weight: 700 },
    { text: "Market Hall", faceId: "montserrat", weight: 500 },
    { text: "街角市集", faceId: "noto-serif-sc", weight: 900 },
  ]) {
    const placed = await firstLook(lettering, { height: 34, blur: 1.3 });
    const rank = placed.findIndex((p) => p.face.id === lettering.faceId);
    assert.ok(rank >= 0 && rank < 5, `${lettering.faceId}: ${rank}`);
    assert.ok(Math.abs(placed[rank].setting.weight - lettering.weight) <= 200, `${placed[rank].setting.weight}`);
    assert.equal(new Set(placed.map((p) => p.face.id)).size, placed.length);
  }
});

test("letters lighter than regular are looked for in light cuts of every face, not of the likeliest alone", async () => {
  const light = { text: "Up to half price on shoes", faceId: "roboto-slab", weight: 300, sizePx: 36, tracking: -0.03 };
  const likeliest = (await firstLook(light, { height: 20, blur: 0.8 })).slice(0, 8);
  assert.ok(
    likeliest.some((p) => p.face.id === "roboto-slab" && p.setting.weight === 300),
    likeliest.map((p) => `${p.face.id} ${p.setting.weight}`).join(),
  );
});

test("a long line's size comes from its width: what its height misses does not cost the face its rank", async () => {
  const line = { text: "We started in a small kitchen with one oven and a borrowed", faceId: "tinos", weight: 400, sizePx: 29 };
  const all = await firstLook(line, { height: 20, blur: 0.8, missed: 0.8 });
  const rank = all.findIndex((p) => p.face.id === "tinos");
  assert.ok(rank >= 0 && rank < 5, `${rank}`);
  assert.ok(Math.abs(all[rank].setting.sizePx / 29 - 1) < 0.01, `${all[rank].setting.sizePx}`);
});
