import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createMask } from "../../imaging/raster/raster.ts";
import type { Engine, EngineOutput, TextEngine } from "../../local-server/engines/engine.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { FoundText } from "../../protocol/text-style.ts";

const square = (x: number, y: number, side: number): FoundText["quad"] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

/** What the fake engine "reads" in every picture. */
export const FAKE_TEXTS: readonly FoundText[] = [{ string: "¥199", quad: square(2, 2, 8), confidence: 0.97 }];

const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Inverts the colours of a square; claims exactly that square. */
function paint(source: RasterImage): EngineOutput {
  const image: RasterImage = { ...source, data: Uint8ClampedArray.from(source.data) };
  const mask = createMask(source.width, source.height);
  for (let y = 2; y < 10; y++) {
    for (let x = 2; x < 10; x++) {
      const i = y * source.width + x;
      mask.data[i] = 255;
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = 255 - source.data[4 * i + c]!;
    }
  }
  return { image, mask, texts: [], confidence: 0.9, reasons: [], warnings: [], timingsMs: { find: 1 } };
}

const SCRIPTS: Readonly<Record<string, (request: Parameters<Engine["edit"]>[0], signal: AbortSignal) => Promise<Result<EngineOutput>>>> = {
  paint: async ({ source }) => ok(paint(source)),
  slow: async ({ source, options }, signal) => {
    await wait(Number(options.ms ?? 500), signal);
    return signal.aborted ? err(emendError("cancelled", "The work was cancelled.")) : ok(paint(source));
  },
  /** Never looks at its signal. */
  deaf: async () => new Promise(() => undefined),
  crash: async () => process.kill(process.pid, "SIGKILL") as never,
  segfault: async () => process.kill(process.pid, "SIGSEGV") as never,
  abort: async () => process.kill(process.pid, "SIGABRT") as never,
  /** Says things no worker says, then dies. */
  garbage: async () => {
    for (const frame of [null, 7, { type: "result" }, { type: "event", id: "x" }]) process.send?.(frame);
    return new Promise(() => undefined);
  },
  lostDevice: async () => err(emendError("engine_failed", "The GPU was lost.", { stage: "engine", retryable: true })),
  /** Hears nothing, as native code that hangs: not even its abort. */
  spin: async () => {
    for (;;);
  },
  throw: async () => {
    throw new TypeError("a bug of the fake");
  },
  unsure: async ({ source }) => ok({ ...paint(source), confidence: 0.2, reasons: ["The font is a guess."] }),
  missing: async () => {
    const texts = FAKE_TEXTS.map(({ string }) => string);
    return err(
      emendError("text_not_found", `"vase" is not in the picture; it has: ${texts.join(", ")}.`, { stage: "find", details: { texts } }),
    );
  },
  /** Repaints everything and claims nothing: as a generative engine does. */
  drift: async ({ source }) => {
    const { image } = paint(source);
    image.data[4 * (source.width * source.height - 1)]! ^= 1;
    return ok({ image, texts: [], confidence: 0.8, reasons: [], warnings: [], timingsMs: {} });
  },
};

/** An engine that does what `options.script` says (default `paint`); no models, no time. */
export function createFakeEngine(name = "fake"): TextEngine {
  return {
    name,
    capabilities: () => ({
      operations: ["text.replace", "text.remove", "text.add", "text.restyle", "query"],
      local: true,
      progress: "phases",
      cancel: "hard",
      mask: true,
      references: 0,
      seed: true,
      cost: "free",
    }),
    check: async () => ({ available: true }),
    read: async () => FAKE_TEXTS.map((text) => text.string),
    find: async () => FAKE_TEXTS,
    edit: async (request, signal, onEvent) => {
      onEvent({ stage: "find", done: 0, total: 1 });
      return SCRIPTS[String(request.options.script ?? "paint")]!(request, signal);
    },
  };
}
