import type { Score } from "../measure/score.ts";

const escaped = (s: string): string => s.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Worst first: edits that failed, then by likeness to the truth. */
export const worstFirst = (scores: readonly Score[]): readonly Score[] => [...scores].sort((a, b) => (a.ssim ?? -1) - (b.ssim ?? -1));

/** A page to look through: tables as text, then every strip, worst first. Pictures lie in `strips/` beside it. */
export function reportPage(scores: readonly Score[], tables: string): string {
  const strips = worstFirst(scores)
    .map(
      (s) =>
        `<figure><img loading="lazy" width="1780" src="strips/${s.seed}.png" alt="${escaped(`${s.seed} ${s.category}: ${s.original} → ${s.wanted}`)}"><figcaption>${escaped([...s.reasons, ...s.warnings].join(" · "))}</figcaption></figure>`,
    )
    .join("\n");
  return `<!doctype html><meta charset="utf-8"><title>Text bench</title><style>body{font:14px system-ui;background:#ddd;margin:16px}pre{background:#fff;padding:12px;overflow:auto}figure{margin:0 0 10px}img{max-width:100%;height:auto;display:block}</style><h1>Text bench: source, plate, result, truth, difference × 3</h1><pre>${escaped(tables)}</pre>${strips}\n`;
}
