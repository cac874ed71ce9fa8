import { existsSync } from "node:fs";
import { GlobalFonts } from "@napi-rs/canvas";
import { inkCodePoints } from "../../../imaging/typeface/unicode-ranges.ts";
import { type CatalogueEntry, FONT_CATALOGUE } from "../../../local-server/runtime/font-catalogue.ts";
import { filesCovering, listFontFiles } from "../../../local-server/runtime/font-files.ts";
import { createFontLibrary } from "../../../local-server/runtime/font-library.ts";
import type { FontChoice } from "./poster-spec.ts";

const library = createFontLibrary();

/** Families whose static WOFF subsets fontconfig is given. Han families in 90 small files are left to Skia and Chromium. */
export const CAIRO_ENTRIES: readonly CatalogueEntry[] = FONT_CATALOGUE.filter(
  (e) => !e.variable && e.layout === "fontsource" && !e.scripts.includes("han"),
);

function libraryChoice(entry: CatalogueEntry, weight: number, italic: boolean): FontChoice {
  let listed: ReturnType<typeof listFontFiles> | undefined;
  const files = () => {
    listed ??= listFontFiles(entry, { weight, italic });
    return listed;
  };
  return {
    name: entry.family,
    weight,
    italic,
    han: entry.scripts.includes("han"),
    equals: [entry.family],
    faceId: entry.id,
    files: (text) => (filesCovering(files(), inkCodePoints(text)) ?? []).map((f) => f.path),
    skia: (text) => library.typesetting({ faceId: entry.id, weight, italic, text, sizePx: 1, trackingPx: 0 }),
    ...(CAIRO_ENTRIES.includes(entry) && !italic ? { cairo: entry.family } : {}),
  };
}

const STEPS = [300, 400, 500, 600, 700, 800, 900];

function weightsOf({ variable, weights }: CatalogueEntry): readonly number[] {
  return variable ? STEPS.filter((w) => w >= weights[0] && w <= weights[1]) : weights.filter((w) => w >= 300);
}

/** Every cut of the engine's library from light up. */
export const libraryFonts = (): FontChoice[] =>
  FONT_CATALOGUE.flatMap((entry) =>
    weightsOf(entry).flatMap((w) => [libraryChoice(entry, w, false), ...(entry.italic ? [libraryChoice(entry, w, true)] : [])]),
  );

interface DebianFont {
  readonly name: string;
  readonly weight: number;
  readonly path: string;
  readonly han?: boolean;
  readonly equals: readonly string[];
}

const TRUETYPE = "/usr/share/fonts/truetype";
const debian = (name: string, files: readonly (readonly [number, string])[], more: Pick<DebianFont, "equals" | "han">): DebianFont[] =>
  files.map(([weight, path]) => ({ name, weight, path: `${TRUETYPE}/${path}`, ...more }));

/** Fonts of Debian packages: metric twins drawn like a library family, and some that are like none. */
const DEBIAN: readonly DebianFont[] = [
  ...debian(
    "Liberation Sans",
    [
      [400, "liberation/LiberationSans-Regular.ttf"],
      [700, "liberation/LiberationSans-Bold.ttf"],
    ],
    { equals: ["Arimo"] },
  ),
  ...debian(
    "Liberation Serif",
    [
      [400, "liberation/LiberationSerif-Regular.ttf"],
      [700, "liberation/LiberationSerif-Bold.ttf"],
    ],
    { equals: ["Tinos"] },
  ),
  ...debian(
    "DejaVu Sans",
    [
      [400, "dejavu/DejaVuSans.ttf"],
      [700, "dejavu/DejaVuSans-Bold.ttf"],
    ],
    { equals: [] },
  ),
  ...debian(
    "DejaVu Serif",
    [
      [400, "dejavu/DejaVuSerif.ttf"],
      [700, "dejavu/DejaVuSerif-Bold.ttf"],
    ],
    { equals: [] },
  ),
  ...debian("WenQuanYi Micro Hei", [[400, "wqy/wqy-microhei.ttc"]], { equals: [], han: true }),
];

function debianChoice(font: DebianFont): FontChoice {
  const family = `bench ${font.name} ${font.weight}`;
  GlobalFonts.registerFromPath(font.path, family);
  return {
    name: font.name,
    weight: font.weight,
    italic: false,
    han: font.han ?? false,
    equals: font.equals,
    files: () => [font.path],
    skia: () => ({ family, weight: 400 }),
    cairo: font.name,
  };
}

/** The Noto CJK collections are the library's Noto SC families in another packing; drawn only by Cairo, measured with the library's. */
function notoCjk(): FontChoice[] {
  const families = [
    ["Noto Sans CJK SC", "Noto Sans SC", "NotoSansCJK"],
    ["Noto Serif CJK SC", "Noto Serif SC", "NotoSerifCJK"],
  ] as const;
  return families.flatMap(([cairo, family, file]) => {
    const entry = FONT_CATALOGUE.find((e) => e.family === family);
    const cuts = [
      ["Light", 300],
      ["Regular", 400],
      ["Medium", 500],
      ["Bold", 700],
      ["Black", 900],
    ] as const;
    const present = cuts.filter(([cut]) => existsSync(`/usr/share/fonts/opentype/noto/${file}-${cut}.ttc`));
    return entry ? present.map(([, w]) => ({ ...libraryChoice(entry, w, false), name: cairo, cairo })) : [];
  });
}

export interface FontShelf {
  readonly library: readonly FontChoice[];
  /** For Cairo: what fontconfig can find. */
  readonly cairo: readonly FontChoice[];
  readonly outside: readonly FontChoice[];
  /** What could not be had, as sentences for the person. */
  readonly missing: readonly string[];
}

export function openFontShelf(): FontShelf {
  const there = DEBIAN.filter((f) => existsSync(f.path)).map(debianChoice);
  const inLibrary = libraryFonts();
  const noto = notoCjk();
  const absent = [...new Set(DEBIAN.filter((f) => !existsSync(f.path)).map((f) => f.name))];
  return {
    library: inLibrary,
    cairo: [...inLibrary.filter((f) => f.cairo !== undefined), ...noto, ...there.filter((f) => f.equals.length > 0)],
    outside: there.filter((f) => f.equals.length === 0),
    missing: [
      ...absent.map(
        (name) =>
          `Font ${name} is not on this machine (Debian: fonts-liberation, fonts-dejavu, fonts-wqy-microhei); posters that need it use others.`,
      ),
      ...(noto.length === 0 ? ["Noto CJK is not on this machine (Debian: fonts-noto-cjk); Cairo posters are in Latin only."] : []),
    ],
  };
}
