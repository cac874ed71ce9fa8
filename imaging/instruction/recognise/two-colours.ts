import { hasLiteral } from "../phrase/phrase.ts";
import { doubt, type Recogniser } from "../reading.ts";
import { COLOUR } from "../style/colour.ts";

/** One thing in two colours at once, or in one of two: neither is a plan. Patterns, mixtures and gradients are; black and white is a look. */
const TWO = new RegExp(
  `(?:改|换|变|涂|染|做|弄)(?:成|为)\\s*(?<a>${COLOUR})\\s*(?:(?:和|或者?|还是|与|及|/|、|又|也)\\s*)?(?<b>${COLOUR})$|\\b(?:make|turn|paint|colou?r|change|set|recolou?r|dye)\\b[^,]*?(?<c>${COLOUR})\\s*(?:and|or|and also|/)\\s*(?<d>${COLOUR})$`,
  "u",
);
const NEAR = /(?:和|或|还是|与|及|、|\/|\band\b|\bor\b|色.{0,3}色)/;
/** Two things, each with its colour; a picture or a look in two. */
const SHARED =
  /分别|各自|respectively|渐变|gradient|条纹|格子|拼|相间|撞|双色|striped?|black and white|黑白|黑色和白色|both\b|photo|picture|image|图|整体|whole|everything/;
const SEVERAL = /(?:和|与|及|、|\band\b).+(?:改|换|变|涂|染|做|弄)(?:成|为)|\band\b.+\band\b/;

export const readTwoColours: Recogniser = ({ key, ...clause }) => {
  if (!NEAR.test(key) || SHARED.test(key) || SEVERAL.test(key) || (hasLiteral({ key, ...clause }) && /\uE000.*\uE000/.test(key)))
    return undefined;
  return TWO.test(key) ? doubt("two_colours") : undefined;
};
