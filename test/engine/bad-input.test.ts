import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { editTexts } from "../../imaging/instant/edit-texts.ts";
import { findTexts } from "../../imaging/instant/find-texts.ts";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { boundsOf } from "../../protocol/geometry.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import { drawPoster, gradientGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const { signal } = new AbortController();
after(() => ports.dispose());

const PACKAGES = fileURLToPath(new URL("../../node_modules/", import.meta.url));
for (const [alias, file] of [
  ["arabic", "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2"],
  ["thai", "@fontsource/noto-sans-thai/files/noto-sans-thai-thai-700-normal.woff2"],
  ["devanagari", "@fontsource/poppins/files/poppins-devanagari-700-normal.woff2"],
  ["cyrillic", "@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2"],
  ["hebrew", "@fontsource-variable/rubik/files/rubik-hebrew-wght-normal.woff2"],
  ["pen", "@fontsource-variable/caveat/files/caveat-latin-wght-normal.woff2"],
  ["latin", "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"],
] as const)
  assert.ok(GlobalFonts.registerFromPath(`${PACKAGES}${file}`, alias), alias);

const SIZE = { width: 760, height: 420 };
const GROUND = gradientGround("#fff1de", "#ffb899");
const INK = "#22325c";
const [CX, CY] = [SIZE.width / 2, SIZE.height / 2];

/** What is drawn before the text belongs to the picture and must survive a removal. */
interface Picture {
  readonly under?: (context: SKRSContext2D) => void;
  readonly text: (context: SKRSContext2D) => void;
}

function draw({ under, text }: Picture, withText = true): RasterImage {
  const ground = (context: SKRSContext2D): void => {
    GROUND(context);
    under?.(context);
    context.fillStyle = context.strokeStyle = INK;
    context.textAlign = "center";
    if (withText) text(context);
  };
  return drawPoster({ ...SIZE, ground, texts: [] });
}

const line =
  (words: string, font: string, y = CY) =>
  (context: SKRSContext2D): void => {
    context.font = font;
    context.fillText(words, CX, y);
  };

/** Letters standing on an arc of that radius. */
const arc =
  (words: string, radius: number, px: number) =>
  (context: SKRSContext2D): void => {
    context.font = `700 ${px}px latin`;
    const step = (0.72 * px) / radius;
    for (const [i, char] of [...words].entries()) {
      const angle = (i - (words.length - 1) / 2) * step;
      context.save();
      context.translate(CX + radius * Math.sin(angle), 120 + radius * (1 - Math.cos(angle)));
      context.rotate(angle);
      context.fillText(char, 0, 0);
      context.restore();
    }
  };

/** Letters standing on a wave. */
function wave(context: SKRSContext2D): void {
  context.font = "700 54px latin";
  for (const [i, char] of [..."MUSIC ON THE LAKE"].entries()) {
    context.save();
    context.translate(70 + 39 * i, CY + 48 * Math.sin(i / 1.7));
    context.rotate(0.55 * Math.cos(i / 1.7));
    context.fillText(char, 0, 0);
    context.restore();
  }
}

/** Written by hand: no two letters are alike in size, tilt or footing. */
function byHand(context: SKRSContext2D): void {
  let x = 120;
  for (const [i, char] of [..."Dear Anna, come at eight"].entries()) {
    const wobble = Math.sin(12.9898 * (i + 1)) * 43758.5453;
    const by = wobble - Math.floor(wobble) - 0.5;
    context.save();
    context.font = `600 ${Math.round(58 + 22 * by)}px pen`;
    context.translate(x, CY + 16 * by);
    context.rotate(0.3 * by);
    context.fillText(char, 0, 0);
    x += context.measureText(char).width + 3 * by;
    context.restore();
  }
}

/** Written the other way round, as seen from behind a window. */
function mirrored(context: SKRSContext2D): void {
  context.save();
  context.translate(2 * CX, 0);
  context.scale(-1, 1);
  line("OPENING HOURS", "700 60px latin")(context);
  context.restore();
}

/** Loops of a pen, joined, of no typeface. */
function scrawl(context: SKRSContext2D): void {
  context.lineWidth = 5;
  context.lineCap = "round";
  context.beginPath();
  context.moveTo(150, 240);
  for (let x = 150; x < 600; x += 45) {
    const high = 40 + ((x * 7) % 60);
    context.bezierCurveTo(x + 40, 240 - high, x - 5, 240 - 1.4 * high, x + 10, 235);
    context.quadraticCurveTo(x + 25, 262, x + 45, 238);
  }
  context.stroke();
}

function face(context: SKRSContext2D): void {
  const skin = context.createRadialGradient(CX, 200, 20, CX, 210, 190);
  skin.addColorStop(0, "#f2c9a8");
  skin.addColorStop(1, "#b97a56");
  context.fillStyle = skin;
  context.beginPath();
  context.ellipse(CX, CY, 150, 190, 0, 0, 2 * Math.PI);
  context.fill();
  for (const x of [CX - 60, CX + 60]) {
    for (const [colour, rx, ry] of [
      ["#ffffff", 30, 16],
      ["#3a2a1e", 12, 12],
    ] as const) {
      context.fillStyle = colour;
      context.beginPath();
      context.ellipse(x, 170, rx, ry, 0, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

function overFace(context: SKRSContext2D): void {
  context.fillStyle = "#ffffff";
  line("SMILE", "800 64px latin", 195)(context);
}

const CASES: Readonly<Record<string, Picture>> = {
  "Arabic letters": { text: line("تخفيضات كبيرة", "72px arabic") },
  "Thai letters": { text: line("ลดราคาพิเศษ", "72px thai") },
  "Devanagari letters": { text: line("आज बड़ी छूट", "72px devanagari") },
  "Cyrillic capitals": { text: line("РАСПРОДАЖА", "700 72px cyrillic") },
  "Hebrew letters": { text: line("מכירת סוף עונה", "700 72px hebrew") },
  "letters on a tight arc": { text: arc("SUMMER FESTIVAL", 230, 46) },
  "letters on a wave": { text: wave },
  "a pen's loops": { text: scrawl },
  "a line written by hand": { text: byHand },
  "a mirrored line": { text: mirrored },
  "letters that hardly stand off the ground": {
    text: (context) => {
      context.fillStyle = "#fbdcc4";
      line("SECRET GARDEN", "700 64px latin")(context);
    },
  },
  "a word that the picture's side cuts off": {
    text: (context) => {
      context.font = "800 120px latin";
      context.fillText("MIDSUMMER", 40, CY);
    },
  },
  "a line that the picture's bottom cuts off": { text: line("MIDSUMMER NIGHT", "800 76px latin", SIZE.height + 22) },
  "letters of 6 pixels": { text: line("Terms and conditions apply to all orders", "500 6px latin") },
  "a word over a face": { under: face, text: overFace },
};

/** Largest difference to the picture without text, within a text's bounds and a little around them. */
function remains(after: RasterImage, clean: RasterImage, { quad }: FoundText): number {
  const { x, y, width, height } = boundsOf<"image">(quad as unknown as Parameters<typeof boundsOf<"image">>[0]);
  let most = 0;
  for (let py = Math.max(0, Math.floor(y - height / 2)); py < Math.min(after.height, y + 1.5 * height); py++) {
    for (let px = Math.max(0, Math.floor(x)); px < Math.min(after.width, x + width); px++) {
      const i = (py * after.width + px) * 4;
      for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs(after.data[i + c] - clean.data[i + c]));
    }
  }
  return most;
}

/** A trace of this size, 0–255, is seen. */
const SEEN = 40;

for (const [name, picture] of Object.entries(CASES)) {
  test(`${name}: not found, refused, or handed over with a warning, never a mess called good`, async () => {
    const source = draw(picture);
    const clean = draw(picture, false);
    const texts = await findTexts(source, ports, signal);
    for (const text of texts.slice(0, 1)) {
      const edit = (operation: Omit<Operation, "at">) =>
        editTexts(ports, { source, operations: [{ ...operation, at: text.quad[0] }], seed: 1 }, { signal });
      const replaced = await edit({ kind: "text.replace", text: { from: text.string, to: "WINTER 2027" } });
      if (replaced.ok)
        assert.ok(replaced.value.reasons.length > 0, `replacing “${text.string}” was called good: ${replaced.value.confidence}`);
      else assert.match(replaced.error.message, /\w/);
      const removed = await edit({ kind: "text.remove", text: { from: text.string } });
      if (!removed.ok || removed.value.reasons.length > 0) continue;
      const left = remains(removed.value.image, clean, text);
      assert.ok(left < SEEN, `removing “${text.string}” was called good and left ${left}`);
    }
  });
}

test("words of a script that cannot be read are refused with what is there instead", async () => {
  const source = draw({ text: line("تخفيضات", "72px arabic") });
  const done = await editTexts(
    ports,
    { source, operations: [{ kind: "text.replace", text: { from: "تخفيضات", to: "SALE" } }], seed: 1 },
    { signal },
  );
  assert.ok(!done.ok);
  assert.equal(done.error.code, "text_not_found");
});

test("an edit of large words leaves small print it cannot read as it is, bit for bit", async () => {
  const source = draw({
    text: (context) => {
      line("Terms and conditions apply to all orders", "500 6px latin", 390)(context);
      line("BIG SALE", "700 60px latin", 200)(context);
    },
  });
  const done = await editTexts(
    ports,
    { source, operations: [{ kind: "text.replace", text: { from: "BIG SALE", to: "LAST DAY" } }], seed: 1 },
    { signal },
  );
  assert.ok(done.ok);
  const from = 340 * source.width * 4;
  assert.deepEqual(done.value.image.data.subarray(from), source.data.subarray(from));
});

test("a word that the picture's side cuts off is called so, a whole one near the side is not", async () => {
  const cutOff = async (x: number): Promise<boolean> => {
    const words = (context: SKRSContext2D): void => {
      context.font = "800 90px latin";
      context.textAlign = "left";
      context.fillText("SUMMER", x, CY);
    };
    const source = draw({ text: words });
    const [text] = await findTexts(source, ports, signal);
    const operation: Operation = { kind: "text.replace", text: { from: text.string, to: "WINTER" } };
    const done = await editTexts(ports, { source, operations: [operation], seed: 1 }, { signal });
    assert.ok(done.ok);
    return done.value.reasons.some((reason) => reason.includes("cut off by the picture's edge"));
  };
  assert.deepEqual([await cutOff(-30), await cutOff(6)], [true, false]);
});
