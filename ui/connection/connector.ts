import type { JobView } from "../../protocol/edit.ts";
import type { Language } from "../../protocol/language.ts";
import { backOffMs } from "./back-off.ts";
import { type CompanionClient, createCompanionClient } from "./companion-client.ts";
import type { Attempt } from "./companion-health.ts";
import { CompanionLink } from "./companion-link.ts";
import type { Connection, WindowEnd } from "./connection-state.ts";
import type { ConnectionEnvironment } from "./environment.ts";
import { type Findings, findings } from "./findings.ts";
import { PopupBridge } from "./popup-bridge.ts";
import { type Credentials, type Found, portsToTry, searchCompanion } from "./search.ts";

export interface ConnectorEvents {
  /** In which the companion shall speak. */
  readonly language: () => Language;
  readonly onState: (state: Connection) => void;
  readonly onJob: (job: JobView) => void;
}

/**
 * Keeps the panel connected: searches, greets, and searches again with growing pauses when nobody answers or the link is lost.
 * It waits for a person (`connect`) where only a person can help: no token, wrong token, other version.
 */
export class Connector {
  readonly client: CompanionClient;
  readonly #browser: ConnectionEnvironment;
  /** The browser's own, or that of a window which stands for it. */
  #env: ConnectionEnvironment;
  readonly #events: ConnectorEvents;
  #link: CompanionLink | undefined;
  #credentials: Credentials = { token: undefined, port: undefined };
  #search = new AbortController();
  #stopTimer: () => void = () => {};
  #attempt = 0;
  #attempts: readonly Attempt[] = [];
  #state: Connection = { kind: "searching" };
  #bridge: PopupBridge | undefined;
  #windowEnd: WindowEnd | undefined;

  constructor(env: ConnectionEnvironment, events: ConnectorEvents) {
    this.#browser = env;
    this.#env = env;
    this.#events = events;
    this.client = createCompanionClient(env, () => this.#link);
  }

  /** Starts afresh with these credentials; what was open is closed. */
  connect(credentials: Credentials): void {
    this.#drop();
    this.#credentials = credentials;
    this.#attempt = 0;
    this.#tell({ kind: "searching" });
    void this.#look();
  }

  /** Goes through a window on the companion's own page from now on; must run within a click. */
  connectThroughWindow(): void {
    this.#drop();
    this.#bridge?.dispose();
    this.#tell({ kind: "searching" });
    const bridge = new PopupBridge(this.#browser, portsToTry(this.#credentials.port), {
      onReady: (env, port) => {
        this.#env = env;
        this.#windowEnd = undefined;
        this.connect({ ...this.#credentials, port });
      },
      onEnd: (why) => this.#withoutWindow(why),
    });
    this.#bridge = bridge;
    if (!bridge.opened) this.#withoutWindow("held_back");
  }

  /** What is known of the connection, for a report. */
  findings(): Promise<Findings> {
    return findings(this.#browser, { connection: this.#state, attempts: this.#attempts, window: this.#env !== this.#browser });
  }

  dispose(): void {
    this.#drop();
    this.#bridge?.dispose();
  }

  #withoutWindow(why: WindowEnd): void {
    this.#bridge = undefined;
    this.#env = this.#browser;
    this.#windowEnd = why;
    this.connect(this.#credentials);
  }

  #tell(state: Connection): void {
    this.#state = state;
    this.#events.onState(state);
  }

  #drop(): void {
    this.#search.abort();
    this.#stopTimer();
    const link = this.#link;
    this.#link = undefined;
    link?.close();
  }

  async #look(): Promise<void> {
    this.#search = new AbortController();
    const { signal } = this.#search;
    const note = (attempts: readonly Attempt[]): void => {
      this.#attempts = attempts;
    };
    const outcome = await searchCompanion(this.#env, { credentials: this.#credentials, signal, note });
    if (signal.aborted) {
      if (outcome.kind === "found") outcome.socket.close();
      return;
    }
    if (outcome.kind === "found") {
      this.#adopt(outcome);
      return;
    }
    const ended = outcome.kind === "unreachable" && this.#windowEnd;
    this.#tell(ended ? { ...outcome, window: ended } : outcome);
    if (outcome.kind === "unreachable") this.#lookLater();
  }

  #adopt({ socket, port, companion }: Found): void {
    this.#attempt = 0;
    this.#credentials = { ...this.#credentials, port };
    const link: CompanionLink = new CompanionLink(socket, this.#env, {
      language: this.#events.language,
      onJob: this.#events.onJob,
      onClosed: () => this.#lost(link),
    });
    this.#link = link;
    // The socket may have closed between the welcome and now, when nobody listened.
    if (link.open) this.#tell({ kind: "connected", port, companion });
    else this.#lost(link);
  }

  #lost(link: CompanionLink): void {
    if (this.#link !== link) return;
    this.#link = undefined;
    this.#tell({ kind: "searching" });
    this.#lookLater();
  }

  #lookLater(): void {
    this.#stopTimer = this.#env.after(backOffMs(this.#attempt, this.#env.random()), () => void this.#look());
    this.#attempt += 1;
  }
}
