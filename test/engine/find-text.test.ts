import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { GlyphRun } from "../../imaging/ports.ts";
import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { findText } from "../../imaging/text/find/find-text.ts";
import { recogniseAt } from "../../imaging/text/find/read-line.ts";
import { matchText } from "../../imaging/text/match.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { Affine } from "../../protocol/geometry.ts";

const ports = createImagingPorts();
after(() => ports.dispose());

interface Lettering extends Partial<GlyphRun> {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly angle?: number;
}

/** A soft vertical gradient with dark lettering; (x, y) is where each baseline begins. */
async function poster(width: number, height: number, letterings: readonly Lettering[]): Promise<RasterImage> {
  const image = createRaster(width, height);
  const ink = new Float32Array(width * height);
  for (const { x, y, angle = 0, ...given } of letterings) {
    const run: GlyphRun = { faceId: "noto-sans-sc", weight: 600, sizePx: 40, trackingPx: 0, ...given };
    await ports.fonts.prepare([run.faceId], run.text);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const transform: Affine = [
      [c, -s, x],
      [s, c, y],
    ];
    ports.type.coverage(run, { width, height, transform }).forEach((v, i) => {
      ink[i] = Math.max(ink[i], v / 255);
    });
  }
  for (let i = 0; i < ink.length; i++) {
    const ground = 250 - (50 * Math.floor(i / width)) / height;
    image.data.set(
      [ground, ground - 12, ground - 30, 255].map((v, k) => (k === 3 ? v : v * (1 - ink[i]) + 40 * ink[i])),
      i * 4,
    );
  }
  return image;
}

test("a poster's lines are read in order with their spaces, places and characters", async () => {
  const image = await poster(640, 480, [
    { text: "年度热销", x: 40, y: 100, sizePx: 72 },
    { text: "Summer sale ends today", x: 40, y: 180, faceId: "montserrat" },
    { text: "Free shipping on all orders over fifty", x: 42, y: 230, faceId: "open-sans", sizePx: 16, weight: 400 },
    { text: "199", x: 470, y: 400, faceId: "anton", sizePx: 90 },
  ]);
  const lines = await findText(image, ports.ocr);
  assert.deepEqual(
    lines.map((l) => l.string),
    ["年度热销", "Summer sale ends today", "Free shipping on all orders over fifty", "199"],
  );
  const [headline] = lines;
  // Four glyphs of 72 px from x = 40: centres at 76, 148, 220, 292; Han glyphs reach about 0.88 em above the baseline.
  const left = headline.box.cx - headline.box.width / 2;
  headline.chars.forEach((spot, i) => {
    assert.ok(Math.abs(left + spot.at - (76 + 72 * i)) < 18, `${spot.char} at ${left + spot.at}`);
  });
  assert.ok(Math.abs(headline.box.cx - 184) < 8 && Math.abs(headline.box.cy - 73) < 8);
  assert.ok(Math.abs(headline.box.angle) < 0.02);
});

test("tilted, upside-down and sideways lines are read in their own direction", async () => {
  const image = await poster(800, 640, [
    { text: "Weekend Market", x: 60, y: 120, angle: 0.25 },
    { text: "Opening Night", x: 700, y: 420, angle: Math.PI, faceId: "lora" },
    { text: "Members only", x: 90, y: 600, angle: -Math.PI / 2, faceId: "inter" },
  ]);
  const lines = await findText(image, ports.ocr);
  const angleOf = (wanted: string): number => {
    const [match] = matchText(lines, wanted);
    assert.ok(match !== undefined, `${wanted} among ${lines.map((l) => l.string)}`);
    const turns = match.spans[0].line.box.angle / (2 * Math.PI);
    return (turns - Math.round(turns)) * 2 * Math.PI;
  };
  assert.ok(Math.abs(angleOf("Weekend Market") - 0.25) < 0.03);
  assert.ok(Math.abs(Math.abs(angleOf("Opening Night")) - Math.PI) < 0.03);
  assert.ok(Math.abs(angleOf("Members only") + Math.PI / 2) < 0.03);
});

test("characters standing below each other are read as one vertical line", async () => {
  const letterings = [..."花好月圆"].map((text, i) => ({ text, x: 120, y: 120 + i * 100, sizePx: 84, faceId: "noto-serif-sc" }));
  const lines = await findText(await poster(400, 500, letterings), ports.ocr);
  assert.deepEqual(
    lines.map((l) => [l.string, l.vertical]),
    [["花好月圆", true]],
  );
  const [{ box, chars }] = lines;
  assert.ok(box.width > 3 * box.height && Math.abs(box.angle - Math.PI / 2) < 0.05);
  assert.ok(chars.every((c, i) => i === 0 || c.at > chars[i - 1].at));
});

test("small text in a very large picture is found in the second look, and once", async () => {
  const image = await poster(3600, 2400, [
    { text: "Terms and conditions apply", x: 2300, y: 2200, sizePx: 26, weight: 400, faceId: "inter" },
    { text: "BIG", x: 300, y: 1300, sizePx: 700, faceId: "archivo-black" },
  ]);
  const lines = await findText(image, ports.ocr);
  assert.deepEqual(
    lines.map((l) => l.string),
    ["BIG", "Terms and conditions apply"],
  );
});

test("a picture without text gives no lines", async () => {
  assert.deepEqual(await findText(await poster(480, 360, []), ports.ocr), []);
});

test("a known place is read again as it was found", async () => {
  const image = await poster(480, 200, [{ text: "限时优惠", x: 60, y: 120, sizePx: 64 }]);
  const [line] = await findText(image, ports.ocr);
  const again = await recogniseAt(image, line, { ocr: ports.ocr });
  assert.equal(again.string, "限时优惠");
  assert.deepEqual(again.box, line.box);
});

test("an aborted search rejects with the signal's reason", async () => {
  const reason = new Error("closed");
  await assert.rejects(findText(await poster(320, 200, []), ports.ocr, { signal: AbortSignal.abort(reason) }), reason);
});
