import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const NOUN =
  "(?:(?![a-z]+n't\\b|(?:is|are|was|were|looks?|feels?|has|have|needs?|should|must|can|and|or|that|which)\\b)[a-z'-]+ ){0,3}?[a-z'-]+";
const PICTURE = "(?:image|picture|photo|poster|shot)";
const SIDE = "(?<s>left|right|top|bottom)";
const W = "(?:[^,.;!?:\\n\\uE100-\\uE1FF]|[.,:](?=[\\w@]))";
const SIGNS = [
  ["dash(?:es)?|hyphens?", "-"],
  ["slash(?:es)?", "/"],
  ["dots?|periods?|full stops?", "."],
  ["commas?", ","],
  ["colons?", ":"],
] as const;

/** What stands where, how things lie to each other, what is seen in a scene: everyday words for orders the grammar knows. */
export const EVERYDAY_TURNS_EN: readonly Recasting[] = [
  ...SIGNS.flatMap(([name, sign]) => [
    rule(
      `(?<=\\b(?:replace|change|swap|turn) (?:all |every |each )?(?:the )?)(?:${name})(?= (?:with|to|into|by|for) )`,
      `“${sign}”`,
      /(?:replace|change|swap|turn) .*(?:dash|hyphen|slash|dots?\b|period|full stop|comma|colon)/u,
    ),
    rule(
      `(?<=\\b(?:replace|change|swap|turn) (?:all |every |each )?(?:the )?“?[-/.,:\\uE100-\\uE1FF]”? (?:with|to|into|by|for) )(?:${name})(?: in (?:all |every )?(?:the )?[a-z]+)?`,
      `“${sign}”`,
      /(?:replace|change|swap|turn) .*(?:dash|hyphen|slash|dots?\b|period|full stop|comma|colon)/u,
    ),
  ]),
  rule(
    `${BEGIN_TALK_EN}(?<x>${THE} ${NOUN}) is (?:partly |half )?(?:hidden behind|covered by|behind) (?<y>${THE} ${NOUN})\\s*[,;.-]+\\s*(?:please |just |can you )*(?:bring|move|put|pull) it (?:to the front|forward|in front|out)${END_EN}`,
    "move $<x> in front of $<y>",
    /front|forward|out/u,
  ),
  rule(`(?<=\\b(?:break|split|wrap)\\b[^.;]*? into (?:two|three|2|3) lines) (?:after|before|at) ${Q}`, "", /lines/u),
  rule(
    `(?:i|we|the client) (?:don't|do not|doesn't) (?:really )?like (?:the|this|that) (?<c>${COLOUR})(?<x> [a-z]+)?\\s*[,;.-]+\\s*(?:please |can you |let's )*(?:use|try|make it|go with|change it to) (?<d>${COLOUR})(?: instead)?`,
    "change the $<c>$<x> to $<d>",
    / like /u,
  ),
  rule(`\\bsoften (?:the )?shadows (?=on|under|in|around)`, "lift the shadows ", /soften/u),
  rule(
    "\\bthe horizon is (?:tilted|crooked|not level|slanted|off|wonky|skewed)\\s*[,;.-]+\\s*(?:please |can you |just )*(?:level|straighten|fix|correct) it(?: out| up)?",
    "straighten the horizon",
    /horizon/u,
  ),
  rule(
    `\\bcrop (?:the ${PICTURE}|it|this)? ?so (?:that )?(?<x>(?:the|our) [a-z]+) (?:is|sits|stays) (?:in the )?(?:cent(?:er|re)(?:ed|d)?|middle)\\b`,
    "crop around $<x>",
    /crop/u,
  ),
  rule(
    `\\b(?:cut|trim|crop|remove|get rid of|lose) (?:away |off |out )?the (?:empty|blank|extra|unused|white|dead|excess) (?:space|area|margin|part|bit) (?:on|at) (?:the )?${SIDE}(?: side| edge)?${END_EN}`,
    "crop the $<s>",
    /empty|blank|extra|unused|white|dead|excess/u,
  ),
  rule(
    "\\bextend the (?:sky|background|wall|floor|water|sea|ground|table|scene|grass|sand) (?=up|down|to the (?:left|right|top|bottom)|left|right)",
    "extend the canvas ",
    /extend/u,
  ),
  rule(
    `\\badd (?:some |a bit )?(?:more )?(?:space|room) (?:above|over) (?:the |our )[a-z]+${END_EN}`,
    "extend the canvas at the top",
    /space|room/u,
  ),
  rule(
    `\\badd (?:some |a bit )?(?:more )?(?:space|room) (?:below|under|underneath) (?:the |our )[a-z]+${END_EN}`,
    "extend the canvas at the bottom",
    /space|room/u,
  ),
  rule(
    `\\balign (?<x>${Q}|(?:the |our )[a-z]+(?: [a-z]+)?) (?:with|to) (?<e>the (?:left|right|top|bottom) (?:edge|side) of (?:the |our )?(?:[a-z]+(?: [a-z]+)?|${Q}))`,
    "move $<x> in line with $<e>",
    /align/u,
  ),
  rule(
    `(?<=,\\s?|\\band )(?:the )?(?<x>${ROLE_EN}) (?:in )?(?<w>light|thin|regular|medium)${END_EN}`,
    "make the $<x> font weight $<w>",
    /light|thin|regular|medium/u,
  ),
  rule(
    "\\b(?:try|use|go with) (?:something|a font|one) (?:like|similar to|closer to|in the style of) (?=[a-z]+(?: [a-z]+)?\\s*$)(?<=\\bfont\\b.*)",
    "change the font to ",
    /font/u,
  ),
  rule(
    `\\b(?<v>write|add|put) (?<t>[$€£¥]?\\d[\\d.,]*\\d(?:%| ?(?:euros?|dollars?|pounds?))?|[$€£¥]\\d) (?<p>next to|beside|under|below|above|over) (?=it\\b|that\\b|them\\b|the\\b)`,
    "$<v> “$<t>” $<p> ",
    /\d/u,
  ),
  rule(
    `(?<=\\bmake [^,.;]{1,30} (?:smaller|bigger|larger|bolder|thinner)) than (?:the|our|all) [a-z]+(?: [a-z]+)?${END_EN}`,
    "",
    / than /u,
  ),
  rule(
    `\\b(?<o>(?:change|replace|swap|update|switch) (?!the\\b|our\\b|my\\b|all\\b)(?:${W}|${Q}){1,30}? (?:to|with|for) (?:${W}|${Q}){1,25}?) (?:in|on|at|under|inside) ${THE} (?:[a-z]+ ){0,2}?(?:${ROLE_EN}|line|corner|section|list|row|column|legend|chart|axis)${END_EN}`,
    "$<o>",
    / (?:in|on|at|under|inside) /u,
  ),
  rule(`\\bwhere does (?:it|the [a-z]+|this) (?:say|read|mention) (?=${Q}|[a-z])`, "where is ", /where/u),
  rule(
    "\\bdo(?:es)? (?:the|this|that|any) (?:label|sign|menu|text|caption|title|headline|box|bottle|package|packaging|flyer|banner|card|leaflet|receipt) (?:mention|say|contain|include|list|show|have|state)s? (?=\\S)",
    "is there ",
    /do/u,
  ),
  rule(`${BEGIN_TALK_EN}make it (?<x>rain|snow)${END_EN}`, "add $<x>", /rain|snow/u),
  rule(`\\buse (?:the |our )[a-z]+'s (?<c>${COLOUR}) (?:for|on|as) (?<x>(?:the |our )[a-z]+(?: [a-z]+)?)`, "make $<x> $<c>", /'s /u),
  rule(
    `${BEGIN_TALK_EN}(?:make|turn) (?:it|this|everything|the ${PICTURE}) (?:in)?(?:to )?(?:b ?& ?w|b\\/w|black (?:and|&) white|gr[ae]yscale),? (?=except|apart from|but not|other than)`,
    "grayscale ",
    /except|apart|but|other/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:make|turn) (?:everything|it all|the (?:rest|whole thing)|all) (?<x>(?:except(?: for)?|apart from|but|other than) [a-z' -]{2,30}?) (?:in)?(?:to )?(?:b ?& ?w|b\\/w|black (?:and|&) white|gr[ae]yscale)${END_EN}`,
    "grayscale $<x>",
    /except|apart|but|other/u,
  ),
  rule(
    `\\b(?<v>add|put|place) (?<x>(?:our|the|my|your) (?:[a-z]+ )?logo),? (?:small|smaller|tiny)(?:,| and)? (?<r>(?:in|at|on) (?:the )?[^,.;]{3,24}?)${END_EN}`,
    "$<v> $<x> $<r>, make it smaller",
    /logo/u,
  ),
  rule(",\\s*(?:handwritten|in handwriting|in cursive|cursive)(?=\\s*(?:$|[,.;!]))", ", in a handwritten font", /handw|cursive/u),
  rule(`\\bsign (?:it|this|the ${PICTURE}) (?:as |with )?(?=${Q})`, "add ", /sign/u),
  rule(
    `(?<=\\b(?:write|add|put|place|stamp) ${Q}) (?:over|across|on top of) (?:the |this )?${PICTURE}(?=\\s|$|[,.;])`,
    "",
    /over|across|top/u,
  ),
];

const SEASON = "春天|夏天|秋天|冬天|夜晚|夜里|黄昏|傍晚|清晨|早晨|雪天|雨天|午后";

/** The same in Chinese. */
export const EVERYDAY_TURNS_ZH: readonly Recasting[] = [
  rule(
    "(?<=新的?)[,。;]\\s*我(?:们)?(?:稍后|等下|等会儿?|回头|之后|晚点|马上|一会儿?)(?:会|再)?(?:发|传|给|提供|上传)(?:给)?(?:你|您)?(?:图|文件)?(?=\\s*(?:$|[,。;!]))",
    "",
    /我/u,
  ),
  rule("(?:往|向|朝)(?:里|内)(?:面|侧)?(?:收|移|挪|靠|缩)(?:进)?(?:一?点|一些)?", "往中间移一点", /里|内/u),
  rule(
    `${BEGIN_ZH}(?<x>[^,。;]{1,12}?)(?:离|和|跟|与)(?<y>[^,。;]{1,10}?)(?:靠得?|挨得?|贴得?)?(?:太近|太挤|太紧|有点近|有点挤)了?,\\s*(?:请|麻烦|把它们?|稍微|再)*(?:拉开|分开|移开|挪开|隔开)(?:一?[点些])?(?:距离|间距)?${END_ZH}`,
    "把$<x>移到远离$<y>的地方",
    /[拉分移挪隔]开/u,
  ),
  rule(
    `${BEGIN_ZH}(?<c>${COLOUR})太(?:重|深|艳|浓|暗|亮|浅|淡)了?,\\s*(?:请|麻烦)*(?:换|改|调)成?(?<d>浅|淡|深|亮|暗|柔和)一?[点些]的?(?:颜色)?${END_ZH}`,
    "把$<c>改成$<d>$<c>",
    /太/u,
  ),
  rule(
    `${BEGIN_ZH}(?:照片|图片?|画面|地平线)(?:有点|有些|拍)?(?:得)?(?:歪|斜)(?:了)?,\\s*(?:请|麻烦|帮我|给我)*(?:拉|扶|摆|校|调)正(?:一下)?${END_ZH}`,
    "把地平线拉直",
    /正/u,
  ),
  rule(`(?:把|将)?(?:画面|图片?|照片|画布)(?:再)?(?:拉|加|扩|变|做)宽(?:一?[点些])?`, "左右扩展画布", /宽/u),
  rule(`(?:把|将)?(?:画面|图片?|照片|画布)(?:再)?(?:拉|加|扩|变|做)高(?:一?[点些])?`, "上下扩展画布", /高/u),
  rule("(?<=写(?:上)?|标(?:上)?)(?:新价格|新的?价|现价|价格)\\s*(?=[$¥€£]\\d|\\d+元)", "", /价/u),
  rule(
    "(?<x>[\\p{Script=Han}]{1,6}?)(?:里面?|中)(?:倒|装|放|填|盛)满(?<y>[\\p{Script=Han}]{1,8})(?=\\s*(?:$|[,。;!]))",
    "在$<x>里加上$<y>",
    /满/u,
  ),
  rule(`${BEGIN_ZH}(?:让|使)(?:天空|外面|天|窗外)(?:里)?下(?<x>[雨雪])${END_ZH}`, "加上下$<x>的效果", /下/u),
  rule(
    `(?:(?:把|将)?(?:${SEASON})(?:换|改|调|变)|换|改|调)成(?<x>${SEASON})的?(?:感觉|氛围|样子|味道)`,
    "把氛围改成$<x>",
    /感觉|氛围|样子|味道/u,
  ),
  rule(
    `${BEGIN_ZH}(?!如果|要是|若|假如|假使|倘若|万一|只要)(?<p>[^,。;\\uE100-\\uE1FF]{1,8}?[上里中边角后前])有(?!没有)(?:一?[个只根块条张些点])?(?<x>[\\p{Script=Han}]{1,6}),\\s*(?:请|麻烦|帮我|把它)*(?<v>p掉|去掉|删掉|擦掉|抹掉|移除|删了)(?:吧)?${END_ZH}`,
    "把$<p>的$<x>$<v>",
    /有/u,
  ),
  rule(
    `(?:给|在)(?<x>背景|画面|图片?|照片|产品|标题后面?|文字后面?)(?:上)?加一层(?<o>半透明)?的?(?<c>${COLOUR})的?(?:遮罩|蒙版|蒙层|图层)?${END_ZH}`,
    "在$<x>上加上$<o>$<c>遮罩",
    /一层/u,
  ),
  rule(
    "(?:看起来|看着)?像(?:是)?(?:用)?(?<x>胶片|拍立得|老相机|宝丽来|复古相机|ccd|电影)(?:相机|机)?(?:拍|照)(?:出来)?的(?:一样|那样|感觉)?",
    "改成$<x>风格",
    /像/u,
  ),
];
