import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../../test/fixtures/lettering.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { flattened, ontoPlane } from "./flattened.ts";
import { softIou } from "./shape.ts";

const press = createPress();
const PERSPECTIVE = { along: 0.0009, across: 0.0012 };

test("letters on a slanted plane, seen straight on, are the flat letters; what is set on those lies on the plane again", async () => {
  const { setting, coverage, text } = await press.letter({ text: "Harbour Fair", sizePx: 60, angle: -0.12, perspective: PERSPECTIVE });
  const flat = flattened(coverage, { ...setting, perspective: PERSPECTIVE });
  assert.ok(flat);
  const { perspective: _, ...straight } = setting;
  const upright = { ...straight, angle: 0, x: -flat.u, y: -flat.v, softness: 0.5 };
  const drawn = settingCoverage(press.ruler, upright, { text, target: flat.shape });
  assert.ok(softIou(drawn, flat.shape) > 0.9, `${softIou(drawn, flat.shape)}`);
  const back = ontoPlane(upright, flat, { ...setting, perspective: PERSPECTIVE });
  for (const key of ["x", "y", "angle", "sizePx"] as const) assert.ok(Math.abs(back[key] - setting[key]) < 1e-6, key);
});

test("where there is no ink nothing is flattened", async () => {
  const { setting, coverage } = await press.letter({ text: "Harbour Fair" });
  const blank = { ...coverage, data: new Float32Array(coverage.data.length) };
  assert.equal(flattened(blank, { ...setting, perspective: PERSPECTIVE }), undefined);
});
