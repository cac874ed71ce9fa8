import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { BEGIN_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_ZH } from "../recasting.ts";

const POLITE = "(?:请|麻烦|帮我|帮忙|给我|可以|能不能|能否|都|再|先|然后|并|直接|全部)*";
const GONE =
  "(?:修掉|修走|修没|p没|p走|弄掉|弄走|弄没|干掉|砍掉(?!\\s*\\d)|砍了|撤掉|撤下来?|撤了|撤走|摘掉|摘下来?|扔掉|扔了|丢掉|丢了|搞掉|搞没|处理掉|抠掉|抠除|拆掉|拆了|铲掉|铲除|省掉|省去|剔掉|撕掉|拿开|拿下来?|取下来?|取掉|移开|挪走|挪开|收走|搬走|搬开|端走|排除掉?|根除|踢掉|下掉|下架|毙掉|灭掉|祛掉|褪掉)";

/** Verbs of everyday Chinese, as the verb they stand for. */
export const SYNONYMS_ZH: readonly Recasting[] = [
  rule(`(?<=虚化|锐化)[掉了](?=$|[,。;!])`, "", /化[掉了]/u),
  rule(`(?<=[^,。;\\s]{1,40})(?:都|全部|全|给我|帮我)?${GONE}(?:吧|了|它)?${END_ZH}`, "去掉"),
  rule(`${BEGIN_ZH}(?<p>${POLITE})${GONE}(?=[^,。;!\\s])`, "$<p>去掉"),
  rule(
    `(?<=[\\p{Script=Han}\\w\\uE100-\\uE1FF]{2,}\\s?)(?<!就|也|都|还)(?:别要|不需要|不想要|不用|无需|没必要有?|多余)了${END_ZH}`,
    "不要了",
  ),
  rule(`(?:换掉|换了|改掉)(?<x>${WORDS_ZH}{1,12}?)\\s*,\\s*(?:变|改|换)成`, "把$<x>改成"),
  rule("(?<!调)(?:整|搞|捣鼓|捯饬)(?=成(?!本))", "弄"),
  rule(`改到\\s*(?=${Q})`, "改成"),
  rule("(?:改|换|变|调|还原|恢复)回(?:成|为|到)?(?=\\s*[\\uE100-\\uE1FF\\p{Script=Han}\\w])(?!来|去|原|正常|到)", "改成"),
  rule(
    `${BEGIN_ZH}(?<p>${POLITE}(?:把|将)?)(?<x>${WORDS_ZH}{1,16}?|${WORDS_ZH}{0,8}${Q}${WORDS_ZH}{0,6}?)(?:改|换|调|修改|调整|更新|变)(?:一下|下)[,:]?\\s*(?=(?:改|换|变|更新|调整|修改)(?:成|为))`,
    "$<p>$<x>",
  ),
  rule(
    `(?<=${ROLE_ZH})(?:就|要|应|应该|统一)?(?:写成?|叫|写上|显示为?|写为|用)\\s*(?=${Q})`,
    "改成",
    /(?:写|叫|写上|写成|显示为?|写为|用)\s*[\uE100-\uE1FF]/u,
  ),
  rule("(?<=颜色|字色|配色|底色)(?:就|要|请|统一|都)?(?:选用?|采用|使用|取|走|上)(?=[\\p{Script=Han}#]{1,8})", "用"),
];

const AMOUNT = "[$¥€£]?\\d[\\d.,:/]*(?:%|k|am|pm)?";
const TOKEN = `(?:${Q}|${AMOUNT})`;
const THE = `(?=(?:the|this|that|these|those|all|any|every|our|my|his|her)\\b|${Q})`;
const OUT =
  "(?:omit|do away with|leave out|paint out|clone out|mask out|trash|nix|axe|yank(?: out)?|blank out|rip out|discard|dump|retouch out|airbrush out|(?:photo)?shop out|white out|ps out|take down|strip away|clear away|throw out|exclude|eradicate|purge)";
const LETTERED = `(?=(?:the |this |that |our )?(?:[a-z]+ )?(?:${ROLE_EN}|logo|badge|watermark|qr ?code|sticker|icon|words?|text)\\b|${Q})`;

/** Verbs of everyday English, as the verb they stand for, and replacements without one. */
export const SYNONYMS_EN: readonly Recasting[] = [
  rule(
    "(?<=\\b(?:remove|delete|drop|lose|erase|take out)\\b [^.;]+),?\\s*(?:so )?(?:please |pls )?(?:(?:can|could|would) you )?(?:please |pls )?(?:take|get|cut|remove|delete|drop) (?:it|that|them|this)(?: out| off| away)?(?: please| pls)?\\s*[?]?(?=$|[.;!])",
    "",
    /\b(?:take|get|cut|remove|delete|drop) (?:it|that|them|this)\b/u,
  ),
  rule(
    "\\b(?:go ahead and|feel free to|you (?:can|could|may|should)(?: just| also)?|(?:just|simply) go and) (?=(?:remove|delete|erase|change|replace|make|move|add|put|swap|crop|turn|update|set)\\b)",
    "",
  ),
  rule(`\\b${OUT}\\s+${THE}`, "remove "),
  rule(
    `${BEGIN_EN}(?:cut(?: out)?|pull|scrap|kill|bin|lose)\\s+${LETTERED}(?![^,.;]* (?:to|into|left|right|up|down|by|in half)\\b)`,
    "remove ",
  ),
  rule(`${BEGIN_EN}(?<b>${TOKEN}) (?:instead of|rather than|in place of|and not|not) (?<a>${TOKEN})${END_EN}`, "change $<a> to $<b>"),
  rule(
    `\\b(?:could|can|should|may|shall|would) (?:the )?(?<a>${TOKEN}) (?:be|say|read|become|change to|turn into) (?<b>${TOKEN})`,
    "change $<a> to $<b>",
  ),
  rule(
    `(?<a>${TOKEN}) (?:is|was|'s) (?:now )?(?:outdated|old|wrong|incorrect|out of date|a mistake|expired|no longer valid)\\s*[,;:-]+\\s*(?:so |please |it |now )*(?:use|put|write|make it|(?:should|must|needs to) (?:be|read|say)|change (?:it )?to)\\s*(?<b>${TOKEN})`,
    "change $<a> to $<b>",
  ),
  rule(
    `\\bfind (?:all |every |any )?(?<a>${WORDS_ZH}{1,40}?|(?:the )?(?:words? |text )?${Q}) and (?:replace|swap|change|substitute) (?:it |them |all |each )?(?=(?:with|by|to|for)\\b)`,
    "replace $<a> ",
  ),
  rule(`\\b(?<v>change|update|switch|edit) (?:the |its )?(?:text|wording|words?|copy|lettering) from (?=\\S)`, "$<v> "),
];

/** Notation of either language. */
export const SYNONYMS_ANY: readonly Recasting[] = [
  rule(`(?<=${Q}\\s*(?:->|=>|→|➔|➜|-->)\\s*${Q})\\s*[、/]?\\s*(?=${Q}\\s*(?:->|=>|→|➔|➜|-->))`, ","),
  rule("\\brgb\\s*:?\\s*(?<r>\\d{1,3})\\s*[,/ ]\\s*(?<g>\\d{1,3})\\s*[,/ ]\\s*(?<b>\\d{1,3})(?![\\d)])", "rgb($<r>,$<g>,$<b>)"),
  rule(
    "\\bhex\\s*:?\\s*#?(?=[0-9a-f]{6}\\b)|(?<!(?:(?<!色)号|码|编号|型号|单号|航班|车次)[^,。;]{0,12}?)(?<=(?:色|成|为|用|是|\\bto|\\bcolou?r|\\bin)\\s?)(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)(?=[0-9a-f]{6}(?![\\w]))",
    "#",
    /[0-9a-f]{6}/u,
  ),
  rule(`(?<a>${TOKEN})\\s*>\\s*(?<b>${TOKEN})`, "$<a> -> $<b>"),
];
