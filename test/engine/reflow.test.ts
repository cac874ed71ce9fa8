import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { EngineOutput } from "../../local-server/engines/engine.ts";
import { createInstantEngine } from "../../local-server/engines/instant/index.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { edited, read, replace } from "../fixtures/edit-text.ts";
import { drawPoster, plainGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
const engine = createInstantEngine(ports);
after(() => ports.dispose());

const LEADING = 36;
const FIRST = 60;
const page = (rows: readonly string[], faceId: string): RasterImage =>
  drawPoster({
    width: 460,
    height: 280,
    ground: plainGround("#fdf6ec"),
    texts: rows.map((text, i) => ({ text, faceId, px: 24, x: 40, y: FIRST + i * LEADING, colour: "#26324a" })),
  });
const ENGLISH = ["The market opens at nine", "every day in the harbour", "with bread and honey."];

/** First and last row of pixels that differ. */
function touchedRows(source: RasterImage, { image }: EngineOutput): readonly [number, number] {
  const differs = (i: number) => [0, 1, 2].some((c) => source.data[i * 4 + c] !== image.data[i * 4 + c]);
  const rows = Array.from({ length: source.width * source.height }, (_, i) => i)
    .filter(differs)
    .map((i) => Math.floor(i / source.width));
  return [Math.min(...rows), Math.max(...rows)];
}

test("a line that becomes longer pushes its words into the lines below; the line above is not touched", async () => {
  const source = page(ENGLISH, "inter");
  const output = await edited(engine, source, [replace("day in the harbour", "Saturday and Sunday in the harbour")]);
  const rows = await read(engine, output.image);
  assert.deepEqual(rows, ["Themarketopensatnine", "everySaturdayand", "Sundayintheharbour", "withbreadandhoney."]);
  const [top, bottom] = touchedRows(source, output);
  assert.ok(top > FIRST + 8, "the first line stays bit for bit");
  assert.ok(Math.abs(bottom - (FIRST + 3 * LEADING)) < 10, "one more row, at the leading of the others");
  assert.ok(
    output.warnings.some((w) => w.includes("4 lines instead of 3")),
    output.warnings.join(),
  );
});

test("wishes for two lines of one text flow together", async () => {
  const source = page(ENGLISH, "inter");
  const output = await edited(engine, source, [replace("in the harbour", "in the old harbour"), replace("bread and honey", "olives")]);
  assert.deepEqual(await read(engine, output.image), ["Themarketopensatnine", "everydayintheold", "harbourwitholives."]);
});

test("a Chinese text set anew as a whole is broken by its marks, and lines too many go", async () => {
  const source = page(["春天的市集每周六开放，有", "面包、蜂蜜和鲜花，欢迎全", "家一起来老码头看看。"], "noto-sans-sc");
  const wording = "本店周一至周五营业，周末休息，欢迎进来。";
  const output = await edited(engine, source, [replace("春天的市集每周六开放，有面包、蜂蜜和鲜花，欢迎全家一起来老码头看看。", wording)]);
  const rows = await read(engine, output.image);
  assert.equal(rows.length, 2);
  assert.equal(rows.join("").normalize("NFKC"), wording.normalize("NFKC"));
});
