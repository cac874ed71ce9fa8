import { find, hasLiteral, literalsOf, type Phrase, part, trimmed, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { colourOf, coloursIn } from "../style/colour.ts";
import { wholeStyle } from "../style/style-words.ts";

const FRAME =
  /^(?:把|将|给)?(?:图(?:中|里|上)的?)?(?:这|那)?(?<n>[两二三四五六2-6])[个只张把条件朵盏辆块本支瓶]?(?<t>.{1,8}?)(?:都)?(?:依次|分别|按顺序|按次序|从左到右|从上到下|顺次)?(?:地)?(?:依次|分别)?(?:(?:改|换|更新|替换|涂|刷|染|漆|变|调)(?:成|为|上)|上|涂|刷|染)\s*:?\s*(?<r>.+)$/du;
const COUNTS: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6 };
const PLACES = "一二三四五六";

/** What stands in a row: lettering, or things where colours are named for them; undefined for neither. */
const hasText = (target: Phrase, result: Phrase): "text" | "things" | undefined => {
  const { kind } = readReference(target);
  if (kind === "text") return "text";
  return kind === "object" && !hasLiteral(result) && coloursIn(result.key).length > 1 ? "things" : undefined;
};

/** 三个气球从左到右依次改成红、黄、蓝: each its own, counted from where the row begins. */
function painted(name: string, wanted: readonly string[], { key }: Phrase): Reading | undefined {
  const colours = wanted.map((words) => colourOf(words.toLowerCase()) ?? coloursIn(`${words}色`)[0]);
  const from = /从右/.test(key) ? "从右数" : /从上/.test(key) ? "从上数" : /从下/.test(key) ? "从下数" : "从左数";
  if (colours.some((colour) => colour === undefined)) return undefined;
  return operate(
    ...colours.map((colour, i) => operation("object.recolour", { target: `${from}第${PLACES[i] ?? i + 1}个${name}`, style: { colour } })),
  );
}

/** 把三个价格依次改成 ¥99、¥199、¥299: as many replacements, one for each in reading order. */
export const readInTurn: Recogniser = (clause) => {
  const found = find(clause, FRAME);
  const [count, target, result] = [found?.of("n"), found?.of("t"), found?.of("r")];
  if (count === undefined || target === undefined || result === undefined || hasText(target, result) === undefined) return undefined;
  const wanted = hasLiteral(result)
    ? literalsOf(result)
    : wordsOf(without(result, /[。.]$/))
        .split(/\s*(?:[、/]|和|以及)\s*/u)
        .filter((words) => words !== "");
  if (wanted.length < 2 || wanted.length !== (COUNTS[count.key] ?? Number(count.key))) return undefined;
  const name = wordsOf(target).replace(/的?(?:颜色)?$/, "");
  if (hasText(target, result) === "things") return painted(name, wanted, clause);
  return operate(...wanted.map((to, i) => operation("text.replace", { target: `第${PLACES[i] ?? i + 1}个${name}`, text: { to } })));
};

const STYLES =
  /^(?:它们|两个|三个|两者)?的?(?:字体|文字|字)?(?:颜色|字号|大小|字体|粗细)?(?:分别|依次|各自)(?:是|为|用|改成|改为|换成|设为|变成|做成)*(?<r>.+)$|^(?:make them |colou?red |set |and )*(?:in )?(?<s>.+?),? respectively$/du;

function cutAtAnd(list: Phrase): Phrase[] {
  const ends = [...list.key.matchAll(/\s*(?:[、,]|和|与|以及|\band\b|&)\s*/gu)];
  return [...ends, undefined].map((end, i) => {
    const before = ends[i - 1];
    return trimmed(part(list, before === undefined ? 0 : before.index + before[0].length, end?.index));
  });
}

/** 颜色分别是蓝色和红色, "in blue and red respectively". */
export const readStylesInTurn: Recogniser = (clause, before) => {
  const found = before === undefined || hasLiteral(clause) ? undefined : find(clause, STYLES);
  const list = found?.of("r") ?? found?.of("s");
  if (list === undefined) return undefined;
  const styles = cutAtAnd(list).map(wholeStyle);
  const known = styles.filter((style) => style !== undefined);
  return known.length > 1 && known.length === styles.length ? { does: "styles", styles: known } : undefined;
};
