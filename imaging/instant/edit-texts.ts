import type { Answer, TextReport } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result, type Stage } from "../../protocol/errors.ts";
import { boundsOf, type Rect } from "../../protocol/geometry.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { ImagingPorts } from "../ports.ts";
import { editDistance } from "../quality/read-back.ts";
import { markMask, pasteFloat } from "../raster/crop.ts";
import { createMask, type Mask, type RasterImage } from "../raster/raster.ts";
import { readKnown } from "../text/find/read-known.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import { priceAnswer } from "../text/price-table.ts";
import { priceRuleOf } from "../text/prices.ts";
import { rulerOf } from "../text/ruler.ts";
import type { TextLine } from "../text/types.ts";
import { addText } from "./add-text.ts";
import { asCompared } from "./as-compared.ts";
import { takenApart } from "./better-part.ts";
import { type Block, createBlock, joinBlock, kinOf } from "./block.ts";
import { isCutOff } from "./cut-off.ts";
import { CUT_SURE, cutReason, eraseLine, isCut, isRoughUnder, roughReason } from "./erase-line.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { type FlowingEdit, flowEdits } from "./flow-paragraph.ts";
import type { OtherEdits } from "./flow-stretch.ts";
import { goneBefore, illegible } from "./impossible-order.ts";
import { inkColours } from "./ink-colours.ts";
import { joinAdds } from "./join-adds.ts";
import { knownLine } from "./known-line.ts";
import { letterWish } from "./letter-case.ts";
import { type Pointed, withPointed } from "./lines-in.ts";
import { linesOf } from "./lines-of.ts";
import { withNamed } from "./named-lines.ts";
import { readAsDrawn } from "./read-as-drawn.ts";
import { recolouredInPlace } from "./recolour-in-place.ts";
import type { InstantContext, Reconstruction } from "./reconstruct.ts";
import { type ReplacedLine, replaceLine, type SetRow } from "./replace-line.ts";
import { textReport } from "./report.ts";
import { runsInto } from "./runs-into.ts";
import { spacedAlike } from "./spellings.ts";
import { createStopwatch, type Stopwatch } from "./stopwatch.ts";
import { reviewReasons, surenessOf } from "./sureness.ts";
import { lineEdits, pricesMeant } from "./targets.ts";
import { unreadEnds } from "./unread-ends.ts";
import { newIn, unsettable } from "./unsettable.ts";
import { visibly } from "./visible-text.ts";

/** A text edit on one picture. `operations` are of the `text.*` kinds. Pixels are lent. */
export interface TextEditRequest {
  readonly source: RasterImage;
  readonly operations: readonly Operation[];
  readonly region?: Rect<"image"> | undefined;
  readonly seed: number;
}

export interface TextEditOutput {
  /** Source-sized; equals the source wherever `mask` is 0. */
  readonly image: RasterImage;
  readonly mask: Mask;
  readonly texts: readonly TextReport[];
  /** Of each text, in the order of `texts`; none of what was erased or added. */
  readonly evidence: readonly Evidence[];
  /** 0–1, of the least sure string. */
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  /** Tables of what rules for prices came down to. */
  readonly answers: readonly Answer[];
  readonly timingsMs: Readonly<Record<string, number>>;
}

interface State {
  image: RasterImage;
  readonly mask: Mask;
  readonly texts: TextReport[];
  readonly evidence: Evidence[];
  readonly reasons: string[];
  readonly warnings: string[];
  /** Sureness of set strings; what was erased or added tells its own. */
  readonly sureness: Map<TextReport, number>;
  readonly answers: Answer[];
  /** Lines whose edits were carried out with those of their paragraph. */
  readonly taken: Set<TextLine>;
  /** Lines that were erased whole: nothing of them can be changed any more. */
  readonly erased: Set<TextLine>;
  /** 255 = where they may have left traces in the boxes of other lines. */
  readonly fringe: Mask;
}

interface Run {
  readonly ports: ImagingPorts;
  readonly context: InstantContext;
  readonly lines: readonly TextLine[];
  readonly state: State;
}

interface SetLine {
  readonly reconstruction: Reconstruction;
  readonly replaced: ReplacedLine;
  /** The canvas sets the string itself. */
  readonly live: boolean;
}

/** The picture with the new string, or for live text with the old one gone. */
function takeOver(state: State, { reconstruction, replaced, live }: SetLine): void {
  const { rect } = reconstruction.region;
  state.image = live
    ? pasteFloat(state.image, reconstruction.plate.pixels, { x: rect.x, y: rect.y, only: reconstruction.mask })
    : replaced.image;
  if (live) markMask(state.mask, reconstruction.mask, rect);
  else markMask(state.mask, replaced.mask, { x: 0, y: 0 });
}

/** How well the original must have been re-created for the reader's failing on the typeface to be no sign of a failed edit. */
const WELL_SET = 0.93;

/** What is read in the result; `trusted`: not the wanted text, but just what the reader makes of that typeface on a blank page. */
async function readBack(
  { context, ports }: Run,
  at: { reconstruction: Reconstruction; replaced: ReplacedLine; wanted: string },
): Promise<{ readonly read: string; readonly trusted: boolean }> {
  const { reconstruction, replaced, wanted } = at;
  const options = { ocr: ports.ocr, signal: context.signal };
  const vertical = reconstruction.line.vertical;
  const joined = async (one: (row: SetRow) => Promise<string>): Promise<string> => {
    const strings: string[] = [];
    for (const row of replaced.rows) strings.push(await one(row));
    return strings.join("\n");
  };
  const read = await joined(async ({ box }) => (await recogniseAt(replaced.image, { box, vertical }, options)).string);
  if (asCompared(read) === asCompared(wanted)) return { read, trusted: false };
  const again = await joined(async (row) => {
    const known = vertical ? undefined : knownLine(context.ruler, row);
    return known ? readKnown(replaced.image, known, options) : "";
  });
  if (asCompared(again) === asCompared(wanted)) return { read: again, trusted: false };
  if (reconstruction.seenAlike < WELL_SET) return { read, trusted: false };
  const ideal = await joined((row) => readAsDrawn(context.ruler, row, options));
  return {
    read,
    trusted:
      asCompared(ideal) !== asCompared(wanted) && editDistance(asCompared(ideal), asCompared(read)) <= Math.ceil(0.2 * wanted.length),
  };
}

/** What is asked of a line, and all the lines that the request changes. */
interface Asked {
  readonly operation: Operation;
  readonly block: Block;
  readonly edited: readonly TextLine[];
}

/** Why a person should look where new letters come among those of a line that stays. */
function crowding(
  { lines, state }: Run,
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

async function applyLine(all: Run, asked: FlowingEdit, { operation, block, edited }: Asked): Promise<Result<void>> {
  const { context, state } = all;
  const { line } = asked;
  if (asked.text === "") return eraseLine({ ...all, line });
  // A string over several lines may leave some of them as they are.
  const wish = letterWish(operation);
  const restyled = wish !== undefined || operation.live === true;
  if (asked.text === line.string && !restyled) return ok(undefined);
  const refused = unsettable(context.fonts, newIn(asked.text, line.string));
  if (refused !== undefined) return refused;
  const kin = kinOf(block, line)?.family;
  const apart = await takenApart(context, state.image, { edit: asked, lines: all.lines, kin, mayPart: !restyled });
  if (!apart) {
    return err(
      emendError("engine_failed", `The type of “${line.string}” could not be made out, so nothing was changed.`, {
        stage: "fit",
        help: "Draw a tighter region around the text, or use another engine.",
      }),
    );
  }
  const { edit, reconstruction } = apart;
  const run = { ...all, lines: apart.lines };
  const text = edit.laid ? edit.text : spacedAlike(edit.text, { read: edit.line.string, set: reconstruction.text });
  const drawn = await context.clock.time("typeset", () =>
    replaceLine(context, state.image, {
      reconstruction,
      lines: run.lines,
      text,
      wish,
      hung: apart.align,
      standing: block.standing,
      laid: edit.laid,
    }),
  );
  if (!drawn) {
    return err(
      emendError("engine_failed", `No font in the library has all the characters of “${edit.text}”.`, {
        stage: "typeset",
        help: "Install a font that has them, or change the wording.",
      }),
    );
  }
  const kept = operation.live ? undefined : recolouredInPlace(state.image, { reconstruction, text, wish });
  const replaced = { ...drawn, ...kept?.laid };
  takeOver(state, { reconstruction, replaced, live: operation.live ?? false });
  state.warnings.push(...replaced.warnings, ...(isCut(reconstruction) && kept === undefined ? [cutReason(edit.line.string)] : []));
  const { read, trusted } = await context.clock.time("judge", () => readBack(run, { reconstruction, replaced, wanted: edit.text }));
  const report = textReport(context.fonts, { reconstruction, replaced, wanted: edit.text, readBack: read, live: operation.live });
  state.texts.push(report);
  const reads = asCompared(read) === asCompared(edit.text) ? "wanted" : trusted ? "trusted" : "differs";
  const evidence = evidenceOf({
    reconstruction,
    replaced,
    text,
    reading: { reads, read: asCompared(read), wanted: asCompared(edit.text) },
  });
  state.evidence.push(evidence);
  const rough = kept === undefined && isRoughUnder(reconstruction);
  const unread = unreadEnds(edit.spelled, reconstruction.text);
  state.sureness.set(report, Math.min(kept?.sure ?? surenessOf(evidence), rough || unread !== undefined ? CUT_SURE : 1));
  const nearest = reconstruction.candidates.map((c) => `${c.face.family} ${c.setting.weight}`);
  const { family } = report.style;
  const unlikeKin = joinBlock(block, { line: edit.line, text: reconstruction.text, family, replaced });
  state.reasons.push(
    ...(unlikeKin === undefined ? [] : [unlikeKin]),
    ...crowding(run, edit.line, { replaced, edited }),
    ...(rough ? [roughReason(edit.line.string)] : []),
    ...(unread === undefined ? [] : [unread]),
    ...(isCutOff(reconstruction, state.image) ? [cutOffReason(reconstruction.text)] : []),
    ...(kept?.reasons ??
      reviewReasons(evidence, { text: reconstruction.text, worstChar: reconstruction.worstChar, align: replaced.align, nearest })),
  );
  if (asCompared(read) !== asCompared(edit.text)) {
    const told = `The new text reads back as “${read}” instead of “${edit.text}”`;
    if (trusted) state.warnings.push(`${told}, as it does in this typeface on a blank page: the reader does not know it.`);
    else state.reasons.push(`${told}.`);
  }
  return ok(undefined);
}

function tellPrices({ lines, state }: Run, operation: Operation, place: Parameters<typeof lineEdits>[1]): void {
  if (priceRuleOf(operation.value) === undefined || operation.kind !== "text.replace") return;
  const rows = pricesMeant(operation, { ...place, lines });
  const at = rows.map(({ line, from, to }) => ({ label: `${from} → ${to}`, rect: boundsOf(line.quad), confidence: line.confidence }));
  state.answers.push({ ...priceAnswer(operation, rows), at });
}

/** What other operations of the request change, in their order around this one. */
function othersOf(all: readonly Operation[], one: Operation, place: Parameters<typeof lineEdits>[1]): readonly OtherEdits[] {
  const at = all.indexOf(one);
  return all.flatMap((operation, i) => {
    const edits = operation === one || operation.kind === "text.add" ? undefined : lineEdits(operation, place);
    return edits?.ok ? [{ operation, edits: edits.value, done: i < at }] : [];
  });
}

async function applyOperation(run: Run, operation: Operation, request: TextEditRequest): Promise<Result<void>> {
  const unreadable = illegible(operation);
  if (unreadable !== undefined) return unreadable;
  if (operation.kind === "text.add") return addText({ ...run, operation, region: request.region });
  const size = { width: run.state.image.width, height: run.state.image.height };
  const inkOf = (line: TextLine) => inkColours(request.source, line, run.lines);
  const place = { lines: run.lines, region: request.region, size, inkOf };
  const edits = lineEdits(operation, place);
  if (!edits.ok) return edits;
  tellPrices(run, operation, place);
  const { taken, erased } = run.state;
  const own = edits.value.filter(({ line, text }) => !taken.has(line) && !(text === "" && erased.has(line)));
  const gone = own.find(({ line }) => erased.has(line));
  if (gone !== undefined) return goneBefore(gone.line);
  const others = othersOf(request.operations, operation, place);
  const flowed = await flowEdits(run.context, run.state.image, { edits: own, operation, others, lines: run.lines });
  for (const line of flowed.taken) run.state.taken.add(line);
  const block = createBlock();
  const edited = [...edits.value, ...others.flatMap((other) => other.edits)].map(({ line }) => line);
  for (const edit of flowed.edits) {
    const done = await applyLine(run, edit, { operation, block, edited });
    if (!done.ok) return done;
    if (edit.text === "") erased.add(edit.line);
  }
  return ok(undefined);
}

/** Of a text that was erased or added: its own measure, and whether it reads as wanted. */
const ownSureness = (t: TextReport): number => t.reconstruction * (asCompared(t.readBack) === asCompared(t.wanted) ? 1 : 0.7);

/** How far around a point given by a person a text that the whole picture hides is looked for, shares of its sides. */
const AROUND = { width: 0.4, height: 0.12 };

/** Where a person says that a text is: the region, and the points of single operations with some room around them. */
function pointedAt({ source, operations, region }: TextEditRequest): readonly Pointed[] {
  const [width, height] = [AROUND.width * source.width, AROUND.height * source.height];
  const points = operations.flatMap(({ at }) => (at ? [{ at, area: { x: at.x - width / 2, y: at.y - height / 2, width, height } }] : []));
  return region ? [{ area: region }, ...points] : points;
}

/**
 * Carries out text operations in order: finds the lines, reconstructs each, sets the new string, reads it back.
 * Fails with `text_not_found` (`details.texts` lists what is there), `text_ambiguous`, `engine_failed`; throws the signal's reason.
 */
export async function editTexts(
  ports: ImagingPorts,
  asked: TextEditRequest,
  at: { signal: AbortSignal; onStage?: (stage: Stage) => void },
): Promise<Result<TextEditOutput>> {
  const request = { ...asked, operations: asked.operations.map(visibly) };
  const clock: Stopwatch = createStopwatch(at.onStage);
  const { source } = request;
  const { signal } = at;
  const lines = await clock.time("find", async () => {
    const seen = await withPointed(source, await linesOf(source, ports, signal), { places: pointedAt(request), reader: ports, signal });
    return withNamed(source, seen, { operations: request.operations, reader: ports, signal });
  });
  const context: InstantContext = { fonts: ports.fonts, ruler: rulerOf(ports.type), seed: request.seed, signal: at.signal, clock };
  const state: State = {
    image: source,
    mask: createMask(source.width, source.height),
    texts: [],
    evidence: [],
    reasons: [],
    warnings: [],
    sureness: new Map(),
    answers: [],
    taken: new Set(),
    erased: new Set(),
    fringe: createMask(request.source.width, request.source.height),
  };
  for (const operation of joinAdds(request.operations)) {
    const done = await applyOperation({ ports, context, lines, state }, operation, request);
    if (!done.ok) return done;
  }
  const confidence = Math.round(Math.min(1, ...state.texts.map((t) => state.sureness.get(t) ?? ownSureness(t))) * 1000) / 1000;
  const { image, mask, texts, evidence, reasons, warnings, answers } = state;
  return ok({ image, mask, texts, evidence, confidence, reasons, warnings: [...new Set(warnings)], answers, timingsMs: clock.totals });
}
