import { PRICE_NOUN_EN, PRICE_NOUN_ZH } from "../instruction/lexicon/price-words.ts";
import { looselyFolded } from "../text/fold.ts";
import type { Boxed } from "./priced-amounts.ts";

/** What prices are called, what is said of any of them and of where they stand: without these words the thing a price belongs to is left. */
const SAID_OF_ANY = [
  "(?:和|与|及|、)?(?:划掉的|(?:原|划线|吊牌|市场|日常)(?=价))",
  "\\b(?:and )?(?:original|regular|old|(?:crossed|struck)[- ](?:out|through))(?= prices?\\b)",
  "所有|全部|全场|一切|每[一个件款份]*|各个?|这些|(?:图片?|菜单|价目表|海报|画面|单子)(?:上|中|里)?面?|商品|产品|菜品?|单品|套餐|的",
  "(?:销?售|原|现|标|单|定|特|促销|活动|优惠|折后|门?票|机票|会员|划线|市场|日常|吊牌|团购|到手|拼团|起步|人均)?价(?:格|钱|位|签)?",
  PRICE_NOUN_ZH,
  "\\b(?:all|every|each|any|the|of|for|on|in|an?|our|my|this|these|listed|single|original|regular|old|new|current|sale|list|retail|unit|total|final)\\b",
  "\\b(?:menu|poster|picture|image|page|flyer|banner|tickets?|tags?|items?|products?|goods|dishes|meals|everything)\\b",
  `\\b(?:\\w+ )?(?:${PRICE_NOUN_EN})\\b`,
  "\\bprices?\\b|['’]s\\b",
];
const PRICE_WORDS = new RegExp(SAID_OF_ANY.join("|"), "giu");
/** A price stands in the row of its thing, the middles no further apart than this, or under it within this, heights of the taller text. */
const SAME_ROW = 0.6;
const BELOW = 2.5;
/** More pixels than a picture is wide. */
const RANK = 1e6;

const folded = (text: string): string =>
  looselyFolded(text)
    .map((c) => c.char)
    .join("");

/** The thing whose price is meant: "price of the latte" → "latte", 拿铁的价格 → 拿铁; `undefined` where prices at large are meant. */
export function pricedThing(target: string | undefined): string | undefined {
  const rest = (target ?? "").replace(PRICE_WORDS, " ").replace(/\s+/gu, " ").trim();
  return rest === "" ? undefined : rest;
}

/** How little an amount looks like a name's price; infinite where it is none. To its right in the row comes first, then under it, then to its left. */
function apart(name: Boxed, amount: Boxed): number {
  const tall = Math.max(name.box.height, amount.box.height);
  const [dx, dy] = [amount.box.cx - name.box.cx, amount.box.cy - name.box.cy];
  const gap = Math.abs(dx) - (name.box.width + amount.box.width) / 2;
  if (Math.abs(dy) <= SAME_ROW * tall) return Math.max(0, gap) + (dx < 0 ? 2 * RANK : 0);
  return dy > 0 && dy <= BELOW * tall && gap <= 0 ? RANK + dy : Number.POSITIVE_INFINITY;
}

/** Those of `rows` that are `thing`'s price: in the text itself, beside its name or right under it. Empty where the picture shows none. */
export function rowsOfThing<T extends Boxed, R extends { readonly line: T }>(
  thing: string,
  { rows, lines }: { readonly rows: readonly R[]; readonly lines: readonly T[] },
): readonly R[] {
  const wanted = folded(thing);
  const names = lines.filter((line) => folded(line.string).includes(wanted));
  const own = rows.filter(({ line }) => names.includes(line));
  if (own.length > 0) return own;
  const nearest = names.map((name) => {
    const [first] = rows.map((row) => ({ row, far: apart(name, row.line) })).sort((a, b) => a.far - b.far);
    return first !== undefined && Number.isFinite(first.far) ? first.row : undefined;
  });
  return rows.filter((row) => nearest.includes(row));
}
