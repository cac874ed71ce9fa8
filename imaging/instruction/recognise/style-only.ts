import { TEXT_EN, TEXT_ZH } from "../lexicon/roles.ts";
import { find, hasLiteral, type Phrase, part, trimmed } from "../phrase/phrase.ts";
import { doubt, operation, type Reading, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { COLOUR, colourOf, coloursIn } from "../style/colour.ts";
import { plateIn, plateStyle } from "../style/plate.ts";
import { readStyle, wholeGradientWay, wholeStyle } from "../style/style-words.ts";
import { withStyle } from "../takes-style.ts";
import { styleReading } from "./wish.ts";

const GENERIC = new RegExp(`(?:所有|全部)?(?:${TEXT_ZH})(?!体|号|重|色|间|距)(?=.)|\\b(?:${TEXT_EN})\\b(?! (?:colou?r|size|weight))`, "u");

/** New letters stand on a plate; one of another shape than a bar is asked about once. What is there already keeps its ground. */
function onPlate(clause: Phrase, before: Parameters<Recogniser>[1]): Reading | undefined {
  const said = plateIn(clause);
  if (said?.whole !== true) return undefined;
  const { letters, plate } = said;
  if (before?.kind === "text.replace" || before?.kind === "text.restyle") {
    const thing = before.text?.to ?? before.text?.from ?? before.target;
    const ground = /\p{Script=Han}/u.test(clause.key) ? `${thing}底色` : `${thing} background`;
    if (letters === undefined || thing === undefined) return undefined;
    return {
      does: "instead",
      operations: [withStyle(before, { colour: letters }), operation("object.recolour", { target: ground, style: { colour: plate } })],
    };
  }
  if (before?.kind !== "text.add") return letters === undefined ? undefined : doubt("unclear");
  return { does: "style", style: plateStyle(said), bare: false, ...(said.bar ? {} : { doubt: "plate" as const }) };
}

/** "加粗", "and centre it", 字体变为金色: nothing but style, so it speaks of what came before. */
export const readStyleOnly: Recogniser = (clause, before) => {
  const plate = onPlate(clause, before);
  if (plate !== undefined) return plate;
  const verbal = verbalStyle(clause);
  if (verbal !== undefined) return verbal;
  if (OF_THE_NAME.test(clause.key) && GENERIC.test(clause.key)) return undefined;
  const way = before?.style?.gradient === undefined ? undefined : wholeGradientWay(clause);
  if (before !== undefined && way !== undefined)
    return { does: "instead", operations: [{ ...before, style: { ...before.style, ...way } }] };
  const style = wholeStyle(clause);
  if (style === undefined || /^(?:把|将)?背景|\bbackground\b/.test(clause.key)) return undefined;
  // 把红色的字换成蓝色: two colours, the first belongs to the name of the thing.
  if (/换|改|变|\bto\b|\binto\b/.test(clause.key) && readStyle(clause).rest.length > 0 && twoColours(clause)) return undefined;
  const target = GENERIC.exec(readStyle(clause).rest)?.[0].replace(/^(?:所有|全部)/, "");
  // 加个阴影 by itself: whose, is for the person to say.
  if (before === undefined && target === undefined && style.shadow === true && Object.keys(style).length === 1)
    return doubt("which_shadow");
  const bare = target === undefined && (colourOf(clause.key) !== undefined || /^(?:big|large|bold|the|\s)+$/.test(clause.key));
  return { does: "style", style, bare, ...(target === undefined ? {} : { target }) };
};

function twoColours(clause: Phrase): boolean {
  const { rest, style } = readStyle(clause);
  if (style.colour === undefined || style.gradient !== undefined) return false;
  const lead = /^(?:把|将)?(?<a>.+?)(?:的?(?:文字|字|文本|text|words?).*?)?(?:换|改|变|\bto\b|\binto\b)/u.exec(
    clause.key.replace(/^(?:change|turn|make) (?:the )?/, ""),
  );
  return lead !== null && colourOf((lead.groups?.a ?? "").replace(/的$|\s*(?:text|words?)$/u, "")) !== undefined && rest !== clause.key;
}

const LEAD_WORD =
  /^(?:(?:把|将|让|使|给|对|为(?!了)|设置|调整|修改|更改)|(?:\b(?:make|set|turn|tint|colou?r|recolou?r|paint|dye|have|let|get|render|put|break|split|wrap|divide|enlarge|shrink|scale|resize|increase|decrease|reduce|double|bump|blow|use|(?:font |text )?size|for|on|the|to|by|of)\b)|\s)+/;
const TAIL_WORD = new RegExp(
  `(?:的|(?<![草场土雪沙墓绿])地(?!点)|得|为|成|到|改为?|变为?|变成?|设为|设置为|调整?为?|加上?|要|再|也|还|又|用|换个|换一[个种]|字体|颜色|字号|大小|文字颜色|整体|都|全部|显示|处理|更加?|一下|一些|一点|些|(?<!地)点|效果|\\b(?:to|in|at|by|be|is|are|should|as|with|a|an|and|into|(?<!of the |${COLOUR} )text|font|colou?r|size|it|look|up|down|plain|solid|pure|simply|fully|completely|entirely|all|more)\\b|\\s|,)+$`,
);

/** What a clause is about once its style words are blanked: the stretch between the outermost other words. */
function core(clause: Phrase, rest: string): Phrase {
  const lead = LEAD_WORD.exec(rest)?.[0].length ?? 0;
  const lettered = LETTERED.exec(rest.slice(lead));
  if (lettered !== null) return trimmed(part(clause, lead, lead + lettered[0].length));
  const tail = TAIL_WORD.exec(rest.slice(lead))?.[0].length ?? 0;
  return trimmed(part(clause, lead, rest.length - tail));
}

/** The lettering of a thing, not the thing. */
const LETTERED =
  /^(?:[a-z]+ )?(?:button|badge|sticker|sign|banner|tag|ribbon|stamp|card|cup|mug|bottle|jar|box|bag|t?-?shirt) (?:text|wording|lettering|letters|words)\b(?=[\s,]*(?:\b(?:to|in|be|is|should|a|an|and|with|look|by)\b|[\s,])*$)/;

/** "align 'Contact us' to the left edge", "outline the title in black": the verb names the style, the rest the type. */
const ALIGN =
  /^(?:align|justify)\s+(?<s>.+?)\s+(?:to|at|on|along)?\s*(?:the )?(?<side>left|right|cent(?:er|re))(?: edge| side| margin)?$/du;
const OUTLINE = /^outline\s+(?<s>.+?)\s+(?:in|with)\s+(?:an? )?(?<c>.+?)(?:\s+(?:line|stroke|outline))?$/du;

function verbalStyle(clause: Phrase): Reading | undefined {
  const align = find(clause, ALIGN);
  const side = align?.of("side")?.key;
  const aligned = align?.of("s");
  if (side !== undefined && aligned !== undefined)
    return styleReading(readReference(aligned), { align: side === "left" || side === "right" ? side : "center" });
  const outlined = find(clause, OUTLINE)?.of("s");
  const [colour] = coloursIn(find(clause, OUTLINE)?.of("c")?.key ?? "");
  const bearer = outlined === undefined || colour === undefined ? undefined : readReference(outlined);
  if (bearer?.kind !== "text" || colour === undefined) return undefined;
  const width = /(\d+(?:\.\d+)?)\s*px/.exec(clause.key)?.[1];
  return styleReading(bearer, { outline: { colour, ...(width === undefined ? {} : { widthPx: Number(width) }) } });
}

/** "left cup red", 杯子蓝色, "logo bigger": a thing and how it shall be, without a verb. */
const THING_ALONE =
  /^(?!.*\b(?:i|we|you|it|he|she|they|there|this|what|how|why|if|so|not|no|and|or|but|with|is|are|was|were|be|been|should|must|can|could|would|will|has|have|had|want|wants|need|needs|like|look|looks|feel|feels|think|maybe|try|see|hates?|loves?|dislikes?|likes|wanted|says?|gets?|uses?|goes|keep|keeps|kept|stay|stays|remain|leave|do|does|did|make|more|less|very|too|please|style|mode|theme|vibe|version)\b)(?:(?:the|our|her|his|my|its|all|that) )?[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}(?<! (?:the|a|an|of|on|for|from|at|by))(?: (?:in|to|:))?$|^(?!.*(?:偏|泛|(?<!头)发)$)(?!.*[是有要想能会不太说看给很让把将请了吗呢么吧比最换改变加删去做成就])(?:(?:左|右|上|下|中间?)[边面方]?的)?[\p{Script=Han}a-z ]{1,8}$/u;
const VERBLESS = ["colour", "gradient", "sizeFactor"] as const;

/** "make the white T-shirt striped": before its noun a colour is part of the name, and what follows the noun is the wish. */
const OF_THE_NAME = new RegExp(
  `^(?:make|turn|have|let|get|render|set)\\s+(?:the|this|that|these|those|my|our|its|her|his)\\s+(?<c>${COLOUR})\\s+(?=[a-z][a-z'-]*\\s+\\S)`,
  "du",
);

/** The style words of a clause but for a colour that names the thing, which stays among what is left over. */
function wishedStyle(clause: Phrase): ReturnType<typeof readStyle> {
  const [from, to] = OF_THE_NAME.exec(clause.key)?.indices?.groups?.c ?? [0, 0];
  if (to === 0) return readStyle(clause);
  const hidden = `${clause.key.slice(0, from)}${"x".repeat(to - from)}${clause.key.slice(to)}`;
  const { style, rest } = readStyle({ ...clause, key: hidden });
  return { style, rest: `${rest.slice(0, from)}${clause.key.slice(from, to)}${rest.slice(to)}` };
}

/** A thing and a wish about its style in one clause: 把标题加粗, "make 'SALE' 20% bigger", "center the headline". */
export const readRestyle: Recogniser = (clause, before): Reading | undefined => {
  const { style, rest } = wishedStyle(clause);
  if (Object.keys(style).length === 0 || /\blooks? like\b|看起来像/.test(clause.key)) return undefined;
  const about = core(clause, rest);
  const inside = rest.slice(about.start - clause.start, about.end - clause.start);
  if (about.key === "" || (inside !== about.key && !hasLiteral(about))) return undefined;
  const reference = readReference(about);
  if (reference.kind === "none" || reference.kind === "colour" || reference.kind === "picture") return undefined;
  if (
    reference.kind === "object" &&
    before?.kind !== "object.recolour" &&
    !(
      /^(?:(?:the|our|its|her|his|my) )?$/.test(clause.key.slice(0, about.start - clause.start)) &&
      THING_ALONE.test(about.key) &&
      VERBLESS.some((key) => key in style)
    ) &&
    !/^(?:把|将|让|使|给|cent(?:er|re)|make|turn|tint|colou?r|recolou?r|paint|dye|set|enlarge|shrink|scale|increase|reduce|double)|(?:放大|缩小|变|染|涂)/.test(
      clause.key,
    )
  )
    return undefined;
  return styleReading(reference, style, clause.key.trim());
};
