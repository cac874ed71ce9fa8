import type { EditResult } from "../../protocol/edit.ts";
import type { EmendError } from "../../protocol/errors.ts";

/** One edit of the list: the picture by its file name, the wish, and where there is one the picture as a person made it. */
export interface RealEdit {
  readonly picture: string;
  readonly say: string;
  readonly truth?: string;
}

/** Where the truth differs from the source: SSIM and PSNR (dB) of the source as it was, and of the result. */
export interface Truth {
  readonly before: { readonly ssim: number; readonly psnr: number };
  readonly after: { readonly ssim: number; readonly psnr: number };
}

export interface Outcome {
  readonly seconds: number;
  readonly refused?: EmendError;
  readonly result?: EditResult;
  readonly truth?: Truth | undefined;
}

const COLUMNS = ["picture", "wish", "original → wanted (read back)", "reconstruction", "outcome", "changed outside", "truth", "s"];
export const HEADER: readonly string[] = [`| ${COLUMNS.join(" | ")} |`, `|${COLUMNS.map(() => "---").join("|")}|`];

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function readings({ texts }: EditResult): string {
  const rows = texts.map(({ original, wanted, readBack }) => {
    const read = plain(readBack) === plain(wanted) ? "✓" : `✗ “${readBack}”`;
    return `${original} → ${wanted} ${read}`;
  });
  return rows.join("; ") || "–";
}

function truthCell(truth: Truth | undefined): string {
  if (truth === undefined) return "";
  const { before, after } = truth;
  return `SSIM ${before.ssim.toFixed(3)} → ${after.ssim.toFixed(3)}, PSNR ${before.psnr.toFixed(1)} → ${after.psnr.toFixed(1)} dB`;
}

/** One row of the table. */
export function rowOf(edit: RealEdit, { seconds, refused, result, truth }: Outcome): string {
  const cells = [
    edit.picture,
    edit.say,
    result ? readings(result) : "–",
    result?.texts.map((t) => t.reconstruction.toFixed(2)).join(", ") ?? "–",
    refused
      ? `refused: ${refused.code}`
      : result?.needsReview
        ? `flagged (${result.confidence.toFixed(2)})`
        : `sure (${result?.confidence.toFixed(2)})`,
    result ? String(result.outside.changed) : "–",
    truthCell(truth),
    seconds.toFixed(1),
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}
