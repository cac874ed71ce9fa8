import type { FontCategory, FontFace } from "../../imaging/ports.ts";

/** A shipped family: the face, and the npm package its files come in (`node_modules/<package>`). */
export interface CatalogueEntry extends FontFace {
  readonly package: string;
  /** `fontsource`: ranges in unicode.json; `css`: ranges in one style sheet per weight, named in `sheets`. */
  readonly layout: "fontsource" | "css";
  readonly sheets?: Readonly<Record<number, string>>;
}

type Traits = "italic" | "han";

function entry(
  id: string,
  family: string,
  more: Pick<CatalogueEntry, "category" | "weights" | "variable"> & { traits: readonly Traits[] },
) {
  const { traits, ...rest } = more;
  return {
    id,
    family,
    ...rest,
    italic: traits.includes("italic"),
    scripts: traits.includes("han") ? (["latin", "han"] as const) : (["latin"] as const),
    source: "shipped" as const,
    package: `${more.variable ? "@fontsource-variable" : "@fontsource"}/${id}`,
    layout: "fontsource" as const,
  };
}

type Row = readonly [id: string, family: string, weights: readonly number[], ...traits: Traits[]];

const variable = (category: FontCategory, rows: readonly Row[]): CatalogueEntry[] =>
  rows.map(([id, family, weights, ...traits]) => entry(id, family, { category, weights, variable: true, traits }));
const fixed = (category: FontCategory, rows: readonly Row[]): CatalogueEntry[] =>
  rows.map(([id, family, weights, ...traits]) => entry(id, family, { category, weights, variable: false, traits }));

const REGULAR = [400];
const TWO = [400, 700];
const NINE = [100, 200, 300, 400, 500, 600, 700, 800, 900];

const WENKAI: CatalogueEntry = {
  ...entry("lxgw-wenkai-lite", "LXGW WenKai Lite", { category: "handwriting", weights: [300, 400, 700], variable: false, traits: ["han"] }),
  package: "lxgw-wenkai-lite-webfont",
  layout: "css",
  sheets: { 300: "lxgwwenkailite-light.css", 400: "lxgwwenkailite-regular.css", 700: "lxgwwenkailite-bold.css" },
};

/** Every shipped family, in the order the library reports them. Metric twins of common commercial faces are named on their row. */
export const FONT_CATALOGUE: readonly CatalogueEntry[] = [
  ...variable("grotesque", [
    ["noto-sans-sc", "Noto Sans SC", [100, 900], "han"],
    ["inter", "Inter", [100, 900], "italic"],
    ["arimo", "Arimo", [400, 700], "italic"], // Arial, Helvetica
    ["roboto", "Roboto", [100, 900], "italic"],
    ["archivo", "Archivo", [100, 900], "italic"],
    ["work-sans", "Work Sans", [100, 900], "italic"],
    ["public-sans", "Public Sans", [100, 900], "italic"],
    ["rubik", "Rubik", [300, 900], "italic"],
  ]),
  ...fixed("grotesque", [["barlow", "Barlow", NINE, "italic"]]),
  ...variable("geometric", [
    ["montserrat", "Montserrat", [100, 900], "italic"],
    ["raleway", "Raleway", [100, 900], "italic"],
    ["jost", "Jost", [100, 900], "italic"], // Futura
    ["outfit", "Outfit", [100, 900]],
    ["dm-sans", "DM Sans", [100, 1000], "italic"],
    ["league-spartan", "League Spartan", [100, 900]],
    ["josefin-sans", "Josefin Sans", [100, 700], "italic"],
    ["plus-jakarta-sans", "Plus Jakarta Sans", [200, 800], "italic"],
    ["exo-2", "Exo 2", [100, 900], "italic"],
  ]),
  ...fixed("geometric", [["poppins", "Poppins", NINE, "italic"]]),
  ...variable("humanist", [
    ["open-sans", "Open Sans", [300, 800], "italic"],
    ["source-sans-3", "Source Sans 3", [200, 900], "italic"], // Myriad
  ]),
  ...fixed("humanist", [
    ["lato", "Lato", [100, 300, 400, 700, 900], "italic"],
    ["carlito", "Carlito", TWO, "italic"], // Calibri
    ["fira-sans", "Fira Sans", NINE, "italic"], // FF Meta
    ["pt-sans", "PT Sans", TWO, "italic"],
  ]),
  ...variable("rounded", [
    ["nunito", "Nunito", [200, 1000], "italic"],
    ["quicksand", "Quicksand", [300, 700]],
    ["comfortaa", "Comfortaa", [300, 700]],
    ["fredoka", "Fredoka", [300, 700]],
    ["baloo-2", "Baloo 2", [400, 800]],
  ]),
  ...fixed("rounded", [
    ["varela-round", "Varela Round", REGULAR],
    ["zcool-kuaile", "ZCOOL KuaiLe", REGULAR, "han"],
  ]),
  ...variable("condensed", [["oswald", "Oswald", [200, 700]]]),
  ...fixed("condensed", [
    ["anton", "Anton", REGULAR], // Impact
    ["bebas-neue", "Bebas Neue", REGULAR],
    ["league-gothic", "League Gothic", REGULAR],
    ["fjalla-one", "Fjalla One", REGULAR],
    ["barlow-condensed", "Barlow Condensed", NINE, "italic"], // DIN
    ["roboto-condensed", "Roboto Condensed", NINE, "italic"],
    ["zcool-qingke-huangyou", "ZCOOL QingKe HuangYou", REGULAR, "han"],
  ]),
  ...variable("serif", [
    ["noto-serif-sc", "Noto Serif SC", [200, 900], "han"],
    ["playfair-display", "Playfair Display", [400, 900], "italic"],
    ["lora", "Lora", [400, 700], "italic"],
    ["eb-garamond", "EB Garamond", [400, 800], "italic"],
    ["cormorant-garamond", "Cormorant Garamond", [300, 700], "italic"],
    ["bodoni-moda", "Bodoni Moda", [400, 900], "italic"],
    ["cinzel", "Cinzel", [400, 900]], // Trajan
  ]),
  ...fixed("serif", [
    ["tinos", "Tinos", TWO, "italic"], // Times New Roman
    ["gelasio", "Gelasio", [400, 500, 600, 700], "italic"], // Georgia
    ["merriweather", "Merriweather", [300, 400, 500, 600, 700, 800, 900], "italic"],
    ["libre-baskerville", "Libre Baskerville", [400, 500, 600, 700], "italic"],
    ["zcool-xiaowei", "ZCOOL XiaoWei", REGULAR, "han"],
  ]),
  ...variable("slab", [["roboto-slab", "Roboto Slab", [100, 900]]]),
  ...fixed("slab", [
    ["arvo", "Arvo", TWO, "italic"],
    ["alfa-slab-one", "Alfa Slab One", REGULAR],
    ["patua-one", "Patua One", REGULAR],
  ]),
  ...fixed("display", [
    ["abril-fatface", "Abril Fatface", REGULAR],
    ["archivo-black", "Archivo Black", REGULAR],
    ["bangers", "Bangers", REGULAR],
    ["chewy", "Chewy", REGULAR],
    ["lilita-one", "Lilita One", REGULAR],
    ["luckiest-guy", "Luckiest Guy", REGULAR],
    ["passion-one", "Passion One", [400, 700, 900]],
    ["paytone-one", "Paytone One", REGULAR],
    ["russo-one", "Russo One", REGULAR],
    ["sigmar-one", "Sigmar One", REGULAR],
    ["titan-one", "Titan One", REGULAR],
  ]),
  ...variable("script", [["dancing-script", "Dancing Script", [400, 700]]]),
  ...fixed("script", [
    ["great-vibes", "Great Vibes", REGULAR],
    ["kaushan-script", "Kaushan Script", REGULAR],
    ["lobster", "Lobster", REGULAR],
    ["pacifico", "Pacifico", REGULAR],
    ["satisfy", "Satisfy", REGULAR],
  ]),
  ...variable("handwriting", [["caveat", "Caveat", [400, 700]]]),
  ...fixed("handwriting", [
    ["amatic-sc", "Amatic SC", TWO],
    ["comic-neue", "Comic Neue", [300, 400, 700], "italic"], // Comic Sans
    ["permanent-marker", "Permanent Marker", REGULAR],
    ["shadows-into-light", "Shadows Into Light", REGULAR],
  ]),
  WENKAI,
  ...fixed("brush", [
    ["ma-shan-zheng", "Ma Shan Zheng", REGULAR, "han"],
    ["zhi-mang-xing", "Zhi Mang Xing", REGULAR, "han"],
    ["liu-jian-mao-cao", "Liu Jian Mao Cao", REGULAR, "han"],
  ]),
  ...variable("mono", [["jetbrains-mono", "JetBrains Mono", [100, 800], "italic"]]),
  ...fixed("mono", [
    ["courier-prime", "Courier Prime", TWO, "italic"], // Courier
    ["special-elite", "Special Elite", REGULAR],
  ]),
];
