import { keptCharacters } from "../../../imaging/text/typeset/keep.ts";
import { lineLength, startOf } from "./measure-line.ts";
import type { PosterSpec, TextSpec } from "./poster-spec.ts";

/** A place where the wanted string may rightly stand. */
export interface Place {
  /** Why it is right: as the poster is laid out, by another edge where no neighbour shows which, or with the kept characters left standing. */
  readonly why: "drawn" | "left" | "center" | "right" | "kept";
  readonly line: TextSpec;
}

/** How far a line may stand off its alignment for the sake of characters that stay, em: not seen beside aligned neighbours. */
const UNSEEN_EM = 0.05;
/** Share of the new characters that must stand where they stood for that to be a reason. */
const MOSTLY = 0.45;
/** Places nearer to each other than this are one, layout pixels. */
const SAME_PX = 0.25;
/** Shared edges show where the edges that are not shared lie apart by this much of the smaller line's size, or this many pixels. */
const APART = { em: 0.15, px: 2 };

const SHARE = { left: 0, center: 0.5, right: 1 } as const;
type Anchor = keyof typeof SHARE;
const ANCHORS = Object.keys(SHARE) as readonly Anchor[];

/** Some other line is so much longer or shorter that only one edge, or the middles, can be what they share. */
export function alignmentShows({ lines, subject }: Pick<PosterSpec, "lines" | "subject">): boolean {
  const own = lines[subject];
  if (own.vertical) return true;
  return lines.some((line, i) => {
    const apart = Math.abs(lineLength(line) - lineLength(own)) / 2;
    return i !== subject && apart > Math.max(APART.px, APART.em * Math.min(line.sizePx, own.sizePx));
  });
}

/** Where each character stands from the line's start, as kerning has drawn it. */
function standing(line: TextSpec): readonly number[] {
  const chars = [...line.text];
  const whole = lineLength(line);
  return chars.map((_, i) => whole - lineLength({ ...line, text: chars.slice(i).join("") }));
}

/** Where the new line begins so that most of the characters it keeps stand where they stood; `undefined` where it keeps none. */
function keptStart(old: TextSpec, wanted: TextSpec): number | undefined {
  const [before, after] = [standing(old), standing(wanted)];
  const pairs = keptCharacters(old.text, wanted.text).filter(([i]) => [...old.text][i].trim() !== "");
  const shifts = pairs.map(([i, j]) => before[i] - after[j]);
  const alike = (shift: number): number => shifts.filter((s) => Math.abs(s - shift) < SAME_PX).length;
  const [best] = [...shifts].sort((a, b) => alike(b) - alike(a));
  return best === undefined || alike(best) < MOSTLY * after.length ? undefined : startOf(old) + best;
}

/** Every place where a designer may rightly put the wanted string; the first is where the poster's own layout has it. */
export function admissiblePlaces(spec: Pick<PosterSpec, "lines" | "subject" | "wanted">): readonly Place[] {
  const old = spec.lines[spec.subject];
  const drawn: TextSpec = { ...old, text: spec.wanted };
  if (old.vertical) return [{ why: "drawn", line: drawn }];
  const startBy = (anchor: Anchor): number => startOf(old) + SHARE[anchor] * (lineLength(old) - lineLength(drawn));
  const anchors = alignmentShows(spec) ? [old.anchor] : ANCHORS;
  const kept = keptStart(old, drawn);
  const near = (start: number): boolean => anchors.some((a) => Math.abs(startBy(a) - start) <= UNSEEN_EM * old.sizePx);
  const others = [
    ...anchors.map((a) => ({ why: a, start: startBy(a) })),
    ...(kept !== undefined && near(kept) ? [{ why: "kept" as const, start: kept }] : []),
  ];
  const places: { readonly why: Place["why"]; readonly start: number }[] = [{ why: "drawn", start: startBy(old.anchor) }];
  for (const other of others) if (places.every((p) => Math.abs(p.start - other.start) > SAME_PX)) places.push(other);
  return places.map(({ why, start }) => ({ why, line: why === "drawn" ? drawn : { ...drawn, anchor: "left", x: start } }));
}
