import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const END = "(?=\\s*(?:$|[,.;!?]|\\b(?:and|but|please|pls|plz|thanks|thx)\\b))";
const SOMEBODY =
  "(?:legal|marketing|sales|compliance|finance|design|hr|(?:the |our |my )(?:client|customer|boss|team|manager|brand|lawyer|printer|designer|director|agency|partner|shop|store|editor|ceo|cmo)s?)(?: (?:in|from|at|over in) [a-z]+)?";
const VERB = "change|replace|swap|remove|delete|drop|add|put|make|move|turn|set|update|take|get|use|crop|recolou?r|switch|keep|have|lose";

const AROUND: readonly Recasting[] = [
  rule(
    `^(?:(?:hi|hey|hello)(?: [a-z]+)?[,!.]?\\s*)?${SOMEBODY} (?:asks?|asked|wants?|wanted|requests?|requested|told|needs?|would like|has asked|have asked|decided)(?: (?:us|me|you|for us))? to (?=(?:please )?(?:${VERB})\\b)`,
    "",
  ),
  rule("(?<=\\b(?:is|are) there (?:any|still|some|an?)\\b[^,.;?]*?) left(?= (?:in|on|anywhere|somewhere)\\b|\\?|$)", ""),
  rule(
    `${BEGIN_EN}(?:spelling|typos?|correction|fix|edit|wording|text|copy)(?: fix| error| mistake| change)?\\s*:\\s*(?=[^,.;]*(?:->|=>|→))`,
    "",
  ),
  rule(
    ",\\s*(?:and )?(?:the )?rest (?:must|should|has to|can|may|needs to) (?:stay|remain|be)(?: (?:the same|as is|as it is|untouched|unchanged))(?=$|[,.;])",
    ", keep the rest",
  ),
];

/** What is wrong, and what it should be; one thing in the place of another. */
const INSTEAD: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:the |our |this )?(?<t>(?:${ROLE_EN}|title|phone number|name))(?: on [a-z ]+?)?(?: is|'s| are)(?: now)? (?:wrong|incorrect|outdated|out of date|old|not right|off|mistaken)\\s*[,;:-]+\\s*(?:it |they )?(?:should|must|needs to|has to|ought to) (?:be|read|say)\\s+(?!.*\\b(?:not|instead|rather)\\b)`,
    "change the $<t> to ",
  ),
  rule(
    `\\b(?:drop|remove|delete|take out|get rid of|take away|lose|erase) (?<x>${WORDS_EN}{2,40}?)\\s*(?:,|and|then|and then)+ (?:put|add|place|use|have|show|paint|draw) (?<y>(?!${Q})${WORDS_EN}*?(?<!\\blogo) )(?:there|here|in (?:its|their|the same) (?:place|spot|stead|position))(?: instead)?${END}`,
    "replace $<x> with $<y>",
  ),
  rule(
    `\\b(?:drop|remove|delete|take out|get rid of|take away|lose|erase) (?<x>${WORDS_EN}{2,40}?)\\s*,?\\s*(?:and|then|and then) (?:put|add|place|use|have) (?<y>(?:an? |some |the )(?!${Q})${WORDS_EN}*?(?<!\\blogo)) instead${END}`,
    "replace $<x> with $<y>",
  ),
  rule(
    `\\b(?:drop|remove|delete|take out|get rid of|take away|lose|erase) (?<x>(?!.* from )${WORDS_EN}{2,40}?)\\s*,?\\s*(?:and|then|and then) (?:put|add|place|have) (?<y>(?:an? |some )(?!${Q})${WORDS_EN}*?(?<!\\blogo)) (?:in (?:its|their) (?:place|spot)|in the same (?:place|spot|position)|where (?:it|they) (?:was|were|stood|used to be))${END}`,
    "replace $<x> with $<y>",
    / (?:place|spot|position|where) ?/u,
  ),
  rule(
    `(?<=\\b(?:add|put|place|insert) (?!(?:it|this|that|them) )[^,.;]{2,40}?) (?:there|here|in (?:its|their) (?:place|stead|spot|position))(?: instead)?${END}`,
    "",
  ),
];

/** Wishes in other words. */
const WISHES: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:the )?(?:background|backdrop|bg) (?:(?:should|needs to|must|has to) be |to be |be |in )?(?:transparent|see-through)${END}`,
    "make the background transparent",
  ),
  rule(
    `${BEGIN_EN}(?:i|we)(?:'d| would)? (?:want|like|need|prefer|love)(?: to (?:see|have|get))? (?<x>(?:the|her|his|this|that|our) [a-z]+(?: [a-z]+)?) (?:to be |in |painted |turned )+(?:an? )?(?<c>${COLOUR})${END}`,
    "make $<x> $<c>",
    /\b(?:i|we)\b.*\b(?:want|like|need|prefer|love)\b.*\b(?:in|be|painted|turned)\b/u,
  ),
  rule(
    `\\bgive (?<x>(?:the|her|his|this|that|our) [a-z]+(?: [a-z]+)?) (?:an? |some )?(?<c>${COLOUR}) (?:finish|colou?r|paint(?: job)?|coat(?: of paint)?|tint|shade|tone)${END}`,
    "make $<x> $<c>",
    /\bgive /u,
  ),
  rule(
    `\\b(?:bump|raise|push|bring|take|increase|drop|lower|reduce)(?: up| down)? (?:the )?(?:font |text |type )?size(?: up| down)? (?=to \\d)`,
    "set the font size ",
  ),
  rule(
    `\\b(?<v>make|set|break|put|get) (?<x>(?:the|this|our|my) [a-z ]{2,24}?) (?<n>two|three|four|one|2|3|4) lines?${END}`,
    "$<v> $<x> in $<n> lines",
  ),
  ...(
    [
      ["increase", "wider|looser|more|bigger|larger"],
      ["reduce", "tighter|narrower|less|smaller"],
    ] as const
  ).map(([verb, says]) =>
    rule(
      `${BEGIN_EN}(?:the )?(?<a>letter[- ]spacing|tracking|kerning) (?:of|on|for|in) (?<x>${WORDS_EN}{2,24}?)(?: to be)? (?<m>a (?:bit|little|touch) |slightly |much )?(?:${says})${END}`,
      `${verb} the $<x> $<a> $<m>`,
    ),
  ),
  rule(`${BEGIN_EN}(?:a |an )?(?:different|another|new|other) (?:style|vibe|look|feel|mood)(?: please)?${END}`, "change the style"),
  rule(`\\b(?:change|switch|alter) (?:the |its )?(?:overall )?(?:style|vibe|look|feel|mood)(?: a bit| please)?${END}`, "change the style"),
  rule(`\\b(?:pixelate|pixellate|mosaic|censor|obscure)(?: out)? (?=(?:the|her|his|their|this|all|every|any)\\b)`, "blur "),
];

const AMOUNT = "(?:[$£€¥]?\\d[\\d.,:/]*(?: ?(?:am|pm|%|k|euros?|dollars?|pounds?))?)";
const PLACE =
  "(?:(?:very )?(?:top|bottom|upper|lower|left|right|middle|cent(?:er|re))(?:[ -](?:left|right|cent(?:er|re)))?(?: (?:corner|side|edge))?)";
/** Scenes, frames and figures in other words. */
const PLAINER: readonly Recasting[] = [
  rule("\\bresize the (?:canvas|artboard) to (?=\\d)", "extend the canvas to "),
  rule("^show me (?:all )?(?=(?:the|every)\\b)", "list "),
  rule(
    "(?<=\\b(?:brightness|contrast|saturation|exposure|warmth|sharpness|highlights|shadows)(?: to)? ?[+-]? ?\\d+ ?%?) and (?=(?:the )?(?:brightness|contrast|saturation|exposure|warmth|sharpness|highlights|shadows)\\b)",
    ", ",
  ),
  rule(
    "\\b(?:remove|get rid of|eliminate|clean up|kill) (?:the |all (?:the )?|any )?(?=(?:image |digital |colou?r )?(?:noise|grain|graininess)(?=$|[ ,.;]))",
    "reduce the ",
  ),
  rule("\\b(?:extend|expand) the sky(?: upwards?)? by (?<n>\\d+ ?(?:px|%|pixels?))", "extend the canvas by $<n> at the top"),
  rule(
    "\\b(?:extend|expand) the (?:floor|ground|grass|table|sand|road|water)(?: downwards?)? by (?<n>\\d+ ?(?:px|%|pixels?))",
    "extend the canvas by $<n> at the bottom",
  ),
  rule(
    "^(?:except(?: for)?|apart from|other than|besides) (?<x>[^,]+), (?:please )?(?<v>make|turn|set|colou?r|paint) (?<t>all (?:of )?(?:the )?(?:other )?(?:texts?|lettering|copy|words|type)|everything(?: else)?)(?= )",
    "$<v> $<t> except $<x>",
  ),
  rule(
    "^(?:except(?: for)?|apart from|other than|besides) (?<x>[^,]+), (?:please )?(?<v>remove|delete|erase|get rid of|take out) (?<t>all (?:of )?(?:the )?(?:other )?[a-z]+|everything(?: else)?)(?=$|[.,;])",
    "$<v> $<t> except $<x>",
  ),
  rule(
    "^(?:the )?same (?:image|picture|photo|scene|shot),? but (?:at |in |during |as )?(?:the )?(?<x>night|winter|summer|autumn|fall|spring|sunset|dusk|dawn|rain|snow|evening|morning)(?:time)?\\b",
    "change the atmosphere to $<x>",
  ),
  rule(
    `\\b(?<v>remove|delete|erase|change|replace|add|update) (?:the following|this|these)(?: (?:text|words?|line|copy|phrase|string)s?)?\\s*:\\s*(?=${Q})`,
    "$<v> ",
  ),
  rule(
    `(?<=\\b(?:in|at|on|to) the ${PLACE}),?\\s*(?:instead of|rather than|not)(?: (?:in|at|on|to))?(?: the)? ${PLACE}`,
    "",
    /instead of|rather than|\bnot\b/u,
  ),
  rule(
    "\\b(?<v>change|switch|swap|replace) (?:the |all (?:the )?)?currenc(?:y|ies)(?: symbols?| signs?)?(?: from)? (?<a>[$£€¥]|usd|eur|gbp|rmb|cny) (?:to|with|for) (?<b>[$£€¥]|usd|eur|gbp|rmb|cny)(?![\\w\\d])",
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `\\bfill (?!(?:the )?(?:background|backdrop|bg)\\b)(?<x>(?:the|this|his|her) [a-z ]{2,20}?) with (?<y>[a-z ]{2,20}?)${END}`,
    "have $<x> filled with $<y>",
  ),
  rule(`${BEGIN_EN}crop (?:it )?(?:tighter|closer|in)(?: a (?:bit|little))?${END}`, "crop it"),
  rule("\\b(?:duplicate|clone|copy|repeat) (?:the |this |that )(?=[a-z])", "add another "),
  rule("\\bzoom in(?: closer| tight)?(?: on| to| onto) (?=\\S)", "crop to "),
  rule(`${BEGIN_EN}zoom out(?: a (?:bit|little)| slightly)?${END}`, "extend the canvas"),
  rule("\\bmatch(?:es)? (?:the |our )?brand colou?r:?\\s*(?=#)|(?<=\\b(?:to|in|with) )(?:the |our )?brand colou?r:?\\s*\\(?(?=#)", ""),
  rule(
    `${BEGIN_EN}(?:make|turn|flip|switch|change) (?:it|this|the (?:scene|picture|image|photo|whole thing))(?: look like| into| to)? (?:an? )?(?<x>winter|summer|autumn|fall|spring|night(?: ?time)?|day ?time|dusk|dawn|sunset|sunrise|evening|morning|rainy|snowy|foggy|sunny|stormy|overcast)${END}`,
    "change the atmosphere to $<x>",
  ),
  rule("\\bcapitali[sz]e (?:the )?first letters? of (?:each|every|all) words? (?:in|of) (?<x>the [a-z]+)", "set $<x> in title case"),
  rule("\\bcapitali[sz]e (?:the )?first letters? of (?:each|every|all) words?", "set all the text in title case"),
  rule(
    "\\beverything(?= (?:in )?(?:bold|italics?|caps|capitals|uppercase|lowercase|cent(?:er|re)d|left[- ]aligned|right[- ]aligned)\\b)",
    "all the text",
  ),
  rule("(?<=\\b(?:cent(?:er|re)|bold|italici[sz]e|left-align|right-align|capitali[sz]e|underline) )everything\\b", "all the text"),
  rule(`\\b(?:the|our) [a-z ]{2,24}? (?:is|are) (?<b>${AMOUNT}),? (?:and )?not (?<a>${AMOUNT})${END}`, "change $<a> to $<b>"),
  rule(
    `^(?!.*\\b(?:use|put|write|change|make|set)\\b)[a-z ]{2,40} (?:at|from|on|by|is|are|to|for) (?<b>${AMOUNT}),? (?:instead of|not|rather than) (?<a>${AMOUNT})${END}`,
    "change $<a> to $<b>",
  ),
];

/** Everyday English; asked after the conditions and before the hurried turns. */
export const EVERYDAY_EN: readonly Recasting[] = [...AROUND, ...INSTEAD, ...PLAINER, ...WISHES];
