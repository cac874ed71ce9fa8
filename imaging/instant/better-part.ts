import type { RasterImage } from "../raster/raster.ts";
import type { Setting } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import type { Align } from "../text/typeset/align.ts";
import type { FlowingEdit } from "./flow-paragraph.ts";
import type { LineEdit } from "./line-edit.ts";
import { type PartEdit, partsOf } from "./line-parts.ts";
import { type InstantContext, type Reconstruction, reconstructLine } from "./reconstruct.ts";

/** Likeness below which a line may be of several makes, how much better a part of it must be understood, and tries at most. */
const UNLIKE = 0.93;
const BETTER = 0.03;
const TRIES = 2;
/** By so much, em, a part may become wider or narrower between others that stay. */
const SAME_WIDTH = 0.12;

/** An edit and what it is carried out on: a line, or the part of it that changes. */
export interface TakenApart {
  readonly edit: FlowingEdit;
  readonly reconstruction: Reconstruction;
  /** The picture's lines; of a part's line what stays. */
  readonly lines: readonly TextLine[];
  /** Where a part hangs. */
  readonly align?: Align;
}

const spellingsOf = ({ line, spelled }: LineEdit): readonly string[] => [line.string, ...(spelled ? [spelled] : [])];

const widthOf = (context: InstantContext, setting: Setting, text: string): number =>
  context.ruler.metrics(setting, text).advance * setting.condense;

/** Where the part hangs, if what stays of the line leaves it room: at the line's free end, figures on their unit, or nowhere if its width is the same. */
function hanging(
  context: InstantContext,
  { before, behind, joined, text }: PartEdit,
  { setting, text: old }: Reconstruction,
): Align | undefined {
  const wider = widthOf(context, setting, text) - widthOf(context, setting, old);
  if (Math.abs(wider) <= SAME_WIDTH || (before !== undefined && behind === undefined)) return "left";
  return before === undefined && joined ? "right" : undefined;
}

/** The part of a line that an edit can be confined to: understood better than the whole, and what stays would stand rightly beside it. */
async function betterPart(
  context: InstantContext,
  image: RasterImage,
  { edit, reconstruction: whole, lines: all }: TakenApart,
): Promise<TakenApart | undefined> {
  for (const part of partsOf(edit).slice(0, TRIES)) {
    const rest = [part.before, part.behind].flatMap((line) => line ?? []);
    const lines = [...all.filter((line) => line !== edit.line), part.line, ...rest];
    const reconstruction = await reconstructLine(context, image, { line: part.line, lines, texts: spellingsOf(part) });
    if (reconstruction === undefined || reconstruction.seenAlike < whole.seenAlike + BETTER) continue;
    const align = hanging(context, part, reconstruction);
    if (align !== undefined)
      return {
        edit: { line: part.line, text: part.text, ...(part.spelled ? { spelled: part.spelled } : {}) },
        reconstruction,
        lines,
        align,
      };
  }
  return undefined;
}

/**
 * The line of an edit taken apart; where that did not go well and `mayPart`, the part that changes instead: words in a face, a size or a colour of their
 * own are understood by themselves. `undefined` where no face can set the line.
 */
export async function takenApart(
  context: InstantContext,
  image: RasterImage,
  at: { readonly edit: FlowingEdit; readonly lines: readonly TextLine[]; readonly kin: string | undefined; readonly mayPart: boolean },
): Promise<TakenApart | undefined> {
  const { edit, lines, kin } = at;
  const texts = spellingsOf(edit);
  const reconstruction = edit.reconstruction ?? (await reconstructLine(context, image, { line: edit.line, lines, texts, kin }));
  if (reconstruction === undefined) return undefined;
  const whole = { edit, reconstruction, lines };
  const wellKnown = !at.mayPart || edit.laid !== undefined || reconstruction.seenAlike >= UNLIKE;
  return wellKnown ? whole : ((await betterPart(context, image, whole)) ?? whole);
}
