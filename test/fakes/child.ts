import { serveChild } from "../../local-server/process/child-port.ts";
import { emendError, err, ok } from "../../protocol/errors.ts";

/** A child that misbehaves on request, for the tests of the host. */
export type FakeChildMethods = {
  readonly echo: { readonly params: Uint8Array; readonly value: Uint8Array; readonly event: number };
  readonly pid: { readonly params: null; readonly value: number; readonly event: never };
  readonly refuse: { readonly params: null; readonly value: never; readonly event: never };
  readonly die: { readonly params: null; readonly value: never; readonly event: never };
  readonly throws: { readonly params: null; readonly value: never; readonly event: never };
  readonly patient: { readonly params: null; readonly value: string; readonly event: never };
  readonly garbage: { readonly params: null; readonly value: never; readonly event: never };
  readonly gobble: { readonly params: null; readonly value: never; readonly event: never };
  readonly end: { readonly params: "SIGKILL" | "SIGSEGV" | "SIGABRT"; readonly value: never; readonly event: never };
  readonly spin: { readonly params: null; readonly value: never; readonly event: never };
  readonly deaf: { readonly params: null; readonly value: never; readonly event: never };
};

serveChild<FakeChildMethods>(
  {
    echo: async (bytes, { emit }) => {
      emit(1);
      emit(2);
      return ok(bytes);
    },
    pid: async () => ok(process.pid),
    refuse: async () => err(emendError("image_empty", "No.")),
    die: async () => process.kill(process.pid, "SIGKILL") as never,
    throws: async () => {
      throw new Error("a bug with a secret");
    },
    patient: (_none, { signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(ok("stopped")))),
    garbage: async () => {
      for (const frame of [null, 7, "?", {}, { id: 1 }, { type: "result", id: 1 }, { type: "result", id: 1, result: null }])
        process.send?.(frame);
      return new Promise(() => undefined);
    },
    /** Takes memory until it is stopped. */
    gobble: async () => {
      const held: Buffer[] = [];
      for (;;) {
        held.push(Buffer.alloc(16 * 1024 * 1024, held.length));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    end: async (signal) => process.kill(process.pid, signal) as never,
    /** Hears nothing: native code that hangs. */
    spin: async () => {
      for (;;);
    },
    deaf: () => new Promise(() => undefined),
  },
  () => undefined,
);
