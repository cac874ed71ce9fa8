import { PERSON_ZH } from "../lexicon/bearers.ts";
import { hasLiteral, literalsOf, type Phrase, wordsOf } from "../phrase/phrase.ts";
import type { Reference } from "../reference/reference.ts";

/** Things that carry wording: what they read is meant, not their name. */
export const BEARER =
  /(?:按钮|按键|招牌|门牌|路牌|指示牌|牌子|标牌|标签|吊牌|横幅|条幅|角标|徽章|贴纸|气泡|对话框|车牌|球衣|包装|瓶身|封面|屏幕|黑板|白板|倒计时|计时器)$|\b(?:button|sign|sign ?board|label|tag|banner|badge|sticker|bubble|ribbon|plate|cover|screen|board|sale tag|chip|tooltip|placeholder|menu item|count ?down(?: timer)?|timer|counter)$/;
/** 封面上的作者: who is announced somewhere, by name. */
const ANNOUNCED = new RegExp(`^(?:.*的)?(?:${PERSON_ZH})$`, "u");

/** 内容改成“…”: whatever reads there. */
const CONTENT = /^(?:.{0,6}的)?(?:内容|文字内容)$/u;

/** A thing whose wording is to change after all: "苹果" is wording once its new wording is quoted. */
export function asWording(reference: Reference, subject: Phrase): Reference {
  if (reference.kind === "text" || reference.kind === "none") return reference;
  const name = reference.target?.toLowerCase() ?? "";
  if (!hasLiteral(subject) && CONTENT.test(name)) return { ...reference, kind: "text", strings: [] };
  if (!hasLiteral(subject) && (BEARER.test(name) || ANNOUNCED.test(name))) return { ...reference, kind: "text", strings: [] };
  const strings = hasLiteral(subject) ? literalsOf(subject) : [reference.target ?? wordsOf(subject)];
  const { target: _thing, ...rest } = reference;
  return { ...rest, kind: "text", strings };
}
