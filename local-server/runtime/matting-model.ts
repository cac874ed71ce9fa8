import type { MattingForm, MattingModel } from "../../imaging/ports.ts";
import { loadOnnxRuntime, type OnnxBackend, type OnnxModel, openOnnxModel } from "./onnx-session.ts";

/** An installed matting network: where it lies and how it is spoken to. */
export interface InstalledMatting extends MattingForm {
  readonly file: string;
}
/** Looks for what is installed now. */
export type FindMatting = () => Promise<InstalledMatting | undefined>;

interface Opened {
  readonly file: string;
  readonly model: Promise<OnnxModel>;
}

const THREADS = 2;

/**
 * The person's own matting network on onnxruntime. Loaded at its first run and kept until another one is installed. A network that is
 * removed while it is loaded is let go of at the next look.
 */
export function createMattingModel(
  find: FindMatting,
  { backend = "auto" }: { readonly backend?: OnnxBackend } = {},
): MattingModel & { dispose(): Promise<void> } {
  let opened: Opened | undefined;
  const close = async (): Promise<void> => {
    const [model] = await Promise.allSettled([opened?.model]);
    opened = undefined;
    if (model?.status === "fulfilled") await model.value?.dispose();
  };
  const modelOf = async (file: string): Promise<OnnxModel> => {
    if (opened !== undefined && opened.file !== file) await close();
    opened ??= { file, model: loadOnnxRuntime(backend, THREADS).then((runtime) => openOnnxModel(runtime, file, { threads: THREADS })) };
    const { model } = opened;
    // A file that cannot be loaded is tried anew next time.
    model.catch(() => {
      if (opened?.model === model) opened = undefined;
    });
    return model;
  };
  return {
    form: async () => {
      const installed = await find();
      if (installed === undefined) await close();
      return installed;
    },
    run: async (input, signal) => {
      const installed = await find();
      if (installed === undefined) throw new Error("no matting network is installed");
      return (await modelOf(installed.file)).run(input, signal);
    },
    dispose: close,
  };
}
