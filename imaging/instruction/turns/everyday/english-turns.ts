import { ROLE_EN, TEXT_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_EN, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const END = "(?=\\s*(?:$|[,.;!]|\\b(?:and|but)\\b))";
const PICTURE = "(?:the |this )?(?:whole |entire )?(?:thing|image|picture|pic|photo|shot|poster|frame|canvas|lot|banner)";
const PLEASE = "(?:so |and |please |pls |plz |can you |could you |would you |just |we need to |let's )*";
const NO_VERB =
  "(?!(?:please |pls |can you |could you )?(?:change|make|turn|paint|recolou?r|colou?r|go|switch|swap|set|fade|move|shift|extend|crop|replace|add|put|i|we|it|they)\\b)";
const AMOUNT = "[$£€¥]?\\d[\\d.,:]*(?: ?(?:am|pm|%|k))?(?: off)?";
const SHADE = "(?:(?:warm|cool|soft|dusty|muted|bright|pastel|deep|rich|pale|dark|light) )?";
const ARROW = "\\s*(?:->|=>|→)\\s*";
const BEARER =
  "(?:doors?|gates?|badge|sticker|banner|tag|label|button|starts?|opens?|closes?|entry|admission|pill|ribbon)(?: (?:text|from|at))?";

/** A mistake named, and what is right. */
const MISTAKES: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}[^.;\\uE100-\\uE1FF]*\\b(?:typos?|misspel\\w+|spelling|spelled wrong)\\b[^.;\\uE100-\\uE1FF]*?[,:;.-]+\\s*(?:the word )?(?<a>[\\w'@.-]+) (?:should|must|needs to|ought to) (?:be|read|say) (?<b>[\\w'@.-]*\\w)`,
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `${BEGIN_EN}(?:it|this|that|the [a-z ]{2,24}?) (?:currently |now )?(?:says|reads) (?<a>${WORDS_EN}{1,40}?)\\s*(?:,|-+|but|and|;)+\\s*(?:it )?(?:should|must|needs to|ought to) (?:be|read|say) (?<b>${WORDS_EN}{1,40}?)${END}`,
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `${BEGIN_EN}(?:the |our )?[a-z ]{2,24}? (?:ends? (?:in|with)|ending(?: in| with)?) (?<a>\\d[\\d-]*)(?: is wrong)?\\s*[,;-]*\\s*(?:but |and )?(?:it )?(?:should|must|needs to|ought to) (?:be|read|say|end (?:in|with)) (?<b>\\d[\\d-]*)${END}`,
    "change “$<a>” to “$<b>”",
  ),
];

/** "can't have the wine glass in the shot, so please take it out", "there's dust on the lens, clean that up". */
const TAKE_OUT =
  "(?:(?:take|clean|tidy|edit|paint|smooth|iron|get) (?:it|that|this|them|those|these)(?: all)? (?:up|out|away|off|rid of)|(?:remove|delete|erase|lose|get rid of|retouch|fix|clean up|take out) (?:it|that|this|them|those|these)(?: all)?(?: please)?)";
const UNWANTED: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}no (?<x>[a-z ]{2,24}?) (?:allowed|wanted|please)(?: (?:in|on) ${PICTURE})?\\s*[,;-]+\\s*${PLEASE}${TAKE_OUT}`,
    "remove the $<x>",
  ),
  rule(
    "(?<=\\b(?:remove|delete|erase|take out|get rid of|lose|ditch) [^,.;]+),\\s*(?:it|they|that|this) (?:looks?|feels?|seems?)(?: (?:a bit|so|really|very|too|kind of|quite))? [a-z]+(?=$|[.;!])",
    "",
  ),
  rule(
    `(?:^|(?<=[.;!?\\n]\\s?))[^.;!?\\uE100-\\uE1FF]*?\\b(?:can't|cannot|can not|mustn't|must not|shouldn't|may not|(?:isn't|aren't|not) allowed to) (?:have|show|use|include|feature|display) (?<x>${WORDS_EN}{2,40}?)(?: (?:in|on) ${PICTURE}| here| any ?more)?\\s*[,;-]+\\s*${PLEASE}${TAKE_OUT}`,
    "remove $<x>",
  ),
  rule(
    `(?:^|(?<=[.;!?\\n]\\s?))(?:there(?:'s| is| are|s|'re)|i (?:see|noticed|spotted|can see)|we(?:'ve| have) got) (?:still )?(?:a few |a couple(?: of)? |some |an? )?(?<x>${WORDS_EN}{2,60}?)\\s*[,;-]+\\s*${PLEASE}${TAKE_OUT}`,
    "remove the $<x>",
  ),
  rule("(?<=\\bremove the [^,.;]{2,40} and )(?:an? couple (?:of )?|an? few |some |an? )", "the "),
];

/** What an announcement or a name in front of an arrow adds to no wording. */
const HEADS: readonly Recasting[] = [
  rule(
    `^(?=[^:;]{3,60}:)(?![^:]*\\b(?:${ROLE_EN}|${TEXT_EN}|tag|footer)\\s*:)(?!(?:please |pls )?(?:don't|do not|change|replace|edit|swap|make|add|put|update (?:the|my|our)|fix (?:the|my|our)) )[^:;\\uE100-\\uE1FF]*\\b(?:got|been|was|were|has|have|changes?|changed|went (?:up|down)|typos?|fix(?:es)?|updates?|edits?|moved|corrections?|swaps?|tweaks?|replacements?|new (?:dates?|times?|prices?))\\b[^:;,\\uE100-\\uE1FF]*:\\s*(?=[^\\n]*?(?:->|=>|→|\\b(?:to|with|should)\\b))`,
    "",
  ),
  rule(
    `${BEGIN_EN}(?:the |our )?(?:[a-z]+ ){0,2}?${BEARER}\\s*:?\\s*(?:from )?(?<a>${AMOUNT})${ARROW}(?<b>${AMOUNT})${END}`,
    "change “$<a>” to “$<b>”",
  ),
];

/** Wishes without a verb. */
const VERBLESS: readonly Recasting[] = [
  rule(
    `${BEGIN_EN}(?:(?:can|could|should|would) )?(?<x>(?:the|our|this|that|her|his) [a-z]+(?: [a-z]+)?) (?:(?:should|must|needs to|has to) )?be (?<c>${COLOUR}),? (?:instead of|rather than|not) (?:${COLOUR})${END}`,
    "make $<x> $<c>",
    /\bbe .*(?:instead|rather|not)/u,
  ),
  rule(
    `${BEGIN_EN}${NO_VERB}(?:the |our |this |her |his )?(?<x>(?:(?!gradient)[a-z]+)(?: (?!gradient)[a-z]+){0,2})\\s*:?\\s*from ${SHADE}${COLOUR} (?:in)?to (?:an? )?(?<c>${SHADE}${COLOUR})${END}`,
    "make the $<x> $<c>",
    /\bfrom .*to /u,
  ),
  rule(
    `${BEGIN_EN}${NO_VERB}(?:the |our |this |her |his )?(?<x>(?:(?!(?:should|be|is|are|must|can|could|would|needs?|to|want)\\b)[a-z]+)(?: (?!(?:should|be|is|are|must|can|could|would|needs?|to|want)\\b)[a-z]+){0,2}?) (?:in )?(?<c>${COLOUR}),? (?:instead of|rather than|not) (?:the )?(?:${COLOUR})${END}`,
    "make the $<x> $<c>",
    /instead of|rather than|\bnot /u,
  ),
  rule(
    `${BEGIN_EN}(?:an? )?(?<w>(?:(?:\\d+ ?px|thin|thick|fine|bold|double|dashed|dotted|rounded|${COLOUR}),? )+)(?:frame|border|line|edge|rim|outline|stroke) (?:all )?(?:the way )?(?:a?round)(?: ${PICTURE}| it| the edges?)?${END}`,
    "add a $<w>border",
    /a?round/u,
  ),
  rule(
    `\\b(?:(?:cut ?out|isolate) (?:the |this |my |our )?[a-z ]{2,30}?|cut (?:the |this |my |our )?[a-z ]{2,24}? out) (?:and (?:put|place|set|drop) (?:it|them) )?(?:on|onto|against)(?: to)?(?: an?)? (?:pure |plain |solid |clean )?(?<c>${COLOUR})(?: background| backdrop| bg)?${END}`,
    "make the background $<c>",
    /\bcut|isolate/u,
  ),
  rule(
    `\\b(?:turn|switch) (?<x>(?:the|this|that|those|her|his) [a-z ]{2,24}?) (?<v>on|off)(?=\\s*(?:$|[,.;!]|\\b(?:and|but|with|in)\\b))`,
    "switch $<v> $<x>",
  ),
  rule(
    `\\b(?:switch|turn) on (?<x>(?:the|this|that|those|her|his) [a-z ]{2,24}?)(?:\\s*,\\s*(?:with |in )?| with | in )(?:an? )?(?<l>(?:[a-z]+ ){0,2}(?:light|glow))(?=\\s*(?:$|[,.;!]))`,
    "turn on $<x> with $<l>",
  ),
];

/** The same order in plainer verbs. */
const SLANG: readonly Recasting[] = [
  rule("\\bdial up (?=the\\b)", "increase "),
  rule("\\bdial (?<x>the [a-z]+) (?:down|back)\\b", "reduce $<x>"),
  rule("\\bdial (?<x>the [a-z]+) up\\b", "increase $<x>"),
  rule(`${BEGIN_EN}(?:kill|ditch|zap|nuke) (?=the (?:noise|grain)\\b)`, "reduce "),
  rule(
    "(?<=\\b(?:up|down|reduce|increase|brighter|darker|warmer|cooler|bigger|smaller|dial|saturation|contrast|brightness)\\b[^,.;]*) (?:just )?a (?:hair|smidge|tick|notch)(?=$|[,.;])",
    " a bit",
  ),
  rule(
    "(?<=\\b(?:warmer|cooler|brighter|darker|sharper|softer|bigger|smaller|larger)),\\s*(?:by |around |about |maybe |like |say |roughly )*(?=\\d+\\s?%)",
    " by ",
  ),
  rule(
    `${BEGIN_EN}(?:kill|nuke|ditch|zap|bin|scrap|axe) (?!.*\\b(?:noise|grain|contrast|saturation|highlights)\\b)(?=(?:the|that|this|those|these|all)\\b)`,
    "remove ",
  ),
  rule(`${BEGIN_EN}(?:sprinkle|scatter|drizzle|throw in|sneak in|toss in) (?=(?:some|an?|a few|more|another)\\b)`, "add "),
  rule(
    `\\b(?:remove|cut out|get rid of|take out|lose) (?:the )?(?:background|backdrop|bg) and (?:drop|put|add|place|use|slot)(?: in)? (?<x>an? ${WORDS_EN}+?) (?:one|background|backdrop|bg)(?: instead)?${END}`,
    "change the background to $<x>",
  ),
  rule(
    `${BEGIN_EN}give (?:the whole (?:thing|picture|image|photo|poster)|it all|everything) an? (?<x>${WORDS_EN}{2,30}?) (?:feel|vibe|mood|look|atmosphere)${END}`,
    "apply a $<x> look",
  ),
  rule(
    `\\b(?<v>make|turn|set) (?<x>(?:all|every)(?: of)?(?: the)? (?:text|lettering|copy|type)) (?<s>${WORDS_EN}{2,30}?) (?<e>(?:except|apart from|but not)(?: for)? ${WORDS_EN}+?)(?=$|[,.;!])`,
    "$<v> $<x> $<e> $<s>",
  ),
  rule(
    `(?:^|(?<=[.;!?\\n]\\s?))(?=[^.;]*\\b(?:choose|pick|compare|decide)\\b)[^.;\\uE100-\\uE1FF]*\\b${COLOUR}(?:, | and | or |, and |\\/)+${COLOUR}[^.;\\uE100-\\uE1FF]*?\\b(?:choose|pick|compare|decide)\\b[^.;,]*`,
    "several colours to choose",
    /choose|pick|compare|decide/u,
  ),
];

/** What is said around a measure, a place or a wording, and is part of none. */
const BY_THE_WAY: readonly Recasting[] = [
  rule(
    "[,;-]\\s*(?:because |as )?(?:the |our |my )?(?:client|boss|team|customer|manager|brand|director)s? (?:hates?|dislikes?|(?:doesn't|don't|didn't) like|can't stand|loathes?) (?:it|them|that|this)(?=$|[,.;!])",
    "",
  ),
  rule(
    "[,;]\\s*(?:and |but )?(?:the |its |her |his )?[a-z]+(?: [a-z]+)? (?:unchanged|untouched|as[- ]is|intact|no change)(?=$|[,.;!])",
    "",
  ),
  rule(",?\\s*but not (?:too )?(?:fake|cheesy|overdone|much|over the top|crazy|heavy|tacky|harsh|obvious)(?=$|[,.;!])", ""),
  rule("(?<=\\d[^.;]*),?\\s+give or take(?=$|[,.;])", "", /give or take/u),
  rule(
    "[,;-]+\\s*(?:and )?(?:with |at |in )?(?:the )?same (?:number|count|amount|quantity|angle|pose|perspective|lighting|light|shape|spot|scale)(?: of [a-z]+)?(?=\\s*(?:$|[,.;!]))",
    "",
  ),
  rule("[,;]?\\s*(?:but |and )*(?:don't|do not|never) (?:let|have|make) (?:it|them) (?:wrap|break|overflow|run over)[^,.;]*", ""),
  rule(
    "(?<=\\b(?:outlined?|stroke|border|bold|italic|bigger|larger|smaller|thicker|white|black|gold)\\b[^.;]*?)(?:,\\s*|\\s+)(?:plus|and(?: also| then)?|as well as) (?:add )?(?:an? )?(?:bit of (?:an? )?|touch of (?:an? )?|hint of (?:an? )?)?(?<s>(?:soft |subtle |drop |light |dark )*shadow)(?: too| as well| to it)?(?=$|[,.;!])",
    ", add a $<s>",
    /shadow/u,
  ),
  rule(
    `${BEGIN_EN}(?:(?:i|we)(?:'d| would)? (?:want|like|need|love)|go(?:ing)? for|think|aim(?:ing)? for) (?:an? |that |more of an? )?(?<x>[a-z-]+(?: [a-z-]+)?) (?:feel|vibe|mood|look|atmosphere)(?: to it)?(?=\\s*(?:$|[,.;!]))`,
    "apply a $<x> look",
  ),
  rule("\\briso(?:graph)?[- ]print(?:ing|ed)?(?: texture| style| look| effect| feel)?\\b", "risograph style"),
  rule(
    "(?<=\\d\\s?(?:%|px|pixels?|percent|pt)?),?(?:\\s+(?:or so|or thereabouts|give or take|maybe|perhaps|i think|i guess|i'd say|if that works)|-?ish)(?=$|[\\s,.;])",
    "",
    /or so|or there|give or|maybe|perhaps|i think|i guess|i'd say|if that|ish/u,
  ),
  rule(
    "\\b(?<v>move|shift|bring|slide|drag|put|relocate) (?<x>[^,.;]{2,30}?) from (?:the )?(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)(?:[ -](?:left|right|corner|cent(?:er|re)|edge|side|hand))* (?=(?:over )?(?:in)?to\\b)",
    "$<v> $<x> ",
  ),
  rule(
    "[,;-]+\\s*(?:and |but )?(?:with )?(?:the |its |her |his |their )?[a-z]+(?: [a-z]+)? still (?:com|fall|fac|show|look|hold|wear|smil|shin|sit|stand|visible|on\\b|in\\b|there|readable|legible|the same|intact|as\\b|from)[^,.;]*",
    "",
  ),
  rule(
    `(?<!\\badd\\b[^.;]*)\\s*[,-]+\\s*(?:in |with |using |keep )?(?:the )?same (?:(?:bold|italic|thin|big|large|small|${COLOUR}) )+[a-z]+(?=\\s*(?:$|[,.;!]))`,
    "",
    /same /u,
  ),
  rule(
    `^(?:does|do|has|is) (?:this|the|our) (?:pic|picture|image|photo|shot|poster|visual) (?:still |already )?(?:have|contain|show|include|got|showing|using) (?<x>(?!the (?:right|same)\\b)[^?.,;]{2,40}?)(?: anywhere| somewhere| in it| on it)?\\s*(?=\\?|$)`,
    "is there $<x> in the picture",
  ),
  rule(
    `(?<=\\b(?:write|put|add|stamp|print|type) (?:${Q}))\\s+(?:diagonal(?:ly)?|at an angle)(?: (?:across|over|on) ${PICTURE})?(?=$|[,.;])`,
    " in the center, rotate the text 45 degrees",
  ),
  rule(
    `${BEGIN_EN}(?:write|stamp|print|type) (?!the |an? |some |my |our |your |his |her |it\\b)(?<w>${WORDS_EN}{2,40}?) (?:diagonal(?:ly)?|at an angle)(?: (?:across|over|on) ${PICTURE})?(?=$|[,.;])`,
    "write “$<w>” in the center, rotate the text 45 degrees",
  ),
  rule(
    `${BEGIN_EN}(?:write|stamp|print|type) (?!the |an? |some |my |our |your |his |her |it\\b)(?<w>${WORDS_EN}{2,40}?) (?:right |straight )?(?:across|over) ${PICTURE}(?=$|[,.;]| in )`,
    "write “$<w>” in the center",
  ),
  rule("\\b(?<v>delete|remove|erase|lose) (?<w>\\*[^,.;\\uE100-\\uE1FF]{2,40}?)(?= and |$|[,.;])", "$<v> “$<w>”"),
];

/** Turns of phrase of English as it is typed in a hurry; before all others, as some of theirs would cut these apart. */
/** “Only today” 这几个字 make it pink: named first. */
const TOPIC = rule(
  `(?<=^\\s*|[.;。\\n]\\s*)(?<x>${Q})(?:\\s*(?:这|那)[几两三四五\\d]个字)?\\s*,?\\s*make (?:it|them) `,
  "make $<x> ",
  /make/u,
);
export const ENGLISH_TURNS: readonly Recasting[] = [TOPIC, ...MISTAKES, ...UNWANTED, ...HEADS, ...VERBLESS, ...SLANG, ...BY_THE_WAY];
