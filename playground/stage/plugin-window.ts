import { buffersIn } from "../document/buffers-in.ts";
import { element, listen } from "./dom.ts";
import { icon } from "./icons.ts";
import { THEME_MESSAGE } from "./panel-page.ts";
import type { Theme } from "./theme-variables.ts";
import type { Words } from "./words.ts";

const MARGIN = 12;
/**
 * As Figma frames a plugin: no origin of its own, popups allowed. `allow-forms` only lets `submit` events fire, which Figma's frame does too;
 * the page's policy refuses every real submission.
 */
const SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox";

export interface PluginWindowEvents {
  message(message: unknown): void;
  close(): void;
}

const within = (value: number, most: number): number => Math.max(MARGIN, Math.min(value, most));

/** The floating window with the plugin's panel in a sandboxed frame of no origin. */
export class PluginWindow {
  readonly element: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  readonly #abort = new AbortController();

  constructor(options: { readonly title: string; readonly page: string; readonly words: Words; readonly events: PluginWindowEvents }) {
    const { title, page, words, events } = options;
    this.#frame = element("iframe", { sandbox: SANDBOX, title });
    const close = element("button", { class: "tool", title: words.close, "aria-label": words.close }, icon("close"));
    listen(close, "click", () => events.close());
    const bar = element("header", {}, icon("spark"), element("h2", {}, title), close);
    this.element = element("section", { class: "plugin plate", "aria-label": title }, bar, this.#frame);
    const { signal } = this.#abort;
    const onMessage = (event: MessageEvent): void => {
      if (event.source === this.#frame.contentWindow && event.data?.pluginMessage !== undefined) events.message(event.data.pluginMessage);
    };
    window.addEventListener("message", onMessage, { signal });
    this.#makeDraggable(bar);
    listen(this.element, "keydown", (event) => event.key === "Escape" && close.focus());
    this.#frame.srcdoc = page;
  }

  /** Takes the message over: its byte arrays are empty afterwards. */
  post(message: unknown): void {
    this.#frame.contentWindow?.postMessage({ pluginMessage: message }, "*", buffersIn(message));
  }

  setTheme(theme: Theme): void {
    this.#frame.contentWindow?.postMessage({ [THEME_MESSAGE]: theme }, "*");
  }

  /** The size of the panel's page, without the title bar; cut to what the screen has. */
  resize(width: number, height: number): void {
    this.#frame.style.width = `${width}px`;
    this.#frame.style.height = `${height}px`;
  }

  setVisible(visible: boolean): void {
    this.element.hidden = !visible;
  }

  dispose(): void {
    this.#abort.abort();
    this.element.remove();
  }

  #makeDraggable(bar: HTMLElement): void {
    listen(bar, "pointerdown", (down) => {
      if (down.button !== 0 || (down.target instanceof Element && down.target.closest("button") !== null)) return;
      bar.setPointerCapture(down.pointerId);
      const { left, top } = this.element.getBoundingClientRect();
      const drag = new AbortController();
      const move = (event: PointerEvent): void => this.#moveTo(left + event.clientX - down.clientX, top + event.clientY - down.clientY);
      listen(bar, "pointermove", move, { signal: drag.signal });
      for (const name of ["pointerup", "pointercancel"] as const) listen(bar, name, () => drag.abort(), { signal: drag.signal });
    });
  }

  #moveTo(left: number, top: number): void {
    const { width, height } = this.element.getBoundingClientRect();
    this.element.style.left = `${within(left, innerWidth - width - MARGIN)}px`;
    this.element.style.top = `${within(top, innerHeight - Math.min(height, 80))}px`;
    this.element.style.right = "auto";
  }
}
