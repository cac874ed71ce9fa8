import type { Score } from "../measure/score.ts";
import { ratio, table } from "./markdown.ts";
import { BAD, GOOD } from "./targets.ts";

const likeness = (s: Score): number => s.ssim ?? 0;
/** Likeness with a mere misplacement forgiven: says whether the look was got right. */
const look = (s: Score): number => Math.max(likeness(s), s.placedSsim ?? 0);

function byConfidence(done: readonly Score[]): string {
  const rows = [0.98, 0.95, 0.9, 0.85, 0.8, 0.72, 0].map((least) => {
    const above = done.filter((s) => (s.confidence ?? 0) >= least);
    const share = (of: (s: Score) => number, limit: number) => ratio(above.map((s) => of(s) >= limit));
    return [`≥ ${least}`, `${above.length}`, share(likeness, GOOD), share(look, GOOD), share(likeness, BAD)];
  });
  return table(["confidence", "results", "SSIM ≥ 0.9", "placed SSIM ≥ 0.9", "SSIM ≥ 0.75"], rows);
}

/** What other thresholds on the reconstruction would have flagged, by look. */
function byThreshold(done: readonly Score[]): string {
  const rows = [0.72, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96].map((limit) => {
    const caught = (s: Score) => (s.reconstruction ?? 0) < limit;
    const bad = done.filter((s) => look(s) < BAD);
    const good = done.filter((s) => look(s) >= GOOD);
    return [
      `< ${limit}`,
      ratio(bad.map(caught)),
      ratio(good.map(caught)),
      ratio(done.filter((s) => s.familyRight === false || !s.inLibrary).map(caught)),
    ];
  });
  return table(["flag if reconstruction", "bad look (placed SSIM < 0.75) caught", "false alarms (≥ 0.9)", "wrong family caught"], rows);
}

/** Does the stated sureness hold? Only edits that gave a result count. */
export function calibration(scores: readonly Score[]): string {
  const done = scores.filter((s) => s.ssim !== undefined);
  const flagged = (group: readonly Score[]) => ratio(group.map((s) => s.reasons.length > 0));
  const bad = done.filter((s) => likeness(s) < BAD);
  const good = done.filter((s) => likeness(s) >= GOOD);
  const foreign = done.filter((s) => !s.inLibrary);
  return [
    byConfidence(done),
    "",
    `As it is: bad results (SSIM < 0.75) flagged ${flagged(bad)} · of bad look (placed SSIM < 0.75) ${flagged(done.filter((s) => look(s) < BAD))} · false alarms (flagged though SSIM ≥ 0.9) ${flagged(good)} · font not in library flagged ${flagged(foreign)}`,
    "",
    byThreshold(done),
  ].join("\n");
}
