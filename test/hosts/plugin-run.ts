import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { Renderer } from "../../playground/document/plugin-session.ts";
import { loadQuickJs } from "../../playground/host/load-quickjs.ts";
import { runPlugin } from "../../playground/host/run-plugin.ts";
import type { ToMain, ToPanel } from "../../protocol/bridge.ts";
import { bundleMain } from "../../scripts/build/bundle-main.ts";
import { dotPng, type RecordedPorts, recordPorts } from "../fakes/session-ports.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const MANIFEST = JSON.parse(readFileSync(`${ROOT}/manifest.json`, "utf8"));

/** Built once for all tests of a file: the bundle that ships. */
export const bundle = await bundleMain(ROOT);
const engine = await loadQuickJs();

/** Stands for the panel's page; main hands it on unread. */
export const PANEL = "<p>panel</p>";

/** Bytes with the header of a PNG of this size, all that main thread and document read of a picture. */
export function pngOf(width: number, height: number): Uint8Array {
  const bytes = dotPng();
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}

/** Pictures of the size Figma would draw. */
const sizedRenderer: Renderer = {
  render: async ({ bounds, scale }) => pngOf(Math.ceil(bounds.width * scale - 1e-6), Math.ceil(bounds.height * scale - 1e-6)),
};

/** What a test asks of the plugin, without the request id. */
type Asked<T = ToMain> = T extends { requestId: number } ? Omit<T, "requestId"> : T;

export interface PluginRun {
  readonly ports: RecordedPorts;
  /** What the plugin threw and did not catch. */
  readonly errors: readonly string[];
  /** Sends a message and waits until the plugin is done with it. */
  tell(message: unknown): Promise<void>;
  /** Sends a request and gives its answer. */
  ask(message: Asked): Promise<ToPanel>;
  /** Waits until the document's events were heard. */
  whenIdle(): Promise<void>;
  /** Everything the panel was sent. */
  readonly posted: readonly ToPanel[];
  close(): void;
}

/** Starts the built plugin in QuickJS over a document. */
export function startPlugin(document: FigmaDocument, options: { readonly command?: string } = {}): PluginRun {
  const ports = recordPorts(sizedRenderer);
  const errors: string[] = [];
  const onError = (message: string): void => void errors.push(message);
  const plugin = runPlugin({ engine, bundle, document, ports, manifest: MANIFEST, html: PANEL, onError, ...options });
  const posted = ports.posted as ToPanel[];
  let lastId = 0;
  const tell = (message: unknown): Promise<void> => {
    plugin.postToPlugin(message);
    return plugin.whenIdle();
  };
  const ask = async (message: Asked): Promise<ToPanel> => {
    const requestId = ++lastId;
    await tell({ ...message, requestId });
    const answer = posted.find((m) => "requestId" in m && m.requestId === requestId);
    if (answer === undefined) throw new Error(`no answer to ${message.type}: ${errors.join()}`);
    return answer;
  };
  return { ports, errors, tell, ask, posted, whenIdle: () => plugin.whenIdle(), close: () => plugin.dispose() };
}
