import type { Align } from "../text/typeset/align.ts";
import { type Calibration, DOUBTS, type Doubt } from "./calibration.ts";
import type { Evidence } from "./evidence.ts";
import type { MetGround } from "./met-ground.ts";
import { CALIBRATION } from "./sureness-table.ts";

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * What is missing to a likeness of 1, in doublings of what good reconstructions lack. Letters that keep their own pixels lack nothing: what is
 * missing counts for the share that was drawn.
 */
const lack = (likeness: number, usual: number, drawn: number): number => within(Math.log2(((1 - likeness) * drawn) / usual), -2, 4);
/** One new letter among many that stay is looked at by itself: less than this share is not believed to be all there is to see. */
const LEAST_SEEN = 0.3;
/** A rival family this close behind, as overlap, may be the right one: letters that have no sample are a guess then, the others nearly so. */
const RIVAL = 0.06;
const SAMPLED = 0.4;

/** 1 = a rival is level with the best face, 0 = it is just behind enough; a face that is far ahead, down to −1, is surer than the letters alone. */
function rivalry({ margin, unseen }: Pick<Evidence, "margin" | "unseen">): number {
  const near = within(1 - margin / RIVAL, -1, 1);
  return near > 0 ? near * (SAMPLED + (1 - SAMPLED) * unseen) : near;
}

/**
 * How doubtful each side of the evidence is. Grain and blur, which photographs have and drawings lack, are no doubts: likeness is taken apart from
 * grain, a letter by its contrast, and how far a rival is behind rather than how well the best one lies.
 */
export function doubtsOf({ seenAlike, worstContrast, redrawn, ...faces }: Evidence): Readonly<Record<Doubt, number>> {
  const drawn = Math.max(LEAST_SEEN, redrawn);
  return { type_unlike: lack(seenAlike, 0.03, drawn), letter_unlike: lack(worstContrast, 0.05, drawn), fonts_alike: rivalry(faces) };
}

/** What is left of sureness where something is left of the old letters. */
const REMAINS = 0.6;

/** What is left of sureness where the far end of a leaning line is a guess. */
const FAR_FETCHED = 0.6;

/** What is left of sureness where the place, or letters with nothing to go by, made a guess of the design. */
const GUESSED = 0.6;

/** Kerning at spaces from which words stand visibly elsewhere without it, pixels. */
const KERNED_PX = 0.6;
const isKernGuessed = ({ gapKerning }: Evidence): boolean => gapKerning > KERNED_PX;

/** Below these sizes of type, pixels, many faces look alike, and a likeness says nothing: straight letters, and such as seemed bent or on a plane. */
const LEGIBLE_PX = { straight: 10, bent: 18 } as const;
const isTiny = ({ sizePx, effects }: Evidence): boolean => sizePx < (effects.includes("bent") ? LEGIBLE_PX.bent : LEGIBLE_PX.straight);

/** What is left of sureness where letters are both tracked and foreshortened: each explains much of the other. */
const CONFOUNDED = 0.94;
const isConfounded = ({ effects }: Evidence): boolean => effects.includes("bent") && effects.includes("tracked");

/** What is left of sureness where the text reads otherwise though the reader knows the face. */
const MISREAD = 0.6;

/**
 * A ground off by so many levels of lightness is not seen to be made up; every level more leaves so much less of sureness, never less than `least`. New letters
 * hide much of it; where nothing takes the old ones' place, all of it shows.
 */
const MADE_UP = { under: { unseen: 3, each: 0.02 }, bare: { unseen: 1.5, each: 0.04 }, least: 0.5 } as const;
/** Where the old letters show no ground among them, it is off by about this share of what pixels held out beside them are. */
const HELD_OUT = 0.6;

interface RestoredGround {
  readonly met?: MetGround | undefined;
  readonly holdOutError: number;
}

/** What is left of sureness by how far the restored ground is off, 0.5–1. On posters the smear between letters told that under them within 3 levels. */
export function groundSureness({ met, holdOutError }: RestoredGround, as: "under" | "bare"): number {
  const { unseen, each } = MADE_UP[as];
  const off = Math.max(0, (met?.smear ?? HELD_OUT * holdOutError) - unseen);
  return Math.max(MADE_UP.least, 1 - each * off);
}

/** The same of a set string, for the share of it that was drawn. */
const groundUnder = ({ met, plateError, redrawn }: Evidence): number =>
  1 - Math.max(LEAST_SEEN, redrawn) * (1 - groundSureness({ met, holdOutError: plateError }, "under"));

/** What is left of sureness, 0–1, by what is known apart from how alike the re-drawn original is: place, remains, guesses, reading. */
export const besidesLook = (evidence: Evidence): number =>
  (1 - evidence.misplaced) *
  groundUnder(evidence) *
  (evidence.reads === "differs" ? MISREAD : 1) *
  (evidence.remains ? REMAINS : 1) *
  (evidence.farFetched ? FAR_FETCHED : 1) *
  (evidence.refit ? GUESSED : 1) *
  (evidence.coloursGuessed ? GUESSED : 1) *
  (evidence.squeezed ? GUESSED : 1) *
  (evidence.lost ? GUESSED : 1) *
  (isKernGuessed(evidence) ? GUESSED : 1) *
  (isTiny(evidence) ? GUESSED : 1) *
  (isConfounded(evidence) ? CONFOUNDED : 1);

/** Likelihood, 0–1, that the string cannot be told from how it should look: its look, its place, and whether it reads as wanted. */
export function surenessOf(evidence: Evidence, { start, weights }: Calibration = CALIBRATION): number {
  const doubts = doubtsOf(evidence);
  const sum = DOUBTS.reduce((total, name) => total + weights[name] * doubts[name], 0);
  return besidesLook(evidence) / (1 + Math.exp(sum - start));
}

/** Misplacement from which the place is what there is to look at. */
const PLACE_DOUBT = 0.3;

interface Told {
  /** What the line read, and what it reads now. */
  readonly text: string;
  readonly set?: string | undefined;
  /** The letter of it that could be re-created least. */
  readonly worstChar?: string | undefined;
  readonly align: Align;
  /** Nearest fonts, best first, as a person knows them. */
  readonly nearest: readonly string[];
}

/** What a person is told where the old letters' shape still shows. */
export const remainsReason = (text: string): string => `Traces of the letters of “${text}” still show in the background; look for remains.`;

const KEPT: Readonly<Record<Align, string>> = { left: "its beginning", center: "its middle", right: "its end" };

/** What a person is told where letters hardly stand out from their ground. */
export const lostReason = (text: string): string => `“${text}” hardly stands out from what is behind it; look whether it can be read.`;

/** The evidence as if there were no reasons of the kind that are said outright. */
const withoutFlags = (evidence: Evidence): Evidence => ({
  ...evidence,
  remains: false,
  farFetched: false,
  refit: undefined,
  coloursGuessed: false,
  squeezed: false,
  lost: false,
  met: undefined,
  plateError: 0,
  gapKerning: 0,
  sizePx: Math.max(evidence.sizePx, LEGIBLE_PX.bent),
  reads: "wanted",
});

/** Why a person should look apart from how well type and place were told; the flags these reasons stand for. */
function saidOutright(evidence: Evidence, { text, set = text }: Pick<Told, "text" | "set">): readonly string[] {
  const said: readonly (readonly [boolean, string])[] = [
    [isTiny(evidence), `The letters of “${text}” are about ${Math.round(evidence.sizePx)} px high: too few pixels to tell their type.`],
    [evidence.remains, remainsReason(text)],
    [evidence.lost === true, lostReason(set)],
    [
      evidence.farFetched,
      `The new text is much longer than “${text}”, whose lean it was learnt from; look whether its far end stands right.`,
    ],
    [
      evidence.refit === "rows",
      `The new text for “${text}” found no room on one line and was broken; look whether its rows suit the design.`,
    ],
    [evidence.refit === "narrow", `The new text for “${text}” found too little room and was narrowed; look whether it suits the design.`],
    [
      evidence.squeezed,
      `The letters of “${text}” had to be drawn together to lie where they were seen; look whether the new ones are as bold as they were.`,
    ],
    [
      isKernGuessed(evidence),
      `This font draws words together at their spaces, which not every program does; look whether the words for “${text}” stand right.`,
    ],
    [
      evidence.coloursGuessed,
      `The letters of “${text}” have colours of their own and the new text has more letters; look whether their colours suit.`,
    ],
  ];
  return said.flatMap(([is, sentence]) => (is ? [sentence] : []));
}

/** Why a person should look at a set string, one sentence per reason; empty where it is sure enough. */
export function reviewReasons(
  evidence: Evidence,
  { text, set, worstChar, align, nearest }: Told,
  calibration: Calibration = CALIBRATION,
): readonly string[] {
  const said = saidOutright(evidence, { text, set });
  const clean = withoutFlags(evidence);
  if (surenessOf(clean, calibration) >= calibration.review) return said;
  const doubts = doubtsOf(evidence);
  const worth = (name: Doubt): number => calibration.weights[name] * doubts[name];
  const worst = DOUBTS.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const fonts = `nearest fonts: ${nearest.join(", ")}`;
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const sentences: Readonly<Record<Doubt, string>> = {
    type_unlike: `The type of “${text}” could be re-created only to ${percent(evidence.seenAlike)}; ${fonts}.`,
    letter_unlike: `${worstChar === undefined ? "A letter" : `The “${worstChar}”`} of “${text}” could be re-created only to ${percent(evidence.worstContrast)}; ${fonts}.`,
    fonts_alike: `“${text}” fits more than one font about as well; ${fonts}.`,
  };
  const look = surenessOf({ ...clean, misplaced: 0 }, calibration);
  return [
    ...said,
    ...(look < calibration.review ? [sentences[worst]] : []),
    ...(evidence.misplaced >= PLACE_DOUBT || look >= calibration.review
      ? [`Nothing near “${text}” shows how it is aligned; ${KEPT[align]} was left where it stood. Look whether it stands right.`]
      : []),
  ];
}
