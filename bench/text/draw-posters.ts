/**
 * Draws posters without editing them, to look at what the bench is made of.
 *   node bench/text/draw-posters.ts --seed 1000000 --count 24      writes bench/text/out/posters.png
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findChromium } from "../../scripts/chromium.ts";
import { createPosterFactory } from "./generate/poster-factory.ts";
import { contactSheet, type Tile } from "./report/contact-sheet.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1000000" }, count: { type: "string", default: "24" }, photos: { type: "string" } },
});
const OUT = join(import.meta.dirname, "out");
const factory = await createPosterFactory({ folder: OUT, chromium: findChromium(), photos: values.photos });
const tiles: Tile[] = [];
for (let i = 0; i < Number(values.count); i++) {
  const poster = await factory.make(Number(values.seed) + i);
  const { spec } = poster;
  tiles.push(poster.source, poster.truth);
  console.log(
    `${spec.seed} ${spec.category} ${spec.renderer} ${spec.finish.format} “${poster.original}” → “${spec.wanted}” ${spec.lines[spec.subject].font.name} ${spec.lines[spec.subject].font.weight}`,
  );
}
await factory.close();
for (const sentence of factory.missing) console.log(sentence);
writeFileSync(join(OUT, "posters.png"), await contactSheet(tiles, { columns: 8, width: 300, height: 300 }));
