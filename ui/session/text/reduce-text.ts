import type { Digest } from "../../../protocol/edit.ts";
import { exhaustive } from "../../../protocol/errors.ts";
import { boundsOf, intersect, type Rect } from "../../../protocol/geometry.ts";
import type { FoundText } from "../../../protocol/text-style.ts";
import { cornersOf } from "../corners-of.ts";
import { type Step, step } from "../effect.ts";
import { readySource, type Source } from "../layer/layer-state.ts";
import type { UiState } from "../ui-state.ts";
import { draftsOf, draftsWithout, marksOf, movedUp, withDraft } from "./drafts.ts";
import type { TextEvent } from "./text-event.ts";
import type { Drafts, TextMarks, TextState } from "./text-state.ts";

/** A pause this long after the last nudge of a box has it read again. */
const SETTLED_MS = 500;
/** Smaller boxes are a slip of the pointer, image pixels. */
const LEAST_SIDE = 4;

const withText = (state: UiState, change: Partial<TextState>): UiState => ({ ...state, text: { ...state.text, ...change } });

/** The state with the wordings of one picture replaced. */
export const withDrafts = (state: UiState, sha256: Digest, drafts: Drafts): UiState =>
  withText(state, { drafts: { ...state.text.drafts, [sha256]: drafts } });

const withMarks = (state: UiState, source: Source, change: Partial<TextMarks>): UiState =>
  withText(state, { marks: { ...state.text.marks, [source.sha256]: { ...marksOf(state, source), ...change } } });

const withTexts = (state: UiState, source: Source, texts: readonly FoundText[]): UiState => ({
  ...state,
  work: { kind: "ready", source: { ...source, texts } },
});

/** Whole pixels inside the picture; `undefined` where next to nothing is left. */
function inPicture({ placement }: Source, rect: Rect<"image">): Rect<"image"> | undefined {
  const whole = { x: Math.round(rect.x), y: Math.round(rect.y), width: Math.round(rect.width), height: Math.round(rect.height) };
  const inside = intersect<"image">(whole, { x: 0, y: 0, width: placement.imageWidth, height: placement.imageHeight });
  return inside.width >= LEAST_SIDE && inside.height >= LEAST_SIDE ? inside : undefined;
}

function read(state: UiState, source: Source, index: number, delayMs: number): Step {
  const text = source.texts[index];
  if (!text || state.connection.kind !== "connected") return step(state);
  const reading = withText(state, { reading: [...new Set([...state.text.reading, index])] });
  return step(reading, { type: "text.read", sha256: source.sha256, index, region: boundsOf(text.quad), delayMs });
}

/** The row as a box drawn by hand, to be read at the settled place. */
function boxed(state: UiState, source: Source, { index, rect, delayMs }: { index: number; rect: Rect<"image">; delayMs: number }): Step {
  const quad = cornersOf(rect);
  const found = source.texts[index];
  const text: FoundText = found ? { ...found, quad } : { string: "", quad, confidence: 0 };
  const texts = [...source.texts.slice(0, index), text, ...source.texts.slice(index + 1)];
  const { drawn } = marksOf(state, source);
  const marked = withMarks(withTexts(state, source, texts), source, { drawn: [...new Set([...drawn, index])] });
  return read(withText(marked, { boxed: index, drawing: false }), { ...source, texts }, index, delayMs);
}

function removed(state: UiState, source: Source, index: number): Step {
  const { live, drawn } = marksOf(state, source);
  const texts = source.texts.filter((_, i) => i !== index);
  const unmarked = withMarks(withTexts(state, source, texts), source, { live: movedUp(live, index), drawn: movedUp(drawn, index) });
  const undrafted = withDrafts(unmarked, source.sha256, draftsWithout(draftsOf(state, source), index));
  return step(withText(undrafted, { boxed: undefined, reading: movedUp(state.text.reading, index) }));
}

/** The readings of a box, line by line, as one string; the box stays where the person put it. */
function wasRead(state: UiState, source: Source, { index, texts }: Extract<TextEvent, { type: "text.was.read" }>): Step {
  const settled = withText(state, { reading: state.text.reading.filter((i) => i !== index) });
  const row = source.texts[index];
  if (!row || texts.length === 0) return step(settled);
  const string = texts.map((t) => t.string).join(" ");
  const confidence = Math.min(...texts.map((t) => t.confidence));
  const untouched = draftsOf(state, source)[index] === undefined;
  const next = withTexts(
    settled,
    source,
    source.texts.map((t, i) => (i === index ? { ...t, string, confidence } : t)),
  );
  return step(untouched ? next : withDrafts(next, source.sha256, draftsOf(state, source)));
}

function live(state: UiState, source: Source, { index, on }: Extract<TextEvent, { type: "text.live" }>): Step {
  const others = marksOf(state, source).live.filter((i) => i !== index);
  return step(withMarks(state, source, { live: on ? [...others, index] : others }));
}

function reduceBoxes(state: UiState, source: Source, event: Extract<TextEvent, { type: `text.box.${string}` }>): Step {
  if (event.type === "text.box.removed") return removed(state, source, event.index);
  const rect = inPicture(source, event.rect);
  if (!rect) return step(withText(state, { drawing: false }));
  if (event.type === "text.box.added") return boxed(state, source, { index: source.texts.length, rect, delayMs: 0 });
  return boxed(state, source, { index: event.index, rect, delayMs: SETTLED_MS });
}

/** The text list and its boxes. */
export function reduceText(state: UiState, event: TextEvent): Step {
  const source = readySource(state.work);
  if (!source) return step(state);
  switch (event.type) {
    case "text.edited":
      return step(withDrafts(state, source.sha256, withDraft(draftsOf(state, source), source, event)));
    case "text.reverted":
      return step(withMarks(withDrafts(state, source.sha256, {}), source, { live: [] }));
    case "text.live":
      return live(state, source, event);
    case "text.boxed":
      return step(withText(state, { boxed: event.index, drawing: false }));
    case "text.drawing":
      return step(withText(state, { drawing: event.on, boxed: undefined }));
    case "text.box.changed":
    case "text.box.added":
    case "text.box.removed":
      return reduceBoxes(state, source, event);
    case "text.read":
      return read(state, source, event.index, 0);
    case "text.was.read":
      return source.sha256 === event.sha256 ? wasRead(state, source, event) : step(state);
    default:
      return exhaustive(event);
  }
}
