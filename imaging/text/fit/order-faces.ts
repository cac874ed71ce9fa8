import { breathe } from "../../raster/breathe.ts";
import type { Ruler } from "../ruler.ts";
import type { Placed } from "./candidates.ts";
import { forLine, leaningToo, ROUGH, SHAPING } from "./freedoms.ts";
import { fitGlyphs, glyphSimilarity } from "./glyphs.ts";
import { overlap } from "./overlap.ts";
import type { FitTarget } from "./refine.ts";
import { offWeight, strain } from "./strain.ts";
import { bestWeight, type Trial, trial } from "./trial.ts";

/** Faces refined; where more lie hardly worse than the best, as in small type, up to so many. */
const REFINED_FACES = 6;
const MOST_REFINED = 10;
const HARDLY_WORSE = 1.6;
const WEIGHED_FACES = 4;

/** Error up to which a nudged face may be the one beyond doubt, and how far behind it all others must then be: times its own and more. */
const CERTAIN = { error: 0.02, times: 3, more: 0.02 } as const;
/** Faces nudged before the first is looked at for being beyond doubt. */
const FIRST_NUDGED = 6;
/** Error after one step, times that of the last face that would be refined so far, from which a face is given up. */
const HOPELESS = 1.5;
/** How far behind the best a face is not weighed any more, likewise: its weights would not bring it there. */
const BEHIND = { times: 3, more: 0.03 } as const;

/** Whether the first of the sorted trials lies so well, and the others so much worse, that it is the face. */
const isCertain = ([first, second]: readonly Trial[]): boolean =>
  first !== undefined && second !== undefined && first.error < CERTAIN.error && second.error > CERTAIN.times * first.error + CERTAIN.more;

/** Error of a refined and weighed face up to which it may be the only one finished, and how far behind it the next must then be. */
const AHEAD = { error: 0.05, times: 2, more: 0.02 } as const;
const isAhead = ([first, second]: readonly Trial[]): boolean =>
  first.error < AHEAD.error && second.error > AHEAD.times * first.error + AHEAD.more;

/** Loads faces before they are drawn. */
type Prepare = (faceIds: readonly string[]) => Promise<void>;

/**
 * Scouted faces moved to where they lie best: an extent measured a little wrong must not decide between them. The less likely ones
 * are left out where one is beyond doubt.
 */
async function nudged(
  ruler: Ruler,
  placed: readonly Placed[],
  at: { target: FitTarget; signal: AbortSignal | undefined; prepare: Prepare; leaning: boolean },
): Promise<readonly Trial[]> {
  const freedoms = leaningToo(forLine(ROUGH, at.target.text), at.leaning);
  const trials: Trial[] = [];
  const sorted = () => [...trials].sort((a, b) => a.error - b.error);
  for (const p of placed) {
    if (trials.length % FIRST_NUDGED === 0) {
      await at.prepare(placed.slice(trials.length, trials.length + FIRST_NUDGED).map(({ face }) => face.id));
      await breathe(at.signal);
    }
    const last = sorted()[REFINED_FACES - 1];
    trials.push(trial(ruler, p, { target: at.target, freedoms, rounds: 3, ...(last && { hopeless: HOPELESS * last.error }) }));
    if (trials.length === FIRST_NUDGED && isCertain(sorted())) break;
  }
  return sorted();
}

async function refineFaces(
  ruler: Ruler,
  placed: readonly Trial[],
  at: { target: FitTarget; signal: AbortSignal | undefined; leaning: boolean },
): Promise<Trial[]> {
  const freedoms = leaningToo(forLine(ROUGH, at.target.text), at.leaning);
  const shaping = leaningToo(forLine(SHAPING, at.target.text), at.leaning);
  const byError = (a: Trial, b: Trial) => a.error - b.error;
  const first: Trial[] = [];
  for (const p of placed) {
    await breathe(at.signal);
    first.push(trial(ruler, p, { target: at.target, freedoms: shaping, rounds: 4 }));
  }
  first.sort(byError);
  const limit = BEHIND.times * (first[0]?.error ?? 0) + BEHIND.more;
  const weighed: Trial[] = [];
  for (const t of first.slice(0, WEIGHED_FACES)) {
    await breathe(at.signal);
    weighed.push(t.error > limit ? t : bestWeight(ruler, t, { target: at.target, freedoms, step: 100 }));
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

export interface FaceOrder {
  /** Best first. */
  readonly trials: readonly Trial[];
  /** The first is beyond doubt; the others were looked at no further. */
  readonly certain: boolean;
}

/** Scouted faces in the order of how well each lies once moved, weighed and looked at letter by letter. */
export async function orderFaces(
  ruler: Ruler,
  placed: readonly Placed[],
  at: {
    readonly seen: FitTarget;
    readonly rough: FitTarget;
    readonly signal: AbortSignal | undefined;
    readonly prepare: Prepare;
    /** The letters lean: their lean is moved too. */
    readonly leaning: boolean;
  },
): Promise<FaceOrder> {
  const { seen, rough, signal, prepare, leaning } = at;
  const likely = await nudged(ruler, placed, { target: seen, signal, prepare, leaning });
  if (isCertain(likely)) {
    const [first] = await refineFaces(ruler, likely.slice(0, 1), { target: rough, signal, leaning });
    if (first && first.error < PLAIN_SAILING) return { trials: [first, ...likely.slice(1)], certain: true };
  }
  const close = likely.slice(REFINED_FACES, MOST_REFINED).filter((t) => t.error < HARDLY_WORSE * likely[0].error);
  const refined = await refineFaces(ruler, [...likely.slice(0, REFINED_FACES), ...close], { target: rough, signal, leaning });
  const alone = refined.length > 1 && isAhead(refined);
  return { trials: alone ? refined : await orderByGlyphs(ruler, refined, { target: rough, signal }), certain: alone };
}
