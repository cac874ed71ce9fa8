import type { LibraryFace } from "./font-library.ts";

export function listSystemFonts(): readonly LibraryFace[] {
  return [];
}
