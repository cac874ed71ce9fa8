import * as v from "valibot";
import { buffersIn } from "../buffers-in.ts";
import { check } from "../check.ts";
import { fail } from "../figma-error.ts";
import type { ApiContext } from "./api-context.ts";

type MessageHandler = (message: unknown, properties: { readonly origin: string }) => void;

const ShowOptions = v.strictObject({
  visible: v.optional(v.boolean(), true),
  title: v.optional(v.string()),
  width: v.optional(v.number(), 300),
  height: v.optional(v.number(), 200),
  position: v.optional(v.unknown()),
  themeColors: v.optional(v.boolean(), false),
});
const NO_UI = "No UI to send a message to";
const PANEL_ORIGIN = "null";

/** A clone; byte arrays, by the membrane copies of the plugin's own, move into it. */
const handedOver = (message: unknown): unknown => structuredClone(message, { transfer: buffersIn(message) });

/** `figma.showUI` and `figma.ui`. Messages are cloned both ways; sizes have Figma's smallest, 70 × 0. */
export class UiApi {
  onmessage: MessageHandler | undefined = undefined;
  readonly #context: ApiContext;
  readonly #listeners = new Set<MessageHandler>();
  #open = false;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  showUi(html: unknown, rawOptions: unknown): void {
    const markup = check("showUI", "htmlString", v.string(), html);
    const options = check("showUI", "options", ShowOptions, rawOptions ?? {});
    this.#open = true;
    const { visible, title, themeColors } = options;
    const width = Math.max(70, options.width);
    this.#context.ports.ui.show(markup, { visible, title, themeColors, width, height: Math.max(0, options.height) });
  }

  /** A message from the panel. */
  deliver(message: unknown): void {
    const handlers = [...(this.onmessage === undefined ? [] : [this.onmessage]), ...this.#listeners];
    for (const handler of handlers) handler(message, { origin: PANEL_ORIGIN });
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#context.ports.ui.close();
  }

  /** The `figma.ui` object. */
  facade(): object {
    const self = this;
    const { ui } = this.#context.ports;
    return {
      get onmessage() {
        return self.onmessage;
      },
      set onmessage(handler: MessageHandler | undefined) {
        self.onmessage = handler;
      },
      on: (name: string, handler: MessageHandler) =>
        name === "message" ? void this.#listeners.add(handler) : fail("on", `Invalid event "${name}"`),
      off: (_name: string, handler: MessageHandler) => void this.#listeners.delete(handler),
      postMessage: (message: unknown) => (this.#open ? ui.post(handedOver(message)) : fail("postMessage", NO_UI)),
      resize: (width: unknown, height: unknown) =>
        ui.resize(Math.max(70, check("resize", "width", v.number(), width)), Math.max(0, check("resize", "height", v.number(), height))),
      show: () => ui.setVisible(true),
      hide: () => ui.setVisible(false),
      close: () => this.close(),
    };
  }
}
