import { COLOUR } from "./colour.ts";

const FINISH =
  "(?:磨砂|哑光|亚光|雾面|雾感|消光|哑面|亮面|亮光|珠光|高光|镜面|拉丝|烤漆|金属(?:光泽|质感|感)|\\b(?:matte|glossy|satin|metallic|frosted|brushed|shiny|pearlescent|polished|chalky)\\b)";
const SAID = new RegExp(FINISH, "u");
const PAINT = new RegExp(COLOUR, "gu");
const IN_FRONT = new RegExp(`${FINISH}(?:的|[\\s-])*$`, "u");
const LED = new RegExp(`^${FINISH}`, "u");
const BEHIND = new RegExp(`^(?:的|[,\\s]|\\b(?:with|and|in|an?)\\b)*${FINISH}`, "u");

/** How a paint shines, where that is said beside its colour: "matte grey", 亮面的黑色, "red with a satin finish". */
export function finishIn(words: string): string | undefined {
  if (!SAID.test(words)) return undefined;
  const paint = [...words.matchAll(PAINT)].at(-1);
  if (paint === undefined) return undefined;
  const { 0: name, index } = paint;
  const hit = LED.exec(name) ?? IN_FRONT.exec(words.slice(0, index)) ?? BEHIND.exec(words.slice(index + name.length));
  return hit === null ? undefined : SAID.exec(hit[0])?.[0];
}
