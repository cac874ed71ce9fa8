import type { Answer } from "../../protocol/edit.ts";
import type { Operation } from "../../protocol/plan.ts";
import { type PriceRule, priceRuleOf, type Repriced, reprice, repriceBare } from "./prices.ts";

/** One text with prices in it: what it reads now, what it shall read. */
export interface PriceRow<T> {
  readonly line: T;
  readonly from: string;
  readonly to: string;
  readonly prices: readonly Repriced[];
}

export interface PriceView<T> {
  stringOf(line: T): string;
  /** Whether the line is a bare amount beside its currency. */
  isPriced(line: T): boolean;
}

const ORIGINAL = /原价|日常价|市场价|划线价|吊牌价|original|regular|was\b/i;

/**
 * The table a price rule comes down to among found texts, in reading order; empty where there is no price. Where the person speaks of
 * the original price and some lines name it, only those are meant.
 */
export function priceTable<T>(lines: readonly T[], operation: Operation, { stringOf, isPriced }: PriceView<T>): readonly PriceRow<T>[] {
  const rule = priceRuleOf(operation.value);
  if (rule === undefined) return [];
  const rows = lines.flatMap((line): PriceRow<T>[] => {
    const from = stringOf(line);
    const { text, prices } = isPriced(line) ? repriceBare(from, rule) : reprice(from, rule);
    return prices.length > 0 && text !== from ? [{ line, from, to: text, prices }] : [];
  });
  const named = ORIGINAL.test(operation.target ?? "") ? rows.filter((row) => ORIGINAL.test(row.from)) : [];
  return named.length > 0 ? named : rows;
}

const change = ({ kind, by }: PriceRule): string => `${by < 0 ? "−" : "+"}${Math.abs(by)}${kind === "percent" ? " %" : ""}`;

/** The table for a person: each price before and after, and where it was rounded. `at` is filled by whoever knows the places. */
export function priceAnswer(operation: Operation, rows: readonly PriceRow<unknown>[]): Omit<Answer, "at"> {
  const rule = priceRuleOf(operation.value);
  const prices = rows.flatMap((row) => row.prices);
  const cells = prices.map((p) => `${p.old} → ${p.new}${p.isRounded ? ` (${Number(p.exact.toFixed(4))} rounded)` : ""}`);
  const rounding = prices.some((p) => p.isRounded) ? ", rounded half up to the decimals they had" : "";
  const count = `${prices.length} price${prices.length === 1 ? "" : "s"}`;
  return {
    question: `${operation.target ?? "prices"} ${rule ? change(rule) : ""}`.trim(),
    answer: `${count} ${rule ? change(rule) : ""}${rounding}: ${cells.join(", ")}.`,
    confidence: 1,
  };
}
