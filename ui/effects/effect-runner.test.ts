import assert from "node:assert/strict";
import { test } from "node:test";
import type { ToMain } from "../../protocol/bridge.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { BridgeReply, BridgeRequest } from "../bridge/panel-bridge.ts";
import type { CompanionClient } from "../connection/companion-client.ts";
import type { Findings } from "../connection/findings.ts";
import type { Effect } from "../session/effect.ts";
import type { UiEvent } from "../session/ui-event.ts";
import { digestOf, editResult, foundText, source } from "../testing/builders.ts";
import { EffectRunner } from "./effect-runner.ts";

const BYTES = new Uint8Array([137, 80, 78, 71]);

interface World {
  readonly client?: Partial<CompanionClient>;
  readonly canvas?: (request: BridgeRequest) => Result<BridgeReply>;
}

const KNOWN: Findings = {
  protocol: 1,
  connection: { kind: "searching" },
  attempts: [],
  window: false,
  permissions: {},
  delegated: {},
  ancestors: [],
  agent: "node",
};

function exportedBy(request: BridgeRequest): Result<BridgeReply> {
  if (request.type === "insert") return ok({ type: "inserted", requestId: 1, nodeId: "7:7", anchoredTo: request.layerId });
  if (request.type !== "export") return ok({ type: "done", requestId: 1 });
  const { placement } = source();
  return ok({ type: "exported", requestId: 1, layerId: request.layerId, bytes: BYTES, original: true, placement });
}

const PROVEN = { verified: true, broken: [], outside: { pixels: 9, changed: 0, maxDiff: 0 }, against: "mask" as const };

/** A runner in a scripted world that notes what it is asked; `events` resolves when `n` have been dispatched. */
function world({ client = {}, canvas = exportedBy }: World = {}) {
  const asked: BridgeRequest[] = [];
  const sent: ToMain[] = [];
  const released: number[] = [];
  const dispatched: UiEvent[] = [];
  let wake = () => {};
  const answers: CompanionClient = {
    upload: async () => ok(digestOf("a")),
    download: async () => ok(BYTES),
    find: async () => ok({ texts: [foundText("¥199")], width: 300, height: 300, timingsMs: {} }),
    plan: async ({ instruction }) => ok({ instruction, operations: [] }),
    edit: async () => ok("job-00000001"),
    job: async (id) => ok({ id, status: "queued" }),
    engines: async () => ok([]),
    diagnostics: async () => err(emendError("companion_unreachable", "Away.")),
    models: async () => ok({ models: [], machine: { vramGiB: 0, ramGiB: 16 } }),
    installModel: async () => err(emendError("model_unknown", "No such model.")),
    stopModel: async () => ok(undefined),
    consent: async () => err(emendError("engine_unknown", "No such engine.")),
    cancel: async (id) => ok({ id, status: "cancelled" }),
    history: async () => ok([]),
    again: async () => ok("job-00000002"),
    lettering: async (texts) => ok(texts.map(() => true)),
    say: async (sentence) => sentence,
    verify: async () => ok(PROVEN),
    review: async ({ review: { decision } }) => ok({ decision, note: "", who: "owner", createdAt: "2026-11-22T08:00:00.000Z" }),
    ...client,
  };
  const runner = new EffectRunner({
    bridge: {
      send: (message) => void sent.push(message),
      request: async (request) => {
        asked.push(request);
        return canvas(request);
      },
    },
    connector: { connect: () => {}, connectThroughWindow: () => {}, findings: async () => KNOWN, client: answers },
    shelf: { put: async () => 4, release: (ids) => void released.push(...ids) },
    dispatch: (event) => {
      dispatched.push(event);
      wake();
    },
  });
  const events = async (n: number): Promise<readonly UiEvent[]> => {
    while (dispatched.length < n) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return dispatched;
  };
  return { runner, asked, sent, released, dispatched, events };
}

const LOAD: Effect = { type: "layer.load", loadId: 3, layer: { id: "1:2", name: "poster" } };

test("a load exports, shows the preview, sends, finds, and ends ready", async () => {
  const { runner, events } = world();
  runner.run(LOAD);
  const { layer, placement } = source();
  assert.deepEqual(await events(3), [
    { type: "layer.step", loadId: 3, step: "sending", picture: 4 },
    { type: "layer.step", loadId: 3, step: "finding", picture: undefined },
    { type: "layer.ready", loadId: 3, source: { layer, placement, sha256: digestOf("a"), texts: [foundText("¥199")], picture: 4 } },
  ]);
});

test("what the canvas refuses to export is reported with its own code", async () => {
  const error = emendError("selection_not_editable", "No pixels.");
  const { runner, events } = world({ canvas: () => err(error) });
  runner.run(LOAD);
  assert.deepEqual(await events(1), [{ type: "layer.failed", loadId: 3, error }]);
});

test("a bug on the way ends the load instead of leaving it open", async () => {
  const { runner, events } = world({ client: { find: () => Promise.reject(new TypeError("bug")) } });
  runner.run(LOAD);
  const last = (await events(3)).at(-1);
  assert.equal(last?.type === "layer.failed" && last.error.code, "internal");
});

const run = {
  key: "key-00000001",
  startedAt: 0,
  source: source(),
  from: "text" as const,
  request: { source: digestOf("a") },
  label: "¥199 → ¥169",
};
const placing = { kind: "placing" as const, run, jobId: "job-00000001", result: editResult() };

test("a result is inserted where the companion says, named and with its provenance", async () => {
  const { runner, asked, events } = world();
  runner.run({ type: "job.place", placing });
  assert.deepEqual(await events(1), [{ type: "job.placed", key: run.key, node: { id: "7:7", note: undefined }, after: 4 }]);
  assert.deepEqual(asked, [
    {
      type: "insert",
      layerId: "1:2",
      placement: source().placement,
      rect: { x: 10, y: 10, width: 80, height: 20 },
      bytes: BYTES,
      name: "Emend · ¥199 → ¥169",
      provenance: {
        version: 1,
        jobId: "job-00000001",
        sourceNode: "1:2",
        sourceName: "poster",
        source: digestOf("a"),
        patch: digestOf("c"),
        instruction: "¥199 → ¥169",
        engine: "instant",
        confidence: 0.92,
        outsideChanged: 0,
        seed: 7,
        createdAt: "2026-11-21T20:00:00.000Z",
      },
    },
  ]);
});

test("a result that changes nothing is not placed", async () => {
  const { runner, asked, events } = world();
  const empty = editResult({ outside: { pixels: 90_000, changed: 0, maxDiff: 0 } });
  runner.run({ type: "job.place", placing: { ...placing, result: empty } });
  assert.deepEqual(await events(1), [{ type: "job.placed", key: run.key, node: undefined, after: undefined }]);
  assert.deepEqual(asked, []);
});

test("only the last of several quick plans is asked for", async () => {
  const planned: string[] = [];
  const { runner, events } = world({
    client: {
      plan: async ({ instruction }) => {
        planned.push(instruction);
        return ok({ instruction, operations: [] });
      },
    },
  });
  runner.run({ type: "instruct.plan", instruction: "make", after: [], delayMs: 5 });
  runner.run({ type: "instruct.plan", instruction: "make it gold", after: [], delayMs: 5 });
  const [event] = await events(1);
  assert.deepEqual([planned, event?.type === "instruct.understood" && event.instruction], [["make it gold"], "make it gold"]);
});

test("a job the companion no longer knows fails; a lost link waits", async () => {
  const gone = world({ client: { job: async () => err(emendError("job_not_found", "Gone.")) } });
  gone.runner.run({ type: "job.watch", jobId: "job-00000001" });
  const [event] = await gone.events(1);
  assert.equal(event?.type === "job.changed" && event.job.error?.code, "job_not_found");
  const lost = world({ client: { job: async () => err(emendError("connection_lost", "Lost.")) } });
  lost.runner.run({ type: "job.watch", jobId: "job-00000001" });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(lost.dispatched, []);
});

test("a discard the canvas refuses is told to the person", async () => {
  const { runner, sent } = world({ canvas: () => err(emendError("not_found", "The layer is gone.")) });
  runner.run({ type: "job.discard", nodeId: "7:7" });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(sent, [{ type: "notify", text: "The layer is gone.", error: true }]);
});

test("the original counts as hidden once the canvas hid it", async () => {
  const { runner, events } = world({ canvas: () => ok({ type: "done", requestId: 1 }) });
  runner.run({ type: "job.original", nodeId: "7:7", visible: false });
  assert.deepEqual(await events(1), [{ type: "job.original.set", nodeId: "7:7", hidden: true }]);
});

test("an install is started, followed while it runs, and left alone when it is done", async () => {
  const view = { id: "tiny", title: "Tiny", use: "u", licence: "l", kind: "set", bytes: 10, exact: true } as const;
  const states = ["installing", "installing", "present"] as const;
  let asked = 0;
  const list = async () => {
    const state = states[Math.min(asked++, 2)] ?? "present";
    return ok({ models: [{ ...view, state, done: asked }], machine: { vramGiB: 0, ramGiB: 16 } });
  };
  const { runner, events } = world({ client: { models: list, installModel: async () => ok({ ...view, state: "waiting" as const }) } });
  runner.run({ type: "shell.install", model: "tiny" });
  const seen = (await events(3)).map((event) => event.type === "shell.models" && event.models.models[0]?.state);
  assert.deepEqual(seen, ["installing", "installing", "present"]);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  assert.equal(asked, 3);
  runner.dispose();
});

test("a proof sends up what the layer shows only where it is a plain picture, and says what else it saw", async () => {
  const claim = { jobId: "job-00000001", patch: { x: 0, y: 0, width: 4, height: 4, sha256: digestOf("b") } };
  const shown = [
    [undefined, "none", undefined],
    [{ plain: false, bytes: BYTES }, "restyled", undefined],
    [{ plain: true, bytes: BYTES }, "compared", digestOf("a")],
  ] as const;
  for (const [layer, seen, sent] of shown) {
    const wishes: unknown[] = [];
    const verify: CompanionClient["verify"] = async (wish) => {
      wishes.push(wish);
      return ok(PROVEN);
    };
    const { runner, events } = world({
      canvas: (request) => (request.type === "own" ? ok({ type: "own", requestId: 1, ...(layer && { layer }) }) : exportedBy(request)),
      client: { verify },
    });
    runner.run({ type: "proof.verify", claim });
    assert.deepEqual(await events(1), [{ type: "proof.ended", claim, outcome: { kind: "told", answer: PROVEN, layer: seen } }]);
    assert.deepEqual(wishes, [{ jobId: claim.jobId, patch: claim.patch.sha256, layer: sent }]);
  }
});

test("the report holds what the panel knows where the companion is away, and both where it is there", async () => {
  const away = world();
  away.runner.run({ type: "shell.diagnose" });
  const [alone] = await away.events(1);
  assert.match(alone?.type === "shell.report" ? alone.report : "", /"agent": "node"[\s\S]*"companion": "companion_unreachable"/);
  const there = world({ client: { diagnostics: async () => ok({ emend: "0.1.0" }) } });
  there.runner.run({ type: "shell.diagnose" });
  const [both] = await there.events(1);
  assert.match(both?.type === "shell.report" ? both.report : "", /"emend": "0.1.0"/);
});
