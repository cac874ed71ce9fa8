import { BEGIN_EN, Q, type Recasting, rule } from "../recasting.ts";

const WISH =
  "(?:(?:i|we) (?:want|need|would like|'d like)|i'd like|we'd like|need|want|please have|please get|have|get|can (?:i|we) (?:have|get))? ?";
const NO =
  "(?!(?:is|are|was|were|be|been|being|get|gets|got|has|have|had|should|must|can|will|would|to|and|that|which|if|it|we|i|you|they|who|with|without|once|after|when|before|already|just|recently|not|make|change|remove|replace|add|put|need|needs|want|wants|keep|leave|see|please)\\b)";
const THING = `(?<a>${Q}|(?:${NO}[\\w$€£¥%&':@#.-]+ ){0,4}?${NO}[\\w$€£¥%&':@#-]+)`;
const END = "(?=\\s*(?:$|[,.;!?]|\\b(?:and|but|please|pls)\\b))";

/** Orders told by their outcome: "Monday changed to Tuesday and the logo removed", "need the headline made bigger". */
export const DONE_TO_EN: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:can|could|may|would it be possible for) (?:(?:the |those |these )?(?:words?|text|line|phrase) (?<q>${Q})|${THING}) (?:please |also )?(?:to )?be (?=(?:moved|made|changed|updated|corrected|amended|edited|renamed|swapped|replaced|removed|deleted|erased|taken)\\b)`,
    "$<q>$<a> ",
    / be /u,
  ),
  rule(
    "(?<=\\b(?:moved?|made?|changed?|turned?|set)\\b[^.;]{1,60}) and made (?=(?:a (?:bit|little) |slightly )?[a-z]+)",
    " and make it ",
    / and made /u,
  ),
  rule(
    `${BEGIN_EN}${WISH}${THING} (?:changed|updated|corrected|amended|edited|renamed) (?<t>to|into) (?=\\S)`,
    "change $<a> $<t> ",
    /ed (?:in)?to /u,
  ),
  rule(
    `${BEGIN_EN}${WISH}${THING} (?:swapped|replaced|exchanged|switched)(?: out)? (?:for|with|by|to) (?=\\S)`,
    "replace $<a> with ",
    /(?:swapped|replaced|exchanged|switched)/u,
  ),
  rule(
    `${BEGIN_EN}${WISH}${THING} (?:removed|deleted|erased|taken out|taken off|gone)${END}`,
    "remove $<a>",
    /(?:removed|deleted|erased|taken|gone)/u,
  ),
  rule(
    `${BEGIN_EN}${WISH}${THING} made (?=(?:a (?:bit|little) |slightly |much )?(?:bigger|smaller|larger|bolder?|thinner|lighter|darker|brighter|italic|red|blue|green|white|black|gold|pink|grey|gray|yellow|orange|purple|navy)\\b)`,
    "make $<a> ",
    / made /u,
  ),
  rule(`${BEGIN_EN}${WISH}${THING} moved (?=(?:to|up|down|left|right|into)\\b)`, "move $<a> ", / moved /u),
];
