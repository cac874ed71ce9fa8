/** How many characters at the beginning and at the end two strings have in common; none counts twice. */
export function keptEnds(old: readonly string[], fresh: readonly string[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  return { head, tail };
}
