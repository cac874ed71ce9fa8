import type { Operation } from "../../protocol/plan.ts";
import { paragraphsOf } from "../text/find/paragraphs.ts";
import type { TextLine } from "../text/types.ts";
import { rowsAsked } from "../text/typeset/break-rows.ts";
import { readOn } from "../text/typeset/pour.ts";
import { alignOfBlock, type BlockAlign, endsOf, isRunning, runAround } from "../text/typeset/running-text.ts";
import type { LineEdit } from "./line-edit.ts";

/** A stretch of a paragraph whose wording changes, within the text it flows with. */
export interface Stretch {
  /** Lines that read on into each other, in order. */
  readonly lines: readonly TextLine[];
  readonly align: BlockAlign;
  /** The edited lines are `lines[first]` … `lines[last]`. */
  readonly first: number;
  readonly last: number;
  /** The lines are broken where they are full, not where sense or design wanted it. */
  readonly running: boolean;
  /** The new wording was given as one and only dealt out to its lines. */
  readonly dealt: boolean;
  /** What they shall read, as one wording. */
  readonly text: string;
}

/** Lines so long, in their own heights, are text to be read; shorter ones are a headline's. */
const LONG = 8;

const isWide = (lines: readonly TextLine[]): boolean =>
  Math.max(...lines.map(({ box }) => box.width)) > LONG * Math.max(...lines.map(({ box }) => box.height));

/** Whether an operation changes wording alone and leaves the breaks to the place. */
const leavesBreaks = ({ kind, text, style, live }: Operation): boolean =>
  kind === "text.replace" && text?.from !== undefined && text.to !== undefined && !style && !live && rowsAsked(text.to).length === 1;

/** The edits of another operation of the same request. */
export interface OtherEdits {
  readonly operation: Operation;
  readonly edits: readonly LineEdit[];
  /** They stand in the picture already. */
  readonly done: boolean;
}

/** Edits that go together, the lines between them taken in as they are. */
function joined(paragraph: readonly TextLine[], edits: readonly LineEdit[]): readonly LineEdit[] {
  const places = edits.map(({ line }) => paragraph.indexOf(line));
  return paragraph
    .slice(Math.min(...places), Math.max(...places) + 1)
    .map((line) => edits.find((edit) => edit.line === line) ?? { line, text: line.string });
}

/** What one wish flows with: its own edits and those of others in the same text; `undefined` where another wish forbids it. */
function together(
  paragraph: readonly TextLine[],
  at: { readonly edits: readonly LineEdit[]; readonly others: readonly OtherEdits[] },
): readonly LineEdit[] | undefined {
  let all = joined(paragraph, at.edits);
  for (const other of at.others) {
    const run = stretchBetween(paragraph, all);
    const near = other.edits.filter(({ line }) => run.lines.includes(line));
    if (near.length === 0) continue;
    if (other.done || near.length < other.edits.length || !leavesBreaks(other.operation)) return undefined;
    all = joined(paragraph, [...all.filter(({ line }) => !near.some((edit) => edit.line === line)), ...near]);
  }
  return all;
}

/** The running text around neighbouring edits. */
function stretchBetween(
  paragraph: readonly TextLine[],
  edits: readonly LineEdit[],
): { readonly lines: readonly TextLine[]; readonly first: number; readonly last: number } {
  const [from, to] = [paragraph.indexOf(edits[0].line), paragraph.indexOf(edits[edits.length - 1].line)];
  const start = Math.min(from, runAround(paragraph, from).first);
  return { lines: paragraph.slice(start, Math.max(to, runAround(paragraph, to).last) + 1), first: from - start, last: to - start };
}

export interface StretchRequest {
  readonly edits: readonly LineEdit[];
  readonly operation: Operation;
  readonly others: readonly OtherEdits[];
  readonly lines: readonly TextLine[];
}

/**
 * The paragraph that edits of one wish flow in: several neighbouring lines set anew as one, or one line of running text; edits of other wishes in
 * the same text are taken in. `undefined` where lines stand for themselves: headlines, lists, labels, columns, and wherever line breaks were
 * asked for.
 */
export function stretchOf({
  edits: own,
  operation,
  others,
  lines: all,
}: StretchRequest): (Stretch & { readonly edits: readonly LineEdit[] }) | undefined {
  if (own.length === 0 || !leavesBreaks(operation) || own.some(({ line }) => line.vertical)) return undefined;
  const paragraph = paragraphsOf(all).find((lines) => lines.includes(own[0].line)) ?? [];
  if (own.some(({ line }) => !paragraph.includes(line))) return undefined;
  const edits = together(paragraph, { edits: own, others });
  if (edits === undefined) return undefined;
  const between = stretchBetween(paragraph, edits);
  const { lines } = between;
  if (lines.length < 2 || (edits.length > 1 && !isWide(lines))) return undefined;
  const text = edits.map((edit) => edit.text).reduce(readOn);
  if (text.trim() === "") return undefined;
  const align = alignOfBlock(endsOf(lines), Math.max(...lines.map(({ box }) => box.height)));
  return { ...between, edits, align, running: isRunning(paragraph), dealt: own.length > 1, text };
}
