import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { studioPicture } from "../../../test/fixtures/studio-picture.ts";
import { createMask, createRaster, type RasterImage } from "../../raster/raster.ts";
import type { LightStep } from "../light-step.ts";
import { adjustTone } from "./adjust-tone.ts";
import { gradeColour } from "./grade-colour.ts";
import { LOOKS, NEUTRAL, toneWish } from "./tone-wish.ts";

const { image } = studioPicture();

async function done(value: string, more: Parameters<typeof lightContext>[0] = {}, target?: string): Promise<LightStep> {
  const result = await adjustTone(image, { kind: "tone.adjust", value, ...(target && { target }) }, lightContext(more));
  assert.ok(result.ok, result.ok ? "" : result.error.message);
  return result.value;
}

function means({ data }: RasterImage): number[] {
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4) for (let c = 0; c < 3; c++) sum[c] += data[i + c];
  return sum.map((s) => s / (data.length / 4));
}
const bright = (picture: RasterImage): number => means(picture).reduce((a, b) => a + b, 0);

test("a neutral wish gives every colour back", async () => {
  for (const colour of [
    [0, 0, 0],
    [255, 255, 255],
    [12, 200, 90],
    [255, 0, 0],
  ] as const) {
    const off = gradeColour(colour, NEUTRAL).map((v, c) => Math.abs(v - colour[c]));
    assert.ok(Math.max(...off) < 0.01, `${colour}`);
  }
});

test("brighter is brighter, darker darker, warmer redder and less blue", async () => {
  assert.ok(bright((await done("brightness +20%")).image) > bright(image) + 5);
  assert.ok(bright((await done("brightness 80%")).image) < bright(image) - 30, "80 % is a level below the present one");
  const [r, , b] = means((await done("warmth +20%")).image);
  const [r0, , b0] = means(image);
  assert.ok(r - b > r0 - b0 + 8);
});

test("black and white stay what they are when a picture is brightened or given contrast", async () => {
  for (const value of ["brightness +40%", "contrast +40%", "exposure +30%", "saturation +40%"]) {
    const wish = toneWish(value);
    assert.ok(wish);
    assert.ok(Math.max(...gradeColour([0, 0, 0], wish)) < 0.5, value);
    assert.ok(Math.min(...gradeColour([255, 255, 255], wish)) > 254, value);
  }
});

test("curves never turn an order of greys around", async () => {
  for (const value of ["contrast +100%", "brightness +100%", "highlights -100%", "shadows +100%", ...Object.keys(LOOKS)]) {
    const wish = toneWish(value);
    assert.ok(wish);
    const greys = Array.from({ length: 52 }, (_, i) => gradeColour([i * 5, i * 5, i * 5], wish)[1]);
    for (let i = 1; i < greys.length; i++) assert.ok(greys[i] >= greys[i - 1] - 0.3, `${value} at ${i * 5}`);
  }
});

test("grayscale has no colour left", async () => {
  const { data } = (await done("grayscale")).image;
  for (let i = 0; i < data.length; i += 4)
    assert.ok(Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) <= 2);
});

test("a region keeps every byte outside it", async () => {
  const region = { x: 20, y: 30, width: 50, height: 40 };
  const result = (await done("sepia", { region })).image;
  for (let i = 0; i < image.data.length; i++) {
    const [x, y] = [Math.floor(i / 4) % image.width, Math.floor(i / 4 / image.width)];
    if (x >= 20 && x < 70 && y >= 30 && y < 70) continue;
    assert.equal(result.data[i], image.data[i]);
  }
  assert.notDeepEqual(result.data, image.data);
});

test("half a mask is half an effect", async () => {
  const full = createMask(image.width, image.height);
  full.data.fill(255);
  const half = createMask(image.width, image.height);
  half.data.fill(128);
  const [whole, part] = [(await done("brightness -40%", { mask: full })).image, (await done("brightness -40%", { mask: half })).image];
  const at = 4 * (10 * image.width + 10);
  assert.ok(Math.abs(part.data[at] - (image.data[at] + whole.data[at]) / 2) <= 2);
});

test("the background alone can be blurred or darkened: the subject keeps its bytes", async () => {
  const result = (await done("brightness -30%", {}, "背景")).image;
  const middle = 4 * (96 * image.width + 120);
  assert.deepEqual(result.data.subarray(middle, middle + 4), image.data.subarray(middle, middle + 4));
  assert.ok(result.data[4] < image.data[4] - 40);
});

test("burnt-out detail lowers the confidence and is said", async () => {
  const ramp = createRaster(256, 40);
  for (let i = 0; i < ramp.data.length; i += 4) ramp.data.fill((i / 4) % 256, i, i + 3).fill(255, i + 3, i + 4);
  const crushed = await adjustTone(ramp, { kind: "tone.adjust", value: "brightness -100%" }, lightContext());
  assert.ok(crushed.ok && crushed.value.confidence < 0.5 && crushed.value.reasons.length === 1);
});

test("an unknown tone or a thing known by name only is refused with what can be done", async () => {
  const unknown = await adjustTone(image, { kind: "tone.adjust", value: "fluffy" }, lightContext());
  assert.ok(!unknown.ok && unknown.error.code === "unsupported_operation" && unknown.error.help?.includes("brightness"));
  const sky = await adjustTone(image, { kind: "tone.adjust", value: "brightness -20%", target: "天空" }, lightContext());
  assert.ok(!sky.ok && sky.error.message.includes("天空"));
});

test("values the grammar does not write are no wishes", async () => {
  for (const value of ["", "brightness", "brightness ++20%", "20%", "vintage +20%"]) assert.equal(toneWish(value), undefined, value);
});

test("a colour cast is taken back, and a picture without one stays nearly as it is", async () => {
  const grey = createRaster(64, 64);
  for (let i = 0; i < 4096; i++) {
    const v = 60 + (i % 64) * 2;
    grey.data.set([v, v, v, 255], i * 4);
  }
  const cast: RasterImage = {
    ...grey,
    data: Uint8ClampedArray.from(grey.data, (v, i) => (i % 4 === 0 ? v * 1.15 : i % 4 === 2 ? v * 0.8 : v)),
  };
  const spread = (picture: RasterImage): number => Math.max(...means(picture)) - Math.min(...means(picture));
  const balanced = async (picture: RasterImage): Promise<RasterImage> => {
    const result = await adjustTone(picture, { kind: "tone.adjust", value: "white-balance" }, lightContext());
    assert.ok(result.ok);
    return result.value.image;
  };
  assert.ok(spread(cast) > 30);
  assert.ok(spread(await balanced(cast)) < 3, `${spread(await balanced(cast))}`);
  assert.ok(means(await balanced(grey)).every((v, c) => Math.abs(v - means(grey)[c]) < 1));
});

test("what is to be left alone keeps its bytes, the ground between letters does not", async () => {
  const page = createRaster(80, 40);
  page.data.fill(255);
  for (let i = 0; i < page.data.length; i += 4) page.data.set([200, 200, 200], i);
  const letter = (20 * 80 + 40) * 4;
  page.data.set([20, 30, 40], letter);
  const quad = [
    { x: 20, y: 10 },
    { x: 60, y: 10 },
    { x: 60, y: 30 },
    { x: 20, y: 30 },
  ];
  const ports = plainPorts({ findTexts: async () => [{ string: "A", quad, confidence: 1 }] });
  const result = await adjustTone(
    page,
    { kind: "tone.adjust", value: "brightness +20%", target: "except the text" },
    lightContext({ ports }),
  );
  assert.ok(result.ok);
  const { data } = result.value.image;
  assert.deepEqual([...data.slice(letter, letter + 3)], [20, 30, 40]);
  assert.ok(data[letter + 4] > 205 && data[0] > 205, "between the letters and outside");
});

test("all but the ground is the subject; a thing nobody can find is told, not toned over", async () => {
  const ground = await done("brightness -40%", {}, "除了背景");
  assert.deepEqual([...ground.image.data.slice(0, 3)], [...image.data.slice(0, 3)]);
  assert.ok(bright(ground.image) < bright(image));
  const lamp = await adjustTone(image, { kind: "tone.adjust", value: "warm", target: "except the lamp" }, lightContext({}));
  assert.ok(!lamp.ok && lamp.error.code === "unsupported_operation");
});
