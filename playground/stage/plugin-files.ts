import * as v from "valibot";

const ManifestSchema = v.object({
  name: v.string(),
  id: v.string(),
  networkAccess: v.object({ allowedDomains: v.array(v.string()) }),
  relaunchButtons: v.optional(v.array(v.object({ command: v.string(), name: v.string() }))),
});
export type StageManifest = v.InferOutput<typeof ManifestSchema>;

/** The plugin as it is installed in Figma: manifest, main script, panel. */
export interface PluginFiles {
  readonly manifest: StageManifest;
  readonly main: string;
  readonly html: string;
}

async function text(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** Loads the copies that lie beside this page. */
export async function loadPluginFiles(): Promise<PluginFiles> {
  const [manifest, main, html] = await Promise.all([text("plugin/manifest.json"), text("plugin/main.js"), text("plugin/ui.html")]);
  return { manifest: v.parse(ManifestSchema, JSON.parse(manifest)), main, html };
}

/** The interface font as a style rule that needs no connection. */
export async function loadFontSheet(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch("inter.woff2")).arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}
