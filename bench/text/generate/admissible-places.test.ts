import assert from "node:assert/strict";
import { test } from "node:test";
import { admissiblePlaces, alignmentShows } from "./admissible-places.ts";
import { openFontShelf } from "./fonts.ts";
import { startOf } from "./measure-line.ts";
import type { TextSpec } from "./poster-spec.ts";

const [font] = openFontShelf().library.filter((f) => f.name === "Montserrat" && f.weight === 400 && !f.italic);
const line = (text: string, more: Partial<TextSpec> = {}): TextSpec => ({
  text,
  font,
  sizePx: 60,
  trackingPx: 0,
  anchor: "center",
  x: 500,
  y: 100,
  vertical: false,
  fill: { kind: "solid", colour: [0, 0, 0] },
  ...more,
});
const poster = (lines: readonly TextSpec[], wanted: string) => ({ lines, subject: 0, wanted });

test("beside a line of another length only the poster's own alignment is right", () => {
  const spec = poster([line("Summer"), line("Limited time offer")], "Winter days");
  assert.ok(alignmentShows(spec));
  assert.deepEqual(
    admissiblePlaces(spec).map((p) => p.why),
    ["drawn"],
  );
});

test("with no line of another length left, middle and right are all right", () => {
  const spec = poster([line("Summer"), line("Summer")], "Winter days");
  assert.ok(!alignmentShows(spec));
  assert.deepEqual(
    admissiblePlaces(spec).map((p) => p.why),
    ["drawn", "left", "right"],
  );
});

test("a price's kept digits may stand where they stood, where that is hardly off the alignment", () => {
  const spec = poster([line("16:00"), line("Limited time offer")], "12:00");
  const [drawn, kept, ...none] = admissiblePlaces(spec);
  assert.deepEqual([drawn.why, kept?.why, none.length], ["drawn", "kept", 0]);
  assert.ok(Math.abs(startOf(kept.line) - startOf(drawn.line)) <= 0.05 * 60);
});

test("kept characters give no place far off the alignment", () => {
  const spec = poster([line("Open day"), line("Limited time offer")], "Open every day");
  assert.ok(admissiblePlaces(spec).every((p) => p.why !== "kept"));
});
