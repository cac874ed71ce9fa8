import { THE } from "../../lexicon/determiners.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const NOUN = "(?:[a-z'-]+ ){0,3}?[a-z'-]+";
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH})`;

const MENDED = "(?:update|change|edit|fix|revise|adjust)";

/** What was misunderstood or is not liked, and the order that is meant: 不是换背景，是把桌布换成蓝色. */
export const NOT_BUT_ZH: readonly Recasting[] = [
  // 不要把标题改成红色，改成蓝色
  rule(
    `${BEGIN_ZH}(?:不要|别|不用|不是)再?(?:把|将)(?<x>[^,。;]{1,16}?)(?:改|换|变|调|设|做|移|放)(?:成|为|到|在)?[^,。;]{1,12},\\s*(?:而是|要|请|应该|是)*(?=(?:改|换|变|调|设|做|移|放)(?:成|为|到|在))`,
    "把$<x>",
    /(?:不要|别|不用|不是)再?[把将]/u,
  ),
  rule(`${BEGIN_ZH}(?:把|将)?背景(?:换|改)一?[个张下](?:吧|看看)?${END_ZH}`, "换个背景", /背景[换改]/u),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;\\s\\uE100-\\uE1FF把将字题]{1,8}?)调(?<c>蓝|绿|红|黄|紫|粉)(?:一?[点些])${END_ZH}`,
    "把$<x>变$<c>一点",
    /调[蓝绿红黄紫粉]/u,
  ),
  rule(`(?<=[大粗深亮价字])加红${END_ZH}`, "变红", /加红/u),
  rule("比(?:原来|现在|之前)的?(?:再|要)?(?<d>大|小|粗|细|高|低)一?(?:号|点|些)", "$<d>一点", /比(?:原|现|之)/u),
  rule(`改用(?<f>[^,。;\\s\\uE100-\\uE1FF]{1,8}(?:字体|字型))${END_ZH}`, "，字体换成$<f>", /改用/u),
  rule(
    `(?:请)?(?:把|将)(?:这张)?(?:图片?|画面|照片)(?:中|里|上)面?的?(?:所有|全部)?的?(?<x>[^,。;\\s\\uE100-\\uE1FF]{1,8}?)(?:都|全部)?(?=打码|打上?马赛克)`,
    "把$<x>",
    /打码|马赛克/u,
  ),
  rule(
    `(?:移除|删除|删掉|去掉|清除)(?:所有|全部)的?(?<x>(?!文|字|数字|内容|[英中日韩外汉法德]文?字?)[^,。;\\s\\uE100-\\uE1FF]{1,8}),\\s*(?:但是?|不过|只)?(?:保留|留下|留着)(?<k>(?!其|别的|剩|另|右|左)[^,。;]{1,12}?)${END_ZH}`,
    "把除了$<k>以外的所有$<x>去掉",
    /(?:所有|全部).*(?:保留|留)/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;\\s\\uE100-\\uE1FF改换把将]{1,10}[行栏处条列块段])(?:改|换)\\s*(?=${Q}(?:$|[\\s,.;。!]))`,
    "$<x>改成",
    /[改换]\s*[\uE100-\uE1FF]/u,
  ),
  rule(`${BEGIN_ZH}(?<x>[^,。;\\s\\uE100-\\uE1FF也]{1,6})也(?=(?:从|由)[^,。;]{1,12}(?:改|换|变)(?:成|为|到))`, "$<x>", /也[从由]/u),
  rule("(?<=删掉|去掉|删除|移除|去除|清除)(?=(?:只)?(?:保留|留下|留着))", "，", /[掉除](?:只)?(?:保留|留)/u),
  rule(`${BEGIN_ZH}(?:输出|导出|做)(?:成|为)\\s*(?=\\d{1,2}\\s?[:比]\\s?\\d{1,2}(?:的?(?:比例|画幅|图))?${END_ZH})`, "裁成", /出|做/u),
  rule(
    `${BEGIN_ZH}(?:我)?(?:说的)?不是(?:要|让你)?(?:改|换|删|动|移|加|调|去)[^,。;]{1,10},\\s*(?:我说的)?(?:而)?是(?:要|让你)?(?=[^,。;]{0,8}(?:把|将|改|换|删|去|移|加|调|给))`,
    "",
    /不是/u,
  ),
  rule(
    `${BEGIN_ZH}(?:不要|别用|不用|不想要)${COLOUR}的?(?:了)?,\\s*(?:我?要|改成|改为|换成|换|用|改)+(?<c>${COLOUR})的?(?<x>(?!字体|颜色)[^,。;\\s\\uE100-\\uE1FF]{1,8}?)${END_ZH}`,
    "把$<x>改成$<c>",
    /不要|别用|不用|不想要/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;\\s\\uE100-\\uE1FF]{1,8}?)(?:现在)?不是${COLOUR}的?(?:吗|嘛|么)[,?]\\s*(?:给我)?(?:把它)?(?:改|换|变)(?:成|为)?(?<c>${COLOUR})的?${END_ZH}`,
    "把$<x>改成$<c>",
    /不是.*[吗嘛么]/u,
  ),
];

export const NOT_BUT_EN: readonly Recasting[] = [
  rule(
    `(?<=${COLOUR}),? (?:(?:and |but )?not|instead of|rather than) (?:in )?${COLOUR}${END_EN}`,
    "",
    /\b(?:not|instead of|rather than)\b/u,
  ),
  // "Don't make the title red, make it blue"
  rule(
    "\\b(?:don't|do not) (?:make|turn|paint|colou?r|set) (?<x>(?:the|our|my|this|that|her|his) [a-z' ]{2,24}?) [^,;.]{2,20}[,;.-]+ (?:but |rather |instead |just )*(?:make|turn|paint|colou?r|set) it ",
    "make $<x> ",
    /\b(?:don't|do not) (?:make|turn|paint|colou?r|set)/u,
  ),
  rule(
    "\\bthe (?<a>first|second|third|fourth|fifth|last) and (?:the )?(?<b>second|third|fourth|fifth|sixth|last) (?<n>line|row|paragraph|word|button|price|icon|bullet|item)s?\\b",
    "the $<a> $<n> and the $<b> $<n>",
    / and (?:the )?(?:second|third|fourth|fifth|sixth|last) /u,
  ),
  // The whole design announced before a list of what is to change on it.
  rule(
    `^(?:please |can you |could you )*${MENDED} (?:the|our|this|my) (?:poster|flyer|banner|image|picture|design|ad|graphic|artwork|visual)(?: as follows| like (?:so|this))?\\s*[:-]\\s*`,
    "",
    /[:-]/u,
  ),
  rule(
    "^(?:hi|hello|hey)?[,!]? ?(?:i|we) (?:just )?(?:need|have|want|would like|'d like) (?:a few|some|a couple of|two|three|four|five|\\d) (?:small |quick |minor |little |more )*(?:edits?|changes?|things|tweaks|fixes|corrections|updates?)(?: (?:made|done|here|please|on this|to this|for this))*\\s*[.:;,-]+\\s*(?=\\S)",
    "",
    /(?:edit|change|thing|tweak|fix|correction|update)/u,
  ),
  rule(
    `\\bmake (?:everything|it all|all of it|the whole (?:thing|image|picture|photo)) (?<v>(?!black and white|b&w|gr[ae]y ?scale|mono)[a-z][a-z ]{2,24}?),? (?:except(?: for)?|apart from|but not|other than) (?<x>${THE} ${NOUN})${END_EN}`,
    "make the image $<v>, leave $<x> alone",
    /except|apart|but not|other than/u,
  ),
  // An exception before the place it was said behind, or the place would end the name.
  rule(
    `\\b(?<t>(?:all )?(?:of )?(?:the )?(?:text|copy|words|lettering|writing))(?<p> (?:at|on|in|along) the (?:top|bottom|left|right|upper|lower)(?: [a-z]+)?) (?<e>(?:except|apart from|other than|but(?: not)?|besides)(?: for)? (?:${THE} ${NOUN}|${Q}))${END_EN}`,
    "$<t> $<e>$<p>",
    /except|apart|other than| but |besides/u,
  ),
  rule(
    `\\b(?<v>delete|remove|erase) (?:all )?the (?:text|copy|wording)(?<p> (?:at|in|on) the [a-z]+(?: [a-z]+)?)?\\s*[-,.]+\\s*(?:(?:oh )?wait|actually|no|but|hang on|sorry)[, ]*(?:please )?(?:keep|leave) (?<k>${THE} ${NOUN})${END_EN}`,
    "$<v> all the text except $<k>$<p>",
    /keep|leave/u,
  ),
  rule(
    `\\b(?:only |just )?(?<v>change|update|edit) (?<x>${THE} [a-z]+(?: [a-z]+)?), (?=from \\S+(?: \\S+)? to )`,
    "$<v> $<x> ",
    /, from /u,
  ),
  rule(`(?<=\\b(?:both|all|the|these|those) [a-z ]{2,24} )(?:in )?the same (?=${COLOUR}(?! as\\b))`, "", /the same /u),
  rule(
    "(?<![\\w'])(?<x>(?:the |our )?(?:logo|icon|badge|button|sticker|price tag|qr code|title|headline|subtitle|price|date|tagline))\\s*(?:-+>|=+>|→)\\s*(?:to (?:the )?)?(?<p>(?:top|bottom|upper|lower)[- ](?:left|right)(?: corner)?)(?![\\w'])",
    "move $<x> to the $<p>",
    /[>→]/u,
  ),
  rule("\\b(?<x>phone|mobile|tel|contact|fax|account|order|room) no\\b\\.?(?= )", "$<x> number", / no\b/u),
  rule(`\\bfinish(?:ing)?(?: it| the (?:image|picture|look))?(?: off| up)? with (?=an? |some )`, "add ", /finish/u),
  rule(
    `${BEGIN_TALK_EN}(?<v>cool|warm)(?: up| down)? the (?:white balance|colou?r temperature|temperature)(?<n>[^,.;]*)${END_EN}`,
    "make it $<v>er$<n>",
    /balance|temperature/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:${THE} [a-z]+(?: [a-z]+)? )(?:moves?|moved|goes|changes?|changed|shifts?|shifted|(?:has|have|gets?|got|was|is|are|were)(?: been| being)? (?:moved|changed|pushed|shifted|postponed))(?: back| forward)? from (?=[^,;.]*\\d[^,;.]* to [^,;.]*\\d)(?<a>[^,;.]{1,24}?) to (?<b>[^,;.]{1,24}?)${END_EN}`,
    "change “$<a>” to “$<b>”",
    / from .* to /u,
  ),
  // A digit counted like a thing: "change the 3 to a 5".
  rule(
    "\\b(?:change|turn|swap|make) (?:the|that|this) (?<a>\\d[\\d.,]*) (?:to|into|for) an? (?<b>\\d[\\d.,]*\\d|\\d)(?=\\s*(?:$|[,.;!?]))",
    "change “$<a>” to “$<b>”",
    / an? \d/u,
  ),
  rule(
    `^(?:it'?s|it is|it should be|should be|that'?s)(?: on)? (?<b>${DATE}),? (?:and )?not (?:on )?(?<a>${DATE})(?=\\s*(?:$|[,.;!]))`,
    "change “$<a>” to “$<b>”",
    / not /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:instead of|rather than) (?<a>${THE} ${NOUN}),? (?:i'd (?:like|prefer|rather have|want)|i would (?:like|prefer)|i want|we want|we'd (?:like|prefer)|(?:could|can) (?:we|you|i) (?:have|put|use)|please (?:use|put)|use|put|have) (?<b>(?:an?|some|the) ${NOUN})${END_EN}`,
    "replace $<a> with $<b>",
    /(?:instead of|rather than) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:i|we)(?:'d| would) (?:rather|sooner|prefer to) (?:have|see) (?<x>${THE} [a-z]+(?: [a-z]+)?) (?:be |in |painted )*(?<c>${COLOUR})${END_EN}`,
    "make $<x> $<c>",
    /(?:rather|sooner|prefer to) (?:have|see) /u,
  ),
];
