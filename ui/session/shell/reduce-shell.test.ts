import assert from "node:assert/strict";
import { test } from "node:test";
import { connected, walk } from "../../testing/builders.ts";
import { initialState } from "../ui-state.ts";
import { SCREENS } from "./screens.ts";

const opened = (command: string) => walk(initialState("en"), { type: "shell.init", settings: {}, command }).state.screen;

test("a command of the menu opens the screen it is named after, any other the first", () => {
  assert.deepEqual(SCREENS.map(opened), SCREENS);
  assert.deepEqual(["", "edit", "toString"].map(opened), ["text", "text", "text"]);
});

test("engines and models in view are asked for again once the companion is back", () => {
  const shown = walk(connected(), { type: "shell.screen", screen: "settings" }).state;
  const back = { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } } as const;
  const asks = (from: typeof shown) =>
    walk({ ...from, connection: { kind: "searching" } }, back)
      .effects.map(({ type }) => type)
      .filter((type) => ["shell.engines", "shell.models"].includes(type));
  assert.deepEqual(asks(shown), ["shell.engines", "shell.models"]);
  assert.deepEqual(asks(connected()), []);
});

test("the introduction comes once: to who has never paired and has not left it", () => {
  const begun = (settings: object) => walk(initialState("en"), { type: "shell.init", settings }).state.guide;
  assert.deepEqual([begun({}), begun({ guided: true }), begun({ token: "t".repeat(43) })], ["pair", undefined, undefined]);
});

test("it goes on once the companion lets the panel in, step by step over the screens it speaks of, and its end is remembered", () => {
  const there = { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } } as const;
  const next = { type: "shell.guide", to: "next" } as const;
  const events = [there, next, next, next];
  const seen = events.map((_, i) => walk(initialState("en"), { type: "shell.init", settings: {} }, ...events.slice(0, i + 1)));
  assert.deepEqual(
    seen.map(({ state }) => [state.guide, state.screen]),
    [
      ["sample", "text"],
      ["engine", "settings"],
      ["model", "settings"],
      [undefined, "text"],
    ],
  );
  const saved = seen.at(-1)?.effects.findLast(({ type }) => type === "shell.settings");
  assert.equal(saved?.type === "shell.settings" && saved.settings.guided, true);
});

test("it can be left at any step, and begun again from the settings without pairing anew", () => {
  const left = walk(initialState("en"), { type: "shell.init", settings: {} }, { type: "shell.guide", to: "end" }).state;
  assert.deepEqual([left.guide, left.settings.guided], [undefined, true]);
  assert.equal(walk(connected(), { type: "shell.guide", to: "start" }).state.guide, "sample");
});
