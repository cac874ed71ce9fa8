import { FigmaDocument } from "../document/figma-document.ts";
import { loadQuickJs } from "../host/load-quickjs.ts";
import { createCanvasRenderer } from "../render/canvas-renderer.ts";
import { addImage } from "./add-images.ts";
import { browserCanvas } from "./browser-canvas.ts";
import { element } from "./dom.ts";
import { pairFromAddress } from "./pairing.ts";
import { loadFontSheet, loadPluginFiles } from "./plugin-files.ts";
import { PluginHost } from "./plugin-host.ts";
import { Stage } from "./stage.ts";
import { exposeHook } from "./test-hook.ts";
import { ThemeChoice } from "./theme.ts";
import { themeSheet } from "./theme-variables.ts";
import { wordsFor } from "./words.ts";

const COMMAND = "edit";

async function open(): Promise<void> {
  pairFromAddress();
  document.head.append(element("style", {}, themeSheet()));
  const words = wordsFor(navigator.language);
  const theme = new ThemeChoice();
  const file = new FigmaDocument({ name: "Emend playground" });
  const renderer = createCanvasRenderer(browserCanvas);
  let host: PluginHost | undefined;
  const stage = new Stage({
    document: file,
    renderer,
    theme,
    words,
    plugin: () => ({ running: host?.running ?? true, width: host?.windowWidth ?? 0 }),
    startPlugin: () => host?.start(COMMAND),
  });
  document.body.append(stage.element);
  const pluginErrors: string[] = [];
  exposeHook({ document: file, renderer, view: stage.view, pluginErrors });
  const [poster, engine, files, fontSheet] = await Promise.all([
    fetch("sample-poster.png").then((r) => r.arrayBuffer()),
    loadQuickJs("quickjs.wasm"),
    loadPluginFiles(),
    loadFontSheet(),
  ]);
  await addImage(file, "Summer poster.png", new Uint8Array(poster));
  file.restartHistory();
  host = new PluginHost({
    document: file,
    engine,
    files,
    fontSheet,
    renderer,
    theme,
    words,
    notices: stage.notices,
    layer: stage.element,
    reveal: (ids) => stage.fit(ids),
    viewport: () => ({ bounds: stage.view.visible(stage.canvas.size), zoom: stage.view.zoom }),
  });
  host.events.on("change", () => stage.refresh());
  host.events.on("error", (message) => pluginErrors.push(message));
  host.start(COMMAND);
  stage.fit();
}

await open();
