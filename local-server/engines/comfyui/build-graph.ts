import type { ComfyFiles } from "./choose-files.ts";

export interface GraphInput {
  readonly files: ComfyFiles;
  readonly prompt: string;
  /** As LoadImage names them: the source's part first, then references. */
  readonly pictures: readonly string[];
  readonly mask?: string;
  readonly seed: number;
  readonly steps: number;
  readonly cfg: number;
  readonly lightning: boolean;
}

type Link = readonly [node: string, output: number];
interface Node {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, string | number | Link>>;
}
/** A prompt in ComfyUI's API format: nodes by id. */
export type Graph = Readonly<Record<string, Node>>;

/** Ids of the nodes whose events are listened to. */
export const SAMPLER = "sampler";
export const RESULT = "result";

const node = (class_type: string, inputs: Node["inputs"]): Node => ({ class_type, inputs });

function loaders({ files, lightning }: GraphInput): Record<string, Node> {
  const { diffusion, encoder } = files;
  const model = diffusion.node === "UNETLoader" ? { unet_name: diffusion.name, weight_dtype: "default" } : { unet_name: diffusion.name };
  const clip = { clip_name: encoder.name, type: "qwen_image", ...(encoder.node === "CLIPLoader" && { device: "default" }) };
  const lora =
    lightning && files.lightning !== undefined
      ? { lora: node("LoraLoaderModelOnly", { model: ["model", 0], lora_name: files.lightning.name, strength_model: 1 }) }
      : {};
  return {
    model: node(diffusion.node, model),
    clip: node(encoder.node, clip),
    vae: node("VAELoader", { vae_name: files.vae }),
    ...lora,
    shifted: node("ModelSamplingAuraFlow", { model: ["lora" in lora ? "lora" : "model", 0], shift: 3 }),
    normed: node("CFGNorm", { model: ["shifted", 0], strength: 1 }),
  };
}

/** Text with the pictures in view, and their latents as references. The encode node gets no VAE: with one it would resize them to 1 MP. */
function conditioning(name: string, prompt: string, pictures: readonly string[]): Record<string, Node> {
  const views = Object.fromEntries(pictures.map((_, i) => [`image${i + 1}`, [`picture${i}`, 0] as const]));
  const nodes: Record<string, Node> = { [`${name}-text`]: node("TextEncodeQwenImageEditPlus", { clip: ["clip", 0], prompt, ...views }) };
  pictures.forEach((_, i) => {
    const before: Link = [i === 0 ? `${name}-text` : `${name}-${i - 1}`, 0];
    nodes[`${name}-${i}`] = node("ReferenceLatent", { conditioning: before, latent: [`latent${i}`, 0] });
  });
  return nodes;
}

/**
 * The graph for Qwen-Image-Edit-2509 on the raw-latent path: pictures come in at the size the model works at and are encoded as they
 * are, so that the reference lies on the same grid as the output and the result shifts least. The result goes to the temporary folder.
 */
export function buildGraph(input: GraphInput): Graph {
  const { prompt, pictures, mask, seed, steps, cfg } = input;
  const last = pictures.length - 1;
  const loaded = Object.fromEntries(
    pictures.flatMap((image, i) => [
      [`picture${i}`, node("LoadImage", { image })],
      [`latent${i}`, node("VAEEncode", { pixels: [`picture${i}`, 0], vae: ["vae", 0] })],
    ]),
  );
  const masked: Record<string, Node> =
    mask === undefined
      ? {}
      : {
          mask: node("LoadImageMask", { image: mask, channel: "red" }),
          masked: node("SetLatentNoiseMask", { samples: ["latent0", 0], mask: ["mask", 0] }),
        };
  // Without guidance nobody looks at the negative side: an emptied one costs nothing.
  const negative =
    cfg > 1
      ? conditioning("negative", "", pictures)
      : { [`negative-${last}`]: node("ConditioningZeroOut", { conditioning: [`positive-${last}`, 0] }) };
  return {
    ...loaders(input),
    ...loaded,
    ...masked,
    ...conditioning("positive", prompt, pictures),
    ...negative,
    [SAMPLER]: node("KSampler", {
      ...{ model: ["normed", 0], seed, steps, cfg, sampler_name: "euler", scheduler: "simple", denoise: 1 },
      ...{ positive: [`positive-${last}`, 0], negative: [`negative-${last}`, 0] },
      latent_image: [mask === undefined ? "latent0" : "masked", 0],
    }),
    decoded: node("VAEDecode", { samples: [SAMPLER, 0], vae: ["vae", 0] }),
    [RESULT]: node("PreviewImage", { images: ["decoded", 0] }),
  };
}
