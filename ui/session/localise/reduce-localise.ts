import type { KeptTable } from "../../../protocol/bridge.ts";
import { exhaustive } from "../../../protocol/errors.ts";
import { andThen, type Step, step } from "../effect.ts";
import type { Go } from "../job/job-event.ts";
import { readySource, type Source } from "../layer/layer-state.ts";
import { dropRuns, startRuns } from "../runs/reduce-runs.ts";
import type { ManyRun } from "../runs/runs-state.ts";
import type { UiState } from "../ui-state.ts";
import type { LocaliseEvent } from "./localise-event.ts";
import type { LocaliseState, Market } from "./localise-state.ts";
import { marketOperations } from "./market-requests.ts";
import type { LocaleTable } from "./table-text.ts";

const withLocalise = (state: UiState, change: Partial<LocaliseState>): UiState => ({
  ...state,
  localise: { ...state.localise, ...change },
});

/** The source at hand here: the one the markets are made of, else the layer's. */
export const localisedSource = ({ localise, work }: UiState): Source | undefined => localise.source ?? readySource(work);

/** The run of a market, where it was made. */
export const marketRun = ({ localise, runs }: UiState, locale: string): ManyRun | undefined =>
  runs.find((run) => run.key === localise.markets[locale]?.key);

/** A market whose last making ended without a result is made again, changed or not. */
const isCurrent = (state: UiState, locale: string, made: string): boolean => {
  const phase = marketRun(state, locale)?.phase.kind;
  return state.localise.markets[locale]?.made === made && phase !== undefined && phase !== "failed" && phase !== "cancelled";
};

export interface ChangedMarket {
  readonly locale: string;
  readonly request: ManyRun["request"];
  readonly made: string;
}

/** Markets with something to set whose cells have changed since they were made. */
export function changedMarkets(state: UiState): readonly ChangedMarket[] {
  const source = localisedSource(state);
  const { table } = state.localise;
  if (!source || !table) return [];
  return table.locales.flatMap((locale) => {
    const operations = [...marketOperations(source, table, { locale, unsettable: state.localise.unsettable })];
    const made = JSON.stringify(operations);
    if (operations.length === 0 || isCurrent(state, locale, made)) return [];
    return [{ locale, request: { source: source.sha256, operations }, made }];
  });
}

function make(state: UiState, { key, at }: Go): Step {
  const source = localisedSource(state);
  const changed = changedMarkets(state);
  if (!source || changed.length === 0) return step(state);
  const fresh = changed.map(({ locale, made }, i): readonly [string, Market] => [locale, { key: `${key}-${i}`, made }]);
  const old = changed.flatMap(({ locale }) => state.localise.markets[locale]?.key ?? []);
  const markets = { ...state.localise.markets, ...Object.fromEntries(fresh) };
  const runs = changed.map(({ locale, request }, i) => {
    return { key: `${key}-${i}`, owner: "localise" as const, startedAt: at, source, request, label: locale };
  });
  const next = withLocalise(state, { source, markets, placement: { kind: "none" } });
  return andThen(dropRuns(next, old), (s) => startRuns(s, runs));
}

/** One market as it is, once more. */
function again(state: UiState, { key, at }: Go): Step {
  const { table, locale, unsettable, markets } = state.localise;
  const source = localisedSource(state);
  const before = marketRun(state, locale);
  if (!source || !table || !before) return step(state);
  const operations = [...marketOperations(source, table, { locale, unsettable })];
  if (operations.length === 0) return step(state);
  const seed = ((before.request.seed ?? 0) + 1) >>> 0;
  const request = { ...before.request, operations, seed, options: { cache: false } };
  const market: Market = { key, made: JSON.stringify(operations) };
  const next = withLocalise(state, { markets: { ...markets, [locale]: market }, placement: { kind: "none" } });
  const run = { key, owner: "localise" as const, startedAt: at, source, request, label: locale };
  return andThen(dropRuns(next, [before.key]), (s) => startRuns(s, [run]));
}

/** Characters of tables that are remembered; the oldest go first. */
const KEPT_CHARS = 100_000;

/** Remembers the table for its picture, or forgets that picture's. */
function remembered(state: UiState): Step {
  const { table, locale, glossary } = state.localise;
  const source = localisedSource(state)?.sha256;
  if (source === undefined) return step(state);
  const others = (state.settings.tables ?? []).filter((kept) => kept.source !== source);
  let room = KEPT_CHARS;
  const kept: KeptTable[] = table ? [{ source, locale, locales: [...table.locales], rows: copied(table), glossary }, ...others] : others;
  const tables = kept.filter((one) => {
    room -= JSON.stringify(one).length;
    return room > 0;
  });
  const settings = { ...state.settings, tables };
  return step({ ...state, settings }, { type: "shell.settings", settings });
}

const copied = ({ rows }: LocaleTable): KeptTable["rows"] => rows.map(({ from, cells }) => ({ from, cells: [...cells] }));

/** The table remembered for the picture at hand. */
export const keptTable = (state: UiState): KeptTable | undefined =>
  state.settings.tables?.find((kept) => kept.source === localisedSource(state)?.sha256);

function resumed(state: UiState): Step {
  const kept = keptTable(state);
  if (!kept) return step(state);
  const { locale, locales, rows, glossary } = kept;
  return changedTable(
    withLocalise(state, { table: { locales, rows }, locale, glossary }),
    rows.flatMap(({ cells }) => cells),
  );
}

/** Latin letters every library has; of the rest the companion is asked. */
const BEYOND_LATIN = /[^\p{Script=Latin}\p{P}\p{S}\p{Z}\p{N}\p{M}\n]/u;

const changedTable = (state: UiState, texts: readonly string[]): Step =>
  step(state, { type: "localise.changed", texts: texts.filter((text) => BEYOND_LATIN.test(text)) });

function lettered(state: UiState, { texts, settable }: Extract<LocaliseEvent, { type: "localise.lettered" }>): Step {
  const known = state.localise.unsettable.filter((text) => !texts.includes(text));
  return step(withLocalise(state, { unsettable: [...known, ...texts.filter((_, i) => settable[i] === false)] }));
}

/** Finished markets in the order of the table. */
export function placeableMarkets(state: UiState): readonly { readonly run: ManyRun; readonly letter: string }[] {
  return (state.localise.table?.locales ?? []).flatMap((letter) => {
    const run = marketRun(state, letter);
    return run?.phase.kind === "done" ? [{ run, letter }] : [];
  });
}

function place(state: UiState): Step {
  const { table, layout, placement } = state.localise;
  const markets = placeableMarkets(state);
  if (!table || markets.length === 0 || placement.kind === "placing") return step(state);
  return step(withLocalise(state, { placement: { kind: "placing" } }), { type: "localise.place", markets, layout, table });
}

function placed(state: UiState, { keys, nodeIds, note }: Extract<LocaliseEvent, { type: "localise.placed" }>): Step {
  const nodes = Object.fromEntries(keys.flatMap((key, i) => (nodeIds[i] ? [[key, nodeIds[i]]] : [])));
  return step(withLocalise(state, { placement: { kind: "placed", nodes, note } }));
}

function withCell(table: LocaleTable, locale: string, change: { readonly row: number; readonly text: string }): LocaleTable {
  const column = table.locales.indexOf(locale);
  const cellsOf = (cells: readonly string[]) => cells.map((cell, i) => (i === column ? change.text : cell));
  return { ...table, rows: table.rows.map((row, i) => (i === change.row ? { ...row, cells: cellsOf(row.cells) } : row)) };
}

function localeAdded(state: UiState, name: string): Step {
  const { table } = state.localise;
  const locale = name.replace(/[,=]/g, " ").trim();
  if (!table || locale === "" || table.locales.includes(locale)) return step(state);
  const rows = table.rows.map(({ from, cells }) => ({ from, cells: [...cells, ""] }));
  return step(withLocalise(state, { table: { locales: [...table.locales, locale], rows }, locale }));
}

/** Takes the table and its markets away; what lies on the canvas stays. */
function closed(state: UiState): Step {
  const keys = Object.values(state.localise.markets).map(({ key }) => key);
  const away = { table: undefined, source: undefined, markets: {}, placement: { kind: "none" } } as const;
  return andThen(remembered(state), (s) => dropRuns(withLocalise(s, away), keys));
}

/** One picture in many languages, from the table to the canvas. */
export function reduceLocalise(state: UiState, event: LocaliseEvent): Step {
  const { table, locale, glossary } = state.localise;
  switch (event.type) {
    case "localise.table": {
      const next = withLocalise(state, { table: event.table, locale: event.table.locales[0] ?? "" });
      return changedTable(
        next,
        event.table.rows.flatMap(({ cells }) => cells),
      );
    }
    case "localise.again":
      return again(state, event);
    case "localise.lettered":
      return lettered(state, event);
    case "localise.rested":
      return table ? remembered(state) : step(state);
    case "localise.resumed":
      return resumed(state);
    case "localise.locale":
      return step(withLocalise(state, { locale: event.locale }));
    case "localise.locale.added":
      return andThen(localeAdded(state, event.locale), (s) => changedTable(s, []));
    case "localise.cell":
      return table ? changedTable(withLocalise(state, { table: withCell(table, locale, event) }), [event.text]) : step(state);
    case "localise.glossary":
      return changedTable(withLocalise(state, { glossary: { ...glossary, [locale]: event.lines } }), []);
    case "localise.made":
      return make(state, event);
    case "localise.layout":
      return step(withLocalise(state, { layout: event.layout }));
    case "localise.place":
      return place(state);
    case "localise.placed":
      return placed(state, event);
    case "localise.place.failed":
      return step(withLocalise(state, { placement: { kind: "failed", error: event.error } }));
    case "localise.closed":
      return closed(state);
    default:
      return exhaustive(event);
  }
}
