import type { ImagingPorts, OcrModels, Tensor } from "../imaging/ports.ts";

/** Ports whose networks are timed. */
export interface ClockedPorts<P extends ImagingPorts> {
  readonly ports: P;
  /** Milliseconds spent in the reading networks since the last call: running them and nothing else. */
  take(): number;
}

/** The same ports, their detector and reader under a clock: the bare inference time within an edit. */
export function clockInference<P extends ImagingPorts>(ports: P): ClockedPorts<P> {
  let spent = 0;
  const clocked =
    (run: OcrModels["detect"]): OcrModels["detect"] =>
    async (input: Tensor, signal?: AbortSignal) => {
      const start = performance.now();
      try {
        return await run(input, signal);
      } finally {
        spent += performance.now() - start;
      }
    };
  const { ocr } = ports;
  const timed: OcrModels = { ...ocr, detect: clocked(ocr.detect), recognise: clocked(ocr.recognise) };
  return {
    ports: { ...ports, ocr: timed },
    take: () => {
      const before = spent;
      spent = 0;
      return before;
    },
  };
}
