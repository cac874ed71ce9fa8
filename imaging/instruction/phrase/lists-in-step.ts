import { ROLE_EN, ROLE_ZH } from "../lexicon/roles.ts";
import { COLOUR } from "../style/colour.ts";
import { marked, unmarked } from "./marked.ts";

/** Asked first: a list, and a verb that makes something of it. */
const NEAR = /[、,，\uE100-\uE1FF].*(?:[改换译](?:成|为)|\b(?:to|with|into|becomes?|should (?:be|say|read)|(?:are|is) now)\b)/u;
const ZH =
  /^\s*(?:请|麻烦|帮我|帮忙)*(?:把|将)?\s*(?:(?:图片?|画面|海报)[里上中]面?的?)?\s*(?<from>[^改换译替更；;。\n]+?)\s*(?:这[几两三四五六]?个[字词]?)?\s*(?:分别|依次|各自|对应|一一|逐个|都)*(?:替换|更换|更改|修改|翻译|改|换|译)(?:成|为)\s*[:：]?\s*(?<to>[^；;。\n]+?)\s*[。.!！]?\s*$/u;
const EN =
  /^\s*(?:please |pls |can you |could you )*(?:change|replace|swap|translate|update|rename)\s+(?<from>[^;\n]+?)\s+(?:to|with|into)\s+(?<to>[^;\n]+?)(?<each>,?\s+(?:respectively|in that order))?\s*(?:please)?[.!?]?\s*$/iu;
/** “"£10" and "£20" become "£8" and "£16"”: no verb stands before the list. */
const BECOME =
  /^\s*(?<from>[^;\n]+?)\s+(?:(?:all |both |now )?(?:becomes?|should (?:now )?(?:be|say|read)|(?:are|is) now|change (?:in)?to|go(?:es)? to))\s+(?<to>[^;\n]+?)(?<each>,?\s+(?:respectively|in that order))?\s*(?:please)?[.!?]?\s*$/iu;
const HAN = /\p{Script=Han}/u;
const ROLE = new RegExp(`^(?:the )?(?:${ROLE_ZH}|${ROLE_EN})$`, "iu");
const HUE = new RegExp(`^(?:${COLOUR})$`, "iu");
const QUOTED = /^[\uE100-\uE1FF]$/;
const SPELT = /[a-z\d$¥€£\uE100-\uE1FF]/iu;
/** Words of an order or of a place: no list of wordings holds them. */
const MORE = /[把将给在里上下]|的(?=.)|\b(?:the|and|or|to|from|with|in|on|then|make|change|remove|add)\b/iu;

const split = (list: string, between: RegExp): string[] => list.split(between).map((one) => one.trim());
const BETWEEN_ZH = /\s*[、,，]\s*(?:和|及|以及)?\s*|(?<=[\uE100-\uE1FF])\s*(?:和|与|及|以及)\s*(?=[\uE100-\uE1FF])/u;
const BETWEEN_EN = /\s*[,，、]\s*(?:and\s+)?|\s+and\s+/iu;

const all = (items: readonly string[], says: RegExp): boolean => items.every((item) => says.test(item));
const quoted = (item: string): string => (QUOTED.test(item) ? item : `“${item}”`);
/** A part of the design keeps its name, wording of the picture is quoted. */
const named = (item: string): string => (ROLE.test(item) ? item : quoted(item));

function pairsOf(text: string): readonly (readonly [from: string, to: string])[] | undefined {
  const han = ZH.exec(text)?.groups;
  const latin = han === undefined ? (EN.exec(text) ?? BECOME.exec(text))?.groups : undefined;
  const { from: olds, to: news } = han ?? latin ?? {};
  if (olds === undefined || news === undefined) return undefined;
  const between = han ? BETWEEN_ZH : BETWEEN_EN;
  const [from, to] = [split(olds, between), split(news, between)];
  if (from.length < 2 || from.length !== to.length || [...from, ...to].some((item) => item === "" || item.length > 24)) return undefined;
  const plain = [...from, ...to].filter((item) => !ROLE.test(item));
  const sure = all(from, QUOTED) || (from.length > 2 && !plain.some((item) => MORE.test(item))) || latin?.each !== undefined;
  // "change Hello, World to Goodbye, Moon" may be one wording with a comma; 、 never stands in one.
  const listed = /、/.test(olds) && /、/.test(news) && !plain.some((item) => MORE.test(item));
  return sure || listed ? from.map((item, i) => [item, to[i] ?? ""] as const) : undefined;
}

const news = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map(([, to]) => to);

/** As many new values as things listed are given in step: A、B、C 改成 1、2、3 is three orders, each in a clause of its own. */
export function listsInStep(instruction: string): string {
  if (!NEAR.test(instruction) && !/["“”「'].*["“”」']/u.test(instruction)) return instruction;
  const { text, quotes } = marked(instruction);
  if (!NEAR.test(text)) return instruction;
  const pairs = pairsOf(text);
  if (pairs === undefined) return instruction;
  const han = HAN.test(text);
  // 沙发、茶几换成红色、白色, 苹果、香蕉换成草莓、葡萄: things stay things; what is spelt or quoted is wording.
  const asSaid = all(news(pairs), HUE) || (han && !news(pairs).some((to) => SPELT.test(to)));
  const clauses = pairs.map(([from, to]) => {
    const [old, value] = asSaid ? [from, to] : [named(from), quoted(to)];
    return han ? `把${old}${/换/.test(text) ? "换" : "改"}成${value}` : `change ${old} to ${value}`;
  });
  return unmarked({ text: clauses.join(han ? "；" : "; "), quotes });
}
