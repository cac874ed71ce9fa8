/** The browser as the connection needs it; tests bring their own. */
export interface SocketLike {
  binaryType: string;
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open" | "close" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

/** A window this panel opened. */
export interface WindowLike {
  /** As `source` of its messages. */
  readonly handle: unknown;
  closed(): boolean;
  post(message: object, origin: string, transfer: readonly ArrayBuffer[]): void;
  go(url: string): void;
  close(): void;
}

export interface WindowMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

export interface ConnectionEnvironment {
  openSocket(url: string, protocols: string[]): SocketLike;
  /** The JSON body of a GET, or `undefined` for anything else: no answer, no CORS, not JSON, too late. */
  getJson(url: string, signal: AbortSignal): Promise<unknown>;
  /** `undefined` where the browser does not know the permission. */
  permission(name: string): Promise<PermissionState | undefined>;
  /** Whether the embedding page hands the feature on to this frame; `undefined` where the browser cannot say. */
  delegated(feature: string): boolean | undefined;
  /** Origins of the pages around this frame, nearest first. */
  readonly ancestors: readonly string[];
  /** Which browser this is, in its own words. */
  readonly agent: string;
  /** The only ports there are to try, where a window stands for one of them. */
  readonly ports?: readonly number[];
  /** Opens a window; only within a click. `undefined` where the browser holds it back. */
  openWindow(url: string): WindowLike | undefined;
  /** Messages of other windows; returns the disposer. */
  hear(take: (message: WindowMessage) => void): () => void;
  /** 128 random bits as 32 hex digits. */
  secret(): string;
  /** SHA-256 as lower-case hex; `undefined` outside secure contexts (a `data:` frame is one). */
  digest(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined>;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Calls `run` after `delayMs`; returns the disposer. */
  after(delayMs: number, run: () => void): () => void;
}
