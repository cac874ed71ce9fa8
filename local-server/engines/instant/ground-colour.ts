import { colourOf } from "../../../imaging/instruction/style/colour.ts";

/** What people say beside a colour without meaning a scene: “plain white studio background”, 纯白色背景. */
const BESIDE_EN =
  /\b(?:an?|the|plain|solid|pure|clean|simple|flat|uniform|seamless|studio|background|backdrop|bg|ground|wall|colou?r|tone)\b/g;
const BESIDE_ZH = /^(?:一个|一种)|^(?:纯色|单色|干净|简约|简洁|简单)的?|纯(?=.+色?)|的?(?:背景|底色|底图|墙面?|底)$|的$/g;

/**
 * The colour a new background is to have, `#rrggbb`, where the words name nothing else: “white studio” is white, “a beach with blue sky” is no
 * colour but a scene.
 */
export function groundColour(words: string): string | undefined {
  const folded = words.normalize("NFKC").toLowerCase().trim();
  const bare = folded.replace(BESIDE_EN, " ").replace(BESIDE_ZH, "").replace(/\s+/g, " ").trim();
  return colourOf(folded) ?? colourOf(bare);
}
