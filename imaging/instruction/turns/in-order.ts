import { BRIEFS_ZH } from "./around/briefs-zh.ts";
import { CANTONESE } from "./around/cantonese.ts";
import { COMPLAINTS_EN, COMPLAINTS_ZH } from "./around/complaints.ts";
import { IN_BRACKETS_EN, IN_BRACKETS_ZH } from "./around/in-brackets.ts";
import { LOOSE_ENDS_EN, LOOSE_ENDS_ZH } from "./around/loose-ends.ts";
import { MISSPELLINGS } from "./around/misspellings.ts";
import { MIXED_VERBS } from "./around/mixed-verbs.ts";
import { PREAMBLES_EN, PREAMBLES_ZH } from "./around/preambles.ts";
import { PURPOSES_EN, PURPOSES_ZH } from "./around/purposes.ts";
import { REASONS_FIRST_EN, REASONS_FIRST_ZH } from "./around/reasons-first.ts";
import { SAID_ASIDE_EN, SAID_ASIDE_ZH } from "./around/said-aside.ts";
import { IN_PASSING_EN, IN_PASSING_ZH } from "./around/said-in-passing.ts";
import { SAID_LOOSELY_EN, SAID_LOOSELY_ZH } from "./around/said-loosely.ts";
import { SLIPS } from "./around/slips.ts";
import { SPACED_ZH } from "./around/spaced-zh.ts";
import { SPOKEN } from "./around/spoken.ts";
import { SPOKEN_ASKS_EN, SPOKEN_ASKS_ZH } from "./around/spoken-asks.ts";
import { DESK_EN } from "./everyday/desk-en.ts";
import { DESK_ZH } from "./everyday/desk-zh.ts";
import { ENGLISH_TURNS } from "./everyday/english-turns.ts";
import { EVERYDAY_EN } from "./everyday/everyday-en.ts";
import { EVERYDAY_TURNS_EN, EVERYDAY_TURNS_ZH } from "./everyday/everyday-turns.ts";
import { EVERYDAY_ZH } from "./everyday/everyday-zh.ts";
import { IDIOMS_EN, IDIOMS_ZH } from "./everyday/idioms.ts";
import { OUTCOMES_SAID_EN, OUTCOMES_SAID_ZH } from "./everyday/outcomes-said.ts";
import { PLAIN_EN, PLAIN_ZH } from "./everyday/plain-asks.ts";
import { RECASTINGS } from "./everyday/recastings.ts";
import { SAID_SHORT_EN } from "./everyday/said-short-en.ts";
import { SAID_SHORT_ZH } from "./everyday/said-short-zh.ts";
import { SHORTHAND_EN } from "./everyday/shorthand-en.ts";
import { SHORTHAND_ZH } from "./everyday/shorthand-zh.ts";
import { SYNONYMS_ANY, SYNONYMS_EN, SYNONYMS_ZH } from "./everyday/synonyms.ts";
import { TALK_EN } from "./everyday/talk-en.ts";
import { TALK_ZH } from "./everyday/talk-zh.ts";
import { ASKS_THEN_ORDERS_EN, ASKS_THEN_ORDERS_ZH } from "./order/asks-then-orders.ts";
import { BRANCHES_EN, BRANCHES_ZH } from "./order/branches.ts";
import { BUT_NOT_EN, BUT_NOT_ZH } from "./order/but-not.ts";
import { CONDITIONS_EN, CONDITIONS_ZH } from "./order/conditions.ts";
import { CORRECTIONS_EN, CORRECTIONS_ZH } from "./order/corrections-talk.ts";
import { DONE_TO_EN } from "./order/done-to.ts";
import { HANGS_ON_EN, HANGS_ON_ZH } from "./order/hangs-on.ts";
import { INSTEAD_OF_EN } from "./order/instead-of.ts";
import { MEANT_OTHERWISE_EN, MEANT_OTHERWISE_ZH } from "./order/meant-otherwise.ts";
import { NOT_BUT_EN, NOT_BUT_ZH } from "./order/not-but.ts";
import { NOT_SO_ZH } from "./order/not-so-zh.ts";
import { PLAINLY_MEANT_EN, PLAINLY_MEANT_ZH } from "./order/plainly-meant.ts";
import { SWAP_TALK_EN, SWAP_TALK_ZH } from "./order/swap-talk.ts";
import { TWO_WISHES_EN, TWO_WISHES_ZH } from "./order/two-wishes.ts";
import { FRAME_EN, FRAME_ZH } from "./picture/everyday-frame.ts";
import { FILLS_EN, FILLS_ZH } from "./picture/fills.ts";
import { FORMATS_SAID_EN, FORMATS_SAID_ZH } from "./picture/formats-said.ts";
import { FRAME_TALK_EN, FRAME_TALK_ZH } from "./picture/frame-talk.ts";
import { GROUND_ASKS_EN, GROUND_ASKS_ZH } from "./picture/ground-asks.ts";
import { GROUNDS_SAID_EN, GROUNDS_SAID_ZH } from "./picture/grounds-said.ts";
import { LACKS_EN, LACKS_ZH } from "./picture/lacks.ts";
import { MEASURES_EN, MEASURES_ZH, PAINTED_EN, PAINTED_ZH } from "./picture/measures.ts";
import { PICTURE_TALK_EN, PICTURE_TALK_ZH } from "./picture/picture-talk.ts";
import { SCENE_TALK_EN, SCENE_TALK_ZH } from "./picture/scene-talk.ts";
import { SIDED_GRADIENTS_EN, SIDED_GRADIENTS_ZH } from "./picture/sided-gradients.ts";
import { UNCUT_EN, UNCUT_ZH } from "./picture/uncut.ts";
import type { Recasting } from "./recasting.ts";
import { DEEDS_TALK_EN, DEEDS_TALK_ZH } from "./things/deeds-talk.ts";
import { LIKENESS_TALK_EN, LIKENESS_TALK_ZH } from "./things/likeness-talk.ts";
import { PLACING_TALK_EN, PLACING_TALK_ZH } from "./things/placing-talk.ts";
import { REMOVAL_TALK_EN, REMOVAL_TALK_ZH } from "./things/removal-talk.ts";
import { SAID_WHERE_EN, SAID_WHERE_ZH } from "./things/said-where.ts";
import { THING_TALK_EN, THING_TALK_ZH, TONE_TALK_EN, TONE_TALK_ZH } from "./things/thing-talk.ts";
import { NEW_WORDING_ZH } from "./type/new-wording.ts";
import { PARTS_SAID_EN, PARTS_SAID_ZH } from "./type/parts-said.ts";
import { PLATES_SAID_EN, PLATES_SAID_ZH } from "./type/plates-said.ts";
import { PRICE_TALK_EN, PRICE_TALK_ZH } from "./type/price-talk.ts";
import { SEE_THROUGH_EN, SEE_THROUGH_ZH } from "./type/see-through.ts";
import { SWAPS_SHORT_EN, SWAPS_SHORT_ZH } from "./type/swaps-short.ts";
import { TYPE_EN_SYNONYMS, TYPE_ZH_SYNONYMS } from "./type/synonyms-type.ts";
import { TYPE_NOTES_EN, TYPE_NOTES_ZH } from "./type/type-notes.ts";
import { TYPE_TALK_EN, TYPE_TALK_ZH } from "./type/type-talk.ts";
import { TYPE_WISHES_EN, TYPE_WISHES_ZH } from "./type/type-wishes.ts";
import { WORDING_TALK_EN, WORDING_TALK_ZH } from "./type/wording-talk.ts";

/** Rules in the order they are asked; a group is passed over where nothing is written in the letters all of its rules need. */
export interface Group {
  readonly needs?: RegExp;
  readonly rules: readonly Recasting[];
}
const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]{2}/;

/** What comes first is asked first: a later turn may count on the plainer words an earlier one left. Grouped by subject in the folders beside. */
export const GROUPS: readonly Group[] = [
  { needs: /spel|typo|wrong/, rules: MISSPELLINGS },
  {
    needs: LATIN,
    rules: [
      ...SLIPS,
      ...SAID_LOOSELY_EN,
      ...SWAPS_SHORT_EN,
      ...IN_BRACKETS_EN,
      ...SIDED_GRADIENTS_EN,
      ...TYPE_NOTES_EN,
      ...NOT_BUT_EN,
      ...MEANT_OTHERWISE_EN,
      ...PLATES_SAID_EN,
      ...OUTCOMES_SAID_EN,
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
      ...SEE_THROUGH_EN,
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
  { needs: /[a-z]\s?\p{Script=Han}/u, rules: MIXED_VERBS },
  {
    needs: HAN,
    rules: [
      ...CANTONESE,
      ...SAID_LOOSELY_ZH,
      ...IN_BRACKETS_ZH,
      ...NOT_BUT_ZH,
      ...MEANT_OTHERWISE_ZH,
      ...SIDED_GRADIENTS_ZH,
      ...TYPE_NOTES_ZH,
      ...SPACED_ZH,
      ...PLATES_SAID_ZH,
      ...OUTCOMES_SAID_ZH,
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
      ...SWAPS_SHORT_ZH,
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
      ...SEE_THROUGH_ZH,
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
