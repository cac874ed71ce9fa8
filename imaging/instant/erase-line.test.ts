import assert from "node:assert/strict";
import { test } from "node:test";
import { isRough, isRoughUnder, isTold } from "./erase-line.ts";

const onRough = (similarity: number, method: "patch" | "edges" | "smooth") =>
  isTold({ similarity, matte: { background: "clusters" }, plate: { method } });

test("letters half recognised pass where the ground goes on, and not where it was pieced together from patches", () => {
  assert.equal(onRough(0.66, "edges"), true);
  assert.equal(onRough(0.66, "patch"), false);
  assert.equal(onRough(0.72, "patch"), true);
  assert.equal(onRough(0.55, "edges"), false);
});

test("on an even ground whatever stands out is ink, recognised or not", () => {
  assert.equal(isTold({ similarity: 0.4, matte: { background: "smooth" }, plate: { method: "patch" } }), true);
  assert.equal(isTold({ similarity: 0.3, matte: { background: "smooth" }, plate: { method: "smooth" } }), false);
});

test("a ground that is far from known pixels is rough, and so is a dull patch amid grain, but not one on a quiet ground or on a label", () => {
  const rough = (holdOutError: number, textureRatio: number, noise: number, method: "smooth" | "label" = "smooth") =>
    isRough({ plate: { holdOutError, textureRatio, method }, matte: { noise }, met: undefined });
  assert.deepEqual([rough(30, 1, 0), rough(3, 1, 20), rough(3, 0.3, 20), rough(3, 0.3, 1)], [true, false, true, false]);
  assert.deepEqual([rough(3, 0.3, 20, "label"), rough(30, 1, 0, "label")], [false, true]);
});

test("a smear between the letters is one behind them, sooner seen where no new ones hide it", () => {
  const at = (smear: number, noise = 6) => ({
    plate: { holdOutError: 3, textureRatio: 1, method: "label" as const },
    matte: { noise },
    met: { error: smear + 2, smear },
  });
  assert.deepEqual(
    [4, 9, 13].map((smear) => isRough(at(smear))),
    [false, true, true],
  );
  assert.deepEqual(
    [4, 9, 13].map((smear) => isRoughUnder(at(smear))),
    [false, false, true],
  );
  // On a ground of coarse grain other grain of its kind lies elsewhere.
  assert.equal(isRough(at(9, 21)), false);
});
