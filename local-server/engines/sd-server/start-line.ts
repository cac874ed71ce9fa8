import type { Hardware } from "../../hardware/detect-hardware.ts";
import { loraFolderOf, type Weights } from "./find-weights.ts";

/** A card with this much holds model, encoder and VAE at once; below, parts wait in main memory. */
const HOLDS_ALL_GIB = 24;
/** A card with less cannot hold the diffusion model even alone: its layers are streamed through. */
const HOLDS_MODEL_GIB = 10;
/** Left to the system and to what is on the screen. */
const RESERVE_GIB = 1;

/** Where the weights stay, by the card's memory. */
function memoryFlags({ gpu, vramGiB }: Pick<Hardware, "gpu" | "vramGiB">): readonly string[] {
  if (gpu === "none" && vramGiB === 0) return [];
  if (vramGiB >= HOLDS_ALL_GIB) return [];
  if (vramGiB >= HOLDS_MODEL_GIB) return ["--offload-to-cpu"];
  // Unknown memory (0): the server asks the card itself.
  const budget = vramGiB > 2 ? (vramGiB - RESERVE_GIB).toFixed(1) : "-1";
  return ["--offload-to-cpu", "--max-vram", budget, "--stream-layers"];
}

/**
 * Arguments of sd-server for Qwen-Image-Edit-2509 on a loopback port. `--eager-load`: broken weights end it at the start and ready
 * means loaded. `--diffusion-fa`: without it this model's pictures are broken. Tiling keeps the VAE's largest buffer small. The LoRA
 * folder is given only where there is a LoRA: the server shows its files to whoever asks.
 */
export function startLine(weights: Weights, port: number, hardware: Pick<Hardware, "gpu" | "vramGiB">): readonly string[] {
  const vision = weights.mmproj === undefined ? [] : ["--llm_vision", weights.mmproj];
  const loras = loraFolderOf(weights);
  return [
    ...["--listen-ip", "127.0.0.1", "--listen-port", String(port)],
    ...["--diffusion-model", weights.diffusion, "--llm", weights.llm, ...vision, "--vae", weights.vae],
    ...["--cfg-scale", "2.5", "--sampling-method", "euler", "--flow-shift", "3", "--diffusion-fa", "--vae-tiling", "--eager-load"],
    ...(loras === undefined ? [] : ["--lora-model-dir", loras]),
    ...memoryFlags(hardware),
  ];
}
