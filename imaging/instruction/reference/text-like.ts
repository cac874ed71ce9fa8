import { COPY_EN, COPY_ZH, PROMOTION_ZH, THING_LATIN } from "../lexicon/copy-words.ts";
import { PRODUCT } from "../lexicon/products.ts";
import { fold } from "../phrase/fold.ts";
import { type Phrase, wordsOf } from "../phrase/phrase.ts";

const HAN = /\p{Script=Han}/u;
const COUNTED_THING =
  /^(?:\d+\s?(?:个|只|条|张|辆|把|瓶|位|名|杯|棵|朵)|\d+ (?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)[a-z]{3,}(?<!\b(?:off|days?|years?|hours?|minutes?|percent|kg|usd|eur)))/;
/** Lower-case English nouns in a Chinese sentence that mean the thing. Brands and copy are set in capitals. */
const COMMON_THING =
  /^(?:the |an? )?(?:[a-z]+ )?(?:cup|mug|bottle|car|bag|shoe|shoes|dress|shirt|hat|chair|table|sofa|lamp|dog|cat|tree|flower|flowers|plate|phone|laptop|book|box|watch|person|man|woman|girl|boy|model|product|background|photo|picture|image|button|icon|watermark|sticker|badge|balloon|shadow|sky|wall|window|door|bike|bicycle)s?$/;
/** The same, only as written in small letters: "sneaker换成红色" is a shoe, "SNEAKER" may be copy. */
const SMALL_THING =
  /^(?:the |an? |our )?(?:[a-z]+ )?(?:sneaker|boot|heel|sandal|slipper|sock|hoodie|jacket|coat|pants|jeans|skirt|top|cap|scarf|glasses|sunglasses|earring|necklace|ring|bracelet|lipstick|nail|hair|face|eye|lip|hand|arm|leg|body|head|sole|lace|strap|handle|lid|cap|wheel|door|roof|floor|ceiling|rug|carpet|curtain|pillow|blanket|bed|bench|desk|shelf|vase|pot|bowl|fork|knife|spoon|glass|can|jar|tube|pack|packaging|wrapper|ribbon|bow|gift|candle|cake|burger|pizza|coffee|tea|juice|straw|ice cube|leaf|grass|sun|moon|star|cloud|sea|sand|mountain|road|street|building|tower|bridge|boat|plane|train|bus|truck|van|helmet|ball|toy|doll|robot|camera|speaker|headphone|earphone|mouse|keyboard|screen|tablet|charger|cable|wallet|backpack|suitcase|umbrella|hand ?bag|kid|baby|child|lady|guy|crowd|logo|slogan|frame|border|mascot|emoji|arrow|sparkle|snowflake|firework|lantern|panda|bear|rabbit|bird|fish|horse|tiger|dragon)s?$/;
/** Small letters throughout: in a mixed sentence the English word for a thing. */
const SMALL_NOUN =
  /^(?!.*\b(?:hi|hey|bye|thanks?|love|happy|merry|best|now|today|tonight|tomorrow|follow|join|start|get|shop|buy|order|save|only|more|you|we|us|our|your|my|me|is|are|be|it|free|vibe|feel|user ?names?|passwords?)\b)[a-z][a-z'-]{2,}(?: [a-z][a-z'-]+){0,2}$/;
const ADDRESS = /^(?:https?:\/\/|www\.)|\.(?:com|org|net|cn|io)\b|@/;
const SMALL_WORDS = new Set(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "off", "&"]);

/** Whether every word of weight starts with a capital or digit, the way copy is set: "Welcome to Paris", "SALE". */
export function looksSet(words: string): boolean {
  const [first = "", ...others] = words.split(/\s+/);
  const set = (word: string): boolean => /^[^\p{L}\d]*[\p{Lu}\d]/u.test(word) || !/[\p{L}\d]/u.test(word);
  return set(first) && /[\p{Lu}\d]/u.test(first) && others.every((word) => set(word) || SMALL_WORDS.has(word));
}

/** “WeChat QR”, “Sale badge”, “AirPods Max”: a thing, whatever capitals stand before it. */
export const isThingName = (words: string): boolean =>
  PRODUCT.test(fold(words)) ||
  /(?:^|\s)(?:(?:price|name|hang|swing|gift|care|size) (?:tags?|labels?|stickers?)|logos?|qr|qr ?codes?|badges?|icons?|buttons?|stickers?|banners?)$/i.test(
    words,
  );

/**
 * Whether unquoted words are wording (they stand in the picture as letters) and not the name of a thing.
 * Prices, numbers, dates, addresses, capitals and advertising copy are wording; in a Chinese sentence so is anything in Latin letters
 * that is no known product or thing; a bare Chinese noun is a thing.
 */
export function isTextLike(phrase: Phrase): boolean {
  const words = wordsOf(phrase);
  const key = fold(words);
  if (isThingName(words)) return false;
  // 去掉 the price sticker on the box: what has an article is a thing.
  if (/\b(?:the|an|my|our|this|that|those|these)\s+$/.test(phrase.sentence.key.slice(0, phrase.start)) && /^[a-z]/.test(words))
    return false;
  if (words === "" || THING_LATIN.test(key) || COMMON_THING.test(key) || SMALL_THING.test(words)) return false;
  if (/[$¥€£￥]\s?\d|\d\s?(?:[%‰]|元|块|折|円)/.test(words) || ADDRESS.test(key)) return true;
  if (/\d/.test(words)) return !COUNTED_THING.test(key);
  if (HAN.test(words)) return (COPY_ZH.test(key) || PROMOTION_ZH.test(key)) && !/(?:的|按钮|牌子|盒子?|袋子?)/.test(key);
  if (SMALL_NOUN.test(words) && !COPY_EN.test(key)) return false;
  return HAN.test(phrase.sentence.key) || looksSet(words) || COPY_EN.test(key);
}
