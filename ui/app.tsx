import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { exhaustive } from "../protocol/errors.ts";
import { Guide } from "./components/guide.tsx";
import { Head } from "./components/head.tsx";
import { MessagesContext, messagesIn } from "./i18n/messages.ts";
import { shortcutEvent } from "./keyboard.ts";
import { PanelContext, type PanelTools, PanelToolsContext } from "./panel-context.ts";
import { BatchScreen } from "./screens/batch/batch-screen.tsx";
import { ConnectScreen } from "./screens/connect-screen.tsx";
import { HistoryScreen } from "./screens/history/history-screen.tsx";
import { InstructScreen } from "./screens/instruct/instruct-screen.tsx";
import { FailedScreen, LoadingScreen, StartingScreen } from "./screens/loading-screens.tsx";
import { LocaliseScreen } from "./screens/localise/localise-screen.tsx";
import { ResultScreen } from "./screens/result-screen.tsx";
import { BlockedScreen, EmptyScreen, OursScreen, SeveralScreen } from "./screens/selection-screens.tsx";
import { SettingsScreen } from "./screens/settings/settings-screen.tsx";
import { TextScreen } from "./screens/text/text-screen.tsx";
import { VariantsScreen } from "./screens/variants/variants-screen.tsx";
import type { Store } from "./session/store.ts";
import { type View, viewOf } from "./session/view.ts";

export interface AppProps {
  readonly store: Store;
  readonly tools: PanelTools;
}

function Screen({ view }: { readonly view: View }) {
  switch (view.kind) {
    case "starting":
      return <StartingScreen />;
    case "connect":
      return <ConnectScreen />;
    case "empty":
      return <EmptyScreen />;
    case "several":
      return <SeveralScreen layers={view.layers} />;
    case "blocked":
      return <BlockedScreen layer={view.layer} />;
    case "ours":
      return <OursScreen layer={view.layer} provenance={view.provenance} />;
    case "loading":
      return <LoadingScreen work={view.work} />;
    case "failed":
      return <FailedScreen layer={view.layer} error={view.error} />;
    case "text":
      return <TextScreen key={view.source.sha256} source={view.source} />;
    case "instruct":
      return <InstructScreen key={view.source.sha256} source={view.source} />;
    case "variants":
      return <VariantsScreen source={view.source} />;
    case "localise":
      return <LocaliseScreen source={view.source} />;
    case "batch":
      return <BatchScreen />;
    case "history":
      return <HistoryScreen />;
    case "settings":
      return <SettingsScreen />;
    case "result":
      return <ResultScreen key={view.placed.run.key} placed={view.placed} />;
    default:
      return exhaustive(view);
  }
}

function useStoreState(store: Store) {
  const [state, setState] = useState(store.state());
  useLayoutEffect(() => store.subscribe(() => setState(store.state())), [store]);
  return state;
}

function useShortcuts({ store, tools }: AppProps): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const meant = shortcutEvent(event, store.state(), tools.go);
      if (!meant) return;
      event.preventDefault();
      store.dispatch(meant);
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [store, tools]);
}

/** A result takes the focus, so that it is read out and the keys work on it; other screens leave the focus alone. */
function useResultFocus(kind: View["kind"]) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (kind === "result") main.current?.querySelector("h1")?.focus();
  }, [kind]);
  return main;
}

/** The whole panel over one store. */
export function App({ store, tools }: AppProps) {
  const state = useStoreState(store);
  const view = viewOf(state);
  const main = useResultFocus(view.kind);
  useShortcuts({ store, tools });
  useLayoutEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  return (
    <PanelToolsContext.Provider value={tools}>
      <PanelContext.Provider value={{ state, ...tools }}>
        <MessagesContext.Provider value={messagesIn(state.language)}>
          <div class="app">
            <Head />
            <Guide />
            <main class="main" ref={main}>
              <Screen view={view} />
            </main>
          </div>
        </MessagesContext.Provider>
      </PanelContext.Provider>
    </PanelToolsContext.Provider>
  );
}
