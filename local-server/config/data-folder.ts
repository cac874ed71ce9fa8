import { homedir } from "node:os";
import { join, resolve } from "node:path";

type Env = Readonly<Record<string, string | undefined>>;

/** Where Emend keeps its data: `--data`, else `EMEND_DATA`, else the platform's place for application data. Absolute. */
export function dataFolderOf(
  given: string | undefined,
  env: Env,
  { folder = process.cwd(), platform = process.platform }: { readonly folder?: string; readonly platform?: NodeJS.Platform } = {},
): string {
  const chosen = given ?? env.EMEND_DATA;
  if (chosen !== undefined && chosen !== "") return resolve(folder, chosen);
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "Emend");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "Emend");
  return join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "emend");
}
