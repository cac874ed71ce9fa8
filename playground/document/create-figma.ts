import * as v from "valibot";
import type { ApiContext } from "./api/api-context.ts";
import { base64Api } from "./api/base64-api.ts";
import { createApi } from "./api/create-api.ts";
import { imageApi } from "./api/image-api.ts";
import { pageApi } from "./api/page-api.ts";
import { PluginEvents } from "./api/plugin-events.ts";
import { storageApi } from "./api/storage-api.ts";
import { UiApi } from "./api/ui-api.ts";
import { check } from "./check.ts";
import { fail, notImplemented } from "./figma-error.ts";
import { NodeHandles } from "./node-handles.ts";
import type { SessionOptions, SessionPorts } from "./plugin-session.ts";

const NOTICE_CHARS = 100;
const NOTICE_MS = 3000;
const LANGUAGE: ReadonlySet<string> = new Set(["then", "toJSON", "constructor"]);

/** Anything but the own members throws: on reading, that it is not imitated; on writing, Figma's own words. */
function strict(name: string, members: object): object {
  return new Proxy(members, {
    get: (target, key) => {
      if (typeof key === "symbol" || LANGUAGE.has(key)) return undefined;
      return key in target ? Reflect.get(target, key) : notImplemented(`${name}.${key}`);
    },
    set: (target, key, value) => {
      if (!(key in target)) throw new TypeError("object is not extensible");
      return Reflect.set(target, key, value);
    },
  });
}

function notifyWith(ports: SessionPorts) {
  const Options = v.strictObject({
    timeout: v.optional(v.number(), NOTICE_MS),
    error: v.optional(v.boolean(), false),
    onDequeue: v.optional(v.unknown()),
    button: v.optional(v.unknown()),
  });
  return (raw: unknown, rawOptions?: unknown): object => {
    const message = check("notify", "message", v.string(), raw).slice(0, NOTICE_CHARS);
    const { error, timeout } = check("notify", "options", Options, rawOptions ?? {});
    return { cancel: ports.notify({ message, error, timeout }) };
  };
}

function viewportApi({ handles, ports }: ApiContext): object {
  return {
    scrollAndZoomIntoView: (nodes: readonly unknown[]) => ports.reveal(nodes.map((n) => handles.unwrap("scrollAndZoomIntoView", n).id)),
    get zoom() {
      return ports.viewport().zoom;
    },
    get bounds() {
      return ports.viewport().bounds;
    },
    get center() {
      const { x, y, width, height } = ports.viewport().bounds;
      return { x: x + width / 2, y: y + height / 2 };
    },
  };
}

function documentPart(handles: NodeHandles): object {
  return {
    get root() {
      return handles.wrap(handles.document.rootId);
    },
    get currentPage() {
      return handles.wrap(handles.document.currentPageId);
    },
    set currentPage(_page: object) {
      fail("set_currentPage", "Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync instead.");
    },
  };
}

/** A plugin's view of a document: its `figma` global, and the strings that pull it from outside. */
export interface FigmaSession {
  /** The `figma` object. Typed loosely on purpose: plugins are compiled against Figma's typings, this imitates them at run time. */
  readonly figma: Readonly<Record<string, unknown>>;
  /** The plugin's `__html__`. */
  readonly html: string;
  /** Gives a message of the panel to the plugin. */
  deliver(message: unknown): void;
  /** Fires `run`, which Figma does once the main script has run. */
  run(): void;
  /** Ends the run: fires `close`, closes the window, ends the undo step. Safe to call twice. */
  close(message?: string): void;
}

interface Parts {
  readonly context: ApiContext;
  readonly ui: UiApi;
  readonly events: PluginEvents;
  readonly close: (message?: string) => void;
}

function sessionPart({ context, ui, events, close }: Parts, command: string): Record<string, unknown> {
  const { handles, ports } = context;
  return {
    apiVersion: "1.0.0",
    command,
    editorType: "figma",
    mode: "default",
    pluginId: handles.manifest.id,
    mixed: Symbol("figma.mixed"),
    hasMissingFont: false,
    skipInvisibleInstanceChildren: false,
    ui: strict("figma.ui", ui.facade()),
    clientStorage: strict("figma.clientStorage", storageApi(context)),
    viewport: strict("figma.viewport", viewportApi(context)),
    showUI: (html: unknown, opts?: unknown) => ui.showUi(html, opts),
    closePlugin: close,
    notify: notifyWith(ports),
    openExternal: (url: unknown) => ports.openExternal(check("openExternal", "url", v.string(), url)),
    on: (name: string, listener: () => void) => events.on(name, listener),
    once: (name: string, listener: () => void) => events.once(name, listener),
    off: (name: string, listener: () => void) => events.off(name, listener),
  };
}

function assemble(parts: Parts, command: string): Readonly<Record<string, unknown>> {
  const { context } = parts;
  const members = documentPart(context.handles);
  const values = { ...sessionPart(parts, command), ...createApi(context), ...imageApi(context), ...pageApi(context), ...base64Api };
  for (const [key, value] of Object.entries(values))
    Object.defineProperty(members, key, { value, writable: key === "skipInvisibleInstanceChildren" });
  return strict("figma", members) as Readonly<Record<string, unknown>>;
}

/** Makes the `figma` object of one plugin run over a document. Errors are thrown with Figma's texts. */
export function createFigma({ document, manifest, ports, command = "", html = "" }: SessionOptions): FigmaSession {
  const context: ApiContext = { handles: new NodeHandles(document, manifest, ports.renderer), ports };
  const ui = new UiApi(context);
  const events = new PluginEvents(document);
  let closed = false;
  const close = (message?: string): void => {
    if (closed) return;
    closed = true;
    events.emit("close");
    events.dispose();
    ui.close();
    document.commitUndo();
    ports.closed(message);
  };
  return {
    figma: assemble({ context, ui, events, close }, command),
    html,
    deliver: (message) => ui.deliver(structuredClone(message)),
    run: () => events.emit("run", { command, parameters: undefined }),
    close,
  };
}
