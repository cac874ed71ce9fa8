import type { GivenPicture } from "../hosted-engine.ts";

/** How deep outputs are searched. */
const DEPTH = 8;
/** How base64 of PNG, JPEG, WebP and GIF begins. */
const BASE64_PICTURE = /^(iVBORw0KGgo|\/9j\/|UklGR|R0lGOD)[A-Za-z0-9+/\s]+=*\s*$/;
const MARKDOWN = /!\[[^\]]*\]\(\s*<?([^\s)>]+)>?[^)]*\)/;
const HTML = /<img[^>]+src=["']([^"']+)["']/i;
const DATA_URL = /data:image\/[\w.+-]+;base64,[A-Za-z0-9+/=]+/;
const BARE_URL = /https?:\/\/[^\s"'<>()\]]+/;
const FILE_URL = /^\/?files\/\S+$/;

type Loose = Readonly<Record<string, unknown>>;

/** Files the app made, or those it was given: an app may well answer with the picture it got beside the new one. */
type Origin = "made" | "given";

/** Dify's own file objects: a signed `url`, absolute or relative to the server, or the place the file was taken from. */
function ofFile(value: Loose, origin: Origin): GivenPicture | undefined {
  if ((value.transfer_method === "local_file") !== (origin === "given")) return undefined;
  const isPicture = value.type === "image" || String(value.mime_type ?? "").startsWith("image/");
  const isFile = value.dify_model_identity === "__dify__file__" || value.transfer_method !== undefined || value.event === "message_file";
  const url = value.url ?? value.remote_url;
  return isPicture && isFile && typeof url === "string" && url !== "" ? { url } : undefined;
}

function ofText(text: string): GivenPicture | undefined {
  const inline = DATA_URL.exec(text)?.[0];
  if (inline !== undefined) return { url: inline };
  const linked = MARKDOWN.exec(text)?.[1] ?? HTML.exec(text)?.[1] ?? FILE_URL.exec(text.trim())?.[0] ?? BARE_URL.exec(text)?.[0];
  if (linked !== undefined) return { url: linked };
  return BASE64_PICTURE.test(text.trim()) ? { bytes: Buffer.from(text, "base64") } : undefined;
}

/** Text that is itself JSON: code nodes like to answer so. */
function unwrapped(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** File objects anywhere in an output. */
function fileIn(value: unknown, origin: Origin, depth = DEPTH): GivenPicture | undefined {
  if (typeof value === "string") return depth > 0 ? fileIn(unwrapped(value), origin, depth - 1) : undefined;
  if (typeof value !== "object" || value === null || depth === 0) return undefined;
  const own = Array.isArray(value) ? undefined : ofFile(value as Loose, origin);
  return own ?? firstOf(Object.values(value), (part) => fileIn(part, origin, depth - 1));
}

/** Pictures in the words of an output. */
function textIn(value: unknown, depth = DEPTH): GivenPicture | undefined {
  if (typeof value === "string") return (depth > 0 ? textIn(unwrapped(value), depth - 1) : undefined) ?? ofText(value);
  if (typeof value !== "object" || value === null || depth === 0) return undefined;
  // The address inside a file object belongs to the file, whoever made it.
  if (!Array.isArray(value) && (ofFile(value as Loose, "given") ?? ofFile(value as Loose, "made")) !== undefined) return undefined;
  return firstOf(Object.values(value), (part) => textIn(part, depth - 1));
}

function firstOf<T>(values: readonly T[], find: (value: T) => GivenPicture | undefined): GivenPicture | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The picture in an app's output, however it comes: file objects first, then data URL, markdown or HTML link, bare address, base64. */
export const findPicture = (output: unknown): GivenPicture | undefined =>
  fileIn(output, "made") ?? textIn(output) ?? fileIn(output, "given");
