import type { Operation } from "../../protocol/plan.ts";
import { find, type Phrase, wordsOf } from "./phrase/phrase.ts";
import { readReference } from "./reference/reference.ts";

const KEPT = [
  /^(?:但是?|可是?|不过|且|并且?|同时|,)*(?:请)?(?:不要|别|不用|不能|不可以?|勿)(?:再|去)?(?:改变|改动|影响|调整?|改|变|动|碰)(?:到|了)?(?<x>.{1,10})$/du,
  /^(?:但是?|可是?|不过|且|并且?|同时|,)*(?<x>.{1,8}?)(?:部分)?(?:都|也|就)?(?:不要|别|不能|不用|不可以?|不)(?:改变|改动|变化|变色|受影响|跟着变|变|改|动|调)$/du,
  /^(?:但是?|可是?|不过|且|并且?|同时|,)*(?:保持|保留)(?<x>.{1,8}?)(?:部分)?(?:不变|不动|原样|原色|(?:原来)?的?颜色(?:不变)?|原来的样子)$/du,
  /^(?:but |and |while |just )*(?:keep(?:ing)?|leav(?:e|ing)) (?<x>(?:the|our|my|her|his|their) [a-z' -]{2,24}?)(?: exactly)? (?:alone|as (?:it )?is|as they are|as it was|unchanged|untouched|intact|out of it|the same|the way (?:it is|they are))$/du,
  /^(?:but |and |while |just )*(?:don't|do not|without|not) (?:touch|chang|alter|affect|adjust)(?:e|ing)? (?<x>(?:the|our|my|her|his|their) [a-z' -]{2,24}?)$/du,
];
/** What every tone leaves as it is, or what it is: said for care's sake. */
const NO_PART =
  /内容|构图|细节|质感|画质|结构|布局|形状|大小|尺寸|位置|比例|清晰|分辨率|风格|氛围|光|色|饱和|亮度|对比|阴影|肤|自然|原图|图片|画面|照片|其[他它余]|别的|整体|真实|层次|表情|动作|姿势|五官|身份|排版|字体|字号|\b(?:compositions?|contents?|details?|layout|quality|resolution|size|crop|style|mood|everything|anything|rest|others?|skin|colou?rs?|contrast|shadows?|highlights?|identity|pose|expression|image|picture|photo|lighting|whites?|blacks?|font|wording|saturation|brightness)\b/u;
const HAN = /\p{Script=Han}/u;

/** 人物不要动, "leave the logo alone": the thing that a tone of the whole picture is to pass over, as a target says it. */
function exception(clause: Phrase): string | undefined {
  for (const pattern of KEPT) {
    const kept = find(clause, pattern)?.of("x");
    if (kept === undefined) continue;
    const { kind, target, strings, attribute } = readReference(kept);
    if (NO_PART.test(kept.key) || attribute || (kind !== "text" && kind !== "object" && kind !== "background")) return undefined;
    const thing = strings[0] ?? target ?? wordsOf(kept);
    return HAN.test(clause.key) ? `除了${thing}` : `except the ${thing}`;
  }
  return undefined;
}

const ALL_TEXT =
  /^(?:这?张?(?:图片?|画面|海报|照片)?(?:上面?|里面?|中)?的?)?(?:所有|全部|一切)?的?(?:文字|文案|文本|字)(?:内容)?$|^(?:all |the |any |every |of |pieces? )*(?:text|words|lettering|copy|writing)$/i;
const ONLY_KEPT = [
  /^(?:但是?|不过|并且?|同时|,)*(?:请)?(?:[只仅就]|只要|仅仅)?(?:保留|留下?|留着|剩下?|要)(?<x>.{1,14}?)(?:就行|即可|就好)?$/du,
  /^(?:但是?|不过|并且?|同时|,)*(?<x>.{1,12}?)(?:要|得|请|就|都|给我)*(?:留着|保留|留下|留|别删|不删|不要删|除外)$/du,
  /^(?:but |and |just |only |please )*(?:keep|leave|save|except(?: for)?|excluding|not) (?:only |just )?(?<x>.+?)(?: only| alone| as is| in(?: place)?| where it is| there)?$/du,
];
const OTHER_THAN_TEXT =
  /^(?:其[他它余]|别的|背景|原|位置|排版|图片?|画面|the (?:rest|others?|background|image|picture|layout)|everything|background|it)/;

/** 把字全删了，只留标题: of all the lettering, what stays. */
function sparedText(clause: Phrase): string | undefined {
  for (const pattern of ONLY_KEPT) {
    const kept = find(clause, pattern)?.of("x");
    if (kept === undefined || OTHER_THAN_TEXT.test(kept.key)) continue;
    const { kind, target, strings } = readReference(kept);
    if (kind !== "text") continue;
    const words = strings[0] === undefined ? (target ?? wordsOf(kept)) : strings[0];
    return HAN.test(clause.sentence.key) ? `除了${words}以外的所有文字` : `all text except ${words}`;
  }
  return undefined;
}

/** The tones of the whole picture at the end of a draft pass over what a wish to keep names, as does the removal of all its text. */
export function keptOut(operations: readonly Operation[], clause: Phrase): readonly Operation[] {
  const last = operations.at(-1);
  const spared = last?.kind === "text.remove" && ALL_TEXT.test(last.target ?? "") ? sparedText(clause) : undefined;
  if (spared !== undefined) return operations.map((op) => (op === last ? { ...op, target: spared } : op));
  const whole = (op: Operation | undefined): boolean => op?.kind === "tone.adjust" && op.target === undefined && op.where === undefined;
  if (!whole(operations.at(-1))) return operations;
  const target = exception(clause);
  const from = operations.findLastIndex((op) => !whole(op)) + 1;
  return target === undefined ? operations : operations.map((op, i) => (i < from ? op : { ...op, target }));
}
