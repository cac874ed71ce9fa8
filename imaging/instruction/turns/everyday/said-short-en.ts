import { LANGUAGES, ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, END_EN, Q, type Recasting, rule } from "../recasting.ts";

const WHO = "(?:i|we|they|she|he|(?:the |our |my )?(?:client|boss|team|customer|director|manager))";
const NOUN = "(?:the |our |my |her |his )[a-z'-]+(?: [a-z'-]+)?";

/** Orders cut short in English. */
export const SAID_SHORT_EN: readonly Recasting[] = [
  rule(`\\bbtn(?<s>s?)\\b`, "button$<s>"),
  rule("\\btxt\\b", "text"),
  rule("(?<=[a-z]) (?:pls|plz|please|thx)(?= (?:its|it's|it is|they|that|because|cause|cuz|we|i)\\b)", ",", / (?:pls|plz|please|thx) /u),
  rule(
    "(?<=\\b(?:more|less|higher|lower) [a-z]+) (?=(?:more|less|higher|lower) (?:contrast|saturation|brightness|sharpness|exposure|warmth|vibrance|colou?r|grain|noise)\\b)",
    ", ",
    /(?:more|less|higher|lower) .*(?:more|less|higher|lower) /u,
  ),
  rule(
    `^(?:the |our |my )?(?<x>${ROLE_EN}) is (?:now )?(?<b>[$€£¥]?\\d[\\d .,:/-]*\\d(?: ?[ap]m)?) now$`,
    "change the $<x> to $<b>",
    / now$/u,
  ),
  rule(
    `^(?:the |our |my )?(?<x>${ROLE_EN}) is (?:wrong|off|incorrect|outdated|old),?(?: -)? (?:its|it's|it is|it should be|should be|make it) (?:actually |now )?(?<b>[$€£¥]?\\d[\\d .,:/-]*\\d(?: ?[ap]m)?)${END_EN}`,
    "change the $<x> to $<b>",
    / is (?:wrong|off|incorrect|outdated|old)/u,
  ),
  rule(
    `^(?:(?:i |we )?(?:need|want) )(?:it|this|the (?:image|logo|picture)) (?:to be )?transparent${END_EN}`,
    "remove the background",
    /transparent/u,
  ),
  rule(`(?<=\\b(?:remove|delete|take out|drop|change|lose) (?:the word )?${Q}) only(?=$|[,.;])`, "", / only/u),
  rule(
    "\\ba (?:little|lil|bit of) (?=(?:snow|rain|fog|mist|smoke|steam|grain|glitter|sparkle|sunlight|dust|texture|greenery|foliage)\\b)",
    "some ",
  ),
  rule("\\blil\\b", "little"),
  rule("(?<=[a-z] )n(?= (?:make|change|add|remove|move|cent|put|set|turn))", "and"),
  // The wording of a person who types no commas ends where the next wish begins.
  rule(
    `(?<=\\b(?:change|replace|swap|update|make|turn|set)\\b[^,.;]+ (?:to|with|say|read) [^,.;]{1,40}?[^,.; ]) (?:and |then )?(?=(?:make|turn) (?:it|them|that) (?:a (?:bit|little) |slightly |much )?(?:${COLOUR}|bold|bigger|larger|smaller|italic|white|uppercase)(?:$|[ ,.;]))`,
    ", ",
    / (?:make|turn) (?:it|them|that) /u,
  ),
  rule("^no text(?:,? (?:pls|plz|please|at all|just|only|thanks)(?: (?:the )?(?:photo|picture|image|product))?)*$", "remove all the text"),
  rule("^fix the colou?rs?,?(?: (?:it|they))?(?: (?:looks?|are|is|seems?)) (?=too )", "the picture is "),
  rule(
    `${BEGIN_TALK_EN}instead of (?<a>${Q}),? ${WHO} (?:want|need|would like|prefer|'d like)s? (?<b>${Q})`,
    "change $<a> to $<b>",
    /instead/u,
  ),
  rule(
    `\\b${WHO}(?:'d| would)? (?:want|need|like|prefer)s? (?<x>${NOUN}) (?:to be |in )?(?<c>${COLOUR})(?: now)? (?:instead of|rather than|not) (?:${COLOUR})${END_EN}`,
    "make $<x> $<c>",
    /instead|rather|not/u,
  ),
  rule(
    `^(?:(?:put|have|get|turn) )?(?<x>all (?:of )?(?:the )?(?:${LANGUAGES}) (?:text|words|copy|wording|lettering)) (?:in)?to (?<l>${LANGUAGES})(?: please)?$`,
    "translate $<x> to $<l>",
  ),
  rule(
    `${BEGIN_TALK_EN}letter-?space (?<x>(?:the|our|this) [a-z]+)(?: (?:a (?:bit|little|touch)|slightly))?(?: (?:wider|looser|more))?${END_EN}`,
    "increase the letter spacing of $<x>",
    /letter-?space/u,
  ),
];
