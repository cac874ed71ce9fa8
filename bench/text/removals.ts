/**
 * Taking a text away from posters the engine has never seen: how often a person is asked to look though nothing shows, and how often not though something does.
 *   node bench/text/removals.ts [--split dev] [--count 48] [--only CATEGORIES] [--seed N] [--photos FOLDER] [--worn] [--results FILE.md]
 * What shows is the smear: the RMS difference of lightness to the poster without the text, behind where it stood, fine grain blurred away.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { editTexts } from "../../imaging/instant/edit-texts.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { resultsHead } from "../results-head.ts";
import { createPosterFactory } from "./generate/poster-factory.ts";
import type { Category, Poster } from "./generate/poster-spec.ts";
import { smearOf } from "./measure/compare-pixels.ts";
import { portsFor } from "./measure/hold-out.ts";
import { chosenSeeds } from "./seeds.ts";

/** Grounds with texture or structure under the text. */
const TEXTURED = "photo,stripes,wood,noise,panel-edge,compressed,opacity,shadow";
/** Smears, levels 0–255: nobody sees less than the one, everybody more than the other. */
const UNSEEN = 3;
const PLAIN = 8;

const { values: options } = parseArgs({
  options: {
    split: { type: "string", default: "dev" },
    count: { type: "string", default: "48" },
    only: { type: "string", default: TEXTURED },
    seed: { type: "string" },
    photos: { type: "string" },
    worn: { type: "boolean", default: false },
    results: { type: "string" },
  },
});

interface Removal {
  readonly seed: number;
  readonly category: Category;
  readonly smear: number | undefined;
  readonly reasons: readonly string[];
}

const ports = createImagingPorts();

async function removed(poster: Poster): Promise<Removal> {
  const { seed, category, heldOut } = poster.spec;
  const request = { source: poster.source, operations: [{ kind: "text.remove" as const, text: { from: poster.original } }], seed: 1 };
  const outcome = await editTexts(portsFor(ports, heldOut), request, { signal: new AbortController().signal });
  if (!outcome.ok) return { seed, category, smear: undefined, reasons: [outcome.error.code] };
  return { seed, category, smear: smearOf(outcome.value.image, poster.clean, poster.oldInk), reasons: outcome.value.reasons };
}

/** What a sentence says, without the words of the picture. */
const kindOf = (reason: string): string => reason.replace(/“[^”]*”/g, "“…”").replace(/\d+ %/g, "… %");

function tableOf(all: readonly Removal[]): string {
  const rows = [...Map.groupBy(all, (r) => r.category)].map(([name, part]) => [name, part] as const);
  const lines = [...rows, ["**all**", all] as const].map(([name, part]) => {
    const done = part.flatMap((r) => (r.smear === undefined ? [] : [{ ...r, smear: r.smear }]));
    const [unseen, plain] = [done.filter((r) => r.smear < UNSEEN), done.filter((r) => r.smear > PLAIN)];
    const flagged = (of: readonly Removal[]): string => `${of.filter((r) => r.reasons.length > 0).length}/${of.length}`;
    const median = done.map((r) => r.smear).sort((a, b) => a - b)[done.length >> 1];
    return `| ${name} | ${part.length} | ${part.length - done.length} | ${median?.toFixed(1) ?? "–"} | ${flagged(unseen)} | ${flagged(done)} | ${flagged(plain)} |`;
  });
  const kinds = Map.groupBy(
    all.flatMap((r) => r.reasons.map((reason) => ({ r, kind: kindOf(reason) }))),
    ({ kind }) => kind,
  );
  return [
    `| ground | n | refused | smear, median | flagged though unseen (< ${UNSEEN}) | flagged | flagged where plain (> ${PLAIN}) |`,
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...lines,
    "",
    ...[...kinds].map(([kind, of]) => `- ${kind} ${of.map(({ r }) => `${r.seed} (${r.smear?.toFixed(1) ?? "–"})`).join(", ")}`),
    `- not flagged though plain: ${
      all
        .filter((r) => (r.smear ?? 0) > PLAIN && r.reasons.length === 0)
        .map((r) => r.seed)
        .join(", ") || "none"
    }`,
  ].join("\n");
}

const factory = await createPosterFactory({
  folder: join(import.meta.dirname, "out"),
  chromium: findChromium(),
  photos: options.photos,
  worn: options.worn,
});
const all: Removal[] = [];
for (const seed of chosenSeeds(options)) {
  const one = await removed(await factory.make(seed));
  all.push(one);
  console.error(`${all.length} ${seed} ${one.category} smear ${one.smear?.toFixed(1)} ${one.reasons.map(kindOf).join(" | ")}`);
}
await factory.close();
await ports.dispose();
const command = `node bench/text/removals.ts ${process.argv.slice(2).join(" ")}`.trim();
const table = `# Taking text away\n\n${resultsHead(command, `split \`${options.split}\`, ${all.length} posters`)}\n\n${tableOf(all)}\n`;
console.log(table);
if (options.results !== undefined) writeFileSync(options.results, table);
