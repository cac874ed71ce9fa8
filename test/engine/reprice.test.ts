import assert from "node:assert/strict";
import { after, test } from "node:test";
import { editTexts } from "../../imaging/instant/edit-texts.ts";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { drawPoster, gradientGround } from "../fixtures/poster.ts";

const ports = createImagingPorts();
after(() => ports.dispose());

test("所有价格打八折 changes every price and no other number, and tells the table", async () => {
  const price = { faceId: "montserrat", weight: 700, px: 64, colour: "#8c1d40" };
  const source = drawPoster({
    width: 900,
    height: 640,
    ground: gradientGround("#fff7ec", "#ffd9b8"),
    texts: [
      { text: "周末特惠 2026", faceId: "noto-sans-sc", weight: 800, px: 84, x: 450, y: 150, align: "center", colour: "#3a1c28" },
      { ...price, text: "¥199", x: 90, y: 360 },
      { ...price, text: "¥59.90", x: 560, y: 360 },
      { text: "满300减50", faceId: "noto-sans-sc", weight: 600, px: 44, x: 450, y: 540, align: "center", colour: "#3a1c28" },
    ],
  });
  const { operations } = planInstruction("所有价格打八折");
  const done = await editTexts(ports, { source, operations, seed: 1 }, { signal: new AbortController().signal });
  assert.ok(done.ok);
  assert.deepEqual(
    done.value.texts.map((t) => [t.original, t.wanted, t.readBack.replaceAll(" ", "")]),
    [
      ["¥199", "¥159", "¥159"],
      ["¥59.90", "¥47.92", "¥47.92"],
    ],
  );
  const [table] = done.value.answers;
  assert.deepEqual(
    table?.at.map((row) => row.label),
    ["¥199 → ¥159", "¥59.90 → ¥47.92"],
  );
  assert.match(table?.answer ?? "", /rounded half up/);
});

test("a struck-through price stays beside the one asked now, and that is said", async () => {
  const price = { faceId: "montserrat", weight: 500, px: 56 };
  const plain = drawPoster({
    width: 700,
    height: 240,
    ground: gradientGround("#fffaf0", "#fff2e0"),
    texts: [
      { ...price, text: "¥299", x: 80, y: 140, colour: "#888888" },
      { ...price, text: "¥199", x: 420, y: 140, colour: "#8c1d40" },
    ],
  });
  const data = plain.data.slice();
  for (let y = 119; y < 123; y++) for (let x = 74; x < 222; x++) data.set([136, 136, 136, 255], (y * plain.width + x) * 4);
  const { operations } = planInstruction("所有价格打八折");
  const done = await editTexts(ports, { source: { ...plain, data }, operations, seed: 1 }, { signal: new AbortController().signal });
  assert.ok(done.ok);
  assert.deepEqual(
    done.value.texts.map((t) => [t.original, t.wanted]),
    [["¥199", "¥159"]],
  );
  assert.match(done.value.warnings.join(" "), /left as before: ¥299/);
});
