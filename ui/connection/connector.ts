import type { JobView } from "../../protocol/edit.ts";
import { backOffMs } from "./back-off.ts";
import { type CompanionClient, createCompanionClient } from "./companion-client.ts";
import { CompanionLink } from "./companion-link.ts";
import type { Connection } from "./connection-state.ts";
import type { ConnectionEnvironment } from "./environment.ts";
import { type Credentials, type Found, searchCompanion } from "./search.ts";

export interface ConnectorEvents {
  readonly onState: (state: Connection) => void;
  readonly onJob: (job: JobView) => void;
}

/**
 * Keeps the panel connected: searches, greets, and searches again with growing pauses when nobody answers or the link is lost.
 * It waits for a person (`connect`) where only a person can help: no token, wrong token, other version.
 */
export class Connector {
  readonly client: CompanionClient;
  readonly #env: ConnectionEnvironment;
  readonly #events: ConnectorEvents;
  #link: CompanionLink | undefined;
  #credentials: Credentials = { token: undefined, port: undefined };
  #search = new AbortController();
  #stopTimer: () => void = () => {};
  #attempt = 0;

  constructor(env: ConnectionEnvironment, events: ConnectorEvents) {
    this.#env = env;
    this.#events = events;
    this.client = createCompanionClient(env, () => this.#link);
  }

  /** Starts afresh with these credentials; what was open is closed. */
  connect(credentials: Credentials): void {
    this.#drop();
    this.#credentials = credentials;
    this.#attempt = 0;
    this.#events.onState({ kind: "searching" });
    void this.#look();
  }

  dispose(): void {
    this.#drop();
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
    const outcome = await searchCompanion(this.#env, this.#credentials, signal);
    if (signal.aborted) {
      if (outcome.kind === "found") outcome.socket.close();
      return;
    }
    if (outcome.kind === "found") {
      this.#adopt(outcome);
      return;
    }
    this.#events.onState(outcome);
    if (outcome.kind === "unreachable") this.#lookLater();
  }

  #adopt({ socket, port, companion }: Found): void {
    this.#attempt = 0;
    this.#credentials = { ...this.#credentials, port };
    const link: CompanionLink = new CompanionLink(socket, this.#env, {
      onJob: this.#events.onJob,
      onClosed: () => this.#lost(link),
    });
    this.#link = link;
    // The socket may have closed between the welcome and now, when nobody listened.
    if (link.open) this.#events.onState({ kind: "connected", port, companion });
    else this.#lost(link);
  }

  #lost(link: CompanionLink): void {
    if (this.#link !== link) return;
    this.#link = undefined;
    this.#events.onState({ kind: "searching" });
    this.#lookLater();
  }

  #lookLater(): void {
    this.#stopTimer = this.#env.after(backOffMs(this.#attempt, this.#env.random()), () => void this.#look());
    this.#attempt += 1;
  }
}
