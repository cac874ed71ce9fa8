import { breathe } from "../../raster/breathe.ts";
import type { Ruler } from "../setting.ts";
import type { Placed } from "./candidates.ts";
import { forLine, ROUGH, SHAPING } from "./freedoms.ts";
import { fitGlyphs, glyphSimilarity } from "./glyphs.ts";
import { overlap } from "./overlap.ts";
import type { FitTarget } from "./refine.ts";
import { offWeight, strain } from "./strain.ts";
import { bestWeight, type Trial, trial } from "./trial.ts";

const REFINED_FACES = 6;
const WEIGHED_FACES = 4;

/** Scouted faces moved to where they lie best: an extent measured a little wrong must not decide between them. */
async function nudged(
  ruler: Ruler,
  placed: readonly Placed[],
  at: { target: FitTarget; signal: AbortSignal | undefined },
): Promise<readonly Trial[]> {
  const freedoms = forLine(ROUGH, at.target.text);
  const trials: Trial[] = [];
  for (const p of placed) {
    if (trials.length % 8 === 0) await breathe(at.signal);
    trials.push(trial(ruler, p, { target: at.target, freedoms, rounds: 3 }));
  }
  return trials.sort((a, b) => a.error - b.error);
}

async function refineFaces(
  ruler: Ruler,
  placed: readonly Trial[],
  at: { target: FitTarget; signal: AbortSignal | undefined },
): Promise<Trial[]> {
  const freedoms = forLine(ROUGH, at.target.text);
  const shaping = forLine(SHAPING, at.target.text);
  const byError = (a: Trial, b: Trial) => a.error - b.error;
  const first: Trial[] = [];
  for (const p of placed) {
    await breathe(at.signal);
    first.push(trial(ruler, p, { target: at.target, freedoms: shaping, rounds: 4 }));
  }
  first.sort(byError);
  const weighed: Trial[] = [];
  for (const t of first.slice(0, WEIGHED_FACES)) {
    await breathe(at.signal);
    weighed.push(bestWeight(ruler, t, { target: at.target, freedoms, step: 100 }));
  }
  return [...weighed.sort(byError), ...first.slice(WEIGHED_FACES)];
}

/** Squared error below which the order of faces is beyond doubt and characters need no look of their own. */
export const PLAIN_SAILING = 0.1;
const GLYPH_FACES = 4;

/**
 * Orders faces by how alike their characters are when each may stand a little off: a line in perspective, on an arc or with
 * kerning of its own otherwise goes to whatever face happens to straddle it.
 */
async function orderByGlyphs(
  ruler: Ruler,
  trials: readonly Trial[],
  at: { target: FitTarget; signal: AbortSignal | undefined },
): Promise<readonly Trial[]> {
  if (trials.length < 2 || trials[0].error < PLAIN_SAILING) return trials;
  const scored: { readonly trial: Trial; readonly score: number }[] = [];
  for (const t of trials.slice(0, GLYPH_FACES)) {
    await breathe(at.signal);
    const whole = overlap(ruler, t.setting, at.target);
    scored.push({
      trial: t,
      score:
        whole +
        glyphSimilarity(fitGlyphs(ruler, t.setting, { target: at.target, most: 7 })) -
        2 * (strain(t.setting) + offWeight(ruler, t.setting, at.target)),
    });
  }
  scored.sort((a, b) => b.score - a.score);
  return [...scored.map((x) => x.trial), ...trials.slice(GLYPH_FACES)];
}

/** Scouted faces in the order of how well each lies once moved, weighed and looked at letter by letter; best first. */
export async function orderFaces(
  ruler: Ruler,
  placed: readonly Placed[],
  at: { readonly seen: FitTarget; readonly rough: FitTarget; readonly signal: AbortSignal | undefined },
): Promise<readonly Trial[]> {
  const { seen, rough, signal } = at;
  const likely = await nudged(ruler, placed, { target: seen, signal });
  const refined = await refineFaces(ruler, likely.slice(0, REFINED_FACES), { target: rough, signal });
  return await orderByGlyphs(ruler, refined, { target: rough, signal });
}
