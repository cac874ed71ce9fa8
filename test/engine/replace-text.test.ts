import assert from "node:assert/strict";
import { after, test } from "node:test";
import { decodePicture } from "../../local-server/codec/decode-picture.ts";
import { encodePicture } from "../../local-server/codec/encode-picture.ts";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { edited, read, replace } from "../fixtures/edit-text.ts";
import { drawPoster, gradientGround, type PosterSpec, photoGround, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const SIZE = { width: 560, height: 340 };

interface Case {
  readonly name: string;
  readonly spec: PosterSpec;
  readonly from: string;
  readonly to: string;
  /** Family the original is set in. */
  readonly family: string;
  readonly least: number;
}

const CASES: readonly Case[] = [
  {
    name: "a price on a plain ground",
    from: "¥199",
    to: "¥169",
    family: "Montserrat",
    least: 0.94,
    spec: {
      ...SIZE,
      ground: plainGround("#0e5b57"),
      texts: [
        { text: "六瓶礼盒", faceId: "noto-sans-sc", weight: 500, px: 34, x: 280, y: 90, align: "center", colour: "#fff4e2" },
        { text: "¥199", faceId: "montserrat", weight: 800, px: 96, x: 280, y: 210, align: "center", colour: "#ffd166" },
      ],
    },
  },
  {
    name: "a Chinese headline on a gradient",
    from: "新品上市",
    to: "年度热销",
    family: "Noto Serif SC",
    least: 0.94,
    spec: {
      ...SIZE,
      ground: gradientGround("#fff1de", "#ff9f7c"),
      texts: [
        { text: "新品上市", faceId: "noto-serif-sc", weight: 900, px: 88, x: 50, y: 150, colour: "#6b1a2a" },
        { text: "全国门店同步", faceId: "noto-sans-sc", weight: 400, px: 30, x: 54, y: 220, colour: "#8c3440" },
      ],
    },
  },
  {
    name: "white letters on a photograph",
    from: "Weekend",
    to: "Holiday",
    family: "Playfair Display",
    least: 0.9,
    spec: {
      ...SIZE,
      ground: photoGround(5),
      texts: [{ text: "Weekend", faceId: "playfair-display", weight: 800, px: 100, x: 280, y: 200, align: "center", colour: "#ffffff" }],
    },
  },
  {
    name: "a label on a panel's edge",
    from: "Order now",
    to: "Call today",
    family: "Poppins",
    least: 0.92,
    spec: {
      ...SIZE,
      ground: (context) => {
        plainGround("#f3efe6")(context);
        context.fillStyle = "#26324a";
        context.fillRect(120, 120, 320, 86);
      },
      texts: [{ text: "Order now", faceId: "poppins", weight: 600, px: 46, x: 280, y: 179, align: "center", colour: "#ffffff" }],
    },
  },
  {
    name: "outlined letters",
    from: "SALE",
    to: "MEGA",
    family: "Anton",
    least: 0.92,
    spec: {
      ...SIZE,
      ground: plainGround("#e8583e"),
      texts: [
        {
          text: "SALE",
          faceId: "anton",
          px: 150,
          x: 280,
          y: 240,
          align: "center",
          colour: "#ffe14d",
          outline: { colour: "#2a1a5e", widthPx: 7 },
        },
      ],
    },
  },
  {
    name: "a colour for every character, mixed scripts",
    from: "618大促",
    to: "816大促",
    family: "Noto Sans SC",
    least: 0.88,
    spec: {
      ...SIZE,
      ground: plainGround("#fdf6ec"),
      texts: [
        {
          text: "618大促",
          faceId: "noto-sans-sc",
          weight: 900,
          px: 100,
          x: 280,
          y: 210,
          align: "center",
          colour: ["#d7263d", "#1b998b", "#2e4057", "#f46036", "#5b2a86"],
        },
      ],
    },
  },
  {
    name: "a column of characters",
    from: "春江花月",
    to: "山高水长",
    family: "Noto Serif SC",
    least: 0.92,
    spec: {
      width: 360,
      height: 440,
      ground: plainGround("#efe6d2"),
      texts: [{ text: "春江花月", faceId: "noto-serif-sc", weight: 700, px: 78, x: 180, y: 50, colour: "#3b2a1e", vertical: true }],
    },
  },
  {
    name: "a turned line",
    from: "Grand Opening",
    to: "Final Weekend",
    family: "Oswald",
    least: 0.92,
    spec: {
      ...SIZE,
      ground: gradientGround("#21304f", "#3d5a80"),
      texts: [
        { text: "Grand Opening", faceId: "oswald", weight: 500, px: 70, x: 280, y: 190, angle: -0.2, align: "center", colour: "#ffe8b6" },
      ],
    },
  },
];

for (const { name, spec, from, to, family, least } of CASES) {
  test(`${name}: “${from}” becomes “${to}”`, async () => {
    const source = drawPoster(spec);
    const output = await edited(engine, source, [replace(from, to)]);
    const [text] = output.texts;
    assert.deepEqual([text.original, text.wanted, output.texts.length], [from, to, 1]);
    assert.equal(text.readBack.replaceAll(" ", ""), to.replaceAll(" ", ""));
    assert.equal(text.style.family, family);
    assert.ok(text.reconstruction >= least, `${text.reconstruction}`);
    assert.ok(output.confidence > 0.5 && output.confidence <= 1, `${output.confidence}`);
    for (const stage of ["find", "fit", "plate", "typeset", "judge"]) assert.ok(output.timingsMs[stage] > 0, stage);
    const now = await read(engine, output.image);
    const before = spec.texts.map((t) => (t.text === from ? to : t.text).replaceAll(" ", ""));
    assert.deepEqual([...now].sort(), before.sort());
  });
}

test("a JPEG's poster is edited as well as the original", async () => {
  const [{ spec, from, to, family }] = CASES;
  const decoded = await decodePicture(await encodePicture(drawPoster(spec), "jpeg"), "jpeg");
  assert.ok(decoded.ok);
  const output = await edited(engine, decoded.value.image, [replace(from, to)]);
  assert.equal(output.texts[0].readBack, to);
  assert.equal(output.texts[0].style.family, family);
  assert.ok(output.confidence > 0.8, `${output.confidence}`);
});
