import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";

/** What a file of weights is for. */
export type Role = "diffusion" | "llm" | "mmproj" | "vae" | "lora";

/** Enough of a GGUF file to hold its first keys: the architecture is one of them in every file there is. */
const GGUF_HEAD_BYTES = 64 * 1024;
const GGUF_MAX_KEYS = 64;
const MAX_HEADER_BYTES = 32 * 1024 * 1024;

const ARCHITECTURES: Readonly<Record<string, Role>> = { qwen_image: "diffusion", qwen2vl: "llm", clip: "mmproj" };

/** Told by name where the inside says nothing, the most telling first: publishers name these parts so. */
const NAMES: readonly (readonly [Role, RegExp])[] = [
  ["lora", /lora|lightning/i],
  ["mmproj", /mmproj|llm[-_]?vision/i],
  ["vae", /vae/i],
  ["llm", /llm|text[-_]?encoder|qwen[-_]?2\.?5[-_]?vl|vl[-_]?7b/i],
  ["diffusion", /edit|diffusion|qwen[-_]?image/i],
];

async function readAt(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Bytes of a GGUF value by its type; text and arrays are handled apart. */
const VALUE_BYTES = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8] as const;
const [TEXT, LIST] = [8, 9];

/** `general.architecture` of a GGUF head; nothing where it does not come before a list or the end of what was read. */
export function architectureOf(head: Buffer): string | undefined {
  if (head.length < 24 || head.toString("latin1", 0, 4) !== "GGUF") return undefined;
  const keys = Math.min(Number(head.readBigUInt64LE(16)), GGUF_MAX_KEYS);
  let at = 24;
  const text = (): string => {
    const length = Number(head.readBigUInt64LE(at));
    if (length > head.length) throw new RangeError("longer than the head");
    at += 8 + length;
    return head.toString("utf8", at - length, at);
  };
  try {
    for (let i = 0; i < keys; i++) {
      const key = text();
      const type = head.readUInt32LE(at);
      at += 4;
      if (type === LIST) return undefined;
      const value = type === TEXT ? text() : "";
      if (type !== TEXT) at += VALUE_BYTES[type] ?? head.length;
      if (key === "general.architecture") return value;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** By the names of the tensors inside. */
export function roleOfTensors(names: readonly string[]): Role | undefined {
  const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (some(/\.(lora_(up|down|A|B)|lokr_|hada_)/)) return "lora";
  if (some(/(^|\.)txt_norm\.weight$/) && some(/transformer_blocks\.0\./)) return "diffusion";
  if (some(/(^|\.)model\.layers\.0\./) || some(/^text_model\./)) return "llm";
  if (some(/(^|\.)decoder\.(conv1|conv_in|middle)\b/) && some(/(^|\.)encoder\./)) return "vae";
  return undefined;
}

async function roleInside(path: string): Promise<Role | undefined> {
  const file = await open(path, "r");
  try {
    const head = await readAt(file, GGUF_HEAD_BYTES, 0);
    if (/\.gguf$/i.test(path)) return ARCHITECTURES[architectureOf(head) ?? ""];
    const length = head.length < 8 ? 0 : Number(head.readBigUInt64LE(0));
    if (length === 0 || length > MAX_HEADER_BYTES) return undefined;
    const names = Object.keys(JSON.parse((await readAt(file, length, 8)).toString("utf8")) as object);
    return roleOfTensors(names);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

/** What a file is for: by what is inside, else by its name. */
export async function recogniseWeights(path: string): Promise<Role | undefined> {
  return (await roleInside(path)) ?? NAMES.find(([, name]) => name.test(basename(path)))?.[0];
}
