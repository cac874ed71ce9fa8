import { doubt, type Recogniser } from "../reading.ts";

const SPAN =
  /^(?:move|push|bring|shift|pull|put|make|postpone|delay|extend)\b(?!.*\b(?:to|from|into|with|says?|reads?)\b).*\b(?:an?|one|two|three|four|five|six|seven|\d+) (?:more )?(?:days?|weeks?|months?|years?|hours?)(?: (?:later|earlier|sooner|back|forward|on|out|up))?$/;

/** "bring the date forward a week": a date that is not given, or a direction said of both, cannot be reckoned on. */
export const readTimeSpan: Recogniser = (clause) => (SPAN.test(clause.key) ? doubt("to_what") : undefined);
