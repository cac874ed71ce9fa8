import type { Operation } from "../../../protocol/plan.ts";
import { DEED_DETERMINER, DEED_EN, DEED_MANNER, DEED_PARTICLES } from "../lexicon/deeds-en.ts";
import { find, hasLiteral, type Phrase, part, trimmed, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";

const DEED = new RegExp(
  `^(?<m>(?:(?:${DEED_MANNER}) )*)(?<v>(?<simple>${DEED_EN.simple})|(?<placing>${DEED_EN.placing}))(?: (?<p>${DEED_PARTICLES}))? (?<o>(?:${DEED_DETERMINER}) (?!of\\b)[a-z\\d].*)$`,
  "du",
);
const PLACES = new RegExp(`^(?:${DEED_EN.placing})$`, "u");
const FILLS = new RegExp(`^(?:${DEED_EN.with})$`, "u");

/** Where the thing ends and what becomes of it begins. */
const RESULT = `(?:into|onto|to|towards?|over|around|round|out|off|through|until|till|like|as|so|from|against|across|by (?=a |\\d|half)|together|apart|upright|open|shut|closed|clean|up|down|away|aside|straight|flat|dry|smooth|upside|sideways|diagonally|vertically|horizontally|without|instead|(?:${DEED_MANNER})|(?:high|low|clos|tight|loos|long|short|wid|neat|straight|tidi|fuller|smooth|bright|dark|deep|near|furth)(?:er)|[a-z]{3,}ly(?= |$)|in (?:half|two|place|order|a row|a line|a circle|line))`;
const CUT = new RegExp(` (?=${RESULT}(?: |$))`, "u");
const CUT_PLACING = new RegExp(
  ` (?=(?:${RESULT}|in|on|under|below|above|behind|beneath|next|beside|between|with|at|along|inside|near|among)(?: |$))`,
  "u",
);
const CUT_WITH = new RegExp(` (?=(?:${RESULT}|with)(?: |$))`, "u");
/** Words that end in -ly or -er and belong to things. */
const NAMES_THING = /^(?:lily|jelly|belly|fly|butterfly|family|trolley|only|ugly|curly|woolly|friendly|lovely|elderly|early)\b/u;

/** A second order, or a wording: more than one deed. */
const MORE_THAN_ONE = /\b(?:if|unless|except|but|which|who|instead of|not|don't|never|and then|whatever)\b|[:=→]/;
/** What is struck out of a text leaves it. */
const STRIKES = /^(?:redact|censor|obscure|mask|blur|pixelate|scratch|wipe|scrub)$/;

function objectEnd(object: Phrase, verb: string): number {
  const pattern = PLACES.test(verb) ? CUT_PLACING : FILLS.test(verb) ? CUT_WITH : CUT;
  const first = /^\S+ /.exec(object.key)?.[0].length ?? 0;
  for (let from = first; from < object.key.length; ) {
    const hit = pattern.exec(object.key.slice(from));
    if (hit === null) break;
    const at = from + hit.index;
    if (!NAMES_THING.test(object.key.slice(at + 1))) return at;
    from = at + 1;
  }
  return object.key.length;
}

const PLAIN_COLOUR = /^(?:red|green|blue|white|black|grey|gray|yellow|purple|brown|pink|colou?rs?)$/i;
/** “drape a scarf over the chair”: there was none before. */
const ADDS =
  /^(?:drape|pour|sprinkle|scatter|strew|plant|perch|hang|lay|lean|mount|park|pin|tape|tie|rest|stick|seat|position|nest|prop|spread)$/;
const NEW_THING = /^(?:an?|some|another|one|two|three|a few) /;

const said = (...words: readonly (string | undefined)[]): string => words.filter((word) => word !== undefined && word !== "").join(" ");

function deedOn(deed: string, verb: string, object: Phrase): Operation | undefined {
  const end = objectEnd(object, verb.split(" ")[0] ?? verb);
  const { kind, target, where, attribute } = readReference(trimmed(part(object, 0, end)));
  if (attribute || (kind === "colour" && PLAIN_COLOUR.test(target ?? ""))) return undefined;
  const rest = wordsOf(part(object, end));
  if (kind === "object" && ADDS.test(verb) && NEW_THING.test(object.key) && rest !== "")
    return operation("object.add", { target, value: rest });
  if (kind === "object" || kind === "background" || kind === "colour")
    return operation("object.modify", { target, where, value: said(deed, rest) });
  if (kind === "text" && STRIKES.test(verb)) return operation("text.remove", { target, where });
  return undefined;
}

const BEHAVES_EARLY =
  /^(?:get|have|ask) (?<s>(?:the|this|that|these|those|his|her|my|our) [a-z'-]+(?: [a-z'-]+){0,2}?) to (?<r>(?!the\b|an?\b|left\b|right\b|top\b|bottom\b|cent|be\b|read\b|say\b|match\b)[a-z]{3,}\b.*)$/du;
/** "let the dog look to the left": no goal it is moved to. */
const ACTS =
  /^(?:let|have|make|get) (?<s>(?:the|this|that|these|those|his|her|my|our) [a-z'-]+(?: [a-z'-]+)??) (?:to )?(?<r>(?:look|gaze|stare|face|turn|lean|tilt|bend|reach|jump|run|walk|sit|stand|lie|wave|smile|point|kneel|swim|fly|sleep|dance|laugh)\b.*)$/du;
const BEHAVES = [
  /^(?<s>(?:the|this|that|these|those|his|her|my|our|their|all the|both)? ?[a-z'-]+(?: [a-z'-]+){0,3}?) (?:should|must|needs? to|ought to|ha(?:s|ve) to) (?:be )?(?<r>(?!(?:be|read|say|become|go|stay|remain|match|have|stand out|fill|cover|pop|fit|not|never|say|show|mention|come|work|feel|see|know|keep|look (?:natural|real|good|right|the same|clean|nice|realistic|untouched|better|like))\b)[a-z]{3,}\b.*)$/du,
  /^(?<s>(?:the|this|that|these|those|his|her|my|our) [a-z'-]+(?: [a-z'-]+){0,2}?) to (?:be )?(?<r>(?!(?:the|an?|left|right|top|bottom|cent\w+|read|say|match|match|stay|remain|have|be|its|his|her)\b)[a-z]{3,}\b.*)$/du,
  /^(?:need|want) (?<s>(?:the|this|that|these|those|his|her|my|our) [a-z'-]+(?: [a-z'-]+){0,2}?) (?<r>closed|open|opened|shut|folded|lit|clean|cleaned|dry|wet|empty|full|straight|straightened|ironed|polished|smoothed|tied|untied|zipped|unzipped|rolled up|switched (?:on|off)|turned (?:on|off|around))$/du,
];

function behaving(clause: Phrase, form: RegExp): Reading | undefined {
  const found = find(clause, form);
  const [subject, result] = [found?.of("s"), found?.of("r")];
  if (subject === undefined || result === undefined || NOBODY.test(subject.key)) return undefined;
  const { kind, target, where, attribute } = readReference(subject);
  if (attribute || kind !== "object") return undefined;
  return operate(operation("object.modify", { target, where, value: wordsOf(result) }));
}

/** Said of people who are not in the picture, or of all of it. */
const NOBODY =
  /^(?:it|they|we|i|you|he|she|this|that|everything|nothing|everyone|the (?:client|boss|team|brand|customer|price|order|event|sale)s?)$|\b(?:is|are|was|and|but|if|when|because)\b/;

/** “get the kids to wave”: what somebody in the picture is to do. */
export const readBehaviour: Recogniser = (clause) =>
  hasLiteral(clause) || MORE_THAN_ONE.test(clause.key) ? undefined : (behaving(clause, BEHAVES_EARLY) ?? behaving(clause, ACTS));

function wished(clause: Phrase): Reading | undefined {
  for (const form of BEHAVES) {
    const reading = behaving(clause, form);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** A clear English order no sentence form explains: “untangle the cable”, “drape the scarf over the chair”. The deed is passed on as said. */
export const readDeedEn: Recogniser = (clause): Reading | undefined => {
  if (hasLiteral(clause) || MORE_THAN_ONE.test(clause.key)) return undefined;
  const found = find(clause, DEED);
  const [verb, object] = [found?.of("v"), found?.of("o")];
  if (found === undefined || verb === undefined || object === undefined) return wished(clause);
  const done = deedOn(said(found.of("m")?.key, verb.key, found.of("p")?.key), verb.key, object);
  return done === undefined ? undefined : operate(done);
};
