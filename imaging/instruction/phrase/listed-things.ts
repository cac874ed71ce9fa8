import { ROLE_EN, TEXT_EN } from "../lexicon/roles.ts";
import { colourOf } from "../style/colour.ts";
import { fold } from "./fold.ts";
import { marked, unmarked } from "./marked.ts";

/** Asked first: two commas, or one and a word that ends a list. */
const NEAR = /[,，].*(?:[,，]|\band\b|&|[和与跟及])/isu;

/** No thing: words of an order, of a comparison, of how type is set. */
const NO_THING_EN =
  /\b(?:is|are|was|be|should|must|can|keep|leave|make|don't|do|not|no|but|to|then|it|them|they|please|too|only|just|very|more|less|change|remove|delete|add|put|use|turn|set|swap|replace|as|same|like|because|so|if|when|with|without|wants?|needs?|says?|reads?|looks?|has|have|will|bigger|smaller|larger|bolder|thinner|brighter|darker|lighter|warmer|cooler|than|bold|italic|underlined?|cent(?:er|re)d?|uppercase|lowercase|transparent|up|down|left|right|out|off|away|gone|here|there)\b/u;
const NOUN_EN = new RegExp(
  `(?:^| )(?:${ROLE_EN}|${TEXT_EN}|logos?|icons?|badges?|stickers?|buttons?|watermarks?|(?:qr|bar) ?codes?|background|borders?|banner)$`,
  "u",
);
const DETERMINER = "(?:the|both|all|our|my|her|his|their|its|this|that|these|those)";
const ITEM_EN = `(?:${DETERMINER} )?[a-z'-]+(?: [a-z'-]+){0,2}?`;
const BARE_EN = "[a-z'-]+(?: (?!the\\b)[a-z'-]+)?";
/** Behind these stands a new wording or a likeness, which may hold commas of its own. */
const LIST_EN = new RegExp(
  `(?<!\\b(?:to|into|with|says?|saying|reads?|reading|like|as|called|named|by|writ(?:e|ing)|between|type|:) |[\\w'])${DETERMINER} [a-z'-]+(?: [a-z'-]+){0,2}?(?:\\s*,\\s*${ITEM_EN})*\\s*,?\\s+(?:and|&)\\s+(?<last>(?:${DETERMINER} )?[a-z'-]+(?: (?!(?:all|both)\\b)[a-z'-]+){0,2})(?<all> (?:all|both)(?= (?!of|the)))?|(?<=^(?:please )?)${BARE_EN}(?:\\s*,\\s*${BARE_EN})+\\s*,?\\s+(?:and|&)\\s+(?<last2>[a-z'-]+(?: [a-z'-]+)?)(?= (?:should|must|needs?|to be|in|all|both)\\b)`,
  "dgu",
);
const ITEM_ENDS_EN = /\s*,?\s+(?:and|&)\s+|\s*,\s*/u;

const isDetermined = (item: string): boolean => new RegExp(`^${DETERMINER} `).test(item);
const isThingEn = (item: string): boolean =>
  !NO_THING_EN.test(item) && (isDetermined(item) || NOUN_EN.test(item)) && colourOf(item.split(" ").at(-1) ?? "") === undefined;

/** A list of parts and things before what is wished of all of them: 把标题，价格，日期都改成白色. */
const LIST_ZH =
  /(?<=^\s*|[。;\n]\s*)(?:(?:请|麻烦|帮我|帮忙)*(?:把|将|让|给))?(?<list>[\p{Script=Han}a-z\d]{1,8}(?:[,、][\p{Script=Han}a-z\d]{1,8})*,[\p{Script=Han}a-z\d]{1,10}?)(?=(?:[这那]?[两三四五]个)?(?:都|全部?|统一|一起|均)(?:要|给我)?[\p{Script=Han}])/dgu;
const NO_THING_ZH = /[改换变加添增删去移放调写做让使给用把将不别勿要太了吗呢也就只仅保留是像跟随]|一点|一些|其[他它余]/u;

/** A cut of the text at `at`, put in place of what stands there. */
interface Put {
  readonly at: readonly [start: number, end: number];
  readonly words: string;
}

function putsEn(key: string): Put[] {
  const puts: Put[] = [];
  for (const hit of key.matchAll(LIST_EN)) {
    const all = hit.groups?.all ?? "";
    const list = hit[0].slice(0, hit[0].length - all.length);
    const items = list.split(ITEM_ENDS_EN);
    const last = items.at(-1) ?? "";
    // What follows the last thing may be caught with it: "the price and the date white".
    if (!list.includes(",") || items.length < 3 || !items.slice(0, -1).every(isThingEn)) continue;
    if (!/^\w+ /.test(last) && NO_THING_EN.test(last)) continue;
    if (!isDetermined(last) && !NOUN_EN.test(last.split(" ").slice(0, 2).join(" ")) && !NOUN_EN.test(last.split(" ")[0] ?? "")) continue;
    for (const cut of list.matchAll(new RegExp(ITEM_ENDS_EN, "gu")))
      puts.push({ at: [hit.index + cut.index, hit.index + cut.index + cut[0].length], words: " & " });
    if (all !== "") puts.push({ at: [hit.index + list.length, hit.index + hit[0].length], words: "" });
  }
  return puts;
}

function putsZh(key: string): Put[] {
  const puts: Put[] = [];
  for (const hit of key.matchAll(LIST_ZH)) {
    const [from] = hit.indices?.groups?.list ?? [0];
    const list = hit.groups?.list ?? "";
    if (list.split(/[,、]/).some((item) => NO_THING_ZH.test(item))) continue;
    for (const { index } of list.matchAll(/,/g)) puts.push({ at: [from + index, from + index + 1], words: "、" });
  }
  return puts;
}

/** Commas inside a list of things become what no later stage takes for the end of a wish: "the title, the price and the date" is one name for three. */
export function listedThings(instruction: string): string {
  if (!NEAR.test(instruction)) return instruction;
  const { text, quotes } = marked(instruction);
  const key = fold(text);
  const puts = [...(/ (?:and|&) /.test(key) ? putsEn(key) : []), ...(/[都全统均]|一起/u.test(key) ? putsZh(key) : [])];
  if (puts.length === 0) return instruction;
  let out = "";
  let done = 0;
  for (const { at, words } of puts) {
    out += text.slice(done, at[0]) + words;
    done = at[1];
  }
  return unmarked({ text: out + text.slice(done), quotes });
}
