import { COLOUR } from "../style/colour.ts";

/** What a condition begins with. */
export const IF_ZH = "(?:如果|要是|若是?|假如|假使|倘若|万一|只要|当)";
/** What lies behind the things of a picture. */
export const GROUND = "(?:background|backdrop|bg)";
/** A side of a picture. */
export const SIDE_EN = "(?:left|right|top|bottom)";
/** Between what is and what is to be. */
export const TO = "(?:to|with|for|into|by)";
/** What follows is a wording and no look. */
export const NO_STYLE = `(?!(?:${COLOUR}|bold|italics?|bigger|larger|smaller|left|right|cent(?:er|re)d?)\\b)`;
/** Verbs an English order begins with. */
export const VERB_EN =
  "(?:make|change|remove|delete|erase|crop|replace|add|put|turn|set|swap|move|blur|brighten|darken|extend|round|use|cool|warm|fix|update|write|convert|translate|take|give)";
