import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettering } from "../../../test/fixtures/lettering.ts";
import { createPlane } from "../../raster/raster.ts";
import { type FitCandidate, fitLine } from "./fit.ts";

const press = createPress();

async function fitted(lettering: Lettering) {
  const { text, coverage, frame, setting } = await press.letter(lettering);
  const candidates = await fitLine(press.ruler, press.fonts, { text, shape: coverage, frame });
  assert.ok(candidates.length > 0 && candidates.length <= 3);
  return { truth: setting, best: candidates[0], candidates };
}

function isTrue(best: FitCandidate, truth: FitCandidate["setting"]): void {
  assert.equal(best.face.id, truth.faceId);
  assert.ok(Math.abs(best.setting.weight - truth.weight) <= 50, `weight ${best.setting.weight}, was ${truth.weight}`);
  assert.ok(Math.abs(best.setting.sizePx / truth.sizePx - 1) < 0.01, `size ${best.setting.sizePx}, was ${truth.sizePx}`);
  assert.ok(Math.abs(best.setting.tracking - truth.tracking) < 0.012, `tracking ${best.setting.tracking}`);
  assert.ok(best.similarity > 0.95, `${best.similarity}`);
}

test("among all shipped families the one used is found, with its weight, size and tracking", async () => {
  for (const lettering of [
    { text: "Harbour Weekend", faceId: "playfair-display", weight: 700, sizePx: 54 },
    { text: "夏日特惠全场", faceId: "noto-serif-sc", weight: 900, sizePx: 60, tracking: 0.06 },
  ]) {
    const { truth, best } = await fitted(lettering);
    isTrue(best, truth);
  }
});

test("a slanted line on a slope is found with its angle", async () => {
  const { truth, best } = await fitted({ text: "NIGHT MARKET", faceId: "oswald", weight: 500, sizePx: 50, angle: -0.16 });
  isTrue(best, truth);
  assert.ok(Math.abs(best.setting.angle - truth.angle) < 0.005, `${best.setting.angle}`);
});

test("a line on a plane seen at an angle is found with its plane", async () => {
  const seen = { text: "Harbour Weekend", faceId: "oswald", weight: 500, sizePx: 54, perspective: { along: 3e-4, across: 6e-4 } };
  const { text, coverage, frame } = await press.letter(seen);
  const few = press.fonts.faces().filter((f) => ["oswald", "chewy"].includes(f.id));
  const [best] = await fitLine(press.ruler, { ...press.fonts, faces: () => few }, { text, shape: coverage, frame });
  assert.equal(best.face.id, "oswald");
  assert.ok(best.similarity > 0.9, `${best.similarity}`);
  const { along, across } = best.setting.perspective ?? { along: 0, across: 0 };
  assert.ok(Math.abs(along - 3e-4) < 5e-5, `along ${along}`);
  assert.ok(Math.abs(across - 6e-4) < 2e-4, `across ${across}`);
});

test("no ink, no fit; nor where no face has the characters", async () => {
  const { frame, coverage } = await press.letter({ text: "Sale" });
  const blank = createPlane(coverage.width, coverage.height);
  assert.deepEqual(await fitLine(press.ruler, press.fonts, { text: "Sale", shape: blank, frame }), []);
  assert.deepEqual(await fitLine(press.ruler, press.fonts, { text: "\u{1F600}", shape: coverage, frame }), []);
});

test("an aborted fit stops with the signal's reason", async () => {
  const { text, frame, coverage } = await press.letter({ text: "Harbour Weekend" });
  const abort = new AbortController();
  const reason = new Error("enough");
  const running = fitLine(press.ruler, press.fonts, { text, shape: coverage, frame, signal: abort.signal });
  setTimeout(() => abort.abort(reason), 50);
  await assert.rejects(running, reason);
});
