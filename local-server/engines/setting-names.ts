/** Settings of engines behind HTTP that all of them share, with what they mean. */
const SHARED = {
  baseUrl: "Address of the server, https (or http to this machine).",
  model: "Model it is asked for.",
  deadlineMs: "Longest one try may take, milliseconds.",
  resultHosts: "Further hosts its results may be fetched from, separated by commas.",
  network: "private: the server is of your own network.",
  price: "What one result costs you, such as 0.04 USD.",
  prompt: "Frame of the prompts: {asked} {instruction} {operations} {text} {keep}.",
} as const;

/** By engine, then by name. `all` is every engine at once. */
export const SETTING_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  all: { privacy: "local: no picture leaves this machine, whatever was agreed." },
  phrasing: {
    baseUrl: "A server with /chat/completions that may read what the grammar leaves open; none = off.",
    model: "The language model it is asked for.",
    deadlineMs: "Longest one answer may take, milliseconds.",
    network: "private: the server is of your own network.",
  },
  openai: SHARED,
  comfyui: { ...SHARED, lightning: "true or false: the few-step LoRA always or never; otherwise for everything but letters." },
  huggingface: {
    ...SHARED,
    provider: "Who shall run the model; otherwise whoever has it now.",
    endpoint: "yes: baseUrl is a dedicated endpoint.",
    keepWarmMinutes: "Keep a dedicated endpoint awake for so long after an edit.",
    hubUrl: "Address of the hub, where it is not huggingface.co.",
  },
  dashscope: { ...SHARED, region: "beijing or singapore; keys belong to one." },
  dify: {
    ...SHARED,
    app: "workflow or completion.",
    imageVariable: "The app's variable that takes the picture.",
    promptVariable: "The app's variable that takes the words.",
    inputs: "Further inputs, as a JSON object.",
    response: "streaming or blocking.",
  },
};
