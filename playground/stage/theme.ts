import { Emitter } from "../document/emitter.ts";
import type { Theme } from "./theme-variables.ts";

const KEY = "emend.theme";

/** Light or dark: what the person chose in this tab, else what the system says. */
export class ThemeChoice {
  readonly events = new Emitter<{ change: Theme }>();
  #theme: Theme;

  constructor() {
    const kept = sessionStorage.getItem(KEY);
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    this.#theme = kept === "light" || kept === "dark" ? kept : system;
    this.#show();
  }

  get theme(): Theme {
    return this.#theme;
  }

  toggle(): void {
    this.#theme = this.#theme === "light" ? "dark" : "light";
    sessionStorage.setItem(KEY, this.#theme);
    this.#show();
    this.events.emit("change", this.#theme);
  }

  #show(): void {
    document.documentElement.classList.remove("figma-light", "figma-dark");
    document.documentElement.classList.add(`figma-${this.#theme}`);
  }
}
