import { element } from "../stage/dom.ts";
import { ThemeChoice } from "../stage/theme.ts";
import { themeSheet } from "../stage/theme-variables.ts";
import { createLabEngine, type LabWorker } from "./engine-client.ts";
import { LabPage } from "./lab-page.ts";
import { labWordsFor } from "./words.ts";

/** Without letter spacing a canvas cannot set type as it is designed. */
const canSetType = (): boolean => typeof OffscreenCanvas === "function" && "letterSpacing" in CanvasRenderingContext2D.prototype;

function open(): void {
  const words = labWordsFor(navigator.language);
  document.documentElement.lang = navigator.language;
  document.title = `Emend · ${words.title}`;
  document.head.append(element("style", {}, themeSheet()));
  const theme = new ThemeChoice();
  if (!canSetType()) {
    document.body.append(element("p", { class: "refusal" }, words.oldBrowser));
    return;
  }
  const script = new URL("./worker.js", import.meta.url);
  script.search = location.search;
  const worker: LabWorker = new Worker(script, { type: "module" });
  document.body.append(new LabPage({ engine: createLabEngine(worker), words, theme }).element);
}

open();
