import { COLOUR } from "../style/colour.ts";
import { BEGIN_TALK_EN, END_EN, Q, type Recasting, rule } from "./recasting.ts";
import { LANGUAGES } from "./roles.ts";

const WHO = "(?:i|we|they|she|he|(?:the |our |my )?(?:client|boss|team|customer|director|manager))";
const NOUN = "(?:the |our |my |her |his )[a-z'-]+(?: [a-z'-]+)?";

/** Orders cut short in English. */
export const SAID_SHORT_EN: readonly Recasting[] = [
  rule(`\\bbtn(?<s>s?)\\b`, "button$<s>"),
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
