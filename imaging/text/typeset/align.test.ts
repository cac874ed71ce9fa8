import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../../test/fixtures/text-line.ts";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { type Align, inferAlign } from "./align.ts";
import { type LinePlane, planeOfBox } from "./line-plane.ts";
import { neighbourEnds } from "./neighbour-ends.ts";

const AT = { image: createRaster(1000, 600) };
const aligned = (line: TextLine, lines: readonly TextLine[]): Align => inferAlign(line, lines, AT).align;

/** Lines 40 px high, 60 px apart, whose edge or middle lies at `at`. */
function block(align: Align, at: number, widths: readonly number[]): readonly TextLine[] {
  const middle = { left: (w: number) => at + w / 2, center: () => at, right: (w: number) => at - w / 2 }[align];
  return widths.map((width, k) => textLine(`line ${k}`, { cx: middle(width), cy: 100 + 60 * k, width, height: 40 }));
}
const rotated = (lines: readonly TextLine[], angle: number): readonly TextLine[] =>
  lines.map(({ string, box }) => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [dx, dy] = [box.cx - 500, box.cy - 200];
    return textLine(string, { ...box, cx: 500 + dx * c - dy * s, cy: 200 + dx * s + dy * c, angle });
  });

test("a line is aligned as its neighbours are", () => {
  for (const align of ["left", "center", "right"] as const) {
    const lines = block(align, 430, [300, 180, 240]);
    for (const line of lines) assert.equal(aligned(line, lines), align);
  }
});

test("alignment is told along the line's own direction", () => {
  for (const align of ["left", "center", "right"] as const) {
    const lines = rotated(block(align, 430, [300, 180, 240]), 0.4);
    assert.equal(aligned(lines[1], lines), align);
  }
});

test("neighbours of the same width say nothing; far and turned lines are no neighbours", () => {
  const [line, twin] = block("left", 320, [200, 200]);
  assert.equal(aligned(line, [line, twin]), "center");
  const far = textLine("far", { cx: 320 + 50, cy: 900, width: 100, height: 40 });
  const turned = textLine("turned", { cx: 320 + 50, cy: 160, width: 100, height: 40, angle: 0.5 });
  assert.equal(aligned(line, [line, far, turned]), "center");
});

test("where a line's letters swing out of what was read, the ends of its neighbours say little", () => {
  const line = textLine("Market", { cx: 500, cy: 100, width: 200, height: 40 });
  const other = textLine("Summer", { cx: 505, cy: 160, width: 270, height: 40 });
  const plane = planeOfBox(line.box);
  const of = (beyond: number): Align =>
    inferAlign(line, [line, other], { ...AT, plane: { ...plane, ends: [plane.ends[0] - beyond, plane.ends[1]] } }).align;
  assert.equal(of(30), "center");
  const seen = textLine("Market", { cx: 485, cy: 100, width: 230, height: 40 });
  assert.equal(inferAlign(seen, [seen, other], { ...AT, plane: planeOfBox(seen.box) }).align, "left");
});

test("a lone line hangs from the margin it is at, is centred in the middle and keeps its centre elsewhere", () => {
  const alone = (cx: number) => {
    const line = textLine("alone", { cx, cy: 50, width: 200, height: 40 });
    return aligned(line, [line]);
  };
  assert.equal(alone(500), "center");
  assert.equal(alone(160), "left");
  assert.equal(alone(850), "right");
  assert.equal(alone(300), "center");
});

/** Black bars on white where the lines' ink is; boxes are found some pixels wide of it. */
function printed(place: { readonly shear: number }): { readonly image: RasterImage; readonly lines: readonly TextLine[] } {
  const image = createRaster(1000, 600);
  image.data.fill(255);
  const widths = [300, 210, 260];
  const tops = [100, 180, 260];
  const lines = widths.map((width, k) => {
    for (let y = tops[k]; y < tops[k] + 30; y++) {
      const from = Math.round(200 - place.shear * (y - 115));
      for (let x = from; x < from + width; x++)
        if ((x - from) % 9 < 5 && (y + x) % 5 > 0) image.data.fill(0, (y * 1000 + x) * 4, (y * 1000 + x) * 4 + 3);
    }
    const lean = Math.abs(place.shear) * 30;
    const middle = 200 + width / 2 - place.shear * (tops[k] + 15 - 115);
    return textLine(`bar ${k}`, { cx: middle + (k - 1) * 3, cy: tops[k] + 15, width: width + lean + 6 * k, height: 34 });
  });
  return { image, lines };
}

test("a block that leans shares its leaning edge, and ink tells it where boxes are rough", () => {
  for (const shear of [0, 0.3]) {
    const { image, lines } = printed({ shear });
    const plane: LinePlane = { x: 350, y: 126, angle: 0, slant: Math.atan(shear), ends: [-150 - shear * 11, 150 - shear * 11], rise: 11 };
    const { align, odds } = inferAlign(lines[0], lines, { image, plane });
    assert.equal(align, "left");
    assert.ok(odds.left > 0.9, `shear ${shear}: odds ${odds.left}`);
  }
});

test("a lone line hangs from what stands right beside it, and a column from its top", () => {
  const image = createRaster(1000, 600);
  image.data.fill(255);
  const line = textLine("alone", { cx: 380, cy: 300, width: 200, height: 40 });
  const striped = (from: number, to: number): void => {
    for (let y = 270; y < 330; y++)
      for (let x = from; x < to; x++) if ((x + y) % 8 < 4) image.data.fill(0, (y * 1000 + x) * 4, (y * 1000 + x) * 4 + 3);
  };
  striped(280, 480);
  assert.equal(inferAlign(line, [line], { image }).align, "center");
  striped(215, 268);
  assert.equal(inferAlign(line, [line], { image }).align, "left");
  striped(492, 545);
  assert.equal(inferAlign(line, [line], { image }).align, "center", "beset on both sides");
  const column = textLine("column", { cx: 380, cy: 300, width: 200, height: 40, angle: Math.PI / 2 }, { vertical: true });
  assert.equal(inferAlign(column, [column], AT).align, "left");
});

/** White with a coloured panel, pixels of its sides. */
function onPanel(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  colour: readonly number[] = [40, 90, 200],
): RasterImage {
  const image = createRaster(1000, 600);
  image.data.fill(255);
  for (let j = y; j < y + height; j++) for (let i = x; i < x + width; i++) image.data.set(colour, (j * 1000 + i) * 4);
  return image;
}

test("a label in the middle of its button is centred there, wherever the button stands", () => {
  const line = textLine("Buy now", { cx: 140, cy: 300, width: 120, height: 30 });
  const button = onPanel({ x: 40, y: 270, width: 200, height: 60 });
  const { align, odds } = inferAlign(line, [line], { image: button });
  assert.equal(align, "center");
  assert.ok(odds.center > 0.9, `odds ${odds.center}`);
  assert.equal(inferAlign(line, [line], { image: onPanel({ x: 40, y: 270, width: 400, height: 60 }) }).align, "left");
});

test("a hint near the left of its field hangs there, wherever another line ends", () => {
  const hint = textLine("Your name", { cx: 180, cy: 300, width: 160, height: 30 });
  const title = textLine("Welcome", { cx: 150, cy: 240, width: 220, height: 30 });
  const field = onPanel({ x: 70, y: 270, width: 420, height: 60 }, [242, 243, 245]);
  assert.equal(inferAlign(hint, [hint, title], { image: field }).align, "left");
});

test("a card tells less than the lines on it, and what is open on one side nothing", () => {
  const lines = [100, 160, 220].map((cy, k) => textLine(`row ${k}`, { cx: 100 + (300 - 60 * k) / 2, cy, width: 300 - 60 * k, height: 30 }));
  const card = onPanel({ x: 70, y: 60, width: 360, height: 240 });
  assert.equal(inferAlign(lines[0]!, lines, { image: card }).align, "left");
  const open = onPanel({ x: 0, y: 60, width: 430, height: 240 });
  const [line] = lines;
  assert.equal(
    inferAlign(line!, [line!], { image: open }).odds.center,
    inferAlign(line!, [line!], { image: createRaster(1000, 600) }).odds.center,
  );
});

test("a stem as tall as its line is ink too", () => {
  const image = createRaster(600, 200);
  image.data.fill(255);
  const black = (from: number, to: number, rows: readonly [number, number]): void => {
    for (let y = rows[0]; y < rows[1]; y++) for (let x = from; x < to; x++) image.data.fill(0, (y * 600 + x) * 4, (y * 600 + x) * 4 + 3);
  };
  for (const x of [100, 140, 180, 220, 260]) black(x, x + 16, [80, 120]);
  const line = textLine("IIIII", { cx: 190, cy: 100, width: 190, height: 44 });
  const { left, right } = neighbourEnds(image, planeOfBox(line.box), line);
  assert.ok(Math.abs(left - (100 - 190)) <= 1.5, `left ${left}`);
  assert.ok(Math.abs(right - (276 - 190)) <= 1.5, `right ${right}`);
});
