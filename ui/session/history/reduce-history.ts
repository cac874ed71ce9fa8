import type { MadeLayer } from "../../../protocol/bridge.ts";
import type { JobView } from "../../../protocol/edit.ts";
import { type EmendError, emendError, exhaustive } from "../../../protocol/errors.ts";
import type { HistoryEntry, HistoryQuery, Review } from "../../../protocol/history.ts";
import { andThen, type Effect, type Step, step } from "../effect.ts";
import { shorten } from "../job/wish.ts";
import { readySource } from "../layer/layer-state.ts";
import { loadWanted } from "../layer/reduce-layer.ts";
import type { UiState } from "../ui-state.ts";
import type { ActEvent } from "./act-event.ts";
import { openFix, withFixing } from "./fix.ts";
import type { HistoryEvent } from "./history-event.ts";
import { HISTORY_PAGE, type HistoryAct, type HistoryState, type OpenVersion, sourceOf } from "./history-state.ts";
import { versionWords } from "./version-words.ts";

const SEARCH_REST_MS = 250;
/** Results of the file that are asked about, the latest. */
const FILE_JOBS = 200;
/** Small pictures kept at a time; those left longest ago go first and come again when their row is seen. */
const THUMBS = 120;

const withHistory = (state: UiState, change: Partial<HistoryState>): UiState => ({ ...state, history: { ...state.history, ...change } });

function queryOf({ history, work }: UiState): HistoryQuery | undefined {
  const search = history.search.trim().slice(0, 200);
  const words = search === "" ? {} : { search };
  if (history.shelf === "review") return { review: "open", limit: HISTORY_PAGE, ...words };
  if (history.shelf === "file") {
    const jobs = [...new Set(history.made?.map(({ jobId }) => jobId))].slice(-FILE_JOBS);
    return jobs.length === 0 ? undefined : { jobs: jobs.join(","), limit: HISTORY_PAGE, ...words };
  }
  if (history.shelf === "all") return { limit: HISTORY_PAGE, ...words };
  const source = readySource(work);
  return source && { source: source.sha256, limit: HISTORY_PAGE, ...words };
}

/** Asks for the first page; what is listed stays until the answer comes. */
function refreshed(state: UiState, delayMs = 0): Step {
  const query = queryOf(state);
  const asked = state.history.asked + 1;
  if (!query) return step(withHistory(state, { asked, entries: [], more: false, loading: false, error: undefined }));
  if (state.connection.kind !== "connected") return step(withHistory(state, { asked, loading: false }));
  return step(withHistory(state, { asked, loading: true, error: undefined }), { type: "history.list", asked, query, delayMs });
}

/** The file is asked anew before its shelf is listed: layers come and go on the canvas. */
function shown(state: UiState): Step {
  if (state.history.shelf !== "file") return refreshed(state);
  return step(withHistory(state, { loading: true }), { type: "history.made" });
}

function nextPage(state: UiState): Step {
  const { history } = state;
  const last = history.entries.at(-1);
  const query = queryOf(state);
  if (!last || !query || history.loading || !history.more || state.connection.kind !== "connected") return step(state);
  const asked = history.asked + 1;
  const list: Effect = { type: "history.list", asked, query: { ...query, before: last.id }, delayMs: 0 };
  return step(withHistory(state, { asked, loading: true }), list);
}

/** A version never changes but by a decision: the same object again spares its row a drawing. */
function asKnown({ history }: UiState, entry: HistoryEntry): HistoryEntry {
  const known = history.entries.find(({ id }) => id === entry.id);
  return known && known.review?.createdAt === entry.review?.createdAt ? known : entry;
}

function listed(state: UiState, event: Extract<HistoryEvent, { type: "history.listed" }>): Step {
  if (event.asked !== state.history.asked) return step(state);
  const listed = event.entries.map((entry) => asKnown(state, entry));
  const entries = event.next ? [...state.history.entries, ...listed] : listed;
  return step(withHistory(state, { entries, more: event.entries.length === HISTORY_PAGE, loading: false }));
}

const entryOf = ({ history }: UiState, id: number | undefined): HistoryEntry | undefined =>
  [...history.entries, ...(history.open ? [history.open.entry] : [])].find((entry) => entry.id === id);

function seen(state: UiState, id: number): Step {
  const entry = entryOf(state, id);
  if (!entry || state.history.thumbs[entry.result.patch.sha256] !== undefined) return step(state);
  const { sha256, width, height } = entry.result.patch;
  return step(state, { type: "history.thumb", sha256, width, height });
}

function thumbed(state: UiState, { sha256, picture }: Extract<HistoryEvent, { type: "history.thumb" }>): Step {
  const { thumbs } = state.history;
  if (thumbs[sha256] !== undefined) return step(state, { type: "pictures.release", pictures: [picture] });
  const kept = Object.entries(thumbs).slice(-(THUMBS - 1));
  return step(withHistory(state, { thumbs: { ...Object.fromEntries(kept), [sha256]: picture } }));
}

/** The whole pictures of both sides that are not there yet. */
function picturesFor({ entry, against, before, after }: OpenVersion): Effect[] {
  const common = { type: "history.picture", id: entry.id, against: against?.id } as const;
  const { source, result } = entry.result;
  const other = against ? against.result.result : { ...source, sha256: sourceOf(entry) };
  return [
    ...(before === undefined ? [{ ...common, side: "before", ...other } as const] : []),
    ...(after === undefined ? [{ ...common, side: "after", ...result } as const] : []),
  ];
}

function look(state: UiState, open: OpenVersion): Step {
  return step(withHistory(state, { open }), ...(state.connection.kind === "connected" ? picturesFor(open) : []));
}

function opened(state: UiState, id: number): Step {
  const entry = entryOf(state, id);
  if (!entry) return step(state);
  const open: OpenVersion = { entry, against: undefined, before: undefined, after: undefined, shown: true };
  return look(withHistory(state, { act: { kind: "none" } }), open);
}

function pictured(state: UiState, event: Extract<HistoryEvent, { type: "history.pictured" }>): Step {
  const { open } = state.history;
  const { id, against, side, picture } = event;
  const wanted = open?.entry.id === id && open[side] === undefined && (side === "after" || open.against?.id === against);
  if (!open || !wanted) return step(state, { type: "pictures.release", pictures: [picture] });
  return step(withHistory(state, { open: { ...open, [side]: picture } }));
}

const acting = (state: UiState, act: HistoryAct): UiState => withHistory(state, { act });

/** What failed can be asked for once more as it was. */
function failing(state: UiState, error: EmendError): UiState {
  const { act } = state.history;
  const retry: ActEvent = act.kind === "deciding" ? act.event : { type: act.kind === "again" ? "history.again" : "history.place" };
  return acting(state, { kind: "failed", error, retry });
}

/** A version can be placed again where the layer at hand is the one it was made from. */
export const canPlace = ({ work }: UiState, entry: HistoryEntry): boolean => readySource(work)?.sha256 === sourceOf(entry);

function place(state: UiState, { entry }: OpenVersion): Step {
  const source = readySource(state.work);
  if (!source || !canPlace(state, entry) || state.history.act.kind === "placing") return step(state);
  const label = shorten(versionWords(entry)) || entry.result.engine;
  return step(acting(state, { kind: "placing" }), { type: "history.place", entry, source, label });
}

/** Watched at once: a job that has ended already has no events left to send. */
function accepted(state: UiState, here: boolean, jobId: string): Step {
  if (!here || state.history.act.kind !== "again") return step(state);
  return step(acting(state, { kind: "again", jobId }), { type: "history.watch", jobId });
}

/** The version made again is the newest of the list. */
function jobChanged(state: UiState, job: JobView): Step {
  const { act } = state.history;
  if (act.kind !== "again" || act.jobId !== job.id) return step(state);
  if (job.status === "failed") return step(failing(state, job.error ?? emendError("internal", "The edit failed.")));
  if (job.status === "cancelled") return step(acting(state, { kind: "none" }));
  return job.status === "done" ? refreshed(acting(state, { kind: "made" })) : step(state);
}

function decided(state: UiState, id: number, review: Review): Step {
  const { open, entries, shelf } = state.history;
  const judged = (entry: HistoryEntry): HistoryEntry => (entry.id === id ? { ...entry, review } : entry);
  const rest = shelf === "review" ? entries.filter((entry) => entry.id !== id) : entries.map(judged);
  const next = withHistory(state, { entries: rest, open: open && { ...open, entry: judged(open.entry) } });
  return step(state.history.act.kind === "deciding" ? acting(next, { kind: "none" }) : next);
}

/** Looks for the version's layer in the file. */
const fix = (state: UiState, { entry }: OpenVersion): Step =>
  step(acting(withFixing(state, { entry, nodeId: undefined, opened: false }), { kind: "seeking" }), { type: "history.made" });

/** Opens the version to be fixed: over the source at hand, else over the one its layer in the file came from. */
function found(state: UiState, layers: readonly MadeLayer[]): Step {
  const { fixing } = state.history;
  if (!fixing || fixing.opened) return step(state);
  const { jobId, result } = fixing.entry;
  const layer = layers.find((l) => l.jobId === jobId && l.patch === result.patch.sha256);
  const known = withFixing(state, { ...fixing, nodeId: layer?.nodeId });
  if (canPlace(state, fixing.entry)) return openFix(known);
  if (!layer) return step(acting(withFixing(state, undefined), { kind: "elsewhere" }));
  const pinned = { id: layer.sourceNode, name: layer.sourceName };
  return loadWanted({ ...known, pinned, work: { kind: "none" }, job: { kind: "idle" } });
}

function made(state: UiState, layers: readonly MadeLayer[]): Step {
  const known = withHistory(state, { made: layers });
  return andThen(state.history.shelf === "file" ? refreshed(known) : step(known), (s) => found(s, layers));
}

/** A version to be fixed is decided about and opened at once. */
function decide(state: UiState, open: OpenVersion, event: Extract<HistoryEvent, { type: "history.decide" }>): Step {
  const note = event.note.trim().slice(0, 500);
  const { id, jobId } = open.entry;
  const review = { decision: event.decision, ...(note !== "" && { note }) };
  const deciding = step(acting(state, { kind: "deciding", event }), { type: "history.review", id, jobId, review });
  return event.decision === "fix" ? andThen(deciding, (s) => fix(s, open)) : deciding;
}

function reduceOpen(state: UiState, open: OpenVersion, event: HistoryEvent): Step {
  switch (event.type) {
    case "history.against": {
      const against = event.id === open.entry.id ? undefined : entryOf(state, event.id);
      return look(state, { ...open, against, before: undefined, shown: true });
    }
    case "history.compared":
      return step(withHistory(state, { open: { ...open, shown: event.shown } }));
    case "history.place":
      return place(state, open);
    case "history.again":
      return step(acting(state, { kind: "again", jobId: undefined }), { type: "history.again", id: open.entry.id });
    case "history.fix":
      return fix(state, open);
    case "history.decide":
      return decide(state, open, event);
    default:
      return step(state);
  }
}

/** Outcomes of acts; those of a version no longer open change nothing but the list. */
function reduceOutcome(state: UiState, event: HistoryEvent): Step {
  const here = "id" in event && state.history.open?.entry.id === event.id;
  switch (event.type) {
    case "history.placed":
      return step(here ? acting(state, { kind: "placed", note: event.note }) : state);
    case "history.again.accepted":
      return accepted(state, here, event.jobId);
    case "history.job":
      return jobChanged(state, event.job);
    case "history.decided":
      return decided(state, event.id, event.review);
    case "history.made":
      return made(state, event.layers);
    case "history.fix.ended":
      return step(withFixing(state, undefined));
    case "history.act.failed":
      return step(here ? failing(state, event.error) : state);
    default:
      return state.history.open ? reduceOpen(state, state.history.open, event) : step(state);
  }
}

/** What a new link must take up again: a version that is being made, and where they are in view the list and the pictures asked for. */
export function resumeHistory(state: UiState): Step {
  const { open, act } = state.history;
  const watch: Effect[] = act.kind === "again" && act.jobId !== undefined ? [{ type: "history.watch", jobId: act.jobId }] : [];
  if (state.screen !== "history") return step(state, ...watch);
  return andThen(refreshed(state), (s) => step(s, ...(open ? picturesFor(open) : []), ...watch));
}

/** Every version of every edit: found, compared, placed again, made again, and decided about. */
export function reduceHistory(state: UiState, event: HistoryEvent): Step {
  switch (event.type) {
    case "history.shelf":
      return shown(withHistory(state, { shelf: event.shelf, entries: [] }));
    case "history.search":
      return refreshed(withHistory(state, { search: event.words }), SEARCH_REST_MS);
    case "history.refresh":
      return shown(state);
    case "history.reveal":
      return step(state, event);
    case "history.more":
      return nextPage(state);
    case "history.listed":
      return listed(state, event);
    case "history.unlisted":
      return step(event.asked === state.history.asked ? withHistory(state, { loading: false, error: event.error }) : state);
    case "history.seen":
      return seen(state, event.id);
    case "history.thumb":
      return thumbed(state, event);
    case "history.opened":
      return opened(state, event.id);
    case "history.closed":
      return step(withHistory(state, { open: undefined, act: { kind: "none" } }));
    case "history.pictured":
      return pictured(state, event);
    case "history.against":
    case "history.compared":
    case "history.place":
    case "history.again":
    case "history.fix":
    case "history.made":
    case "history.fix.ended":
    case "history.decide":
    case "history.placed":
    case "history.again.accepted":
    case "history.job":
    case "history.decided":
    case "history.act.failed":
      return reduceOutcome(state, event);
    default:
      return exhaustive(event);
  }
}
