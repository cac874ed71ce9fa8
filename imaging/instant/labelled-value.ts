import { isField, labelOf } from "../instruction/lexicon/fields.ts";
import { keptEnds } from "../text/kept-ends.ts";
import { matchText, type TextMatch } from "../text/match.ts";
import type { TextLine } from "../text/types.ts";
import type { LineEdit } from "./line-edit.ts";
import { type Boxed, isPricedBeside } from "./priced-amounts.ts";

/** Between a label and its value. */
const PARTED = /^(?<colon>\s*[:：]\s*)|^(?:[至到自从为]\s*(?=\d)|\s+)|^(?<right>(?=[¥￥$€£\d]))/u;
/** Where the next label may begin: what stands behind is none of the value. */
const NEXT = /\s+[·|｜/•]\s+|\s{2,}|[；;]/u;
/** What is no unit of an amount. */
const FIGURES = /[\d\s.,:/~–—−+-]/gu;
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
  alikeAmounts(value, to) || isNewFigure(value, to) || (shared(value, to) >= KEPT && shared(label, to) < shared(value, to) / 2);

/** A new amount as the old one is written, where only its figures are said: 52 for ¥46 is ¥52. */
function dressed(value: string, to: string): string {
  const figures = /\d[\d.,]*/gu;
  const bare = /^\d[\d.,]*$/u.test(to.trim());
  return bare && unitOf(value) !== "" && value.match(figures)?.length === 1
    ? value.replace(figures, () => to.trim())
    : inItsForm(value, to);
}

/** A new price whose currency stands beside the old one as a text of its own. */
export const withoutSign = (line: TextLine, to: string, lines: readonly TextLine[]): string =>
  isPricedBeside(line, lines) ? to.replace(/^[¥￥$€£]\s*|\s*元$/gu, "") : to;

/** A price's sign, or the unit behind a figure: whatever else stands with figures makes them no amount of their own. */
const UNIT = /^(?:[¥￥$€£]|元|块|円)?$/u;
/** Whether figures alone may be the new ones of an amount: 52 of ¥46. */
const isNewFigure = (value: string, to: string): boolean =>
  UNIT.test(unitOf(value)) && isAmount(value) && unitOf(to) === "" && isAmount(to);

/** The value in a label's own line; `named` where the label was named as such, so that any wording behind it is its value. */
function valueBehind({ spans: [{ line, to: end }] }: TextMatch, to: string, named: boolean): LineEdit | undefined {
  const rest = textOf(line, end);
  const parted = PARTED.exec(rest);
  if (parted === null) return undefined;
  const [value = ""] = rest.slice(parted[0].length).split(NEXT);
  const isAlike = alikeAmounts(value, to) || isNewFigure(value, to);
  // Right behind a label only an amount of its own kind is known for a value: 原价¥328.
  const meant = value !== "" && (parted.groups?.right !== undefined ? isAlike : parted.groups?.colon !== undefined || named || isAlike);
  if (!meant) return undefined;
  const head = textOf(line, 0, end) + parted[0];
  return { line, text: head + dressed(value, to) + textOf(line, 0).slice(head.length + value.length) };
}

/** A value stands in its label's row, the middles no further apart than this, heights of the taller text. */
const SAME_ROW = 0.6;

function besideIt(label: Boxed, other: Boxed): boolean {
  const tall = Math.max(label.box.height, other.box.height);
  return (
    Math.abs(other.box.cy - label.box.cy) <= SAME_ROW * tall && other.box.cx - other.box.width / 2 >= label.box.cx + label.box.width / 4
  );
}

const sharesNone = (a: string, b: string): boolean => letters(a).every((letter) => !letters(b).includes(letter));
/** Whether a label names a field and the new wording is no other name for it. */
const isFieldOf = (label: string, to: string): boolean =>
  isField(label) && !isField(to) && (sharesNone(label, to) || !/\p{Script=Han}/u.test(label));

/** A value set larger under its label begins below it within this, heights of the label. */
const UNDER = 1.5;
const LARGER = 1.15;

/** Whether a text stands right under a label and is larger than it: GATE over B12. */
function isUnder(label: Boxed, other: Boxed): boolean {
  const [dx, dy] = [other.box.cx - label.box.cx, other.box.cy - label.box.cy];
  const gap = dy - (label.box.height + other.box.height) / 2;
  const startsAlike = Math.abs(dx - (other.box.width - label.box.width) / 2) <= label.box.height;
  return (
    other.box.height >= LARGER * label.box.height &&
    dy > 0 &&
    gap <= UNDER * label.box.height &&
    (startsAlike || Math.abs(dx) <= label.box.height)
  );
}

/** The value on its own beside a label that is a whole text: to its right, as in a table, or larger below it, as on a ticket. */
function valueBeside(
  { spans: [{ line }], whole }: TextMatch,
  to: string,
  at: { lines: readonly TextLine[]; named: boolean; unquoted?: boolean },
): LineEdit | undefined {
  if (!whole) return undefined;
  const others = at.lines.filter((other) => other !== line);
  const [right] = others.filter((other) => besideIt(line, other)).sort((a, b) => a.box.cx - b.box.cx);
  const [under] = others.filter((other) => isUnder(line, other)).sort((a, b) => a.box.cy - b.box.cy);
  const near = [under, right].filter((value) => value !== undefined);
  const isOfKind = ({ string }: TextLine): boolean => isAmount(string) === isAmount(to);
  const value =
    near.find(({ string }) => isForValue(string, to, line.string)) ??
    (at.named ? near.find((other) => isOfKind(other) || !isAmount(to)) : undefined) ??
    (at.unquoted && isFieldOf(line.string, to) ? near.find(isOfKind) : undefined);
  return value && { line: value, text: dressed(value.string, withoutSign(value, to, at.lines)) };
}

/**
 * The value that is meant where only its label is named: 有效期改为…, 净重改为5kg, "change Doors to 20:00". `undefined` where the label itself may be
 * meant: without a colon a new amount must be of the old one's kind, unless `named` says that it is a label. `unquoted`: words nobody put in quotes, which may
 * be a field's name as well as the wording that stands there.
 */
export function valueOfLabel(
  matches: readonly TextMatch[],
  to: string,
  at: { readonly lines: readonly TextLine[]; readonly label: string; readonly named: boolean; readonly unquoted?: boolean },
): LineEdit | undefined {
  const [match] = matches;
  if (match === undefined || matches.length > 1 || match.spans.length > 1 || to === "" || to.includes("\n")) return undefined;
  if (isAmount(at.label) || /[:：]\s*\S/.test(to.replace(/\d\s*[:：]\s*\d/g, ""))) return undefined;
  return valueBehind(match, to, at.named) ?? valueBeside(match, to, at);
}

/** As `valueOfLabel`, of a label given by its words, with or without what its value is called. */
export function valueOfNamed(words: string, to: string, lines: readonly TextLine[]): LineEdit | undefined {
  const value = valueOfLabel(matchText(lines, words), to, { lines, label: words, named: true });
  const label = labelOf(words);
  if (value !== undefined || label === undefined) return value;
  // Less is said by a label without that: it must stand there as one.
  const stands = matchText(lines, label).filter(
    ({ whole, spans: [{ line, to: end }] }) => whole || /^\s*[:：¥￥$€£\d]/u.test(textOf(line, end)),
  );
  return valueOfLabel(stands, to, { lines, label, named: true });
}

/** The amount in words that say its label before it, where the picture has the two apart and only an amount is to come: 21K of "seat 21K". */
export function valueSaid(words: string, to: string, lines: readonly TextLine[]): string | undefined {
  const spaces = [...words.matchAll(/\s+/gu)].map(({ index, 0: space }) => ({
    label: words.slice(0, index),
    value: words.slice(index + space.length),
  }));
  const isOneText = (text: string): boolean => {
    const matches = matchText(lines, text);
    return matches.length === 1 && matches.every(({ whole, spans }) => whole && spans.length === 1);
  };
  const isFor = ({ label, value }: (typeof spaces)[number]): boolean =>
    isAmount(value) && isAmount(to) && !isAmount(label) && !/\s/u.test(to.trim());
  return spaces.find((said) => isFor(said) && isOneText(said.label) && isOneText(said.value))?.value;
}

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const NAMED_DAY = `(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?(?:${MONTH}\\s+${DAY}|${DAY}\\s+${MONTH})(?:,?\\s+\\d{4})?`;
/** A day, or a time from one to another, with its month in English: Nov 24 – Nov 27, Saturday, 14 June 2025. */
export const NAMED_DATE = new RegExp(`\\b${NAMED_DAY}(?:\\s*\\p{Pd}\\s*(?:${NAMED_DAY}|${DAY}))?(?![\\p{L}\\d])`, "iu");

/** What can be told from the words around it by its form; the first that fits the new wording from end to end is its kind. */
const FORMS: readonly RegExp[] = [
  /(?:[¥￥$€£]\s*)\d[\d,.]*\d|(?:[¥￥$€£]\s*)\d|\d[\d,.]*\s*元/u,
  NAMED_DATE,
  /-?\d[\d.]*\s*[%％折]/u,
  /\S+@\S+\.\w+/u,
  /\+?\d[\d\s()-]{5,}\d/u,
  /\d{1,4}\s*[./年月-]\s*\d{1,2}(?:[\d\s./:年月日号~～〜至到\p{Pd}]*[\d年月日号])?/u,
];

/** What of a text is of the new wording's form exchanged for it: 10 May in "by 1 May"; the new wording where nothing is. */
function inItsForm(text: string, to: string): string {
  // "goes up to 60%" says the way there, which is no wording.
  const value = to.replace(/^(?:up|down) to\s+/iu, "");
  const form = FORMS.find((kind) => kind.exec(value)?.[0] === value);
  const old = form?.exec(text)?.[0];
  return old === undefined ? to : text.replace(old, () => value);
}

/** A line in a part (电话, the date) with its new wording: a label before a colon and what is of another kind stay. */
export function withinLine(line: TextLine, to: string): LineEdit {
  const { label, value } = COLON.exec(line.string)?.groups ?? {};
  if (label !== undefined && value !== undefined && !COLON.test(to)) return { line, text: label + to };
  return { line, text: inItsForm(line.string, to) };
}
