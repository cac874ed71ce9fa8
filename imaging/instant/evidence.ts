import { editDistance } from "../quality/read-back.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { ReplacedLine } from "./replace-line.ts";

/** What is known of a set string without knowing how it should look: what sureness is told from. */
export interface Evidence {
  /** Likeness of the re-drawn original to the source, whole and at its worst letter, 0–1. */
  readonly similarity: number;
  /** The same as seen, apart from the picture's own grain. */
  readonly seenAlike: number;
  readonly worstLetter: number;
  /** Share of the contrast that lies where it was seen, whole and at the worst letter. */
  readonly contrastKept: number;
  readonly worstContrast: number;
  /** How far the worst letter drawn again lies from its place, pixels. */
  readonly shiftPx: number;
  /** What the plate still shows of the old letters, levels 0–255, and the share of its outline where something was cut off. */
  readonly ghost: number;
  readonly seam: number;
  /** Contrast of the letters with their ground, levels 0–255. */
  readonly contrast: number;
  /** How far the new string reaches beyond what was seen of a plane or a bend, in lengths of the old; 0 on straight lines. */
  readonly beyond: number;
  /** Overlap of the best face's letters with those seen, and how far the next family is behind; 0–1. */
  readonly overlap: number;
  readonly margin: number;
  /** Share of the new letters that the original has no sample of. */
  readonly unseen: number;
  /** Likelihood that the line was meant to stand elsewhere. */
  readonly misplaced: number;
  readonly plateError: number;
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

const inked = (text: string): readonly string[] => [...text].filter((c) => c.trim() !== "");

/** Share of the new letters that stand nowhere in the old string. */
function unseenShare(before: string, after: string): number {
  const known = new Set(inked(before));
  const letters = inked(after);
  return letters.filter((c) => !known.has(c)).length / Math.max(1, letters.length);
}

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

/** Root mean square of what the letters differ from their plate, where they are whole. */
function contrastOf({ matte, region, plate }: Reconstruction): number {
  let [sum, n] = [0, 0];
  matte.fill.data.forEach((fill, i) => {
    if (fill < 0.9) return;
    for (let c = i * 3; c < i * 3 + 3; c++) sum += (region.pixels.data[c] - plate.pixels.data[c]) ** 2;
    n += 3;
  });
  return Math.sqrt(sum / Math.max(1, n));
}

/** How much of the new line lies where nothing showed how the plane or the bend goes on. */
function beyondSeen({ setting, line }: Reconstruction, { ink }: Pick<ReplacedLine, "ink">): number {
  if (setting.warp === undefined && setting.perspective === undefined) return 0;
  const [cos, sin] = [Math.cos(line.box.angle), Math.sin(line.box.angle)];
  const along = (ink.cx - line.box.cx) * cos + (ink.cy - line.box.cy) * sin;
  const over = (end: number): number => Math.max(0, Math.abs(end) - line.box.width / 2);
  return (over(along - ink.width / 2) + over(along + ink.width / 2)) / line.box.width;
}

/** Gathers what a set string is judged by. */
export function evidenceOf(at: {
  readonly reconstruction: Reconstruction;
  readonly replaced: Pick<ReplacedLine, "misplaced" | "setting" | "ink">;
  readonly text: string;
  readonly reading: { readonly reads: Evidence["reads"]; readonly read: string; readonly wanted: string };
}): Evidence {
  const { reconstruction, replaced, text, reading } = at;
  const { candidates, setting, matte, plate, shadow } = reconstruction;
  const [best, ...others] = candidates;
  const rival = others.find((c) => c.face.family !== best.face.family);
  return {
    similarity: reconstruction.similarity,
    seenAlike: reconstruction.seenAlike,
    worstLetter: reconstruction.worstLetter,
    contrastKept: reconstruction.contrastKept,
    worstContrast: reconstruction.worstContrast,
    shiftPx: reconstruction.shiftPx,
    ghost: reconstruction.ghost,
    seam: plate.seam,
    contrast: contrastOf(reconstruction),
    beyond: beyondSeen(reconstruction, replaced),
    overlap: best.similarity,
    margin: rival ? best.similarity - rival.similarity : 1,
    unseen: unseenShare(reconstruction.text, text),
    misplaced: replaced.misplaced,
    plateError: plate.holdOutError,
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
