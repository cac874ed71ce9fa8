import type { Operation } from "../../../protocol/plan.ts";
import { isBlank, literalsOf, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import type { ChangeFrame } from "./frames.ts";
import { ALIKE, EARLIER_ONE } from "./result-words.ts";
import { styleBeside } from "./wish.ts";

export const ARTICLE = /^(?:an?|the|some|another)\s+|^一[个只条张辆把位名杯盏顶件朵棵本块片座台支枚幅](?=.)/;

const FILE =
  "(?:one|image|picture|photo|pic|png|jpe?g|svg|file|layer|graphic|logo|cut-?out|artwork|signature|stamp|seal|design|product shot)";
const GIVEN = "(?:selected|picked|chose|chosen|uploaded|attached|sent|gave you|gave|provided|imported|added|dropped in|shared)";
/** A picture the person brings: "the one I selected", 我上传的图. */
export const OWN_PICTURE = new RegExp(
  `\\b${FILE} (?:that |which )?(?:i|we)(?:'ve| have)?(?: just)? ${GIVEN}$|\\b${GIVEN} ${FILE}$|^(?:my|our) (?:own )?${FILE}$|\\b(?:attached|uploaded|supplied|enclosed|provided) [a-z]+(?: [a-z]+)?$|^(?:the |that |this )?[a-z]+(?: [a-z]+)? (?:that |which )?(?:i|we)(?:'ve| have)?(?: just)? (?:attached|uploaded|sent)$|^(?:附图|附件|参考图|素材图?)(?:里|中|上)?面?的?(?:.{1,8})?$|^(?:我们?)?(?:刚刚?|自己)?(?:上传|附上?|提供|发(?:给你|过去)?|传(?:上来|过去)?|给你)的(?:那|这)?[张个幅枚]?的?\\S{1,8}$|(?:我们?)?(?:刚刚?|自己)?(?:选(?:中|择|定|好)?|勾选|上传|附上?|提供|准备|发(?:给你|过去)?|传(?:上来|过去)?|给你?)的?(?:那|这)?[张个幅]?的?\\s*(?:png|jpg|图片?|图层|素材图?|文件|照片|logo|产品图|(?<=[张个])|(?<=的))$`,
  "u",
);

/** A picture of one's own, which is put there and not made. */
const OWN_MARK =
  /(?:logo|标志|徽标|商标|二维码|图标|小程序码)$|^(?:our|my|the (?:new|client's|company)) (?:[a-z]+ )?(?:logo|icon|badge|qr ?code|seal|emblem)$/u;
/** 花瓶删掉，换成台灯: what takes the place of the thing that goes; a mark of one's own is set where it stood. */
export function inItsPlace({ result }: ChangeFrame, before: Parameters<Recogniser>[1]): Reading | undefined {
  if (before?.kind !== "object.remove" || isBlank(result) || EARLIER_ONE.test(result.key) || ALIKE.test(result.key)) return undefined;
  const { kind, target } = readReference(result);
  if (kind !== "object" || target === undefined) return undefined;
  if (OWN_MARK.test(result.key)) return operate(operation("image.add", { target, where: before.where }));
  return {
    does: "instead",
    operations: [operation("object.replace", { target: before.target, where: before.where, value: wordsOf(without(result, ARTICLE)) })],
  };
}

/** “Sold Out”删了，换成“补货中”: the new wording stands where the other stood. */
export function inItsWording(frame: ChangeFrame, before: Parameters<Recogniser>[1], where: Operation["where"]): Reading | undefined {
  const literals = literalsOf(frame.result);
  const [to] = literals;
  if (before?.kind !== "text.remove" || to === undefined || literals.length > 1) return undefined;
  if (where !== undefined && where !== before.where) return undefined;
  const { target, text, nth } = before;
  if (target === undefined && text?.from === undefined) return undefined;
  const style = styleBeside(frame.result);
  return { does: "instead", operations: [operation("text.replace", { target, text: { ...text, to }, where: before.where, nth, style })] };
}
