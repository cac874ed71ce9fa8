import type { Settings } from "../../../protocol/bridge.ts";
import type { Language } from "../../../protocol/language.ts";

export type ShellEffect =
  | { readonly type: "shell.settings"; readonly settings: Settings }
  | { readonly type: "shell.connect"; readonly settings: Settings }
  | { readonly type: "shell.window" }
  | { readonly type: "shell.sample"; readonly language: Language }
  | { readonly type: "shell.diagnose" }
  | { readonly type: "shell.engines" }
  | { readonly type: "shell.models" }
  | { readonly type: "shell.install"; readonly model: string }
  | { readonly type: "shell.stopInstall"; readonly model: string }
  | { readonly type: "shell.consent"; readonly engine: string; readonly allowed: boolean };
