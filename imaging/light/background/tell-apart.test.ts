import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import type { MattingForm, MattingModel } from "../../ports.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { removeBackground } from "./change-background.ts";
import { tellApart } from "./tell-apart.ts";

const FORM: MattingForm = { title: "Brightness", licence: "MIT", side: 64, mean: [0, 0, 0], std: [1, 1, 1], output: "logits" };

/** A network that takes what is much redder than green for the subject. */
const redness = (form: MattingForm | undefined = FORM): MattingModel & { runs: number } => ({
  runs: 0,
  form: async () => form,
  async run({ data }) {
    this.runs++;
    const n = FORM.side ** 2;
    return { dims: [1, 1, FORM.side, FORM.side], data: Float32Array.from({ length: n }, (_, i) => 60 * (data[i] - data[n + i] - 0.3)) };
  },
});

/** A red disc before coloured tiles: too busy to tell by colour alone. */
function busy(): { readonly image: RasterImage; readonly inside: (i: number) => boolean } {
  const size = 160;
  const data = new Uint8ClampedArray(size * size * 4);
  const inside = (i: number): boolean => Math.hypot((i % size) - 80, Math.floor(i / size) - 80) < 44;
  for (let i = 0; i < size * size; i++) {
    const tile = ((i % size) >> 3) * 31 + (Math.floor(i / size) >> 3) * 17;
    data.set(inside(i) ? [210, 30, 40, 255] : [(tile * 53) % 120, 60 + ((tile * 97) % 190), (tile * 29) % 250, 255], i * 4);
  }
  return { image: { width: size, height: size, data }, inside };
}

const withModel = (matting: MattingModel) => lightContext({ ports: plainPorts({ matting }) });

test("a plain ground is told by its colour; no network is asked", async () => {
  const model = redness();
  const parts = await tellApart(studioPicture().image, withModel(model));
  assert.ok(parts.ok && parts.value.plainGround);
  assert.equal(model.runs, 0);
});

test("before a busy ground the person's network cuts, and the result says so", async () => {
  const { image, inside } = busy();
  assert.equal((await tellApart(image, lightContext())).ok, false);
  const parts = await tellApart(image, withModel(redness()));
  assert.ok(parts.ok);
  let [both, either] = [0, 0];
  parts.value.alpha.data.forEach((a, i) => {
    both += Math.min(a, inside(i) ? 1 : 0);
    either += Math.max(a, inside(i) ? 1 : 0);
  });
  assert.ok(both / either > 0.95, `IoU ${both / either}`);
  const cut = await removeBackground(image, { kind: "background.remove" }, withModel(redness()));
  assert.ok(cut.ok && cut.value.cutOut);
  assert.match(cut.value.warnings.join(), /Brightness \(MIT\), which you installed/);
  assert.ok(cut.value.confidence <= 0.85);
  assert.equal(cut.value.image.data[3], 0);
});

test("no network installed, or one that fails or finds nothing: the refusal stays, and says what would help", async () => {
  const { image } = busy();
  const help = async (model: MattingModel): Promise<string> => {
    const parts = await tellApart(image, withModel(model));
    return parts.ok ? "" : (parts.error.help ?? "");
  };
  assert.match(await help({ ...redness(), form: async () => undefined }), /models install/);
  assert.match(await help({ ...redness(), run: async () => Promise.reject(new Error("no such network")) }), /no subject either/);
  const nothing = { data: new Float32Array(64 * 64).fill(-9), dims: [1, 1, 64, 64] };
  assert.match(await help({ ...redness(), run: async () => nothing }), /no subject either/);
});

test("a stopped edit stops the network too", async () => {
  const controller = new AbortController();
  controller.abort();
  const context = { ...withModel({ ...redness(), run: async (_, signal) => Promise.reject(signal?.reason) }), signal: controller.signal };
  await assert.rejects(tellApart(busy().image, context));
});
