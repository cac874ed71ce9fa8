import type { EngineView } from "../protocol/edit.ts";
import type { HistoryEntry } from "../protocol/history.ts";

/** Edits per engine the median is taken of: the newest ones. */
const SAMPLE = 20;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

const totalMs = ({ result: { timingsMs } }: HistoryEntry): number =>
  Object.entries(timingsMs).reduce((sum, [name, ms]) => (name === "model" ? sum : sum + ms), 0);

/** Adds to each engine what a result by it has taken here, as the median of its newest edits; engines without edits get no guess. */
export function withMeasuredTimes(views: readonly EngineView[], newestFirst: readonly HistoryEntry[]): readonly EngineView[] {
  return views.map((view) => {
    const made = newestFirst.filter(({ result }) => result.engine === view.name).slice(0, SAMPLE);
    if (made.length === 0) return view;
    const seconds = { typical: Math.max(1, Math.round(median(made.map(totalMs)) / 1000)), measured: made.length };
    return { ...view, estimate: { ...view.estimate, seconds } };
  });
}
