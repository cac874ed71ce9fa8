import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress, type Lettered } from "../../../test/fixtures/lettering.ts";
import type { Rgb } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import { withRims } from "../rims.ts";
import { rimPower } from "./rim-power.ts";

const press = createPress();
const CREAM: Rgb = [244, 240, 226];

/** The lettering painted with its coverage to a power, on its own ground, with grain where asked. */
function painted({ coverage, ground, frame, region }: Lettered, { power, grain = 0 }: { power: number; grain?: number }) {
  const random = mulberry32(3);
  const rims = withRims(coverage, power);
  const data = ground.data.map((under, k) => {
    const a = rims.data[Math.floor(k / 3)];
    return under + (CREAM[k % 3] - under) * a + grain * (random() - 0.5);
  });
  return {
    image: { ...ground, data },
    under: ground,
    coverage,
    paint: { kind: "solid", colour: CREAM } as const,
    foreign: region.foreign,
    frame,
  };
}
const lettered = press.letter({ text: "Night Market", sizePx: 40, ground: () => [24, 40, 52] });

test("rims a rasteriser has thickened or thinned are told by their power, in grain too", async () => {
  for (const power of [0.6, 0.75, 1.3]) {
    for (const grain of [0, 12]) {
      const found = rimPower(painted(await lettered, { power, grain }));
      assert.ok(found !== undefined && Math.abs(found - power) < 0.08, `${power}, grain ${grain}: ${found}`);
    }
  }
});

test("plain rims stay plain, in grain too", async () => {
  for (const grain of [0, 12, 40]) assert.equal(rimPower(painted(await lettered, { power: 1, grain })), undefined);
});

test("letters as light as their ground tell nothing", async () => {
  const plain = painted(await lettered, { power: 0.6 });
  assert.equal(rimPower({ ...plain, paint: { kind: "solid", colour: [30, 46, 58] } }), undefined);
});
