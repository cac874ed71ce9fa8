import {
  LEAD_WORD,
  LOWER_EN,
  LOWER_PRICE_ZH,
  LOWER_ZH,
  NAMED_AMOUNTS,
  OFF_EN,
  PRICE_NOUN_EN,
  PRICE_NOUN_ZH,
  RAISE_EN,
  RAISE_PRICE_ZH,
  RAISE_ZH,
  SHIFT_EN,
} from "../lexicon/price-words.ts";
import { digit, tenths } from "../lexicon/tenths.ts";
import { find, hasLiteral, isBlank, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Recogniser } from "../reading.ts";
import { ordinalIn } from "../reference/ordinal.ts";
import { placeIn } from "../reference/place.ts";

const SUBJECT_ZH = `(?:把|将|给|让)?\\s*(?:图(?:片|中|里)?(?:上|中|里)?面?的?)?(?:(?:那|这)?一?[列栏排行]的?)?(?:所有|全部|全场|每[一个件]*|一切|这些|各个?)?的?\\s*(?:商品|产品|菜品?|套餐)?的?(?<t>prices?|(?:[a-z]+ )?(?:${PRICE_NOUN_EN})|[\\p{Script=Han}]{0,4}?(?:${PRICE_NOUN_ZH})|(?:销?售|原|现|标|单|定|特|促销|活动|门票|套餐|划线|划掉的|吊牌|市场|日常)?价(?:格|钱|位)?|商品|产品|菜品|单品|套餐)(?:都|全部|全都|一律|统一|均|全|各自?|分别)?(?:再|给我)?\\s*`;
/** The price of one thing: 拿铁的价格. */
const ONES_PRICE_ZH =
  "(?:把|将|给|让)?(?<t>(?!所有|全部|每|这|那|第)[\\p{Script=Han}a-z0-9 ]{1,10}?的(?:售|单|现|定|标)?价(?:格|钱)?)(?:都|一律|统一)?(?:再|给我)?\\s*";
/** 全场, 全部 without a noun speak of the prices where a discount follows. */
const ALL_ZH = "(?:把|将)?(?<t>全场|全部|所有|统一|一律)(?:都)?";
const NUMBER_ZH = "(?<n>\\d+(?:\\.\\d+)?|百分之[一二三四五六七八九十]+|[一二两三四五六七八九十百]{1,4})";
const UNIT_ZH = "(?<u>%|个?百分点|个点|成|元钱?|块钱?|刀|美元|美金|欧元?|¥|角|毛)?";
const FOLD_ZH = "打?(?:个)?\\s*(?<z>[\\d.]+|[一二三四五六七八九](?:点?[一二三四五六七八九])?)\\s*折";
const END_ZH = "(?:吧|了|即可)?$";

/** Every price read is in the picture anyway. */
const HERE_EN =
  "(?:\\s+(?:on|in)\\s+(?:the|this|our|my)\\s+(?:menu|poster|list|picture|image|photo|page|flyer|design|banner|card|sign)(?=\\s|$))?";
const ALL_EN = "(?:(?:all|every|each|any|the|of|these|listed|our|my)\\s+)*(?:single\\s+)?";
const PRICES_EN = `(?<t>(?:${LEAD_WORD}(?:['’]s)?\\s+){0,2}?(?:prices?(?:\\s+tags?)?|${PRICE_NOUN_EN})(?:\\s+(?:of|for)\\s+(?:(?:the|an?|each|every|all)\\s+)*(?!by\\b|up\\b|down\\b)\\w+(?:\\s(?!by\\b|up\\b|down\\b|off\\b)[a-z]+)?)?)${HERE_EN}`;
/** Said of goods where only a price can be meant: "everything 10% cheaper". */
const GOODS_EN = `(?<t>(?:${LEAD_WORD}(?:['’]s)?\\s+){0,2}?(?:prices?(?:\\s+tags?)?|${PRICE_NOUN_EN}|items?|products?|tickets?|meals?|dishes|drinks)|everything|it)`;
const NUMBER_EN = `(?:[$¥€£]?\\s*(?<n>\\d+(?:\\.\\d+)?)\\s*(?<u>%|percent|per ?cent|dollars?|euros?|pounds?|quid|yuan|rmb|bucks?|pence|p|cents?|[$¥€£])?|(?<a>${[...NAMED_AMOUNTS.keys()].join("|")}))`;
const GO_EN = "(?:(?:should|must|needs? to|has to|have to|will|to)\\s+)?(?:be\\s+|go(?:es)?\\s+|comes?\\s+)?";

interface Form {
  readonly pattern: RegExp;
  readonly sign?: 1 | -1;
}
const form = (pattern: string, sign?: 1 | -1): Form => ({ pattern: new RegExp(`^${pattern}`, "du"), ...(sign && { sign }) });

const FORMS: readonly Form[] = [
  form(`${SUBJECT_ZH}${FOLD_ZH}${END_ZH}`),
  form(`${ONES_PRICE_ZH}${FOLD_ZH}${END_ZH}`),
  form(`${ONES_PRICE_ZH}(?:${LOWER_ZH})了?\\s*${NUMBER_ZH}\\s*${UNIT_ZH}${END_ZH}`, -1),
  form(`${ONES_PRICE_ZH}(?:${RAISE_ZH})了?\\s*${NUMBER_ZH}\\s*${UNIT_ZH}${END_ZH}`, 1),
  form(`${ALL_ZH}打?(?<z>[\\d.]+|[一二三四五六七八九](?:点?[一二三四五六七八九])?)折${END_ZH}`),
  form(`${SUBJECT_ZH}(?:${LOWER_ZH})了?\\s*${NUMBER_ZH}\\s*${UNIT_ZH}${END_ZH}`, -1),
  form(`${SUBJECT_ZH}(?:${RAISE_ZH})了?\\s*${NUMBER_ZH}\\s*${UNIT_ZH}${END_ZH}`, 1),
  form(`(?<t>[\\p{Script=Han}a-z ]{1,8}?)(?:都|全部|一律|统一|各)?(?:${LOWER_PRICE_ZH})了?\\s*${NUMBER_ZH}\\s*${UNIT_ZH}${END_ZH}`, -1),
  form(`(?<t>[\\p{Script=Han}a-z ]{1,8}?)(?:都|全部|一律|统一|各)?(?:${RAISE_PRICE_ZH})了?\\s*${NUMBER_ZH}\\s*${UNIT_ZH}${END_ZH}`, 1),
  form(`(?:${LOWER_EN})\\s+${ALL_EN}${PRICES_EN}\\s+(?:down\\s+)?(?:by\\s+)?${NUMBER_EN}$`, -1),
  form(`(?:${RAISE_EN})\\s+${ALL_EN}${PRICES_EN}\\s+(?:up\\s+)?(?:by\\s+)?${NUMBER_EN}$`, 1),
  form(`(?:${SHIFT_EN})\\s+${ALL_EN}${GOODS_EN}\\s+down\\s+(?:by\\s+)?${NUMBER_EN}$`, -1),
  form(`(?:${SHIFT_EN})\\s+${ALL_EN}${GOODS_EN}\\s+up\\s+(?:by\\s+)?${NUMBER_EN}$`, 1),
  form(`(?:${OFF_EN})\\s+${NUMBER_EN}\\s+(?:off|from)\\s+(?:of\\s+)?${ALL_EN}${GOODS_EN}$`, -1),
  form(
    `(?:add|put)\\s+${NUMBER_EN}(?:\\s+(?:vat|tax|gst|markup|mark-up|surcharge|tip|service))?\\s+(?:to|onto|on)\\s+${ALL_EN}${PRICES_EN}$`,
    1,
  ),
  form(
    `(?:(?:apply|give|put|add|offer)\\s+)?(?:an?\\s+)?${NUMBER_EN}\\s+(?:discount|reduction)\\s+(?:on|to|off|for)\\s+${ALL_EN}${GOODS_EN}$`,
    -1,
  ),
  form(
    `(?:apply|give|put|add)\\s+(?:an?\\s+)?${NUMBER_EN}\\s+(?:increase|rise|markup|mark-up)\\s+(?:on|to|for)\\s+${ALL_EN}${GOODS_EN}$`,
    1,
  ),
  form(`${ALL_EN}${PRICES_EN}\\s*${GO_EN}(?:-|−|minus|less|down(?:\\s+by)?)\\s*${NUMBER_EN}$`, -1),
  form(`${ALL_EN}${PRICES_EN}\\s*${GO_EN}(?:\\+|plus|up(?:\\s+by)?)\\s*${NUMBER_EN}$`, 1),
  form(`(?:(?:make|set)\\s+)?${ALL_EN}${GOODS_EN}\\s+(?:should be\\s+)?${NUMBER_EN}\\s+(?:off|cheaper)$`, -1),
  form(`(?:(?:make|set)\\s+)?${ALL_EN}${PRICES_EN}\\s+(?:should be\\s+)?${NUMBER_EN}\\s+(?:lower|less)$`, -1),
  form(`(?:(?:make|set)\\s+)?${ALL_EN}${GOODS_EN}\\s+(?:should be\\s+)?${NUMBER_EN}\\s+(?:more expensive|dearer|pricier)$`, 1),
  form(`(?:(?:make|set)\\s+)?${ALL_EN}${PRICES_EN}\\s+(?:should be\\s+)?${NUMBER_EN}\\s+(?:higher|more)$`, 1),
  form(`${NUMBER_EN}\\s+off\\s+(?:on\\s+|for\\s+)?${ALL_EN}${PRICES_EN}$`, -1),
  form(
    `${SUBJECT_ZH}(?<w>翻倍|翻一番|翻番|加倍|减半|打对折|砍半|乘以?\\s*\\d{1,2}(?:\\.\\d+)?|(?:变|改|涨)(?:成|为|到)?(?:原来?的?)?\\d{1,2}(?:\\.\\d+)?倍)${END_ZH}`,
  ),
  form(`(?<w>double|halve|triple)\\s+${ALL_EN}${PRICES_EN}$`),
  form(`(?:(?:cut|reduce|slash|drop)\\s+)${ALL_EN}${PRICES_EN}\\s+(?<w>(?:in|by) half)$`),
  form(`(?:multiply\\s+)${ALL_EN}${PRICES_EN}\\s+by\\s+(?<w>\\d{1,2}(?:\\.\\d+)?)$`),
];

/** Nothing is said but how the prices end: 价格抹零, "round all prices to the nearest dollar". */
const ENDINGS: readonly RegExp[] = [
  new RegExp(
    `^${SUBJECT_ZH}(?:后面)?的?(?=(?:抹零?|去零|去掉|舍去|四舍五入|向下取整|向上取整|取整|凑整|保留|不要|以.{0,4}结尾|尾数))`,
    "du",
  ),
  new RegExp(`^(?:去掉|抹掉|抹去|舍去)${SUBJECT_ZH}的?(?=零头|小数|尾数)`, "du"),
  new RegExp(
    `^(?!.*(?:%|\\bby [$\\d]))(?=.*\\bround|.*\\bdrop the (?:cents|pence|decimals)|.*\\bend in \\.99)(?:(?:round|drop|make)\\s+(?:off\\s+|up\\s+|down\\s+|the (?:cents|pence|decimals) (?:of|from|on|off)\\s+)?)${ALL_EN}${PRICES_EN}\\b`,
    "du",
  ),
];

/** 翻倍 → 100, 减半 → −50, 乘以3 → 200: what is added, in percent. */
function multiplied(words: string): number {
  if (/半|对折|half|halve/.test(words)) return -50;
  const times = /\d+(?:\.\d+)?/.exec(words)?.[0];
  return times === undefined ? (words === "triple" ? 200 : 100) : Number((Number(times) * 100 - 100).toFixed(4));
}

/** 百分之二十五 → 25. */
function hundredths(words: string): number {
  const [, tens = "", ones = ""] = /^百分之(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(words) ?? [];
  const ten = words.includes("十") ? (tens === "" ? 1 : digit(tens)) : 0;
  return 10 * ten + (ones === "" ? 0 : digit(ones));
}

/** 两 → 2, 十五 → 15, 五十 → 50, 一百二十 → 120. */
function counted(words: string): number {
  const [, hundreds = "", rest = ""] = /^(?:(.)百)?(.*)$/u.exec(words.replaceAll("两", "二")) ?? [];
  const [, tens = "", ones = ""] = /^(?:(.?)十)?(.?)$/u.exec(rest) ?? [];
  return 100 * digit(hundreds) + (rest.includes("十") ? 10 * (tens === "" ? 1 : digit(tens)) : 0) + (ones === "" ? 0 : digit(ones));
}

interface Heard {
  readonly by: number;
  readonly percent: boolean;
}

function heard(of: (name: string) => Phrase | undefined, sign: 1 | -1 | undefined): Heard | undefined {
  const fold = of("z");
  if (fold !== undefined) {
    const remains = tenths(fold.key);
    return remains === undefined ? undefined : { by: Number((remains * 10 - 100).toFixed(4)), percent: true };
  }
  const times = of("w")?.key;
  if (times !== undefined) return { by: multiplied(times), percent: true };
  const named = NAMED_AMOUNTS.get(of("a")?.key ?? "");
  if (named !== undefined && sign !== undefined) return { ...named, by: sign * named.by };
  const words = of("n")?.key ?? "";
  const unit = of("u")?.key ?? "";
  const inWords = words.startsWith("百分之");
  const said = inWords ? hundredths(words) : /^[\d.]+$/.test(words) ? Number(words) : counted(words);
  const percent = inWords || /^(?:%|per ?cent|个?百分点|个点|成)$/.test(unit);
  const number = Number(
    (unit === "成" ? said * 10 : /^(?:角|毛)$/.test(unit) ? said / 10 : /^(?:p|pence|cents?)$/.test(unit) ? said / 100 : said).toFixed(4),
  );
  return number > 0 && sign !== undefined ? { by: sign * number, percent } : undefined;
}

/** 抹零, 四舍五入到整数, "keep the .99 endings": to which amounts a rule for prices comes. */
type Rounding = "floor" | "ceil" | "whole" | ".99" | ".0" | ".00";
const ROUNDINGS: readonly (readonly [Rounding, RegExp])[] = [
  [".99", /\.99|[.点]九九|99结尾/],
  [".0", /[一1]位小数|小数点?后?[一1]位|保留到角|\b(?:one|1|a single) decimal\b/],
  [".00", /[两二2]位小数|小数点?后?[两二2]位|保留到分|\b(?:two|2) decimals?\b/],
  ["ceil", /向上取整|进一法|往上取整|\bround(?:ed|ing)? (?:(?:them|it|all|the prices|prices|every price) )*up\b(?! or)/],
  [
    "floor",
    /抹零|去零|舍去|抹(?:去|掉)?(?:小数|零头|尾数)|去掉?(?:小数|零头|尾数)|零头(?:去掉|抹掉|不要)|去掉(?=.*(?:零头|小数|尾数))|向下取整|不要零头|\bround(?:ed|ing)? (?:them )?down\b|\bdrop the (?:cents|pence|decimals)\b/,
  ],
  [
    "whole",
    /四舍五入|取整|凑整|整数|不要小数|\bround(?:ed|ing)? (?:(?:them|it|up|off|(?:all |every |the )*prices?) )?(?:to )?(?:the )?(?:nearest )?(?:whole|full|dollar|pound|euro|integer|number|yuan)|\bround(?:ed|ing)? (?:(?:them|it|the (?:prices|result|amounts|figures)) )?off\b|\band round(?: (?:them|it))?$|\bwhole (?:dollars|pounds|euros|numbers)\b|\bno (?:cents|pence|decimals)\b/,
  ],
];
const roundingIn = (key: string): Rounding | undefined => ROUNDINGS.find(([, says]) => says.test(key))?.[0];
/** Nothing but how to round. */
const ROUNDING_ONLY =
  /^(?:and |then |请|都|并|再|结果)*(?:抹零|去零|舍去|去掉?|四舍五入|向下取整|取整|凑整|保留|不要|保持|都?以|尾数|round|keep|make|end|drop|ending|with|no|to)/;
const ROUNDING_TAIL =
  /[\s,]*(?:\b(?:pls|please) )?(?:and |then |并|再|,)\s*(?:round|keep|make them end|end|drop the|抹零|四舍五入|取整|凑整).*$/;
/** 菜单上, "on here": every price read is in the picture anyway. */
const ON_PICTURE =
  /^(?:把|将)?(?:菜单|价目表|价签|海报|图|图片|画面|单子)(?:上|里|中)面?的?(?=.)|\s+(?:on|in) (?:here|there|this|(?:the|this) (?:menu|poster|list|picture|image|page|flyer))$/;

/** Which prices belong to the drinks no rule can tell: 除了酒水外所有价格打九折, "… except the drinks". */
const EXCEPT =
  /^除了?.{1,14}?(?:(?:以外|之外|外)的?(?:其[他它余]|别的)?|(?:其[他它余]|别的))的?(?<rest>.+)$|^(?<rest>.+?),? (?:except(?: for)?|apart from|other than|but not|excluding|besides) (?!.*\bround)[^,]+$/du;

/** 包括划线价, "including the crossed-out ones": the rule just said is for what was asked before as well. */
const OLD_TOO = [
  /^(?:也|还)?(?:包括|包含|连同?)(?<o>(?:原|划线|划掉的|吊牌|市场|日常)价格?)(?:一起|在内|也?一样)?$|^(?<p>(?:原|划线|划掉的|吊牌|市场|日常)价格?)也?(?:一样|同样|如此|一起)(?:改|调)?$/du,
  /^(?:and |also )?(?:including|incl\.?) (?:the )?(?:crossed[- ]out|struck[- ]through|original|old|regular)(?: (?:ones?|prices?))?$|^(?:and )?the (?:crossed[- ]out|struck[- ]through|original|old|regular) (?:ones?|prices?) too$/du,
];
function withOldToo(key: string, target = ""): string | undefined {
  const [zh, en] = OLD_TOO.map((pattern) => pattern.exec(key));
  if (zh) return `${target}和${zh.groups?.o ?? zh.groups?.p}`;
  return en ? `${target} and original prices` : undefined;
}

/** What stands before the thing of an order: 把第二个价格…. */
const TAKES = /^(?:把|将|给|让)\s*/du;

/** A rule for prices: 所有价格打八折, 原价全部加10元, "all prices -20 %", "add $5 to every price". The value says it: `price -20%`. */
export const readReprice: Recogniser = (given, before) => {
  if (hasLiteral(given)) return undefined;
  const rounding = roundingIn(given.key);
  if (before?.kind === "text.replace" && /^price [+-]/.test(String(before.value))) {
    const both = withOldToo(given.key, before.target);
    if (both !== undefined) return { does: "instead", operations: [{ ...before, target: both }] };
    if (rounding !== undefined && ROUNDING_ONLY.test(given.key))
      return { does: "instead", operations: [{ ...before, value: `${before.value} ${rounding}` }] };
  }
  const ends = rounding === undefined ? undefined : ENDINGS.map((pattern) => find(given, pattern)?.of("t")).find((t) => t !== undefined);
  if (ends !== undefined) return operate(operation("text.replace", { target: wordsOf(ends), value: `price +0% ${rounding}` }));
  const spared = find(given, EXCEPT);
  const rest = spared?.of("rest");
  if (rest !== undefined && readReprice(rest, undefined) !== undefined) return doubt("price_except");
  const clause = without(without(given, ROUNDING_TAIL), ON_PICTURE);
  const place = placeIn(clause);
  const counted = ordinalIn(find(clause, TAKES)?.after ?? clause);
  const readings = [
    ...(place && isBlank(place.before) ? [place.after, clause] : [clause, ...(place ? [place.after] : [])]),
    ...(counted ? [counted.rest] : []),
  ];
  for (const { pattern, sign } of FORMS) {
    for (const words of readings) {
      const found = find(words, pattern);
      const rule = found && heard(found.of, sign);
      const said = found?.of("t");
      if (!rule || said === undefined) continue;
      const which = words === counted?.rest ? { nth: counted.nth, rest: said } : ordinalIn(said);
      const target = which?.rest ?? said;
      const value = `price ${rule.by < 0 ? "-" : "+"}${Math.abs(rule.by)}${rule.percent ? "%" : ""}${rounding === undefined ? "" : ` ${rounding}`}`;
      const where = words === place?.after ? place.where : undefined;
      return operate(
        operation("text.replace", { target: target.key === "it" ? undefined : wordsOf(target), where, nth: which?.nth, value }),
      );
    }
  }
  return undefined;
};
