import type { Weights } from "./find-weights.ts";

export interface Memory {
  /** Of the graphics card, GiB; 0 = none known. */
  readonly vramGiB: number;
}

/** A card with this much holds model, encoder and VAE at once; below, parts wait in main memory. */
const HOLDS_ALL_GIB = 24;

/**
 * Arguments of sd-server for Qwen-Image-Edit-2509 on a loopback port. `--eager-load`: broken weights end it at the start and ready
 * means loaded. `--diffusion-fa`: without it this model's pictures are broken. Tiling keeps the VAE's largest buffer small.
 */
export function startLine(weights: Weights, port: number, { vramGiB }: Memory): readonly string[] {
  const vision = weights.mmproj === undefined ? [] : ["--llm_vision", weights.mmproj];
  return [
    ...["--listen-ip", "127.0.0.1", "--listen-port", String(port)],
    ...["--diffusion-model", weights.diffusion, "--llm", weights.llm, ...vision, "--vae", weights.vae],
    ...["--cfg-scale", "2.5", "--sampling-method", "euler", "--flow-shift", "3", "--diffusion-fa", "--vae-tiling", "--eager-load"],
    ...(vramGiB >= HOLDS_ALL_GIB ? [] : ["--offload-to-cpu"]),
  ];
}
