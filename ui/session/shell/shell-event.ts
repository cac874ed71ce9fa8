import type { Settings } from "../../../protocol/bridge.ts";
import type { EngineView } from "../../../protocol/edit.ts";
import type { Language } from "../../../protocol/language.ts";
import type { ModelList } from "../../../protocol/models.ts";
import type { Connection } from "../../connection/connection-state.ts";
import type { Screen } from "./screens.ts";

export type ShellEvent =
  | { readonly type: "shell.init"; readonly settings: Settings; readonly command?: string }
  | { readonly type: "shell.connection"; readonly connection: Connection }
  | { readonly type: "shell.pair"; readonly token: string }
  | { readonly type: "shell.reconnect" }
  /** The person wants the connection to go through a window of the companion's own page. */
  | { readonly type: "shell.window" }
  /** Begins the introduction anew, goes to its next step, or leaves it. */
  | { readonly type: "shell.guide"; readonly to: "start" | "next" | "end" }
  /** Puts a poster on the canvas to try things on. */
  | { readonly type: "shell.sample" }
  /** Asks for the report, and brings it. */
  | { readonly type: "shell.diagnose" }
  | { readonly type: "shell.report"; readonly report: string }
  | { readonly type: "shell.language"; readonly language: Language }
  | { readonly type: "shell.screen"; readonly screen: Screen }
  | { readonly type: "shell.engines"; readonly engines: readonly EngineView[] }
  | { readonly type: "shell.models"; readonly models: ModelList }
  | { readonly type: "shell.install"; readonly model: string }
  | { readonly type: "shell.stopInstall"; readonly model: string }
  /** The person agrees, or no longer agrees, that pictures leave this machine for an engine. */
  | { readonly type: "shell.consent"; readonly engine: string; readonly allowed: boolean };
