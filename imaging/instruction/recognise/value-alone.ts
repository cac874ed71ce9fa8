import { QUOTED } from "../phrase/fold.ts";
import { find, hasLiteral, literalsOf, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import type { ChangeFrame } from "./frames.ts";

/** 招牌牛肉面 38元 → 42元, 有效期12.1-12.12 → 12月8日: an amount or a date behind the name it belongs to; only it is changed. */
const VALUE =
  "(?:#|№)?(?:(?:hk|nt|us|au|sg|nz|mx|[acrs])?\\$|rs\\.?|rm|chf|kr|zł|(?:cn|in|hk|sg|tw|us|au|ca|th|ph|id|my|vn)[ydrspb]|rmb|eur|gbp|[¥€£￥₹₩₽₫฿₱₺])?\\s?\\d[\\d.,:/~年月日号点-]*(?:\\s?(?:元|块|折|件|份|人|名|年|号|起|ml|l|g|kg|oz|cm|mm|px|am|pm|hours?|mins?|days?|k|w|万|%|点|月\\d*[日号]?)起?)?";
const BEHIND_NAME = new RegExp(`^(?<n>\\D*?(?:\\p{Script=Han}|[a-z)])\\s?)(?<v>${VALUE})$`, "du");
const ONLY_VALUE = new RegExp(`^${VALUE}$`, "u");

/** "早鸟票" 200 → 180: the same behind a name in quotes. */
const BEHIND_QUOTED = new RegExp(`^\\s*(?:the )?${QUOTED}\\s*(?:从|由|是|为|:|from|is|at)?\\s*(?<v>${VALUE})$`, "du");

function behindQuoted({ subject, result }: ChangeFrame): Reading | undefined {
  const from = find(subject, BEHIND_QUOTED)?.of("v");
  const [target] = literalsOf(subject);
  if (from === undefined || target === undefined || hasLiteral(result) || !ONLY_VALUE.test(result.key)) return undefined;
  return operate(operation("text.replace", { target, text: { from: wordsOf(from), to: wordsOf(result) } }));
}

export function valueAlone(frame: ChangeFrame): Reading | undefined {
  const named = behindQuoted(frame);
  if (named !== undefined) return named;
  const found = hasLiteral(frame.subject) || hasLiteral(frame.result) ? undefined : find(frame.subject, BEHIND_NAME);
  const [from, name] = [found?.of("v"), found?.of("n")];
  if (from === undefined || name === undefined || !ONLY_VALUE.test(frame.result.key) || ONLY_VALUE.test(frame.subject.key))
    return undefined;
  const reference = readReference(without(name, /(?<=.)(?:从|由|是|:|\s(?:from|is|reads|says|of))$/));
  const whole = readReference(frame.subject);
  // Read so already: 价格从¥199, 第二个¥199, 标题里的2023.
  if (
    whole.strings.length === 1 &&
    whole.strings[0] !== wordsOf(frame.subject) &&
    whole.strings[0]?.endsWith(wordsOf(from)) === true &&
    whole.strings[0] === wordsOf(from)
  )
    return undefined;
  if (reference.attribute || /第|[前后小大]$/u.test(name.key)) return undefined;
  const { target, where } = reference;
  return operate(
    operation("text.replace", { target: target ?? reference.strings[0], text: { from: wordsOf(from), to: wordsOf(frame.result) }, where }),
  );
}

const MONEY = /^(?:[$¥€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|块钱?))$/u;

/** 套餐B改成168元: a thing that costs so; its price is what changes. */
export function priceOfThing({ subject, result }: ChangeFrame, { kind, target }: Reference): Reading | undefined {
  if (kind !== "object" || target === undefined || hasLiteral(subject) || /\d/.test(subject.key)) return undefined;
  if (!MONEY.test(result.key) || !/\p{Script=Han}/u.test(subject.key)) return undefined;
  return operate(operation("text.replace", { target: `${target}的价格`, text: { to: wordsOf(result) } }));
}

/** 24个月, "3 days": a number and what it counts. */
const COUNTED = /^(?:\d+(?:\.\d+)?)\s?(?<unit>\p{Script=Han}{1,3}|[a-z]{1,7}|%)$/iu;

/** “12个月质保”改成24个月: of the quoted wording only the number with that very unit is meant. */
export function withUnit(reference: Reference, result: Phrase): Reference {
  const [from, ...others] = reference.strings;
  const unit = hasLiteral(result) ? undefined : COUNTED.exec(wordsOf(result))?.groups?.unit;
  if (from === undefined || unit === undefined || others.length > 0 || reference.inside !== undefined) return reference;
  const [hit, ...more] = from.match(new RegExp(`\\d+(?:\\.\\d+)?\\s?${unit}`, "giu")) ?? [];
  return hit === undefined || more.length > 0 || hit === from ? reference : { ...reference, inside: hit };
}
