import { RESULT, SAMPLER } from "./build-graph.ts";

/** What a message on ComfyUI's socket means for one run. */
export type RunEvent =
  | { readonly kind: "step"; readonly done: number; readonly total: number }
  | { readonly kind: "preview"; readonly picture: Uint8Array }
  | { readonly kind: "done" }
  | { readonly kind: "interrupted" }
  | { readonly kind: "failed"; readonly words: string };

interface Message {
  readonly type?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Binary events; both hold a picture. */
const [PREVIEW, PREVIEW_WITH_DATA] = [1, 4];

/** Text messages of other runs, and of nodes that are not the sampler, mean nothing. */
export function readText(text: string, promptId: string): RunEvent | undefined {
  let message: Message;
  try {
    message = JSON.parse(text) as Message;
  } catch {
    return undefined;
  }
  const { type, data } = message;
  if (data?.prompt_id !== promptId) return undefined;
  if (type === "progress" && data.node === SAMPLER) return { kind: "step", done: Number(data.value), total: Number(data.max) };
  // Since 2025 `execution_success`; before, and still, a last `executing` without a node.
  if (type === "execution_success" || (type === "executing" && data.node === null)) return { kind: "done" };
  if (type === "execution_interrupted") return { kind: "interrupted" };
  if (type === "execution_error") return { kind: "failed", words: String(data.exception_message ?? "") };
  return undefined;
}

/** Big-endian event type, then for 1 the format and the picture, for 4 a length, JSON and the picture. */
export function readBinary(data: ArrayBuffer): RunEvent | undefined {
  if (data.byteLength < 8) return undefined;
  const view = new DataView(data);
  const [event, second] = [view.getUint32(0), view.getUint32(4)];
  if (event === PREVIEW) return { kind: "preview", picture: new Uint8Array(data, 8) };
  if (event !== PREVIEW_WITH_DATA || 8 + second > data.byteLength) return undefined;
  return { kind: "preview", picture: new Uint8Array(data, 8 + second) };
}

interface History {
  readonly outputs?: Readonly<
    Record<string, { readonly images?: readonly { filename?: unknown; subfolder?: unknown; type?: unknown }[] } | undefined>
  >;
  readonly status?: { readonly status_str?: unknown; readonly messages?: readonly unknown[] };
}

/** How a run ended by `/history/{id}`; `undefined` while it has not. The picture's address is relative. */
export function readHistory(value: unknown, promptId: string): { readonly view: string } | { readonly failed: string } | undefined {
  const entry = (value as Readonly<Record<string, History | undefined>> | undefined)?.[promptId];
  if (entry === undefined) return undefined;
  const [image] = entry.outputs?.[RESULT]?.images ?? [];
  if (typeof image?.filename === "string") {
    const query = new URLSearchParams({
      filename: image.filename,
      subfolder: String(image.subfolder ?? ""),
      type: String(image.type ?? "temp"),
    });
    return { view: `/view?${query}` };
  }
  const errors = (entry.status?.messages ?? []).filter((message): message is [string, Record<string, unknown>] => Array.isArray(message));
  const words = errors.find(([type]) => type === "execution_error")?.[1]?.exception_message;
  return { failed: typeof words === "string" ? words : "" };
}
