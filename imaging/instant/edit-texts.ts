import type { Answer, TextReport } from "../../protocol/edit.ts";
import { ok, type Result, type Stage } from "../../protocol/errors.ts";
import { boundsOf, type Rect } from "../../protocol/geometry.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { ImagingPorts } from "../ports.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import { struckThrough } from "../text/find/struck.ts";
import { leftNotes, priceAnswer } from "../text/price-table.ts";
import { priceRuleOf } from "../text/prices.ts";
import { rulerOf } from "../text/ruler.ts";
import type { TextLine } from "../text/types.ts";
import { addText } from "./add-text.ts";
import { applyLine } from "./apply-line.ts";
import { asCompared } from "./as-compared.ts";
import { createBlock } from "./block.ts";
import { createEditState, type EditRun } from "./edit-state.ts";
import type { Evidence } from "./evidence.ts";
import { flowEdits } from "./flow-paragraph.ts";
import type { OtherEdits } from "./flow-stretch.ts";
import { goneBefore, illegible } from "./impossible-order.ts";
import { inkColours } from "./ink-colours.ts";
import { joinAdds } from "./join-adds.ts";
import { type Pointed, withPointed } from "./lines-in.ts";
import { linesOf } from "./lines-of.ts";
import { withNamed } from "./named-lines.ts";
import { plateUnder } from "./on-plate.ts";
import type { InstantContext } from "./reconstruct.ts";
import { createStopwatch, type Stopwatch } from "./stopwatch.ts";
import { lineEdits, pricesMeant } from "./targets.ts";
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

function tellPrices({ lines, state }: EditRun, operation: Operation, place: Parameters<typeof lineEdits>[1]): void {
  if (priceRuleOf(operation.value) === undefined || operation.kind !== "text.replace") return;
  const table = pricesMeant(operation, { ...place, lines });
  const at = table.rows.map(({ line, from, to }) => ({ label: `${from} → ${to}`, rect: boundsOf(line.quad), confidence: line.confidence }));
  state.answers.push({ ...priceAnswer(operation, table), at });
  state.warnings.push(...leftNotes(table));
}

/** What other operations of the request change, in their order around this one. */
function othersOf(all: readonly Operation[], one: Operation, place: Parameters<typeof lineEdits>[1]): readonly OtherEdits[] {
  const at = all.indexOf(one);
  return all.flatMap((operation, i) => {
    const edits = operation === one || operation.kind === "text.add" ? undefined : lineEdits(operation, place);
    return edits?.ok ? [{ operation, edits: edits.value, done: i < at }] : [];
  });
}

async function applyOperation(run: EditRun, operation: Operation, request: TextEditRequest): Promise<Result<void>> {
  const unreadable = illegible(operation);
  if (unreadable !== undefined) return unreadable;
  if (operation.kind === "text.add") return addText({ ...run, operation, region: request.region });
  const size = { width: run.state.image.width, height: run.state.image.height };
  const inkOf = (line: TextLine) => inkColours(request.source, line, run.lines);
  const plateOf = (line: TextLine) => plateUnder(request.source, line);
  const struckIn = (line: TextLine) => struckThrough(request.source, line);
  const place = { lines: run.lines, region: request.region, size, inkOf, struckIn, plateOf };
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
  const state = createEditState(source);
  for (const operation of joinAdds(request.operations)) {
    const done = await applyOperation({ ports, context, lines, state }, operation, request);
    if (!done.ok) return done;
  }
  const confidence = Math.round(Math.min(1, ...state.texts.map((t) => state.sureness.get(t) ?? ownSureness(t))) * 1000) / 1000;
  const { image, mask, texts, evidence, reasons, warnings, answers } = state;
  return ok({ image, mask, texts, evidence, confidence, reasons, warnings: [...new Set(warnings)], answers, timingsMs: clock.totals });
}
