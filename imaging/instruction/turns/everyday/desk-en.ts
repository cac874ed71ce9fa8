import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { END_EN, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const VERB =
  "(?:make|change|remove|delete|crop|replace|add|put|turn|set|swap|move|erase|blur|brighten|darken|extend|update|use|get|take|give|translate|recolou?r|please|can you)";

const LIT = `(?:${THE} )?(?:(?:subject|person|model|product|man|woman|figure|foreground|scene)(?:'s)? )?(?:light(?:ing)?|shadows?|reflections?|ambient light|colou?r (?:cast|temperature)|tones?)`;

/** How an order reads that is written down at a desk: a heading, reasons, places, amounts in short. */
export const DESK_EN: readonly Recasting[] = [
  rule(
    `^(?:(?:product|hero|main|lead|cover|header|banner|team|group|lifestyle|model|pack) ?(?:shot|image|photo|picture|pic|visual)?|banner|poster|cover|image|photo|picture|pic|thumbnail|packshot|flyer|menu|slide|request|brief|edit|task|todo|feedback|changes?|note)\\s*(?:[:]|\\s-+)\\s*(?=${VERB}\\b)`,
    "",
  ),
  rule(
    `\\b(?:keep|keeping|leave|leaving|with) only the (?:${COLOUR}|colou?rs?) (?:of|on|in) (?<x>${THE} ${WORDS_EN}{2,24}?)${END_EN}`,
    "keep $<x> in colour",
    /only the/u,
  ),
  rule(
    `\\bchange the (?:text|font|letter(?:ing)?|type) colou?r from (?<a>${COLOUR}) (?:to|into) (?=${COLOUR})`,
    "change the $<a> text to ",
    /colou?r from/u,
  ),
  rule(
    `(?:^|(?<=[.;!]\\s))[^.;\\uE100-\\uE1FF]*?(?<q>${Q}),? [^,.;\\uE100-\\uE1FF]*?\\b(?:can't|cannot|can not|isn't|is not|not allowed|won't|no longer|mustn't|must not|isn't allowed|forbidden|banned|illegal)\\b[^,;.\\uE100-\\uE1FF]*[,;.-]+\\s*(?:so |please |pls |then )*(?:remove|delete|take|drop|erase|get rid of|lose) (?:it|that|this)(?: out| away| off)?`,
    "remove $<q>",
  ),
  rule(
    `(?:^|(?<=[.;!,]\\s))(?:please |pls |can you |could you )*(?:delete|remove|erase|take out|drop|get rid of|lose) (?:the |our |this )(?:old |current |existing |wrong |outdated )?(?<a>${ROLE_EN})\\s*(?:,|and|then|and then)+ (?:put|write|add|use|insert|have|type|place) (?<b>[^,.;]{1,30}?) (?:instead|there|in (?:its|that) place|in its stead)${END_EN}`,
    "change the $<a> to $<b>",
  ),
  rule(
    `(?<=[a-z\\uE100-\\uE1FF]),\\s*(?:it|they|that) (?:looks?|seems?|feels?|'s|is|are)(?: (?:a (?:bit|little)|too|kind of|slightly|rather|so|very|quite))+ [a-z]+${END_EN}|(?<=[a-z\\uE100-\\uE1FF]),\\s*(?:it|they) (?:looks?|seems?|feels?) (?:soft|dark|dull|flat|cold|cheap|empty|blurry|faded|washed out|grainy|noisy|off|odd|weird|wrong)${END_EN}`,
    "",
  ),
  rule(
    "\\bin (?:an? )?(?<w>(?:thin|light|bold|heavy|clean|modern|elegant|classic|small|large) )?(?<f>serif|sans[- ]serif|sans|slab serif|monospace|condensed)(?= *(?:$|[,.;]))",
    "in $<w>$<f> font",
  ),
  rule(
    `^(?:please )?(?:put|place|set|show) (?:her|him|them|the (?:model|product|bottle|person|subject|woman|man|car|shoe|bag)) (?:on|in|at|into|onto) (?=(?:an? |the )?(?:[a-z]+ )?(?:beach|forest|city|street|desert|studio|park|garden|kitchen|caf[eé]|office|mountains?|snow|jungle|rooftop|stadium|stage|meadow|field|living room|bedroom|lake|library)\\b)`,
    "change the background to ",
  ),
  // Shadows and reflections that fit what is put in are every engine's own care too.
  rule(
    `(?<=^(?:please )?(?:replace|swap|change|exchange|add|put|place|insert|turn) [^.;]{3,}?)(?:,? (?:and|with|while|but)|,) (?:please )?(?:match(?:ing)?|keep(?:ing)?|preserv(?:e|ing)) (?:the |its |all )?(?:same |existing |original |surrounding )*(?:reflections?|shadows?|lighting|light|perspective|grain|angle)(?: (?:and|or) (?:the )?(?:reflections?|shadows?|lighting|light|perspective|grain|angle))*(?: (?:consistent|intact|natural|realistic|the same|as is|as it is|of the [a-z]+|on the [a-z]+))*${END_EN}`,
    "",
    /reflection|shadow|light|perspective|grain|angle/u,
  ),
  rule(
    "^(?<b>bigger|larger|smaller) (?<x>logo|title|headline|heading|subtitle|price|button|badge|text|product|tagline|slogan|qr ?code|cta)(?=$|[,.;!])",
    "make the $<x> $<b>",
  ),
  rule(
    `^(?:please )?(?:add|put|insert|write) (?<q>${Q}) (?<w>before|after|in front of|behind) (?:the )?(?:number |price |word )?(?<n>[$€£¥#]?\\d[\\d.,:/-]*%?)$`,
    "add $<q> $<w> “$<n>”",
    /before|after|front|behind/u,
  ),
  // "in “Buy 2 get 1” change 2 to 3 and 1 to 2": one part of a wording, then another.
  rule(
    `^(?:please )?(?:in|inside|within) (?:the (?:text|line|words?|headline|title) )?(?<q>${Q}),? (?:please )?(?:change|replace|swap|turn) (?:the )?(?<a>[\\w$€£¥%.]+) (?:to|with|for|into|by) (?=[\\w$€£¥%.]+)`,
    "change $<a> in $<q> to ",
    /in/u,
  ),
  rule(
    `^(?:please )?(?:change|replace|swap|turn) (?:the )?(?<a>[\\w$€£¥%.]+) (?:to|with|for|into|by) (?<b>[\\w$€£¥%.]+) (?:in|inside|within) (?<q>${Q})`,
    "change $<a> in $<q> to $<b>",
    /in/u,
  ),
  rule(
    `(?<=^(?:please )?(?:change|replace) (?:the )?[\\w$€£¥%.]+ (?:in|inside|within) ${Q} (?:to|with) [\\w$€£¥%.]+),? and (?:the )?(?=[\\w$€£¥%.]+ (?:to|with) [\\w$€£¥%.]+$)`,
    ", change ",
    / in/u,
  ),
  // Light that follows the new ground is every engine's own care.
  rule(
    `(?<=\\b(?:background|backdrop|bg|scene|setting|beach|sunset|forest|city|night|snow|sea)\\b[^.;]*?)(?:,? (?:and|with|while)|,) (?:please )?(?:let|have|make|get|match|adjust|adapt|blend|update|fix) (?:${LIT})(?: [a-z' ]{0,40}?)?${END_EN}|(?<=\\b(?:background|backdrop|bg|scene|setting|beach|sunset|forest|city|night|snow|sea)\\b[^.;]*?)(?:,? (?:and|with|while)|,) (?:${LIT})(?: (?:on|of|for|in) [a-z ]{2,24}?)? (?:to )?(?:match(?:es|ing)?|follow(?:s|ing)?|fits?|accordingly|adapt(?:s|ed|ing)?|adjust(?:s|ed|ing)?|suits?|blends?)(?: [a-z ]{0,20}?)?${END_EN}`,
    "",
    /light|shadow|reflection|tone|colou?r cast/u,
  ),
];
