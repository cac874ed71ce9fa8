import type { FigmaDocument } from "../figma-document.ts";
import { notImplemented } from "../figma-error.ts";

const EVENTS = ["selectionchange", "currentpagechange", "close", "run"] as const;
type PluginEvent = (typeof EVENTS)[number];
type Listener = (event?: unknown) => void;

const known = (name: string): name is PluginEvent => (EVENTS as readonly string[]).includes(name);

/** `figma.on`, `once`, `off`. Document events arrive in a later task, as in Figma, many changes in one task once. */
export class PluginEvents {
  readonly #listeners = new Map<PluginEvent, Set<Listener>>();
  readonly #waiting = new Set<PluginEvent>();
  readonly #dispose: readonly (() => void)[];

  constructor(document: FigmaDocument) {
    this.#dispose = [
      document.events.on("selectionchange", () => this.#later("selectionchange")),
      document.events.on("currentpagechange", () => this.#later("currentpagechange")),
    ];
  }

  on(name: string, listener: Listener): void {
    if (!known(name)) notImplemented(`figma.on("${name}")`);
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  once(name: string, listener: Listener): void {
    const single: Listener = (event) => {
      this.off(name, single);
      listener(event);
    };
    this.on(name, single);
  }

  off(name: string, listener: Listener): void {
    if (known(name)) this.#listeners.get(name)?.delete(listener);
  }

  emit(name: PluginEvent, event?: unknown): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(event);
  }

  dispose(): void {
    for (const off of this.#dispose) off();
    this.#listeners.clear();
  }

  #later(name: PluginEvent): void {
    if (this.#waiting.has(name)) return;
    this.#waiting.add(name);
    setTimeout(() => {
      this.#waiting.delete(name);
      this.emit(name);
    });
  }
}
