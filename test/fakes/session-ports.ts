import type { FontName } from "../../playground/document/node-record.ts";
import type { Notice, Renderer, RenderRequest, SessionPorts, UiOptions } from "../../playground/document/plugin-session.ts";

/** Ports of a plugin run that write down what the plugin did. */
export interface RecordedPorts extends SessionPorts {
  readonly shown: { html: string; options: UiOptions }[];
  readonly posted: unknown[];
  readonly sizes: [number, number][];
  readonly notices: Notice[];
  readonly opened: string[];
  readonly revealed: (readonly string[])[];
  readonly closings: (string | undefined)[];
  readonly renders: RenderRequest[];
  readonly stored: Map<string, unknown>;
}

const FONTS: readonly FontName[] = [
  { family: "Inter", style: "Regular" },
  { family: "Inter", style: "Bold" },
];

/** One transparent pixel: enough where a test is about what was asked for, not about what it looks like. */
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==", "base64");

function recordedUi(log: Pick<RecordedPorts, "shown" | "posted" | "sizes">): SessionPorts["ui"] {
  return {
    show: (html, options) => void log.shown.push({ html, options }),
    post: (message) => void log.posted.push(message),
    resize: (width, height) => void log.sizes.push([width, height]),
    setVisible: () => undefined,
    close: () => undefined,
  };
}

export function recordPorts(renderer?: Renderer): RecordedPorts {
  const log: Omit<RecordedPorts, keyof SessionPorts> = {
    shown: [],
    posted: [],
    sizes: [],
    notices: [],
    opened: [],
    revealed: [],
    closings: [],
    renders: [],
    stored: new Map(),
  };
  return {
    ...log,
    ui: recordedUi(log),
    fonts: FONTS,
    storage: {
      get: (key) => log.stored.get(key),
      set: (key, value) => void log.stored.set(key, value),
      delete: (key) => void log.stored.delete(key),
      keys: () => [...log.stored.keys()],
    },
    renderer: {
      render: async (request) => {
        log.renders.push(request);
        return renderer === undefined ? new Uint8Array(DOT) : renderer.render(request);
      },
    },
    notify: (notice) => {
      log.notices.push(notice);
      return () => undefined;
    },
    openExternal: (url) => void log.opened.push(url),
    reveal: (ids) => void log.revealed.push(ids),
    viewport: () => ({ bounds: { x: 0, y: 0, width: 1000, height: 800 }, zoom: 1 }),
    closed: (message) => void log.closings.push(message),
  };
}

/** A 1 × 1 transparent PNG. */
export const dotPng = (): Uint8Array => new Uint8Array(DOT);
