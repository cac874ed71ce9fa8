/** How many jobs of an engine may run at once, over all machines; an engine not named has no limit of its own. */
export type LaneLimits = Readonly<Record<string, number>>;

/** The lane of jobs that leave the choice of the engine to the router. */
export const AUTO = "auto";

/**
 * Lanes that may start no further job. A job of `auto` can end up at any engine, so it counts against each of them: strict at the
 * price of sometimes waiting where it need not.
 */
export function closedLanes(running: Readonly<Record<string, number>>, limits: LaneLimits): readonly string[] {
  const auto = running[AUTO] ?? 0;
  const full = Object.entries(limits).filter(([lane, limit]) => (running[lane] ?? 0) + (lane === AUTO ? 0 : auto) >= limit);
  const closed = full.map(([lane]) => lane);
  return closed.length === 0 || closed.includes(AUTO) ? closed : [...closed, AUTO];
}
