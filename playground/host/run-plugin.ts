import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { createFigma } from "../document/create-figma.ts";
import type { SessionOptions } from "../document/plugin-session.ts";
import { Guest } from "./guest.ts";
import { GuestTimers } from "./guest-timers.ts";
import { type Packed, ValueCodec } from "./value-codec.ts";

export interface RunOptions extends SessionOptions {
  /** The plugin's main script, as Figma would run it. */
  readonly bundle: string;
  readonly engine: QuickJSWASMModule;
  /** Errors the plugin did not catch; Figma prints these. */
  onError?(message: string): void;
  onConsole?(level: string, text: string): void;
}

export interface PluginRun {
  /** Gives a message of the panel to the plugin's `figma.ui.onmessage`. */
  postToPlugin(message: unknown): void;
  /** Resolves once no promise or one-shot timer of the plugin is pending and document events were delivered. */
  whenIdle(): Promise<void>;
  /** Ends the plugin and frees its memory. Safe to call twice. */
  dispose(): void;
}

const EMPTY: Packed = { json: '{"$u":1}', buffers: [] };
const thrown = (error: unknown): Packed => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { json: JSON.stringify({ $e: { name, message } }), buffers: [] };
};
const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

/** One plugin in QuickJS over one `figma` object: the host half of the membrane. */
class Runner {
  readonly #options: RunOptions;
  readonly #session;
  readonly #codec: ValueCodec;
  readonly #timers = new GuestTimers((id) => this.#guest.send("tick", id));
  readonly #guest: Guest;
  #promises = 0;
  #nextPromise = 1;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#session = createFigma(options);
    this.#codec = new ValueCodec(this.#session.figma, {
      invoke: (id, args) => this.#invoke(id, args),
      promise: (outcome) => this.#track(outcome),
    });
    this.#guest = new Guest(options.engine, {
      operate: (operation, handle, name, args) => this.#operate(operation, handle, name, args),
      report: (message) => options.onError?.(message),
      print: (level, text) => options.onConsole?.(level, text),
    });
  }

  start(): PluginRun {
    this.#guest.run(this.#options.bundle, "main.js");
    this.#session.run();
    return { postToPlugin: (m) => this.#session.deliver(m), whenIdle: () => this.#whenIdle(), dispose: () => this.#dispose() };
  }

  async #whenIdle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await nextTask();
      quiet = this.#promises + this.#timers.pending === 0 ? quiet + 1 : 0;
    }
  }

  #dispose(): void {
    this.#session.close();
    this.#timers.dispose();
    this.#guest.dispose();
  }

  #invoke(id: number, args: readonly unknown[]): unknown {
    const json = this.#guest.send("invoke", id, this.#codec.pack(args));
    return json === undefined ? undefined : this.#codec.unpack({ json, buffers: [] });
  }

  #track(outcome: Promise<unknown>): number {
    const id = this.#nextPromise++;
    this.#promises++;
    outcome
      .then(
        (value) => this.#guest.send("settle", id, true, this.#codec.pack(value)),
        (error: Error) => this.#guest.send("settle", id, false, this.#codec.pack({ name: error.name, message: error.message })),
      )
      .finally(() => this.#promises--);
    return id;
  }

  #operate(operation: string, handle: number, name: string, packed: Packed): Packed {
    if (operation === "html") return this.#codec.pack(this.#session.html);
    if (operation === "timer") return this.#codec.pack(this.#timers.start(name === "repeat", JSON.parse(packed.json)));
    if (operation === "clear") this.#timers.clear(JSON.parse(packed.json));
    if (operation === "clear") return EMPTY;
    try {
      return this.#access(operation, handle, name, packed);
    } catch (error) {
      return thrown(error);
    }
  }

  #access(operation: string, handle: number, name: string, packed: Packed): Packed {
    const target = this.#codec.object(handle) as Record<string, unknown>;
    if (operation === "get") return this.#codec.pack(target[name]);
    if (operation === "has") return this.#codec.pack(name in target);
    const args = this.#codec.unpack(packed) as readonly unknown[];
    if (operation === "call") return this.#codec.pack((target[name] as (...a: readonly unknown[]) => unknown)(...args));
    target[name] = args[0];
    return EMPTY;
  }
}

/**
 * Runs a plugin's main script in QuickJS over a document, with nothing of the browser or Node in reach. `engine` comes from
 * `loadQuickJs`; one engine serves many runs.
 */
export function runPlugin(options: RunOptions): PluginRun {
  return new Runner(options).start();
}
