import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackageCard } from "./model-cards.ts";

export type PackageState = "present" | "missing" | "altered";

/** The folder of the installed package, npm may hoist it anywhere above us; `.` is the folder of the cards. */
function packageFolderOf(card: PackageCard): string | undefined {
  if (card.package === ".") return fileURLToPath(new URL("../../models", import.meta.url));
  const name = card.package.replace(/(?!^)@.*$/, "");
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return paths.map((path) => join(path, name)).find((path) => existsSync(path));
}

type CheckFile = (path: string, file: PackageCard["files"][number]) => Promise<PackageState>;

const readWhole: CheckFile = async (path, { sha256 }) => {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return "missing";
  return createHash("sha256").update(bytes).digest("hex") === sha256 ? "present" : "altered";
};

const look: CheckFile = async (path, { bytes }) => {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return "missing";
  return size === bytes ? "present" : "altered";
};

/** State of a model that lies in an npm package. `thorough` reads every byte and compares digests; else sizes are compared. */
export async function packageState(card: PackageCard, { thorough }: { readonly thorough: boolean }): Promise<PackageState> {
  const folder = packageFolderOf(card);
  if (folder === undefined) return "missing";
  const check = thorough ? readWhole : look;
  const states = await Promise.all(card.files.map((file) => check(join(folder, file.path), file)));
  return states.find((state) => state !== "present") ?? "present";
}
