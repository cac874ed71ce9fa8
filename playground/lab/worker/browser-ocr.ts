import type * as Ort from "onnxruntime-web/wasm";
import type { OcrModels, Tensor } from "../../../imaging/ports.ts";

export type OcrBackend = "wasm" | "webgpu";

const MOST_THREADS = 4;
/** The runtime's own builds lie beside this script as they came; each loads its WebAssembly from the same folder. */
const RUNTIMES = { wasm: "./ort/ort.wasm.min.mjs", webgpu: "./ort/ort.webgpu.min.mjs" } as const;
const MODELS = { detect: "./models/detect.onnx", recognise: "./models/recognise.onnx", alphabet: "./models/alphabet.txt" } as const;

type Runtime = Pick<typeof Ort, "InferenceSession" | "Tensor" | "env">;

/** WebGPU only where the browser gives a real adapter: a software one takes twenty times as long as WebAssembly. */
export async function chooseBackend(wanted: OcrBackend | undefined): Promise<OcrBackend> {
  if (wanted !== undefined) return wanted;
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<{ readonly info?: { isFallbackAdapter?: boolean } } | null> } };
  const adapter = await gpu?.requestAdapter().catch(() => null);
  return adapter && adapter.info?.isFallbackAdapter !== true ? "webgpu" : "wasm";
}

async function loadRuntime(backend: OcrBackend, base: string): Promise<Runtime> {
  const runtime = (await import(new URL(RUNTIMES[backend], base).href)) as Runtime;
  // Threads need shared memory, which a page has only when it is isolated from other origins.
  runtime.env.wasm.numThreads = self.crossOriginIsolated ? Math.min(MOST_THREADS, navigator.hardwareConcurrency) : 1;
  return runtime;
}

async function bytesAt(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

type Network = (input: Tensor, signal?: AbortSignal) => Promise<Tensor>;

/** One network; runs wait for each other, because a session takes one at a time. */
async function openNetwork(runtime: Runtime, url: URL, backend: OcrBackend): Promise<Network> {
  const session = await runtime.InferenceSession.create(await bytesAt(url), { executionProviders: [backend] });
  let tail: Promise<unknown> = Promise.resolve();
  const runNow = async (input: Tensor, signal?: AbortSignal): Promise<Tensor> => {
    signal?.throwIfAborted();
    const output = await session.run({ [session.inputNames[0]]: new runtime.Tensor("float32", input.data, input.dims) });
    signal?.throwIfAborted();
    const { data, dims } = output[session.outputNames[0]];
    return { data: data as Float32Array, dims };
  };
  return (input, signal) => {
    const result = tail.then(() => runNow(input, signal));
    tail = result.catch(() => undefined);
    return result;
  };
}

/** PP-OCRv4 on onnxruntime-web; networks load at first use. `base`: the address the models and the runtime lie beside. */
export function createBrowserOcr(backend: OcrBackend, base: string): OcrModels {
  const runtime = once(() => loadRuntime(backend, base));
  const open = async (file: string): Promise<Network> => openNetwork(await runtime(), new URL(file, base), backend);
  const detector = once(() => open(MODELS.detect));
  const recogniser = once(() => open(MODELS.recognise));
  return {
    detect: async (input, signal) => (await detector())(input, signal),
    recognise: async (input, signal) => (await recogniser())(input, signal),
    alphabet: once(async () => {
      const text = new TextDecoder().decode(await bytesAt(new URL(MODELS.alphabet, base)));
      // Class 0 is the CTC blank; PaddleOCR appends the space to the dictionary file.
      return ["", ...text.replace(/\r?\n$/, "").split(/\r?\n/), " "];
    }),
  };
}

/** Loads at first use and shares; a failed load is forgotten, so that the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= load().catch((reason: unknown) => {
      kept = undefined;
      throw reason;
    });
    return kept;
  };
}
