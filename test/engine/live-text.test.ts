import assert from "node:assert/strict";
import { test } from "node:test";
import { drawStyle } from "../../imaging/instant/live-text.ts";
import { cropFloat } from "../../imaging/raster/crop.ts";
import { createMask } from "../../imaging/raster/raster.ts";
import { ssim } from "../../imaging/raster/ssim.ts";
import { createRuler } from "../../imaging/text/ruler.ts";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import type { TextStyle } from "../../protocol/text-style.ts";
import { edited, replace } from "../fixtures/edit-text.ts";
import { drawPoster, type PosterText } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
const ruler = createRuler(ports.type);
const GROUND = [236, 226, 208] as const;
const SIZE = { width: 620, height: 220 };

type PaintGround = Parameters<typeof drawPoster>[0]["ground"];
const plain: PaintGround = (context) => {
  context.fillStyle = `rgb(${GROUND.join(",")})`;
  context.fillRect(0, 0, SIZE.width, SIZE.height);
};

/** Sets the reported string over the bare ground from its description alone and compares with what the edit painted. */
async function roundTripped(before: PosterText, after: string, ground = plain): Promise<{ likeness: number; style: TextStyle }> {
  const output = await edited(engine, drawPoster({ ...SIZE, ground, texts: [before] }), [replace(before.text, after)]);
  const [report] = output.texts;
  const bare = cropFloat(drawPoster({ ...SIZE, ground, texts: [] }), { x: 0, y: 0, ...SIZE });
  const text = report.lines?.join("\n") ?? after;
  const drawn = drawStyle({ fonts: ports.fonts, ruler }, bare, { style: report.style, text });
  assert.ok(drawn, "the description can be set");
  const touched = { ...createMask(SIZE.width, SIZE.height), data: output.mask?.data ?? new Uint8Array() };
  return { likeness: ssim(cropFloat(output.image, { x: 0, y: 0, ...SIZE }), drawn, touched), style: report.style };
}

const roundTrip = async (before: PosterText, after: string): Promise<number> => (await roundTripped(before, after)).likeness;

test("a plain headline set again from its description is the patch", async () => {
  assert.ok(
    (await roundTrip(
      { text: "GRAND OPENING", faceId: "montserrat", weight: 700, px: 58, x: 310, y: 130, align: "center", colour: "#264653" },
      "GREAT EVENING",
    )) > 0.98,
  );
});

test("so is one with an outline", async () => {
  const outlined: PosterText = {
    text: "夏日特惠",
    faceId: "noto-sans-sc",
    weight: 900,
    px: 92,
    x: 310,
    y: 150,
    align: "center",
    colour: "#e63946",
    outline: { colour: "#1d3557", widthPx: 5 },
  };
  assert.ok((await roundTrip(outlined, "冬日特惠")) > 0.97);
});

test("so is one with a gradient from top to bottom", async () => {
  const shaded: PosterText = {
    text: "AUTUMN",
    faceId: "archivo-black",
    px: 90,
    x: 310,
    y: 150,
    align: "center",
    colour: { from: "#f4a261", to: "#9d0208" },
  };
  assert.ok((await roundTrip(shaded, "MUTUAL")) > 0.96);
});

test("so is one with a colour for each letter", async () => {
  const coloured: PosterText = {
    text: "PARTY",
    faceId: "fira-sans",
    weight: 900,
    px: 96,
    x: 310,
    y: 150,
    align: "center",
    colour: ["#e63946", "#2a9d8f", "#f4a261", "#264653", "#8338ec"],
  };
  assert.ok((await roundTrip(coloured, "HAPPY")) > 0.97);
});

test("so is one that the ground shines through, with the opacity it was painted with", async () => {
  const stripes: PaintGround = (context) => {
    plain(context);
    for (let x = 0; x < SIZE.width; x += 40) {
      context.fillStyle = x % 80 === 0 ? "#16324f" : "#3c6e71";
      context.fillRect(x, 0, 40, SIZE.height);
    }
  };
  const clear: PosterText = {
    text: "WINTER",
    faceId: "archivo-black",
    px: 90,
    x: 310,
    y: 150,
    align: "center",
    colour: "rgba(255,244,214,0.7)",
  };
  const { likeness, style } = await roundTripped(clear, "WRITER", stripes);
  assert.ok(likeness > 0.95, `${likeness}`);
  assert.ok(Math.abs(style.opacity - 0.7) < 0.05, `${style.opacity}`);
  assert.equal(style.fill.kind, "solid");
});

test("so is one that was broken into lines for want of room", async () => {
  const short: PosterText = { text: "SUMMER", faceId: "archivo-black", px: 76, x: 30, y: 90, colour: "#264653" };
  assert.ok((await roundTrip(short, "SUMMER PARTY TODAY")) > 0.97);
});

test.after(() => ports.dispose());

test("left to the canvas, the picture loses the old string and the report says where the new one's ink belongs", async () => {
  const text: PosterText = {
    text: "GRAND OPENING",
    faceId: "montserrat",
    weight: 700,
    px: 58,
    x: 310,
    y: 130,
    align: "center",
    colour: "#264653",
  };
  const source = drawPoster({
    ...SIZE,
    ground: plain,
    texts: [text],
  });
  const output = await edited(engine, source, [{ ...replace("GRAND OPENING", "GREAT EVENING"), live: true }]);
  const [report] = output.texts;
  assert.equal(report.readBack, "GREAT EVENING");
  const worst = output.image.data.reduce((most, value, i) => Math.max(most, i % 4 === 3 ? 0 : Math.abs(value - (GROUND[i % 4] ?? 0))), 0);
  assert.ok(worst <= 3, `the ground is off by ${worst} of 255`);
  // Capitals of 58 px type are about 41 px high; centred like the old string at x = 310.
  const [a, b, , d] = report.live?.ink ?? assert.fail("no ink");
  assert.ok(Math.abs((a.x + b.x) / 2 - 310) < 4, `centre ${(a.x + b.x) / 2}`);
  assert.ok(d.y - a.y > 36 && d.y - a.y < 48, `height ${d.y - a.y}`);
  assert.ok(Math.abs(d.y - 130) < 4, `baseline ${d.y}`);
});
