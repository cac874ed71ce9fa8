import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask, type FloatImage, type Mask } from "../../raster/raster.ts";
import { findCast, shareOfFill } from "./cast.ts";

const SIZE = { width: 160, height: 50 };
const PAPER = [236, 232, 240] as const;
const INK = [150, 20, 170] as const;
const SHADE = [96, 92, 100] as const;

/** Strokes of several letters, thick enough to have a core. */
const isStroke = (x: number, y: number): boolean => y >= 12 && y < 40 && x >= 14 && x < 140 && (x % 20 < 5 || (y % 14 < 4 && x % 20 < 15));

function picture(colourOf: (x: number, y: number) => readonly number[] | undefined): { image: FloatImage; ink: Mask } {
  const image = createFloatImage(SIZE.width, SIZE.height);
  const ink = createMask(SIZE.width, SIZE.height);
  for (let i = 0; i < ink.data.length; i++) {
    const colour = colourOf(i % SIZE.width, Math.floor(i / SIZE.width));
    image.data.set(colour ?? PAPER, i * 3);
    if (colour) ink.data[i] = 255;
  }
  return { image, ink };
}

test("letters are told from the hard shadow they cast", () => {
  const { image, ink } = picture((x, y) => (isStroke(x, y) ? INK : isStroke(x - 3, y - 2) ? SHADE : undefined));
  const cast = findCast(image, ink, 30);
  assert.deepEqual([cast?.dx, cast?.dy], [3, 2]);
  for (let i = 0; i < ink.data.length; i++) {
    const stroke = isStroke(i % SIZE.width, Math.floor(i / SIZE.width));
    assert.equal(cast?.fill.data[i] === 255, stroke);
  }
});

test("two-coloured letters and outlined ones cast nothing", () => {
  const halves = picture((x, y) => (isStroke(x, y) ? (y < 26 ? INK : SHADE) : undefined));
  assert.equal(findCast(halves.image, halves.ink, 30), undefined);
  const near = (x: number, y: number) => [-2, 0, 2].some((dx) => [-2, 0, 2].some((dy) => isStroke(x + dx, y + dy)));
  const outlined = picture((x, y) => (isStroke(x, y) ? INK : near(x, y) ? SHADE : undefined));
  assert.equal(findCast(outlined.image, outlined.ink, 30), undefined);
  const plain = picture((x, y) => (isStroke(x, y) ? INK : undefined));
  assert.equal(findCast(plain.image, plain.ink, 30), undefined);
});

test("a pixel's share of fill is what neither ground nor shadow explains", () => {
  const mix = (a: number, b: number) =>
    [0, 1, 2].map((c) => INK[c] * a + SHADE[c] * b + PAPER[c] * (1 - a - b)) as [number, number, number];
  const at = { ground: PAPER, shade: SHADE, fill: INK };
  for (const [a, b] of [
    [1, 0],
    [0, 1],
    [0.4, 0.6],
    [0.3, 0.2],
  ]) {
    assert.ok(Math.abs((shareOfFill(mix(a, b), at) ?? -1) - a) < 1e-6);
  }
  assert.equal(shareOfFill(mix(1, 0), { ground: PAPER, shade: INK, fill: INK }), undefined);
});
