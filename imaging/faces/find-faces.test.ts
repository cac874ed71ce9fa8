import assert from "node:assert/strict";
import { test } from "node:test";
import type { FaceModel, Tensor } from "../ports.ts";
import { createRaster, type RasterImage } from "../raster/raster.ts";
import { findFaces } from "./find-faces.ts";

const CELLS = 48 * 48;

/** A detector that sees a face, 40 pixels wide, wherever the input is pure red. */
const redFinder: FaceModel = {
  detect: async ({ data }): Promise<Tensor> => {
    const out = new Float32Array(CELLS * 17);
    for (let i = 0; i < CELLS; i++) {
      const [x, y] = [(i % 48) * 4 + 2, Math.floor(i / 48) * 4 + 2];
      const at = (y * 192 + x) * 3;
      out[i * 17 + 2] = 40;
      out[i * 17 + 3] = 40;
      out[i * 17 + 16] = data[at] > 0.9 && data[at + 1] < -0.9 ? 5 : -5;
    }
    return { data: out, dims: [1, CELLS, 17] };
  },
};

function withDots(width: number, height: number, dots: readonly (readonly [x: number, y: number, r: number])[]): RasterImage {
  const image = createRaster(width, height);
  image.data.fill(255);
  for (const [cx, cy, r] of dots)
    for (let y = cy - r; y < cy + r; y++) for (let x = cx - r; x < cx + r; x++) image.data.set([255, 0, 0, 255], (y * width + x) * 4);
  return image;
}

const find = (image: RasterImage) => findFaces(image, redFinder, new AbortController().signal);
const middle = ({ rect }: Awaited<ReturnType<typeof find>>[number]) => [rect.x + rect.width / 2, rect.y + rect.height / 2] as const;
const near = (face: Awaited<ReturnType<typeof find>>[number] | undefined, x: number, y: number, within: number): boolean =>
  face !== undefined && Math.hypot(middle(face)[0] - x, middle(face)[1] - y) < within;

test("boxes come back in the picture's pixels, whatever its shape, one a face", async () => {
  for (const [width, height] of [
    [192, 192],
    [600, 300],
    [300, 600],
  ] as const) {
    const faces = await find(withDots(width, height, [[100, 80, 9]]));
    assert.equal(faces.length, 1, `${width}×${height}`);
    assert.ok(near(faces[0], 100, 80, 10), JSON.stringify(faces));
  }
});

test("a large picture is looked at in parts, and a face in two of them is one", async () => {
  const faces = await find(
    withDots(1600, 1200, [
      [800, 600, 30],
      [200, 150, 30],
    ]),
  );
  assert.equal(faces.filter((face) => near(face, 800, 600, 60)).length, 1, JSON.stringify(faces));
  assert.equal(faces.filter((face) => near(face, 200, 150, 60)).length, 1, JSON.stringify(faces));
  assert.equal(faces.length, 2);
});

test("a picture without faces has none, and boxes never leave the picture", async () => {
  assert.deepEqual(await find(withDots(400, 400, [])), []);
  for (const { rect } of await find(withDots(400, 400, [[8, 8, 8]]))) assert.ok(rect.x >= 0 && rect.y >= 0);
});
