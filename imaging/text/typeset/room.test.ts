import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../../test/fixtures/text-line.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { planeOfBox } from "./line-plane.ts";
import { roomAround, roomOnPlane } from "./room.ts";

/** 600 × 200, one grey, but another from `panelX` on. */
function picture(panelX = Infinity): RasterImage {
  const image = createRaster(600, 200);
  for (let i = 0; i < 600 * 200; i++) image.data.fill(i % 600 >= panelX ? 30 : 200, i * 4, i * 4 + 3);
  return image;
}
const LINE = textLine("Sale", { cx: 300, cy: 100, width: 120, height: 40 });
/** Kept free before whatever ends the room: 0.35 of the height; the walk goes in steps of a sixteenth. */
const MARGIN = 14;
const STEP = 2.5;
const close = (a: number, b: number) => assert.ok(Math.abs(a - b) <= STEP, `${a} is not ${b}`);

test("on open ground the room reaches to the picture's edges, less a margin", () => {
  const room = roomAround(picture(), LINE, [LINE]);
  close(room.before, 240 - MARGIN);
  close(room.after, 240 - MARGIN);
});

test("another line and another ground end the room", () => {
  const other = textLine("2024", { cx: 150, cy: 110, width: 60, height: 40 });
  const room = roomAround(picture(440), LINE, [LINE, other]);
  close(room.before, 240 - 180 - MARGIN);
  close(room.after, 80 - MARGIN);
});

test("lines above and below do not", () => {
  const above = textLine("above", { cx: 450, cy: 30, width: 120, height: 40 });
  close(roomAround(picture(), LINE, [LINE, above]).after, 240 - MARGIN);
});

test("a turned line has its room along its own direction", () => {
  const upright = textLine("Sale", { cx: 300, cy: 100, width: 100, height: 40, angle: Math.PI / 2 });
  const room = roomAround(picture(), upright, [upright]);
  close(room.before, 50 - MARGIN);
  close(room.after, 50 - MARGIN);
});

test("there is never less than no room", () => {
  const edge = textLine("Sale", { cx: 62, cy: 100, width: 120, height: 40 });
  assert.equal(roomAround(picture(), edge, [edge]).before, 0);
});

test("stripes that run under a line do not end its room; a panel it does not reach does", () => {
  const line = textLine("line", { cx: 200, cy: 100, width: 160, height: 30 });
  const striped = createRaster(600, 200);
  for (let y = 0; y < 200; y++) {
    for (let x = 0; x < 600; x++) striped.data.set((x + y) % 60 < 30 ? [20, 40, 30, 255] : [110, 60, 50, 255], (y * 600 + x) * 4);
  }
  const free = roomAround(striped, line, [line]);
  assert.ok(free.after > 250, `after ${free.after}`);
  for (let y = 0; y < 200; y++) for (let x = 340; x < 600; x++) striped.data.set([240, 230, 90, 255], (y * 600 + x) * 4);
  const panel = roomAround(striped, line, [line]);
  assert.ok(panel.after < 340 - 280, `after ${panel.after}`);
});

test("a line that already crosses a change of ground is not kept clear of another no greater; one on even ground is", () => {
  const line = textLine("line", { cx: 200, cy: 100, width: 160, height: 30 });
  const grounds = (...from: readonly (readonly [edge: number, grey: number])[]): RasterImage => {
    const image = picture();
    for (let i = 0; i < 600 * 200; i++) for (const [edge, grey] of from) if (i % 600 >= edge) image.data.fill(grey, i * 4, i * 4 + 3);
    return image;
  };
  const crossing = roomAround(grounds([200, 120], [380, 170]), line, [line]);
  assert.ok(crossing.after > 250, `after ${crossing.after}`);
  const beside = roomAround(grounds([0, 120], [380, 170]), line, [line]);
  assert.ok(beside.after < 100, `after ${beside.after}`);
});

test("a ground that changes slowly is one ground however far it goes; a step on it ends the room", () => {
  const graded = (stepAt = Infinity): RasterImage => {
    const image = createRaster(600, 200);
    for (let i = 0; i < 600 * 200; i++) {
      const shade = 30 + (i % 600) / 3;
      image.data.set([shade, 0.5 * shade, i % 600 >= stepAt ? 160 : 120, 255], i * 4);
    }
    return image;
  };
  close(roomAround(graded(), LINE, [LINE]).after, 240 - MARGIN);
  close(roomAround(graded(440), LINE, [LINE]).after, 80 - MARGIN);
  const turned = textLine("Sale", { cx: 300, cy: 100, width: 120, height: 40, angle: 0.1 });
  const free = roomAround(graded(), turned, [turned]);
  assert.ok(Math.min(free.before, free.after) > 220, JSON.stringify(free));
});

test("a turned line does not run into the row above it", () => {
  const angle = -0.15;
  const line = textLine("Sale", { cx: 200, cy: 110, width: 100, height: 30, angle });
  const above = textLine("Opening hours", { cx: 420, cy: 62, width: 160, height: 24 });
  const { after } = roomAround(picture(), line, [line, above]);
  // Its middle passes below the row's end for some 40 pixels more.
  assert.ok(after > 90 && after < 145, `after ${after}`);
});

test("on a plane seen at an angle the far side holds more type than its length shows, the near side less", () => {
  const box = { cx: 300, cy: 100, width: 120, height: 40, angle: 0 };
  const seen = { before: 100, after: 100 };
  assert.deepEqual(roomOnPlane(planeOfBox(box), seen), seen);
  const flat = roomOnPlane({ ...planeOfBox(box), perspective: { along: 0.001, across: 0 } }, seen);
  assert.ok(flat.after > 115 && flat.before < 90, JSON.stringify(flat));
});

test("on a photograph what it shows does not end the room, the edge of a panel does", () => {
  const pictured = (panelX = Infinity): RasterImage => {
    const image = createRaster(600, 200);
    for (let y = 0; y < 200; y++) {
      for (let x = 0; x < 600; x++) {
        const rock = 110 + 40 * Math.sin(x / 9 + y / 14) + 30 * Math.sin(x / 23 - y / 7);
        const sky = x + 40 * Math.sin(y / 8) > 430 ? 90 : 0;
        image.data.set(x >= panelX ? [250, 240, 235, 255] : [rock, rock, Math.min(255, rock + sky), 255], (y * 600 + x) * 4);
      }
    }
    return image;
  };
  const free = roomAround(pictured(), LINE, [LINE]);
  assert.ok(free.before > 200 && free.after > 200, JSON.stringify(free));
  assert.ok(roomAround(pictured(500), LINE, [LINE]).after < 140);
});

test("letters that reach out of the line's box are no change of its ground", () => {
  const image = picture(440);
  for (const [x, y] of [
    [270, 122],
    [330, 76],
  ])
    for (let j = 0; j < 6; j++) image.data.fill(0, ((y + j) * 600 + x) * 4, ((y + j) * 600 + x + 4) * 4);
  close(roomAround(image, LINE, [LINE]).after, 80 - MARGIN);
});

test("an edge that the row above stands across does not end the room of a line, that of a button below it does", () => {
  const above = textLine("Opening hours", { cx: 330, cy: 40, width: 400, height: 40 });
  const across = roomAround(picture(400), LINE, [LINE, above]);
  assert.ok(across.after > 200, `after ${across.after}`);
  const button = picture();
  for (let y = 70; y < 130; y++) button.data.fill(30, (y * 600 + 200) * 4, (y * 600 + 400) * 4);
  close(roomAround(button, LINE, [LINE, above]).after, 40 - MARGIN);
});

test("beside a line among waves of colour the ground is even: a thing that stands there ends the room", () => {
  const image = picture();
  for (let x = 0; x < 600; x++) {
    const wave = 8 * Math.sin(x / 12);
    for (let y = 0; y < 200; y++)
      if (y < 72 + wave || y > 128 + wave) image.data.fill(x % 30 < 15 ? 40 : 120, (y * 600 + x) * 4, (y * 600 + x) * 4 + 3);
    if (x > 440 && x < 470) for (let y = 80; y < 120; y += 2) image.data.fill(0, (y * 600 + x) * 4, (y * 600 + x) * 4 + 3);
  }
  const { after } = roomAround(image, LINE, [LINE]);
  assert.ok(after < 80, `after ${after}`);
});
