import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { findWeights, loraFolderOf } from "./find-weights.ts";
import { architectureOf, recogniseWeights } from "./recognise-weights.ts";
import { startLine } from "./start-line.ts";

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "emend-weights-"));
});
after(() => rmSync(folder, { recursive: true }));

const text = (value: string): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(value)));
  return Buffer.concat([length, Buffer.from(value)]);
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
/** A GGUF head with a number before the architecture. */
const gguf = (architecture: string, size = 0): Buffer => {
  const keys = [
    Buffer.concat([text("general.alignment"), u32(4), u32(32)]),
    Buffer.concat([text("general.architecture"), u32(8), text(architecture)]),
  ];
  return Buffer.concat([Buffer.from("GGUF"), u32(3), u64(0), u64(keys.length), ...keys, Buffer.alloc(size)]);
};
const safetensors = (...names: string[]): Buffer => {
  const header = Buffer.from(
    JSON.stringify(Object.fromEntries(names.map((name) => [name, { dtype: "F16", shape: [1], data_offsets: [0, 2] }]))),
  );
  return Buffer.concat([u64(header.length), header, Buffer.alloc(2)]);
};
const put = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
  return path;
};

test("weights are told by what is inside, whatever they are called", async () => {
  const files: readonly (readonly [string, Buffer, string | undefined])[] = [
    ["a.gguf", gguf("qwen_image"), "diffusion"],
    ["b.gguf", gguf("qwen2vl"), "llm"],
    ["c.gguf", gguf("clip"), "mmproj"],
    ["d.safetensors", safetensors("decoder.conv1.weight", "encoder.conv1.weight"), "vae"],
    ["e.safetensors", safetensors("transformer_blocks.0.attn.to_q.lora_A.weight"), "lora"],
    [
      "f.safetensors",
      safetensors("model.diffusion_model.txt_norm.weight", "model.diffusion_model.transformer_blocks.0.attn.to_q.weight"),
      "diffusion",
    ],
    ["g.safetensors", safetensors("model.layers.0.mlp.up_proj.weight", "visual.blocks.0.attn.qkv.weight"), "llm"],
    ["h.gguf", gguf("llama"), undefined],
    ["misleading-vae.gguf", gguf("qwen_image"), "diffusion"],
    ["qwen_image_vae.safetensors", Buffer.from("weights"), "vae"],
  ];
  for (const [name, bytes, role] of files) assert.equal(await recogniseWeights(put(`kinds/${name}`, bytes)), role, name);
});

test("a head that lies about its lengths is no architecture and no crash", () => {
  const lying = gguf("qwen_image");
  lying.writeBigUInt64LE(2n ** 62n, 24);
  assert.equal(architectureOf(lying), undefined);
  for (let length = 0; length < 90; length++) assert.doesNotThrow(() => architectureOf(gguf("qwen_image").subarray(0, length)));
});

test("of several qualities the best that memory holds is taken, else the smallest", async () => {
  put("set/large.gguf", gguf("qwen_image", 9_000));
  const small = put("set/small.gguf", gguf("qwen_image", 10));
  const middle = put("set/middle.gguf", gguf("qwen_image", 900));
  put("set/text.gguf", gguf("qwen2vl"));
  put("set/eyes.gguf", gguf("clip"));
  put("set/v.safetensors", safetensors("decoder.conv1.weight", "encoder.conv1.weight"));
  const at = async (budget: number) => (await findWeights([join(folder, "set")], budget)) as { diffusion: string };
  assert.equal((await at(5_000)).diffusion, middle);
  assert.equal((await at(5)).diffusion, small);
});

test("the LoRA folder is given to the server only where there is a LoRA", async () => {
  const weights = await findWeights([join(folder, "set")], Number.POSITIVE_INFINITY);
  assert.ok(typeof weights !== "string");
  assert.equal(loraFolderOf(weights), undefined);
  assert.equal(startLine(weights, 1, { gpu: "none", vramGiB: 0 }).includes("--lora-model-dir"), false);
  put("set/lora/Qwen-Image-Edit-2509-Lightning-8steps.safetensors", safetensors("x.lora_up.weight"));
  const four = put("set/lora/Qwen-Image-Edit-2509-Lightning-4steps.safetensors", safetensors("x.lora_up.weight"));
  const with4 = await findWeights([join(folder, "set")], Number.POSITIVE_INFINITY);
  assert.ok(typeof with4 !== "string");
  assert.deepEqual(with4.lightning, { path: four, steps: 4 });
  const args = startLine(with4, 1, { gpu: "none", vramGiB: 0 });
  assert.equal(args[args.indexOf("--lora-model-dir") + 1], join(folder, "set/lora"));
});

test("the start line keeps weights where the card has room", async () => {
  const weights = { diffusion: "d", llm: "l", mmproj: "m", vae: "v" };
  const memoryOf = (vramGiB: number, gpu: "cuda" | "none" = "cuda"): string =>
    startLine(weights, 1, { gpu, vramGiB })
      .slice(startLine(weights, 1, { gpu: "none", vramGiB: 0 }).length)
      .join(" ");
  assert.equal(memoryOf(0, "none"), "");
  assert.equal(memoryOf(24), "");
  assert.equal(memoryOf(16), "--offload-to-cpu");
  assert.equal(memoryOf(8), "--offload-to-cpu --max-vram 7.0 --stream-layers");
  assert.equal(memoryOf(0), "--offload-to-cpu --max-vram -1 --stream-layers");
});
