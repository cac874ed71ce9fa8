/** A turn of phrase over folded text, and the plain order it stands for. */
export interface Recasting {
  readonly says: RegExp;
  /** `$<name>` are words kept as written. */
  readonly order: string;
  /** Found wherever `says` is, and asked first: a pattern that spells out every colour takes some 50 ms to compile. */
  readonly near?: RegExp | undefined;
}

/** Stands for one quoted string, see `recast.ts`. */
export const Q = "[\\uE100-\\uE1FF]";

export const rule = (says: string, order: string, near?: RegExp): Recasting => ({ says: new RegExp(says, "dgu"), order, near });
