import { ORDER_BEGINS, ORDER_ENDS } from "./whole-order.ts";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const WEEKDAY = "(?:(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?)";
const DATES_EN = [
  `(?:(?<w>${WEEKDAY}),?\\s+)?(?<M>${MONTH})\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<y>\\d{4}))?`,
  `(?:(?<w>${WEEKDAY}),?\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<M>${MONTH})\\.?(?:,?\\s+(?<y>\\d{4}))?`,
  "(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})[-/.](?<d>\\d{1,2})",
];
const DATES_ZH = [
  "(?:(?<y>\\d{4})\\s?年\\s?)?(?<m>\\d{1,2})\\s?月\\s?(?<d>\\d{1,2})\\s?[日号]",
  "(?<y>\\d{4})(?<s>[-/.])(?<m>\\d{1,2})[-/.](?<d>\\d{1,2})",
];
const DATES = [...DATES_EN, DATES_ZH[0] ?? ""].map((date) => new RegExp(`^${date}$`, "iu"));
const bare = (date: string): string => date.replaceAll(/\(\?<\w>/g, "(?:");
const MARK = "[\"“”「」『』'‘’]?";
const DATE_EN = `${MARK}(?<a>${DATES_EN.map(bare).join("|")})${MARK}`;
const DATE_ZH = `${MARK}(?<a>${DATES_ZH.map(bare).join("|")})${MARK}`;
const SPAN_EN = "(?<n>an?|one|two|three|four|five|six|seven|ten|\\d{1,3})\\s+(?:more\\s+|extra\\s+)?(?<u>days?|weeks?|months?|fortnight)";
const SPAN_ZH = "(?<n>[一二两三四五六七八九十]|\\d{1,3})\\s?个?(?<u>天|日|周|星期|礼拜|月)";
const NAME_EN =
  "(?:(?:the|our|this)\\s+)?(?:(?:event|sale|start|end|closing|opening|launch|release|due)\\s+)?(?:(?:dates?|deadline|event|launch|sale|show|concert|opening|day)\\s+)?(?:(?:of|from|on|is|to)\\s+)?";
const NAME_ZH =
  "(?:(?:活动|截止|开始|结束|上线|发布|开业|开幕|报名|促销)?(?:日期|时间|日|期|截止|活动|截至)?\\s*(?:是|为|:|：|从|到|至)?)\\s*";
const BEGIN_ZH = "^\\s*(?:请|麻烦|帮我)*(?:把|将|让)?\\s*(?:图中的?|海报上?的?)?";

interface Form {
  readonly says: RegExp;
  /** Backward and forward are said of both directions, so only what has one stands here. */
  readonly sign: 1 | -1;
}
const form = (pattern: string, sign: 1 | -1): Form => ({ says: new RegExp(pattern, "iu"), sign });
const LATER_ZH = "(?:推迟|延后|顺延|延期|延长|推后|(?:往|向)后(?:推|挪|移|延|调|顺延)?(?:迟)?|后(?:推|移|延))(?:到|了)?";
const SOONER_ZH = "(?:提前|提早|(?:往|向)前(?:提|挪|移|调|推)?|前移)(?:了)?";

const FORMS: readonly Form[] = [
  form(
    `${ORDER_BEGINS}(?:push back|postpone|delay|extend|put off|push out|defer)\\s+${NAME_EN}${DATE_EN}(?:\\s+(?:date|deadline))?\\s+(?:by\\s+)?${SPAN_EN}${ORDER_ENDS}`,
    1,
  ),
  form(`${ORDER_BEGINS}push\\s+${NAME_EN}${DATE_EN}(?:\\s+(?:date|deadline))?\\s+(?:back|out)\\s+(?:by\\s+)?${SPAN_EN}${ORDER_ENDS}`, 1),
  form(
    `${ORDER_BEGINS}(?:make|move|change|set|put|shift|push)\\s+${NAME_EN}${DATE_EN}(?:\\s+(?:date|deadline))?\\s+(?:to\\s+)?(?:be\\s+)?(?:by\\s+)?${SPAN_EN}\\s+later${ORDER_ENDS}`,
    1,
  ),
  form(
    `${ORDER_BEGINS}(?:make|move|change|set|put|shift)\\s+${NAME_EN}${DATE_EN}(?:\\s+(?:date|deadline))?\\s+(?:to\\s+)?(?:be\\s+)?(?:by\\s+)?${SPAN_EN}\\s+(?:earlier|sooner)${ORDER_ENDS}`,
    -1,
  ),
  form(
    `${ORDER_BEGINS}bring\\s+(?:forward\\s+)?${NAME_EN}${DATE_EN}(?:\\s+(?:date|deadline))?\\s+(?:forward|up)?\\s*(?:by\\s+)?${SPAN_EN}${ORDER_ENDS}`,
    -1,
  ),
  form(`${BEGIN_ZH}${NAME_ZH}${DATE_ZH}\\s*(?:再|都)?${LATER_ZH}\\s*${SPAN_ZH}\\s*(?:吧|了)?[。!！]?\\s*$`, 1),
  form(`${BEGIN_ZH}${NAME_ZH}${DATE_ZH}\\s*(?:再|都)?${SOONER_ZH}\\s*${SPAN_ZH}\\s*(?:吧|了)?[。!！]?\\s*$`, -1),
  form(`^\\s*(?:请|麻烦|帮我)*${LATER_ZH}\\s*${SPAN_ZH}\\s*[,，:：]?\\s*${NAME_ZH}${DATE_ZH}\\s*$`, 1),
  form(`^\\s*(?:请|麻烦|帮我)*${SOONER_ZH}\\s*${SPAN_ZH}\\s*[,，:：]?\\s*${NAME_ZH}${DATE_ZH}\\s*$`, -1),
];

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:day|天|日)/, 1],
  [/^(?:week|周|星期|礼拜)/, 7],
  [/^fortnight/, 14],
];

/** Words cut and cased as the ones they stand for: "Mar" and "March", "FRI" and "Friday". */
function like(old: string, full: string): string {
  const cut = full.slice(0, old.length < 5 && old.length < full.length && !/^(?:june?|july?)$/i.test(old) ? 3 : undefined);
  if (old === old.toUpperCase()) return cut.toUpperCase();
  return old === old.toLowerCase() ? cut : (cut[0] ?? "").toUpperCase() + cut.slice(1);
}

const ordinal = (day: number): string => (day % 100 > 10 && day % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th"));

/** Without a year, 28 February and 1 March lie one or two days apart: such a sum is not done. */
function moved(year: number | undefined, month: number, day: number, span: { days: number; months: number }): Date | undefined {
  const base = year ?? 2001;
  const start = new Date(Date.UTC(base, month - 1, day));
  if (start.getUTCMonth() !== month - 1 || day < 1) return undefined;
  const end = new Date(Date.UTC(base, month - 1 + span.months, day + span.days));
  if (span.months !== 0 && end.getUTCDate() !== day) return undefined;
  const leap = new Date(Date.UTC(2004, month - 1 + span.months, day + span.days));
  return year === undefined && leap.getUTCDate() !== end.getUTCDate() ? undefined : end;
}

/** A date as written, so many days or months on; undefined where the sum hangs on a year that is not given. */
function dateAfter(old: string, span: { readonly days: number; readonly months: number }): string | undefined {
  const groups = DATES.map((date) => date.exec(old)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return undefined;
  const { w, M, d = "", y, m } = groups;
  const month = M === undefined ? Number(m) : MONTHS.findIndex((name) => name.startsWith(M.slice(0, 3).toLowerCase())) + 1;
  const end = moved(y === undefined ? undefined : Number(y), month, Number(d), span);
  // A weekday can follow only in days, and a year's end needs its year only where one is written.
  if (end === undefined || (w !== undefined && span.months !== 0)) return undefined;
  const pad = (n: number, as: string): string =>
    as.startsWith("0") || (groups.s !== undefined && as.length === 2) ? String(n).padStart(2, "0") : String(n);
  const put = (text: string, from: string | undefined, to: string): string => (from === undefined ? text : text.replace(from, () => to));
  const weekday = w === undefined ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(w.slice(0, 3).toLowerCase()));
  const day = end.getUTCDate();
  // Each part by a mark of its own first, so that no number put in is taken for another part.
  const frame = put(put(put(put(old, y, "\u0001"), w, "\u0002"), M, "\u0003"), M === undefined ? m : undefined, "\u0004");
  return frame
    .replace(
      new RegExp(`${d}(?<o>st|nd|rd|th)?(?!\\d)`, "i"),
      (_hit, suffix: string | undefined) => pad(day, d) + (suffix === undefined ? "" : ordinal(day)),
    )
    .replace("\u0001", String(end.getUTCFullYear()))
    .replace("\u0002", like(w ?? "", WEEKDAYS[(weekday + span.days + 7 * 60) % 7] ?? ""))
    .replace("\u0003", like(M ?? "", MONTHS[end.getUTCMonth()] ?? ""))
    .replace("\u0004", pad(end.getUTCMonth() + 1, m ?? ""));
}

const NEAR = /\b(?:days?|weeks?|months?|fortnight)\b|[推延前后顺]/iu;

/** A date that is given and moved by a span is the order to replace it by the date it comes to: push "March 3" back a week. */
export function datesMoved(instruction: string): string {
  if (!NEAR.test(instruction) || instruction.length > 120) return instruction;
  for (const { says, sign } of FORMS) {
    const { a: old, n = "", u = "" } = says.exec(instruction)?.groups ?? {};
    if (old === undefined) continue;
    const count = sign * (COUNTS[n.toLowerCase()] ?? Number(n));
    const days = DAYS.find(([unit]) => unit.test(u.toLowerCase()))?.[1];
    const next = dateAfter(old, days === undefined ? { days: 0, months: count } : { days: count * days, months: 0 });
    if (next === undefined) return instruction;
    return /\p{Script=Han}/u.test(instruction) ? `把“${old}”改成“${next}”` : `change “${old}” to “${next}”`;
  }
  return instruction;
}
