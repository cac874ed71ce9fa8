import { BEGIN_TALK_EN, BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const END = "(?:,? (?:please|pls|plz|thanks|thx|too|as well))?(?=\\s*(?:$|[,.;!?]|\\b(?:and|but)\\b))";
/** What is to go: a thing with its article, or wording in quotes with what it is called. */
const X = `(?<x>(?:the|this|that|these|those|all|any|every|both|our|my|her|his|its|their) [^,.;!?\\uE100-\\uE1FF]{1,50}?|(?:the |that |this )?(?:[a-z]+ ){0,2}${Q}(?: [a-z]+){0,2}?)`;
const SAID_OF =
  "(?:is|are|isn't|aren't|looks?|feels?|seems?|keeps?|gets?|makes?|ruins?|spoils?|distracts?|draws?|doesn't|don't|shouldn't|blocks?|bothers?|catches|takes?|clashes|sticks?|stands?|pulls?|was|were)";
/** The same without what is said of it. */
const NAMED = X.replace(
  "[^,.;!?\\uE100-\\uE1FF]{1,50}?",
  `(?:(?!\\b(?:${SAID_OF}|has|have|had|can't|cannot|can|won't|will|would|should|must|needs?|wants?|says?|said|asked)\\b)[^,.;!?\\uE100-\\uE1FF]){1,50}?`,
);
const GONE = "(?:removed|deleted|erased|gone|taken (?:out|away|off|down)|cut|dropped|edited out|cropped out|photoshopped out|hidden)";
const PLACE = "(?:there|here|that|this|it|(?:the|this) (?:[a-z]+ )?(?:picture|image|photo|shot|frame|scene|poster|design))";

/** What a person says who wants something gone, with no verb of removal or with one of the many everyday ones. */
export const REMOVAL_TALK_EN: readonly Recasting[] = [
  // "clean the scratches off the watch face": what lay on it goes; where it lay stays said.
  rule(
    `${BEGIN_TALK_EN}(?:take|get|wipe|strip|clean|scrub|brush|peel|scrape|wash|rub|pull|buff|pick) (?<x>(?:(?! (?:on|in|at|from|out|up|down|to)\\b)[^,.;!?\\uE100-\\uE1FF])+?) off (?:of )?(?!${PLACE}${END})(?<y>(?:the|this|that|her|his|their|our|my|its|all) [^,.;!?\\uE100-\\uE1FF]+?)${END}`,
    "remove $<x> from $<y>",
    / off /u,
  ),
  rule(
    `${BEGIN_TALK_EN}${X} (?:should|must|needs? to|ha(?:s|ve)(?: got)? to|ought to|can|could|may|is to|are to) (?:all |both |just |please )*(?:be ${GONE}|go(?: away)?|disappear|vanish|come (?:out|off|down|away))${END}`,
    "remove $<x>",
    /\b(?:go|gone|disappear|vanish|come|be [a-z]+)\b/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:can|could|should|may|might|would) (?:you )?(?:have )?${X} (?:please )?(?:be ${GONE}|go(?: away)?|disappear|vanish|come (?:out|off|down|away))${END}`,
    "remove $<x>",
    /\b(?:go|gone|disappear|vanish|come|be [a-z]+)\b/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:i|we) (?:do not|don't|no longer|really don't|didn't) (?:really |actually )?(?:want|need|like)(?: to (?:see|have|show))? ${X}(?: (?:any ?more|any longer|now|at all|there|here|in (?:there|here|it|the (?:picture|image|photo|shot|frame))))*${END}(?!\\s*,? (?:but|to be|so big|so small|just|make|change|use|replace))`,
    "remove $<x>",
    /\b(?:don't|do not|no longer|didn't)\b/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:there is |there's |we have |i see )?no (?:more )?need (?:for|of) ${X}${END}`,
    "remove $<x>",
    /\bno (?:more )?need\b/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:make|have|let) ${X} (?:to )?(?:disappear|vanish|go(?: away)?|invisible|gone)${END}`,
    "remove $<x>",
    /disappear|vanish|go|invisible/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:get|take|move|keep|leave) ${X} (?:off|out of|away from|out from) ${PLACE}${END}`,
    "remove $<x>",
    /\b(?:off|out|away)\b/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:photoshop|airbrush|clone|edit|mask|paint|crop|leave|throw|chuck|pull|brush) ${X} out${END}(?! of\\b)`,
    "remove $<x>",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:toss(?: out)?|chuck(?: out| away)?|pull(?: out| off| down)?(?![^.;,]*\\b(?:shut|open|closed|tight|back|aside|apart|together|to|up|closer)\\b)|brush (?:away|out|off)|nuke|zap|rub (?:off|away)|wipe (?:off|away)|blot out|zap out|rip (?:off|out)|tear (?:off|down)|peel off|scrape off|tidy away|clone away|retouch away|shop out|snip(?: out)?|weed out|dump|discard|banish|vanish|expunge|scratch(?: out)?) (?!the (?:highlights?|shadows|brightness|contrast|saturation|exposure|blacks|whites|colou?rs?|tones?|warmth|temperature|noise|price|size)\\b)(?=${X}${END})(?![^,.;]* (?:to|into|up by|down by)\\b)`,
    "remove ",
  ),
  rule(
    `${BEGIN_TALK_EN}cut (?=(?:the|this|that|those|these) [^,.;\\uE100-\\uE1FF]{1,40}?${END})(?![^,.;]* (?:to|into|in|by|out|on|onto|against)\\b)(?!the (?:price|size|contrast|brightness|saturation|exposure|noise|cost|fee|fare|rate|image|picture|photo|canvas|edges?|border|top|bottom|left|right|product|person|subject|model)\\b)`,
    "remove ",
  ),
  rule(
    `${BEGIN_TALK_EN}(?:we|you|i) (?:can|could|might|should|may) (?:also |probably |just |now )*(?=(?:remove|delete|erase|lose|drop|cut|ditch|hide|get rid of|take out) )`,
    "",
  ),
  rule(`^${NAMED} (?:out|away|off|gone)(?: please| pls)?$`, "remove $<x>", / (?:out|away|off|gone)(?: please| pls)?$/u),
  rule(
    `${BEGIN_TALK_EN}(?:take|get|wipe|clean|strip|pull|peel) ${X} (?:off(?: of)?|out of|away from) (?=the (?:very )?(?:top|bottom|left|right|corner|upper|lower)\\b)`,
    "remove $<x> from ",
    / (?:off|out of|away from) /u,
  ),
  rule(`^without ${X}${END}$`, "remove $<x>", /^without /u),
  // What is wrong with it is said before what is to be done: "that sign is ugly, remove it".
  rule(
    `${BEGIN_TALK_EN}${NAMED}(?: ${SAID_OF} [^,.;!?\\uE100-\\uE1FF]{2,50}?)?\\s*(?:[,:;.!]|\\s-+)\\s*(?:so |please |pls |just |can you |could you |would you |and |then )*(?:remove|delete|erase|drop|lose|ditch|get rid of|take(?= (?:it|them|that|this|him|her)\\b)|edit(?= (?:it|them|that|him|her)\\b)|cut(?= (?:it|them|that|this|him|her)\\b)|kill|hide|p掉)(?: (?:of )?(?:it|them|that|this|him|her))?(?: out| off| away)?${END}`,
    "remove $<x>",
    /\b(?:remove|delete|erase|drop|lose|ditch|get rid of|take|edit|cut|kill|hide)\b/u,
  ),
  rule(
    `^no (?:more )?(?<x>(?!need|changes?|problem|worries|idea|shadows?|border|background|text|bold|other|blur|noise|grain|cents|decimals)[a-z]+(?: [a-z]+)?)(?<p> (?:in|on|at|behind|near|around) (?:the|her|his|this|that) (?!(?:picture|image|photo|shot|poster)\\b)[a-z]+)?(?:,? (?:please|pls|thanks)| (?:in|on) (?:the|this) (?:picture|image|photo|shot|poster))$`,
    "remove the $<x>$<p>",
  ),
  rule(
    `\\btake (?<a>${Q}|the (?:word|letter|number|digit|text) ${Q}) out of (?=(?:the )?(?:[a-z]+ )?(?:${Q}|title|headline|subtitle|text|sentence|slogan|line))`,
    "remove $<a> from ",
  ),
];

const ALL = "(?:统统|通通|全部|全都|都|直接|就|可以|一律|一并|顺便|帮忙|给我|帮我|马上|先|再|也)*";
const TAKE = "(?:删掉|删除|删了|删去|删|去掉|去除|去了|移除|抹掉|擦掉|清除|拿掉|p掉|撤掉|隐藏)";
const UNWANTED =
  "(?:没必要|不必要|多余|碍眼|碍事|抢镜|抢眼|突兀|难看|很?丑|太丑|太乱|太杂|挡视线|影响画面|影响视线|不好看|不协调|没用|没意义|不合适|不需要|过时|重复)";
const THING = "(?<x>[^,。;!\\s\\uE100-\\uE1FF]{1,24}?|[^,。;\\uE100-\\uE1FF]{0,10}?\\s*QQ\\s*[^,。;\\uE100-\\uE1FF]{0,6}?)".replace(
  "QQ",
  Q,
);

/** The same in Chinese. */
export const REMOVAL_TALK_ZH: readonly Recasting[] = [
  // 把墨镜从模特脸上去掉
  rule(
    `(?:把|将)(?<x>[^,。;从由]{1,12}?)\\s*从\\s*(?<y>[^,。;]{1,14}?[上里中内])(?:面)?\\s*(?<v>去掉|拿掉|拿走|移除|移走|删除|删掉|抹掉|擦掉|去除|清除)${END_ZH}`,
    "$<v>$<y>的$<x>",
    /从/u,
  ),
  rule(
    `${BEGIN_ZH}(?:我们?)?(?:不想要|不太想要|不想看到|不希望有|不需要|不想有|用不着|不用放|不用有|别放|不要有|不要出现)(?:再)?(?:看到|有|出现)?(?:这|那)?(?:[个些只条张盆把块行句件])?(?!\\s*(?:改|动|调整|太|这么|那么|很|有变|变))${THING}(?:了|吧)?${END_ZH}`,
    "去掉$<x>",
  ),
  rule(
    `${BEGIN_ZH}(?<x>(?!背景|其[他它余]|别的|旧|舊|老的|原来|原先|之前|以前)[^,。;!\\s不\\uE100-\\uE1FF]{1,16}?|[^,。;\\uE100-\\uE1FF]{0,8}?\\s*${Q}\\s*(?:[^,。;不]{0,6}?)?)\\s*(?:${ALL})(?:不要|别要|不需要|不用|不想要)(?:了|啦|吧)${END_ZH}(?!,\\s*(?:换|改|写|放|用))`,
    "把$<x>去掉",
  ),
  rule(
    `${BEGIN_ZH}(?:让|使|叫)${THING}(?:从(?:图|画面)(?:里|中|上)面?)?(?:消失|不见|看不见|没有|不出现|隐身)(?:掉|了)?${END_ZH}`,
    "去掉$<x>",
  ),
  rule(
    `${BEGIN_ZH}${THING}(?:实在|真的|感觉|看着|显得)?(?:很|太|有点|有些|过于|比较|挺)?${UNWANTED}(?:了|的)?\\s*,\\s*(?:请|麻烦|帮忙|帮我|就|可以|直接)*(?:把它|将它|把这个)?${TAKE}(?:它|吧|了)?${END_ZH}`,
    "把$<x>去掉",
  ),
  rule(`(?<=[\\p{Script=Han}\\w\\uE100-\\uE1FF]\\s?)(?<!把|将)(?:统统|通通|直接|一律|一并|顺便|统一)(?=\\s*${TAKE})`, ""),
  rule(`${BEGIN_ZH}(?:就|请|麻烦)*(?:直接|统统|通通)(?=(?:把|将)|${TAKE})`, ""),
  rule(`取消掉${END_ZH}`, "去掉"),
  rule(`${BEGIN_ZH}(?:请|麻烦|帮我|帮忙|给我)*(?<v>删|去|擦|抹|清|拿|p)(?:一下|一删)(?=[^,。;]{1,30}$)`, "$<v>掉"),
  rule(
    `${BEGIN_ZH}(?:移去|舍弃|摒弃|舍去|祛除|抹杀|抠去|拔掉|拔除|剪掉|撕去|摘除|拆除|铲走|消掉|撤销|撤除|抛弃|扫除|扫掉|剃掉)(?=[^,。;边四周\\d]{1,24}$)`,
    "去掉",
  ),
  rule(
    `(?<=[\\p{Script=Han}\\w\\uE100-\\uE1FF]\\s?)(?<!边缘?|四周|周围|左右|上下|两[侧边]|多余的?|部分|以外|之外|空白|画面)(?:都|全部)?(?:剪掉|剪去|剪了|砍去|拔掉|拔了|撤销|撤除|剃掉|刮掉|扫掉|扫走)(?:吧|了)?${END_ZH}`,
    "去掉",
  ),
  rule("从(?=[左右上下](?:边|往[左右上下])?(?:开始)?数第?)", ""),
  rule(
    "(?:从|由|自)?(?<s>[左右上下])(?:边|侧)?(?:[往到至向][左右上下]边?(?:数|算|排)?|(?:边|侧)?开始(?:数|算)?|(?:边|侧)?算起的?)(?=第[一二三四五六七八九十\\d])",
    "$<s>数",
  ),
  rule(`${BEGIN_ZH}是(?:不是|否)可以(?:请)?(?=把|将|帮|删|去|换|改)`, ""),
];
