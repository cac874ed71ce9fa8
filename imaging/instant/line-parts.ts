import { cutLine } from "../text/cut-line.ts";
import { keptEnds } from "../text/kept-ends.ts";
import type { TextLine } from "../text/types.ts";
import type { LineEdit } from "./line-edit.ts";

/** A part of a line that holds all that changes, with what stays of the line before and behind it. */
export interface PartEdit extends LineEdit {
  readonly before: TextLine | undefined;
  readonly behind: TextLine | undefined;
  /** What stays behind it follows without a space, as a unit does its figures; the white before a Chinese unit of smaller type may read as one. */
  readonly joined: boolean;
}

const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char);
const isSpace = (char: string): boolean => char.trim() === "";
const isFigure = (char: string): boolean => /\d/.test(char);

type Cut = (a: string, b: string) => boolean;
/** Where another face, size or colour may begin: at a space; where the script changes; before a price's pence and behind its sign. */
const CUTS: readonly Cut[] = [
  (a, b) => isSpace(a) || isSpace(b),
  (a, b) => isHan(a) !== isHan(b),
  (a, b) => b === "." || (/[¥￥$€£]/u.test(a) && isFigure(b)),
];

interface Changed {
  readonly from: number;
  readonly to: number;
  /** Characters by which the line becomes longer. */
  readonly more: number;
}

function changedIn(old: readonly string[], fresh: readonly string[]): Changed {
  const { head, tail } = keptEnds(old, fresh);
  return { from: head, to: old.length - tail, more: fresh.length - old.length };
}

/** The least stretch between cuts that holds all that changes; at least one character. */
function stretchOf(chars: readonly string[], { from, to }: Changed, cuts: readonly Cut[]): readonly [number, number] {
  const isCut = (i: number): boolean => i <= 0 || i >= chars.length || cuts.some((cut) => cut(chars[i - 1]!, chars[i]!));
  let start = Math.min(from, chars.length - 1);
  while (!isCut(start)) start--;
  let end = Math.max(to, start + 1);
  while (!isCut(end)) end++;
  return [start, end];
}

function isJoined(part: readonly string[], behind: readonly string[]): boolean {
  const [last, next] = [part.findLast((char) => !isSpace(char)), behind.find((char) => !isSpace(char))];
  if (last === undefined || next === undefined) return false;
  return (!isSpace(part[part.length - 1]!) && !isSpace(behind[0]!)) || (isFigure(last) && isHan(next));
}

/** How the person spelled that stretch, where they gave the line and agree with the reader on the rest. */
function spelledPart(old: readonly string[], spelled: string | undefined, [from, to]: readonly [number, number]): string | undefined {
  const said = [...(spelled ?? "")];
  const end = said.length - (old.length - to);
  const agreed = old.slice(0, from).join("") === said.slice(0, from).join("") && old.slice(to).join("") === said.slice(end).join("");
  return spelled !== undefined && agreed && end > from ? said.slice(from, end).join("").trim() : undefined;
}

/**
 * Ever smaller parts of a line that an edit could be confined to, the largest first: words in a face, size or colour of their own are understood by
 * themselves where the line as a whole is not. Empty where all of it changes.
 */
export function partsOf({ line, text, spelled }: LineEdit): readonly PartEdit[] {
  const old = line.chars.map(({ char }) => char);
  const fresh = [...text];
  if (line.vertical || old.length < 2 || text === line.string || text.includes("\n")) return [];
  const changed = changedIn(old, fresh);
  const parts = CUTS.map((_, level) => stretchOf(old, changed, CUTS.slice(0, level + 1)))
    .filter(([from, to]) => from > 0 || to < old.length)
    .filter(([from, to], i, all) => i === 0 || from !== all[i - 1]![0] || to !== all[i - 1]![1]);
  return parts.flatMap(([from, to]) => {
    // A space that the reader missed at the part's end stays where it is.
    const wanted = fresh
      .slice(from, to + changed.more)
      .join("")
      .trim();
    if (wanted === "") return [];
    const said = spelledPart(old, spelled, [from, to]);
    return [
      {
        line: cutLine(line, from, to),
        text: wanted,
        ...(said === undefined ? {} : { spelled: said }),
        before: from > 0 ? cutLine(line, 0, from) : undefined,
        behind: to < old.length ? cutLine(line, to, old.length) : undefined,
        joined: isJoined(old.slice(from, to), old.slice(to)),
      },
    ];
  });
}
