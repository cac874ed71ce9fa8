import type { StoragePort } from "../document/plugin-session.ts";

const KEY = "emend.clientStorage";
/** Where the plugin keeps its settings. */
const SETTINGS = "settings";

type Stored = Record<string, unknown>;

function read(): Stored {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Stored;
  } catch {
    return {};
  }
}

const write = (stored: Stored): void => sessionStorage.setItem(KEY, JSON.stringify(stored));

/** The plugin's `clientStorage`, kept for this tab alone: the token in it must not outlive the tab. */
export const tabStorage: StoragePort = {
  get: (key) => read()[key],
  set: (key, value) => write({ ...read(), [key]: value }),
  delete: (key) => {
    const { [key]: _, ...others } = read();
    write(others);
  },
  keys: () => Object.keys(read()),
};

const languageOf = (tag: string): "en" | "zh-CN" => (tag.toLowerCase().startsWith("zh") ? "zh-CN" : "en");

/**
 * Takes the token out of the address (`#token=…`, which never left the browser) and gives it to the plugin as if it had been paired,
 * together with the port this page came from and, at first, the browser's language.
 */
export function pairFromAddress(): void {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  const port = Number(location.port);
  const kept = tabStorage.get(SETTINGS) as Stored | undefined;
  const settings = { language: languageOf(navigator.language), ...kept, ...(port > 0 ? { port } : {}) };
  tabStorage.set(SETTINGS, token === null ? settings : { ...settings, token });
  if (token !== null) history.replaceState(null, "", location.pathname + location.search);
}
