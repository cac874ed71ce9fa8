import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../../test/fixtures/text-line.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { headroom } from "./headroom.ts";

/** 400 × 400, painted by a grey of its place. */
function picture(grey: (x: number, y: number) => number): RasterImage {
  const image = createRaster(400, 400);
  for (let i = 0; i < 400 * 400; i++) image.data.fill(grey(i % 400, Math.floor(i / 400)), i * 4, i * 4 + 3);
  return image;
}
const LINE = textLine("Sale", { cx: 200, cy: 200, width: 120, height: 40 });
const SPAN = [-60, 60] as const;
/** Kept free before whatever ends the room. */
const MARGIN = 12;
const look = (image: RasterImage, more: { others?: ReturnType<typeof textLine>[]; most?: number; span?: readonly [number, number] } = {}) =>
  headroom(image, LINE.box, { span: more.span ?? SPAN, others: more.others ?? [], most: more.most ?? 1000 });
const close = (a: number, b: number, within = 6) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

test("open ground reaches to the picture's edges, less a margin, or as far as was asked", () => {
  const open = look(picture(() => 200));
  close(open.above, 180 - MARGIN);
  close(open.below, 180 - MARGIN);
  assert.deepEqual(
    look(
      picture(() => 200),
      { most: 50 },
    ),
    { above: 50, below: 50 },
  );
});

test("a panel's edge and a line of text end it, what stands beside the stretch does not", () => {
  close(look(picture((_, y) => (y > 260 ? 90 : 200))).below, 40 - MARGIN);
  const other = textLine("now", { cx: 250, cy: 300, width: 40, height: 30 });
  close(
    look(
      picture(() => 200),
      { others: [other] },
    ).below,
    65 - MARGIN,
  );
  const away = textLine("now", { cx: 350, cy: 300, width: 40, height: 30 });
  close(
    look(
      picture(() => 200),
      { others: [away] },
    ).below,
    180 - MARGIN,
  );
});

test("a small thing under part of the stretch ends it", () => {
  close(look(picture((x, y) => (x > 240 && x < 256 && y > 290 && y < 306 ? 20 : 200))).below, 70 - MARGIN, 10);
});

test("a gradient and grain go on", () => {
  const grain = (x: number, y: number) => 160 + y / 10 + (((x * 7919 + y * 104729) % 17) - 8);
  close(look(picture(grain)).below, 180 - MARGIN);
});

test("where the stretch leaves the picture there is no room", () => {
  assert.deepEqual(
    look(
      picture(() => 200),
      { span: [-260, 60] },
    ),
    { above: 0, below: 0 },
  );
});
