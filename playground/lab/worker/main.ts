import { editTexts } from "../../../imaging/instant/edit-texts.ts";
import { findTexts } from "../../../imaging/instant/find-texts.ts";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import type { Operation } from "../../../protocol/plan.ts";
import type { Answer, Ask, Edited, Found } from "../messages.ts";
import { chooseBackend, type OcrBackend } from "./browser-ocr.ts";
import { createBrowserPorts } from "./browser-ports.ts";

/** What a worker has and a page's window has not in the same form. */
interface WorkerScope {
  readonly location: Location;
  postMessage(message: Answer, transfer?: readonly Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Ask>) => void): void;
}
const scope = self as unknown as WorkerScope;

const wanted = new URL(scope.location.href).searchParams.get("backend");
const backend = chooseBackend(wanted === "wasm" || wanted === "webgpu" ? (wanted satisfies OcrBackend) : undefined);
let ports: Promise<ImagingPorts> | undefined;
const running = new Map<number, AbortController>();

function loadPorts(): Promise<ImagingPorts> {
  ports ??= backend
    .then((chosen) => createBrowserPorts(chosen, import.meta.url))
    .catch((reason: unknown) => {
      ports = undefined;
      throw reason;
    });
  return ports;
}

async function find({ picture }: Extract<Ask, { kind: "find" }>, signal: AbortSignal): Promise<Found> {
  const reader = await loadPorts();
  return { texts: await findTexts(picture, reader, signal), backend: await backend };
}

/** New words may need letters that the found ones did not: their subsets are fetched before anything is drawn. */
async function prepareWords({ fonts }: ImagingPorts, operations: readonly Operation[]): Promise<void> {
  for (const { text } of operations) {
    const to = text?.to ?? "";
    const able = fonts.faces().filter((face) => fonts.covers(face.id, to));
    await fonts.prepare(
      able.map((face) => face.id),
      to,
    );
  }
}

async function edit({ id, picture, operations }: Extract<Ask, { kind: "edit" }>, signal: AbortSignal): Promise<Answer> {
  const loaded = await loadPorts();
  await prepareWords(loaded, operations);
  const request = { source: picture, operations, seed: 0 };
  const done = await editTexts(loaded, request, { signal, onStage: (stage) => scope.postMessage({ id, kind: "stage", stage }) });
  if (!done.ok) return { id, kind: "failed", error: done.error };
  const { image, texts, confidence, warnings } = done.value;
  const value: Edited = { picture: image, texts, confidence, warnings };
  return { id, kind: "edited", value };
}

const answer = async (ask: Extract<Ask, { picture: unknown }>, signal: AbortSignal): Promise<Answer> =>
  ask.kind === "find" ? { id: ask.id, kind: "found", value: await find(ask, signal) } : edit(ask, signal);

async function serve(ask: Extract<Ask, { picture: unknown }>): Promise<void> {
  const control = new AbortController();
  running.set(ask.id, control);
  try {
    scope.postMessage(await answer(ask, control.signal));
  } catch (reason) {
    const code = control.signal.aborted ? "cancelled" : "internal";
    scope.postMessage({ id: ask.id, kind: "failed", error: { code, message: reason instanceof Error ? reason.message : String(reason) } });
  } finally {
    running.delete(ask.id);
  }
}

scope.addEventListener("message", ({ data }) => {
  if (data.kind === "cancel") running.get(data.id)?.abort();
  else void serve(data);
});
