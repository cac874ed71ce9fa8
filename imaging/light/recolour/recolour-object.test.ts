import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { type StudioOptions, studioPicture } from "../../../test/fixtures/studio-picture.ts";
import { parseHex, toCielab } from "../../raster/colour.ts";
import { deltaE2000Lab } from "../../raster/delta-e.ts";
import { createMask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { recolourObject } from "./recolour-object.ts";
import { medianLab } from "./repaint.ts";

const recolour = (image: RasterImage, colour: string, more: Parameters<typeof lightContext>[0] = {}, target = "thing") =>
  recolourObject(image, { kind: "object.recolour", target, style: { colour } }, lightContext(more));

const offBy = (image: RasterImage, within: Plane, colour: string): number => {
  const reached = medianLab(image, within);
  assert.ok(reached);
  return deltaE2000Lab(reached, toCielab(parseHex(colour) ?? [0, 0, 0]));
};

const CASES: readonly (readonly [StudioOptions["subject"], string])[] = [
  [[180, 40, 50], "#1e5fbf"],
  [[180, 40, 50], "#f5f5dc"],
  [[40, 40, 44], "#c0392b"],
  [[40, 40, 44], "#f0f0f0"],
  [[200, 205, 60], "#202020"],
  [[90, 150, 200], "#ffc0cb"],
];

for (const [subject, colour] of CASES) {
  test(`a subject of ${subject} becomes ${colour} within ΔE 2 at its median, its shading kept`, () => {
    const { image, alpha } = studioPicture({ ...(subject && { subject }), ground: [228, 232, 236] });
    const done = recolour(image, colour);
    assert.ok(done.ok);
    assert.ok(offBy(done.value.image, alpha, colour) <= 2, `ΔE ${offBy(done.value.image, alpha, colour)}`);
    const light = (x: number, y: number): number =>
      done.value.image.data.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 3).reduce((a, b) => a + b, 0);
    assert.ok(light(95, 70) > light(145, 122), "the lit side stays the lighter one");
  });
}

test("bytes outside the recoloured thing stay", () => {
  const { image, alpha } = studioPicture();
  const done = recolour(image, "#1e5fbf");
  assert.ok(done.ok);
  for (let i = 0; i < alpha.data.length; i++) {
    if (alpha.data[i] === 0 && done.value.image.data[i * 4] !== image.data[i * 4]) {
      // The soft edge reaches a pixel or two beyond antialiasing, no further.
      const [x, y] = [i % image.width, Math.floor(i / image.width)];
      const near = [-3, 0, 3].some((dx) => [-3, 0, 3].some((dy) => (alpha.data[i + dx + dy * image.width] ?? 0) > 0));
      assert.ok(near, `${x},${y}`);
    }
  }
});

test("a thing in a busy picture is found by a box around it, and by a mask", () => {
  const { image, alpha } = studioPicture({ checks: [120, 160, 90], ground: [150, 180, 120] });
  const region = { x: 50, y: 30, width: 140, height: 132 };
  const boxed = recolour(image, "#1e5fbf", { region });
  assert.ok(boxed.ok);
  assert.ok(offBy(boxed.value.image, alpha, "#1e5fbf") <= 2);
  const mask = createMask(image.width, image.height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = alpha.data[i] * 255;
  const masked = recolour(image, "#1e5fbf", { mask });
  assert.ok(masked.ok && masked.value.confidence > 0.5);
  assert.ok(offBy(masked.value.image, alpha, "#1e5fbf") <= 2);
});

test("a thing in a busy picture is found by the colour it is said to have", () => {
  const { image, alpha } = studioPicture({ checks: [120, 160, 90], ground: [150, 180, 120] });
  const done = recolour(image, "#1e5fbf", { ports: plainPorts({ coloursIn: () => ["#ff0000"] }) }, "the red ball");
  assert.ok(done.ok);
  assert.ok(offBy(done.value.image, alpha, "#1e5fbf") <= 2);
});

test("a thing known by name only is refused with what would help", () => {
  const { image } = studioPicture({ checks: [30, 60, 200], ground: [220, 200, 40] });
  const done = recolour(image, "#1e5fbf", {}, "sofa");
  assert.ok(
    !done.ok && done.error.code === "unsupported_operation" && done.error.message.includes("sofa") && /region/.test(done.error.help ?? ""),
  );
});

test("a thing of the same colour that stands apart is changed too, and said, unless several were meant", () => {
  const { image } = studioPicture({ ground: [228, 232, 236] });
  for (let y = 20; y < 180; y++) for (let x = 200; x < 232; x++) image.data.set([180, 40, 50], (y * image.width + x) * 4);
  const red = { ports: plainPorts({ coloursIn: () => ["#ff0000"] }) };
  const said = (target: string): string => {
    const done = recolour(image, "#1e5fbf", red, target);
    assert.ok(done.ok);
    return done.value.reasons.join();
  };
  assert.match(said("the red ball"), /stand apart .* all of them were changed/);
  assert.deepEqual([said("red things"), said("红色")], ["", ""]);
});

test("a nearly black thing made much lighter is to be looked at, made navy or of a middle grey it is not", () => {
  const said = (subject: readonly [number, number, number], colour: string): string => {
    const done = recolour(studioPicture({ subject, ground: [228, 232, 236] }).image, colour);
    assert.ok(done.ok);
    return done.value.reasons.join();
  };
  assert.match(said([26, 26, 28], "#ff0000"), /nearly black/);
  assert.deepEqual([said([26, 26, 28], "#1f2f4f"), said([110, 110, 114], "#ff0000")].join().includes("nearly black"), false);
});

/** A red ball before green, on a floor of nearly its red that runs out of the picture. */
function onRedFloor(): ReturnType<typeof studioPicture> {
  const scene = studioPicture({ ground: [120, 150, 120], noise: 2 });
  const { image, alpha } = scene;
  for (let i = 0; i < alpha.data.length; i++) {
    const [x, y] = [i % image.width, Math.floor(i / image.width)];
    const grain = ((x * 7 + y * 13) % 11) - 5;
    if (y > 110 + (x % 5))
      for (const [c, v] of [150, 60, 48].entries())
        image.data[i * 4 + c] = image.data[i * 4 + c] * alpha.data[i] + (v + grain) * (1 - alpha.data[i]);
  }
  return scene;
}

test("of what has the named colour the thing that stands out is changed, not the floor that runs out of the picture", () => {
  const { image, alpha } = onRedFloor();
  const done = recolour(image, "#1e5fbf", { ports: plainPorts({ coloursIn: () => ["#ff0000"] }) }, "red ball");
  assert.ok(done.ok);
  let [both, either] = [0, 0];
  for (let i = 0; i < alpha.data.length; i++) {
    const changed = [0, 1, 2].some((c) => Math.abs(done.value.image.data[i * 4 + c] - image.data[i * 4 + c]) > 12);
    both += changed && alpha.data[i] > 0.5 ? 1 : 0;
    either += changed || alpha.data[i] > 0.5 ? 1 : 0;
  }
  assert.ok(both / either > 0.9, `IoU ${both / either}`);
});

test("where much of a picture has the colour and nothing of it stands out, a box is asked for; a wall is changed as far as it goes", () => {
  const { image } = studioPicture({ ground: [150, 60, 48] });
  for (let i = 0; i < image.width * image.height; i++) {
    const [x, y] = [i % image.width, Math.floor(i / image.width)];
    const stripe = Math.floor((x + 0.4 * y) / 23) % 3;
    image.data.set(
      [
        [178, 44, 44],
        [120, 130, 120],
        [140, 70, 50],
      ][stripe].map((v) => v + ((x * 5 + y * 3) % 7)),
      i * 4,
    );
  }
  const red = { ports: plainPorts({ coloursIn: () => ["#ff0000"] }) };
  const asked = recolour(image, "#1e5fbf", red, "red cup");
  assert.ok(!asked.ok && asked.error.code === "instruction_unclear" && /box/.test(asked.error.help ?? ""));
  assert.ok(recolour(image, "#1e5fbf", red, "red wall").ok);
});
