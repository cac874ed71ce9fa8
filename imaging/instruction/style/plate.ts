import { find, type Phrase } from "../phrase/phrase.ts";
import { COLOUR, colourOf } from "./colour.ts";

/** Under new letters, as said: its colour, that of the letters where it is said too, and whether a bar with round corners is what was meant. */
export interface PlateSaid {
  readonly plate: string;
  readonly letters?: string;
  readonly bar: boolean;
}

const SOME = "(?:round(?:ed)?[- ]?(?:corner(?:ed)? )?|small |big |solid |plain )*";
const BAR_EN =
  "(?:background(?: box)?|plate|badge|label|sticker|box|tag|pill|banner|rectangle|bar|block|button|ground|strip|panel|stripe|patch)";
const OTHER_EN = "(?:circle|ribbon|square|bubble|shape|dot|burst|starburst|oval|star|splash|stamp|seal)";
const BAR_ZH = "(?:角标|标签|徽章|底框|底板|色块|贴纸|横条|条幅|按钮)";
const OTHER_ZH = "(?:圆圈|圆形|圆|爆炸贴|气泡|丝带|星星|印章|三角)";
const IN_ZH = "(?:\\s|的|,|配|、|上)*";

const SAID: readonly RegExp[] = [
  `(?<g>${COLOUR})(?:的)?(?<o>${OTHER_ZH})?(?:形)?底色?${IN_ZH}(?<l>${COLOUR})(?:的)?(?:文?字|字体)`,
  `(?<l>${COLOUR})(?:的)?(?:文?字|字体)${IN_ZH}(?<g>${COLOUR})(?:的)?(?<o>${OTHER_ZH})?(?:形)?底色?`,
  `(?<l>${COLOUR}) (?:text |letters |lettering |type )?(?:on|in|inside) (?:an? )?${SOME}(?<g>${COLOUR})(?: ${SOME}(?:${BAR_EN}|(?<o>${OTHER_EN}))\\b|(?=\\s*(?:$|[,.;]|(?:in|at|with|and)\\b)))`,
  `^(?:用|要|配)?(?:一?个)?(?<g>${COLOUR})(?:的)?(?:底色?|底框|底板|色块)$`,
  `\\b(?:in|on|inside|with|as) an? ${SOME}(?<g>${COLOUR}) ${SOME}(?:${BAR_EN}|(?<o>${OTHER_EN}))\\b`,
  `(?<g>${COLOUR})(?:的)?(?:小|大|圆角)?(?:${BAR_ZH}|(?<o>${OTHER_ZH})(?:里|中|内))(?!的?文?字)`,
].map((says) => new RegExp(says, "du"));

/** 红底白字, "white on a red badge", 黄色标签: what new letters are to stand on. The clause's quoted wording is not looked at. */
export function plateIn(clause: Phrase): PlateSaid | undefined {
  for (const says of SAID) {
    const found = find(clause, says);
    const plate = colourOf(found?.of("g")?.key ?? "");
    if (found === undefined || plate === undefined) continue;
    const letters = colourOf(found.of("l")?.key ?? "");
    return { plate, ...(letters === undefined ? {} : { letters }), bar: found.of("o") === undefined };
  }
  return undefined;
}

/** The same as a style; letters without a colour of their own take one that stands off. */
export const plateStyle = ({ plate, letters }: PlateSaid) => ({ ...(letters === undefined ? {} : { colour: letters }), plate });
