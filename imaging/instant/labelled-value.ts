import { keptEnds } from "../text/kept-ends.ts";
import { matchText, type TextMatch } from "../text/match.ts";
import type { TextLine } from "../text/types.ts";
import type { LineEdit } from "./line-edit.ts";
import type { Boxed } from "./priced-amounts.ts";

/** Between a label and its value. */
const PARTED = /^(?<colon>\s*[:：]\s*)|^\s+/u;
/** Where the next label may begin: what stands behind is none of the value. */
const NEXT = /\s+[·|｜/•]\s+|\s{2,}|[；;]/u;
/** What is no unit of an amount. */
const FIGURES = /[\d\s.,:/~–—+-]/gu;
/** A label closed by a colon, and the value behind it; a time of day is neither. */
const COLON = /^(?<label>(?=.*\p{L}).{0,15}?[^\d\s]\s*[:：]\s*)(?<value>.+)$/u;

const textOf = (line: TextLine, from: number, to = line.chars.length): string =>
  line.chars
    .slice(from, to)
    .map(({ char }) => char)
    .join("");

const isAmount = (text: string): boolean => /\d/.test(text);
const unitOf = (text: string): string => text.normalize("NFKC").replace(FIGURES, "").toLowerCase();
/** Whether both are amounts of one kind: 1200W and 1500W, "4.50" and "4.90". */
const alikeAmounts = (a: string, b: string): boolean => isAmount(a) && isAmount(b) && unitOf(a) === unitOf(b);

/** Share of a value's letters that a new one with them is a change of it: 整机两年 and 整机三年. */
const KEPT = 0.5;
const letters = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]/gu) ?? [];

/** How much of the longer one both begin and end with. */
function shared(a: string, b: string): number {
  const [p, q] = [letters(a), letters(b)];
  const { head, tail } = keptEnds(p, q);
  return (head + tail) / Math.max(1, p.length, q.length);
}

/** Whether a new wording is plainly one for the value beside a label and not for the label. */
const isForValue = (value: string, to: string, label: string): boolean =>
  alikeAmounts(value, to) || (shared(value, to) >= KEPT && shared(label, to) < shared(value, to) / 2);

/** The value in a label's own line; `named` where the label was named as such, so that any wording behind it is its value. */
function valueBehind({ spans: [{ line, to: end }] }: TextMatch, to: string, named: boolean): LineEdit | undefined {
  const rest = textOf(line, end);
  const parted = PARTED.exec(rest);
  if (parted === null) return undefined;
  const [value = ""] = rest.slice(parted[0].length).split(NEXT);
  const meant = value !== "" && (parted.groups?.colon !== undefined || named || alikeAmounts(value, to));
  if (!meant) return undefined;
  const head = textOf(line, 0, end) + parted[0];
  return { line, text: head + to + textOf(line, 0).slice(head.length + value.length) };
}

/** A value stands in its label's row, the middles no further apart than this, heights of the taller text. */
const SAME_ROW = 0.6;

function besideIt(label: Boxed, other: Boxed): boolean {
  const tall = Math.max(label.box.height, other.box.height);
  return (
    Math.abs(other.box.cy - label.box.cy) <= SAME_ROW * tall && other.box.cx - other.box.width / 2 >= label.box.cx + label.box.width / 4
  );
}

/** The value on its own to the right of a label that is a whole text, as in a table. */
function valueBeside(
  { spans: [{ line }], whole }: TextMatch,
  to: string,
  at: { lines: readonly TextLine[]; named: boolean },
): LineEdit | undefined {
  if (!whole) return undefined;
  const row = at.lines.filter((other) => other !== line && besideIt(line, other)).sort((a, b) => a.box.cx - b.box.cx);
  const [value] = row;
  return value !== undefined && (at.named || isForValue(value.string, to, line.string)) ? { line: value, text: to } : undefined;
}

/**
 * The value that is meant where only its label is named: 有效期改为…, 净重改为5kg, "change Doors to 20:00". `undefined` where the label itself may be
 * meant: without a colon a new amount must be of the old one's kind, unless `named` says that it is a label.
 */
export function valueOfLabel(
  matches: readonly TextMatch[],
  to: string,
  at: { readonly lines: readonly TextLine[]; readonly label: string; readonly named: boolean },
): LineEdit | undefined {
  const [match] = matches;
  if (match === undefined || matches.length > 1 || match.spans.length > 1 || to === "" || to.includes("\n")) return undefined;
  if (isAmount(at.label) || /[:：]\s*\S/.test(to.replace(/\d\s*[:：]\s*\d/g, ""))) return undefined;
  return valueBehind(match, to, at.named) ?? valueBeside(match, to, at);
}

/** As `valueOfLabel`, of a label given by its words. */
export function valueOfNamed(label: string, to: string, lines: readonly TextLine[]): LineEdit | undefined {
  return valueOfLabel(matchText(lines, label), to, { lines, label, named: true });
}

/** What can be told from the words around it by its form; the first that fits the new wording from end to end is its kind. */
const FORMS: readonly RegExp[] = [
  /(?:[¥￥$€£]\s*)\d[\d,.]*\d|(?:[¥￥$€£]\s*)\d|\d[\d,.]*\s*元/u,
  /\S+@\S+\.\w+/u,
  /\+?\d[\d\s()-]{5,}\d/u,
  /\d{1,4}\s*[./年月-]\s*\d{1,2}(?:[\d\s./:年月日号~至到–—-]*[\d年月日号])?/u,
];

/** A line in a part (电话, the date) with its new wording: a label before a colon and what is of another kind stay. */
export function withinLine(line: TextLine, to: string): LineEdit {
  const { label, value } = COLON.exec(line.string)?.groups ?? {};
  if (label !== undefined && value !== undefined && !COLON.test(to)) return { line, text: label + to };
  const form = FORMS.find((kind) => kind.exec(to)?.[0] === to);
  const old = form?.exec(line.string)?.[0];
  return { line, text: old === undefined ? to : line.string.replace(old, () => to) };
}
