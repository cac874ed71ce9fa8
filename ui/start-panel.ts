import { languageFor } from "../protocol/language.ts";
import { type BridgeNews, PanelBridge } from "./bridge/panel-bridge.ts";
import { windowEnvironment } from "./bridge/window-environment.ts";
import { browserEnvironment } from "./connection/browser-environment.ts";
import { Connector } from "./connection/connector.ts";
import { EffectRunner } from "./effects/effect-runner.ts";
import type { PanelTools } from "./panel-context.ts";
import { decodePreview } from "./pictures/decode-preview.ts";
import { PictureShelf } from "./pictures/picture-shelf.ts";
import { createStore, type Store } from "./session/store.ts";
import { initialState } from "./session/ui-state.ts";

/** 128 random bits as hex; `crypto.randomUUID` is missing where the frame is no secure context. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

export interface StartedPanel {
  readonly store: Store;
  readonly tools: PanelTools;
}

/** Wires the panel to the browser, tells the main thread it is ready, and tidies up when the frame goes. */
export function startPanel(): StartedPanel {
  const shelf = new PictureShelf(decodePreview);
  const bridge = new PanelBridge(windowEnvironment(), (news) => takeNews(store, news));
  const connector = new Connector(browserEnvironment(), {
    language: () => store.state().language,
    onState: (connection) => store.dispatch({ type: "shell.connection", connection }),
    onJob: (job) => {
      store.dispatch({ type: "job.changed", job });
      store.dispatch({ type: "runs.changed", job });
      store.dispatch({ type: "history.job", job });
      store.dispatch({ type: "batch.job", job, at: Date.now() });
    },
  });
  const runner = new EffectRunner({ bridge, connector, shelf, dispatch: (event) => store.dispatch(event) });
  const store: Store = createStore(initialState(languageFor(navigator.languages)), (effect) => runner.run(effect));
  addEventListener("pagehide", () => {
    runner.dispose();
    connector.dispose();
    bridge.dispose();
  });
  bridge.send({ type: "ready" });
  const tools: PanelTools = {
    dispatch: store.dispatch,
    bitmap: (picture) => shelf.get(picture),
    go: () => ({ key: freshKey(), at: Date.now() }),
  };
  return { store, tools };
}

function takeNews(store: Store, news: BridgeNews): void {
  if (news.type === "init") store.dispatch({ type: "shell.init", settings: news.settings, command: news.command });
  else store.dispatch({ type: "layer.selection", layers: news.layers });
}
