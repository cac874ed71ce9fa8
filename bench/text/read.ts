/**
 * How well text is read on posters never seen, without editing them: the string to replace in the source, and the new one in the truth.
 *   node bench/text/read.ts [--split dev|test] [--count 96] [--only category,…] [--seed N,…] [--strips FOLDER]
 * Prints every line that is misread and the shares. `--strips` keeps those posters as pictures.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { findText } from "../../imaging/text/find/find-text.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { boundsOf } from "../../protocol/geometry.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { createPosterFactory } from "./generate/poster-factory.ts";
import type { Pixels } from "./generate/poster-spec.ts";
import { plain, readWithin } from "./measure/reading.ts";
import { chosenSeeds } from "./seeds.ts";

const { values: options } = parseArgs({
  options: {
    split: { type: "string", default: "dev" },
    count: { type: "string", default: "96" },
    only: { type: "string" },
    seed: { type: "string" },
    strips: { type: "string" },
  },
});

const factory = await createPosterFactory({ folder: join(import.meta.dirname, "out"), chromium: findChromium() });
const ports = createImagingPorts();
const tally = { source: 0, truth: 0, n: 0, ms: 0 };

async function keep(name: string, { data, width, height }: Pixels): Promise<void> {
  if (options.strips === undefined) return;
  mkdirSync(options.strips, { recursive: true });
  await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(join(options.strips, `${name}.png`));
}

for (const seed of chosenSeeds(options)) {
  const poster = await factory.make(seed);
  const { spec } = poster;
  tally.n++;
  const looks = [
    { what: "source", pixels: poster.source, wanted: poster.original, around: boundsOf<"image">(poster.quad) },
    { what: "truth", pixels: poster.truth, wanted: spec.wanted, around: poster.truths[0].around },
  ] as const;
  for (const { what, pixels, wanted, around } of looks) {
    const start = performance.now();
    const lines = await findText(pixels, ports.ocr);
    tally.ms += performance.now() - start;
    if (lines.some((l) => plain(l.string) === plain(wanted))) {
      tally[what]++;
      continue;
    }
    const font = spec.lines[spec.subject].font.name;
    console.log(`${seed} ${spec.category} ${what} ${font}: “${wanted}” read as “${readWithin(lines, around)}”`);
    await keep(`${seed}-${what}`, pixels);
  }
}
const share = (n: number): string => `${n}/${tally.n} (${((100 * n) / tally.n).toFixed(1)} %)`;
console.log(`source ${share(tally.source)} · truth ${share(tally.truth)} · ${Math.round(tally.ms / 2 / tally.n)} ms a picture`);
await factory.close();
await ports.dispose();
