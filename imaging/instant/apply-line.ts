import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { markMask, pasteFloat } from "../raster/crop.ts";
import type { TextLine } from "../text/types.ts";
import { asCompared } from "./as-compared.ts";
import { type TakenApart, takenApart } from "./better-part.ts";
import { joinBlock, kinOf } from "./block.ts";
import { isCutOff } from "./cut-off.ts";
import type { Asked, EditRun, EditState } from "./edit-state.ts";
import { CUT_SURE, cutReason, eraseLine, isCut, isRoughUnder, roughReason } from "./erase-line.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { FlowingEdit } from "./flow-paragraph.ts";
import { letterWish } from "./letter-case.ts";
import { isLost } from "./lost-letters.ts";
import { type ReadResult, readResult } from "./read-result.ts";
import { type Recoloured, recolouredInPlace } from "./recolour-in-place.ts";
import { type ReplacedLine, replaceLine } from "./replace-line.ts";
import { textReport } from "./report.ts";
import { runsInto } from "./runs-into.ts";
import { spacedAlike } from "./spellings.ts";
import { lostReason, reviewReasons, surenessOf } from "./sureness.ts";
import { unreadEnds } from "./unread-ends.ts";
import { newIn, unsettable } from "./unsettable.ts";

const typeUnknown = (string: string): Result<never> =>
  err(
    emendError("engine_failed", `The type of “${string}” could not be made out, so nothing was changed.`, {
      stage: "fit",
      help: "Draw a tighter region around the text, or use another engine.",
    }),
  );

const noFontFor = (text: string): Result<never> =>
  err(
    emendError("engine_failed", `No font in the library has all the characters of “${text}”.`, {
      stage: "typeset",
      help: "Install a font that has them, or change the wording.",
    }),
  );

/** A line set anew: what it was carried out on, the string as set, and what stayed of its own pixels where only colours change. */
interface SetLine extends TakenApart {
  readonly text: string;
  readonly replaced: ReplacedLine;
  readonly kept: Recoloured | undefined;
}

/** Sets the new string; `undefined` where no face has it all. */
async function setAnew({ context, state }: EditRun, apart: TakenApart, { operation, block }: Asked): Promise<SetLine | undefined> {
  const { edit, reconstruction, lines } = apart;
  const wish = letterWish(operation);
  const text = edit.laid ? edit.text : spacedAlike(edit.text, { read: edit.line.string, set: reconstruction.text });
  const drawn = await context.clock.time("typeset", () =>
    replaceLine(context, state.image, {
      reconstruction,
      lines,
      text,
      wish,
      hung: apart.align,
      standing: block.standing,
      laid: edit.laid,
    }),
  );
  if (!drawn) return undefined;
  const kept = operation.live ? undefined : recolouredInPlace(state.image, { reconstruction, text, wish });
  return { ...apart, text, replaced: { ...drawn, ...kept?.laid }, kept };
}

/** The picture with the new string, or for live text, which the canvas sets itself, with the old one gone. */
function takeOver(state: EditState, { reconstruction, replaced }: SetLine, live: boolean): void {
  const { rect } = reconstruction.region;
  state.image = live
    ? pasteFloat(state.image, reconstruction.plate.pixels, { x: rect.x, y: rect.y, only: reconstruction.mask })
    : replaced.image;
  if (live) markMask(state.mask, reconstruction.mask, rect);
  else markMask(state.mask, replaced.mask, { x: 0, y: 0 });
}

/** Why a person should look where new letters come among those of a line that stays. */
function crowding(
  { lines, state }: EditRun,
  line: TextLine,
  at: { readonly replaced: ReplacedLine; readonly edited: Asked["edited"] },
): string[] {
  const staying = lines.filter((other) => other !== line && !at.edited.includes(other) && !state.taken.has(other));
  const into = runsInto(at.replaced.letters, { before: line.box, staying });
  if (into !== undefined) return [`The new text for “${line.string}” runs into “${into.string}”; look whether both can be read.`];
  const { crowded } = at.replaced;
  return crowded === undefined
    ? []
    : [`The larger text for “${line.string}” comes close to “${crowded.string}”; look whether the lines still stand apart well.`];
}

const cutOffReason = (text: string): string =>
  `“${text}” is cut off by the picture's edge; look whether the new text is what should stand there.`;

/** What came of a line, as it is told: its report, what is known of it, and how it reads. */
interface Judged {
  readonly set: SetLine;
  readonly reading: ReadResult;
  readonly evidence: Evidence;
}

function judged(set: SetLine, reading: ReadResult, lost: boolean): Judged {
  const { reconstruction, replaced, text, edit } = set;
  const [read, wanted] = [asCompared(reading.read), asCompared(edit.text)];
  const reads = read === wanted ? "wanted" : reading.trusted ? "trusted" : "differs";
  return { set, reading, evidence: evidenceOf({ reconstruction, replaced, text, lost, reading: { reads, read, wanted } }) };
}

/** What only a person can tell, of the original and of how it was set. */
function doubtsOf({ set, evidence }: Judged): readonly string[] {
  const { reconstruction, replaced, kept } = set;
  if (kept !== undefined) return [...kept.reasons, ...(evidence.lost ? [lostReason(set.text)] : [])];
  const nearest = reconstruction.candidates.map((c) => `${c.face.family} ${c.setting.weight}`);
  const { text, worstChar } = reconstruction;
  return reviewReasons(evidence, { text, set: set.text, worstChar, align: replaced.align, nearest });
}

function tellReading({ reasons, warnings }: EditState, { set, reading: { read, trusted }, evidence }: Judged): void {
  if (evidence.reads === "wanted") return;
  const told = `The new text reads back as “${read}” instead of “${set.edit.text}”`;
  if (trusted) warnings.push(`${told}, as it does in this typeface on a blank page: the reader does not know it.`);
  else reasons.push(`${told}.`);
}

/** Adds the line to what is told of the request: report, evidence, sureness, and why a person should look. */
function tell(run: EditRun, of: Judged, { operation, block, edited }: Asked): void {
  const { context, state } = run;
  const { edit, reconstruction, replaced, kept } = of.set;
  const { line } = edit;
  const report = textReport(context.fonts, {
    reconstruction,
    replaced,
    wanted: edit.text,
    readBack: of.reading.read,
    live: operation.live,
  });
  state.texts.push(report);
  state.evidence.push(of.evidence);
  const rough = kept === undefined && isRoughUnder(reconstruction);
  const unread = unreadEnds(edit.spelled, reconstruction.text);
  state.sureness.set(
    report,
    Math.min(kept?.sure ?? surenessOf(of.evidence), rough || of.evidence.lost || unread !== undefined ? CUT_SURE : 1),
  );
  const unlikeKin = joinBlock(block, { line, text: reconstruction.text, family: report.style.family, replaced });
  state.reasons.push(
    ...(unlikeKin === undefined ? [] : [unlikeKin]),
    ...crowding(run, line, { replaced, edited }),
    ...(rough ? [roughReason(line.string)] : []),
    ...(unread === undefined ? [] : [unread]),
    ...(isCutOff(reconstruction, state.image) ? [cutOffReason(reconstruction.text)] : []),
    ...doubtsOf(of),
  );
  tellReading(state, of);
}

/**
 * Carries one line's edit out: reconstructs it, sets the new string, reads it back, and tells of it in the run's state.
 * Nothing is done where the string stays and nothing else is asked of it. Code: `engine_failed`.
 */
export async function applyLine(all: EditRun, asked: FlowingEdit, at: Asked): Promise<Result<void>> {
  const { context, state, lines } = all;
  const { operation, block } = at;
  const { line } = asked;
  if (asked.text === "") return eraseLine({ ...all, line });
  // A string over several lines may leave some of them as they are.
  const restyled = letterWish(operation) !== undefined || operation.live === true;
  if (asked.text === line.string && !restyled) return ok(undefined);
  const refused = unsettable(context.fonts, newIn(asked.text, line.string));
  if (refused !== undefined) return refused;
  const kin = kinOf(block, line)?.family;
  const apart = await takenApart(context, state.image, { edit: asked, lines, kin, mayPart: !restyled });
  if (!apart) return typeUnknown(line.string);
  const run = { ...all, lines: apart.lines };
  const set = await setAnew(run, apart, at);
  if (!set) return noFontFor(apart.edit.text);
  const { edit, reconstruction, replaced, kept } = set;
  const lost = isLost(state.image, set);
  takeOver(state, set, operation.live ?? false);
  state.warnings.push(...replaced.warnings, ...(isCut(reconstruction) && kept === undefined ? [cutReason(edit.line.string)] : []));
  const reading = await context.clock.time("judge", () => readResult(run, { reconstruction, replaced, wanted: edit.text }));
  tell(run, judged(set, reading, lost), at);
  return ok(undefined);
}
