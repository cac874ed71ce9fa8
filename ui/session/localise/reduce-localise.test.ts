import assert from "node:assert/strict";
import { test } from "node:test";
import { editResult, foundText, ready, source, walk } from "../../testing/builders.ts";
import type { UiState } from "../ui-state.ts";
import { changedMarkets } from "./reduce-localise.ts";

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

test("closing the table cancels what is being made", () => {
  const { state } = walk(tabled(), { type: "localise.made", ...GO }, { type: "runs.accepted", key: `${GO.key}-0`, jobId: "job-00000000" });
  const closed = walk(state, { type: "localise.closed" });
  assert.deepEqual([closed.state.runs, closed.state.localise.table], [[], undefined]);
  assert.deepEqual(closed.effects, [{ type: "runs.cancel", jobId: "job-00000000" }]);
});
