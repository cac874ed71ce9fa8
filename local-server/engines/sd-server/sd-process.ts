import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { sendRequest } from "../../remote/send-request.ts";
import { wait } from "../../remote/wait.ts";
import type { Weights } from "./find-weights.ts";
import { createOutputReader } from "./read-output.ts";
import { endStaleServer, forgetServer, noteServer } from "./stale-server.ts";

/** A running, loaded sd-server. */
export interface SdServer {
  readonly url: string;
  /** Aborts when the process has ended. */
  readonly ended: AbortSignal;
  /** Called for every sampling step of the running job. */
  onStep: (done: number, total: number) => void;
  /** The few-step LoRA it can apply. */
  readonly lightning?: Weights["lightning"];
  /** Ends it at once, also in the middle of a job. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly binary: string;
  readonly argsFor: (port: number) => readonly string[];
  readonly deadlineMs: number;
  /** Where it is written down while it runs. */
  readonly runFolder: string;
  readonly lightning?: Weights["lightning"];
}

const POLL_MS = 100;
/** Kept of stderr: the last lines say why it ended. */
const ERRORS_KEPT = 4_000;

/** A port nobody listens on. sd-server would share a taken one silently. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The last error line without its prefix and without paths. */
function causeIn(stderr: string): string {
  const line = stderr.split("\n").findLast((text) => /error|what\(\)|unknown argument/i.test(text)) ?? "";
  const words = line
    .replace(/^\[\w+\s*\]\s*(\S+\s*-\s*)?/, "")
    .replace(/\S*[\\/]\S*/g, "…")
    .trim();
  return words === "" ? "" : ` It said: ${words.slice(0, 160)}`;
}

interface Running {
  readonly server: SdServer;
  readonly stderr: () => string;
  readonly blind: () => boolean;
}

function launch(guard: ChildProcess, url: string, { runFolder, lightning }: StartOptions): Running {
  const ended = new AbortController();
  let [stderr, blind] = ["", false];
  // Not "close": it does not come after the channel was let go from this side.
  const gone = new Promise<void>((resolve) => guard.once("exit", () => resolve()));
  let noted: Promise<void> = Promise.resolve();
  guard.once("message", (said: { pid?: number }) => {
    if (typeof said.pid === "number") noted = noteServer(runFolder, said.pid).catch(() => undefined);
  });
  guard.once("exit", () => ended.abort());
  guard.once("error", () => ended.abort());
  const server: SdServer = {
    url,
    ended: ended.signal,
    onStep: () => undefined,
    ...(lightning && { lightning }),
    stop: async () => {
      if (guard.connected) guard.disconnect();
      await gone;
      await noted;
      await forgetServer(runFolder);
    },
  };
  const read = createOutputReader({ step: (done, total) => server.onStep(done, total), blind: () => (blind = true) });
  guard.stdout?.setEncoding("utf8").on("data", read);
  guard.stderr?.setEncoding("utf8").on("data", (piece: string) => (stderr = (stderr + piece).slice(-ERRORS_KEPT)));
  return { server, stderr: () => stderr, blind: () => blind };
}

const unavailable = (message: string, help: string): Result<never> =>
  err(emendError("engine_unavailable", message, { stage: "engine", help }));

async function whenReady({ server, stderr, blind }: Running, deadlineMs: number, signal: AbortSignal): Promise<Result<SdServer>> {
  const until = performance.now() + deadlineMs;
  while (performance.now() < until && !server.ended.aborted && !signal.aborted) {
    const answer = await sendRequest(
      { url: `${server.url}/sdcpp/v1/capabilities`, deadlineMs: 5_000 },
      AbortSignal.any([signal, server.ended]),
    );
    if (answer.ok && answer.value.status === 200) {
      if (!blind()) return ok(server);
      await server.stop();
      return unavailable("The model server sees no pictures.", "Add the text encoder's vision part (mmproj) to the model folder.");
    }
    await wait(POLL_MS, AbortSignal.any([signal, server.ended]));
  }
  const died = server.ended.aborted;
  // The last words may arrive after the end.
  if (died) await wait(POLL_MS, signal);
  await server.stop();
  if (signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
  if (died)
    return unavailable(
      `The model server ended while starting.${causeIn(stderr())}`,
      "Check EMEND_SD_SERVER and the files in EMEND_SD_MODEL_DIR.",
    );
  return err(emendError("engine_timeout", "The model server did not get ready in time.", { stage: "engine" }));
}

/**
 * Starts sd-server under a guard on a free loopback port and waits until its weights are loaded. Codes: `engine_unavailable` (ended
 * while starting, blind), `engine_timeout`, `cancelled`.
 */
export async function startSdServer(options: StartOptions, signal: AbortSignal): Promise<Result<SdServer>> {
  const { binary, argsFor, deadlineMs, runFolder } = options;
  await endStaleServer(runFolder);
  const port = await freePort();
  const guardEntry = fileURLToPath(new URL("./guard.ts", import.meta.url));
  const guard = spawn(process.execPath, [guardEntry, binary, ...argsFor(port)], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  return whenReady(launch(guard, `http://127.0.0.1:${port}`, options), deadlineMs, signal);
}
