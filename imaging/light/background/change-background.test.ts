import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext } from "../../../test/fixtures/light-context.ts";
import { type StudioOptions, type StudioPicture, studioPicture } from "../../../test/fixtures/studio-picture.ts";
import type { Plane } from "../../raster/raster.ts";
import { recolourBackground, removeBackground, replaceBackground } from "./change-background.ts";
import { separate } from "./separate.ts";

/** Soft intersection over union of two coverages. */
function overlap(a: Plane, b: Plane): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.data.length; i++) {
    both += Math.min(a.data[i], b.data[i]);
    either += Math.max(a.data[i], b.data[i]);
  }
  return both / either;
}

const GROUNDS: readonly (readonly [name: string, options: StudioOptions])[] = [
  ["plain white", { ground: [255, 255, 255] }],
  ["grey, noisy", { noise: 3 }],
  ["falling off to half", { falloff: 0.5 }],
  ["with a soft shadow", { shadow: 0.3 }],
  ["blue, dark subject", { ground: [60, 110, 200], subject: [40, 36, 30] }],
];

for (const [name, options] of GROUNDS) {
  test(`the subject before a ground ${name} is told to 98 %, surely`, () => {
    const { image, alpha } = studioPicture(options);
    const parts = separate(image);
    assert.ok(parts.ok);
    assert.ok(overlap(parts.value.alpha, alpha) > 0.98, `IoU ${overlap(parts.value.alpha, alpha)}`);
    assert.ok(parts.value.confidence > 0.6, `${parts.value.confidence} ${parts.value.reasons}`);
  });
}

test("a busy ground is refused or doubted", () => {
  const parts = separate(studioPicture({ checks: [90, 140, 60] }).image);
  assert.ok(!parts.ok ? parts.error.code === "unsupported_operation" : parts.value.confidence < 0.5);
});

test("a subject like its ground is refused or doubted", () => {
  const parts = separate(studioPicture({ subject: [230, 230, 232], ground: [236, 236, 238] }).image);
  assert.ok(!parts.ok || parts.value.confidence < 0.5);
});

const wish = (colour: string, value?: string) => ({ kind: "background.recolour", style: { colour }, ...(value && { value }) }) as const;
const pixel = ({ image }: Pick<StudioPicture, "image">, x: number, y: number): number[] => [
  ...image.data.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 4),
];

test("recolouring meets the colour on the ground, keeps the subject's bytes and leaves no rim of the old ground", async () => {
  const picture = studioPicture({ ground: [250, 250, 250], subject: [30, 30, 34] });
  const done = await recolourBackground(picture.image, wish("#20304a"), lightContext());
  assert.ok(done.ok);
  assert.deepEqual(pixel(done.value, 4, 4), [0x20, 0x30, 0x4a, 255]);
  assert.deepEqual(pixel(done.value, 120, 96), pixel(picture, 120, 96));
  // Dark subject on dark ground: nothing in the result may be as light as the old white.
  for (let i = 0; i < done.value.image.data.length; i += 4) assert.ok(done.value.image.data[i] < 110);
});

test("the shadow stays on the new ground unless it is asked to go", async () => {
  const { image } = studioPicture({ shadow: 0.3, noise: 0.5 });
  const [kept, gone] = [
    await recolourBackground(image, wish("#ffcc66"), lightContext()),
    await recolourBackground(image, wish("#ffcc66", "去掉阴影"), lightContext()),
  ];
  assert.ok(kept.ok && gone.ok);
  const [x, y] = [120, 170];
  assert.ok(pixel(kept.value, x, y)[0] < 242, `${pixel(kept.value, x, y)}`);
  assert.deepEqual(pixel(gone.value, x, y), [0xff, 0xcc, 0x66, 255]);
  const styled = { kind: "background.recolour", style: { colour: "#ffcc66", shadow: false } } as const;
  const bare = await recolourBackground(image, styled, lightContext());
  assert.ok(bare.ok);
  assert.deepEqual(pixel(bare.value, x, y), [0xff, 0xcc, 0x66, 255]);
});

test("a gradient runs from its first colour at the top to its last at the bottom, or the way it is said to", async () => {
  const { image } = studioPicture();
  const [right, bottom] = [image.width - 1, image.height - 1];
  const ground = async (gradientAngle?: number) => {
    const style = { gradient: ["#ff0000", "#0000ff"], ...(gradientAngle === undefined ? {} : { gradientAngle }) };
    const done = await recolourBackground(image, { kind: "background.recolour", style }, lightContext());
    assert.ok(done.ok);
    return (x: number, y: number) => (pixel(done.value, x, y)[0] > 245 ? "red" : pixel(done.value, x, y)[2] > 245 ? "blue" : "between");
  };
  const [down, across, slant] = [await ground(), await ground(0), await ground(135)];
  assert.deepEqual([down(2, 0), down(2, bottom)], ["red", "blue"]);
  assert.deepEqual([across(0, 2), across(right, 2), across(0, bottom)], ["red", "blue", "red"]);
  assert.deepEqual([slant(right, 0), slant(0, bottom), slant(0, 0)], ["red", "blue", "between"]);
});

test("a cut-out is transparent where the ground was, opaque on the subject, and marked as standing in for the source", async () => {
  const picture = studioPicture();
  const done = await removeBackground(picture.image, { kind: "background.remove" }, lightContext());
  assert.ok(done.ok && done.value.cutOut);
  assert.deepEqual(pixel(done.value, 3, 3), [0, 0, 0, 0]);
  assert.deepEqual(pixel(done.value, 120, 96), pixel(picture, 120, 96));
});

test("a reference becomes the new ground; words alone are refused with what can be done", async () => {
  const { image } = studioPicture();
  const reference = studioPicture({ ground: [10, 90, 20], width: 90, height: 200, noise: 0 }).ground;
  const done = await replaceBackground(image, { kind: "background.replace", value: "beach" }, lightContext({ references: [reference] }));
  assert.ok(done.ok);
  assert.deepEqual(pixel(done.value, 2, 2), [10, 90, 20, 255]);
  const refused = await replaceBackground(image, { kind: "background.replace", value: "beach" }, lightContext());
  assert.ok(!refused.ok && refused.error.code === "unsupported_operation" && /reference/.test(refused.error.help ?? ""));
});
