/** Values that are there, ascending. */
export const present = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((v): v is number => v !== undefined && !Number.isNaN(v)).sort((a, b) => a - b);

/** Linear between neighbours; `undefined` of nothing. */
export function quantile(values: readonly (number | undefined)[], q: number): number | undefined {
  const sorted = present(values);
  if (sorted.length === 0) return undefined;
  const at = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly (number | undefined)[]): number | undefined => quantile(values, 0.5);

/** Share of those for which the question has an answer. */
export function share(answers: readonly (boolean | undefined)[]): { readonly yes: number; readonly of: number } {
  const given = answers.filter((a) => a !== undefined);
  return { yes: given.filter(Boolean).length, of: given.length };
}
