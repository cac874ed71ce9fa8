import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { Emitter } from "../document/emitter.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import type { Renderer, SessionPorts, UiOptions, UiPort } from "../document/plugin-session.ts";
import { type PluginRun, runPlugin } from "../host/run-plugin.ts";
import type { Notices } from "./notices.ts";
import { tabStorage } from "./pairing.ts";
import { panelPage } from "./panel-page.ts";
import type { PluginFiles } from "./plugin-files.ts";
import { PluginWindow } from "./plugin-window.ts";
import type { ThemeChoice } from "./theme.ts";
import type { Words } from "./words.ts";

const ERROR_MS = 10_000;
const FONTS = ["Regular", "Medium", "Semi Bold", "Bold"].map((style) => ({ family: "Inter", style }));

export interface PluginHostOptions {
  readonly document: FigmaDocument;
  readonly engine: QuickJSWASMModule;
  readonly files: PluginFiles;
  readonly fontSheet: string;
  readonly renderer: Renderer;
  readonly theme: ThemeChoice;
  readonly notices: Notices;
  readonly words: Words;
  /** Where the plugin's window goes. */
  readonly layer: HTMLElement;
  reveal(ids: readonly string[]): void;
  viewport: SessionPorts["viewport"];
}

/** Runs the plugin over the stage's document, one run at a time, with its window. */
export class PluginHost {
  /** `error`: what the plugin threw and did not catch. */
  readonly events = new Emitter<{ change: undefined; error: string }>();
  readonly #options: PluginHostOptions;
  #run: PluginRun | undefined;
  #window: PluginWindow | undefined;

  constructor(options: PluginHostOptions) {
    this.#options = options;
    options.theme.events.on("change", (theme) => this.#window?.setTheme(theme));
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Width the plugin's window takes on the right, CSS pixels; 0 where none is open. */
  get windowWidth(): number {
    return this.#window?.element.offsetWidth ?? 0;
  }

  start(command: string): void {
    this.stop();
    const { document, engine, files, notices, words } = this.#options;
    const onError = (message: string): void => {
      notices.show({ message: words.stopped, error: true, timeout: ERROR_MS });
      this.events.emit("error", message);
    };
    const { manifest, main, html } = files;
    this.#run = runPlugin({ document, engine, manifest, html, bundle: main, command, ports: this.#ports(), onError });
    this.events.emit("change", undefined);
  }

  stop(): void {
    const run = this.#run;
    this.#run = undefined;
    run?.dispose();
  }

  #ports(): SessionPorts {
    const { renderer, notices, reveal, viewport } = this.#options;
    return {
      ui: this.#ui(),
      storage: tabStorage,
      renderer,
      fonts: FONTS,
      notify: (notice) => notices.show(notice),
      openExternal: (url) => void window.open(url, "_blank", "noopener"),
      reveal,
      viewport,
      // Later: a plugin that closes itself is still on QuickJS's stack and must not be freed under its own feet.
      closed: () => setTimeout(() => this.#ended()),
    };
  }

  #ended(): void {
    this.stop();
    this.events.emit("change", undefined);
  }

  #ui(): UiPort {
    return {
      show: (html, options) => this.#show(html, options),
      post: (message) => this.#window?.post(message),
      resize: (width, height) => {
        this.#window?.resize(width, height);
        this.events.emit("change", undefined);
      },
      setVisible: (visible) => this.#window?.setVisible(visible),
      close: () => this.#closeWindow(),
    };
  }

  #show(html: string, { title, width, height, visible }: UiOptions): void {
    this.#closeWindow();
    const { files, fontSheet, theme, words, layer } = this.#options;
    const { allowedDomains } = files.manifest.networkAccess;
    const page = panelPage({ html, allowedDomains, fontSheet, origin: location.origin, theme: theme.theme });
    const events = { message: (m: unknown) => this.#run?.postToPlugin(m), close: () => this.stop() };
    this.#window = new PluginWindow({ title: title ?? files.manifest.name, page, words, events });
    layer.append(this.#window.element);
    this.#window.resize(width, height);
    this.#window.setVisible(visible);
  }

  #closeWindow(): void {
    this.#window?.dispose();
    this.#window = undefined;
  }
}
