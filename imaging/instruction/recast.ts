import { ASKS_THEN_ORDERS_EN, ASKS_THEN_ORDERS_ZH } from "./lexicon/asks-then-orders.ts";
import { BRANCHES_EN, BRANCHES_ZH } from "./lexicon/branches.ts";
import { BRIEFS_ZH } from "./lexicon/briefs-zh.ts";
import { BUT_NOT_EN, BUT_NOT_ZH } from "./lexicon/but-not.ts";
import { CANTONESE } from "./lexicon/cantonese.ts";
import { COMPLAINTS_EN, COMPLAINTS_ZH } from "./lexicon/complaints.ts";
import { CONDITIONS_EN, CONDITIONS_ZH } from "./lexicon/conditions.ts";
import { CORRECTIONS_EN, CORRECTIONS_ZH } from "./lexicon/corrections-talk.ts";
import { DEEDS_TALK_EN, DEEDS_TALK_ZH } from "./lexicon/deeds-talk.ts";
import { DESK_EN } from "./lexicon/desk-en.ts";
import { DESK_ZH } from "./lexicon/desk-zh.ts";
import { DONE_TO_EN } from "./lexicon/done-to.ts";
import { ENGLISH_TURNS } from "./lexicon/english-turns.ts";
import { EVERYDAY_EN } from "./lexicon/everyday-en.ts";
import { FRAME_EN, FRAME_ZH } from "./lexicon/everyday-frame.ts";
import { EVERYDAY_TURNS_EN, EVERYDAY_TURNS_ZH } from "./lexicon/everyday-turns.ts";
import { EVERYDAY_ZH } from "./lexicon/everyday-zh.ts";
import { FILLS_EN, FILLS_ZH } from "./lexicon/fills.ts";
import { FORMATS_SAID_EN, FORMATS_SAID_ZH } from "./lexicon/formats-said.ts";
import { FRAME_TALK_EN, FRAME_TALK_ZH } from "./lexicon/frame-talk.ts";
import { GROUND_ASKS_EN, GROUND_ASKS_ZH } from "./lexicon/ground-asks.ts";
import { GROUNDS_SAID_EN, GROUNDS_SAID_ZH } from "./lexicon/grounds-said.ts";
import { HANGS_ON_EN, HANGS_ON_ZH } from "./lexicon/hangs-on.ts";
import { IDIOMS_EN, IDIOMS_ZH } from "./lexicon/idioms.ts";
import { INSTEAD_OF_EN } from "./lexicon/instead-of.ts";
import { LACKS_EN, LACKS_ZH } from "./lexicon/lacks.ts";
import { LIKENESS_TALK_EN, LIKENESS_TALK_ZH } from "./lexicon/likeness-talk.ts";
import { LOOSE_ENDS_EN, LOOSE_ENDS_ZH } from "./lexicon/loose-ends.ts";
import { MEANT_OTHERWISE_EN, MEANT_OTHERWISE_ZH } from "./lexicon/meant-otherwise.ts";
import { MEASURES_EN, MEASURES_ZH, PAINTED_EN, PAINTED_ZH } from "./lexicon/measures.ts";
import { MISSPELLINGS } from "./lexicon/misspellings.ts";
import { NEW_WORDING_ZH } from "./lexicon/new-wording.ts";
import { NOT_SO_ZH } from "./lexicon/not-so-zh.ts";
import { PARTS_SAID_EN, PARTS_SAID_ZH } from "./lexicon/parts-said.ts";
import { PICTURE_TALK_EN, PICTURE_TALK_ZH } from "./lexicon/picture-talk.ts";
import { PLACING_TALK_EN, PLACING_TALK_ZH } from "./lexicon/placing-talk.ts";
import { PLAIN_EN, PLAIN_ZH } from "./lexicon/plain-asks.ts";
import { PLAINLY_MEANT_EN, PLAINLY_MEANT_ZH } from "./lexicon/plainly-meant.ts";
import { PREAMBLES_EN, PREAMBLES_ZH } from "./lexicon/preambles.ts";
import { PRICE_TALK_EN, PRICE_TALK_ZH } from "./lexicon/price-talk.ts";
import { PURPOSES_EN, PURPOSES_ZH } from "./lexicon/purposes.ts";
import { REASONS_FIRST_EN, REASONS_FIRST_ZH } from "./lexicon/reasons-first.ts";
import type { Recasting } from "./lexicon/recasting.ts";
import { RECASTINGS } from "./lexicon/recastings.ts";
import { REMOVAL_TALK_EN, REMOVAL_TALK_ZH } from "./lexicon/removal-talk.ts";
import { SAID_ASIDE_EN, SAID_ASIDE_ZH } from "./lexicon/said-aside.ts";
import { IN_PASSING_EN, IN_PASSING_ZH } from "./lexicon/said-in-passing.ts";
import { SAID_SHORT_EN } from "./lexicon/said-short-en.ts";
import { SAID_SHORT_ZH } from "./lexicon/said-short-zh.ts";
import { SAID_WHERE_EN, SAID_WHERE_ZH } from "./lexicon/said-where.ts";
import { SCENE_TALK_EN, SCENE_TALK_ZH } from "./lexicon/scene-talk.ts";
import { SHORTHAND_EN } from "./lexicon/shorthand-en.ts";
import { SHORTHAND_ZH } from "./lexicon/shorthand-zh.ts";
import { SLIPS } from "./lexicon/slips.ts";
import { SPACED_ZH } from "./lexicon/spaced-zh.ts";
import { SPOKEN } from "./lexicon/spoken.ts";
import { SPOKEN_ASKS_EN, SPOKEN_ASKS_ZH } from "./lexicon/spoken-asks.ts";
import { SWAP_TALK_EN, SWAP_TALK_ZH } from "./lexicon/swap-talk.ts";
import { SYNONYMS_ANY, SYNONYMS_EN, SYNONYMS_ZH } from "./lexicon/synonyms.ts";
import { TYPE_EN_SYNONYMS, TYPE_ZH_SYNONYMS } from "./lexicon/synonyms-type.ts";
import { TALK_EN } from "./lexicon/talk-en.ts";
import { TALK_ZH } from "./lexicon/talk-zh.ts";
import { THING_TALK_EN, THING_TALK_ZH, TONE_TALK_EN, TONE_TALK_ZH } from "./lexicon/thing-talk.ts";
import { TWO_WISHES_EN, TWO_WISHES_ZH } from "./lexicon/two-wishes.ts";
import { TYPE_TALK_EN, TYPE_TALK_ZH } from "./lexicon/type-talk.ts";
import { TYPE_WISHES_EN, TYPE_WISHES_ZH } from "./lexicon/type-wishes.ts";
import { UNCUT_EN, UNCUT_ZH } from "./lexicon/uncut.ts";
import { WORDING_TALK_EN, WORDING_TALK_ZH } from "./lexicon/wording-talk.ts";
import { canMatch } from "./phrase/asked-only-if.ts";
import { fold } from "./phrase/fold.ts";
import { marked, unmarked } from "./phrase/marked.ts";

/** Rules in the order they are asked; a group is passed over where nothing is written in the letters all of its rules need. */
interface Group {
  readonly needs?: RegExp;
  readonly rules: readonly Recasting[];
}
const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]{2}/;

const GROUPS: readonly Group[] = [
  { needs: /spel|typo|wrong/, rules: MISSPELLINGS },
  {
    needs: LATIN,
    rules: [
      ...SLIPS,
      ...MEANT_OTHERWISE_EN,
      ...SAID_SHORT_EN,
      ...FORMATS_SAID_EN,
      ...GROUNDS_SAID_EN,
      ...ASKS_THEN_ORDERS_EN,
      ...HANGS_ON_EN,
      ...PLAINLY_MEANT_EN,
      ...SAID_ASIDE_EN,
      ...PREAMBLES_EN,
      ...PICTURE_TALK_EN,
      ...IN_PASSING_EN,
      ...GROUND_ASKS_EN,
      ...IDIOMS_EN,
      ...SPOKEN_ASKS_EN,
      ...TWO_WISHES_EN,
      ...BRANCHES_EN,
      ...SAID_WHERE_EN,
      ...INSTEAD_OF_EN,
      ...DONE_TO_EN,
      ...LACKS_EN,
      ...EVERYDAY_TURNS_EN,
      ...UNCUT_EN,
      ...REASONS_FIRST_EN,
      ...CORRECTIONS_EN,
      ...TYPE_WISHES_EN,
      ...WORDING_TALK_EN,
      ...LIKENESS_TALK_EN,
      ...DEEDS_TALK_EN,
      ...PLACING_TALK_EN,
      ...FRAME_TALK_EN,
      ...BUT_NOT_EN,
      ...PARTS_SAID_EN,
      ...PURPOSES_EN,
      ...FILLS_EN,
      ...DESK_EN,
      ...PLAIN_EN,
      ...TALK_EN,
      ...MEASURES_EN,
      ...PAINTED_EN,
      ...PRICE_TALK_EN,
      ...SWAP_TALK_EN,
      ...REMOVAL_TALK_EN,
      ...TYPE_TALK_EN,
      ...SCENE_TALK_EN,
      ...THING_TALK_EN,
      ...TONE_TALK_EN,
      ...LOOSE_ENDS_EN,
      ...SHORTHAND_EN,
      ...CONDITIONS_EN,
      ...COMPLAINTS_EN,
      ...SYNONYMS_EN,
      ...TYPE_EN_SYNONYMS,
      ...EVERYDAY_EN,
      ...FRAME_EN,
    ],
  },
  {
    needs: HAN,
    rules: [
      ...CANTONESE,
      ...MEANT_OTHERWISE_ZH,
      ...SPACED_ZH,
      ...SAID_SHORT_ZH,
      ...NOT_SO_ZH,
      ...FORMATS_SAID_ZH,
      ...GROUNDS_SAID_ZH,
      ...ASKS_THEN_ORDERS_ZH,
      ...HANGS_ON_ZH,
      ...PLAINLY_MEANT_ZH,
      ...SAID_ASIDE_ZH,
      ...PREAMBLES_ZH,
      ...PICTURE_TALK_ZH,
      ...IN_PASSING_ZH,
      ...GROUND_ASKS_ZH,
      ...IDIOMS_ZH,
      ...SPOKEN_ASKS_ZH,
      ...TWO_WISHES_ZH,
      ...BRANCHES_ZH,
      ...SAID_WHERE_ZH,
      ...LACKS_ZH,
      ...NEW_WORDING_ZH,
      ...REASONS_FIRST_ZH,
      ...EVERYDAY_TURNS_ZH,
      ...UNCUT_ZH,
      ...CORRECTIONS_ZH,
      ...TYPE_WISHES_ZH,
      ...WORDING_TALK_ZH,
      ...LIKENESS_TALK_ZH,
      ...DEEDS_TALK_ZH,
      ...PLACING_TALK_ZH,
      ...FRAME_TALK_ZH,
      ...BUT_NOT_ZH,
      ...PARTS_SAID_ZH,
      ...PURPOSES_ZH,
      ...FILLS_ZH,
      ...DESK_ZH,
      ...PLAIN_ZH,
      ...TALK_ZH,
      ...MEASURES_ZH,
      ...PAINTED_ZH,
      ...PRICE_TALK_ZH,
      ...SWAP_TALK_ZH,
      ...REMOVAL_TALK_ZH,
      ...TYPE_TALK_ZH,
      ...SCENE_TALK_ZH,
      ...THING_TALK_ZH,
      ...TONE_TALK_ZH,
      ...LOOSE_ENDS_ZH,
      ...SHORTHAND_ZH,
      ...SYNONYMS_ZH,
      ...TYPE_ZH_SYNONYMS,
      ...CONDITIONS_ZH,
      ...COMPLAINTS_ZH,
      ...EVERYDAY_ZH,
      ...FRAME_ZH,
    ],
  },
  { needs: LATIN, rules: ENGLISH_TURNS },
  { needs: HAN, rules: BRIEFS_ZH },
  { rules: [...SYNONYMS_ANY, ...SPOKEN, ...RECASTINGS] },
];

/** The order a match stands for, its groups in the words as written. */
function orderOf(order: string, hit: RegExpExecArray, text: string): string {
  return order.replace(/“\$<(\w+)>”|\$<(\w+)>/g, (put, quoted: string | undefined, plain: string | undefined) => {
    const at = hit.indices?.groups?.[quoted ?? plain ?? ""];
    const words = at === undefined ? "" : text.slice(at[0], at[1]);
    // What is quoted already is not quoted twice.
    return quoted === undefined || /^[\uE100-\uE1FF]$/.test(words) ? words : put.replace(/\$<\w+>/, () => words);
  });
}

/** A text and its folded form, which is worth making only where the text changed. */
interface Worded {
  readonly text: string;
  readonly key: string;
  /** What the marks in it stand for. */
  readonly quotes: readonly string[];
}

/** What a turn of phrase has just put in quotes is as safe from the next as what came quoted. */
function worded(text: string, quotes: readonly string[], adds: boolean): Worded {
  const now = adds ? marked(text, quotes) : { text, quotes };
  return { ...now, key: fold(now.text) };
}

interface Asked extends Recasting {
  readonly can: (key: string) => boolean;
}

const ASKED = GROUPS.map(({ needs, rules }) => ({ needs, rules: rules.map((rule): Asked => ({ ...rule, can: canMatch(rule.says) })) }));

/** The text with every match put into its order. `says` keeps what V8 compiled only while it is itself the object that is asked: no `matchAll`. */
function applied(now: Worded, { says, order, near, can }: Asked): Worded {
  const { text, key } = now;
  if (!can(key) || near?.test(key) === false) return now;
  let out = "";
  let done = 0;
  says.lastIndex = 0;
  for (let hit = says.exec(key); hit; hit = says.exec(key)) {
    out += text.slice(done, hit.index) + orderOf(order, hit, text);
    done = hit.index + hit[0].length;
    if (hit[0] === "") says.lastIndex++;
  }
  return done === 0 ? now : worded(out + text.slice(done), now.quotes, order.includes("“"));
}

/**
 * An instruction in plainer words of the same meaning: thanks, reasons and conditions that change nothing are left out, and turns of
 * phrase become the orders they stand for ("make it navy instead of orange", 是329不是359). Quoted strings stay as written. An
 * instruction of which nothing would be left stays as it is.
 */
export function recast(instruction: string): string {
  const start = marked(instruction);
  const given: Worded = { ...start, key: fold(start.text) };
  const said = ASKED.reduce((now, { needs, rules }) => (needs?.test(now.key) === false ? now : rules.reduce(applied, now)), given);
  return said.text.trim() === "" ? instruction : unmarked(said);
}
