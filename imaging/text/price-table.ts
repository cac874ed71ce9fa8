import type { Answer } from "../../protocol/edit.ts";
import type { Operation } from "../../protocol/plan.ts";
import { type PriceRule, priceRuleOf, type Repriced, reprice, repriceBare, type Stays } from "./prices.ts";

/** One text with prices in it: what it reads now, what it shall read. */
export interface PriceRow<T> {
  readonly line: T;
  readonly from: string;
  readonly to: string;
  readonly prices: readonly Repriced[];
}

/** What a rule for prices comes down to. */
export interface PriceTable<T> {
  readonly rows: readonly PriceRow<T>[];
  /** Struck-through prices that stay as they are, as written. */
  readonly left: readonly string[];
}

export interface PriceView<T> {
  stringOf(line: T): string;
  /** Whether the line is a bare amount beside its currency. */
  isPriced(line: T): boolean;
  /** The part of its string, from and to (exclusive), that a stroke runs through. */
  struckIn(line: T): readonly [from: number, to: number] | undefined;
}

const ORIGINAL = /原价|日常价|市场价|划线|划掉|吊牌价|original|regular|was\b|(?:crossed|struck)[- ](?:out|through)/i;
/** The person names other prices as well. */
const WITH_OTHERS = /价.*(?:和|与|及|、).*价|prices? and /i;

/** Share of an amount that a stroke runs through where it is struck. */
const STRUCK = 0.5;

function stroke<T>(line: T, view: PriceView<T>): Stays {
  const [start, end] = view.struckIn(line) ?? [0, 0];
  return (from, to) => Math.min(to, end) - Math.max(from, start) > STRUCK * (to - from);
}

/**
 * The table a price rule comes down to among found texts, in reading order; no rows where there is no price. Where the person speaks of
 * the original price, only those that are named so or struck through are meant, if there are any. Else what is struck through stays beside
 * prices that are not: it tells what was asked before.
 */
export function priceTable<T>(lines: readonly T[], operation: Operation, view: PriceView<T>): PriceTable<T> {
  const rule = priceRuleOf(operation.value);
  if (rule === undefined) return { rows: [], left: [] };
  const { target = "" } = operation;
  const tabled = (staying: (line: T) => Stays): PriceTable<T> => {
    const cells = lines.map((line) => {
      const from = view.stringOf(line);
      return { line, from, ...(view.isPriced(line) ? repriceBare(from, rule, staying(line)) : reprice(from, rule, staying(line))) };
    });
    const rows = cells.flatMap(({ line, from, text, prices }) =>
      prices.length > 0 && text !== from ? [{ line, from, to: text, prices }] : [],
    );
    return { rows, left: cells.flatMap((cell) => cell.left) };
  };
  const all = (): PriceTable<T> => tabled(() => () => false);
  if (!ORIGINAL.test(target)) {
    const current = tabled((line) => stroke(line, view));
    return current.rows.length > 0 ? current : all();
  }
  if (WITH_OTHERS.test(target)) return all();
  const { rows } = tabled((line) => {
    const isStruck = stroke(line, view);
    return (from, to) => !ORIGINAL.test(view.stringOf(line)) && !isStruck(from, to);
  });
  return rows.length > 0 ? { rows, left: [] } : all();
}

const change = ({ kind, by }: PriceRule): string => `${by < 0 ? "−" : "+"}${Math.abs(by)}${kind === "percent" ? " %" : ""}`;

/** What a person is told where struck-through prices stay. */
export const leftNotes = ({ left }: PriceTable<unknown>): readonly string[] =>
  left.length === 0 ? [] : [`Struck through and so left as before: ${left.join(", ")}. To change it too, name the original price.`];

/** The table for a person: each price before and after, and where it was rounded. `at` is filled by whoever knows the places. */
export function priceAnswer(operation: Operation, { rows }: PriceTable<unknown>): Omit<Answer, "at"> {
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
