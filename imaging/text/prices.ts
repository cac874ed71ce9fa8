/**
 * A rule for prices, as an operation's `value` carries it: `price -20%` (of what it is now) or `price +10` (in its own currency).
 * What comes out keeps the old price's currency, decimals and thousands marks, rounded half up; it never falls below zero. A word behind
 * the rule says otherwise: `price -15% floor`, `price +10% whole`, `price -20% .99`, `price +5% .0`.
 */
export interface PriceRule {
  readonly kind: "percent" | "amount";
  readonly by: number;
  /**
   * Whole units: the next lower, the next higher, the nearest; the nearest amount ending in .99; or one or two decimals, half up. Without
   * it as many decimals as before, half up.
   */
  readonly to?: "floor" | "ceil" | "whole" | ".99" | ".0" | ".00";
}

/** Undefined for values that are no price rule. */
export function priceRuleOf(value: unknown): PriceRule | undefined {
  const found = typeof value === "string" ? /^price ([+-]\d+(?:\.\d+)?)(%?)(?: (floor|ceil|whole|\.99|\.00?))?$/.exec(value) : null;
  if (found === null) return undefined;
  const to = found[3] as PriceRule["to"];
  return { kind: found[2] === "%" ? "percent" : "amount", by: Number(found[1]), ...(to && { to }) };
}

export const writtenRule = ({ kind, by, to }: PriceRule): string =>
  `price ${by < 0 ? "-" : "+"}${Math.abs(by)}${kind === "percent" ? "%" : ""}${to === undefined ? "" : ` ${to}`}`;

/** 1,299.50 · 1.299,50 · 1'299.50 · 3.50 and 3,50: a mark with three digits behind it parts thousands, with one or two it begins decimals. */
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:['’]\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?)`;
const SIGN = "(?:[¥￥$€£₩₹฿₽]|rmb|cny|usd|eur|gbp|hkd|chf)";
const UNIT = "(?:元|起|块钱?|圆|円|€|£|₽|원|zł|rmb|cny|usd|eur|gbp|hkd|chf|kr\\b|dollars?|yuan)";
/** An amount counts as a price by its currency; thresholds and savings (满300, 立减50, save $5) are no prices. */
const PRICE = new RegExp(
  String.raw`(?<!(?:满|减|省|送|返|抵|券|\bsave|\boff|\bover|\bspend)\s*)(?:(?<=${SIGN}\s{0,2})(?<![\d.])(?<signed>${NUMBER})|(?<![\d.,])(?<united>${NUMBER})(?=\s?${UNIT}))(?![.,]?\d)`,
  "giu",
);
const NO_PRICE_BEFORE = new RegExp(String.raw`(?:满|减|省|送|返|抵|\b(?:save|off|over|spend)\b)\s*${SIGN}?\s*$`, "iu");

/** One price in a string and what becomes of it. `exact` is the new amount before rounding. */
export interface Repriced {
  readonly old: string;
  readonly new: string;
  readonly exact: number;
  readonly isRounded: boolean;
}

export interface RepricedText {
  readonly text: string;
  readonly prices: readonly Repriced[];
  /** Prices that stay as they are, as written. */
  readonly left: readonly string[];
}

/** Whether the amount at these places of the string, the end exclusive, is to stay as it is. */
export type Stays = (from: number, to: number) => boolean;

/** Decimals a rule leaves, and the amount it comes to. */
function roundedTo(exact: number, decimals: number, to: PriceRule["to"]): { readonly amount: number; readonly decimals: number } {
  if (to === "floor") return { amount: Math.floor(exact + 1e-6), decimals: 0 };
  if (to === "ceil") return { amount: Math.ceil(exact - 1e-6), decimals: 0 };
  if (to === "whole") return { amount: Math.round(exact + 1e-6), decimals: 0 };
  if (to === ".99") return { amount: Math.max(0, Math.round(exact + 0.01 + 1e-6) - 0.01), decimals: 2 };
  const left = to === ".0" || to === ".00" ? to.length - 1 : decimals;
  const scale = 10 ** left;
  return { amount: Math.round(exact * scale + 1e-6) / scale, decimals: left };
}

/** An amount as it is written: what it is worth, and the marks it is written with. */
function amountOf(written: string): {
  readonly value: number;
  readonly decimals: number;
  readonly point: string;
  readonly thousands: string;
} {
  const [, mark, digits = ""] = /([.,])(\d{1,2})$/.exec(written) ?? [];
  const whole = mark === undefined ? written : written.slice(0, -digits.length - 1);
  const thousands = /\D/.exec(whole)?.[0] ?? "";
  const value = Number(`${whole.replaceAll(/\D/g, "")}.${digits}`);
  return { value, decimals: digits.length, point: mark ?? (thousands === "." ? "," : "."), thousands };
}

function newAmount(
  old: string,
  { kind, by, to }: PriceRule,
): { readonly text: string; readonly exact: number; readonly isRounded: boolean } {
  const { value: before, decimals, point, thousands } = amountOf(old);
  // Hundredths of a percent are exact in doubles only after rounding off their last digits.
  const exact = Math.max(0, Number((kind === "percent" ? before * (1 + by / 100) : before + by).toFixed(6)));
  const { amount: rounded, decimals: left } = roundedTo(exact, decimals, to);
  const [units = "", rest] = rounded.toFixed(left).split(".");
  const grouped = units.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  const text = rest === undefined ? grouped : `${grouped}${point}${rest}`;
  return { text, exact, isRounded: Math.abs(rounded - exact) > 1e-9 };
}

const BARE = new RegExp(`^\\s*${NUMBER}\\s*$`, "u");
const ONLY_SIGN = new RegExp(`${SIGN}\\s*$`, "iu");
const LEADING_UNIT = new RegExp(`^\\s*${UNIT}`, "iu");

/** Whether a string is nothing but an amount, its currency perhaps set apart. */
export const isBareAmount = (text: string): boolean => BARE.test(text);
/** What stands before or after an amount and makes it a price: 券后价¥, 元起. */
export const endsInSign = (text: string): boolean => ONLY_SIGN.test(text) && !NO_PRICE_BEFORE.test(text);
export const startsWithUnit = (text: string): boolean => LEADING_UNIT.test(text);

/** As `reprice`, for an amount whose currency is set apart from it. */
export function repriceBare(text: string, rule: PriceRule, stays?: Stays): RepricedText {
  const signed = reprice(`¥${text.trim()}`, rule, stays && ((from, to) => stays(from - 1, to - 1)));
  const bare = signed.prices.map((price) => ({ ...price, old: price.old.slice(1), new: price.new.slice(1) }));
  return { text: signed.text.slice(1), prices: bare, left: signed.left.map((price) => price.slice(1)) };
}

/** The string with every price in it by the rule, but those that stay; no prices where it has none. */
export function reprice(text: string, rule: PriceRule, stays: Stays = () => false): RepricedText {
  const prices: Repriced[] = [];
  const left: string[] = [];
  const out = text.replace(PRICE, (amount: string, ...rest: unknown[]) => {
    const offset = rest.find((part) => typeof part === "number") as number;
    if (NO_PRICE_BEFORE.test(text.slice(0, offset))) return amount;
    const sign = new RegExp(`${SIGN}$`, "iu").exec(text.slice(0, offset).trimEnd())?.[0] ?? "";
    const unit = sign === "" ? (new RegExp(`^\\s?${UNIT}`, "iu").exec(text.slice(offset + amount.length))?.[0] ?? "") : "";
    if (stays(offset, offset + amount.length)) {
      left.push(`${sign}${amount}${unit}`);
      return amount;
    }
    const after = newAmount(amount, rule);
    prices.push({ old: `${sign}${amount}${unit}`, new: `${sign}${after.text}${unit}`, exact: after.exact, isRounded: after.isRounded });
    return after.text;
  });
  return { text: out, prices, left };
}
