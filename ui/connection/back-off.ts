const FIRST_MS = 500;
const LONGEST_MS = 5000;

/** Wait before search number `attempt` (0 = first repetition), milliseconds: doubling, at most 5 s, spread by ±25 % with `random` in 0…1. */
export function backOffMs(attempt: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(base * (0.75 + random * 0.5));
}
