import type { Estimate } from "../../protocol/edit.ts";
import type { Engine } from "../engines/engine.ts";

/** Rough worth of a unit in US dollars: prices are only put in order by it, never shown. */
const DOLLARS: Readonly<Record<string, number>> = { USD: 1, EUR: 1.1, GBP: 1.3, CNY: 0.14, JPY: 0.0067 };

/** What one result costs, for comparing; a price nobody knows comes after all that are known. */
function costOf({ price }: { readonly price?: Estimate["price"] }): number {
  const rate = price === undefined ? undefined : DOLLARS[price.currency];
  return price === undefined || rate === undefined ? Number.POSITIVE_INFINITY : price.amount * rate;
}

/**
 * The order in which engines are tried: those on this machine before those elsewhere, as listed (light first); elsewhere the cheaper
 * first.
 */
export function rankEngines(engines: readonly Engine[]): readonly Engine[] {
  const rated = engines.map((engine, at) => ({ engine, at, ...engine.capabilities() }));
  const cost = (a: (typeof rated)[number], b: (typeof rated)[number]): number => {
    if (a.local !== b.local) return a.local ? -1 : 1;
    if (a.local) return 0;
    const [left, right] = [costOf(a), costOf(b)];
    return left === right ? 0 : left - right;
  };
  return rated.sort((a, b) => cost(a, b) || a.at - b.at).map(({ engine }) => engine);
}
