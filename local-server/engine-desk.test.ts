import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Principal } from "../protocol/access.ts";
import type { EngineView } from "../protocol/edit.ts";
import type { HistoryEntry } from "../protocol/history.ts";
import { engineDesk } from "./engine-desk.ts";
import { createSettingsStore } from "./settings/settings-store.ts";
import type { EditHistory } from "./store/edit-history.ts";

const PRINCIPAL: Principal = { tenant: "local", role: "admin", tokenId: "owner", name: "owner" };
const signal = new AbortController().signal;

function desk(t: { after(work: () => void): void }, made: readonly (readonly [string, Record<string, number>])[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "emend-desk-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const settings = createSettingsStore(folder, {}, undefined);
  const common: Pick<EngineView, "operations" | "progress" | "cancel"> = { operations: [], progress: "none", cancel: "client" };
  const views = (): EngineView[] => [
    { ...common, name: "near", available: true, local: true },
    { ...common, name: "bare", available: false, local: false, reason: "Give it an address." },
    {
      ...common,
      name: "far",
      available: true,
      local: false,
      consent: { host: "a.example", given: settings.of("far").consent("a.example") !== undefined },
    },
  ];
  const entries = made.map(([engine, timingsMs]) => ({ result: { engine, timingsMs } }) as unknown as HistoryEntry);
  const history = (): EditHistory => ({ list: async () => entries }) as unknown as EditHistory;
  return engineDesk(PRINCIPAL, { settings, engines: async () => ({ ok: true, value: views() }), history });
}

test("consent is written down, seen at once, and taken back", async (t) => {
  const { setConsent } = desk(t);
  const given = await setConsent("far", true, signal);
  assert.equal(given.ok && given.value.consent?.given, true);
  const back = await setConsent("far", false, signal);
  assert.equal(back.ok && back.value.consent?.given, false);
});

test("what needs no consent, is not set up, or does not exist, says so", async (t) => {
  const { setConsent } = desk(t);
  const codes = [];
  for (const name of ["near", "bare", "nobody"]) {
    const done = await setConsent(name, true, signal);
    codes.push(done.ok ? "ok" : done.error.code);
  }
  assert.deepEqual(codes, ["bad_request", "engine_unavailable", "engine_unknown"]);
});

test("an engine's time is the median of what it took here; one that has done nothing gets no guess", async (t) => {
  const { engines } = desk(t, [
    ["far", { decode: 500, engine: 9_500, model: 9_000 }],
    ["far", { engine: 30_000 }],
    ["far", { engine: 12_000 }],
  ]);
  const views = await engines(signal);
  assert.ok(views.ok);
  assert.deepEqual(
    views.value.map(({ estimate }) => estimate?.seconds),
    [undefined, undefined, { typical: 12, measured: 3 }],
  );
});
