import assert from "node:assert/strict";
import { test } from "node:test";
import { lightContext, plainPorts } from "../../../test/fixtures/light-context.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { apartFromRim } from "./apart-from-rim.ts";
import { removeObject } from "./remove-object.ts";

const SIZE = { width: 200, height: 160 };
const BOX = { x: 60, y: 50, width: 80, height: 60 };

/** Sky over sea, uneven both, and whatever is drawn on them. */
function shore(drawn: (x: number, y: number) => boolean): RasterImage {
  const image = createRaster(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const light = 1 + 0.06 * Math.sin(x / 17) * Math.cos(y / 13) + ((i * 7) % 5) / 200;
    const [r, g, b] = drawn(x, y)
      ? [200, 60, 40]
      : y < 80 + x / 20
        ? [190 * light, 210 * light, 232 * light]
        : [40 * light, 80 * light, 120 * light];
    image.data.set([r, g, b, 255], i * 4);
  }
  return image;
}

const ball = (x: number, y: number): boolean => Math.hypot(x - 100, y - 84) < 15;
const areaOf = (data: Uint8Array): number => data.filter((v) => v !== 0).length;

test("before two grounds the thing alone is taken, and that they meet behind it is known", () => {
  const apart = apartFromRim(shore(ball), BOX);
  assert.ok(apart?.meeting);
  const area = areaOf(apart.mask.data);
  assert.ok(area > Math.PI * 15 ** 2 && area < Math.PI * 21 ** 2, `${area}`);
  assert.equal(
    apartFromRim(
      shore((x, y) => Math.hypot(x - 100, y - 100) < 7),
      { ...BOX, y: 86, height: 30 },
    )?.meeting,
    false,
  );
});

test("where only thin lines, nothing, or nearly all stands apart, nothing is taken for a thing", () => {
  const lines = (x: number, y: number): boolean => x > 75 && x < 125 && y > 65 && y < 100 && x % 9 < 2;
  const most = (x: number, y: number): boolean => x > 62 && x < 138 && y > 52 && y < 108;
  assert.deepEqual(
    [lines, () => false, most].map((drawn) => apartFromRim(shore(drawn), BOX)),
    [undefined, undefined, undefined],
  );
});

test("a removal before two grounds leaves the rest of its box alone and says that they meet", async () => {
  const image = shore(ball);
  const done = await removeObject(image, { kind: "object.remove" }, lightContext({ region: BOX }));
  assert.ok(done.ok);
  assert.match(done.value.reasons.join(), /Two backgrounds meet/);
  const corner = 4 * ((BOX.y + 2) * SIZE.width + BOX.x + 2);
  assert.deepEqual(done.value.image.data.subarray(corner, corner + 4), image.data.subarray(corner, corner + 4));
});

test("a fill that meets the ground in an edge is doubted", async () => {
  const cut = plainPorts({ restorePlate: async ({ pixels }) => ({ pixels, method: "edges", holdOutError: 2, seam: 0.05 }) });
  const done = await removeObject(shore(ball), { kind: "object.remove" }, lightContext({ region: BOX, ports: cut }));
  assert.ok(done.ok && done.value.confidence < 0.7);
  assert.match(done.value.reasons.join(), /cut off/);
});
