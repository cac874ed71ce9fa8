import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Affine } from "../../../protocol/geometry.ts";
import { createCairoRenderer } from "./cairo-renderer.ts";
import { provideFontconfig } from "./fontconfig.ts";
import { CAIRO_ENTRIES, openFontShelf } from "./fonts.ts";
import { lineLength } from "./measure-line.ts";
import type { TextSpec } from "./poster-spec.ts";

test("every cut that Cairo is asked for is as long as it was measured, its letters not tied", async () => {
  const folder = mkdtempSync(join(tmpdir(), "emend-fontconfig-"));
  try {
    const cuts = openFontShelf().cairo.filter((f) => ["Lato", "Barlow", "Libre Baskerville"].includes(f.name) && !f.italic);
    assert.ok(new Set(cuts.map((f) => f.weight)).size > 4);
    provideFontconfig(
      folder,
      CAIRO_ENTRIES.filter((entry) => cuts.some((f) => f.faceId === entry.id)),
    );
    const cairo = createCairoRenderer();
    const width = 900;
    const transform: Affine = [
      [1, 0, 0],
      [0, 1, 0],
    ];
    for (const font of cuts) {
      const line: TextSpec = {
        text: "HIHIH office",
        font: { ...font, untied: true },
        sizePx: 60,
        trackingPx: 0,
        anchor: "left",
        x: 20,
        y: 90,
        vertical: false,
        fill: { kind: "solid", colour: [0, 0, 0] },
      };
      const drawn = await cairo.draw([line], { width, height: 120, transform });
      let last = 0;
      for (let i = 3; i < drawn.length; i += 4) if (drawn[i] > 127) last = Math.max(last, ((i - 3) / 4) % width);
      const end = line.x + lineLength(line);
      assert.ok(last < end && last > end - 5, `${font.name} ${font.weight} ends at ${last}, measured ${end.toFixed(1)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
