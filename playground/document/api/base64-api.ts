import { fail } from "../figma-error.ts";
import type { ApiPart } from "./api-context.ts";

const CHUNK = 0x8000;

function encode(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) return fail("base64Encode", "Expected Uint8Array");
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

export const base64Api: ApiPart = {
  base64Encode: encode,
  base64Decode: (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)),
};
