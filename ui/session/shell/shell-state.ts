import type { Settings } from "../../../protocol/bridge.ts";
import type { EngineView } from "../../../protocol/edit.ts";
import type { Language } from "../../../protocol/language.ts";
import type { ModelList } from "../../../protocol/models.ts";
import type { Connection } from "../../connection/connection-state.ts";
import type { GuideStep } from "./guide.ts";
import type { Screen } from "./screens.ts";

/** What holds on every screen. */
export interface ShellState {
  readonly started: boolean;
  readonly settings: Settings;
  readonly language: Language;
  readonly connection: Connection;
  readonly screen: Screen;
  /** Where the introduction stands, while it runs. */
  readonly guide: GuideStep | undefined;
  /** What the companion can use; `undefined` until it was asked. */
  readonly engines: readonly EngineView[] | undefined;
  /** What panel and companion know of the connection, to be copied; `undefined` until it was asked. */
  readonly report: string | undefined;
  /** What could be installed for engines here, as last heard; `undefined` until it was asked. */
  readonly models: ModelList | undefined;
}

export const initialShell = (language: Language): ShellState => ({
  started: false,
  settings: {},
  language,
  connection: { kind: "searching" },
  screen: "text",
  guide: undefined,
  engines: undefined,
  models: undefined,
  report: undefined,
});
