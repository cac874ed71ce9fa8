import * as v from "valibot";
import { type ToMain, type ToPanel, ToPanelSchema } from "../../protocol/bridge.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";

/** The window as the bridge needs it; tests bring their own. */
export interface BridgeEnvironment {
  /** The only window whose messages count. */
  readonly host: unknown;
  post(message: unknown): void;
  /** Returns the disposer. */
  listen(take: (event: { readonly source: unknown; readonly data: unknown }) => void): () => void;
  /** Calls `run` after `delayMs`; returns the disposer. */
  after(delayMs: number, run: () => void): () => void;
}

type Numbered = Extract<ToMain, { requestId: number }>;
type Distribute<M> = M extends Numbered ? Omit<M, "requestId"> : never;
/** A request as callers write it; the bridge numbers it. */
export type BridgeRequest = Distribute<Numbered>;
export type BridgeReply = Extract<ToPanel, { requestId: number }>;
/** What the main thread says unasked. */
export type BridgeNews = Exclude<ToPanel, BridgeReply>;

const PATIENCE_MS: Record<BridgeRequest["type"], number> = {
  export: 90_000,
  insert: 60_000,
  store: 30_000,
  sample: 30_000,
  vary: 90_000,
  areas: 10_000,
  own: 30_000,
  made: 60_000,
  visible: 10_000,
  original: 10_000,
  discard: 10_000,
};

interface Waiting {
  readonly settle: (result: Result<BridgeReply>) => void;
}

/** The panel's end of the line to the plugin's main thread. Messages from other windows and of other shapes are dropped. */
export class PanelBridge {
  readonly #env: BridgeEnvironment;
  readonly #waiting = new Map<number, Waiting>();
  readonly #stopListening: () => void;
  #lastId = 0;

  constructor(env: BridgeEnvironment, onNews: (news: BridgeNews) => void) {
    this.#env = env;
    this.#stopListening = env.listen(({ source, data }) => {
      const message = source === env.host ? readToPanel(data) : undefined;
      if (!message) return;
      if ("requestId" in message) this.#reply(message);
      else onNews(message);
    });
  }

  send(message: Exclude<ToMain, Numbered>): void {
    this.#env.post({ pluginMessage: message, pluginId: "*" });
  }

  /** Error codes: the main thread's own, or `internal` where it stays silent. */
  request(message: BridgeRequest): Promise<Result<BridgeReply>> {
    this.#lastId += 1;
    const requestId = this.#lastId;
    return new Promise((resolve) => {
      const stopTimer = this.#env.after(PATIENCE_MS[message.type], () => settle(err(SILENT)));
      const settle = (result: Result<BridgeReply>) => {
        stopTimer();
        this.#waiting.delete(requestId);
        resolve(result);
      };
      this.#waiting.set(requestId, { settle });
      this.#env.post({ pluginMessage: { ...message, requestId }, pluginId: "*" });
    });
  }

  dispose(): void {
    this.#stopListening();
    for (const { settle } of [...this.#waiting.values()]) settle(err(emendError("cancelled", "The panel was closed.")));
  }

  #reply(message: BridgeReply): void {
    this.#waiting.get(message.requestId)?.settle(message.type === "failed" ? err(message.error) : ok(message));
  }
}

const SILENT = emendError("internal", "Figma did not answer in time.", { retryable: true });

const Envelope = v.object({ pluginMessage: ToPanelSchema });

/** Unwraps Figma's envelope; `undefined` where it holds no message of ours. */
export function readToPanel(data: unknown): ToPanel | undefined {
  const parsed = v.safeParse(Envelope, data);
  return parsed.success ? parsed.output.pluginMessage : undefined;
}
