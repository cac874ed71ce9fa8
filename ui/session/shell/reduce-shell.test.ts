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
