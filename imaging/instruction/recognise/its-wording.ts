import { COPY_ZH } from "../lexicon/copy-words.ts";
import { PRICE_NOUN_EN, PRICE_NOUN_ZH } from "../lexicon/price-words.ts";
import { ROLE_ZH } from "../lexicon/roles.ts";
import { fold } from "../phrase/fold.ts";
import { hasLiteral, wordsOf } from "../phrase/phrase.ts";
import type { Reference } from "../reference/reference.ts";
import { colourOf } from "../style/colour.ts";
import type { ChangeFrame } from "./frames.ts";

/** Names of values that are printed beside them; a title is never called so in its own picture. */
const PRINTED = new RegExp(
  `^(?:\\p{Script=Han}{0,5}(?:价格?|${PRICE_NOUN_ZH}|时间|日期|地址|地点|场地|电话|手机号?码?|号码|名称?|编号|邮箱|网址|有效期|数量|密码)|(?:[a-z]+ )?(?:prices?|dates?|times?|address|phone(?: number)?|tel|venue|location|deadline|${PRICE_NOUN_EN}))$`,
  "u",
);
const DETERMINED = /^(?:the|our|my|this|that|all|every|each|its|these|this)\b|^(?:这|那|所有|全部|每)/u;

/** 标题里的春: one sign inside a part of the text. */
const SIGN_OF_PART = new RegExp(`^(?:\\p{Script=Han}{0,4}?(?:${ROLE_ZH}))(?:里面?|中|当中)的(?<sign>\\p{Script=Han})$`, "u");

/**
 * The name of a value as the wording it is printed in, where another such name is to stand there: 把特价改成优惠价, "Price → Cost". A single
 * sign inside a part, where another sign takes its place: 标题里的春改成夏.
 */
export function itsWording(reference: Reference, { subject, result }: ChangeFrame): Reference {
  const { target, strings, attribute, where, kind } = reference;
  if (target === undefined || strings.length > 0 || attribute || where !== undefined || hasLiteral(subject) || hasLiteral(result))
    return reference;
  const sign = kind === "object" && /^\p{Script=Han}$/u.test(result.key) ? SIGN_OF_PART.exec(target)?.groups?.sign : undefined;
  const part = sign === undefined ? undefined : target.replace(/(?:里面?|中|当中)的.$/u, "");
  if (sign !== undefined && part !== undefined && colourOf(sign) === undefined)
    return { kind: "text", strings: [sign], target: part, attribute };
  const renamed = PRINTED.test(result.key) || (COPY_ZH.test(target) && COPY_ZH.test(result.key) && !/\d/.test(result.key));
  if (kind !== "text" || !renamed || !PRINTED.test(fold(target)) || DETERMINED.test(subject.key)) return reference;
  return { kind: "text", strings: [wordsOf(subject)], attribute };
}
