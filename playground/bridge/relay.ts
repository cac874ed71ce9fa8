import * as v from "valibot";
import { type FromRelay, type ToRelay, ToRelaySchema } from "../../protocol/relay.ts";
import { SOCKET_PROTOCOL } from "../../protocol/version.ts";

/** A plugin's frame has no origin of its own; the other is Figma's, should it give frames its own one day. */
const OPENERS: ReadonlySet<string> = new Set(["null", "https://www.figma.com"]);
/** Above this many unsent bytes a frame counts as sent only once they have gone. */
const HIGH_WATER_BYTES = 1024 * 1024;
const DRAIN_MS = 10;

export interface RelayEnvironment {
  /** The window that opened this page; messages of others are dropped. */
  readonly opener: unknown;
  /** What stands behind the `#` of this page's address. */
  readonly secret: string;
  post(message: FromRelay, transfer: readonly ArrayBuffer[]): void;
  /** Opens a socket to the companion this page came from. */
  openSocket(protocols: string[]): WebSocket;
  /** What this page's companion says of itself; `undefined` where it does not answer. */
  health(): Promise<unknown>;
  /** Told how many sockets are open, on every change. */
  onCount(open: number): void;
}

const isTokenShaped = (token: string): boolean => /^[A-Za-z0-9._~-]{8,200}$/.test(token);

/** Carries the sockets of one panel: opened only with a token, which the companion judges, and only to this page's own companion. */
export class Relay {
  readonly #env: RelayEnvironment;
  readonly #sockets = new Map<number, WebSocket>();

  constructor(env: RelayEnvironment) {
    this.#env = env;
    this.#say({ type: "ready" });
  }

  take({ source, origin, data }: { readonly source: unknown; readonly origin: string; readonly data: unknown }): void {
    if (source !== this.#env.opener || !OPENERS.has(origin)) return;
    const parsed = v.safeParse(ToRelaySchema, data);
    if (parsed.success && parsed.output.relay === this.#env.secret) this.#heed(parsed.output);
  }

  #heed(message: ToRelay): void {
    if (message.type === "open") this.#open(message.socket, message.token);
    if (message.type === "send") this.#send(message.socket, message.data);
    if (message.type === "ask") void this.#env.health().then((health) => this.#say({ type: "health", health }));
    if (message.type === "shut") this.#sockets.get(message.socket)?.close(1000);
  }

  #open(socket: number, token: string): void {
    if (this.#sockets.has(socket) || !isTokenShaped(token)) {
      this.#say({ type: "closed", socket });
      return;
    }
    const ws = this.#env.openSocket([SOCKET_PROTOCOL, token]);
    ws.binaryType = "arraybuffer";
    this.#sockets.set(socket, ws);
    ws.addEventListener("open", () => {
      this.#say({ type: "opened", socket });
      this.#count();
    });
    ws.addEventListener("message", ({ data }) => this.#say({ type: "message", socket, data }, data instanceof ArrayBuffer ? [data] : []));
    ws.addEventListener("close", () => {
      this.#sockets.delete(socket);
      this.#say({ type: "closed", socket });
      this.#count();
    });
  }

  #send(socket: number, data: string | ArrayBuffer): void {
    const ws = this.#sockets.get(socket);
    if (ws?.readyState !== WebSocket.OPEN) return;
    ws.send(data);
    if (typeof data === "string") return;
    const drained = (): void => {
      if (ws.bufferedAmount > HIGH_WATER_BYTES) setTimeout(drained, DRAIN_MS);
      else this.#say({ type: "sent", socket, bytes: data.byteLength });
    };
    drained();
  }

  #count(): void {
    this.#env.onCount([...this.#sockets.values()].filter((ws) => ws.readyState === WebSocket.OPEN).length);
  }

  #say(message: Unsigned<FromRelay>, transfer: readonly ArrayBuffer[] = []): void {
    this.#env.post({ ...message, relay: this.#env.secret }, transfer);
  }
}

type Unsigned<M> = M extends FromRelay ? Omit<M, "relay"> : never;
