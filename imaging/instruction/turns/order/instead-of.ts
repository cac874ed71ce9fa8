import { BEARER_EN } from "../../lexicon/bearers.ts";
import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, END_EN, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const NOUN = "(?:[a-z'-]+ ){0,3}?[a-z'-]+";
const INSTEAD = "(?:instead of|rather than|in place of)";
const NEAR = /instead|rather|in place/u;

/** What is wished and what it takes the place of, said in one breath: "use navy instead of black for the headline". */
export const INSTEAD_OF_EN: readonly Recasting[] = [
  // "a blue tie instead of the red one": the noun is said once.
  rule(`(?<n>[a-z]+) (?<i>${INSTEAD} (?:an?|${THE}) (?:[a-z]+ )?${COLOUR}) one\\b`, "$<n> $<i> $<n>", / one\b/u),
  rule(
    `${BEGIN_TALK_EN}(?:use|put|try|have|apply) (?<c>${COLOUR}) ${INSTEAD} (?:the )?(?:${COLOUR}) (?:for|on|in|as) (?<x>${THE} ${NOUN})${END_EN}`,
    "make $<x> $<c>",
    NEAR,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:use|put|try|have|apply) (?<c>${COLOUR}) (?:for|on|in) (?<x>${THE} ${NOUN}) ${INSTEAD} (?:the )?(?:${COLOUR})${END_EN}`,
    "make $<x> $<c>",
    NEAR,
  ),
  rule(
    `${BEGIN_TALK_EN}give (?:her|him|them|it|${THE} ${NOUN}) (?<b>(?:an?|some|the) ${NOUN}) ${INSTEAD} (?<a>(?:the|her|his|their|that) ${NOUN})${END_EN}`,
    "replace $<a> with $<b>",
    NEAR,
  ),
  rule(
    `${BEGIN_TALK_EN}make it (?<n>\\d[\\d.]*) ?%(?: off)? ${INSTEAD} (?<m>\\d[\\d.]*)(?: ?%)?(?: off)?${END_EN}`,
    "change “$<m>%” to “$<n>%”",
    NEAR,
  ),
  rule(
    `${BEGIN_TALK_EN}make it (?=[^,.;]*\\d[^,.;]* ${INSTEAD} [^,.;]*\\d)(?<b>${WORDS_EN}{1,30}?) ${INSTEAD} (?<a>${WORDS_EN}{1,30}?)${END_EN}`,
    "change “$<a>” to “$<b>”",
    NEAR,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:put|use|have|write|show|add) (?:our |the |my |a )?(?:new )?(?<x>${ROLE_EN}) (?<b>${Q}) ${INSTEAD} (?:the|our) (?:old|current|existing|present|previous) (?:one|${ROLE_EN})${END_EN}`,
    "change the $<x> to $<b>",
    NEAR,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<o>(?:show|put|use|write|have|say|print|display) (?!an?\\b|the\\b|our\\b|some\\b)${WORDS_EN}{1,30}? ${INSTEAD} (?!an?\\b|the\\b|our\\b|some\\b)${WORDS_EN}{1,30}?) (?:on|in|at) ${THE} (?:[a-z]+ ){0,2}?(?:${BEARER_EN}|${ROLE_EN})${END_EN}`,
    "$<o>",
    NEAR,
  ),
];
