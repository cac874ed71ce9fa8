import { listen } from "./dom.ts";

export interface ShortcutActions {
  undo(): void;
  redo(): void;
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  remove(): void;
  deselect(): void;
  hide(): void;
}

type Shortcut = keyof ShortcutActions;

/** Keys by name, `mod` for Ctrl or ⌘. */
const KEYS: Readonly<Record<string, Shortcut>> = {
  "mod+z": "undo",
  "mod+shift+z": "redo",
  "mod+y": "redo",
  "shift+!": "fit",
  "shift+1": "fit",
  "mod+=": "zoomIn",
  "mod++": "zoomIn",
  "+": "zoomIn",
  "shift++": "zoomIn",
  "mod+-": "zoomOut",
  "-": "zoomOut",
  delete: "remove",
  backspace: "remove",
  escape: "deselect",
  "mod+shift+h": "hide",
};

function nameOf(event: KeyboardEvent): string {
  const modifiers = [event.ctrlKey || event.metaKey ? "mod+" : "", event.shiftKey ? "shift+" : ""].join("");
  return modifiers + event.key.toLowerCase();
}

/** Keyboard shortcuts of the stage; the panel's frame keeps its own keys. */
export function listenToShortcuts(actions: ShortcutActions): void {
  listen(window, "keydown", (event) => {
    const shortcut = KEYS[nameOf(event)];
    if (shortcut === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    actions[shortcut]();
  });
}
