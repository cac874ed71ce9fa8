import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

export interface StaticFiles {
  /** The answer to a path, `undefined` where there is no such file. */
  serve(path: string): Promise<Response | undefined>;
}

/**
 * The files that lie in `folder` now, by URL path; a request can only name one of them, so no path is ever built from a request.
 * `undefined` where the folder has no `index.html`.
 */
export async function openStaticFiles(folder: string): Promise<StaticFiles | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const known = new Map(files.map((file) => [`/${relative(folder, file).split(sep).join("/")}`, file]));
  const index = known.get("/index.html");
  if (index === undefined) return undefined;
  known.set("/", index);
  return {
    serve: async (path) => {
      const file = known.get(path);
      const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
      if (file === undefined || bytes === undefined) return undefined;
      return new Response(bytes, { headers: { "content-type": TYPES[extname(file)] ?? "application/octet-stream" } });
    },
  };
}
