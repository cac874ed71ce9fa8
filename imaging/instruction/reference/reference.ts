import type { Where } from "../../../protocol/plan.ts";
import { BEARER_ZH, PERSON_ZH } from "../lexicon/bearers.ts";
import { ATTRIBUTE_EN, ATTRIBUTE_ZH, PICTURE_EN, PICTURE_ZH, ROLE_EN, ROLE_ZH, TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import { CLASSIFIER_ZH, MEASURE_ZH } from "../lexicon/verbs.ts";
import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, isBlank, joined, literalsOf, type Phrase, part, trimmed, without, wordsOf } from "../phrase/phrase.ts";
import { colourOf, isColourName } from "../style/colour.ts";
import { ordinalIn } from "./ordinal.ts";
import { placeIn } from "./place.ts";
import { isTextLike, isThingName, looksSet } from "./text-like.ts";
import { ALL_BUT, BESIDE_TEXT, nextToQuoted, THINGS_BUT } from "./told-apart.ts";

/** What a noun phrase points at. */
export interface Reference {
  readonly kind: "text" | "object" | "background" | "picture" | "colour" | "none";
  /** The strings it quotes or names as wording, as written. Only for `text`. */
  readonly strings: readonly string[];
  /** The thing in the person's words, without determiners, place and attribute; absent where only strings are given. */
  readonly target?: string;
  readonly where?: Where;
  /** Which of several that read alike: 第二个¥199, "the last 'Sale'". Only with `strings`. */
  readonly nth?: number;
  /** It names a property (颜色, font size) of the thing. */
  readonly attribute: boolean;
  /** Only this part of the quoted string is meant: “满300减50”中的300. */
  readonly inside?: string;
  /** Every one of them is meant: 所有二维码, "every logo". Only for things. */
  readonly all?: true;
}

/** 所有, "every": said of a thing, though perhaps behind the place it stands at. */
const ALL =
  /^(?:.{0,12}的)?(?:所有|全部|每一?[个处只张条])|^(?:only |just )?(?:all|every|each)\b(?! of (?:it|this|that)\b)|\b(?:every|all the) /u;

const IN_PICTURE_ZH =
  /^(?:在)?(?:这|该|整|此)?(?:张|幅|个)?(?:图片|图像|画面|照片|海报|相片|页面|界面|截图|图)(?:中(?![间央部心])|里面?|上面?|内|当中)的?(?=.)/;
const IN_PICTURE_LATIN =
  /^(?:hero image|hero|product shot|kv|poster|photo|picture|image)\s*(?:图|主图)?(?:里面?|上面?|中)的?\s*(?=\p{Script=Han}|[a-z])/u;
const IN_PICTURE_EN =
  /\s+(?:in|on|from|of|within|inside) (?:the|this|my|our|that) (?:image|picture|photo|poster|screenshot|design|pic|frame|canvas)$/;
const DETERMINER_ZH = new RegExp(
  `^(?:所有的?|全部的?|每一?个|其中的?|(?:这|那|该|此)(?:里|边)?${MEASURE_ZH}?|整[个张幅]|里面的|原来的?|原有的?|${CLASSIFIER_ZH}(?=\\p{Script=Han}{2}))的?(?=.)`,
  "u",
);
const DETERMINER_EN =
  /^(?:only|just|(?:pieces?|bits?) of(?= (?:text|copy|writing|lettering|wording)\b)|all(?: of)?(?: the)?|the|this|that|these|those|every|each|both|my|our|your|its|his|her|their|an?(?! \p{Script=Han})|any|some|existing|original|current) (?=.)/u;
const ATTRIBUTE_TAIL = new RegExp(`(?:的|'s\\s+|\\s+)?(?:${ATTRIBUTE_ZH}|\\b(?:${ATTRIBUTE_EN}))$`, "u");
const ATTRIBUTE_HEAD = new RegExp(`^(?:the )?(?:${ATTRIBUTE_EN}) (?:of|for|on) `, "u");
const BACKGROUND =
  /^(?!.*(?:包装|按钮|标签|卡片|角标|徽章|牌子|招牌|瓶身?|盒子?|杯子|横幅|色块|对话框|气泡)的?(?:背景|底色))(?:.*的|(?=\p{Script=Han}{2,6}背景$)\p{Script=Han}{0,4}|证件照|菜单|贺卡|名片|邀请函|传单|照片|图片|画面|海报|封面|主图|头图|首屏|页面|界面|插画|(?:banner|poster|hero|kv)\s?)?(?:背景|底色|底图|背板|幕布|底)(?:颜色|色彩|色|图片?|画面|部分|板)?$|^(?:(?!in\b|on\b|at\b|from\b|behind\b|with\b)\w+ ){0,3}(?:background|backdrop|bg)(?: colou?r| image| picture)?$/u;
const TEXT_END_ZH = new RegExp(
  `(?:${ROLE_ZH}|${TEXT_ZH}|[英中外日韩]文|汉字|单词|字母|[句段]话|(?<!\\p{Script=Han})话)(?:(?:那|这)一?(?:行|栏|列|处|块|段|句))?(?:部分|内容|信息)?$|^.{1,6}(?:那|这)一?[行句](?:字|文字|文案)?$|^(?:关于|写着?|讲|说|提到).{1,10}的(?:那|这)?一?[行句段条]$`,
  "u",
);
const TEXT_END_EN = new RegExp(
  `^(?:small |next |other )?(?:lines?|row|bit) (?:(?:right |just |directly )?(?:under|underneath|below|beneath|above|over|beside|next to|after|before))(?: (?:it|that|this))?$|^(?:everything|anything|all) (?:(?:that is |that's )?written )?in (?:chinese|english|japanese|korean|french|german|spanish|italian)$|\\b(?:lines?|sentences?|paragraphs?|notes?|bullets?) (?:about|on|regarding|concerning|saying|mentioning|that (?:says?|mentions?|talks? about)|which (?:says?|mentions?)) [a-z' -]+$|(?<!\\b(?:on|in|at|under|behind|near|beside) (?:the|her|his|my|their|this) )\\b(?:(?:everything|anything|all) (?:that is |that's )?written|${ROLE_EN}|${TEXT_EN})(?: (?:on|in|of|at|under|below|above|next to|inside|from) .*)?$`,
  "u",
);
const PICTURE = new RegExp(`^(?:${PICTURE_ZH}|${PICTURE_EN})$`, "u");
const PRONOUN =
  /^(?:它们?|其|这个?|那个?|it|its|their|them|this|that|these|those|they|everything|what(?:'s| is| remains)(?: left)?|(?:thing|stuff)(?: (?:in|on|at) .*)?|(?:那|这)?个?(?:东西|玩意儿?|东东)|所有|全部|整体|个|些|里|边|儿|(?:这|那)(?:个|些|里|边|儿|块|一[个块处])?)$/;
const NAMED_TEXT_ZH =
  /^(?:文字|文本|字样|单词|词语?|文案|字)(?!看不|看得|太|不够|有点|很|偏|里|中的|上的|被|是否|有没有|部分|内容|信息|区域|的|在|和|全部|们|体|幕|号|母|符|典)(?=.)/;
const NAMED_TEXT_EN =
  /^(?:words?|texts?|phrase|string|wording|letters|number)\s+(?!(?:plates?|block|box|boxes|area|frame|layer|column|section|field|group|except|but|other|apart|besides|in|on|at|of|from|that|which|under|above|below|and|to|inside|near|next|beside|behind|between|over|around|with)\b)(?=.)/;
const ROLE_THEN_TEXT = new RegExp(
  `^(?<role>(?:${ROLE_ZH}|(?:${TEXT_ZH})(?=[里中上]面?的)|(?:(?:old|new|original|current|regular|sale|full) )?(?:${ROLE_EN})|(?:[a-z]+ ){1,2}(?:${ROLE_EN})(?=\\s*[$€£¥]\\s?\\d))(?:标签|标牌|牌|栏|部分| tag| label| text)?)\\s*(?:(?:那|这)?一?(?:栏|行|处|块|[里中]面?)的?|上面?的|(?:是|为|从|由|:|is|of|from)\\s*)?(?<rest>.+)$`,
  "du",
);
/** CTA按钮文案 Learn More, 讲师 Dr. Wang, 按钮上的 Submit: Latin wording behind a Chinese word for what carries it. */
const LATIN_BEHIND = new RegExp(
  `^(?<role>[\\p{Script=Han}a-z ]{0,8}?(?:${ROLE_ZH}|${TEXT_ZH})|${PERSON_ZH}|[\\p{Script=Han}a-z ]{0,6}?(?:${BEARER_ZH})(?:上面?的?|里面?的?|中的?|的)|[^,。;]{1,14}?那[页行栏列块段]的?)\\s*(?<rest>[a-z][a-z\\d .,!?&'’+/:%-]*)$`,
  "du",
);
/** 标题里面的春天, 按钮文案立即购买: Chinese wording behind it. */
const HAN_BEHIND = new RegExp(
  `^(?<role>(?:${ROLE_ZH})(?:里面?的?|中的?|当中的?)(?<!里|中)|(?:${BEARER_ZH})(?:文案|文字)(?:上|里)?的?)\\s*(?<rest>[\\p{Script=Han}]{2,10})$`,
  "du",
);
/** iPhone15 Pro Max这几个字: what stands before is wording. */
const COUNTED_CHARACTERS =
  /(?:这|那)?(?:[几两三四五六七八九十\d]+个|[俩仨二两三四五六七八])(?:大|小)?(?:字|字母|汉字|单词|数字|字样)$|(?<=[a-z\d%!]\s?)(?:那|这)(?:一)?[行句段串](?:字)?$|(?:的)?字样$/;
/** What lies on or comes off lettering is no lettering itself: "the scratches from the phone", "the line under the title". */
const HEAD_EN =
  /^(?!everything|anything|all\b)[a-z -]+?(?= (?:on|from|off|in|near|behind|under|underneath|over|above|below|around|across|beside) (?:the|this|that|her|his|its|my|our|their) )/;
/** “￥”后面的199: the quoted mark only says which one. */
const BESIDE = /^(?:的)?(?:后面?|前面?|旁边|下面|下方|上面|上方|左边|右边)的(?<rest>.+)$/du;
/** “已售”后面的数字: the quoted words only say which. */
const NEAR_TEXT = new RegExp(
  `^(?:的)?(?:后面?|前面?|旁边|周围|四周|附近|下面|下方|上面|上方|左边|右边)的?(?:那[行个串])?(?:${ROLE_ZH}|${TEXT_ZH})$`,
  "du",
);
/** 冒号后面的内容: lettering told by what stands beside it. */
const BESIDE_PART = new RegExp(
  `^(?:${ROLE_ZH}|logo|图标|[“”"]|空格|横线|斜杠|箭头)的?(?:后面?|前面?|之后|之前|后边|前边|下面|上面|旁边)的?(?:那[个些行几]*)?(?:内容|部分|东西|文字|字|信息|${ROLE_ZH})$`,
  "u",
);
const INSIDE = /^(?:(?:这[句行]话?)?(?:中|里|里面|当中)的?|的)(?<rest>[^的]+)$/du;
/** "the 2 in “Buy 2 get 1”" */
const INSIDE_EN = new RegExp(
  `^(?:the |that )?(?:number |figure |word )?(?<rest>[\\p{L}\\d$€£¥%.,'-]+)\\s+(?:in|inside|within)\\s+(?:the )?(?:(?:text|line|words?|headline|title) )?${QUOTED}$`,
  "du",
);
/** “买2送1”的“1”, 菜单上“手撕包菜”的“撕”, "the '1' in 'Buy 2 get 1'". */
const PART_OF = new RegExp(
  `^\\p{Script=Han}{0,8}\\s*${QUOTED}\\s*(?:里面?|中)?的\\s*${QUOTED}$|${QUOTED}\\s*(?:in|inside|of|from)\\s+(?:the )?${QUOTED}$`,
  "u",
);
/** “限量500份”的数字, "the number in 'Only 500 left'". */
const NUMBER_OF = new RegExp(
  `${QUOTED}\\s*(?:里面?|中)?的?(?:那个)?(?:数字|数量|金额|数)$|^(?:the )?(?:number|figure|amount|digits?) (?:in|of|inside)\\s+${QUOTED}$`,
  "u",
);
/** “电话：021-12345678”中的号码: all of its figures. */
const FIGURES_OF = new RegExp(`${QUOTED}\\s*(?:里面?|中)的?(?:那个)?(?:电话|手机)?(?:号码|号|日期|时间)$`, "u");
const FROM = /(?:从|由|原来的?|\bfrom\s)\s*(?<rest>.+)$/du;

/** 影子也要一起 (去掉), 地址整行: how, not what. */
const ALONG =
  /(?<=.)(?:也?(?:要|请)?一(?:起|并|块儿?)|也要?|整[行段句块]|(?:都|全)部?|统一|一律|分别|各自|稍微|略微| (?:both|each|all(?: of them)?))+$/u;

type Draft = Pick<Reference, "where" | "attribute"> & { phrase: Phrase };

/** A place said of a picture: "SALE in the Top Right" is lettering and where it stands. */
const PLACE_SAID = /\b(?:in|at|on|near|to|from|off) (?:the )?(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)\b/;

/** "MIDDLE RD", "Right Now": written as copy is, in a sentence that otherwise is not; the word for a place is one of the copy's own. */
function isCopyWithPlace(phrase: Phrase): boolean {
  const words = wordsOf(phrase);
  const around = phrase.sentence.raw.slice(0, phrase.start);
  if (hasLiteral(phrase) || !/[a-z]/.test(around) || PLACE_SAID.test(phrase.key) || isThingName(words)) return false;
  return /^[\x20-\x7e]+ [\x20-\x7e]+$/.test(words) && looksSet(words);
}

function placed(phrase: Phrase): Draft {
  const whole = new RegExp(`^(?:the )?(?:${ROLE_EN})$`, "u").test(phrase.key) || BACKGROUND.test(phrase.key) || isCopyWithPlace(phrase);
  const place = whole ? undefined : placeIn(phrase);
  if (place === undefined) return { phrase, attribute: false };
  const side = isBlank(place.before) ? place.after : isBlank(place.after) ? place.before : undefined;
  if (side !== undefined) return { phrase: trimmed(side), where: place.where, attribute: false };
  // The place stands in the middle: 'HOT' in the corner / 字在左上角的; the longer side names the thing.
  const lead = isBlank(without(trimmed(place.before), DETERMINER_EN)) || /^(?:the|这个|那个|所有|all|all the)\s*$/.test(place.before.key);
  return {
    phrase: trimmed(lead ? place.after : hasLiteral(place.after) ? place.after : place.before),
    where: place.where,
    attribute: false,
  };
}

/** "the date below" is the date, wherever that is. */
const POINTED_EN = new RegExp(
  `(?<=^(?:the |that |this )?(?:${ROLE_EN})) (?:just |right |directly )?(?:below|above|underneath|beneath|there|here)$`,
  "u",
);

/** 改一下联系电话：…: the verb that says no more than the colon behind it. */
const ANNOUNCED = /^(?:请)?(?:修?改|更[新换改正]|换|调整?)一?下(?:这个|这里的?)?(?=.)/;

function stripped(phrase: Phrase): Phrase {
  let now = without(without(without(without(trimmed(phrase), ALONG), IN_PICTURE_ZH), IN_PICTURE_LATIN), IN_PICTURE_EN);
  if (/(?:e|h|ow)$/.test(now.key)) now = without(now, POINTED_EN);
  for (let size = -1; size !== now.key.length; ) {
    size = now.key.length;
    now = without(without(without(now, ANNOUNCED), DETERMINER_ZH), DETERMINER_EN);
  }
  return now;
}

function drafted(phrase: Phrase): Draft {
  const whole = stripped(phrase);
  // "the colour of the top-right badge": first whose, then where that stands.
  const owner = stripped(without(whole, ATTRIBUTE_HEAD));
  const { phrase: bare, where } = placed(owner);
  const clean = stripped(without(without(bare, /的$/), /^(?:的|of )/));
  const inner = without(without(without(clean, /(?<=.{2})整体$/), ATTRIBUTE_TAIL), ATTRIBUTE_HEAD);
  const attribute =
    owner.key !== whole.key || inner.key !== clean.key || new RegExp(`^(?:${ATTRIBUTE_ZH}|${ATTRIBUTE_EN})$`, "u").test(clean.key);
  const empty = attribute && new RegExp(`^(?:${ATTRIBUTE_ZH}|${ATTRIBUTE_EN})$`, "u").test(inner.key);
  const again = placed(stripped(empty ? part(inner, 0, 0) : inner));
  const place = where ?? again.where;
  return { phrase: stripped(without(again.phrase, /的$/)), attribute, ...(place === undefined ? {} : { where: place }) };
}

/** A role as a noun of its own, perhaps with the thing it belongs to: 海报标题. */
const ROLE_ONLY = new RegExp(`^(?:\\p{Script=Han}{0,4}(?:${ROLE_ZH})|(?:[a-z]+ )?(?:${ROLE_EN}))$`, "u");

/** Words after a quoted string are its head: 'Buy' button is a button; 'Buy' on the button is lettering. */
function headOf(phrase: Phrase): string {
  const after = trimmed(part(phrase, phrase.key.lastIndexOf(QUOTED) + 1)).key;
  if (
    /^(?:in|on|at|of|from|under|below|above|near|next|inside|by|and|to|with|within|text|after|before|beside|behind|在|改|和)\b/.test(after)
  )
    return "";
  // “HOT”的红色: its colour now, a property.
  if (colourOf(after.replace(/^的/u, "")) !== undefined) return "";
  const words = after
    .replace(
      /^(?:被?划掉|划线|打叉)?(?:的|这|那|一(?=[句行段条处块串])|种|类|几|两|俩|仨|二|三|四|五|六|[一-十]?个|[处句行段条块](?=文|字)|\d+|等|内容|部分|\s)*/u,
      "",
    )
    .replace(
      new RegExp(
        `^(?:(?:水印|浮水印|印章|弹幕|标签|角标|徽章|贴纸|按钮|招牌|横幅|牌子|吊牌)(?:上面?|里面?|中)?的?(?:文字|字|文案|字样)|${TEXT_ZH}|${ROLE_ZH}|(?:这种|这类|这样的|这些|等)?(?:违禁|极限|敏感|绝对化|夸张)?(?:词汇?|字眼|用语|说法)|单词|词|符号|标点|记号|[句段行条排串列组]?(?:小|大|中|红|黑|白)?(?:话|字|文字|文案|标语|口号|英文|中文|内容|信息)|[句段行条排串列组]|字母|数字)(?:内容|部分|样)?|^\\b(?:${TEXT_EN}|${ROLE_EN}|claim|statement|line|bit|part|sentence|message|notice|warning|mention)\\b(?: (?:in|on|at|of|from|under|below|above|near|next|inside|by)\\b.*)?`,
        "u",
      ),
      "",
    )
    .replace(/^(?:的|都|全部|全|中|里|上|in|on|the|image|picture|\s)+$/, "");
  return words.trim();
}

/** “the text on the 'Sale' tag”: the letters, not what bears them. */
const LETTERS_OF =
  /^(?:the )?(?:text|lettering|words?|wording|letters|writing) (?:of|on|in|from|inside)\s+(?:(?:the|that|this)\s+)?\uE000/u;

/** Any lettering: no part of the text is named by it. */
const GENERIC_TEXT = new RegExp(`^(?:${TEXT_ZH}|${TEXT_EN}|文案)$`, "u");

function quoted(draft: Draft): Reference {
  const { phrase, ...rest } = draft;
  const next = nextToQuoted(phrase);
  if (next !== undefined) return { ...rest, kind: "text", strings: [next.wording], target: next.beside };
  const beside = find(trimmed(part(phrase, phrase.key.lastIndexOf(QUOTED) + 1)), BESIDE)?.of("rest");
  if (beside !== undefined && isTextLike(beside)) return { ...rest, kind: "text", strings: [wordsOf(beside)] };
  const near = find(trimmed(part(phrase, phrase.key.lastIndexOf(QUOTED) + 1)), NEAR_TEXT);
  if (near !== undefined) return { ...rest, kind: "text", strings: [], target: wordsOf(phrase) };
  const inside = find(trimmed(part(phrase, phrase.key.lastIndexOf(QUOTED) + 1)), INSIDE)?.of("rest") ?? find(phrase, INSIDE_EN)?.of("rest");
  const [whole] = literalsOf(phrase);
  if (inside !== undefined && whole?.includes(wordsOf(inside)) === true)
    return { ...rest, kind: "text", strings: [whole], inside: wordsOf(inside) };
  const [one, other] = literalsOf(phrase);
  if (one !== undefined && other !== undefined && PART_OF.test(phrase.key)) {
    const [outer, inner] = one.includes(other) ? [one, other] : [other, one];
    if (outer !== inner && outer.includes(inner)) return { ...rest, kind: "text", strings: [outer], inside: inner };
  }
  const number = NUMBER_OF.test(phrase.key)
    ? whole?.match(/\d+(?:[.,]\d+)*/g)
    : FIGURES_OF.test(phrase.key)
      ? whole?.match(/\d(?:[\d .:/-]*\d)?/g)
      : undefined;
  if (whole !== undefined && number?.length === 1) return { ...rest, kind: "text", strings: [whole], inside: number[0] };
  if (headOf(phrase) !== "" && !LETTERS_OF.test(phrase.key)) return { ...rest, kind: "object", strings: [], target: wordsOf(phrase) };
  const lead = stripped(trimmed(part(phrase, 0, phrase.key.indexOf(QUOTED))));
  const role = without(without(lead, /^.*(?:[上里中下面]的|的)/), /(?:从|由|是|:|\s+from|\s+of)$/);
  // 标题里的“秋”, 价格后面的“起”: which of all that read so.
  const bearer = without(lead, /(?:里面?|中|内|当中|后面?|前面?|旁边)的?(?:那个)?$/);
  const said = bearer.key === lead.key ? role : bearer;
  const target = ROLE_ONLY.test(said.key) ? wordsOf(said) : "";
  const generic = GENERIC_TEXT.test(target.toLowerCase());
  return { ...rest, kind: "text", strings: literalsOf(phrase), ...(target === "" || generic ? {} : { target }) };
}

const NO_WORDING = new RegExp(`(?:${TEXT_ZH}|${ROLE_ZH}|颜色|部分|内容|信息|图标|背景|按钮|logo|icon)$`, "u");

/** Wording unquoted behind what carries it, in a sentence that is Chinese. */
function behindBearer(phrase: Phrase): { readonly text: string; readonly role?: string } | undefined {
  const found = find(phrase, LATIN_BEHIND) ?? find(phrase, HAN_BEHIND);
  const [role, rest] = [found?.of("role"), found?.of("rest")];
  if (role === undefined || rest === undefined || NO_WORDING.test(rest.key) || colourOf(rest.key) !== undefined) return undefined;
  const named = without(role, /(?:上|里|中|当中)?面?的?$/u);
  return { text: wordsOf(rest), ...(ROLE_ONLY.test(named.key) ? { role: wordsOf(named) } : {}) };
}

/** 文字苹果, "the word apple", 价格¥199: wording without quotes because its kind is said. */
function namedText(phrase: Phrase): { readonly text: string; readonly role?: string } | undefined {
  for (const pattern of [NAMED_TEXT_ZH, NAMED_TEXT_EN]) {
    const rest = without(phrase, pattern);
    if (rest.key !== phrase.key && rest.key !== "") return { text: wordsOf(without(rest, /^(?:从|由|from\s)/)) };
  }
  const found = find(phrase, ROLE_THEN_TEXT);
  const rest = found?.of("rest");
  const role = found?.of("role");
  if (rest !== undefined && role !== undefined && isTextLike(rest) && !TEXT_END_ZH.test(rest.key))
    return {
      text: wordsOf(without(rest, /^(?:从|由|from |(?:文字|文案|文本)\s*(?=[a-z$€£¥\d]))/)),
      ...(GENERIC_TEXT.test(role.key) ? {} : { role: wordsOf(role) }),
    };
  const behind = behindBearer(phrase);
  if (behind !== undefined) return behind;
  const from = find(phrase, FROM);
  return from !== undefined && isBlank(from.before) ? { text: wordsOf(from.of("rest") ?? phrase) } : undefined;
}

/** A telephone somebody holds or that lies somewhere is a thing; the phone of a flyer is a number. */
const HELD =
  /\bphone (?:in|on|from|next to|beside|behind) (?:(?:her|his|their|my|the) )(?!poster|flyer|card|picture|image|photo|menu|sign|left|right|top|bottom|footer|header)/;

function unquoted(draft: Draft): Reference {
  const { phrase, ...rest } = draft;
  const { key } = phrase;
  const target = wordsOf(phrase);
  if (key === "" || PRONOUN.test(key)) return { ...rest, kind: "none", strings: [] };
  if (BACKGROUND.test(key)) return { ...rest, kind: "background", strings: [], target };
  if (isColourName(key) && !rest.attribute) return { ...rest, kind: "colour", strings: [], target };
  if (PICTURE.test(key)) return { ...rest, kind: "picture", strings: [], target };
  // "Happy New Year" ends in a word for a role but is set as copy.
  if (/\s/.test(target) && /^[\x20-\x7e]+$/.test(target) && looksSet(target) && !/\d/.test(target) && !isThingName(target))
    return { ...rest, kind: "text", strings: [target] };
  const counted = without(phrase, COUNTED_CHARACTERS);
  if (counted.key !== key && counted.key !== "" && !/的$/.test(counted.key)) return { ...rest, kind: "text", strings: [wordsOf(counted)] };
  if (BESIDE_PART.test(key)) return { ...rest, kind: "text", strings: [], target };
  const named = namedText(phrase);
  if (named !== undefined)
    return { ...rest, kind: "text", strings: [named.text], ...(named.role === undefined ? {} : { target: named.role }) };
  if (/^(?:all (?:the )?)?(?:english|chinese|japanese|korean|french|german|spanish)(?: (?:text|words|copy|lettering))?$/.test(key))
    return { ...rest, kind: "text", strings: [], target };
  if (HELD.test(key)) return { ...rest, kind: "object", strings: [], target };
  if (TEXT_END_ZH.test(key) || TEXT_END_EN.test(HEAD_EN.exec(key)?.[0] ?? key)) return { ...rest, kind: "text", strings: [], target };
  if (isTextLike(phrase)) return { ...rest, kind: "text", strings: [target] };
  // "the laces only"; "for adults only" is wording.
  const alone = /^for /.test(key) ? phrase : without(phrase, /(?<=[a-z]) only$/);
  return { ...rest, kind: "object", strings: [], target: wordsOf(alone) };
}

/** 第三张卡片里的“Basic”: the card is counted, not the wording. */
const BEARER_OF = new RegExp(`^(?<b>[\\p{Script=Han}a-z]{1,8}?)(?:里面?|上面?|中|内|下面?)的?\\s*${QUOTED}`, "du");

/** Reads a noun phrase. Total: any phrase gives a reference, `none` where it names nothing (pronouns, emptiness, a bare attribute). */
export function readReference(phrase: Phrase): Reference {
  const counted = ordinalIn(phrase);
  if (counted === undefined) return readPlain(phrase);
  // The second line “…” says which line it is, not which of several.
  if (hasLiteral(counted.rest) && /^(?:line|row|paragraph|sentence)\b/.test(counted.rest.key)) return readPlain(counted.rest);
  const reference = readPlain(counted.rest);
  const bearer = find(counted.rest, BEARER_OF)?.of("b");
  if (bearer !== undefined && reference.kind === "text")
    return { ...reference, target: wordsOf(joined(part(phrase, phrase.key.indexOf("第")), bearer)) };
  return reference.kind === "text" && reference.strings.length === 1 ? { ...reference, nth: counted.nth } : readPlain(phrase);
}

const OF_LETTERS = /(?:文字|字体)的?(?:颜色|大小)$|字[色号体重]$|\b(?:font|text|letter)[- ](?:colou?r|size|weight)$/u;

function readPlain(phrase: Phrase): Reference {
  const whole = stripped(phrase);
  if (THINGS_BUT.test(whole.key) && !ALL_BUT.test(whole.key))
    return { kind: "object", strings: [], target: wordsOf(whole), attribute: false, all: true };
  if (ALL_BUT.test(whole.key) || BESIDE_TEXT.test(whole.key))
    return { kind: "text", strings: [], target: wordsOf(whole), attribute: false };
  const draft = drafted(phrase);
  // “立即购买”按钮的文字颜色: the letters on it, not what bears them.
  if (hasLiteral(draft.phrase) && OF_LETTERS.test(trimmed(phrase).key)) {
    const { phrase: _whole, ...rest } = draft;
    return { ...rest, kind: "text", strings: literalsOf(draft.phrase) };
  }
  if (hasLiteral(draft.phrase)) return quoted(draft);
  const reference = unquoted(draft);
  return reference.kind === "object" && ALL.test(trimmed(phrase).key) ? { ...reference, all: true } : reference;
}
