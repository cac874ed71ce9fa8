/** Engines of this companion, in the order `auto` tries them. Known without loading any of them. */
export const ENGINE_NAMES: readonly string[] = ["instant", "sd-server", "comfyui", "openai", "huggingface", "dashscope", "dify"];
