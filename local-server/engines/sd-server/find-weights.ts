import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Role, recogniseWeights } from "./recognise-weights.ts";

/** The files a run needs, by role; absolute paths. */
export interface Weights {
  readonly diffusion: string;
  readonly llm: string;
  /** Absent only where `llm` carries its own vision part (safetensors). */
  readonly mmproj?: string;
  readonly vae: string;
  /** The few-step LoRA, where there is one; the folder it lies in is the server's LoRA folder. */
  readonly lightning?: { readonly path: string; readonly steps: number };
}

const SENTENCES = {
  diffusion: "the diffusion model (Qwen-Image-Edit-2509)",
  llm: "the text encoder (Qwen2.5-VL-7B)",
  mmproj: "the text encoder's vision part (mmproj)",
  vae: "the VAE (qwen_image_vae)",
} as const;
const INSTALL = "emend models install qwen-image-edit-2509 brings all of it.";

interface WeightFile {
  readonly path: string;
  readonly size: number;
  readonly role: Role;
}

async function weightFiles(folder: string): Promise<WeightFile[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const paths = names.filter((name) => /\.(gguf|safetensors)$/i.test(name)).map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size, role: await recogniseWeights(path) })));
  return files.filter((file): file is WeightFile => file.role !== undefined);
}

/** The largest file that fits the budget, else the smallest: of several qualities the best this machine holds. */
function best(files: readonly WeightFile[], budget: number): string | undefined {
  const sorted = files.toSorted((a, b) => b.size - a.size);
  return (sorted.find(({ size }) => size <= budget) ?? sorted.at(-1))?.path;
}

function lightningIn(files: readonly WeightFile[]): Weights["lightning"] {
  const loras = files.map(({ path }) => path).filter((path) => /lightning/i.test(basename(path)));
  const path = loras.find((name) => /4.?steps/i.test(basename(name))) ?? loras[0];
  return path === undefined ? undefined : { path, steps: Number(/(\d+).?steps/i.exec(basename(path))?.[1] ?? 8) };
}

/**
 * The weights in folders (and folders below), or one sentence that says which are missing. `budgetBytes`: what this machine's memory
 * holds of one part.
 */
export async function findWeights(folders: readonly string[], budgetBytes: number): Promise<Weights | string> {
  const files = (await Promise.all(folders.map(weightFiles))).flat();
  const of = (role: Role): WeightFile[] => files.filter((file) => file.role === role);
  const [diffusion, llm, mmproj, vae] = (["diffusion", "llm", "mmproj", "vae"] as const).map((role) => best(of(role), budgetBytes));
  const needsVision = llm?.toLowerCase().endsWith(".gguf") === true && mmproj === undefined;
  const lightning = lightningIn(of("lora"));
  if (diffusion !== undefined && llm !== undefined && vae !== undefined && !needsVision) {
    return { diffusion, llm, vae, ...(mmproj !== undefined && { mmproj }), ...(lightning && { lightning }) };
  }
  const missing = [diffusion ? "" : "diffusion", llm ? "" : "llm", needsVision ? "mmproj" : "", vae ? "" : "vae"];
  const named = missing.flatMap((role) => (role in SENTENCES ? [SENTENCES[role as keyof typeof SENTENCES]] : []));
  return `The model folder lacks ${named.join(", ")}. ${INSTALL}`;
}

/** The folder sd-server takes LoRAs from. */
export const loraFolderOf = ({ lightning }: Weights): string | undefined => lightning && dirname(lightning.path);
