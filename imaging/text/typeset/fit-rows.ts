import { type Ruler, spacesIn } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { widthOf } from "./layout.ts";
import { evened, pour } from "./pour.ts";
import type { BlockAlign } from "./running-text.ts";

export interface FitRequest {
  /** How the paragraph is set. */
  readonly setting: Setting;
  readonly text: string;
  /** The lines that go on after it, as they are broken now. */
  readonly rest: readonly string[];
  readonly align: BlockAlign;
  /** Longest ink of a row, pixels. */
  readonly limit: (row: number) => number;
  /** Rows that find room at full size. */
  readonly most: number;
}

export interface FittedRows {
  readonly rows: readonly string[];
  /** The setting with what was taken from its tracking and width; its size is `scale` times the original's. */
  readonly setting: Setting;
  readonly scale: number;
  readonly note?: string;
  /** It is seen to be set narrower or smaller than the original. */
  readonly refit?: "narrow";
}

/** Closer than this running text is not set to save a row: em of tracking, and share of the letters' width. */
const TIGHTEST = { tracking: 0.03, condense: 0.93 } as const;
const SMALLEST = 0.5;
/** Below this share of the original's size running text is seen to be smaller. */
const SEEN_SMALLER = 0.93;
const STEP = 0.98;

/** What a paragraph is set in one after the other until its rows find room: as it was, closer, condensed, smaller. */
function* settings(setting: Setting): Generator<Omit<FittedRows, "rows">> {
  yield { setting, scale: 1 };
  const tracked = { ...setting, tracking: setting.tracking - TIGHTEST.tracking };
  yield { setting: tracked, scale: 1, note: "set a little tighter to fit the space" };
  const condensed = { ...tracked, condense: tracked.condense * TIGHTEST.condense };
  yield { setting: condensed, scale: 1, note: "condensed to fit the space", refit: "narrow" };
  for (let scale = STEP; scale >= SMALLEST; scale *= STEP) {
    const note = `set at ${Math.round(scale * 100)} % of the original size to fit the space`;
    yield { setting: { ...setting, sizePx: setting.sizePx * scale }, scale, note, ...(scale < SEEN_SMALLER ? { refit: "narrow" } : {}) };
  }
}

/** Breaks a text into the rows of its paragraph; `undefined` where it is far too long for its place. */
export function fitRows(ruler: Ruler, { setting, text, rest, align, limit, most }: FitRequest): FittedRows | undefined {
  for (const tried of settings(setting)) {
    const long = (row: string): number => widthOf(ruler, tried.setting, row);
    const poured = pour({ text, rest, limit, widthOf: long });
    const room = Math.floor((most - 1) / tried.scale + 1 + 1e-6);
    if (poured.length > room || poured.some((row, i) => long(row) > 1.02 * limit(i))) continue;
    return { ...tried, rows: align === "center" && rest.length === 0 ? evened(poured, { limit, widthOf: long }) : poured };
  }
  return undefined;
}

/** Most that is added to stretch a justified row: em per space, and em per character where there are none. */
const STRETCH = { wordGap: 0.45, tracking: 0.045 } as const;

/** A row of a justified paragraph drawn out to its measure, between words or else between characters; left as it is where that would tear it. */
export function justified(ruler: Ruler, setting: Setting, at: { readonly text: string; readonly width: number }): Setting {
  const missing = (at.width - widthOf(ruler, setting, at.text)) / (setting.sizePx * setting.condense);
  const [spaces, gaps] = [spacesIn(at.text), [...at.text].length - 1];
  const words = spaces > 0 && !/\p{Script=Han}/u.test(at.text);
  const each = missing / Math.max(1, words ? spaces : gaps);
  if (Math.abs(each) > (words ? STRETCH.wordGap : STRETCH.tracking)) return setting;
  return words ? { ...setting, wordGap: setting.wordGap + each } : { ...setting, tracking: setting.tracking + each };
}
