import type { HistoryEntry } from "../../../protocol/history.ts";
import type { Operation, Plan } from "../../../protocol/plan.ts";
import { andThen, type Effect, type Step, step } from "../effect.ts";
import { INITIAL_INSTRUCT, type InstructState } from "../instruct/instruct-state.ts";
import type { Placed } from "../job/job-state.ts";
import { readySource, type Source } from "../layer/layer-state.ts";
import { plainReading } from "../same-reading.ts";
import { pointOf } from "../text/rivals.ts";
import type { Drafts } from "../text/text-state.ts";
import type { UiState } from "../ui-state.ts";
import { type Fixing, sourceOf } from "./history-state.ts";
import { versionWords } from "./version-words.ts";

export const withFixing = (state: UiState, fixing: Fixing | undefined): UiState => ({ ...state, history: { ...state.history, fixing } });

/** The version whose place a result on `source` takes, once its inputs have been opened. */
export function fixingOn({ history }: UiState, source: Source | undefined): Fixing | undefined {
  const { fixing } = history;
  return fixing?.opened && source?.sha256 === sourceOf(fixing.entry) ? fixing : undefined;
}

/** The row an operation changed: the one that reads as it says, nearest to where it points. */
function rowOf(source: Source, { text, at }: Operation): number | undefined {
  const wanted = plainReading(text?.from ?? "");
  const away = (row: number): number => (at ? Math.hypot(pointOf(source, row).x - at.x, pointOf(source, row).y - at.y) : row);
  const rows = source.texts.flatMap(({ string }, row) => (plainReading(string) === wanted ? [row] : []));
  return rows.sort((a, b) => away(a) - away(b))[0];
}

const isRow = ({ kind, value, style, nth }: Operation): boolean =>
  (kind === "text.replace" || kind === "text.remove") && value === undefined && style === undefined && nth === undefined;

/** What was typed into the text list, where the version came from there; `undefined` where a row is not there any more. */
function draftsOfVersion({ recipe }: HistoryEntry, source: Source): Drafts | undefined {
  const operations = recipe?.operations ?? [];
  if (operations.length === 0 || !operations.every(isRow)) return undefined;
  const rows = operations.map((o) => [rowOf(source, o), o.text?.to ?? ""] as const);
  return rows.every(([row]) => row !== undefined) ? (Object.fromEntries(rows) as Drafts) : undefined;
}

/** The instruction of a version with the areas it worked on; its operations where there was no instruction. */
function instructOf(entry: HistoryEntry): InstructState {
  const { recipe, result } = entry;
  const instruction = versionWords(entry);
  const plan: Plan = { ...result.plan, operations: [...(recipe?.operations ?? result.plan.operations)] };
  const protect = (recipe?.protect ?? []).map((quad, i) => ({ name: `${i + 1}`, quad }));
  const trimmed = recipe?.operations !== undefined;
  return {
    ...INITIAL_INSTRUCT,
    instruction,
    understanding: { kind: "known", instruction, plan },
    trimmed,
    region: recipe?.region,
    protect,
  };
}

/** Opens the inputs of the version to be fixed as soon as its source is at hand. */
export function openFix(state: UiState): Step {
  const { fixing } = state.history;
  const source = readySource(state.work);
  const free = ["idle", "failed", "placed"].includes(state.job.kind);
  if (!fixing || fixing.opened || source?.sha256 !== sourceOf(fixing.entry) || !free) return step(state);
  const opened = withFixing({ ...state, job: { kind: "idle" } }, { ...fixing, opened: true });
  const left: UiState = { ...opened, history: { ...opened.history, open: undefined, act: { kind: "none" } } };
  const drafts = draftsOfVersion(fixing.entry, source);
  if (!drafts) return step({ ...left, screen: "instruct", instruct: instructOf(fixing.entry) });
  const text = { ...left.text, drafts: { ...left.text.drafts, [source.sha256]: drafts } };
  return step({ ...left, screen: "text", text });
}

/** What becomes of the version being fixed when a result on its source is shown, kept or taken away; kept, it is fixed. */
function afterFix(state: UiState, placed: Placed, how: "hide" | "show" | "remove"): Step {
  const fixing = placed.node && fixingOn(state, placed.run.source);
  if (!fixing) return step(state);
  const { nodeId } = fixing;
  const left = how === "remove" ? withFixing(state, undefined) : state;
  if (nodeId === undefined || nodeId === placed.node?.id) return step(left);
  const effect: Effect = how === "remove" ? { type: "job.discard", nodeId } : { type: "job.visible", nodeId, visible: how === "show" };
  return step(left, effect);
}

/** `first`, and then what that means for the version being fixed. */
export const andFix = (first: Step, placed: Placed, how: "hide" | "show" | "remove"): Step =>
  andThen(first, (state) => afterFix(state, placed, how));
