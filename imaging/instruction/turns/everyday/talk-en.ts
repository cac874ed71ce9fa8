import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { END_EN, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const BEGUN = "(?:^|(?<=[,.;!?]\\s))";
const NOUN = "[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}?";
const THING = `(?:${THE} ${NOUN}|(?:the )?(?:words? |text )?${Q})`;
const SOMEBODY =
  "(?:i|we|they|people|everyone|legal|marketing|sales|(?:the |our |my )?(?:client|boss|team|manager|customer|brand|director|ceo|founder|owner|wife|husband|mum|mom|teacher|coach|chef)s?)";
const BIGGER =
  "(?:(?:a (?:bit|little|touch|tad)|slightly|much|a lot|way) )?(?:bigger|larger|smaller|bolder|thinner|brighter|darker|lighter|warmer|cooler|wider|taller|sharper)";
const STYLED = `(?:${BIGGER}|bold|in bold|italic|in italics|underlined|cent(?:er|re)d|uppercase|in caps|in capitals)`;
const VERB =
  "change|replace|swap|remove|delete|drop|add|put|make|move|turn|set|update|take|get rid|use|crop|recolou?r|switch|lose|brighten|darken|blur|extend|erase|translate|write|cut";
const SIGN = "(?:badge|sticker|tag|starburst|ribbon|label|banner|sign|stamp|button|seal|burst|callout|bubble|speech bubble|plate|pill)";
const HERE = "(?:in|at|on|near|to|under|above|below|over|with|by)";

/** A wish in the form of an opinion, a question or somebody's taste. */
const WISHES: readonly Recasting[] = [
  rule(
    `${BEGUN}(?:so |and |but |ok |okay |hmm |well )*(?:i think |i feel |i guess |i reckon |imo |maybe |perhaps |honestly |personally )*(?<x>${THING}) (?:would|could|might|should|will|'d) (?:probably |really |maybe )?(?:look|be|work|read|feel|sit|stand out) (?:much |so much |a lot |way |far )?(?:better|nicer|good|great|best|cooler|stronger|more (?:premium|elegant|readable))(?: if (?:it|they) (?:was|were|is|are))? (?:in |as |if |being |with |when )?(?:an? )?(?<s>${COLOUR}|${STYLED})${END_EN}`,
    "make $<x> $<s>",
    / (?:better|nicer|good|great|best|cooler|stronger|more) /u,
  ),
  rule(
    `${BEGUN}(?:i'?d |i would |we'?d |we would )?(?:(?:really )?(?:love|like|prefer) it if|what if|how about if|wish|it would be (?:nice|great|better|good|cool) if|it'd be (?:nice|great|better|good|cool) if|could it be that|imagine if) (?<x>${THING}) (?:was|were|is|are|could be|would be|became|turned) (?:more )?(?:in )?(?:an? )?(?<s>${COLOUR}|${STYLED})${END_EN}`,
    "make $<x> $<s>",
    / if |wish/u,
  ),
  rule(
    `${BEGUN}(?:(?:can|could|should|may|shall) (?:we|you|i) |let'?s |maybe |perhaps |how about (?:we )?|what about |why not |i want to |i'?d like to )+(?:try(?:ing)?|do(?:ing)?|go(?:ing)? (?:with|for)|use|using|have|having|see) (?:an? |some )?(?<c>${COLOUR}) (?:for|on) (?<x>${THING})(?: instead)?${END_EN}`,
    "make $<x> $<c>",
    / (?:for|on) /u,
  ),
  rule(
    `${BEGUN}(?:how about|what about|let'?s try|maybe try|try|why not) (?=(?:making|changing|removing|adding|moving|replacing|putting|using)\\b)`,
    "please ",
  ),
  ...(
    [
      ["making", "make"],
      ["changing", "change"],
      ["removing", "remove"],
      ["adding", "add"],
      ["moving", "move"],
      ["replacing", "replace"],
      ["putting", "put"],
      ["using", "use"],
    ] as const
  ).map(([said, verb]) =>
    rule(`^(?:please |can you try |could you try |would you mind |do you mind |mind |i suggest |suggest )${said} `, `${verb} `),
  ),
  rule(
    `${BEGUN}(?:maybe |perhaps )?(?:let'?s |can we |could we |can you |could you )?try (?<x>${THE} ${NOUN}) (?=in (?:an? )?[a-z -]{3,20} (?:font|typeface)\\b)`,
    "set $<x> ",
  ),
  rule(
    `${BEGUN}(?:so |and |but )*${SOMEBODY} (?:wants?|needs?|would like|'d like|likes?|prefers?|asked for|asks for|wanted) (?:to (?:see|have) )?(?<x>${THE} ${NOUN}) (?:to be )?(?:in )?(?<s>${COLOUR}|${STYLED})${END_EN}`,
    "make $<x> $<s>",
    /want|need|like|prefer|ask/u,
  ),
  rule(
    `${BEGUN}(?:(?:i think|imo|honestly|tbh|also|and|but|so) )*(?<x>${THE} ${NOUN})(?:'s| is| are| looks?| feels?| seems?) (?:a (?:bit|little|tad) |way |far |much |just |still )*too (?<s>small|tiny)(?: (?:imo|tbh|i think|for me|now|to read|there|here))?\\s*[.!]?$`,
    "make $<x> bigger",
  ),
  rule(
    `${BEGUN}(?:(?:i think|imo|honestly|tbh|also|and|but|so) )*(?<x>${THE} ${NOUN})(?:'s| is| are| looks?| feels?| seems?) (?:a (?:bit|little|tad) |way |far |much |just |still )*too (?:big|large|huge)(?: (?:imo|tbh|i think|for me|now|there|here))?\\s*[.!]?$`,
    "make $<x> smaller",
  ),
  rule(
    `${BEGUN}(?<x>${THE} ${NOUN}) (?:isn'?t|is not|aren'?t|are not) (?:big|large) enough(?: (?:imo|tbh|i think|for me|now|there|here))?\\s*[.!]?$`,
    "make $<x> bigger",
  ),
];

/** "the title should pop more, make it bold": what *it* is. */
const THAT_IS_IT: readonly Recasting[] = [
  rule(
    `${BEGUN}(?<x>${THE} ${NOUN}) (?:should|needs? to|must|has to|ought to|could) (?:really |just )?(?:pop|stand out|be more (?:visible|prominent|readable|legible)|catch the eye|be seen)(?: (?:a bit |a little |much )?more| better)?\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you |maybe |just )*(?<v>make|set|turn) (?:it|them)\\b`,
    "$<v> $<x>",
  ),
];

/** What is no longer wanted. */
const UNWANTED: readonly Recasting[] = [
  rule(
    `${BEGUN}(?:(?:so |and |but )*${SOMEBODY} (?:says?|thinks?|feels?|said|thought|finds?|complained)(?: that)? )(?<x>${THE} ${NOUN}) (?:looks?|is|are|feels?|seems?) ${WORDS_EN}{2,30}?\\s*[,;.-]+\\s*(?:so |and |please |pls |can you |could you |just )*(?<v>remove|delete|get rid of|take out|lose|drop|erase|ditch) (?:it|them|that)\\b`,
    "$<v> $<x>",
  ),
  rule(
    `${BEGUN}(?:and |but |so |also )*(?<x>(?:(?:the|that|those|these|this|all(?: the)?) )?${NOUN}|${Q}) (?:can|could|should|may|must|has to|have to|needs to|need to|gotta) (?:all )?(?:go|leave|disappear|be (?:gone|dropped|cut|taken out|got rid of))(?: now| too| please)?(?=\\s*(?:$|[,.;!?]))`,
    "remove $<x>",
    / (?:go|leave|disappear|gone|dropped|cut|out|rid of)\b/u,
  ),
  rule(
    `^(?:please |can you |could you )?(?:remove|delete|erase|get rid of|take out|cut out|clear) (?:everything|all)(?: else)? (?:except(?: for)?|but|other than|apart from|besides) (?:the |my |our )?(?:product|subject|person|people|model|item|man|woman|girl|boy|dog|cat|bottle|shoes?|bag|car|main object|object)${END_EN}|^(?:please |can you |could you )?(?:only keep|keep only|just keep|leave only) (?:the |my |our )?(?:product|subject|person|people|model|item|main object)${END_EN}`,
    "remove the background",
  ),
  rule(
    `^(?:is|are) there (?:still )?(?:any |an? |some )?(?<x>${WORDS_EN}{2,40}?)\\s*[?,.]\\s*(?:if (?:so|yes|there (?:is|are)|it (?:is|does))|if there'?s (?:one|any|some)|then)\\s*,?\\s*(?:then |please |pls |just )*(?<v>remove|delete|erase|get rid of|take out|blur|hide) (?:it|them|that|those)${END_EN}`,
    "$<v> the $<x>",
  ),
];

const SAYS = "(?:currently |now |still )?(?:says|reads|shows|has|displays|say|read)";
const MAKE_IT =
  "(?:(?:please |pls |can you |could you |just )*(?:make|have|get|let) (?:it|that|this)(?: to)?(?: say| read| show| be| display| into)?|(?:i|we)(?:'d)? (?:need|want|like|would like) it to (?:say|read|show|be)|it (?:should|must|needs to|has to|ought to) (?:now )?(?:say|read|be|show)|(?:please )?(?:change|update|turn|set) (?:it|that|this) (?:to|into))";
const WORD = `(?:${Q}|[a-z0-9$£€¥%'&@.:/-]+(?: [a-z0-9$£€¥%'&@.:/-]+){0,3}?)`;

/** What it says and what it is to say. */
const REWORDED: readonly Recasting[] = [
  rule(
    `${BEGUN}(?:(?:the|this|that|our|my) [a-z ]{2,30}?|it) ${SAYS} (?<a>${WORD})\\s*(?:,|;|-+|but|and|\\.)+\\s*(?:but |so |and |please )*${MAKE_IT} (?<b>${WORD})(?: instead| please)?(?=\\s*(?:$|[.,;!]))`,
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `\\b(?:wherever|everywhere|anywhere|every time|each time|where) (?:it|the (?:text|poster|image|picture)) (?:says|reads) (?<a>${WORD})\\s*,?\\s*(?:please )?(?:make (?:it|that)(?: say)?|change (?:it|that) to|put|write|use|it should (?:be|say|read)|should be) (?<b>${WORD})(?: instead)?${END_EN}`,
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `\\b(?:everything|all (?:the )?text|anything|any text) (?:that|which) (?:says|reads|mentions) (?<a>${WORD}) (?:should|must|needs to|has to) (?:now )?(?:be|say|read|become) (?<b>${WORD})${END_EN}`,
    "change “$<a>” to “$<b>”",
  ),
  rule(
    `\\b(?:swap|switch|change) (?<a>${Q}|[$£€¥]?\\d[\\d.,]*|[a-z0-9][\\w.-]*) out (?:for|with) (?<b>${Q}|[$£€¥]?\\d[\\d.,]*|[a-z0-9][\\w.-]*)${END_EN}`,
    "replace “$<a>” with “$<b>”",
  ),
  rule(
    `(?:^|(?<=[,.;!?]\\s))(?:so |and |but |basically )*(?:it'?s|it is|they'?re|that'?s|the price is|price is|now it'?s)(?: now)? (?<b>[$£€¥]?\\d[\\d.,:]*(?: ?(?:am|pm|%|k))?),?(?: now)?,? (?:and )?not (?<a>[$£€¥]?\\d[\\d.,:]*(?: ?(?:am|pm|%|k))?)(?: any ?more| any longer| now)?${END_EN}`,
    "change $<a> to $<b>",
  ),
  rule(
    `^[^.;\\uE100-\\uE1FF]*\\b(?:typo|misspel\\w+|spelling (?:mistake|error)|mistake|spelled wrong)\\b[^.;\\uE100-\\uE1FF]*?[,:;.-]+\\s*(?<a>${Q}) (?:instead of|rather than|where it should (?:say|be|read)) (?<b>${Q})`,
    "change $<a> to $<b>",
  ),
];

/** Why, in front of the order it leads to. */
const REASONS: readonly Recasting[] = [
  rule(
    `^(?:it'?s|this is|this'?s|that'?s|they'?re|these are|the (?:poster|picture|image|photo|ad|post|flyer|banner|card) is) (?:for|about|going|used|an?|our) ${WORDS_EN}{2,40}?,? so (?:please |pls |can you |could you |let'?s |just )*(?=(?:${VERB})\\b)`,
    "",
  ),
  rule(
    `^(?:the )?(?<x>sky|background|backdrop|floor|wall|weather|lighting|ceiling|grass|water|sea) (?:is|looks|feels|seems|'s) [a-z ]{2,24}?\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you )*(?:give me|give us|put|use|try|swap in|let'?s have|i want|we want|i'?d like|make it) (?<y>an? ${WORDS_EN}{2,24}?)(?: instead| there)?${END_EN}`,
    "replace the $<x> with $<y>",
  ),
  rule(
    `(?<=^|[.;!]\\s)(?:so |basically |ok so |hey |hi |yeah )*(?:basically )?(?:the |our )?(?:${ROLE_EN}|event|show|sale|offer|shop|store|plan|launch|party|concert|meeting|brand|company|menu) (?:just )?(?:went (?:up|down)|(?:has |have |was |were |got |is |are )?(?:changed|moved|gone up|gone down|increased|postponed|rescheduled|renamed|extended|updated|dropped|closed|reopened|cancelled))(?: (?:again|yesterday|today|this week|last minute|recently))?\\s*[,;.:-]+\\s*(?:so |and )?(?=\\S)`,
    "",
  ),
];

const NEW_AMOUNT = `(?:${Q}|[$£€¥]?\\d[\\d.,:/-]*(?: ?(?:am|pm|%|k|euros?|dollars?|pounds?|px|pt))?(?: off)?)`;
/** Orders with something hung on them that belongs to no wording and no name. */
const TRIMMED: readonly Recasting[] = [
  rule("\\bblack\\s*(?:&|n|'n'|\\+|\\/)\\s*white\\b|\\bb\\s?[&/]\\s?w\\b", "black and white"),
  rule(
    "^(?:please )?(?:round(?: off)? the corners(?: of (?:the |this )?(?:image|picture|photo|it))?|make the corners (?:of (?:the |this )?(?:image|picture|photo) )?(?:round|rounded|rounder))(?: by)?(?:,?(?<n> \\d+ ?px))?(?=\\s*(?:$|[.;!]))",
    "add$<n> rounded corners",
  ),
  rule(
    "(?<=\\b(?:bigger|larger|smaller|bolder|brighter|darker|lighter)) than (?:the rest|everything else|the others?|anything else|all the others|now|before|it is(?: now)?)(?=\\s*(?:$|[,.;!]))",
    "",
  ),
  rule(
    "^(?:please )?(?:turn|change|make) (?:the )?day(?:time)? (?:in)?to (?:the )?night(?:time)?|^(?:please )?(?:turn|change|make) (?:the )?night(?:time)? (?:in)?to (?:the )?(?<d>day)(?:time)?",
    "change the atmosphere to night$<d>",
  ),
  rule(
    `^(?:the |our )?(?<x>${ROLE_EN})\\s*:\\s*(?<b>[^\\s,;\\uE100-\\uE1FF]+) (?:instead of|not|rather than) (?<a>[^\\s,;\\uE100-\\uE1FF]+)(?=\\s*(?:$|[;!]))`,
    "change the $<x> from $<a> to $<b>",
  ),
  rule(
    "^(?:please )?(?:keep only|only keep|leave only) (?:the )?(?<l>english|chinese|japanese|korean|french|german|spanish)(?: text| words| copy)?(?=\\s*(?:$|[,.;!]))",
    "remove all the text except the $<l>",
  ),
  rule(
    `(?<=\\b(?:add|put|place|stick) (?:an? |the )?(?:[a-z]+ ){0,2}?(?:tag|label|sign|badge|sticker|bubble|ribbon)) with (?:the (?:price|text|words?) )?(?<w>[$£€¥]\\s?\\d[\\d.,]*|\\d+ ?%(?: off)?)(?=\\s|$)`,
    " saying “$<w>”",
  ),
  rule(
    "\\b(?<v>change|replace|swap|remove|delete|erase|make|update|edit|turn|recolou?r|move|bold|underline) (?:only|just) (?=the (?:first|second|third|fourth|fifth|last|top|bottom|left|right|middle|other|big|small|[a-z]+) )",
    "$<v> ",
  ),
  rule(
    `\\b(?:set|change|make|update|put|move|switch) (?<x>(?:the |our )?[a-z ]{2,30}?) (?:to |at |be |into )?(?<b>${NEW_AMOUNT}),? (?:instead of|rather than|not|in place of) (?<a>${NEW_AMOUNT})${END_EN}`,
    "change $<x> from $<a> to $<b>",
  ),
  rule(
    `\\b(?:make|turn|paint|(?:re)?colou?r|set|change) (?<x>${THE} ${NOUN}) (?:in)?(?:to )?(?:an? )?(?:(?:nice|warm|cool|soft|dusty|muted|deep|rich|gentle|subtle|lovely|pretty|light|bold|strong) )*(?:${COLOUR})\\s*[,(:]?\\s*(?<c>#[0-9a-f]{6}|#[0-9a-f]{3})(?![0-9a-z])\\)?`,
    "make $<x> $<c>",
    /#[0-9a-f]{3}/u,
  ),
  rule(
    `\\b(?<v>make|turn|paint|colou?r) (?<x>${THE} ${NOUN}) an? (?:(?:nice|warm|cool|rich|gentle|subtle|lovely|pretty|bold|strong) )+(?<c>${COLOUR})(?: colou?r| shade| tone| tint)?${END_EN}`,
    "$<v> $<x> $<c>",
    / an? (?:nice|warm|cool|rich|gentle|subtle|lovely|pretty|bold|strong) /u,
  ),
  rule(
    "\\b(?:put|add|place|use|insert|set) (?:the |my |our )?(?<l>(?:second|first|third|top|bottom|other|selected|next|last) layer|selected (?:image|picture|layer)|(?:other|attached|second) (?:image|picture)) as (?:an? |the |our )?(?<m>logo|watermark|badge|sticker|icon|stamp)\\b",
    "add the $<m> ($<l>)",
  ),
  rule(
    "^(?:please )?(?:rename|change|update|replace|edit|relabel) (?:the |these |those |our |following )*(?:two |three |four |five |six |\\d |all )?(?:the )?[a-z ]{2,24}?\\s*:\\s*(?=[^\\n]*(?:→|->|=>)[^\\n]*(?:→|->|=>))",
    "",
  ),
  rule(
    `\\b(?<v>make|get|have) (?<x>${THE} ${NOUN}) (?:to )?(?:look )?(?:a (?:bit|little) )?more (?:appeti[sz]ing|appealing|attractive|inviting|delicious|tasty|premium|luxurious|natural|professional|fresh|lively)\\s*(?:,|:|-|by being|and)+ (?=(?:(?:a (?:bit|little) )?(?:warmer|brighter|darker|cooler|sharper|softer)|more (?:saturated|vivid|contrast))\\b)`,
    "$<v> $<x> ",
  ),
  rule(
    `\\b(?:straighten (?:up|out)|sort out|fix(?: up)?|correct|clean up|adjust|balance) (?:the |these )?(?:colou?rs?|tones?)\\s*[,;:-]+\\s*(?=(?:it|they|the (?:image|picture|photo|colou?rs?))(?:'s|'re| is| are| looks?) (?:(?:a (?:bit|little)|way|far|much) )?too )`,
    "",
  ),
  rule(
    `\\b(?:swap|change|replace|switch)(?: out)? (?:the |that )?(?:[a-z]+ )?(?:behind|in back of) (?:her|him|them|it|me|us|the (?:product|model|person|subject|bottle|shoes?|bag|car|dog|cat|couple|man|woman|girl|boy)) (?:for|with|to|by|into) `,
    "change the background to ",
  ),
  rule(
    `\\b(?:make|turn|set|colou?r|paint) (?<x>(?:the )?(?<q>${Q}) button) (?<c>${COLOUR})\\s*(?:,|and|,? and|with)+ (?:change )?(?:the |its )?(?:text|label|wording|copy|words)(?: on it)?(?: to)?(?: say| read)?\\s*:?\\s*(?<b>${Q})`,
    "make $<x> $<c>, change $<q> to $<b>",
    /button/u,
  ),
  rule(
    `^(?:change |set |make |turn |update )?(?:the )?(?<x>[a-z]+(?: [a-z]+)?) colou?r (?:to |= ?|: ?)?(?<c>${COLOUR})\\s*(?:,|and|,? and|;)+ (?:change |set )?(?:the |its )?(?:text|label|wording|copy|words)(?: on it)?(?: to| =|:)? ?(?:say |read )?(?<q>${Q})`,
    "make the $<x> $<c>, change the text on the $<x> to $<q>",
    /colou?r .*(?:text|label|wording|copy|words)/u,
  ),
  rule(
    `\\b(?:add|put|stick|place|slap|pop|insert) an? (?<d>${COLOUR} )?(?<w>sold(?: out)?|new|sale|beta|hot|free|vip|best ?sellers?|limited(?: edition)?|pro|live|draft|sample|coming soon|exclusive|popular|featured|top pick|organic|vegan|last chance|on sale|reduced|open|closed|\\d{1,2}% off|half price|clearance|premium|official|trending|bestseller)(?<c> (?:in )?${COLOUR})? ${SIGN}\\b`,
    "add $<d>“$<w>”$<c>",
    /badge|sticker|tag|burst|ribbon|label|banner|sign|stamp|button|seal|callout|bubble|plate|pill/u,
  ),
];

/** Faults, leftovers and several marks said in a word, as the orders they mean. */
const SAID_SHORT: readonly Recasting[] = [
  rule(
    `^(?<x>${THE} ${NOUN}) (?:is|are|looks?|feels?) (?:(?:a (?:bit|little)|way|far|much) )?too (?:long|wordy|short|boring|generic)\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you |just )*(?:shorten|cut|change|trim|update|reduce) (?:it|this|that)(?: down)? to (?=\\S)`,
    "change $<x> to ",
  ),
  rule(
    `^(?<x>${THE} ${NOUN}) (?:is|are|looks?|feels?|seems?) ${WORDS_EN}{2,30}?\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you |just )*(?<v>blur|soften|darken|brighten|lighten|sharpen|dim) (?:it|this|that|them)(?<m> (?:a (?:bit|little)|slightly))?(?=\\s*(?:$|[,.;!]))(?<!\\b(?:image|picture|photo|shot|pic|poster)\\b.*)`,
    "$<v> $<x>$<m>",
    /\b(?:blur|soften|darken|brighten|lighten|sharpen|dim) (?:it|this|that|them)\b/u,
  ),
  rule(
    "(?<=\\b(?:over|under)-?exposed),\\s*(?:please |pls )?(?:bring|pull|take|tone|lift) (?:it|that|this) (?:down|up|back)(?: a (?:bit|little))?",
    "",
  ),
  rule(
    "\\b(?:remove|get rid of|fix|reduce|correct|take out) (?:the |that |this )?(?:yellow(?:ish)?|blue(?:ish)?|green(?:ish)?|red(?:dish)?|orange|magenta|pink(?:ish)?|warm|cold) (?:tint|cast|hue)\\b",
    "remove the color cast",
  ),
  rule(
    `(?<=\\b(?:make|turn|paint|colou?r) (?:all |every |the |both )*[a-z ]{2,24}) (?:in )?the same (?=${COLOUR}(?: colou?r)?\\s*(?:$|[,.;]))`,
    " ",
    /the same/u,
  ),
  rule(
    `\\bgradient,? (?<a>${COLOUR}) (?:at|on) (?:the )?(?:top|left),? (?:and |to |fading to )?(?<b>${COLOUR}) (?:at|on) (?:the )?(?:bottom|right)`,
    "gradient from $<a> to $<b>",
    /gradient/u,
  ),
  rule(
    `\\b(?:add|put|place) (?:the |our |my |an? )?(?<a>(?:[a-z]+ )?(?:logo|qr ?code|badge|sticker|icon)) (?<p>(?:in |at |on )?(?:the )?(?:top|bottom|upper|lower)[ -](?:left|right)(?: corner)?),? and (?:put |add |write )?(?<q>${Q}) (?<r>above|below|under|underneath|next to) it\\b`,
    "add the $<a> $<p>, add $<q> $<r> the $<a>",
  ),
  ...(
    [
      ["one|1", "first"],
      ["two|2", "second"],
      ["three|3", "third"],
      ["four|4", "fourth"],
    ] as const
  ).map(([number, place]) =>
    rule(
      `(?<=\\b(?:delete|remove|change|replace|erase|make|update|bold|drop) )(?:the )?line (?:number )?(?:${number})\\b`,
      `the ${place} line`,
    ),
  ),
  rule(
    `^(?:hi,? )?(?:the |our )(?<x>shop|store|brand|company|restaurant|caf[eé]|bakery|event|product|studio|salon|hotel|bar|school) is (?:now |going to be )?(?:called|named) (?<q>${Q})(?: now)?(?:\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you )*(?:update|change|fix) (?:the name|it|that))?(?=\\s*(?:$|[.!]))`,
    "change the $<x> name to $<q>",
  ),
  rule(
    "\\b(?:it|(?:the |this )?(?:photo|image|picture|shot)) has (?:got )?an? (?:slight |strong |bit of an? )?[a-z]+ (?:colou?r )?(?:cast|tint)\\s*[,;.-]+\\s*(?:so |please |pls |can you |could you )*(?:correct|fix|remove|neutrali[sz]e) (?:it|that)",
    "remove the color cast",
  ),
  rule("\\b(?:extend|expand) (?=(?:both|all(?: four)?) sides\\b)", "extend the canvas on "),
  rule(
    "\\bput (?<x>him|her|them|the (?:man|woman|model|girl|boy|person|guy|lady|kid)) in (?=(?:an? )?(?:[a-z]+ ){0,3}?(?:suit|dress|jacket|coat|shirt|t-shirt|hoodie|uniform|gown|sweater|skirt|jeans|hat|costume)\\b)(?<y>[a-z -]{2,30}?)(?=\\s*(?:$|[,.;]))",
    "put $<y> on $<x>",
  ),
  rule(
    "(?<=\\b(?:cent(?:er|re)|align|enlarge|move|bold) )(?:what(?:'s| is) left|what remains|the remainder)(?= (?:over)|\\s*(?:$|[,.;]))",
    "the remaining text",
  ),
];

/** Lettering on a badge, without quotes. */
const LETTERED: readonly Recasting[] = [
  rule(
    `(?<=\\b(?:add|put|place|stick|insert|draw) (?:an? |the |some )?(?:[a-z-]+ ){0,2}?${SIGN}(?: [^,.;]{2,24}?)?) (?:that (?:says|reads)|which (?:says|reads)|saying|reading|with the (?:words?|text)|labelled|labeled)\\s*:?\\s*(?<w>(?!\\s|the |it |“)(?:[^,.;\\uE100-\\uE1FF]|\\.(?=\\d)){1,30}?)(?=\\s*(?:$|[,.;!]|\\b${HERE} (?:the |an? )?(?:very )?(?:top|bottom|upper|lower|left|right|cent|middle|corner|product|title|logo|image|picture|photo)))`,
    " saying “$<w>”",
  ),
];

/** English as people talk, explaining first or asking round a corner; asked before all other rules of the language. */
export const TALK_EN: readonly Recasting[] = [
  ...REASONS,
  ...THAT_IS_IT,
  ...REWORDED,
  ...UNWANTED,
  ...WISHES,
  ...TRIMMED,
  ...SAID_SHORT,
  ...LETTERED,
];
