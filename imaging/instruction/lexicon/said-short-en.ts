import { COLOUR } from "../style/colour.ts";
import { BEGIN_TALK_EN, END_EN, Q, type Recasting, rule } from "./recasting.ts";
import { LANGUAGES } from "./roles.ts";

const WHO = "(?:i|we|they|she|he|(?:the |our |my )?(?:client|boss|team|customer|director|manager))";
const NOUN = "(?:the |our |my |her |his )[a-z'-]+(?: [a-z'-]+)?";

/** Orders cut short in English. */
export const SAID_SHORT_EN: readonly Recasting[] = [
  rule(`\\bbtn(?<s>s?)\\b`, "button$<s>"),
  rule("\\btxt\\b", "text"),
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
