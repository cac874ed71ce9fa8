/** One measured number and what it must reach. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit?: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** Depends on how busy the machine is: the suite, which shares its machine, allows `BUSY` times as much. */
  readonly timing?: true;
}

export interface MeasureOptions {
  /** How many cases, rounds or messages; each measurement says what it counts. */
  readonly count: number;
  /** A folder of files, where a measurement takes one. */
  readonly folder?: string | undefined;
}

/** A guarantee as something that can be run: small in the suite, in full by `npm run test:security`. */
export interface Measurement {
  /** As in docs/THREAT-MODEL.md: T1 to T15. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly counts: { readonly suite: number; readonly full: number };
  /** Needs Chromium, so that it runs with the end-to-end tests. */
  readonly browser?: true;
  measure(options: MeasureOptions): Promise<readonly Figure[]>;
}

/** How much slower the suite may be than an idle machine. */
const BUSY = 10;

export function holds({ value, atMost, atLeast, timing }: Figure, busy = 1): boolean {
  const slack = timing === true ? busy : 1;
  return (atMost === undefined || value <= atMost * slack) && (atLeast === undefined || value * slack >= atLeast);
}

/** The figures that do not hold with the small count; empty where the guarantee stands. */
export async function brokenFigures({ measure, counts }: Measurement): Promise<readonly Figure[]> {
  return (await measure({ count: counts.suite })).filter((figure) => !holds(figure, BUSY));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
