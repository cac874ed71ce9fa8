import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The manifest for `dist/` alone: the repository's own with the paths of the folder it stands in, so either can be imported in Figma. */
export function distManifest(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as { main: string; ui: string };
  const inDist = (path: string): string => path.replace(/^dist\//, "");
  return `${JSON.stringify({ ...manifest, main: inDist(manifest.main), ui: inDist(manifest.ui) }, null, 2)}\n`;
}
