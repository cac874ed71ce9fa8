import assert from "node:assert/strict";
import { test } from "node:test";
import { emendError } from "../../../protocol/errors.ts";
import type { HistoryEntry } from "../../../protocol/history.ts";
import { connected, digestOf, editResult, ready, walk } from "../../testing/builders.ts";
import type { UiState } from "../ui-state.ts";
import { versionWords } from "./version-words.ts";

const version = (id: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  jobId: `job-${String(id).padStart(8, "0")}`,
  createdAt: "2026-11-21T20:00:00.000Z",
  result: editResult(),
  recipe: { source: digestOf("a"), instruction: `edit ${id}` },
  ...more,
});
const page = (from: number, length: number) => Array.from({ length }, (_, i) => version(from - i));

const listing = (state: UiState, ...entries: readonly HistoryEntry[]): UiState => {
  const asking = walk(state, { type: "shell.screen", screen: "history" }, { type: "history.refresh" }).state;
  return walk(asking, { type: "history.listed", asked: asking.history.asked, next: false, entries }).state;
};
const opened = (state = ready()): UiState => walk(listing(state, version(3), version(2)), { type: "history.opened", id: 3 }).state;

test("the shelf of the layer asks for versions of its picture, that of reviews for what nobody decided about", () => {
  const layer = walk(ready(), { type: "history.shelf", shelf: "layer" }).effects[0];
  assert.deepEqual(layer?.type === "history.list" && layer.query, { source: digestOf("a"), limit: 50 });
  const open = walk(ready(), { type: "history.shelf", shelf: "review" }).effects[0];
  assert.deepEqual(open?.type === "history.list" && open.query, { review: "open", limit: 50 });
});

test("without a layer its shelf asks for nothing and is empty", () => {
  const { state, effects } = walk(listing(connected(), version(1)), { type: "history.shelf", shelf: "layer" });
  assert.deepEqual([effects, state.history.entries], [[], []]);
});

test("an answer to an older question is not taken", () => {
  const { state } = walk(connected(), { type: "history.search", words: "a" }, { type: "history.search", words: "ab" });
  const late = walk(state, { type: "history.listed", asked: state.history.asked - 1, next: false, entries: [version(1)] }).state;
  assert.deepEqual([late.history.entries, late.history.loading], [[], true]);
});

test("a further page begins before the oldest listed and is added to them", () => {
  const { state, effects } = walk(listing(connected(), ...page(100, 50)), { type: "history.more" });
  const list = effects[0];
  assert.equal(list?.type === "history.list" && list.query.before, 51);
  const both = walk(state, { type: "history.listed", asked: state.history.asked, next: true, entries: page(50, 7) }).state;
  assert.deepEqual([both.history.entries.length, both.history.more], [57, false]);
});

test("a version opens beside its source, and beside another version where one is chosen", () => {
  const first = walk(listing(ready(), version(3), version(2)), { type: "history.opened", id: 3 });
  assert.deepEqual(
    first.effects.map((e) => e.type === "history.picture" && [e.side, e.sha256]),
    [
      ["before", digestOf("a")],
      ["after", digestOf("b")],
    ],
  );
  const other = walk(
    first.state,
    { type: "history.pictured", id: 3, against: undefined, side: "after", picture: 9 },
    { type: "history.against", id: 2 },
  );
  assert.deepEqual(
    other.effects.map((e) => e.type === "history.picture" && [e.side, e.against]),
    [["before", 2]],
  );
});

test("a picture of a comparison that was left is released", () => {
  const late = { type: "history.pictured", id: 3, against: undefined, side: "before", picture: 9 } as const;
  const { effects } = walk(opened(), { type: "history.against", id: 2 }, late);
  assert.deepEqual(effects, [{ type: "pictures.release", pictures: [9] }]);
});

test("closing a version releases its pictures", () => {
  const { effects } = walk(
    opened(),
    { type: "history.pictured", id: 3, against: undefined, side: "before", picture: 8 },
    { type: "history.pictured", id: 3, against: undefined, side: "after", picture: 9 },
    { type: "history.closed" },
  );
  assert.deepEqual(effects, [{ type: "pictures.release", pictures: [8, 9] }]);
});

test("a version is placed once, and only above the layer it was made from", () => {
  const { state, effects } = walk(opened(), { type: "history.place" });
  assert.equal(effects[0]?.type, "history.place");
  assert.deepEqual(walk(state, { type: "history.place" }).effects, []);
  assert.deepEqual(walk(opened(connected()), { type: "history.place" }).effects, []);
});

test("a version made again is watched, and listed when it is done", () => {
  const asked = walk(opened(), { type: "history.again" });
  assert.deepEqual(asked.effects, [{ type: "history.again", id: 3 }]);
  const accepted = walk(asked.state, { type: "history.again.accepted", id: 3, jobId: "job-00000009" });
  assert.deepEqual(accepted.effects, [{ type: "history.watch", jobId: "job-00000009" }]);
  const back = walk(
    accepted.state,
    { type: "shell.connection", connection: { kind: "searching" } },
    { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } },
  );
  assert.ok(back.effects.some((e) => e.type === "history.watch"));
  const done = walk(back.state, { type: "history.job", job: { id: "job-00000009", status: "done", result: editResult() } });
  assert.deepEqual([done.state.history.act.kind, done.effects[0]?.type], ["made", "history.list"]);
});

test("what was decided leaves the shelf of reviews and stays with the version that is open", () => {
  const review = { decision: "approve", note: "", who: "owner", createdAt: "2026-11-22T08:00:00.000Z" } as const;
  const shelf = walk(listing(walk(ready(), { type: "history.shelf", shelf: "review" }).state, version(3)), {
    type: "history.opened",
    id: 3,
  });
  const decide = walk(shelf.state, { type: "history.decide", decision: "approve", note: "  " });
  assert.deepEqual(decide.effects, [{ type: "history.review", id: 3, jobId: "job-00000003", review: { decision: "approve" } }]);
  const { history } = walk(decide.state, { type: "history.decided", id: 3, review }).state;
  assert.deepEqual([history.entries, history.open?.entry.review, history.act.kind], [[], review, "none"]);
});

test("the words of a version are its instruction, else its operations", () => {
  const operations = [{ kind: "text.replace", text: { from: "¥199", to: "¥169" } } as const, { kind: "background.remove" } as const];
  const recipe = { source: digestOf("a"), operations };
  assert.equal(versionWords(version(1)), "edit 1");
  assert.equal(versionWords(version(1, { recipe, result: editResult({ plan: { instruction: "", operations } }) })), "¥199 → ¥169");
});

test("what failed is asked for once more as it was: nothing is placed for a version that could not be made", () => {
  const lost = { type: "history.act.failed", id: 3, error: emendError("connection_lost", "Lost.") } as const;
  for (const event of [
    { type: "history.place" },
    { type: "history.again" },
    { type: "history.decide", decision: "approve", note: "fine" },
  ] as const) {
    const { act } = walk(opened(), event, lost).state.history;
    assert.deepEqual(act.kind === "failed" && act.retry, event);
  }
});

test("a version being made is watched again by the next link, whatever screen is up by then", () => {
  const away = walk(
    opened(),
    { type: "history.again" },
    { type: "history.again.accepted", id: 3, jobId: "job-00000009" },
    { type: "shell.connection", connection: { kind: "searching" } },
    { type: "shell.screen", screen: "text" },
  ).state;
  const { effects } = walk(away, { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } });
  assert.deepEqual(
    effects.filter(({ type }) => type === "history.watch"),
    [{ type: "history.watch", jobId: "job-00000009" }],
  );
});
