import { IT, THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { END_EN, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const PICTURE = "(?:picture|pic|photo|image|shot|poster|scene|tones?|colou?rs?|whole thing|whole image|whole picture|whole photo|lot)";
const DONE = "(?<v>remove|delete|erase|lose|take out|get rid of|blur|cover|hide|replace|change|move|crop out|drop)";

/** A condition of presence, in whichever words: what is not there is told of anyway. */
const CONDITIONS: readonly Recasting[] = [
  rule(
    `\\bif (?:you (?:still )?(?:see|find|spot) )?(?<x>(?:(?:the|our|an?|any) )?${WORDS_EN}{0,30}?(?:${Q})?) (?:(?:is|are|'s) (?:still )?(?:there|present|visible|shown|showing|in (?:there|it|the (?:picture|photo|image|shot))|on (?:it|there|the (?:picture|photo|image)))|(?:still )?(?:appears?|shows? up|exists?|pops? up))(?: (?:anywhere|somewhere|at all|in (?:it|the (?:picture|photo|image))))?\\s*,?\\s+(?:then |please |pls |just |can you |could you )*${DONE} ${IT}\\b`,
    "$<v> $<x>",
  ),
  rule(
    `\\bif you (?:still )?(?:see|find|spot|notice) (?<x>(?:(?:the|our|an?|any) )?${WORDS_EN}{0,30}?(?:${Q})?)(?: (?:anywhere|somewhere|at all))?\\s*,?\\s+(?:then |please |pls |just )*${DONE} ${IT}\\b`,
    "$<v> $<x>",
  ),
];

/** the logo “QuickKart”: which logo, and a logo all the same. */
const NAMED_THINGS: readonly Recasting[] = [
  rule(
    `(?<=\\b(?:remove|delete|erase|lose|take out|get rid of|blur|hide) (?:the |our |that |any )?(?:old |new |small |big |red |white |black )?)(?<n>logo|sticker|badge|stamp|seal|icon|button|banner|sign) (?<q>${Q})`,
    "$<q> $<n>",
  ),
];

/** The ground of a thing or of the picture is the ground. */
const GROUNDS: readonly Recasting[] = [
  rule(
    `(?<=\\b(?:remove|delete|erase|take out|get rid of|cut out|drop|lose|change|replace|swap|make|turn|blur|strip|clear|knock out) (?:the |this |that )?(?:white |grey |gray |busy |old |messy |ugly |cluttered )?(?:background|backdrop|bg)) (?:of|from|in|on|behind|around) ${THE} (?:[a-z]+ ){0,2}?[a-z]+(?=\\s+(?:to|with|into|for|white|black|grey|gray|transparent|slightly|a|more|strongly|heavily)\\b|\\s*(?:$|[,.;!?]|\\b(?:and|but|please|pls)\\b))`,
    "",
  ),
];

/** "text too small, make it bigger": what *it* is. */
const TOO_SMALL: readonly Recasting[] = [
  rule(
    `(?:^|(?<=[.;!]\\s))(?:the |our |this )?(?<t>(?:${ROLE_EN}|text|logo|type|lettering|product|button)) (?:is |are |looks? |seems? )?(?:a (?:bit|little) |way |far |much )?too (?:small|big|large|thin|light|heavy|bold|dark|bright|pale|tiny)\\s*[,;-]+\\s*(?:so |please |pls |can you |could you |just )*(?<v>make|set|turn) (?:it|them)\\b`,
    "$<v> the $<t>",
  ),
];

/** A thing, and the lettering that is to stand on it. */
const LETTERED_THINGS: readonly Recasting[] = [
  rule(
    `\\b(?<v>make|turn|paint|colou?r) (?<x>${THE} (?:[a-z]+ ){0,2}?[a-z]+) (?<c>${COLOUR})\\s*(?:,|&|and|with|\\+)+\\s*(?:the |its )?(?:text|wording|words|label|copy|lettering) (?:on|in|of) (?:it|them)(?: to)?(?: say| read| be| as| is)?\\s*:?\\s*(?<q>${Q})`,
    "make $<x> $<c>, change the text on $<x> to $<q>",
    /\b(?:on|in|of) (?:it|them)\b/u,
  ),
  rule(
    `\\b(?:make|turn|paint|colou?r) (?<x>${THE} (?:[a-z]+ ){0,2}?[a-z]+) (?<c>${COLOUR})\\s*(?:,|&|and|\\+)+\\s*(?:make )?(?:the |its )?(?:text|wording|words|label|copy|lettering) (?:on|in|of) (?:it|them) (?<d>${COLOUR})`,
    "make $<x> $<c>, make the text on $<x> $<d>",
    /\b(?:on|in|of) (?:it|them)\b/u,
  ),
];

const HERE =
  "(?:in |at |on )?(?:the )?(?:(?:very )?(?:top|bottom|upper|lower)[ -](?:left|right|cent(?:er|re))|left|right|top|bottom|cent(?:er|re)|middle)(?: corner| side)?";
const STYLED = `(?:${COLOUR}|bold(?:er)?|italics?|bigger|larger|smaller|thinner|underlined|cent(?:er|re)d|uppercase)`;
const PART = `(?:the |our )?(?:${ROLE_EN})`;

/** What takes the place: "a stool", "some apples", "tulips". */
const OTHER = "(?:(?:an? |some )[a-z ]{2,24}?|(?:[a-z]+ ){0,2}?[a-z]{2,}s)";

/** A verb said once for two or three things. */
const SHARED: readonly Recasting[] = [
  rule(
    `\\b(?<v>replace|swap|change|turn) (?<a>${THE} [a-z ]{2,24}?) (?<t>with|for|to|into) (?<b>${OTHER}),? and (?<c>${THE} [a-z ]{2,24}?) \\k<t> (?<d>${OTHER})${END_EN}`,
    "$<v> $<a> $<t> $<b>, $<v> $<c> $<t> $<d>",
    / and (?:the|our|her|his) .* (?:with|for|to|into) /u,
  ),
  rule(
    `\\b(?<v>add|put|write|place) (?<a>${Q}) (?<p>${HERE})(?<s>(?: in ${WORDS_EN}{2,20}?)?),? and (?<b>${Q}) (?<q>${HERE})(?<u>(?: in ${WORDS_EN}{2,20}?)?)${END_EN}`,
    "$<v> $<a> $<p>$<s>, $<v> $<b> $<q>$<u>",
  ),
  rule(
    `\\b(?<v>add|put|place) (?<a>${THE} (?:[a-z]+ )?(?:logo|badge|qr ?code|watermark|sticker|icon)) (?<p>${HERE}),? and (?<b>(?:${THE}|an?) (?:[a-z]+ )?(?:logo|badge|qr ?code|watermark|sticker|icon|website|url)) (?<q>${HERE})${END_EN}`,
    "$<v> $<a> $<p>, $<v> $<b> $<q>",
  ),
  rule(
    `\\b(?<v>change|set|switch|turn) (?:both )?(?<a>${PART}) and (?<b>${PART}) (?<t>to|into|in) (?<s>(?:bold |italic )*${STYLED})${END_EN}`,
    "$<v> $<a> $<t> $<s>, $<v> $<b> $<t> $<s>",
    / and /u,
  ),
];

/** Type in the words of a typesetter. */
const TYPE: readonly Recasting[] = [
  rule("\\b(?:sans[- ]?serif|sans) (?:face|typeface)\\b", "sans-serif font"),
  rule("\\b(?<f>serif|script|slab(?: serif)?|hand-?written|rounded|condensed|monospaced?|display) face\\b", "$<f> font"),
  rule(
    `\\b(?:set|put|have) (?<x>(?:the|our|this|my|all) ${WORDS_EN}{2,24}?) in (?=(?:an? )?[a-z -]{3,20} (?:font|typeface)\\b)`,
    "change the font of $<x> to ",
  ),
  rule(
    `,?\\s*(?:and |with |but )?(?:an? )?(?<m>touch|bit|little|little bit|tad|slightly|somewhat)?\\s*(?:more (?:open|loose|airy|spaced)|looser|opener|airier|wider) (?:in |in the |on the )?(?:tracking|letter[- ]spacing|kerning|spacing)${END_EN}`,
    ", increase the letter spacing a $<m>",
    /tracking|spacing|kerning/u,
  ),
  rule(
    `,?\\s*(?:and |with |but )?(?:an? )?(?<m>touch|bit|little|little bit|tad|slightly|somewhat)?\\s*(?:more (?:tight|compact|closed)|tighter|closer|narrower) (?:in |in the |on the )?(?:tracking|letter[- ]spacing|kerning|spacing)${END_EN}`,
    ", reduce the letter spacing a $<m>",
    /tracking|spacing|kerning/u,
  ),
  rule(
    `(?<=\\b(?:add|put|write|place|insert) [^.;]*?)(?<!\\bat)(?:,\\s*|\\s+)(?:at |in |and )?(?:about |around |roughly |approximately )?half the (?:font |text )?size of ${THE} ${WORDS_EN}{2,24}?${END_EN}`,
    ", half the size",
    /half the/u,
  ),
];

/** The same order in plainer words. */
const PLAINER: readonly Recasting[] = [
  rule(
    `\\bdress (?<x>${THE} [a-z]+|him|her|them) (?:up )?in (?=(?:an? |some )?[a-z])(?<y>${WORDS_EN}{2,24}?)${END_EN}`,
    "put $<y> on $<x>",
  ),
  rule(
    `(?:^|(?<=[,.;!]\\s))(?:i|we)(?:'d| would)? (?:want|like|need|prefer|love) (?<x>${THE} [a-z]+(?: [a-z]+)?) (?:to be )?(?<s>(?:(?:a (?:bit|little)|slightly|much) )?(?:bigger|larger|smaller|bolder|thinner|brighter|darker|wider|taller|bold|italic|cent(?:er|re)d))${END_EN}`,
    "make $<x> $<s>",
  ),
  rule(
    `(?:^|(?<=[,.;!]\\s))(?<x>${THE} [a-z]+(?: [a-z]+)?) (?:should|must|needs? to|has to|ought to) (?:be|go|sit|stand|appear)(?: placed| positioned)? (?=(?:in|at|on|to) the (?:very )?(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)\\b)`,
    "move $<x> ",
  ),
  rule("^there (?:should|must|needs? to|has to) be (?=(?:an? |some )(?!no\\b))", "add "),
  rule(
    `^(?:there (?:should|must) be no(?: more)?|there should(?:n't| not) be (?:any|an?)|no more) (?<x>${Q}|[a-z][a-z ]{1,24}?)(?: (?:on|in) (?:it|there|the (?:picture|photo|image|poster)))?${END_EN}`,
    "remove $<x>",
  ),
  rule(
    `\\b(?:replace|change|swap) (?:the word )?(?<a>${Q}) (?:with|to|for|by) (?<b>${Q}) in (?<c>${Q})`,
    "change the word $<a> in $<c> to $<b>",
  ),
  rule(
    "\\b(?:change|replace|swap|switch) (?:all |every |the )*(?<a>[$£€¥&@#%]) (?:signs?|symbols?) (?:to|with|for|into) (?:the )?(?<b>[$£€¥&@#%]|and)(?: signs?| symbols?)?(?![\\w\\d])",
    "change “$<a>” to “$<b>”",
  ),
  rule(`\\b(?:keep|put|fit) (?<x>${THE} [a-z ]{2,24}?) (?:on|in) (?:one|a single|1) line`, "set $<x> on a single line"),
  rule("^(?:font |text )?size \\+\\s?\\d{1,2}$", "make the text a bit bigger"),
  rule("^(?:font |text )?size -\\s?\\d{1,2}(?: ?(?:px|pt))?$", "make the text a bit smaller"),
  rule(
    `\\b(?:make|resize|scale|set) (?<x>${THE} [a-z ]{2,24}?) (?:to )?(?:be )?(?<n>\\d+ ?(?:px|pixels)) (?:wide|tall|high|in width|across)${END_EN}`,
    "set the size of $<x> to $<n>",
  ),
  rule(
    `\\b(?:shrink|scale down|reduce|cut) (?<x>${THE} (?!brightness|contrast|saturation|exposure|sharpness|warmth|noise|grain|highlights|shadows|price)[a-z ]{2,24}?)(?:'s size| in size)? (?:by|in|to) half${END_EN}`,
    "make $<x> half the size",
  ),
  rule("\\b(?<v>can|could|would|will) u\\b", "$<v> you"),
  rule(`,?\\s*(?:all )?(?:at the same time|at once|simultaneously)${END_EN}`, ""),
  rule(
    `\\b(?:remove|delete|erase|take out|drop|lose) (?:the (?:words?|text) )?(?<a>${Q}|the (?:old )?(?:${ROLE_EN}))\\s*(?:,|and|then|and then)+\\s*(?:put|add|write|use|have|insert) (?<b>${Q})(?: instead| there| in (?:its|the same) (?:place|spot)| in its stead)${END_EN}`,
    "replace $<a> with $<b>",
  ),
  rule(`\\bmake (?<x>${THE} (?:[a-z]+ ){0,2}?[a-z]+) (?=an? [a-z-]+(?: [a-z-]+)? one${END_EN})`, "change $<x> to "),
  rule("\\bhalve (?<x>(?:the )?(?:brightness|contrast|saturation|exposure|sharpness|warmth|noise|grain))\\b", "reduce $<x> by half"),
  rule(
    `\\b(?<v>move|shift|bring|drag|slide|nudge) (?:the )?(?<x>${WORDS_EN}{2,24}?) (?:on|at|in) the (?<s>far left|far right|left|right|middle|cent(?:er|re)) (?:(?:hand )?side )?(?=(?:(?:a (?:bit|little)|slightly|\\d+ ?(?:px|%)) )?(?:in)?to(?:wards)? )`,
    "$<v> the $<s> $<x> ",
  ),
  rule(`\\b(?<v>warm|cool|brighten|lighten|tone|sharpen|soften) (?:the |this )?${PICTURE} (?<p>up|down)\\b`, "$<v> $<p>"),
];

/** English orders cut short; asked first of all, as other turns would cut them apart. */
export const SHORTHAND_EN: readonly Recasting[] = [
  ...PLAINER,
  ...CONDITIONS,
  ...NAMED_THINGS,
  ...GROUNDS,
  ...TOO_SMALL,
  ...LETTERED_THINGS,
  ...SHARED,
  ...TYPE,
];
