import assert from "node:assert/strict";
import { test } from "node:test";
import { BLACK, createPress, type Lettered } from "../../../test/fixtures/lettering.ts";
import { rgbDistance } from "../../raster/colour.ts";
import { createMask, type Mask } from "../../raster/raster.ts";
import { cellEdges } from "../frame.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { agreedInk } from "./agreed-ink.ts";
import { inkExtent } from "./shape.ts";
import { solvePaint } from "./solve-paint.ts";

const press = createPress();

function inkOf({ coverage }: Lettered): Mask {
  const mask = createMask(coverage.width, coverage.height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = coverage.data[i] > 0.3 ? 255 : 0;
  return mask;
}

/** The same letters, drawn as a face that is only near has them: lower ones of another slant. */
const drawnNear = ({ setting, text, coverage }: Lettered) =>
  settingCoverage(press.ruler, { ...setting, slant: 0.16, y: setting.y + 0.06 * setting.sizePx }, { text, target: coverage });

test("letters that lie well need no help, nor do letters of which hardly any ink was seen", async () => {
  const lettered = await press.letter({ text: "FESTIVAL", sizePx: 70, weight: 800 });
  assert.equal(agreedInk(lettered.coverage, inkOf(lettered)), undefined);
  assert.equal(agreedInk(lettered.coverage, createMask(lettered.coverage.width, lettered.coverage.height)), undefined);
});

test("ink over a bright ground keeps its one colour where the letters drawn for it are only near", async () => {
  const lettered = await press.letter({ text: "FESTIVAL", sizePx: 70, weight: 800, ground: (x) => [250 - x / 4, 150 + x / 6, 60] });
  const { region, ground, frame, line } = lettered;
  const coverage = drawnNear(lettered);
  const inked = agreedInk(coverage, inkOf(lettered));
  assert.ok(inked);
  const extent = inkExtent(coverage, frame);
  assert.ok(extent);
  const edges = cellEdges(line.chars, frame.halfU);
  const paint = solvePaint(
    { image: region.pixels, under: ground, coverage, inked, frame },
    {
      edges,
      seen: { overall: BLACK, cells: edges.slice(1).map(() => BLACK) },
      varied: false,
      ends: { u: [extent.u0, extent.u1], v: [extent.v0, extent.v1] },
      through: true,
    },
  );
  assert.equal(paint.kind, "solid");
  assert.ok(paint.kind === "solid" && rgbDistance(paint.colour, BLACK) < 4, JSON.stringify(paint));
  assert.ok((paint.opacity ?? 1) > 0.97, `${paint.opacity}`);
});
