import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { wait } from "../../remote/wait.ts";
import { type ComfyClient, fault, getFrom, parseJson, postJson } from "./comfy-client.ts";
import { type RunEvent, readBinary, readHistory, readText } from "./read-message.ts";

export interface RunListener {
  step(done: number, total: number): void;
  preview(picture: Uint8Array): void;
}

/** The socket of one client id: opened before the run is queued, so that nothing of it is missed. */
export interface ComfySocket {
  /** Aborts when the connection is gone. */
  readonly gone: AbortSignal;
  listen(promptId: string, hear: (event: RunEvent) => void): void;
  close(): void;
}

const OPEN_MS = 5_000;
const POLL_MS = 1_000;
/** Where the socket could not be opened or broke. */
const ALONE_POLL_MS = 150;
const WORDS = 160;

/** Opens the socket; where that does not work the run is followed by asking alone. */
export async function openSocket({ base, signal }: ComfyClient, clientId: string): Promise<ComfySocket> {
  const socket = new WebSocket(`${base.replace(/^http/, "ws")}/ws?clientId=${clientId}`);
  socket.binaryType = "arraybuffer";
  const gone = new AbortController();
  const opened = new Promise<void>((resolve) => {
    socket.addEventListener("open", () => resolve());
    for (const end of ["close", "error"]) {
      socket.addEventListener(end, () => {
        gone.abort();
        resolve();
      });
    }
  });
  await Promise.race([opened, wait(OPEN_MS, signal)]);
  return {
    gone: gone.signal,
    listen: (promptId, hear) =>
      socket.addEventListener("message", ({ data }) => {
        const event = typeof data === "string" ? readText(data, promptId) : readBinary(data as ArrayBuffer);
        if (event !== undefined) hear(event);
      }),
    close: () => socket.close(),
  };
}

/** Takes a run back: out of the queue where it waits, interrupted where it is the one that runs. Other people's runs are left alone. */
export async function takeBack(client: ComfyClient, promptId: string): Promise<void> {
  const own = { ...client, signal: AbortSignal.timeout(3_000), remainingMs: () => 2_000 };
  const asked = await postJson(own, `/api/jobs/${promptId}/cancel`, {});
  if (asked.ok && asked.value.status === 200) return;
  await postJson(own, "/queue", { delete: [promptId] });
  const queue = await getFrom(own, "/queue");
  const running = queue.ok ? (parseJson(queue.value) as { queue_running?: unknown } | undefined)?.queue_running : undefined;
  const ours = Array.isArray(running) && running.some((item: unknown) => Array.isArray(item) && item[1] === promptId);
  // Older servers interrupt whatever runs, whichever run is named.
  if (ours) await postJson(own, "/interrupt", { prompt_id: promptId });
}

const shown = (words: string): string =>
  words
    .replace(/\S*[\\/]\S*/g, "…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, WORDS);

export const failedRun = (words: string): Result<never> =>
  /out of memory|allocat/i.test(words)
    ? err(
        emendError("engine_failed", "ComfyUI ran out of memory.", {
          stage: "engine",
          retryable: true,
          help: "Choose a smaller region or a smaller model.",
        }),
      )
    : fault(words === "" ? "ComfyUI could not make the picture." : `ComfyUI could not make the picture: ${shown(words)}`);

/** The finished picture's address, once the history has it. */
async function lookUp(client: ComfyClient, promptId: string): Promise<Result<string | undefined>> {
  const answer = await getFrom(client, `/history/${promptId}`);
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return fault(`ComfyUI lost the run (status ${answer.value.status}).`);
  const ended = readHistory(parseJson(answer.value), promptId);
  if (ended === undefined) return ok(undefined);
  return "view" in ended ? ok(ended.view) : failedRun(ended.failed);
}

/**
 * Follows a run to its end and gives the address of its picture. The socket tells steps and the end at once; the history is asked when
 * the socket says it is over, breaks, or stays silent.
 */
export async function watchRun(
  client: ComfyClient,
  { socket, promptId, listener }: { readonly socket: ComfySocket; readonly promptId: string; readonly listener: RunListener },
): Promise<Result<string>> {
  const news = new AbortController();
  let told: RunEvent | undefined;
  let begun = false;
  socket.listen(promptId, (event) => {
    if (event.kind === "step") begun = true;
    if (event.kind === "step") listener.step(event.done, event.total);
    // Previews name no run: those before our first step belong to somebody else's.
    else if (event.kind === "preview" && begun) listener.preview(event.picture);
    else if (event.kind !== "preview") {
      told = event;
      news.abort();
    }
  });
  for (const until = performance.now() + client.remainingMs(); performance.now() < until; ) {
    if (told?.kind === "failed") return failedRun(told.words);
    if (told?.kind === "interrupted") return fault("Somebody interrupted the run in ComfyUI.");
    const found = await lookUp(client, promptId);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok(found.value);
    const wake = [client.signal, ...(news.signal.aborted ? [] : [news.signal]), ...(socket.gone.aborted ? [] : [socket.gone])];
    await wait(Math.min(socket.gone.aborted ? ALONE_POLL_MS : POLL_MS, client.remainingMs()), AbortSignal.any(wake));
    if (client.signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { stage: "engine", retryable: true }));
  }
  return err(emendError("engine_timeout", "ComfyUI did not finish in time.", { stage: "engine" }));
}
