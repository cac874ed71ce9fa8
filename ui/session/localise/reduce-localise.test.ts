import assert from "node:assert/strict";
import { test } from "node:test";
import { editResult, foundText, ready, source, walk } from "../../testing/builders.ts";
import type { UiState } from "../ui-state.ts";
import { changedMarkets, keptTable } from "./reduce-localise.ts";

const GO = { key: "key-00000001", at: 1000 };
const TABLE = {
  locales: ["en-US", "de-DE"],
  rows: [
    { from: "¥199", cells: ["$29", "29 €"] },
    { from: "新品上市", cells: ["", "Neu"] },
    { from: "not there", cells: ["x", "y"] },
  ],
};
const tabled = (state = ready()): UiState => walk(state, { type: "localise.table", table: TABLE }).state;
const locales = (state: UiState) => changedMarkets(state).map(({ locale }) => locale);

/** Both markets made and done. */
function made(): UiState {
  const keys = [0, 1].map((i) => `${GO.key}-${i}`);
  return keys.reduce(
    (s, key, i) =>
      walk(
        s,
        { type: "runs.accepted", key, jobId: `job-0000000${i}` },
        { type: "runs.changed", job: { id: `job-0000000${i}`, status: "done", result: editResult() } },
      ).state,
    walk(tabled(), { type: "localise.made", ...GO }).state,
  );
}

test("each market is one edit with every wording that differs from the picture", () => {
  const { effects } = walk(tabled(), { type: "localise.made", ...GO });
  assert.deepEqual(
    effects.flatMap((e) => (e.type === "runs.edit" ? [e.request.operations?.map((o) => `${o.text?.from}→${o.text?.to}`)] : [])),
    [["¥199→$29"], ["¥199→29 €", "新品上市→Neu"]],
  );
});

test("a string that stands in the picture twice is set in both places", () => {
  const twice = source({ texts: [foundText("¥199"), foundText("¥199", { x: 100, y: 140 })] });
  const [first] = changedMarkets(tabled(ready(twice)));
  assert.deepEqual(
    first?.request.operations?.map((o) => o.at),
    [
      { x: 50, y: 20 },
      { x: 140, y: 150 },
    ],
  );
});

test("only markets with a changed cell are made again", () => {
  assert.deepEqual(locales(made()), []);
  const changed = walk(made(), { type: "localise.locale", locale: "de-DE" }, { type: "localise.cell", row: 0, text: "28 €" });
  assert.deepEqual(locales(changed.state), ["de-DE"]);
  const { state, effects } = walk(changed.state, { type: "localise.made", key: "key-00000002", at: 2000 });
  assert.deepEqual(
    effects.flatMap((e) => (e.type === "runs.edit" ? [e.key] : [])),
    ["key-00000002-0"],
  );
  assert.deepEqual(
    state.runs.map((run) => run.label),
    ["en-US", "de-DE"],
  );
});

test("a wording put back as it was needs no new market", () => {
  const there = walk(made(), { type: "localise.cell", row: 0, text: "$28" }, { type: "localise.cell", row: 0, text: "$29" });
  assert.deepEqual(locales(there.state), []);
});

test("a market that was cancelled can be made again", () => {
  const { state } = walk(tabled(), { type: "localise.made", ...GO }, { type: "runs.cancelled", keys: [`${GO.key}-1`] });
  assert.deepEqual(locales(state), ["de-DE"]);
});

test("finished markets are placed with their locales, in the order of the table", () => {
  const [effect] = walk(made(), { type: "localise.place" }).effects;
  assert.deepEqual(effect?.type === "localise.place" && effect.markets.map(({ letter }) => letter), ["en-US", "de-DE"]);
});

test("another language adds an empty column, the same one twice does not", () => {
  const { state } = walk(
    tabled(),
    { type: "localise.locale.added", locale: " fr-FR " },
    { type: "localise.locale.added", locale: "fr-FR" },
  );
  assert.deepEqual([state.localise.table?.locales, state.localise.locale], [["en-US", "de-DE", "fr-FR"], "fr-FR"]);
  assert.deepEqual(state.localise.table?.rows[0]?.cells, ["$29", "29 €", ""]);
});

test("closing the table cancels what is being made and keeps the table for later", () => {
  const { state } = walk(tabled(), { type: "localise.made", ...GO }, { type: "runs.accepted", key: `${GO.key}-0`, jobId: "job-00000000" });
  const closed = walk(state, { type: "localise.closed" });
  assert.deepEqual([closed.state.runs, closed.state.localise.table], [[], undefined]);
  assert.deepEqual(
    closed.effects.filter((e) => e.type === "runs.cancel"),
    [{ type: "runs.cancel", jobId: "job-00000000" }],
  );
  assert.deepEqual(keptTable(closed.state)?.rows, TABLE.rows);
});

test("a wording nothing here can set is left out of its market, until it is written otherwise", () => {
  const korean = walk(tabled(), { type: "localise.locale", locale: "de-DE" }, { type: "localise.cell", row: 0, text: "이십구 유로" });
  assert.deepEqual(korean.effects, [{ type: "localise.changed", texts: ["이십구 유로"] }]);
  const told = walk(korean.state, { type: "localise.lettered", texts: ["이십구 유로"], settable: [false] }).state;
  const german = changedMarkets(told).find(({ locale }) => locale === "de-DE");
  assert.deepEqual(
    german?.request.operations?.map((o) => o.text?.to),
    ["Neu"],
  );
});

test("a market is made again as it is: with another seed, past the cache, under its name", () => {
  const { state, effects } = walk(made(), { type: "localise.again", key: "key-00000009", at: 3000 });
  const [edit] = effects.flatMap((e) => (e.type === "runs.edit" ? [e] : []));
  assert.deepEqual([edit?.jobKey, edit?.request.seed, edit?.request.options], ["key-00000009", 1, { cache: false }]);
  assert.deepEqual(
    edit?.request.operations?.map((o) => o.text?.to),
    ["$29"],
  );
  assert.deepEqual(locales(state), []);
});

test("a table is remembered with its picture, and gone on with after the panel was closed", () => {
  const rested = walk(tabled(), { type: "localise.glossary", lines: "Emend" }, { type: "localise.rested" });
  assert.deepEqual(
    rested.effects.map((e) => e.type),
    ["shell.settings"],
  );
  const { settings } = rested.state;
  const opened = { ...ready(), settings };
  const { localise } = walk(opened, { type: "localise.resumed" }).state;
  assert.deepEqual([localise.table, localise.locale, localise.glossary], [TABLE, "en-US", { "en-US": "Emend" }]);
  assert.equal(keptTable({ ...ready(source({ sha256: "f".repeat(64) })), settings }), undefined);
});

test("tables that would fill the storage are forgotten, the oldest first", () => {
  const wide = { locales: ["de-DE"], rows: [{ from: "¥199", cells: ["x".repeat(60_000)] }] };
  const first = walk(ready(), { type: "localise.table", table: wide }, { type: "localise.rested" }).state;
  const other = { ...ready(source({ sha256: "f".repeat(64) })), settings: first.settings };
  const second = walk(other, { type: "localise.table", table: wide }, { type: "localise.rested" }).state;
  assert.deepEqual(
    second.settings.tables?.map((kept) => kept.source),
    ["f".repeat(64)],
  );
});
