import type { StyleWish } from "../../../protocol/plan.ts";
import { type Phrase, without } from "../phrase/phrase.ts";
import { wholeStyle } from "./style-words.ts";

/** What a ground of one paint may be called besides: no picture is meant by it. */
const CALLED =
  /^(?:(?:an?|soft|subtle|smooth|gentle|plain|solid|simple|clean|flat|pure|nice|seamless|studio|pastel|bright|muted|neon|warm|cool|dusty)(?:[\s-]+|(?=\p{Script=Han}))|(?:纯|干净|简单|简约|柔和|影棚|摄影棚|棚拍|马卡龙|莫兰迪)(?:的|\s)*)/u;

/** The paint a ground is to have, if it is nothing else: "solid navy", "studio grey gradient", 影棚灰色渐变. A word that is part of a colour's name stays with it. */
export function plainGround(words: Phrase): StyleWish | undefined {
  const style = wholeStyle(words);
  if (style !== undefined) return style;
  const bare = without(words, CALLED);
  return bare.key === words.key || bare.key === "" ? undefined : plainGround(bare);
}
