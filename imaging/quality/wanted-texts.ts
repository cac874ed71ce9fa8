import type { Operation } from "../../protocol/plan.ts";
import { foldForReading, readBackSimilarity } from "./read-back.ts";

/** How one text wish came out, as read. */
export interface TextOutcome {
  /** What should read so; absent where something should be gone. */
  readonly wanted?: string;
  /** What should be gone and still reads. */
  readonly left?: string;
  /** What reads most like the wanted string; empty where nothing does. */
  readonly readBack: string;
  /** 0–1. */
  readonly similarity: number;
}

/** Lines one wanted string may have been broken over. */
const MOST_LINES = 4;

/** Every line, and every run of neighbouring lines joined. */
function runsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((_, i) =>
    Array.from({ length: Math.min(MOST_LINES, lines.length - i) }, (_, n) => lines.slice(i, i + n + 1).join("")),
  );
}

const contains = (line: string, wanted: string): boolean => foldForReading(line).includes(foldForReading(wanted));

function outcomeFor(wanted: string, lines: readonly string[]): TextOutcome {
  const runs = runsOf(lines);
  const whole = runs.find((run) => contains(run, wanted));
  if (whole !== undefined) return { wanted, readBack: whole, similarity: 1 };
  const best = runs.reduce(
    (a, run) => {
      const similarity = readBackSimilarity(wanted, run);
      return similarity > a.similarity ? { readBack: run, similarity } : a;
    },
    { readBack: "", similarity: 0 },
  );
  return { wanted, ...best };
}

/** A string that is part of what was wanted instead cannot be missed. */
const mustGo = ({ kind, target, text }: Operation): string | undefined => {
  const from = text?.from ?? (kind === "text.remove" ? target : undefined);
  return from === undefined || (text?.to !== undefined && contains(text.to, from)) ? undefined : from;
};

/**
 * Compares what reads in the changed part (`lines`, in reading order) with what the text operations wanted there. One outcome for each
 * string that should read, and for each that should be gone but reads.
 */
export function wantedTexts(operations: readonly Operation[], lines: readonly string[]): readonly TextOutcome[] {
  return operations.flatMap((operation): TextOutcome[] => {
    const { kind, text } = operation;
    if (!kind.startsWith("text.") || kind === "text.restyle") return [];
    const read = text?.to === undefined || text.to.trim() === "" ? [] : [outcomeFor(text.to, lines)];
    const gone = mustGo(operation);
    const left = gone === undefined ? undefined : lines.find((line) => contains(line, gone));
    return left === undefined ? read : [...read, { left: gone!, readBack: left, similarity: 0 }];
  });
}
