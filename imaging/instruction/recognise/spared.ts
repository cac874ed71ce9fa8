import type { Operation } from "../../../protocol/plan.ts";
import { find, hasLiteral, type Phrase, wordsOf } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { exceptedIn } from "./except.ts";

/** 人物不要动, "but leave the logo alone", "without touching the sky". */
const SPARED = [
  /^(?:但是?|只是|不过|可|而且|并且?)*(?:不要|别|不能|勿|不得|不)(?:再|去)?(?:改变?|改动|动|碰|变|影响|调整?|提亮|压暗)(?:到)?(?<x>[^,]{1,8})$/du,
  /^(?:但是?|只是|不过|可)*(?<x>(?!其)[^,]{1,8}?)(?:要|得|请|都)*(?:不要|别|不用|不能|不|勿)(?:再|去)?(?:动|变|改|调|改变|变化|碰|受影响)(?:它|了)?$/du,
  /^(?:but |and |just )*(?:leave|keep) (?<x>(?:the|his|her|my|our|its) [a-z ]+?) (?:alone|as (?:it|they) (?:is|are)|as is|untouched|unchanged|the same)$/du,
  /^(?:but |and |just )*(?:don't|do not|without) (?:touch|chang|alter|affect|brighten|darken)(?:e|ing)? (?<x>(?:the|his|her|my|our|its) [a-z ]+)$/du,
];
/** What a tone never changes, or what is no part of the picture by itself. */
const NO_PART =
  /构图|清晰|锐|噪|色温|透明|角度|对比|饱和|曝光|亮度|内容|比例|结构|细节|画质|质感|层次|大小|尺寸|位置|排版|形状|轮廓|纹理|原图|风格|其[他它余]|别的|字|色|\b(?:rest|else|composition|layout|details?|size|shape|text|words?|lettering|colou?rs?|tones?|style|quality|image|picture|photo|others?)\b/u;

function sparedIn(clause: Phrase): string | undefined {
  for (const pattern of SPARED) {
    const words = find(clause, pattern)?.of("x");
    if (words === undefined || NO_PART.test(words.key)) continue;
    const { kind, target, attribute } = readReference(words);
    if (kind === "background" || (kind === "object" && !attribute)) return target ?? wordsOf(words);
  }
  const excepted = exceptedIn(clause);
  return excepted === undefined || NO_PART.test(excepted.key) ? undefined : wordsOf(excepted).replace(/^the /u, "");
}

const PICTURE = /^(?:整?[张个]?(?:图片?|照片|画面)|整体|(?:whole )?(?:image|picture|photo))$/u;
const isTone = (op: Operation | undefined): op is Operation =>
  op?.kind === "tone.adjust" && (op.target === undefined || PICTURE.test(op.target)) && op.where === undefined;

/** What a tone of the whole picture is to leave out stands in its target, as 除了 and "except" put it there. */
export const readSpared: Recogniser = (clause, before) => {
  if (!isTone(before) || hasLiteral(clause)) return undefined;
  const spared = sparedIn(clause);
  if (spared === undefined || (before.value === "grayscale" && exceptedIn(clause) === undefined)) return undefined;
  const target = /\p{Script=Han}/u.test(clause.key) ? `除了${spared}` : `except the ${spared}`;
  return { does: "instead", operations: [{ ...before, target }] };
};
