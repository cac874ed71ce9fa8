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
    deaf: () => new Promise(() => undefined),
  },
  () => undefined,
);
