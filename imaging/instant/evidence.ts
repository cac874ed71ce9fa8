import { editDistance } from "../quality/read-back.ts";
import type { Mask } from "../raster/raster.ts";
import type { Setting } from "../text/setting.ts";
import type { MetGround } from "./met-ground.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { ReplacedLine } from "./replace-line.ts";

/** What is known of a set string without knowing how it should look: what sureness is told from. */
export interface Evidence {
  /** Likeness of the re-drawn original to the source, 0–1. */
  readonly similarity: number;
  /** The same as seen, apart from the picture's own grain. */
  readonly seenAlike: number;
  /** Share of its contrast that lies where it was seen, at the worst letter. */
  readonly worstContrast: number;
  /** Overlap of the best face's letters with those seen, and how far the next family is behind; 0–1. */
  readonly overlap: number;
  readonly margin: number;
  /** Share of the new letters that the original has no sample of. */
  readonly unseen: number;
  /** Share of the new letters' ink that was drawn, 0–1; the rest are letters that stayed and keep their own pixels. */
  readonly redrawn: number;
  /** Likelihood that the line was meant to stand elsewhere. */
  readonly misplaced: number;
  /** The old letters' shape still shows in the plate. */
  readonly remains: boolean;
  /** The new string is so much longer than the leaning or bent one it is learnt from that its far end is a guess. */
  readonly farFetched: boolean;
  /** What the place made of the string without being asked; absent = set as asked. */
  readonly refit?: "rows" | "narrow" | undefined;
  /** Some of the new letters have colours that nothing shows. */
  readonly coloursGuessed: boolean;
  /** Pixels by which the words stand apart otherwise where spaces are not kerned; 0 where the old string shows that they are. */
  readonly gapKerning: number;
  /** The letters were found closer together than their own words are: those of a lighter cut, or with less around them, would be narrower. */
  readonly squeezed: boolean;
  /** The new letters do not stand out from some of the ground they came to stand on, as the old ones did. */
  readonly lost?: boolean | undefined;
  readonly plateError: number;
  /** How far the plate is off where the ground still shows between the old letters; absent where it does not. */
  readonly met?: MetGround | undefined;
  readonly textureRatio: number;
  readonly sizePx: number;
  readonly noise: number;
  readonly softness: number;
  /** Blur of a shadow or glow, em; 0 = none or a hard one. */
  readonly glowEm: number;
  readonly effects: readonly ("outline" | "shadow" | "gradient" | "letters" | "bent" | "tracked" | "panel" | "clusters")[];
  /** The new string reads as wanted, or fails to as it does on a blank page, or differs. */
  readonly reads: "wanted" | "trusted" | "differs";
  /** Share of the wanted letters that are read otherwise. */
  readonly misread: number;
}

/** Of the letters' ink, how much lies where pixels were touched; 1 where there is none. */
export function redrawnShare(letters: Mask, touched: Mask): number {
  let [all, drawn] = [0, 0];
  for (let i = 0; i < letters.data.length; i++) {
    if (letters.data[i] === 0) continue;
    all++;
    if (touched.data[i] !== 0) drawn++;
  }
  return all === 0 ? 1 : drawn / all;
}

const inked = (text: string): readonly string[] => [...text].filter((c) => c.trim() !== "");

/** Share of the new letters that stand nowhere in the old string. */
function unseenShare(before: string, after: string): number {
  const known = new Set(inked(before));
  const letters = inked(after);
  return letters.filter((c) => !known.has(c)).length / Math.max(1, letters.length);
}

/** Angles below which letters stand upright, radians; and how many times as long as its sample a leaning line may be. */
const LEANING = 0.03;
const FAR = 2.5;
/** A full-width letter takes the room of two others. */
const roomOf = (text: string): number =>
  inked(text).reduce((n, c) => n + (/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF01-\uFF60]/u.test(c) ? 2 : 1), 0);

/** What a slope, a lean or a plane was told from few letters is off by grows with the distance from them. */
export function isFarFetched(setting: Pick<Setting, "slant" | "italic" | "warp" | "perspective">, before: string, after: string): boolean {
  const leaning = Math.abs(setting.slant) > LEANING || setting.italic || setting.warp !== undefined || setting.perspective !== undefined;
  return leaning && roomOf(after) >= FAR * roomOf(before);
}

/** Spacing, em, that letters of another width than those seen bring about: drawn in between letters, made up for between words. */
const SQUEEZED = { tracking: -0.015, wordGap: 0.015 } as const;

/** Whether letters were drawn together while the words were pulled apart, as nobody sets type: their strokes then are not those that were seen. */
export const isSqueezed = ({ tracking, wordGap }: Pick<Setting, "tracking" | "wordGap">): boolean =>
  tracking < SQUEEZED.tracking && wordGap > SQUEEZED.wordGap;

function effectsOf({ setting, paint, outline, shadow, matte }: Reconstruction): Evidence["effects"] {
  const all: readonly (readonly [Evidence["effects"][number], boolean])[] = [
    ["outline", outline !== undefined],
    ["shadow", shadow !== undefined],
    ["gradient", paint.kind === "linear"],
    ["letters", paint.kind === "perCharacter"],
    ["bent", setting.warp !== undefined || setting.perspective !== undefined],
    ["tracked", Math.abs(setting.tracking) > 0.05],
    ["panel", matte.background === "panel"],
    ["clusters", matte.background === "clusters"],
  ];
  return all.flatMap(([name, there]) => (there ? [name] : []));
}

/** Kerning of the old string's spaces that shows, pixels, and how well its letters must lie then. */
const SHOWN = { px: 1.2, contrast: 0.97 } as const;

const unshownKerning = ({ worstContrast }: Reconstruction, { before, after }: ReplacedLine["gapKerning"]): number =>
  before > SHOWN.px && worstContrast > SHOWN.contrast ? 0 : after;

/** Gathers what a set string is judged by. */
export function evidenceOf(at: {
  readonly reconstruction: Reconstruction;
  readonly replaced: Pick<ReplacedLine, "misplaced" | "setting" | "letters" | "mask" | "refit" | "coloursGuessed" | "gapKerning">;
  readonly text: string;
  readonly lost?: boolean | undefined;
  readonly reading: { readonly reads: Evidence["reads"]; readonly read: string; readonly wanted: string };
}): Evidence {
  const { reconstruction, replaced, text, reading } = at;
  const { candidates, setting, matte, plate, shadow } = reconstruction;
  const [best, ...others] = candidates;
  const rival = others.find((c) => c.face.family !== best.face.family);
  return {
    similarity: reconstruction.similarity,
    seenAlike: reconstruction.seenAlike,
    worstContrast: reconstruction.worstContrast,
    overlap: best.similarity,
    margin: rival ? best.similarity - rival.similarity : 1,
    unseen: unseenShare(reconstruction.text, text),
    redrawn: redrawnShare(replaced.letters, replaced.mask),
    misplaced: replaced.misplaced,
    remains: reconstruction.remains,
    farFetched: isFarFetched(setting, reconstruction.text, text),
    refit: replaced.refit,
    coloursGuessed: replaced.coloursGuessed,
    gapKerning: unshownKerning(reconstruction, replaced.gapKerning),
    squeezed: isSqueezed(setting),
    lost: at.lost,
    plateError: plate.holdOutError,
    met: reconstruction.met,
    textureRatio: plate.textureRatio,
    sizePx: setting.sizePx,
    noise: matte.noise,
    softness: setting.softness,
    glowEm: shadow ? shadow.blurPx / setting.sizePx : 0,
    effects: effectsOf(reconstruction),
    reads: reading.reads,
    misread: Math.min(1, editDistance(reading.wanted, reading.read) / Math.max(1, reading.wanted.length)),
  };
}
