import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { JobView } from "../../protocol/edit.ts";
import { type ScriptedOptions as CompanionOptions, ScriptedCompanion, RIGHT_TOKEN as TOKEN } from "../../test/fakes/scripted-companion.ts";
import type { Connection } from "./connection-state.ts";
import { Connector } from "./connector.ts";
import type { ConnectionEnvironment } from "./environment.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const NEVER = new AbortController().signal;

/** Node as the browser; only `ports` exist, so that a companion someone else runs here is not found. */
function environment(ports: readonly number[], more: Partial<ConnectionEnvironment> = {}): ConnectionEnvironment {
  const mine = (url: string) => ports.includes(Number(new URL(url).port));
  return {
    openSocket: (url, protocols) => {
      const reachable = mine(url) ? url : "ws://localhost:1/none";
      return new WebSocket(reachable, protocols) as ReturnType<ConnectionEnvironment["openSocket"]>;
    },
    getJson: async (url, signal) => {
      if (!mine(url)) return undefined;
      return fetch(url, { signal }).then(
        (r) => r.json(),
        () => undefined,
      );
    },
    permission: async () => undefined,
    delegated: () => undefined,
    ancestors: [],
    agent: "node",
    openWindow: () => undefined,
    hear: () => () => {},
    secret: () => "0".repeat(32),
    digest: async (bytes) => sha256(bytes),
    random: () => 0.5,
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    ...more,
  };
}

interface Panel {
  readonly connector: Connector;
  readonly states: Connection[];
  readonly jobs: JobView[];
  /** Resolves as soon as the connection is, or has come, into this state. */
  until(kind: Connection["kind"]): Promise<Connection>;
}

function panel(t: TestContext, env: ConnectionEnvironment): Panel {
  const states: Connection[] = [];
  const jobs: JobView[] = [];
  const watchers = new Set<() => void>();
  const connector = new Connector(env, {
    language: () => "en",
    onState: (state) => {
      states.push(state);
      for (const watcher of [...watchers]) watcher();
    },
    onJob: (job) => jobs.push(job),
  });
  t.after(() => connector.dispose());
  const until = (kind: Connection["kind"]) =>
    new Promise<Connection>((resolve) => {
      const look = () => {
        const last = states.at(-1);
        if (last?.kind !== kind) return;
        watchers.delete(look);
        resolve(last);
      };
      watchers.add(look);
      look();
    });
  return { connector, states, jobs, until };
}

async function companion(t: TestContext, options: CompanionOptions = {}): Promise<ScriptedCompanion> {
  const started = await new ScriptedCompanion(options).start();
  t.after(() => started.stop());
  return started;
}

async function connectedPanel(t: TestContext, server: ScriptedCompanion, more: Partial<ConnectionEnvironment> = {}): Promise<Panel> {
  const p = panel(t, environment([server.port], more));
  p.connector.connect({ token: TOKEN, port: server.port });
  await p.until("connected");
  return p;
}

test("with the right token the panel greets the companion and is connected", async (t) => {
  const server = await companion(t);
  const { states } = await connectedPanel(t, server);
  assert.deepEqual(states, [{ kind: "searching" }, { kind: "connected", port: server.port, companion: "test" }]);
  assert.deepEqual(server.heard, [{ type: "hello", protocol: 1, client: "emend-panel" }]);
});

test("a wrong token is told apart from a companion that is not running", async (t) => {
  const server = await companion(t);
  const wrong = panel(t, environment([server.port]));
  wrong.connector.connect({ token: "wrong-token-0123456789", port: server.port });
  assert.deepEqual(await wrong.until("refused"), { kind: "refused", port: server.port });
  const nobody = panel(t, environment([]));
  nobody.connector.connect({ token: TOKEN, port: undefined });
  assert.deepEqual(await nobody.until("unreachable"), { kind: "unreachable", diagnosis: "not_running" });
});

test("a token that cannot be a header value is refused without opening a socket", async (t) => {
  const server = await companion(t);
  const p = panel(
    t,
    environment([server.port], {
      openSocket: () => {
        throw new SyntaxError("invalid subprotocol");
      },
    }),
  );
  p.connector.connect({ token: "not a token, with spaces", port: server.port });
  assert.equal((await p.until("refused")).kind, "refused");
});

test("without a token a running companion asks to be paired", async (t) => {
  const server = await companion(t);
  const p = panel(t, environment([server.port]));
  p.connector.connect({ token: undefined, port: server.port });
  assert.deepEqual(await p.until("unpaired"), { kind: "unpaired", port: server.port });
  assert.deepEqual(server.heard, []);
});

test("a companion of another protocol version is named, with its version", async (t) => {
  const server = await companion(t, { protocol: 2 });
  const p = panel(t, environment([server.port]));
  p.connector.connect({ token: TOKEN, port: server.port });
  assert.deepEqual(await p.until("mismatch"), { kind: "mismatch", port: server.port, theirs: 2 });
});

test("the right companion is found on a later port than one that refuses the token", async (t) => {
  const mine = await companion(t);
  const direct = environment([mine.port]);
  const p = panel(t, {
    ...direct,
    getJson: async () => ({ name: "emend", protocol: 1 }),
    openSocket: (url, protocols) => direct.openSocket(url.replace(":17321", `:${mine.port}`), protocols),
  });
  p.connector.connect({ token: TOKEN, port: undefined });
  assert.deepEqual(await p.until("connected"), { kind: "connected", port: 17321, companion: "test" });
});

test("the panel connects by itself when the companion starts later", async (t) => {
  const free = await companion(t);
  const { port } = free;
  await free.stop();
  const p = panel(t, environment([port]));
  p.connector.connect({ token: TOKEN, port });
  await p.until("unreachable");
  await companion(t, { port });
  assert.deepEqual(await p.until("connected"), { kind: "connected", port, companion: "test" });
});

test("a lost companion fails what is open and is found again when it is back", async (t) => {
  const server = await companion(t);
  const p = await connectedPanel(t, server);
  const open = p.connector.client.plan({ instruction: "gold", after: [] }, NEVER);
  await server.stop();
  const lost = await open;
  assert.equal(!lost.ok && lost.error.code, "connection_lost");
  await companion(t, { port: server.port });
  await p.until("connected");
});

test("replies find their requests, and a failure keeps its code", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  server.answer = (message, say) => {
    if (message.type === "plan") say({ type: "reply", id: message.id, value: { instruction: message.instruction, operations: [] } });
    const error = { code: "engine_unknown", message: "No such engine.", retryable: false };
    if (message.type === "edit") say({ type: "failure", id: message.id, error });
  };
  const request = { source: "a".repeat(64), instruction: "gold" };
  const edited = connector.client.edit({ key: "key-00000001", request }, NEVER);
  const planned = await connector.client.plan({ instruction: "gold", after: [] }, NEVER);
  assert.deepEqual(planned, { ok: true, value: { instruction: "gold", operations: [] } });
  assert.equal(!(await edited).ok, true);
  const refused = await edited;
  assert.equal(!refused.ok && refused.error.code, "engine_unknown");
});

test("a reply of the wrong shape is an error, not a value", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  server.answer = (message, say) => {
    if ("id" in message) say({ type: "reply", id: message.id, value: { operations: "many" } });
  };
  const planned = await connector.client.plan({ instruction: "gold", after: [] }, NEVER);
  assert.equal(!planned.ok && planned.error.code, "bad_request");
});

test("a layer goes up in chunks, comes back the same, and is not sent twice", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  const bytes = new Uint8Array(randomBytes(2_500_000));
  const up = await connector.client.upload(bytes, NEVER);
  assert.deepEqual(up, { ok: true, value: sha256(bytes) });
  const again = await connector.client.upload(bytes, NEVER);
  assert.deepEqual(again, up);
  assert.equal(server.heard.filter((m) => m.type === "blob.put").length, 1);
  const down = await connector.client.download(sha256(bytes), NEVER);
  assert.equal(down.ok && Buffer.from(down.value).equals(bytes), true);
});

test("a picture that came is kept by nobody but who asked for it", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  const sent = server.keep(randomBytes(1000));
  const download = async () => {
    const down = await connector.client.download(sent, NEVER);
    return new WeakRef(down.ok ? down.value : assert.fail(down.error.message));
  };
  const kept = await download();
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let i = 0; i < 20 && kept.deref() !== undefined; i++) {
    await new Promise(setImmediate);
    collect();
  }
  assert.equal(kept.deref(), undefined);
});

test("where the browser cannot hash, the companion names the blob", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server, { digest: async () => undefined });
  const bytes = new Uint8Array([1, 2, 3]);
  assert.deepEqual(await connector.client.upload(bytes, NEVER), { ok: true, value: sha256(bytes) });
  assert.deepEqual(
    server.heard.filter((m) => m.type === "blob.has"),
    [],
  );
});

test("bytes that do not match their name are refused", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  server.blobs.set("b".repeat(64), new Uint8Array([1]));
  const down = await connector.client.download("b".repeat(64), NEVER);
  assert.equal(!down.ok && down.error.code, "digest_mismatch");
});

test("an aborted request ends at once as cancelled", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  const abort = new AbortController();
  const found = connector.client.find("a".repeat(64), abort.signal);
  abort.abort();
  const result = await found;
  assert.equal(!result.ok && result.error.code, "cancelled");
});

test("job events reach the panel; frames that are no messages are ignored", async (t) => {
  const server = await companion(t);
  const p = await connectedPanel(t, server);
  server.answer = (message, say) => {
    if ("id" in message) say({ type: "reply", id: message.id, value: { instruction: "", operations: [] } });
  };
  server.broadcast({ type: "gossip" });
  server.broadcast({ type: "job", job: { id: "job-00000001", status: "running", progress: { stage: "fit", done: 1, total: 3 } } });
  await p.connector.client.plan({ instruction: "a round trip, so that the event before it has arrived", after: [] }, NEVER);
  assert.deepEqual(p.jobs, [{ id: "job-00000001", status: "running", progress: { stage: "fit", done: 1, total: 3 } }]);
});

test("a layer larger than the limit is refused before it is sent", async (t) => {
  const server = await companion(t);
  const { connector } = await connectedPanel(t, server);
  const huge = await connector.client.upload(new Uint8Array(64 * 1024 * 1024 + 1), NEVER);
  assert.equal(!huge.ok && huge.error.code, "image_too_large");
  assert.equal(server.heard.length, 1);
});
