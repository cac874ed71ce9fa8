import { element, listen, setAttributes } from "./dom.ts";
import { type IconName, icon } from "./icons.ts";
import type { Words } from "./words.ts";

export interface ToolbarActions {
  undo(): void;
  redo(): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  open(): void;
  export(): void;
  theme(): void;
  start(): void;
}

export interface ToolbarState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly zoom: number;
  readonly dark: boolean;
  readonly running: boolean;
}

export interface Toolbar {
  readonly element: HTMLElement;
  update(state: ToolbarState): void;
}

function toolButton(name: IconName, label: string, run: () => void): HTMLButtonElement {
  const button = element("button", { class: "tool", title: label, "aria-label": label }, icon(name));
  listen(button, "click", run);
  return button;
}

const divider = (): HTMLElement => element("span", { class: "divider" });

/** The floating bar at the foot of the canvas. */
export function createToolbar(actions: ToolbarActions, words: Words): Toolbar {
  const undo = toolButton("undo", `${words.undo} (Ctrl+Z)`, actions.undo);
  const redo = toolButton("redo", `${words.redo} (Ctrl+Shift+Z)`, actions.redo);
  const zoom = element("button", { class: "zoom", title: `${words.fit} (Shift+1)` });
  listen(zoom, "click", actions.fit);
  const theme = toolButton("moon", words.theme, actions.theme);
  const start = element("button", { class: "start" }, icon("spark"), words.start);
  listen(start, "click", actions.start);
  const save = element("button", { class: "save", title: words.export }, icon("download"), words.export);
  listen(save, "click", actions.export);
  const bar = element("div", { class: "toolbar plate", role: "toolbar", "aria-label": words.tools });
  bar.append(
    undo,
    redo,
    divider(),
    toolButton("minus", words.zoomOut, actions.zoomOut),
    zoom,
    toolButton("plus", words.zoomIn, actions.zoomIn),
  );
  bar.append(divider(), toolButton("open", words.open, actions.open), theme, divider(), save, start);
  return {
    element: bar,
    update: (state) => {
      undo.disabled = !state.canUndo;
      redo.disabled = !state.canRedo;
      zoom.textContent = `${Math.round(state.zoom * 100)}%`;
      zoom.setAttribute("aria-label", `${zoom.textContent}, ${words.fit}`);
      theme.replaceChildren(icon(state.dark ? "sun" : "moon"));
      setAttributes(start, { hidden: state.running });
    },
  };
}
