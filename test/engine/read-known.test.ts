import assert from "node:assert/strict";
import { after, test } from "node:test";
import { knownLine } from "../../imaging/instant/known-line.ts";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { readKnown } from "../../imaging/text/find/read-known.ts";
import { rulerOf } from "../../imaging/text/ruler.ts";
import type { Setting } from "../../imaging/text/setting.ts";
import { settingCoverage } from "../../imaging/text/setting-coverage.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { PLAIN } from "../fixtures/lettering.ts";

const ports = createImagingPorts();
const ruler = rulerOf(ports.type);
after(() => ports.dispose());

const SIZE = { width: 640, height: 300 };
/** Seen from the side, tilted and leaning. */
const SETTING: Setting = { ...PLAIN, x: 320, y: 170, sizePx: 56, angle: -0.16, slant: 0.2, perspective: { along: 0.0011, across: 0.001 } };

async function drawn(text: string): Promise<RasterImage> {
  await ports.fonts.prepare([SETTING.faceId], text);
  const { data } = settingCoverage(ruler, SETTING, { text, target: SIZE });
  const image = createRaster(SIZE.width, SIZE.height);
  data.forEach((a, i) => {
    image.data.set([230 - 200 * a, 235 - 200 * a, 240 - 200 * a, 255], i * 4);
  });
  return image;
}

async function readAs(image: RasterImage, text: string): Promise<string> {
  const line = knownLine(ruler, { text, setting: SETTING });
  assert.ok(line);
  return (await readKnown(image, line, { ocr: ports.ocr })).replace(/\s/g, "");
}

test("a line on a slanted plane is read where it was set", async () => {
  assert.equal(await readAs(await drawn("Harbour Fair 169"), "Harbour Fair 169"), "HarbourFair169");
});

test("a wrong letter is read as what it is, though the place of the right string is given", async () => {
  for (const [wrong, wanted] of [
    ["Harbour Fair 199", "Harbour Fair 169"],
    ["Horbour Fair 169", "Harbour Fair 169"],
    ["Harbour Fain 169", "Harbour Fair 169"],
  ] as const) {
    assert.equal(await readAs(await drawn(wrong), wanted), wrong.replace(/\s/g, ""));
  }
});
