import type { Theme } from "./theme-variables.ts";
import { themeSheet } from "./theme-variables.ts";

export interface PanelPageOptions {
  /** The plugin's `ui.html`. */
  readonly html: string;
  /** Where the manifest lets it connect. */
  readonly allowedDomains: readonly string[];
  /** The origin of this page, that is of the companion. */
  readonly origin: string;
  readonly theme: Theme;
  /** Style rules with the interface font as a data URL; Figma preloads its own. */
  readonly fontSheet: string;
}

/** Announces a new theme to the panel's page; never reaches the plugin's own listeners. */
export const THEME_MESSAGE = "emendStageTheme";

/** The manifest's addresses, and the companion's own where it listens on a port the manifest does not name (`--port`). */
export function connectSources(allowedDomains: readonly string[], origin: string): string[] {
  const { protocol, port } = new URL(origin);
  const own = port === "" ? [] : [`${protocol}//localhost:${port}`, `${protocol === "https:" ? "wss" : "ws"}://localhost:${port}`];
  return [...new Set([...allowedDomains, ...own])];
}

function policy({ allowedDomains, origin }: PanelPageOptions): string {
  const connect = connectSources(allowedDomains, origin).join(" ");
  return [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "form-action 'none'",
    `connect-src ${connect}`,
  ].join("; ");
}

const themeScript = `<script>addEventListener("message",function(e){var t=e.source===parent&&e.data&&e.data.${THEME_MESSAGE};if(!t)return;e.stopImmediatePropagation();document.documentElement.className="figma-"+t})</script>`;

/**
 * The panel's page as the host frames it: the plugin's own HTML after what Figma puts before it, namely the content security policy, the
 * theme's variables and class, and the interface font.
 */
export function panelPage(options: PanelPageOptions): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy(options)}">`,
    `<style>${options.fontSheet}${themeSheet()}</style>`,
    `<script>document.documentElement.className="figma-${options.theme}"</script>`,
    themeScript,
  ].join("");
  const html = options.html.replace(/^\s*<!doctype html>/i, "");
  return `<!doctype html>${/<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (tag) => tag + head) : head + html}`;
}
