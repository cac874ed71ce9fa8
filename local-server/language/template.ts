/** A sentence with numbered slots: `“{1}” stands in {2} places; say which one is meant.` */
export interface Template {
  /** What stands around the slots, one more than there are slots. */
  readonly literals: readonly string[];
}

/** Slots are numbered from 1 in the order they stand. */
export const readTemplate = (text: string): Template => ({ literals: text.split(/\{\d+\}/) });

/** Characters a sentence must have to fit: of several that fit, the one with the most says the most. */
export const weightOf = ({ literals }: Template): number => literals.reduce((sum, { length }) => sum + length, 0);

/**
 * What stands in the slots, in their order, or `undefined` where `text` is not of this form. Each slot but the last takes as little as it can;
 * that finds a reading wherever there is one, in time linear in the text, whatever stands in the slots.
 */
export function slotsIn(text: string, { literals }: Template): readonly string[] | undefined {
  const first = literals[0]!;
  if (literals.length === 1) return text === first ? [] : undefined;
  const last = literals.at(-1)!;
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const literal of literals.slice(1, -1)) {
    const next = text.indexOf(literal, at);
    if (next < 0 || next + literal.length > end) return undefined;
    values.push(text.slice(at, next));
    at = next + literal.length;
  }
  return [...values, text.slice(at, end)];
}

const HAN_FIRST = /^\p{Script=Han}/u;
const HAN_LAST = /\p{Script=Han}$/u;

/**
 * `template` with its slots filled by number: `{1}` with what is said for the value, `{=1}` with the value itself (another program's words, which
 * may look like ours). The space a template keeps around a name goes where the name became Chinese.
 */
export const filled = (template: string, said: readonly string[], values: readonly string[]): string =>
  template.replace(/((?<! ) )?\{(=?)(\d+)\}( (?! ))?/g, (_, before = "", asIs: string, number: string, after = "") => {
    const at = Number(number) - 1;
    const value = values[at] ?? "";
    const words = asIs === "" ? (said[at] ?? "") : value;
    const isTranslated = words !== value;
    return (isTranslated && HAN_FIRST.test(words) ? "" : before) + words + (isTranslated && HAN_LAST.test(words) ? "" : after);
  });
