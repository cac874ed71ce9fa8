import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";

/** The files a run needs, by role; absolute paths. */
export interface Weights {
  readonly diffusion: string;
  readonly llm: string;
  /** Absent only where `llm` carries its own vision part (safetensors). */
  readonly mmproj?: string;
  readonly vae: string;
}

type Role = keyof Weights | "lora";

/** Told by name, the most telling first: every publisher names these parts so. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ["lora", /lora|lightning/i],
  ["mmproj", /mmproj|llm[-_]?vision/i],
  ["vae", /vae/i],
  ["llm", /llm|text[-_]?encoder|qwen[-_]?2\.?5[-_]?vl|vl[-_]?7b/i],
  ["diffusion", /edit|diffusion|qwen[-_]?image/i],
];

const SENTENCES: Readonly<Record<keyof Weights, string>> = {
  diffusion: "the diffusion model (its name contains qwen-image-edit)",
  llm: "the text encoder (qwen2.5-vl-7b)",
  mmproj: "the text encoder's vision part (mmproj)",
  vae: "the VAE (qwen_image_vae)",
};

export const roleOf = (path: string): Role | undefined => ROLES.find(([, name]) => name.test(basename(path)))?.[0];

async function weightFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => /\.(gguf|safetensors)$/i.test(name)).map((name) => join(folder, name));
}

/** The largest file of each role: where several qualities lie side by side, the best. */
async function byRole(files: readonly string[]): Promise<Partial<Record<Role, string>>> {
  const sized = await Promise.all(files.map(async (path) => ({ path, size: (await stat(path)).size })));
  const found: Partial<Record<Role, string>> = {};
  for (const { path } of sized.sort((a, b) => a.size - b.size)) {
    const role = roleOf(path);
    if (role !== undefined) found[role] = path;
  }
  return found;
}

/** The weights in a folder (and folders below), or one sentence that says which are missing. */
export async function findWeights(folder: string): Promise<Weights | string> {
  const { diffusion, llm, mmproj, vae } = await byRole(await weightFiles(folder));
  const needsVision = llm?.toLowerCase().endsWith(".gguf") === true && mmproj === undefined;
  if (diffusion !== undefined && llm !== undefined && vae !== undefined && !needsVision) {
    return { diffusion, llm, vae, ...(mmproj !== undefined && { mmproj }) };
  }
  const missing = [diffusion ?? "diffusion", llm ?? "llm", needsVision ? "mmproj" : "", vae ?? "vae"].filter((role) => role in SENTENCES);
  return `The folder in EMEND_SD_MODEL_DIR lacks ${missing.map((role) => SENTENCES[role as keyof Weights]).join(", ")}.`;
}
