import type { OutsideChange } from "../raster/compare-outside.ts";
import { readBackSimilarity } from "./read-back.ts";
import type { Seam } from "./seam.ts";

/** Why a person should look; each has one sentence in `SENTENCES`. */
export const REASONS = [
  "outside_changed",
  "nothing_changed",
  "seam_visible",
  "colour_off",
  "read_back_differs",
  "read_back_doubtful",
  "reconstruction_low",
  "plate_unsure",
] as const;
export type Reason = (typeof REASONS)[number];

const SENTENCES: Record<Reason, string> = {
  outside_changed: "Pixels outside the mask changed.",
  nothing_changed: "The edit changed nothing that can be seen.",
  seam_visible: "The edge of the edit may show.",
  colour_off: "The colour inside the edit differs from its surroundings.",
  read_back_differs: "The new text does not read as wanted.",
  read_back_doubtful: "The new text reads almost, but not exactly, as wanted.",
  reconstruction_low: "The original's font could not be matched well.",
  plate_unsure: "The background behind the text is uncertain.",
};

/** One sentence for a person. */
export const sentenceFor = (reason: Reason): string => SENTENCES[reason];

/** Limits, each on the scale of its kernel. */
const LIMITS = {
  seamRatio: 2.2,
  seamExcess: 6,
  colour: 6,
  readBackSame: 1,
  readBackNear: 0.75,
  reconstruction: 0.75,
  holdOutError: 18,
  changedShare: 0.002,
};

/** What was measured; what was not is left out and not judged. */
export interface Findings {
  readonly outside: OutsideChange;
  /** Share of the mask that changed visibly, 0–1. */
  readonly changedShare?: number;
  readonly seam?: Seam;
  /** ΔE2000 across the mask's edge; leave out where the edit is meant to bring another colour to it. */
  readonly colour?: number;
  readonly texts?: readonly TextFinding[];
}

export interface TextFinding {
  readonly wanted: string;
  /** What OCR read; left out where it was not run. */
  readonly readBack?: string;
  /** How well the original was re-created, 0–1. */
  readonly reconstruction?: number;
  /** The plate's hold-out error, 0–255 RMS. */
  readonly holdOutError?: number;
}

export interface Judgement {
  readonly reasons: readonly Reason[];
  /** 0–1: the product of what every finding leaves of certainty. */
  readonly confidence: number;
  readonly needsReview: boolean;
}

/** A finding's reason, if it has one, and the factor it leaves of the confidence. */
interface Verdict {
  readonly reason?: Reason;
  readonly factor: number;
}

const fine = (factor = 1): Verdict => ({ factor });
const doubt = (reason: Reason, factor: number): Verdict => ({ reason, factor });

function judgeSeam({ ratio, excess }: Seam): Verdict {
  return ratio > LIMITS.seamRatio && excess > LIMITS.seamExcess ? doubt("seam_visible", 0.7) : fine();
}

function judgeReading({ wanted, readBack }: TextFinding): Verdict {
  if (readBack === undefined) return fine();
  const similarity = readBackSimilarity(wanted, readBack);
  if (similarity >= LIMITS.readBackSame) return fine();
  return similarity < LIMITS.readBackNear ? doubt("read_back_differs", 0.3) : doubt("read_back_doubtful", similarity);
}

function judgeText(text: TextFinding): Verdict[] {
  const { reconstruction = 1, holdOutError = 0 } = text;
  return [
    judgeReading(text),
    reconstruction < LIMITS.reconstruction ? doubt("reconstruction_low", reconstruction) : fine(reconstruction),
    holdOutError > LIMITS.holdOutError ? doubt("plate_unsure", 0.8) : fine(),
  ];
}

/** Combines what was measured into reasons (each once, in the order of `REASONS`), a confidence, and whether a person should look. */
export function judge({ outside, changedShare = 1, seam, colour = 0, texts = [] }: Findings): Judgement {
  const verdicts = [
    outside.changed > 0 ? doubt("outside_changed", 0) : fine(),
    changedShare < LIMITS.changedShare ? doubt("nothing_changed", 0.1) : fine(),
    seam === undefined ? fine() : judgeSeam(seam),
    colour > LIMITS.colour ? doubt("colour_off", 0.8) : fine(),
    ...texts.flatMap(judgeText),
  ];
  const found = new Set(verdicts.map((v) => v.reason));
  const reasons = REASONS.filter((r) => found.has(r));
  return { reasons, confidence: verdicts.reduce((product, v) => product * v.factor, 1), needsReview: reasons.length > 0 };
}
