import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { fittedToRim } from "./fit-to-rim.ts";
import { type Ground, groundOf } from "./ground.ts";
import { restorePlate } from "./restore-plate.ts";
import { meetsSeveral } from "./several.ts";
import { smoothFill } from "./smooth-fill.ts";

const [W, H] = [220, 110];
type Paint = (x: number, y: number) => readonly [number, number, number];

function written(paint: Paint, [top, bottom]: readonly [number, number] = [38, 70]) {
  const [pixels, mask] = [createFloatImage(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    const inked = x >= 60 && x < 160 && y >= top && y < bottom;
    pixels.data.set(inked ? [20, 20, 20] : paint(x, y), i * 3);
    mask.data[i] = inked ? 255 : 0;
  }
  return { region: { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) }, mask };
}

function isOnSeveral(paint: Paint): boolean {
  const { region, mask } = written(paint);
  return meetsSeveral(groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground"));
}

const [WHITE, GREY, YELLOW] = [[235, 240, 245] as const, [120, 125, 135] as const, [240, 205, 20] as const];
/** Two bands that meet in a wavy grey line. */
const flag: Paint = (x, y) => {
  const edge = 50 + 12 * Math.sin((x / 40) * Math.PI);
  return y < edge - 3 ? WHITE : y < edge + 3 ? GREY : YELLOW;
};

test("two bands at a hole's rim are several things; a gradient, and a label with one edge just touched, are one", () => {
  assert.equal(isOnSeveral(flag), true);
  assert.equal(
    isOnSeveral((x, y) => [250 - x, 40 + y, 226]),
    false,
  );
  assert.equal(
    isOnSeveral((_, y) => [250 - 2 * y, 60, 60 + 1.5 * y]),
    false,
  );
  assert.equal(
    isOnSeveral((x, y) => (x > 100 && x < 106 && y >= 70 ? GREY : YELLOW)),
    false,
  );
});

test("where a hole lies over two bands it is filled with pieces of theirs, not with what lies between their colours", async () => {
  const { region, mask } = written(flag);
  const { pixels } = await restorePlate(region, mask, { seed: 1 });
  const off = (i: number, colour: readonly number[]): number => Math.max(...colour.map((v, c) => Math.abs(v - pixels.data[i * 3 + c])));
  const washed = mask.data.reduce((n, m, i) => n + (m !== 0 && [WHITE, GREY, YELLOW].every((one) => off(i, one) > 50) ? 1 : 0), 0);
  assert.ok(washed < 40, `${washed} pixels`);
});

test("pieces are taken over a narrow hole and where they meet its rim better than the fill: over a wide one a band would grow over the other", async () => {
  const isPieced = async (rows: readonly [number, number], piece: (ground: Ground) => Float32Array): Promise<boolean> => {
    const { region, mask } = written(flag, rows);
    const ground = groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground");
    const washed = { method: "smooth", pixels: smoothFill(ground, 0), holdOutError: 1 } as const;
    return (await fittedToRim(ground, washed, async () => piece(ground))).method === "patch";
  };
  const truth = ({ width, pixels }: Ground): Float32Array =>
    pixels.map((_, k) => flag(Math.floor(k / 3) % width, Math.floor(k / 3 / width))[k % 3]);
  const red = ({ pixels }: Ground): Float32Array => pixels.map((_, k) => [120, 20, 30][k % 3]);
  assert.deepEqual([await isPieced([38, 70], truth), await isPieced([24, 86], truth), await isPieced([38, 70], red)], [true, false, false]);
});
