/** The parts of the model as this ComfyUI has them. */
export interface ComfyFiles {
  readonly diffusion: { readonly node: "UNETLoader" | "UnetLoaderGGUF"; readonly name: string };
  readonly encoder: { readonly node: "CLIPLoader" | "CLIPLoaderGGUF"; readonly name: string };
  readonly vae: string;
  /** The few-step LoRA, where there is one, with the steps it is made for. */
  readonly lightning?: { readonly name: string; readonly steps: number };
}

/** `/object_info` as far as it is looked at: file lists are the first element of an input's description. */
export type ObjectInfo = Readonly<
  Record<string, { readonly input?: { readonly required?: Readonly<Record<string, unknown>> } } | undefined>
>;

/** Nodes every graph needs, all of them part of ComfyUI itself since September 2025. */
export const NODES = [
  "LoadImage",
  "LoadImageMask",
  "VAELoader",
  "VAEEncode",
  "VAEDecode",
  "TextEncodeQwenImageEditPlus",
  "ReferenceLatent",
  "ConditioningZeroOut",
  "ModelSamplingAuraFlow",
  "CFGNorm",
  "LoraLoaderModelOnly",
  "SetLatentNoiseMask",
  "KSampler",
  "PreviewImage",
] as const;

/** Looked at beside them: where files are listed; the GGUF ones are there only with an extension. */
export const LOADERS = ["UNETLoader", "CLIPLoader", "UnetLoaderGGUF", "CLIPLoaderGGUF"] as const;

const FOLDERS = {
  diffusion:
    "the diffusion model: put qwen_image_edit_2509_fp8_e4m3fn.safetensors from huggingface.co/Comfy-Org/Qwen-Image-Edit_ComfyUI into models/diffusion_models (or a .gguf from huggingface.co/QuantStack/Qwen-Image-Edit-2509-GGUF into models/unet, with the extension ComfyUI-GGUF)",
  encoder:
    "the text encoder: put qwen_2.5_vl_7b_fp8_scaled.safetensors from huggingface.co/Comfy-Org/Qwen-Image_ComfyUI into models/text_encoders",
  vae: "the VAE: put qwen_image_vae.safetensors from huggingface.co/Comfy-Org/Qwen-Image_ComfyUI into models/vae",
} as const;

function filesIn(info: ObjectInfo, node: string, input: string): readonly string[] {
  const described = info[node]?.input?.required?.[input];
  const list: unknown = Array.isArray(described) ? described[0] : undefined;
  // Newer nodes describe a list as ["COMBO", {options}].
  const options: unknown = Array.isArray(described) ? (described[1] as { options?: unknown } | undefined)?.options : undefined;
  const names = Array.isArray(list) ? list : Array.isArray(options) ? options : [];
  return names.filter((name): name is string => typeof name === "string");
}

const bare = (name: string): string => name.replace(/^.*[\\/]/, "");

/** The first file whose name tells it is the one; among several the longest list order stays ComfyUI's own. */
const pick = (names: readonly string[], pattern: RegExp): string | undefined => names.find((name) => pattern.test(bare(name)));

const DIFFUSION = /qwen.?image.?edit.?(plus|2509)/i;
const LORA = /lora|lightning/i;

function chooseDiffusion(info: ObjectInfo, wanted: string): ComfyFiles["diffusion"] | undefined {
  for (const node of ["UNETLoader", "UnetLoaderGGUF"] as const) {
    const names = filesIn(info, node, "unet_name");
    const name =
      wanted === ""
        ? pick(
            names.filter((file) => !LORA.test(bare(file))),
            DIFFUSION,
          )
        : names.find((file) => bare(file) === bare(wanted));
    if (name !== undefined) return { node, name };
  }
  return undefined;
}

function chooseEncoder(info: ObjectInfo): ComfyFiles["encoder"] | undefined {
  for (const node of ["CLIPLoader", "CLIPLoaderGGUF"] as const) {
    const name = pick(filesIn(info, node, "clip_name"), /qwen.?2\.?5.?vl/i);
    if (name !== undefined) return { node, name };
  }
  return undefined;
}

function chooseLightning(info: ObjectInfo): ComfyFiles["lightning"] {
  const names = filesIn(info, "LoraLoaderModelOnly", "lora_name").filter((name) => /qwen.?image.?edit.?2509.*lightning/i.test(bare(name)));
  const name = pick(names, /4.?steps/i) ?? names[0];
  return name === undefined ? undefined : { name, steps: Number(/(\d+).?steps/i.exec(bare(name))?.[1] ?? 8) };
}

/** The files to use, or one sentence that names every node and file that is missing and where it comes from. `wanted`: a diffusion model by name. */
export function chooseFiles(info: ObjectInfo, wanted: string): ComfyFiles | string {
  const nodes = NODES.filter((node) => info[node] === undefined);
  if (nodes.length > 0) return `ComfyUI lacks the nodes ${nodes.join(", ")}: update it.`;
  const diffusion = chooseDiffusion(info, wanted);
  const encoder = chooseEncoder(info);
  const vae = pick(filesIn(info, "VAELoader", "vae_name"), /qwen.?image.*vae/i);
  const lightning = chooseLightning(info);
  if (diffusion !== undefined && encoder !== undefined && vae !== undefined) {
    return { diffusion, encoder, vae, ...(lightning && { lightning }) };
  }
  const named = wanted === "" ? FOLDERS.diffusion : `the diffusion model ${bare(wanted)}, which the settings name`;
  const missing = [diffusion ? [] : named, encoder ? [] : FOLDERS.encoder, vae ? [] : FOLDERS.vae].flat();
  return `ComfyUI lacks ${missing.join("; ")}.`;
}
