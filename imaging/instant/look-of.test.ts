import assert from "node:assert/strict";
import { test } from "node:test";
import type { FontFace } from "../ports.ts";
import type { FitCandidate } from "../text/fit/fit.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import { clearestLook } from "./look-of.ts";

const GLOW: Shadow = { dx: 0, dy: 0, blurPx: 3, colour: [250, 250, 250], opacity: 0.9 };
const fit = (family: string, similarity: number) => ({ face: { family } as FontFace, setting: {}, similarity }) as FitCandidate;

/** Family taken of slab and bold by how well each lies before and once the effects are taken away. */
function taken(slab: readonly [number, number], bold: readonly [number, number], shadow: Shadow | undefined): string {
  const known = { slab, bold };
  const faces = [fit("bold", bold[0]), fit("slab", slab[0])];
  const look = ({ face }: FitCandidate) => ({ shadow, candidate: fit(face.family, known[face.family as keyof typeof known][1]) });
  return clearestLook(faces, look).candidate.face.family;
}

test("a face that lay best only while a glow passed for ink gives way to one that lies clearly better without it", () => {
  assert.equal(taken([0.79, 0.9], [0.8, 0.73], GLOW), "slab");
  assert.equal(taken([0.79, 0.75], [0.8, 0.73], GLOW), "bold");
  assert.equal(taken([0.79, 0.9], [0.8, 0.73], undefined), "bold");
  assert.equal(taken([0.79, 0.95], [0.8, 0.88], GLOW), "bold");
});
