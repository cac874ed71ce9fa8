import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Relay } from "../../playground/bridge/relay.ts";
import type { ToRelay } from "../../protocol/relay.ts";
import type { Connection } from "../../ui/connection/connection-state.ts";
import { Connector } from "../../ui/connection/connector.ts";
import type { ConnectionEnvironment, WindowMessage } from "../../ui/connection/environment.ts";
import { RIGHT_TOKEN, ScriptedCompanion } from "../fakes/scripted-companion.ts";

const NEVER = new AbortController().signal;
const PANEL = { is: "panel" };
const POPUP = { is: "popup" };

/** A browser whose frame reaches nothing: windows do, where a companion listens. Both sides' code is the real one. */
class GatedBrowser {
  readonly opened: string[] = [];
  closed = false;
  heldBack = false;
  /** Messages put into the popup as they come from the panel; a test may say others. */
  relay: Relay | undefined;
  readonly toPanel = new Set<(message: WindowMessage) => void>();
  readonly #companion: ScriptedCompanion | undefined;

  constructor(companion: ScriptedCompanion | undefined) {
    this.#companion = companion;
  }

  load(url: string): void {
    this.opened.push(url);
    const { port, hash, origin } = new URL(url);
    if (Number(port) !== this.#companion?.port) return;
    const say = (data: unknown) => {
      for (const take of this.toPanel) take({ source: POPUP, origin, data });
    };
    setTimeout(() => {
      this.relay = new Relay({
        opener: PANEL,
        secret: hash.slice(1),
        post: (message) => setImmediate(say, structuredClone(message)),
        openSocket: (protocols) => new WebSocket(`ws://localhost:${port}/api/v1/socket`, protocols),
        health: () => fetch(`http://localhost:${port}/health`).then((answer) => answer.json()),
        onCount: () => {},
      });
    }, 20);
  }

  environment(): ConnectionEnvironment {
    return {
      openSocket: () => new WebSocket("ws://localhost:1/") as never,
      getJson: async () => undefined,
      permission: async () => "denied",
      delegated: () => false,
      ancestors: ["https://www.figma.com"],
      agent: "gated",
      digest: async () => undefined,
      random: () => 0.5,
      after: (delayMs, run) => {
        const timer = setTimeout(run, delayMs / 10);
        return () => clearTimeout(timer);
      },
      secret: () => "5".repeat(32),
      hear: (take) => {
        this.toPanel.add(take);
        return () => this.toPanel.delete(take);
      },
      openWindow: (url) => {
        if (this.heldBack) return undefined;
        this.load(url);
        return {
          handle: POPUP,
          closed: () => this.closed,
          post: (message, origin) => {
            const here = new URL(this.opened.at(-1) ?? "").origin;
            if (origin === here) this.relay?.take({ source: PANEL, origin: "null", data: structuredClone(message) });
          },
          go: (to) => this.load(to),
          close: () => {},
        };
      },
    };
  }
}

function panel(t: TestContext, browser: GatedBrowser) {
  const states: Connection[] = [];
  const connector = new Connector(browser.environment(), { language: () => "en", onState: (state) => states.push(state), onJob: () => {} });
  t.after(() => connector.dispose());
  const until = async (seen: (state: Connection) => boolean): Promise<Connection> => {
    for (const end = Date.now() + 8000; Date.now() < end; await new Promise((r) => setTimeout(r, 10))) {
      const last = states.at(-1);
      if (last && seen(last)) return last;
    }
    throw new Error(`not seen: ${JSON.stringify(states)}`);
  };
  return { connector, until };
}

async function companion(t: TestContext): Promise<ScriptedCompanion> {
  const started = await new ScriptedCompanion().start();
  t.after(() => started.stop());
  return started;
}

test("through a window the panel connects where its own frame may not, and pictures go both ways whole", async (t) => {
  const there = await companion(t);
  const browser = new GatedBrowser(there);
  const { connector, until } = panel(t, browser);
  connector.connect({ token: RIGHT_TOKEN, port: there.port });
  const blocked = await until(({ kind }) => kind === "unreachable");
  assert.equal(blocked.kind === "unreachable" && blocked.diagnosis, "not_delegated");
  connector.connectThroughWindow();
  await until(({ kind }) => kind === "connected");
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const large = new Uint8Array(3_000_000).map((_, i) => bytes[i % bytes.length]!);
  const stored = await connector.client.upload(large, NEVER);
  assert.ok(stored.ok);
  const back = await connector.client.download(stored.value, NEVER);
  assert.deepEqual(back.ok && Buffer.compare(back.value, large), 0);
  assert.deepEqual((await connector.findings()).window, true);
  assert.doesNotMatch(JSON.stringify(await connector.findings()), new RegExp(RIGHT_TOKEN));
});

test("the ports are tried in their order until a companion's page comes up", async (t) => {
  const browser = new GatedBrowser(undefined);
  const { connector, until } = panel(t, browser);
  connector.connect({ token: RIGHT_TOKEN, port: 4 });
  connector.connectThroughWindow();
  const end = await until((state) => state.kind === "unreachable" && state.window !== undefined);
  assert.equal(end.kind === "unreachable" && end.window, "silent");
  assert.deepEqual(
    browser.opened.map((url) => Number(new URL(url).port)),
    [4, 17320, 17321, 17322],
  );
});

test("a window that is closed, or held back, is named", async (t) => {
  const there = await companion(t);
  const browser = new GatedBrowser(there);
  const { connector, until } = panel(t, browser);
  connector.connect({ token: RIGHT_TOKEN, port: there.port });
  connector.connectThroughWindow();
  await until(({ kind }) => kind === "connected");
  browser.closed = true;
  const closed = await until((state) => state.kind === "unreachable" && state.window !== undefined);
  assert.equal(closed.kind === "unreachable" && closed.window, "closed");
  browser.heldBack = true;
  connector.connectThroughWindow();
  await until((state) => state.kind === "unreachable" && state.window === "held_back");
});

test("a wrong token is refused by the companion and said to be wrong", async (t) => {
  const there = await companion(t);
  const { connector, until } = panel(t, new GatedBrowser(there));
  connector.connect({ token: "wrong-token-0123456789", port: there.port });
  connector.connectThroughWindow();
  await until(({ kind }) => kind === "refused");
});

test("the page heeds its opener alone, from a frame without an origin, with the window's secret", async (t) => {
  const said: object[] = [];
  const sockets: string[][] = [];
  const relay = new Relay({
    opener: PANEL,
    secret: "5".repeat(32),
    post: (message) => said.push(message),
    openSocket: (protocols) => {
      sockets.push(protocols);
      const ws = new WebSocket("ws://localhost:1/", protocols);
      t.after(() => ws.close());
      return ws;
    },
    health: async () => undefined,
    onCount: () => {},
  });
  const open = (over: Partial<ToRelay> = {}): object => ({ type: "open", relay: "5".repeat(32), socket: 1, token: RIGHT_TOKEN, ...over });
  relay.take({ source: {}, origin: "null", data: open() });
  relay.take({ source: PANEL, origin: "https://evil.example", data: open() });
  relay.take({ source: PANEL, origin: "null", data: open({ relay: "6".repeat(32) }) });
  relay.take({ source: PANEL, origin: "null", data: "open" });
  assert.deepEqual(sockets, []);
  relay.take({ source: PANEL, origin: "null", data: open({ token: "not a token" }) });
  assert.deepEqual(sockets, []);
  relay.take({ source: PANEL, origin: "null", data: open() });
  assert.deepEqual(sockets, [["emend.v1", RIGHT_TOKEN]]);
});

test("the panel heeds its own window alone, from the origin it opened, with the window's secret", async (t) => {
  const browser = new GatedBrowser(undefined);
  const { connector, until } = panel(t, browser);
  connector.connect({ token: RIGHT_TOKEN, port: 4 });
  connector.connectThroughWindow();
  const ready = { type: "ready", relay: "5".repeat(32) };
  const strangers: WindowMessage[] = [
    { source: {}, origin: "http://localhost:4", data: ready },
    { source: POPUP, origin: "http://localhost:5", data: ready },
    { source: POPUP, origin: "http://localhost:4", data: { ...ready, relay: "6".repeat(32) } },
  ];
  for (const message of strangers) for (const take of browser.toPanel) take(message);
  const end = await until((state) => state.kind === "unreachable" && state.window !== undefined);
  assert.equal(end.kind === "unreachable" && end.window, "silent");
});
