import assert from "node:assert/strict";
import { test } from "node:test";
import type { Evidence } from "./evidence.ts";
import { groundSureness, reviewReasons, surenessOf } from "./sureness.ts";

const SOUND: Evidence = {
  similarity: 0.99,
  seenAlike: 0.99,
  worstContrast: 0.98,
  overlap: 0.95,
  margin: 0.3,
  unseen: 0.5,
  redrawn: 1,
  misplaced: 0,
  plateError: 0.4,
  textureRatio: 1,
  remains: false,
  farFetched: false,
  coloursGuessed: false,
  squeezed: false,
  gapKerning: 0,
  sizePx: 48,
  noise: 1,
  softness: 0.3,
  glowEm: 0,
  effects: [],
  reads: "wanted",
  misread: 0,
};
const TOLD = { text: "Open late", align: "center", nearest: ["Montserrat 700", "Poppins 700", "Outfit 700"] } as const;

test("a line re-created to the last edge is sure and asks nobody", () => {
  assert.ok(surenessOf(SOUND) > 0.95);
  assert.deepEqual(reviewReasons(SOUND, TOLD), []);
});

test("grain that no drawing repeats and letters a blur has widened make nothing doubtful", () => {
  assert.equal(surenessOf({ ...SOUND, similarity: 0.85, overlap: 0.7, noise: 9, softness: 1.2 }), surenessOf(SOUND));
});

test("a face far ahead of its rivals is surer than one just ahead, a letter that differs alike", () => {
  const doubted = { ...SOUND, seenAlike: 0.94, worstContrast: 0.8 };
  assert.ok(surenessOf({ ...doubted, margin: 0.3 }) > surenessOf({ ...doubted, margin: 0.06 }));
});

test("every doubt makes less sure, and none makes surer", () => {
  const doubts: readonly Partial<Evidence>[] = [
    { seenAlike: 0.9 },
    { worstContrast: 0.7 },
    { margin: 0 },
    { misplaced: 0.4 },
    { reads: "differs" },
    { remains: true },
    { refit: "rows" },
    { coloursGuessed: true },
    { gapKerning: 2 },
    { squeezed: true },
    { sizePx: 8 },
    { effects: ["bent", "tracked"] },
  ];
  for (const doubt of doubts) assert.ok(surenessOf({ ...SOUND, ...doubt }) < surenessOf(SOUND), JSON.stringify(doubt));
});

test("type that could hardly be re-created is told with the nearest fonts", () => {
  const [reason, ...none] = reviewReasons({ ...SOUND, seenAlike: 0.6, worstContrast: 0.5 }, TOLD);
  assert.match(reason, /Montserrat 700, Poppins 700, Outfit 700/);
  assert.equal(none.length, 0);
});

test("where one letter is the doubt, it is named", () => {
  const [reason] = reviewReasons({ ...SOUND, seenAlike: 0.95, worstContrast: 0.2 }, { ...TOLD, worstChar: "p" });
  assert.match(reason, /^The “p” of “Open late” could be re-created only to 20 %; nearest fonts: Montserrat 700, Poppins 700, Outfit 700/);
});

test("a place that nothing shows is told as such, not as a question of type", () => {
  const reasons = reviewReasons({ ...SOUND, misplaced: 0.45 }, TOLD);
  assert.equal(reasons.length, 1);
  assert.match(reasons[0], /how it is aligned; its middle was left where it stood/);
});

test("remains of the old letters are told, however well the type was re-created", () => {
  const reasons = reviewReasons({ ...SOUND, remains: true }, TOLD);
  assert.deepEqual(reasons, ["Traces of the letters of “Open late” still show in the background; look for remains."]);
  assert.ok(surenessOf({ ...SOUND, remains: true }) < 0.65);
});

test("a leaning line much longer than what it is learnt from is doubted and said", () => {
  const far = { ...SOUND, farFetched: true };
  assert.ok(surenessOf(far) < 0.7);
  assert.match(reviewReasons(far, TOLD)[0] ?? "", /much longer than “Open late”/);
});

test("rows nobody asked for, narrowed letters, guessed colours, kerned spaces, squeezed and tiny bent letters are doubted and said", () => {
  const cases: readonly (readonly [Partial<Evidence>, RegExp])[] = [
    [{ refit: "rows" }, /was broken/],
    [{ refit: "narrow" }, /was narrowed/],
    [{ coloursGuessed: true }, /colours of their own/],
    [{ gapKerning: 2 }, /at their spaces/],
    [{ squeezed: true }, /drawn together/],
    [{ sizePx: 12, effects: ["bent"] }, /too few pixels/],
  ];
  for (const [doubt, said] of cases) {
    assert.ok(surenessOf({ ...SOUND, ...doubt }) < 0.7);
    const [reason, ...others] = reviewReasons({ ...SOUND, ...doubt }, TOLD);
    assert.match(reason ?? "", said);
    assert.equal(others.length, 0);
  }
});

test("where most letters keep their own pixels, type that is only near is less of a doubt, and type that is far off still one", () => {
  const near = { ...SOUND, seenAlike: 0.93, worstContrast: 0.9, unseen: 0.3 };
  const far = { ...SOUND, seenAlike: 0.7, worstContrast: 0.5, unseen: 0.3 };
  assert.ok(reviewReasons({ ...near, margin: 0.03 }, TOLD).length > 0);
  assert.deepEqual(reviewReasons({ ...near, margin: 0.03, redrawn: 0.3 }, TOLD), []);
  assert.ok(reviewReasons({ ...far, redrawn: 0.1 }, TOLD).length > 0);
});

test("a ground that is off between the letters leaves less sureness, the more of it shows; grain alone does not, and nobody is asked", () => {
  const smeared = { ...SOUND, met: { error: 18, smear: 12 } };
  assert.ok(surenessOf(smeared) < 0.85 * surenessOf(SOUND));
  assert.ok(surenessOf({ ...smeared, redrawn: 0.3 }) > surenessOf(smeared));
  assert.equal(surenessOf({ ...SOUND, met: { error: 14, smear: 2 } }), surenessOf(SOUND));
  assert.ok(
    groundSureness({ holdOutError: 20 }, "bare") < groundSureness({ holdOutError: 20 }, "under"),
    "without letters all of it shows",
  );
  assert.deepEqual(reviewReasons(smeared, TOLD), []);
});

test("letters lost in their ground are said to be, by their new wording", () => {
  const lost = { ...SOUND, lost: true };
  assert.ok(surenessOf(lost) < 0.65);
  assert.deepEqual(reviewReasons(lost, { ...TOLD, set: "Closed" }), [
    "“Closed” hardly stands out from what is behind it; look whether it can be read.",
  ]);
});
