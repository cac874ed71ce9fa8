import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import { ALL_OF_THEM, type Operation, type Where } from "../../protocol/plan.ts";
import { labelOf } from "../instruction/lexicon/fields.ts";
import type { Rgb } from "../raster/colour.ts";
import { cutLine } from "../text/cut-line.ts";
import { dealOut } from "../text/deal-out.ts";
import { matchEvery, matchText, type TextMatch } from "../text/match.ts";
import { type PriceTable, priceTable } from "../text/price-table.ts";
import { priceRuleOf } from "../text/prices.ts";
import type { TextLine } from "../text/types.ts";
import { rowsAsked } from "../text/typeset/break-rows.ts";
import { linesByColour, saysColour } from "./by-colour-named.ts";
import type { InkColours } from "./ink-colours.ts";
import { valueOfLabel, valueOfNamed, valueSaid, withinLine, withoutSign } from "./labelled-value.ts";
import { recased, unsupportedEffect } from "./letter-case.ts";
import type { LineEdit } from "./line-edit.ts";
import { linesOnPlate } from "./on-plate.ts";
import { outermost } from "./outermost.ts";
import { type Boxed, isPricedBeside } from "./priced-amounts.ts";
import { pricedThing, rowsOfThing } from "./priced-thing.ts";
import { linesInRole, pricedLines } from "./text-roles.ts";

const inRect = (line: Pick<Boxed, "box">, r: Rect<"image">): boolean =>
  line.box.cx >= r.x && line.box.cx <= r.x + r.width && line.box.cy >= r.y && line.box.cy <= r.y + r.height;

/** Whether a line lies in that third of the picture. */
export function liesAt(line: Pick<Boxed, "box">, where: Where, size: { readonly width: number; readonly height: number }): boolean {
  const column = ["left", "center", "right"][Math.min(2, Math.floor((3 * line.box.cx) / size.width))];
  const row = ["top", "center", "bottom"][Math.min(2, Math.floor((3 * line.box.cy) / size.height))];
  const [vertical, horizontal] = where.includes("-") ? where.split("-") : [undefined, undefined];
  if (vertical) return row === vertical && column === horizontal;
  return where === "center" ? row === "center" : row === where || column === where;
}

const listed = (lines: readonly TextLine[]): string =>
  lines.length === 0
    ? "No text was found in the picture."
    : `The texts there are: ${lines
        .slice(0, 12)
        .map((l) => `“${l.string}”`)
        .join(", ")}${lines.length > 12 ? " …" : "."}`;

/** Letters that the reader has no signs for; what it makes of them is no text. */
const UNREADABLE = /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** What goes with a wanted string's not being there. */
const missing = (wanted: string, lines: readonly TextLine[]) => ({
  stage: "find" as const,
  help: UNREADABLE.test(wanted)
    ? "Chinese characters, Latin letters and digits are read; writing in other scripts cannot be found or replaced."
    : "Pick one of the texts that are there, or name the text as it is written.",
  details: { texts: lines.map((l) => l.string) },
});

const noneOfColour = (wanted: string, lines: readonly TextLine[]) =>
  err(emendError("text_not_found", `No text has the colour of “${wanted}”. ${listed(lines)}`, missing(wanted, lines)));

const notFound = (wanted: string, lines: readonly TextLine[]) =>
  err(emendError("text_not_found", `The text “${wanted}” is not in the picture. ${listed(lines)}`, missing(wanted, lines)));

/** Characters `from`…`to` of a line replaced. `chars` and `string` run side by side, spaces included. */
function spliced(match: TextMatch["spans"][number], to: string): string {
  const chars = match.line.chars.map((c) => c.char);
  return [...chars.slice(0, match.from), to, ...chars.slice(match.to)].join("");
}

/** Rows that were asked for onto lines that are there: one each, what is left over below the last; lines too many fall empty. */
const dealtRows = (rows: readonly string[], lines: number): readonly string[] =>
  Array.from({ length: lines }, (_, i) => (i === lines - 1 ? rows.slice(i).join("\n") : (rows[i] ?? "")));

type Spans = readonly TextMatch["spans"][number][];

const settled = (spans: Spans, parts: readonly string[]): readonly LineEdit[] =>
  spans.map((span, i) => ({ line: span.line, text: spliced(span, parts[i]!).trim() }));

const wordsOf = ({ line, from, to }: Spans[number]): string =>
  line.chars
    .slice(from, to)
    .map(({ char }) => char)
    .join("")
    .trim();

/** 168 and 元 of a price are two texts to the finder: where the new wording begins or ends with one of them, that one stays as it is. */
function withoutKept(spans: Spans, to: string): { readonly spans: Spans; readonly to: string } {
  const [head, tail] = [wordsOf(spans[0]!), wordsOf(spans.at(-1)!)];
  if (spans.length < 2) return { spans, to };
  if (to.endsWith(tail)) return withoutKept(spans.slice(0, -1), to.slice(0, to.length - tail.length).trimEnd());
  return to.startsWith(head) ? withoutKept(spans.slice(1), to.slice(head.length).trimStart()) : { spans, to };
}

function editsOf(match: TextMatch, at: { to: string; from: string }): readonly LineEdit[] {
  if (match.spans.length === 1) {
    const [span] = match.spans;
    const whole = span.from === 0 && span.to === span.line.chars.length;
    if (whole) return [{ line: span.line, text: at.to, spelled: at.from }];
    // A sign that was not read stands in the line all the same.
    return [{ line: span.line, text: spliced(span, at.to), ...(hasUnread(at.from) ? { spelled: spliced(span, at.from) } : {}) }];
  }
  const asked = rowsAsked(at.to);
  if (asked.length > 1) return settled(match.spans, dealtRows(asked, match.spans.length));
  const { spans, to } = withoutKept(match.spans, at.to);
  return settled(
    spans,
    dealOut(
      to,
      spans.map((s) => s.to - s.from),
    ),
  );
}

/** A line with every one of its matches exchanged, the last first so that places hold. */
function exchanged(matches: readonly TextMatch[], to: string): LineEdit {
  const [{ line }] = matches[0].spans;
  const chars = line.chars.map((c) => c.char);
  const spans = matches.map((m) => m.spans[0]).toSorted((a, b) => b.from - a.from);
  for (const { from, to: end } of spans) chars.splice(from, end - from, to);
  return { line, text: chars.join("") };
}

/** The edits of all matches; a line that holds several is set anew once. */
function editsEverywhere(matches: readonly TextMatch[], at: { to: string; from: string }): readonly LineEdit[] {
  const [first] = matches;
  if (matches.length === 1 || first.spans.length > 1) return matches.flatMap((match) => editsOf(match, at));
  const lines = [...new Set(matches.map((m) => m.spans[0].line))];
  return lines.flatMap((line) => {
    const here = matches.filter((m) => m.spans[0].line === line);
    return here.length === 1 ? editsOf(here[0], at) : [exchanged(here, at.to)];
  });
}

/** The part of a line's string that a stroke runs through, as the picture shows it. */
export type StruckIn<T> = (line: T) => readonly [from: number, to: number] | undefined;

interface Place {
  readonly lines: readonly TextLine[];
  /** What colours a line's letters have; without it nothing is told by its colour. */
  readonly inkOf?: ((line: TextLine) => InkColours) | undefined;
  readonly struckIn?: StruckIn<TextLine> | undefined;
  /** What plate a line stands on by itself; without it none is known. */
  readonly plateOf?: ((line: TextLine) => Rgb | undefined) | undefined;
  readonly region?: Rect<"image"> | undefined;
  readonly size: { readonly width: number; readonly height: number };
}

const matchIn = (match: TextMatch, test: (line: TextLine) => boolean): boolean => match.spans.every((s) => test(s.line));

/** Of several, those in the part the operation names (标题里的“秋”) or of its colour (蓝色的字); all of them where it names none or none is such. */
function inItsPart(matches: readonly TextMatch[], { target }: Operation, { lines, inkOf }: Place): readonly TextMatch[] {
  if (target === undefined || matches.length < 2) return matches;
  const whole = matches.flatMap(({ spans }) => spans.map(({ line }) => line));
  const part = (inkOf && linesByColour(target, whole, inkOf)) ?? linesInRole(target, lines);
  const there = matches.filter((match) => part !== undefined && matchIn(match, (line) => part.includes(line)));
  return there.length > 0 ? there : matches;
}

/** The matches in the region drawn, at the place and in the part that are said, or the one counted or pointed at. */
function narrowed(matches: readonly TextMatch[], operation: Operation, place: Place): readonly TextMatch[] {
  const { region, size } = place;
  const byRegion = region ? matches.filter((m) => matchIn(m, (l) => inRect(l, region))) : matches;
  const { where, nth, at } = operation;
  const there = where && byRegion.length > 1 ? byRegion.filter((m) => matchIn(m, (l) => liesAt(l, where, size))) : [];
  const left = inItsPart(there.length > 0 ? there : byRegion, operation, place);
  if (left.length < 2) return left;
  if (at) return [nearest(left, at)];
  if (nth !== undefined) return left.slice(nth > 0 ? nth - 1 : nth).slice(0, 1);
  const far = where && operation.value !== ALL_OF_THEM ? outermost(left, where, ({ spans: [{ line }] }) => line) : undefined;
  return far === undefined ? left : [far];
}

/** The match whose first line lies nearest to a point: 0 inside its box, else how far outside. */
function nearest(matches: readonly TextMatch[], at: NonNullable<Operation["at"]>): TextMatch {
  const apart = ({ spans: [{ line }] }: TextMatch): number => {
    const { cx, cy, width, height, angle } = line.box;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [dx, dy] = [at.x - cx, at.y - cy];
    return Math.hypot(Math.max(0, Math.abs(dx * c + dy * s) - width / 2), Math.max(0, Math.abs(dy * c - dx * s) - height / 2));
  };
  return matches.reduce((best, match) => (apart(match) < apart(best) ? match : best));
}

function byRole(operation: Operation, place: Place): readonly TextLine[] {
  const { region, size } = place;
  const near = place.lines.filter((l) => (!region || inRect(l, region)) && (!operation.where || liesAt(l, operation.where, size)));
  const coloured = place.inkOf && linesByColour(operation.target, near, place.inkOf);
  if (coloured !== undefined) return coloured;
  const borne = operation.target && place.plateOf ? linesOnPlate(operation.target, near, place.plateOf) : undefined;
  if (borne !== undefined) return borne;
  const inRole = operation.target === undefined ? undefined : linesInRole(operation.target, near, place.lines);
  if (inRole !== undefined) return inRole;
  return operation.target === undefined && (region || operation.where) ? near : [];
}

/** Signs the reader has no letters for: it reads "€25" as "25". */
export const UNREAD = /[€£₩₹₽฿]/g;
const hasUnread = (text: string): boolean => text.search(UNREAD) >= 0;

/** As `matchText`; where the wanted string holds signs that cannot be read, whole lines that read as the rest of it count too, and the one amount that does. */
function matchWritten(lines: readonly TextLine[], wanted: string, match = matchText): readonly TextMatch[] {
  const matches = match(lines, wanted);
  const rest = wanted.replace(UNREAD, "");
  if (matches.length > 0 || rest === wanted || rest.trim() === "") return matches;
  const close = matchText(lines, rest);
  const whole = close.filter((m) => m.whole);
  return whole.length > 0 || close.length !== 1 || !close.every(isAmountAlone) ? whole : close;
}

/** How nearly a wording stands in the lines: 1 as written, 0 not at all. */
export const likenessIn = (lines: readonly TextLine[], wording: string): number =>
  Math.max(0, ...matchWritten(lines, wording).map(({ similarity }) => similarity));

/** Whether a match is no part of a longer number: the 25 of "From 25", not of 1250 or 25.50. */
function isAmountAlone({ spans }: TextMatch): boolean {
  const [{ line, from, to }] = spans;
  const near = [line.chars[from - 1]?.char ?? "", line.chars[to]?.char ?? ""];
  return spans.length === 1 && near.every((char) => !/[\d.,:%\p{L}]/u.test(char));
}

/** The texts with prices that a price rule means, each with what it shall read: those of the thing it names, or all; and what it leaves. */
export function pricesMeant<T extends Boxed>(
  operation: Operation,
  {
    lines,
    region,
    size,
    struckIn,
  }: Pick<Place, "region" | "size"> & { readonly lines: readonly T[]; readonly struckIn?: StruckIn<T> | undefined },
): PriceTable<T> {
  const { where, nth } = operation;
  const near = lines.filter((l) => (!region || inRect(l, region)) && (!where || liesAt(l, where, size)));
  const { rows, left } = priceTable(near, operation, {
    stringOf: (line) => line.string,
    isPriced: (line) => isPricedBeside(line, lines),
    struckIn: (line) => struckIn?.(line),
  });
  const thing = pricedThing(operation.target);
  const meant = thing === undefined || rows.length < 2 ? rows : rowsOfThing(thing, { rows, lines });
  return nth === undefined ? { rows: meant, left } : { rows: meant.slice(nth > 0 ? nth - 1 : nth).slice(0, 1), left: [] };
}

function priceEdits(operation: Operation, place: Place): Result<readonly LineEdit[]> {
  const { rows } = pricesMeant(operation, place);
  return rows.length === 0
    ? notFound(pricedThing(operation.target) ?? operation.target ?? "price", place.lines)
    : ok(rows.map(({ line, to }) => ({ line, text: to })));
}

/** A line of which only spaces would be left is one to be erased. */
const emptied = (edit: LineEdit): LineEdit => (edit.text.trim() === "" ? { ...edit, text: "" } : edit);

/** Which lines a text operation means and how each shall read. `to` undefined keeps the string (restyling), its case aside. */
export function lineEdits(operation: Operation, place: Place): Result<readonly LineEdit[]> {
  const refusal = unsupportedEffect(operation);
  if (refusal !== undefined) return err(refusal);
  const edits = editsMeant(operation, place);
  if (!edits.ok) return edits;
  return ok(edits.value.map(operation.kind === "text.restyle" ? (edit) => recased(edit, operation.value) : emptied));
}

const JOINTS = ["to", "with", "by", "into"];

/**
 * "change Add to library to Share", "change From £25 to From £30": where the old wording begins and ends, the picture tells. The operation with the old
 * wording as long as the line has it, where what follows there was taken for the beginning of the new, or what stands before it for a word of the order.
 */
function rejoined(operation: Operation, matches: readonly TextMatch[]): Operation {
  const { from, to } = operation.text ?? {};
  const [match] = matches;
  if (from === undefined || to === undefined || match === undefined || matches.length > 1 || match.spans.length > 1) return operation;
  const [{ line, from: start, to: end }] = match.spans;
  const [word] = /\S+$/u.exec(wordsOf({ line, from: 0, to: start })) ?? [];
  if (word !== undefined && to.startsWith(`${word} `) && !from.startsWith(word))
    return { ...operation, text: { ...operation.text, from: `${word} ${from}`, to } };
  const rest = line.string.slice(line.chars.slice(0, end).reduce((n, { char }) => n + char.length, 0)).trim();
  for (const joint of JOINTS) {
    const behind = `${rest} ${joint} `.toLowerCase();
    if (!behind.startsWith(`${joint} `) || !`${joint} ${to}`.toLowerCase().startsWith(behind)) continue;
    return { ...operation, text: { ...operation.text, from: `${from} ${rest}`, to: to.slice(behind.length - joint.length - 1) } };
  }
  return operation;
}

/** What words mean that name the price of something that stands in the picture: none but its own. `undefined` where they name nothing there. */
function priceOf(target: string, { lines }: Place): readonly TextLine[] | undefined {
  const label = labelOf(target);
  if (label === undefined || !matchText(lines, label).some(({ whole }) => whole)) return undefined;
  const rows = pricedLines(lines).map((line) => ({ line }));
  return rowsOfThing(label, { rows, lines }).map(({ line }) => line);
}

function editsMeant(operation: Operation, place: Place): Result<readonly LineEdit[]> {
  if (operation.kind === "text.replace" && priceRuleOf(operation.value) !== undefined) return priceEdits(operation, place);
  const from = operation.text?.from;
  const to = operation.kind === "text.remove" ? "" : operation.text?.to;
  if (from === undefined) {
    const { target = "" } = operation;
    const lines = priceOf(target, place) ?? byRole(operation, place);
    const value = to === undefined || to === "" ? undefined : valueOfNamed(target, to, place.lines);
    if (value !== undefined) return ok([value]);
    if (lines.length === 0) return (saysColour(target) ? noneOfColour : notFound)(target, place.lines);
    if (to === undefined || to === "") return ok(lines.map((line) => ({ line, text: to ?? line.string })));
    return ok([withinLine(lines[0], withoutSign(lines[0], to, place.lines))]);
  }
  const everywhere = operation.value === ALL_OF_THEM;
  const matches = narrowed(matchWritten(place.lines, from, everywhere ? matchEvery : matchText), operation, place);
  const whole = rejoined(operation, matches);
  if (whole !== operation) return editsMeant(whole, place);
  const said = to !== undefined && matches.every(({ spans }) => spans.length > 1) ? valueSaid(from, to, place.lines) : undefined;
  if (said !== undefined) return editsMeant({ ...operation, text: { ...operation.text, from: said } }, place);
  if (matches.length === 0) return notFound(from, place.lines);
  if (matches.length > 1 && !everywhere) {
    const places = matches.map((m) => m.spans[0].line).map((l) => ({ string: l.string, quad: l.quad }));
    return err(
      emendError("text_ambiguous", `“${from}” stands in ${matches.length} places; say which one is meant.`, {
        stage: "find",
        help: "Name its place (for example “top left”), or select the region around it.",
        details: { places },
      }),
    );
  }
  const label = { lines: place.lines, label: from, named: false, unquoted: operation.target === from };
  const value = to === undefined || everywhere ? undefined : valueOfLabel(matches, to, label);
  if (value !== undefined) return ok([value]);
  if (to !== undefined) return ok(editsEverywhere(matches, { to, from }));
  const parts = matches.flatMap((m) => m.spans.map((s) => cutLine(s.line, s.from, s.to)));
  return ok(parts.map((line) => ({ line, text: line.string })));
}
