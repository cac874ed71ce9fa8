import type { Codec } from "../../../local-server/codec/codec.ts";
import { createDashScopeEngine } from "../../../local-server/engines/dashscope/index.ts";
import { createDifyEngine } from "../../../local-server/engines/dify/index.ts";
import type { Engine } from "../../../local-server/engines/engine.ts";
import { createHuggingFaceEngine } from "../../../local-server/engines/huggingface/index.ts";
import { createOpenAiEngine } from "../../../local-server/engines/openai/index.ts";
import { settingsFrom } from "../../contract/fixed-settings.ts";

/** What each hosted engine's server answers to a request at `asked`, so that the result lies at `url`. */
export const HOSTED_WIRES: Readonly<Record<string, (url: string, asked: string) => unknown>> = {
  openai: (url) => ({ data: [{ url }] }),
  dashscope: (url) => ({ output: { choices: [{ message: { content: [{ image: url }] } }] } }),
  huggingface: (url, asked) =>
    asked.startsWith("/api/models/")
      ? { inferenceProviderMapping: [{ provider: "replicate", providerId: "a/b", status: "live", task: "image-to-image" }] }
      : { status: "succeeded", output: url },
  dify: (url, asked) => {
    if (asked.endsWith("/parameters")) return { user_input_form: [{ file: { variable: "f" } }, { paragraph: { variable: "p" } }] };
    if (asked.endsWith("/upload")) return { id: "u" };
    return { data: { status: "succeeded", outputs: { f: { type: "image", transfer_method: "tool_file", url } } } };
  },
};

/** Settings that point an engine at a server on this machine. */
export const hostedSettings = (engine: string, base: string): Readonly<Record<string, string>> => ({
  baseUrl: engine === "openai" || engine === "dify" ? `${base}/v1` : base,
  ...(engine === "huggingface" && { hubUrl: base }),
  ...(engine === "dify" && { response: "blocking" }),
});

const CREATE = {
  openai: createOpenAiEngine,
  dashscope: createDashScopeEngine,
  huggingface: createHuggingFaceEngine,
  dify: createDifyEngine,
} as const;

export function hostedEngine(name: string, at: { readonly base: string; readonly key: string; readonly codec: Codec }): Engine {
  const prefix = `EMEND_${name.toUpperCase()}`;
  const own = Object.entries(hostedSettings(name, at.base)).map(([field, value]) => [
    `${prefix}_${field.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
    value,
  ]);
  const settingsOf = settingsFrom({ ...Object.fromEntries(own), [`${prefix}_API_KEY`]: at.key, EMEND_ALLOW_HOSTED: "all" });
  return CREATE[name as keyof typeof CREATE]({ codec: at.codec, settingsOf });
}
