import { sendRequest } from "../../remote/send-request.ts";
import type { EngineSettings } from "../engine-settings.ts";
import type { HostedJob } from "../hosted-engine.ts";

const EVERY_MS = 60_000;
const PATIENCE_MS = 10_000;

/**
 * Keeps a dedicated endpoint from scaling to zero between edits: for `keepWarmMinutes` after the last one it is asked for its health
 * once a minute. Off unless set, since a warm endpoint is paid for; shared providers stay warm by themselves.
 */
export class KeepWarm {
  readonly #settings: EngineSettings;
  #timer: NodeJS.Timeout | undefined;
  #until = 0;
  readonly #everyMs: number;

  constructor(settings: EngineSettings, everyMs = EVERY_MS) {
    this.#settings = settings;
    this.#everyMs = everyMs;
  }

  /** The endpoint has just been used. */
  used({ settings, key }: Pick<HostedJob, "settings" | "key">): void {
    const minutes = Number(this.#settings.value("keepWarmMinutes") ?? 0);
    if (!(minutes > 0) || this.#settings.value("endpoint") !== "yes") return;
    this.#until = performance.now() + minutes * 60_000;
    this.#timer ??= setInterval(() => this.#ping(settings.baseUrl, key), this.#everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #ping(baseUrl: URL, key: string | undefined): void {
    if (performance.now() > this.#until) {
      this.stop();
      return;
    }
    const url = `${baseUrl.href.replace(/\/$/, "")}/health`;
    const headers = { authorization: `Bearer ${key ?? ""}` };
    void sendRequest({ url, headers, deadlineMs: PATIENCE_MS }, AbortSignal.timeout(PATIENCE_MS));
  }
}
