import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten-core";
import { GUEST_PRELUDE } from "./guest-prelude.ts";
import type { Packed } from "./value-codec.ts";

export interface GuestPorts {
  /** One operation of the guest on the host. Does not throw: an error is packed as `$e`, which the guest throws. */
  operate(operation: string, handle: number, name: string, args: Packed): Packed;
  /** An error in the guest nobody caught. */
  report(message: string): void;
  print(level: string, text: string): void;
}

const MEMORY_BYTES = 1024 * 1024 * 1024;
const STACK_BYTES = 1024 * 1024;
/** A plugin that computes this long without a break is stuck. */
const TURN_MS = 10_000;

/** A QuickJS context with the guest half of the membrane loaded. The only file that knows QuickJS's handles. */
export class Guest {
  readonly #vm: QuickJSContext;
  readonly #ports: GuestPorts;
  readonly #bridge: QuickJSHandle;
  #deadline = Number.POSITIVE_INFINITY;
  #depth = 0;
  #disposed = false;

  constructor(engine: QuickJSWASMModule, ports: GuestPorts) {
    this.#ports = ports;
    this.#vm = engine.newContext();
    const { runtime } = this.#vm;
    // Where memory grows while jobs run, the library reads their context from memory given up and makes one nobody frees: ending would fail.
    runtime.newContext = () => this.#vm;
    runtime.setMemoryLimit(MEMORY_BYTES);
    runtime.setMaxStackSize(STACK_BYTES);
    runtime.setInterruptHandler(() => Date.now() > this.#deadline);
    this.#bridge = this.#load();
  }

  /** Runs a script, then everything that became due by it. */
  run(code: string, fileName: string): void {
    this.#turn(() => this.#vm.unwrapResult(this.#vm.evalCode(code, fileName)).dispose());
  }

  /** Calls one of the bridge's functions; gives the string it returns, if any. Errors of the guest are reported, not thrown. */
  send(member: "invoke" | "settle" | "tick", ...args: readonly (number | boolean | Packed)[]): string | undefined {
    if (this.#disposed) return undefined;
    let result: string | undefined;
    this.#turn(() => {
      result = this.#call(member, args);
    });
    return result;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#bridge.dispose();
    this.#vm.dispose();
  }

  #call(member: string, args: readonly (number | boolean | Packed)[]): string | undefined {
    const vm = this.#vm;
    const fn = vm.getProp(this.#bridge, member);
    const handles = args.map((a) => this.#toGuest(a));
    try {
      const returned = vm.unwrapResult(vm.callFunction(fn, vm.undefined, ...handles));
      const text = vm.typeof(returned) === "string" ? vm.getString(returned) : undefined;
      returned.dispose();
      return text;
    } finally {
      for (const handle of [fn, ...handles]) handle.dispose();
    }
  }

  #turn(work: () => void): void {
    if (this.#depth++ === 0) this.#deadline = Date.now() + TURN_MS;
    try {
      work();
      // Promise jobs wait until the outermost call is done, as in any JavaScript engine.
      if (this.#depth === 1) this.#runJobs();
    } catch (error) {
      this.#ports.report(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    } finally {
      this.#depth--;
    }
  }

  #runJobs(): void {
    const outcome = this.#vm.runtime.executePendingJobs();
    if (outcome.error === undefined) return;
    const text = JSON.stringify(outcome.error.context.dump(outcome.error));
    outcome.error.dispose();
    this.#ports.report(text);
  }

  #toGuest(value: number | boolean | Packed): QuickJSHandle {
    if (typeof value === "number") return this.#vm.newNumber(value);
    if (typeof value === "boolean") return value ? this.#vm.true : this.#vm.false;
    return this.#packedToGuest(value);
  }

  #packedToGuest({ json, buffers }: Packed): QuickJSHandle {
    const vm = this.#vm;
    const text = vm.newString(json);
    if (buffers.length === 0) return text;
    const list = vm.newArray();
    for (const [i, part] of [text, ...buffers.map((b) => vm.newArrayBuffer(b))].entries()) {
      vm.setProp(list, i, part);
      part.dispose();
    }
    return list;
  }

  #bytesOf(handle: QuickJSHandle): ArrayBuffer {
    const view = this.#vm.getArrayBuffer(handle);
    const copy = new Uint8Array(view.value).buffer;
    view.dispose();
    return copy;
  }

  #load(): QuickJSHandle {
    const vm = this.#vm;
    const operate = vm.newFunction("host", (operation, handle, name, json, ...buffers) => {
      const args = { json: vm.getString(json!), buffers: buffers.map((b) => this.#bytesOf(b)) };
      return this.#packedToGuest(this.#ports.operate(vm.getString(operation!), vm.getNumber(handle!), vm.getString(name!), args));
    });
    const report = vm.newFunction("report", (text) => {
      this.#ports.report(vm.getString(text!));
    });
    const print = vm.newFunction("print", (level, text) => {
      this.#ports.print(vm.getString(level!), vm.getString(text!));
    });
    const setUp = vm.unwrapResult(vm.evalCode(GUEST_PRELUDE, "prelude.js"));
    const bridge = vm.unwrapResult(vm.callFunction(setUp, vm.undefined, operate, report, print));
    for (const handle of [operate, report, print, setUp]) handle.dispose();
    return bridge;
  }
}
