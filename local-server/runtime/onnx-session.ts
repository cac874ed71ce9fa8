import { readFile } from "node:fs/promises";
import type { InferenceSession, Tensor as OrtTensor } from "onnxruntime-node";
import type { Tensor } from "../../imaging/ports.ts";

/** What we use of onnxruntime; the native and the WebAssembly build both have it. */
export interface OnnxRuntime {
  readonly backend: "native" | "wasm";
  readonly InferenceSession: { create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession> };
  readonly Tensor: new (type: "float32", data: Float32Array, dims: readonly number[]) => OrtTensor;
}

export type OnnxBackend = "auto" | OnnxRuntime["backend"];

/** One network with one input and one output. Runs one at a time, in order of calling. */
export interface OnnxModel {
  run(input: Tensor, signal?: AbortSignal): Promise<Tensor>;
  dispose(): Promise<void>;
}

/** `auto`: the native build, or WebAssembly where no native binary loads (Intel Macs ship none). Rejects where the wanted one is missing. */
export async function loadOnnxRuntime(backend: OnnxBackend, threads: number): Promise<OnnxRuntime> {
  if (backend !== "wasm") {
    try {
      const { InferenceSession, Tensor } = await import("onnxruntime-node");
      return { backend: "native", InferenceSession, Tensor };
    } catch (cause) {
      if (backend === "native") throw cause;
    }
  }
  const { InferenceSession, Tensor, env } = await import("onnxruntime-web/wasm");
  env.wasm.numThreads = threads;
  return { backend: "wasm", InferenceSession, Tensor };
}

export interface OnnxModelOptions {
  /**
   * Leaves activations in the layout they come in. The processor's own, in blocks of channels, is a twelfth faster in convolutions and pads few
   * channels to a block: of a large picture that is a fifth of a run's memory.
   */
  readonly lean?: boolean;
}

/** Loads a network. The queue keeps native threads from competing and bounds memory to one run's activations. */
export async function openOnnxModel(
  runtime: OnnxRuntime,
  path: string,
  { threads, lean = false }: OnnxModelOptions & { readonly threads: number },
): Promise<OnnxModel> {
  const session = await runtime.InferenceSession.create(await readFile(path), {
    executionProviders: [runtime.backend === "native" ? "cpu" : "wasm"],
    intraOpNumThreads: threads,
    graphOptimizationLevel: lean ? "extended" : "all",
    // An arena grows by doubling and never shrinks: 250 MB stay held after one picture, for some hundredths of the time.
    enableCpuMemArena: false,
  });
  const [inputName = ""] = session.inputNames;
  const [outputName = ""] = session.outputNames;
  let tail: Promise<unknown> = Promise.resolve();
  const runNow = async (input: Tensor, signal?: AbortSignal): Promise<Tensor> => {
    signal?.throwIfAborted();
    const feeds = { [inputName]: new runtime.Tensor("float32", input.data, input.dims) };
    const output = (await session.run(feeds))[outputName];
    signal?.throwIfAborted();
    if (!(output?.data instanceof Float32Array)) throw new Error(`unexpected output of ${path}`);
    return { data: output.data, dims: output.dims };
  };
  return {
    run: (input, signal) => {
      const result = tail.then(() => runNow(input, signal));
      tail = result.catch(() => undefined);
      return result;
    },
    dispose: async () => {
      await tail;
      await session.release();
    },
  };
}
