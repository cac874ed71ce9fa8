import { canMatch } from "./phrase/asked-only-if.ts";
import { fold } from "./phrase/fold.ts";
import { marked, unmarked } from "./phrase/marked.ts";
import { GROUPS } from "./turns/in-order.ts";
import type { Recasting } from "./turns/recasting.ts";

/** The order a match stands for, its groups in the words as written. */
function orderOf(order: string, hit: RegExpExecArray, text: string): string {
  return order.replace(/“\$<(\w+)>”|\$<(\w+)>/g, (put, quoted: string | undefined, plain: string | undefined) => {
    const at = hit.indices?.groups?.[quoted ?? plain ?? ""];
    const words = at === undefined ? "" : text.slice(at[0], at[1]);
    // What is quoted already is not quoted twice.
    return quoted === undefined || /^[\uE100-\uE1FF]$/.test(words) ? words : put.replace(/\$<\w+>/, () => words);
  });
}

/** A text and its folded form, which is worth making only where the text changed. */
interface Worded {
  readonly text: string;
  readonly key: string;
  /** What the marks in it stand for. */
  readonly quotes: readonly string[];
}

/** What a turn of phrase has just put in quotes is as safe from the next as what came quoted. */
function worded(text: string, quotes: readonly string[], adds: boolean): Worded {
  const now = adds ? marked(text, quotes) : { text, quotes };
  return { ...now, key: fold(now.text) };
}

interface Asked extends Recasting {
  readonly can: (key: string) => boolean;
}

const ASKED = GROUPS.map(({ needs, rules }) => ({ needs, rules: rules.map((rule): Asked => ({ ...rule, can: canMatch(rule.says) })) }));

/** The text with every match put into its order. `says` keeps what V8 compiled only while it is itself the object that is asked: no `matchAll`. */
function applied(now: Worded, { says, order, near, can }: Asked): Worded {
  const { text, key } = now;
  if (!can(key) || near?.test(key) === false) return now;
  let out = "";
  let done = 0;
  says.lastIndex = 0;
  for (let hit = says.exec(key); hit; hit = says.exec(key)) {
    out += text.slice(done, hit.index) + orderOf(order, hit, text);
    done = hit.index + hit[0].length;
    if (hit[0] === "") says.lastIndex++;
  }
  return done === 0 ? now : worded(out + text.slice(done), now.quotes, order.includes("“"));
}

/**
 * An instruction in plainer words of the same meaning: thanks, reasons and conditions that change nothing are left out, and turns of
 * phrase become the orders they stand for ("make it navy instead of orange", 是329不是359). Quoted strings stay as written. An
 * instruction of which nothing would be left stays as it is.
 */
export function recast(instruction: string): string {
  const start = marked(instruction);
  const given: Worded = { ...start, key: fold(start.text) };
  const said = ASKED.reduce((now, { needs, rules }) => (needs?.test(now.key) === false ? now : rules.reduce(applied, now)), given);
  return said.text.trim() === "" ? instruction : unmarked(said);
}
