import { IN_CHINESE, LEFT_AS_WRITTEN, NAMED } from "../lexicon/both-languages.ts";
import { ENGLISH_COLOURS } from "../lexicon/colours.ts";

/** What was put into Chinese, and the word that was written. */
export type Written = Map<string, string>;

/** Words of one English phrase; a capital inside a sentence is a name or a wording. */
const RUN = /(?<![\w@#./&'-]|[A-Za-z] |& )[A-Za-z][A-Za-z'’-]*(?: +[a-z][A-Za-z'’-]*)*(?![\w@/'-]|\.\w| ?&| [A-Z])/gu;
/** A clause built with these is English with Chinese words in it. */
const ENGLISH_FRAME =
  /\b(?:to|with|into|from|and|by|of|(?<!as )is|are|should|make|turn|set|it|them|its|without|but|(?:on|in|at|under|behind|beside|near) the (?!top|bottom|left|right|cent|middle|upper|lower))\b/i;
const LONGEST = 4;

/** The words of a run in Chinese, longest first; undefined where one of them is not known, and so the run may be a name or a wording. */
function known(run: string, before: string, after: string, written: Written): string | undefined {
  const words = run.replaceAll("’", "'").split(/ +/);
  let out = "";
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let count = Math.min(LONGEST, words.length - at); count > 0 && taken === 0; count--) {
      const said = words.slice(at, at + count).join(" ");
      const entry = IN_CHINESE.get(said.toLowerCase());
      const rest = `${words.slice(at + count).join(" ")}${after}`;
      const zh = typeof entry === "function" ? entry(`${before}${out}`, rest) : entry;
      if (zh !== undefined) {
        if (NAMED.has(zh)) written.set(zh, said);
        out += zh;
      } else if (LEFT_AS_WRITTEN.has(said.toLowerCase()) || ENGLISH_COLOURS.has(said.toLowerCase())) out += ` ${said} `;
      else if (/^(?:the|an?|in|at|on)$/i.test(said) && words.length > at + 1) out += "";
      else continue;
      taken = count;
    }
    if (taken === 0) return undefined;
    at += taken;
  }
  return out.replace(/^ | $|(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
}

/** What joins a Chinese clause to the one before it, and asks in it. */
const LEADS: readonly (readonly [RegExp, string])[] = [
  [/^(\s*)(?:and then|then|next) +(?=\p{Script=Han})/iu, "$1然后"],
  [/^(\s*)(?:and also|and|also|plus|finally) +(?=\p{Script=Han})/iu, "$1"],
  [/^(\s*)if +(?=\p{Script=Han})/iu, "$1如果"],
  [/ *\bexcept(?: for)? +(?=\p{Script=Han})/iu, "，除了"],
  [/^(\s*)but +(?=\p{Script=Han})/iu, "$1但"],
  [/(?<=\p{Script=Han}) *\b(?:is|are) there (?:an?y? )?/iu, "有没有"],
];
const AFTER_HAN = /(?<=[\p{Script=Han}\uE100-\uE1FF]) +$/u;
const BEFORE_HAN = /^ +(?=[\p{Script=Han}\uE100-\uE1FF])/u;

/** A Chinese clause with the English words of its orders in Chinese: names and wording stay, and `written` learns what was written for a name. */
export function runsInChinese(clause: string, written: Written): string {
  if (!/[a-z]{2}/i.test(clause) || !/\p{Script=Han}/u.test(clause)) return clause;
  const bare = LEADS.reduce((now, [says, zh]) => now.replace(says, zh), clause);
  return ENGLISH_FRAME.test(bare) ? bare : runsOf(bare, written);
}

function runsOf(clause: string, written: Written): string {
  let out = "";
  let done = 0;
  for (const { 0: run, index } of clause.matchAll(RUN)) {
    const before = out + clause.slice(done, index);
    const after = clause.slice(index + run.length);
    // A capital further on is a name: 改成 Title.
    if (/^[A-Z][a-z]/.test(run) && before.trim() !== "") continue;
    const zh = known(run, before, after, written);
    if (zh === undefined || zh === run) continue;
    out = (/^[，\p{Script=Han}]/u.test(zh) ? before.replace(AFTER_HAN, "") : before) + zh;
    done = index + run.length + (/\p{Script=Han}$/u.test(zh) ? (BEFORE_HAN.exec(after)?.[0].length ?? 0) : 0);
  }
  return (out + clause.slice(done)).replace(/(?<=下划线|删除|隐藏|放大|缩小|提亮|压暗|虚化)\s*一下(?=$)/u, "");
}

/** Whether the instruction says the word in Chinese too, where the words of a plan have it between the same neighbours. */
function saidInChinese(instruction: string, zh: string, before: string, after: string): boolean {
  if (before !== "" || after !== "") return instruction.includes(`${before}${zh}${after}`);
  return new RegExp(`(?<![\\p{Script=Han}](?<![把将给的在从让对和与有是改换删去看,，。;；]))${zh}`, "u").test(instruction);
}

/** Words of a plan as they were written: a title that was called “title” is asked about and named by that word. */
export function asWritten(words: string, written: Written, instruction: string): string {
  const names = [...written.keys()].sort((a, b) => b.length - a.length);
  return words.replace(new RegExp(names.join("|"), "gu"), (zh, at: number) => {
    const [before, after] = [words[at - 1] ?? "", words[at + zh.length] ?? ""];
    const en = written.get(zh) ?? zh;
    if (saidInChinese(instruction, zh, before, after)) return zh;
    const space = (char: string, joined: string): string => (/[\p{L}\d]/u.test(char) && !instruction.includes(joined) ? " " : "");
    return `${space(before, before + en)}${en}${space(after, en + after)}`;
  });
}
