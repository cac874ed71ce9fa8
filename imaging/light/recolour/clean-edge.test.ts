import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext } from "../../../test/fixtures/light-context.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { recolourObject } from "./recolour-object.ts";

const SIZE = 160;

/** A shaded red ball with a soft edge before light grey. */
function ball(): RasterImage {
  const image = createRaster(SIZE, SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const on = Math.min(1, Math.max(0, (46 - Math.hypot(x - 80, y - 80)) / 2 + 0.5));
    const shade = 1.15 - (x + y) / 800;
    for (let c = 0; c < 3; c++) image.data[i * 4 + c] = on * [190, 40, 50][c] * shade + (1 - on) * 226;
    image.data[i * 4 + 3] = 255;
  }
  return image;
}

const reddest = ({ data }: RasterImage): number => data.reduce((most, v, i) => (i % 4 === 0 ? Math.max(most, v - data[i + 1]) : most), 0);
const recoloured = (colour: string, more: Parameters<typeof lightContext>[0] = {}): RasterImage => {
  const done = recolourObject(ball(), { kind: "object.recolour", style: { colour } }, lightContext(more));
  assert.ok(done.ok);
  return done.value.image;
};

test("no rim of the old colour stays around a recoloured thing", () => {
  assert.ok(reddest(ball()) > 140);
  for (const colour of ["#ffffff", "#111111"]) assert.ok(reddest(recoloured(colour)) < 14, `${colour}: ${reddest(recoloured(colour))}`);
});

test("an edge that lies outside the region drawn keeps its bytes", () => {
  const region = { x: 20, y: 20, width: 60, height: 120 };
  const [before, after] = [ball(), recoloured("#1e5fbf", { region })];
  const changed = before.data.findIndex((v, i) => v !== after.data[i] && ((i >> 2) % SIZE < 20 || (i >> 2) % SIZE >= 80));
  assert.equal(changed, -1);
  assert.notDeepEqual(before.data, after.data);
});
