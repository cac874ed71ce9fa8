import * as v from "valibot";
import { type FromRelay, FromRelaySchema, RELAY_PAGE, type ToRelay } from "../../protocol/relay.ts";
import { BridgedSocket } from "./bridged-socket.ts";
import type { WindowEnd } from "./connection-state.ts";
import type { ConnectionEnvironment, WindowLike, WindowMessage } from "./environment.ts";

/** How long the page of one port may take to come up; the browser's own error page says nothing. */
const READY_MS = 3000;
const WATCH_MS = 400;

export interface PopupBridgeEvents {
  /** The companion's page stands: from now on `environment` reaches that companion. */
  readonly onReady: (environment: ConnectionEnvironment, port: number) => void;
  readonly onEnd: (why: WindowEnd) => void;
}

type Unsigned<M> = M extends ToRelay ? Omit<M, "relay"> : never;

/**
 * A way to the companion where the browser keeps this frame from it: the companion's own page, in a window the person opened, carries
 * the sockets. The token is sent to that page's origin alone, after it has repeated the window's secret.
 */
export class PopupBridge {
  readonly #env: ConnectionEnvironment;
  readonly #events: PopupBridgeEvents;
  readonly #ports: readonly number[];
  readonly #secret: string;
  readonly #sockets = new Map<number, BridgedSocket>();
  readonly #window: WindowLike | undefined;
  readonly #asking = new Set<(health: unknown) => void>();
  #stopHearing: () => void = () => {};
  #stopTimer: () => void = () => {};
  #at = 0;
  #ready = false;
  #patience = READY_MS;
  #lastSocket = 0;

  /** Opens the window, on the first of `ports` and then the others; must run within a click. */
  constructor(env: ConnectionEnvironment, ports: readonly number[], events: PopupBridgeEvents) {
    this.#env = env;
    this.#events = events;
    this.#ports = ports;
    this.#secret = env.secret();
    this.#window = env.openWindow(this.#address());
    if (!this.#window) return;
    this.#stopHearing = env.hear((message) => this.#take(message));
    this.#watch();
  }

  /** False where the browser held the window back; then nothing will be told. */
  get opened(): boolean {
    return this.#window !== undefined;
  }

  /** Ends it without a word. */
  dispose(): void {
    this.#stopTimer();
    this.#stopHearing();
    this.#window?.close();
    this.#closeSockets();
  }

  get #origin(): string {
    return `http://localhost:${this.#ports[this.#at]}`;
  }

  #address(): string {
    return `${this.#origin}${RELAY_PAGE}#${this.#secret}`;
  }

  #watch(): void {
    this.#stopTimer = this.#env.after(WATCH_MS, () => {
      this.#patience -= WATCH_MS;
      if (this.#window?.closed()) this.#end("closed");
      else if (!this.#ready && this.#patience <= 0) this.#tryNext();
      else this.#watch();
    });
  }

  #tryNext(): void {
    this.#at += 1;
    if (this.#at >= this.#ports.length) {
      this.#end("silent");
      return;
    }
    this.#patience = READY_MS;
    this.#window?.go(this.#address());
    this.#watch();
  }

  #end(why: WindowEnd): void {
    this.dispose();
    this.#events.onEnd(why);
  }

  #take({ source, origin, data }: WindowMessage): void {
    if (source !== this.#window?.handle || origin !== this.#origin) return;
    const parsed = v.safeParse(FromRelaySchema, data);
    if (parsed.success && parsed.output.relay === this.#secret) this.#heed(parsed.output);
  }

  #heed(message: FromRelay): void {
    if (message.type === "ready") this.#stands();
    else if (message.type === "health") this.#told(message.health);
    else this.#heedSocket(message);
  }

  #heedSocket(message: Extract<FromRelay, { socket: number }>): void {
    const socket = this.#sockets.get(message.socket);
    if (message.type === "opened") socket?.opened();
    if (message.type === "message") socket?.message(message.data);
    if (message.type === "sent") socket?.sent(message.bytes);
    if (message.type === "closed") this.#sockets.delete(message.socket);
    if (message.type === "closed") socket?.closed();
  }

  #told(health: unknown): void {
    for (const settle of [...this.#asking]) settle(health);
  }

  /** A page that comes up anew has none of the sockets of the one before. */
  #stands(): void {
    this.#closeSockets();
    const first = !this.#ready;
    this.#ready = true;
    if (first) this.#events.onReady(this.#environment(), this.#ports[this.#at] ?? 0);
  }

  #closeSockets(): void {
    const gone = [...this.#sockets.values()];
    this.#sockets.clear();
    for (const socket of gone) socket.closed();
  }

  #post(message: Unsigned<ToRelay>, transfer: readonly ArrayBuffer[] = []): void {
    this.#window?.post({ ...message, relay: this.#secret }, this.#origin, transfer);
  }

  #environment(): ConnectionEnvironment {
    return {
      ...this.#env,
      ports: [this.#ports[this.#at] ?? 0],
      openSocket: (_url, [, token = ""]) => this.#openSocket(token),
      getJson: (_url, signal) => this.#health(signal),
    };
  }

  #openSocket(token: string): BridgedSocket {
    this.#lastSocket += 1;
    const socket = this.#lastSocket;
    const bridged = new BridgedSocket({
      send: (data) => this.#post({ type: "send", socket, data }, typeof data === "string" ? [] : [data]),
      shut: () => this.#post({ type: "shut", socket }),
    });
    this.#sockets.set(socket, bridged);
    this.#post({ type: "open", socket, token });
    return bridged;
  }

  #health(signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (health: unknown): void => {
        this.#asking.delete(settle);
        resolve(health);
      };
      this.#asking.add(settle);
      signal.addEventListener("abort", () => settle(undefined), { once: true });
      this.#post({ type: "ask" });
    });
  }
}
