import { find, type Phrase } from "../phrase/phrase.ts";
import { COLOUR, colourOf } from "./colour.ts";

/** Under new letters, as said: its colour, that of the letters where it is said too, and whether a bar with round corners is what was meant. */
export interface PlateSaid {
  readonly plate: string;
  readonly letters?: string;
  readonly bar: boolean;
  /** The clause says nothing else. */
  readonly whole: boolean;
}

const SOME = "(?:round(?:ed)?[- ]?(?:corner(?:ed)? )?|small |big |solid |plain )*";
const BAR_EN =
  "(?:background(?: box)?|plate|badge|label|sticker|box|tag|pill|banner|rectangle|bar|block|button|ground|strip|panel|stripe|patch)";
const OTHER_EN = "(?:circle|ribbon|square|bubble|shape|dot|burst|starburst|oval|star|splash|stamp|seal)";
const BAR_ZH = "(?:角标|标签|徽章|底框|底板|色块|贴纸|横条|条幅|按钮)";
const OTHER_ZH = "(?:圆圈|圆形|圆|爆炸贴|气泡|丝带|星星|印章|三角)";
const IN_ZH = "(?:\\s|的|,|配|、|上)*";

/** Each behind words it cannot do without: a pattern that spells out every colour takes long to compile. */
const FORMS: readonly (readonly [near: RegExp, says: string])[] = [
  [/底.*字/u, `(?<g>${COLOUR})(?:的)?(?<o>${OTHER_ZH})?(?:形)?底色?${IN_ZH}(?<l>${COLOUR})(?:的)?(?:文?字|字体)`],
  [/字.*底/u, `(?<l>${COLOUR})(?:的)?(?:文?字|字体)${IN_ZH}(?<g>${COLOUR})(?:的)?(?<o>${OTHER_ZH})?(?:形)?底色?`],
  [
    /\b(?:on|in|inside)\b/u,
    `(?<l>${COLOUR}) (?:text |letters |lettering |type )?(?:on|in|inside) (?:an? )?${SOME}(?<g>${COLOUR})(?: ${SOME}(?:${BAR_EN}|(?<o>${OTHER_EN}))\\b|(?=\\s*(?:$|[,.;]|(?:in|at|with|and)\\b)))`,
  ],
  [
    /\b(?:background|box|bg|plate)\b/u,
    `(?<g>${COLOUR}) (?:background|box|bg|plate)(?: colou?r)?,?(?: with| and|/)? (?<l>${COLOUR}) (?:text|letters|lettering|type|font)|(?<l2>${COLOUR}) (?:text|letters|lettering|type|font),?(?: with| and|/)? (?:an? )?(?<g2>${COLOUR}) (?:background|box|bg|plate)`,
  ],
  [/底|色块/u, `^(?:用|要|配)?(?:一?个)?(?<g>${COLOUR})(?:的)?(?:底色?|底框|底板|色块)$`],
  [/\b(?:in|on|inside|with|as) an? /u, `\\b(?:in|on|inside|with|as) an? ${SOME}(?<g>${COLOUR}) ${SOME}(?:${BAR_EN}|(?<o>${OTHER_EN}))\\b`],
  [
    new RegExp(`${BAR_ZH}|${OTHER_ZH}`, "u"),
    `(?<g>${COLOUR})(?:的)?(?:小|大|圆角)?(?:${BAR_ZH}|(?<o>${OTHER_ZH})(?:里|中|内))(?!的?文?字)`,
  ],
];
const SAID = FORMS.map(([near, says]) => ({ near, says: new RegExp(says, "du") }));

/** What may stand before a plate and say nothing more. */
const LEAD = /^(?:用|要|配|in|一?个|\s)*$/u;

/** 红底白字, "white on a red badge", 黄色标签: what new letters are to stand on. The clause's quoted wording is not looked at. */
export function plateIn(clause: Phrase): PlateSaid | undefined {
  for (const { near, says } of SAID) {
    const found = near.test(clause.key) ? find(clause, says) : undefined;
    const plate = colourOf((found?.of("g") ?? found?.of("g2"))?.key ?? "");
    if (found === undefined || plate === undefined) continue;
    const letters = colourOf((found.of("l") ?? found.of("l2"))?.key ?? "");
    const whole = LEAD.test(found.before.key) && found.after.key.trim() === "";
    return { plate, ...(letters === undefined ? {} : { letters }), bar: found.of("o") === undefined, whole };
  }
  return undefined;
}

/** The same as a style; letters without a colour of their own take one that stands off. */
export const plateStyle = ({ plate, letters }: PlateSaid) => ({ ...(letters === undefined ? {} : { colour: letters }), plate });
