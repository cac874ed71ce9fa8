import { FigmaDocument } from "../document/figma-document.ts";
import { loadQuickJs } from "../host/load-quickjs.ts";
import { createCanvasRenderer } from "../render/canvas-renderer.ts";
import { addImage } from "./add-images.ts";
import { browserCanvas } from "./browser-canvas.ts";
import { element } from "./dom.ts";
import { pairFromAddress } from "./pairing.ts";
import { loadFontSheet, loadPluginFiles } from "./plugin-files.ts";
import { PluginHost } from "./plugin-host.ts";
import { Stage, type StageOptions } from "./stage.ts";
import { exposeHook } from "./test-hook.ts";
import { ThemeChoice } from "./theme.ts";
import { themeSheet } from "./theme-variables.ts";
import { wordsFor } from "./words.ts";

const COMMAND = "edit";

type Setting = Pick<StageOptions, "document" | "renderer" | "theme" | "words">;

async function loadHost(stage: Stage, setting: Setting): Promise<PluginHost> {
  const [engine, files, fontSheet] = await Promise.all([loadQuickJs("quickjs.wasm"), loadPluginFiles(), loadFontSheet()]);
  return new PluginHost({
    ...setting,
    engine,
    files,
    fontSheet,
    notices: stage.notices,
    layer: stage.element,
    reveal: (ids) => stage.fit(ids),
    viewport: () => ({ bounds: stage.view.visible(stage.canvas.size), zoom: stage.view.zoom }),
  });
}

async function loadSample(file: FigmaDocument): Promise<void> {
  const poster = await (await fetch("sample-poster.png")).arrayBuffer();
  await addImage(file, "Summer poster.png", new Uint8Array(poster));
  file.restartHistory();
}

function prepare(): Setting {
  pairFromAddress();
  document.head.append(element("style", {}, themeSheet()));
  const file = new FigmaDocument({ name: "Emend playground" });
  return { document: file, renderer: createCanvasRenderer(browserCanvas), theme: new ThemeChoice(), words: wordsFor(navigator.language) };
}

async function open(): Promise<void> {
  const setting = prepare();
  let host: PluginHost | undefined;
  const plugin = () => ({ running: host?.running ?? true, width: host?.windowWidth ?? 0 });
  const stage = new Stage({ ...setting, plugin, startPlugin: () => host?.start(COMMAND) });
  document.body.append(stage.element);
  const pluginErrors: string[] = [];
  exposeHook({ ...setting, view: stage.view, pluginErrors });
  [host] = await Promise.all([loadHost(stage, setting), loadSample(setting.document)]);
  host.events.on("change", () => stage.refresh());
  host.events.on("error", (message) => pluginErrors.push(message));
  host.start(COMMAND);
  stage.fit();
}

await open();
